//! Virtual cards.

use std::time::Duration;

use serde_json::{Value, json};
use sezzle_simulator::ControlError;

use crate::support::shop::{DAY, Shop};
use crate::support::{assert_error, assert_rejected, text};

fn request() -> Value {
    json!({
        "amount_in_cents": 8999, "currency": "USD", "origin": "https://shop.example", "mode": "popup",
        "merchant_reference_id": "cart-2002", "card_response_format": "token",
        "customer": {"first_name": "Robin", "last_name": "Marsh"},
    })
}

async fn card_session(shop: &Shop) -> String {
    let created = shop.granted(201, "POST", "/v2/session/card", &request()).await;
    assert!(text(&created, "/dashboard_url").starts_with(shop.url()), "{created}");
    text(&created, "/uuid").to_owned()
}

#[tokio::test]
async fn card_can_be_read_once() {
    let shop = Shop::at_noon().await;
    let session = card_session(&shop).await;
    assert_eq!(shop.card_token(&session), None, "the shopper has not approved");
    assert_eq!(shop.approve(&session).as_deref(), Ok("https://shop.example"));
    assert_eq!(shop.approve(&session), Err(ControlError::AlreadyFinished));
    let path = format!("/v2/session/card/token/{}", shop.card_token(&session).expect("a token"));
    let card = shop.read(&path).await;
    assert_eq!((text(&card, "/first_name"), text(&card, "/last_name")), ("Robin", "Marsh"));
    assert_eq!((text(&card, "/pan").len(), text(&card, "/cvv_number").len()), (16, 3));
    assert_eq!(card["expiration_date"], "0329");
    shop.assert_not_found("GET", &path, &Value::Null).await;

    let shown = format!("{:?}{}", shop.requests(), shop.state());
    for secret in [text(&card, "/pan"), &shop.card_token(&session).expect("a token"), "Robin"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[tokio::test]
async fn card_expires_after_a_day() {
    let mut shop = Shop::at_noon().await;
    let (read, late) = (card_session(&shop).await, card_session(&shop).await);
    for session in [&read, &late] {
        shop.approve(session).expect("the shopper approves");
    }
    let path = |session: &str| format!("/v2/session/card/token/{}", shop.card_token(session).expect("a token"));
    let (read, late) = (path(&read), path(&late));
    shop.advance_long(DAY - Duration::from_micros(1)).await;
    shop.read(&read).await;
    shop.advance(Duration::from_micros(1));
    shop.assert_not_found("GET", &late, &Value::Null).await;
}

#[tokio::test]
async fn card_order_can_be_named_after_issue() {
    let shop = Shop::at_noon().await;
    let session = card_session(&shop).await;
    let path = format!("/v2/session/{session}/card");
    let name = |order: &str| json!({"order_id": order});
    assert_error(&shop.call("PATCH", &path, &name("order-1")).await, 400, "bad_request");
    shop.assert_not_found("PATCH", "/v2/session/unknown/card", &name("order-1")).await;
    shop.approve(&session).expect("the shopper approves");
    assert_error(&shop.call("PATCH", &path, &name("a b")).await, 400, "bad_request");
    shop.granted(204, "PATCH", &path, &name("order-1")).await;
    shop.granted(204, "PATCH", &path, &name("order-2")).await;

    let report = "/v2/orders/report?start-date=2026-03-01&end-date=2026-03-01";
    let report = shop.read(report).await;
    let [item] = report.as_array().expect("an array").as_slice() else { panic!("not one order: {report}") };
    assert_eq!((&item["order_type"], &item["external_reference_id"]), (&json!("Virtual Card"), &json!("order-2")));
    assert_eq!((&item["captured_amount_in_cents"], &item["customer_name"]), (&json!(8999), &json!("Robin Marsh")));
}

#[tokio::test]
async fn declined_card_session_has_no_card() {
    let shop = Shop::at_noon().await;
    let session = card_session(&shop).await;
    assert_eq!(shop.cancel(&session).as_deref(), Ok("https://shop.example"));
    assert_eq!(shop.decline(&session).as_deref(), Ok("https://shop.example"));
    for again in [shop.approve(&session), shop.decline(&session), shop.cancel(&session)] {
        assert_eq!(again, Err(ControlError::AlreadyFinished));
    }
    assert_eq!(shop.card_token(&session), None);
    shop.assert_not_found("GET", "/v2/session/card/token/unknown", &Value::Null).await;
}

#[tokio::test]
async fn invalid_card_request_names_its_location() {
    let shop = Shop::at_noon().await;
    let cases = [
        ("amount_in_cents", json!(0)),
        ("currency", json!("EUR")),
        ("mode", json!("window")),
        ("merchant_reference_id", json!("a b")),
        ("merchant_reference_id", json!("a".repeat(256))),
        ("card_response_format", json!("pan")),
    ];
    for (location, value) in cases {
        let mut request = request();
        request[location] = value;
        assert_rejected(&shop.call("POST", "/v2/session/card", &request).await, "invalid", location);
    }
    let mut without_token = request();
    without_token.as_object_mut().expect("an object").remove("card_response_format");
    let created = shop.granted(201, "POST", "/v2/session/card", &without_token).await;
    shop.approve(text(&created, "/uuid")).expect("the shopper approves");
    assert_eq!(shop.card_token(text(&created, "/uuid")), None, "none was requested");
}
