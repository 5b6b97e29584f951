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
    use serde_json::json;

    use serde_json::Value;

    use super::*;
    use crate::model::dispute::DisputeOutcome;
    use crate::model::order::Intent;
    use crate::model::session::Session;
    use crate::model::webhooks::event::{NAMES, name};
    use crate::settings::Settings;
    use crate::state::GatewayState;

    const OPEN: [&str; 2] = ["dispute.merchant_input_requested", "dispute.deadline_approaching"];

    fn state() -> GatewayState {
        let start = "2026-03-01T12:00:00Z".parse().ok();
        GatewayState::new(Settings { start, frozen: true, seed: Some(1), ..Settings::default() })
    }

    /// Creates and approves a session that asks for tokenization. Returns the order's id.
    fn approved(state: &mut GatewayState, intent: &str) -> String {
        let url = json!({"href": "https://shop.example/"});
        let price = json!({"amount_in_cents": 5000, "currency": "USD"});
        let request = json!({
            "cancel_url": url,
            "complete_url": url,
            "customer": {"tokenize": true},
            "order": {"intent": intent, "reference_id": "order-1001", "order_amount": price},
        });
        let now = state.now();
        let (session, order) =
            Session::read(&request, &mut state.ids, TimeDelta::hours(24), now).expect("the request is valid");
        let order = order.expect("there is an order");
        let uuid = order.uuid.clone();
        state.insert_order(order, None);
        state.insert_session(session);
        checkout::approve(state, &uuid, true).expect("the checkout is open");
        uuid
    }

    /// Takes the events, checks each against the document, and returns their names and data.
    fn taken(state: &mut GatewayState) -> Vec<(&'static str, Value)> {
        let root: Value = serde_json::from_str(include_str!("../../openapi.json")).expect("JSON");
        let told = |body: Value| {
            let name = name(body["event"].as_str().expect("a name")).expect("a known one");
            let pointer = format!("/webhooks/{name}/post/requestBody/content/application~1json/schema");
            let mut schema = root.pointer(&pointer).expect("the document has the event").clone();
            schema["components"] = root["components"].clone();
            let broken = jsonschema::draft202012::validate(&schema, &body).err().map(|error| error.to_string());
            assert_eq!(broken, None, "{body}");
            (name, body["data"].clone())
        };
        state.outbox.take_bodies().into_iter().map(told).collect()
    }

    fn names(state: &mut GatewayState) -> Vec<&'static str> {
        taken(state).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn approval_and_payments_send_events() {
        let mut state = state();
        let now = state.now();
        let uuid = approved(&mut state, "AUTH");
        let events = taken(&mut state);
        let [(authorized, order), (tokenized, customer)] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!((*authorized, *tokenized), ("order.authorized", "customer.tokenized"));
        assert_eq!((&order["uuid"], &order["authorization"]["approved"]), (&json!(uuid), &json!(true)));
        assert_eq!(order["authorization"]["created_at"], "2026-03-01T12:00:00.000000Z");
        assert_eq!(customer["customer"]["expiration"], "2027-03-01T12:00:00.000Z");

        let amount = state.order(&uuid).expect("is there").amount.with_cents(2000);
        let capture = payments::capture(&mut state, &uuid, amount, "", now, None).expect("is possible");
        let refund = payments::refund(&mut state, &uuid, amount.with_cents(500), now, None).expect("is possible");
        payments::release(&mut state, &uuid, amount.with_cents(100), now, None).expect("is possible");
        let events = taken(&mut state);
        let [(captured, order), (refunded, other)] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!((*captured, *refunded), ("order.captured", "order.refunded"));
        assert_eq!(order["capture"], json!({"uuid": capture, "amount": amount.to_body()}));
        assert_eq!((&other["refund"]["uuid"], &other["refund"]["source"]), (&json!(refund), &json!("gateway")));
    }

    #[test]
    fn intent_capture_sends_a_capture_event() {
        let mut state = state();
        approved(&mut state, "CAPTURE");
        assert_eq!(names(&mut state), ["order.authorized", "order.captured", "customer.tokenized"]);
    }

    #[test]
    fn expiry_reauthorization_and_upcharge_send_no_event() {
        let mut state = state();
        let now = state.now();
        let uuid = approved(&mut state, "AUTH");
        names(&mut state);
        let amount = state.order(&uuid).expect("is there").amount.with_cents(100);
        direct_orders::upcharge(&mut state, &uuid, Intent::Auth, amount, now, None).expect("is possible");
        due_events::advance(&mut state, TimeDelta::hours(1));
        direct_orders::reauthorize(&mut state, &uuid, amount, now, None).expect("the authorization is over");
        assert_eq!(names(&mut state), [""; 0]);
    }

    #[test]
    fn dispute_is_opened_reminded_and_closed() {
        let mut state = state();
        let uuid = approved(&mut state, "CAPTURE");
        names(&mut state);
        disputes::open_dispute(&mut state, &uuid).expect("is captured");
        due_events::advance(&mut state, TimeDelta::days(11) - TimeDelta::microseconds(1));
        assert_eq!(names(&mut state), OPEN[..1]);
        due_events::advance(&mut state, TimeDelta::microseconds(1));
        let reminder = taken(&mut state);
        assert_eq!(reminder[0].0, OPEN[1]);
        assert_eq!(reminder[0].1["dispute_due_date"], "2026-03-15T12:00:00.000Z");
        assert_eq!(reminder[0].1["order_reference_id"], "order-1001");
        disputes::close_dispute(&mut state, &uuid, DisputeOutcome::CustomerWin).expect("is open");
        let events = taken(&mut state);
        assert_eq!((events[0].0, events[1].0), ("dispute.closed.customer_win", "order.refunded"));
        assert_eq!(events[0].1["dispute_status"], "customer_win");
        assert_eq!(events[1].1["refund"]["amount"]["amount_in_cents"], 5000);
    }

    #[test]
    fn sample_events_match_the_document() {
        let mut state = state();
        let now = state.now();
        for name in NAMES {
            let (data_type, data) = crate::model::webhooks::samples::sample(name, now, &mut state.ids);
            state.emit(now, name, data_type, data);
        }
        assert_eq!(names(&mut state), NAMES);
    }

    #[test]
    fn closed_dispute_sends_no_reminder() {
        for (outcome, name) in [
            (DisputeOutcome::MerchantWin, "dispute.closed.merchant_win"),
            (DisputeOutcome::Neutral, "dispute.closed.neutral"),
        ] {
            let mut state = state();
            let uuid = approved(&mut state, "CAPTURE");
            names(&mut state);
            disputes::open_dispute(&mut state, &uuid).expect("is captured");
            disputes::close_dispute(&mut state, &uuid, outcome).expect("is open");
            due_events::advance(&mut state, TimeDelta::days(30));
            assert_eq!(names(&mut state), [OPEN[0], name]);
        }
    }
}
