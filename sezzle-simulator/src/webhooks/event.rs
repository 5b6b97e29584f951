//! What webhooks tell of: things that happened, and those who want to know.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::state::GatewayState;

/// Something that happened, as a webhook tells it.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    /// The same in every delivery of the event.
    pub(crate) uuid: String,
    pub(crate) created_at: DateTime<Utc>,
    /// Such as `order.authorized`.
    pub(crate) name: &'static str,
    /// `tokenize`, `order` or `dispute`.
    pub(crate) data_type: &'static str,
    pub(crate) data: Value,
}

/// The events of the document.
const NAMES: [&str; 9] = [
    "customer.tokenized",
    "order.authorized",
    "order.captured",
    "order.refunded",
    "dispute.merchant_input_requested",
    "dispute.deadline_approaching",
    "dispute.closed.customer_win",
    "dispute.closed.merchant_win",
    "dispute.closed.neutral",
];

/// The event with this name, if the document has it.
pub(crate) fn name(text: &str) -> Option<&'static str> {
    NAMES.into_iter().find(|name| *name == text)
}

impl GatewayState {
    /// Tells all who want to know that something happened at this time.
    pub(crate) fn emit(&mut self, at: DateTime<Utc>, name: &'static str, data_type: &'static str, data: Value) {
        let uuid = self.ids.uuid();
        self.outbox.post(Event { uuid, created_at: at, name, data_type, data }, &self.subscriptions);
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use serde_json::json;

    use super::*;
    use crate::dispute::DisputeOutcome;
    use crate::order::Intent;
    use crate::settings::Settings;

    const OPEN: [&str; 2] = ["dispute.merchant_input_requested", "dispute.deadline_approaching"];

    fn state() -> GatewayState {
        let start = "2026-03-01T12:00:00Z".parse().ok();
        GatewayState::new(Settings { start, frozen: true, seed: Some(1), ..Settings::default() })
    }

    /// Makes a session that asks for tokenization, and lets the shopper approve; tells the order's id.
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
        let (session, order) = state.read_session(&request, now).expect("the request is valid");
        let order = order.expect("there is an order");
        let uuid = order.uuid.clone();
        state.insert_order(order, None);
        state.insert_session(session);
        state.approve(&uuid, true).expect("the checkout is open");
        uuid
    }

    /// Takes the events, holds each against the document, and tells their names and data.
    fn taken(state: &mut GatewayState) -> Vec<(&'static str, Value)> {
        let root: Value = serde_json::from_str(include_str!("../openapi.json")).expect("JSON");
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
    fn the_shopper_and_the_merchant_make_events() {
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
        let capture = state.capture(&uuid, amount, "", now, None).expect("is possible");
        let refund = state.refund(&uuid, amount.with_cents(500), now, None).expect("is possible");
        state.release(&uuid, amount.with_cents(100), now, None).expect("is possible");
        let events = taken(&mut state);
        let [(captured, order), (refunded, other)] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!((*captured, *refunded), ("order.captured", "order.refunded"));
        assert_eq!(order["capture"], json!({"uuid": capture, "amount": amount.to_body()}));
        assert_eq!((&other["refund"]["uuid"], &other["refund"]["source"]), (&json!(refund), &json!("gateway")));
    }

    #[test]
    fn intent_capture_tells_of_the_capture_too() {
        let mut state = state();
        approved(&mut state, "CAPTURE");
        assert_eq!(names(&mut state), ["order.authorized", "order.captured", "customer.tokenized"]);
    }

    #[test]
    fn there_is_no_event_for_expiry_reauthorization_or_upcharge() {
        let mut state = state();
        let now = state.now();
        let uuid = approved(&mut state, "AUTH");
        names(&mut state);
        let amount = state.order(&uuid).expect("is there").amount.with_cents(100);
        state.upcharge(&uuid, Intent::Auth, amount, now, None).expect("is possible");
        state.advance(TimeDelta::hours(1));
        state.reauthorize(&uuid, amount, now, None).expect("the authorization is over");
        assert_eq!(names(&mut state), [""; 0]);
    }

    #[test]
    fn a_dispute_is_opened_reminded_of_and_closed() {
        let mut state = state();
        let uuid = approved(&mut state, "CAPTURE");
        names(&mut state);
        state.open_dispute(&uuid).expect("is captured");
        state.advance(TimeDelta::days(11) - TimeDelta::microseconds(1));
        assert_eq!(names(&mut state), OPEN[..1]);
        state.advance(TimeDelta::microseconds(1));
        let reminder = taken(&mut state);
        assert_eq!(reminder[0].0, OPEN[1]);
        assert_eq!(reminder[0].1["dispute_due_date"], "2026-03-15T12:00:00.000Z");
        assert_eq!(reminder[0].1["order_reference_id"], "order-1001");
        state.close_dispute(&uuid, DisputeOutcome::CustomerWin).expect("is open");
        let events = taken(&mut state);
        assert_eq!((events[0].0, events[1].0), ("dispute.closed.customer_win", "order.refunded"));
        assert_eq!(events[0].1["dispute_status"], "customer_win");
        assert_eq!(events[1].1["refund"]["amount"]["amount_in_cents"], 5000);
    }

    #[test]
    fn made_up_events_keep_to_the_document() {
        let mut state = state();
        let now = state.now();
        for name in NAMES {
            let (data_type, data) = crate::webhooks::sample(name, now, &mut state.ids);
            state.emit(now, name, data_type, data);
        }
        assert_eq!(names(&mut state), NAMES);
    }

    #[test]
    fn a_closed_dispute_needs_no_reminder() {
        for (outcome, name) in [
            (DisputeOutcome::MerchantWin, "dispute.closed.merchant_win"),
            (DisputeOutcome::Neutral, "dispute.closed.neutral"),
        ] {
            let mut state = state();
            let uuid = approved(&mut state, "CAPTURE");
            names(&mut state);
            state.open_dispute(&uuid).expect("is captured");
            state.close_dispute(&uuid, outcome).expect("is open");
            state.advance(TimeDelta::days(30));
            assert_eq!(names(&mut state), [OPEN[0], name]);
        }
    }
}
