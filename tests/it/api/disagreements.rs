//! Both forms are read where the published documents, their examples and existing clients disagree. The table in
//! `openapi/README.md` lists the differences.

use serde_json::{Value, json};
use sezzle_api::types::{AuthorizationEvent, CardData, CheckoutStatus, InterestBalance, Order, Price};
use sezzle_tests::servers::scripted::ScriptedServer;

fn read<T: serde::de::DeserializeOwned>(value: &Value) -> T {
    serde_json::from_str(&value.to_string()).unwrap_or_else(|error| panic!("{error}: {value}"))
}

#[test]
fn both_spellings_of_a_finished_checkout_are_one_variant() {
    for (sent, expected) in [
        ("complete", CheckoutStatus::Complete),
        ("completed", CheckoutStatus::Complete),
        ("active", CheckoutStatus::Active),
        ("denied", CheckoutStatus::Denied),
    ] {
        let order: Order = read(&json!({"checkout_status": sent}));
        assert_eq!(order.checkout_status, Some(expected.clone()));
        assert_eq!(sent.parse::<CheckoutStatus>(), Ok(expected.clone()));
        // Both are serialized in one spelling.
        assert_eq!(serde_json::to_value(&order).unwrap()["checkout_status"], expected.as_str());
    }
    assert_eq!(CheckoutStatus::Complete.as_str(), "complete");
    assert!(!CheckoutStatus::VALUES.contains(&"completed"));
    // Only known spellings are accepted.
    assert!("Completed".parse::<CheckoutStatus>().is_err());
}

#[test]
fn phone_number_is_read_from_both_names() {
    let order: Order =
        read(&json!({"customer": {"billing_address": {"phone": "1"}, "shipping_address": {"phone_number": "2"}}}));
    let customer = order.customer.unwrap();
    assert_eq!(customer.billing_address.unwrap().phone.as_deref(), Some("1"));
    assert_eq!(customer.shipping_address.unwrap().phone_number.as_deref(), Some("2"));
}

#[test]
fn amount_is_read_flat_or_nested() {
    for event in [
        json!({"uuid": "c", "amount": {"amount_in_cents": 4000, "currency": "USD"}}),
        json!({"amount_in_cents": 4000, "currency_code": "USD"}),
    ] {
        assert_eq!(read::<AuthorizationEvent>(&event).price(), Some(Price::usd(4000)));
    }
    assert_eq!(read::<AuthorizationEvent>(&json!({"amount_in_cents": 4000})).price(), None);
}

#[test]
fn card_expiry_is_a_month() {
    let card: CardData = read(&json!({"expiration_date": "0228", "pan": "4242424242424242"}));
    assert_eq!(card.expiration_date.as_ref().unwrap().expose(), "0228");
    let printed = format!("{card:?}");
    assert!(!printed.contains("4242") && !printed.contains("0228"), "{printed}");
}

#[test]
fn decimal_amounts_are_read_exactly_from_numbers_and_strings() {
    let read = |digits: &str| serde_json::from_str::<InterestBalance>(&format!("{{\"interest_balance\":{digits}}}"));
    for (digits, exact) in [
        ("93.7", "93.7"),
        ("\"93.70\"", "93.70"),
        ("0.1", "0.1"),
        ("12345678901234567.89", "12345678901234567.89"),
        ("1e2", "100"),
    ] {
        let balance = read(digits).unwrap();
        assert_eq!(balance.interest_balance.unwrap().to_string(), exact);
        assert_eq!(serde_json::to_string(&balance).unwrap(), format!("{{\"interest_balance\":{exact}}}"));
    }
    for wrong in ["true", "\"a\"", "{}", "[1]", "\"NaN\"", "-.5"] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn metadata_values_are_read_from_scalars() {
    let order: Order = read(&json!({"metadata": {"a": "text", "b": 7, "c": 1.5, "d": true, "e": null}}));
    let values: Vec<_> = order.metadata.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(values, [("a", "text"), ("b", "7"), ("c", "1.5"), ("d", "true")]);
}

#[test]
fn times_are_read_in_known_formats_only() {
    let time = |value: Value| {
        serde_json::from_value::<Order>(json!({"checkout_expiration": value})).map(|order| order.checkout_expiration)
    };
    for odd in [
        json!("2026-03-01T12:00:00+0000"),
        json!("2026-03-01 12:00:00 +0000 UTC"),
        json!(1_772_366_400),
        json!(1_772_366_400_000_i64),
    ] {
        assert_eq!(time(odd).unwrap().unwrap().to_rfc3339(), "2026-03-01T12:00:00+00:00");
    }
    for wrong in [json!(i64::MIN), json!(i64::MAX), json!(u64::MAX), json!("soon"), json!({}), json!(true)] {
        assert!(time(wrong).is_err());
    }
}

#[test]
fn null_list_elements_are_skipped() {
    let session: sezzle_api::types::Session = read(&json!({"links": [null, {"href": "a"}, null]}));
    assert_eq!(session.links.len(), 1);
}

#[tokio::test]
async fn null_list_response_is_empty() {
    for (response, customers) in [(json!(null), 0), (json!([]), 0), (json!([null, {"uuid": "c"}, null]), 1)] {
        let gateway = ScriptedServer::json(200, &response).await;
        assert_eq!(gateway.client().list_customers().send().await.unwrap().len(), customers);
    }
}
