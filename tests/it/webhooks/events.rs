//! The events of webhooks, known and unknown.

use std::collections::HashSet;

use serde_json::{Value, json};
use sezzle_api::Event;
use sezzle_api::events::EventData;
use sezzle_api::types::{Price, RefundSource, WebhookDataType, WebhookEvent};
use sezzle_tests::document::document;

fn read(value: &Value) -> Event {
    Event::from_json(value.to_string().as_bytes()).unwrap()
}

#[test]
fn documented_events_have_typed_data() {
    let document = document();
    let webhooks = document["webhooks"].as_object().unwrap();
    assert!(!webhooks.is_empty());
    for (name, item) in webhooks {
        let example = &item["post"]["requestBody"]["content"]["application/json"]["example"];
        let event = read(example);
        assert_eq!(event.event.as_ref().map(WebhookEvent::as_str), Some(name.as_str()));
        assert!(!matches!(event.event, Some(WebhookEvent::Unknown(_))));
        assert_eq!(event.uuid.as_deref(), example["uuid"].as_str());
        let order = example["data"].get(if name.starts_with("dispute.") { "order_uuid" } else { "uuid" });
        assert_eq!(event.order_uuid(), order.and_then(Value::as_str), "{name}");
        assert_eq!(event.order_uuid().is_none(), name == "customer.tokenized", "{name}");
        assert!(!matches!(event.data, EventData::Unknown(_)), "{name}");
        let mut typed = serde_json::to_value(&event.data).unwrap();
        sezzle_tests::document::same_times(&mut typed, &example["data"]);
        assert_eq!(typed, example["data"], "{name}");
    }
}

#[test]
fn refund_amount_and_source_are_read_in_both_forms() {
    for data in [
        json!({"refund": {"amount_in_cents": 500, "currency_code": "CAD", "source": "dashboard"}}),
        json!({"refund": {"amount": {"amount_in_cents": 500, "currency": "CAD"}}, "source": "dashboard"}),
    ] {
        let event = read(&json!({"event": "order.refunded", "data": data}));
        let EventData::OrderRefunded(data) = event.data else { panic!("{event:?}") };
        let refund = data.refund.unwrap();
        assert_eq!(refund.price(), Some(Price::cad(500)));
        assert_eq!(refund.source.or(data.source), Some(RefundSource::Dashboard));
    }
}

#[test]
fn unknown_event_data_is_kept() {
    let data = json!({"uuid": "o", "new": [1, {"deep": null}]});
    let event = read(&json!({"uuid": "e", "event": "order.expired", "data_type": "tokenize", "data": data}));
    assert_eq!(event.event.as_ref().unwrap().as_str(), "order.expired");
    assert_eq!(event.data_type, Some(WebhookDataType::Tokenize));
    let EventData::Unknown(raw) = &event.data else { panic!("{event:?}") };
    assert_eq!(raw.value(), &data);

    for data in [json!({"uuid": 7}), json!("text"), json!(null), json!([1]), json!([null, "o"])] {
        let event = read(&json!({"event": "order.captured", "data": data}));
        let EventData::Unknown(raw) = &event.data else { panic!("{event:?}") };
        assert_eq!(raw.value(), &data);
    }
    let EventData::Unknown(raw) = read(&json!({})).data else { panic!("an event without a name") };
    assert!(raw.value().is_null());
}

/// A webhook that is rejected for five days ends all webhooks, so an envelope is read whatever is in it.
#[test]
fn unreadable_members_of_the_envelope_are_none() {
    let good = json!({
        "uuid": "event-1", "created_at": "2026-03-01T12:00:00Z", "event": "order.captured", "data_type": "order",
        "data": {"uuid": "order-1"}, "signed_by": {"key": [1, 2]},
    });
    let whole = read(&good);
    let with = |name: &str, value: &Value| {
        let mut event = good.clone();
        event[name] = value.clone();
        read(&event)
    };
    assert_eq!(with("uuid", &json!(77)).uuid.as_deref(), Some("77"));
    for odd in [json!("soon"), json!({"planted": 1}), json!([[]]), json!(1e300), json!(true), json!(null), json!("")] {
        let mut event = with("created_at", &odd);
        event.envelope.created_at = event.created_at.or(whole.created_at);
        assert_eq!(event, whole, "{odd}");
        assert_eq!(with("signed_by", &odd), whole, "{odd}");
        let event = with("uuid", &odd);
        assert_eq!((event.created_at, event.order_uuid()), (whole.created_at, Some("order-1")), "{odd}");
        let event = with("data_type", &odd);
        assert_eq!((&event.uuid, event.order_uuid()), (&whole.uuid, Some("order-1")), "{odd}");
    }
    // Without a name, the data stays raw.
    let event = with("event", &json!(7));
    assert_eq!((&event.uuid, event.event.is_none()), (&whole.uuid, true));
    assert!(matches!(&event.data, EventData::Unknown(raw) if raw.value() == &good["data"]), "{event:?}");
}

#[test]
fn events_round_trip_through_serde() {
    let document = document();
    let examples = document["webhooks"]
        .as_object()
        .unwrap()
        .values()
        .map(|item| item["post"]["requestBody"]["content"]["application/json"]["example"].clone());
    let unknown = json!({"uuid": 7, "event": "order.expired", "created_at": "soon", "data": [1, {"deep": null}]});
    let mut seen = HashSet::new();
    for example in examples.chain([unknown, json!({})]) {
        let event = read(&example);
        let written = serde_json::to_string(&event).unwrap();
        let again: Event = serde_json::from_str(&written).unwrap();
        assert_eq!(again, event, "{written}");
        assert!(seen.insert(event) && !seen.insert(again));
    }
    assert!(serde_json::from_str::<Event>("[]").is_err());
}

#[test]
fn malformed_event_error_shows_no_payload() {
    for body in ["", "planted", "[]", "\"planted\"", "{\"uuid\": \"planted\"", "[null,null,null,null]", "null"] {
        let error = Event::from_json(body.as_bytes()).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
    }
    let event = read(&json!({"event": "order.new", "data": {"email": "planted"}}));
    assert!(!format!("{event:?}").contains("planted"), "{event:?}");
}

/// Found by fuzzing: a year of more than four digits was read, but its serialized form could not be read again.
#[test]
fn event_times_round_trip() {
    for time in ["-012026-03-01", "+12026-03-01", "-0001-01-01", "+12026-03-01T00:00:00"] {
        let event = read(&json!({"event": "order.captured", "created_at": time}));
        assert_eq!(event.created_at, None, "{time}");
    }
    for seconds in [99_999_999_999_i64, -99_999_999_999, 253_402_300_800_000, i64::MAX, i64::MIN] {
        let event = json!({"event": "order.captured", "created_at": seconds});
        if let Ok(event) = Event::from_json(event.to_string().as_bytes()) {
            let written = serde_json::to_vec(&event.envelope).unwrap();
            assert_eq!(Event::from_json(&written).unwrap().created_at, event.created_at, "{seconds}");
        }
    }
    let last = json!({"event": "order.captured", "created_at": "9999-12-31T23:59:59.999999999Z"});
    assert!(Event::from_json(last.to_string().as_bytes()).unwrap().created_at.is_some());
}
