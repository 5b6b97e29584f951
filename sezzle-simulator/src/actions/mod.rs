//! What changes the state: requests of the merchant, decisions of the shopper and of Sezzle, and time.
//!
//! Each action checks its rules first, and changes nothing if one is broken. `payments` is at the bottom; `due_events` is
//! above the others, because it runs what was scheduled.

pub(crate) mod checkout;
pub(crate) mod direct_orders;
pub(crate) mod disputes;
pub(crate) mod due_events;
pub(crate) mod payments;
pub(crate) mod payouts;

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use serde_json::{Value, json};

    use super::*;
    use crate::model::dispute::DisputeOutcome;
    use crate::model::money::{Currency, Money};
    use crate::model::order::Intent;
    use crate::model::session::Session;
    use crate::model::webhooks::samples::sample;
    use crate::settings::Settings;
    use crate::state::GatewayState;

    const OPEN: [&str; 2] = ["dispute.merchant_input_requested", "dispute.deadline_approaching"];

    fn document() -> Value {
        serde_json::from_str(include_str!("../../openapi.json")).expect("JSON")
    }

    fn usd(cents: i64) -> Money {
        Money { cents, currency: Currency::Usd }
    }

    fn state() -> GatewayState {
        let start = "2026-03-01T12:00:00Z".parse().ok();
        GatewayState::new(Settings { start, frozen: true, seed: Some(1), ..Settings::default() })
    }

    /// Creates and approves a session that asks for tokenization. Returns the state and the order's id.
    fn approved(intent: &str) -> (GatewayState, String) {
        let mut state = state();
        let url = json!({"href": "https://shop.example/"});
        let request = json!({
            "cancel_url": url,
            "complete_url": url,
            "customer": {"tokenize": true},
            "order": {"intent": intent, "reference_id": "order-1001", "order_amount": usd(5000).to_body()},
        });
        let created = Session::read(&request, &mut state.ids, TimeDelta::hours(24), state.now);
        let (session, order) = created.expect("the request is valid");
        let order = order.expect("there is an order");
        let uuid = order.uuid.clone();
        state.insert_order(order);
        state.insert_session(session);
        checkout::approve(&mut state, &uuid, true).expect("the checkout is open");
        (state, uuid)
    }

    /// Takes the events, checks each against the document, and returns their names and data.
    fn take(state: &mut GatewayState) -> (Vec<String>, Vec<Value>) {
        let root = document();
        let check = |body: Value| {
            let name = body["event"].as_str().expect("a name").to_owned();
            let pointer = format!("/webhooks/{name}/post/requestBody/content/application~1json/schema");
            let mut schema = root.pointer(&pointer).expect("the document has the event").clone();
            schema["components"] = root["components"].clone();
            let violation = jsonschema::draft202012::validate(&schema, &body).err().map(|error| error.to_string());
            assert_eq!(violation, None, "{body}");
            (name, body["data"].clone())
        };
        state.outbox.take_bodies().into_iter().map(check).unzip()
    }

    #[test]
    fn approval_and_payments_send_events() {
        let (mut state, uuid) = approved("AUTH");
        let (names, data) = take(&mut state);
        assert_eq!(names, ["order.authorized", "customer.tokenized"]);
        assert_eq!((&data[0]["uuid"], &data[0]["authorization"]["approved"]), (&json!(uuid), &json!(true)));
        assert_eq!(data[0]["authorization"]["created_at"], "2026-03-01T12:00:00.000000Z");
        assert_eq!(data[1]["customer"]["expiration"], "2027-03-01T12:00:00.000Z");

        let capture = payments::capture(&mut state, &uuid, usd(2000), "").expect("is possible");
        let refund = payments::refund(&mut state, &uuid, usd(500)).expect("is possible");
        payments::release(&mut state, &uuid, usd(100)).expect("is possible");
        let (names, data) = take(&mut state);
        assert_eq!(names, ["order.captured", "order.refunded"]);
        assert_eq!(data[0]["capture"], json!({"uuid": capture, "amount": usd(2000).to_body()}));
        assert_eq!((&data[1]["refund"]["uuid"], &data[1]["refund"]["source"]), (&json!(refund), &json!("gateway")));

        direct_orders::upcharge(&mut state, &uuid, Intent::Auth, usd(100)).expect("is possible");
        due_events::advance(&mut state, TimeDelta::hours(1));
        direct_orders::reauthorize(&mut state, &uuid, usd(100)).expect("the authorization is over");
        assert_eq!(take(&mut state).0, [] as [&str; 0], "expiry, reauthorization and upcharge send no event");
    }

    #[test]
    fn dispute_is_opened_reminded_and_closed() {
        let (mut state, uuid) = approved("CAPTURE");
        assert_eq!(take(&mut state).0, ["order.authorized", "order.captured", "customer.tokenized"]);
        disputes::open_dispute(&mut state, &uuid).expect("is captured");
        due_events::advance(&mut state, TimeDelta::days(11) - TimeDelta::microseconds(1));
        assert_eq!(take(&mut state).0, OPEN[..1]);
        due_events::advance(&mut state, TimeDelta::microseconds(1));
        let (names, data) = take(&mut state);
        assert_eq!(names, OPEN[1..]);
        assert_eq!(data[0]["dispute_due_date"], "2026-03-15T12:00:00.000Z");
        assert_eq!(data[0]["order_reference_id"], "order-1001");
        disputes::close_dispute(&mut state, &uuid, DisputeOutcome::CustomerWin).expect("is open");
        let (names, data) = take(&mut state);
        assert_eq!(names, ["dispute.closed.customer_win", "order.refunded"]);
        assert_eq!(data[0]["dispute_status"], "customer_win");
        assert_eq!(data[1]["refund"]["amount"]["amount_in_cents"], 5000);
    }

    #[test]
    fn closed_dispute_sends_no_reminder() {
        for outcome in [DisputeOutcome::MerchantWin, DisputeOutcome::Neutral] {
            let (mut state, uuid) = approved("CAPTURE");
            take(&mut state);
            disputes::open_dispute(&mut state, &uuid).expect("is captured");
            disputes::close_dispute(&mut state, &uuid, outcome).expect("is open");
            due_events::advance(&mut state, TimeDelta::days(30));
            assert_eq!(take(&mut state).0, [OPEN[0].to_owned(), format!("dispute.closed.{}", outcome.name())]);
        }
    }

    #[test]
    fn sample_events_match_the_document() {
        let mut state = state();
        let document = document();
        let names: Vec<&String> = document["webhooks"].as_object().expect("webhooks").keys().collect();
        for name in &names {
            let data = sample(name, state.now, &mut state.ids);
            state.emit(name, data);
        }
        assert_eq!(names.len(), 9);
        assert_eq!(take(&mut state).0.iter().collect::<Vec<_>>(), names);
    }
}
