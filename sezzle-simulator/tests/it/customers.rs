//! Tokenization, and charging customers without a checkout.

use std::time::Duration;

use serde_json::{Value, json};
use sezzle_simulator::{ControlError, Simulator};

use crate::support::shop::{DAY, Shop};
use crate::support::{assert_error, assert_rejected, request_with, text, usd};

const MINUTE: Duration = Duration::from_secs(60);

fn tokenization() -> Value {
    request_with("/customer", json!({"tokenize": true, "first_name": "Robin"}))
}

#[tokio::test]
async fn consent_creates_a_customer() {
    let shop = Shop::at_noon().await;
    let created = shop.created_session(&tokenization()).await;
    let (session, token) = (text(&created, "/uuid"), text(&created, "/tokenize/token"));
    let path = format!("/v2/token/{token}/session");
    let before = shop.read(&path).await;
    assert_eq!((&before["token"], &before["expiration"]), (&json!(token), &json!("2026-03-01T12:30:00.000Z")));
    assert_eq!(before.get("customer"), None, "the shopper has not decided");

    let destination = shop.approve(session).expect("the shopper approves");
    let after = shop.read(&path).await;
    let customer = text(&after, "/customer/uuid");
    assert_eq!(destination, format!("https://shop.example/thanks?order=1001&customer-uuid={customer}"));
    assert_eq!(after["customer"]["expiration"], "2027-03-01T12:00:00.000Z");

    let customers = shop.read("/v2/customer").await;
    assert_eq!(customers, json!([after["customer"]]));
    let read = shop.read(&format!("/v2/customer/{customer}")).await;
    assert_eq!((&read["uuid"], &read["first_name"]), (&json!(customer), &json!("Robin")));
    assert_eq!(read["token_expiration"], "2027-03-01T12:00:00.000Z");
}

#[tokio::test]
async fn tokenization_request_expires_after_30_minutes() {
    let shop = Shop::at_noon().await;
    let created = shop.created_session(&tokenization()).await;
    let path = format!("/v2/token/{}/session", text(&created, "/tokenize/token"));
    shop.advance(30 * MINUTE - Duration::from_micros(1));
    shop.read(&path).await;
    shop.advance(Duration::from_micros(1));
    assert_error(&shop.call("GET", &path, &Value::Null).await, 404, "token_is_expired");

    let destination = shop.approve(text(&created, "/uuid"));
    assert_eq!(destination.as_deref(), Ok("https://shop.example/thanks?order=1001"), "only the order is left");
    let (token, _) = shop.tokenized_customer().await;
    shop.advance(31 * MINUTE);
    shop.read(&format!("/v2/token/{token}/session")).await;

    let order_uuid = text(&created, "/order/uuid");
    for unknown in ["unknown", order_uuid] {
        let path = format!("/v2/token/{unknown}/session");
        shop.assert_not_found("GET", &path, &Value::Null).await;
    }
}

#[tokio::test]
async fn spending_limit_bounds_customer_orders() {
    let shop = Shop::at_noon_with(Simulator::builder().spending_limit(4000)).await;
    let (_, customer) = shop.tokenized_customer().await;
    let path = |action: &str| format!("/v2/customer/{customer}/{action}");
    assert_eq!(shop.set_spending_limit("unknown", 1), Err(ControlError::NoSuchCustomer));
    for limit in [4000, 2500] {
        for (cents, approved) in [(limit, true), (limit + 1, false)] {
            let answer = shop.granted(200, "POST", &path("preapprove"), &usd(cents)).await;
            assert_eq!(answer["approved"], approved, "{cents}");
        }
        assert_eq!(shop.set_spending_limit(&customer, 2500), Ok(()));
    }

    let charge =
        |intent: &str, cents: i64| json!({"intent": intent, "reference_id": "box-1", "order_amount": usd(cents)});
    for (intent, captured) in [("AUTH", 0), ("CAPTURE", 2500)] {
        let made = shop.granted(200, "POST", &path("order"), &charge(intent, 2500)).await;
        assert_eq!(made["authorization"]["approved"], true);
        assert_eq!(made["authorization"]["financing_option"], "pay-in-full");
        assert_eq!((&made["reference_id"], &made["order_amount"]), (&json!("box-1"), &usd(2500)));
        let read = shop.order(text(&made, "/uuid")).await;
        assert_eq!(read["checkout_status"], "complete");
        let captures = read["authorization"]["captures"].as_array().expect("an array");
        assert_eq!(captures.iter().filter_map(|c| c["amount"]["amount_in_cents"].as_i64()).sum::<i64>(), captured);
    }
    let made = shop.granted(200, "POST", &path("order"), &charge("CAPTURE", 2501)).await;
    assert_eq!(made["authorization"]["approved"], false, "above the limit");
    let read = shop.order(text(&made, "/uuid")).await;
    assert_eq!((&read["checkout_status"], &read["authorization"]["captures"]), (&json!("denied"), &json!([])));

    for (body, location) in [
        (charge("AUTH", 99), "order_amount.amount_in_cents"),
        (json!({"intent": "AUTH", "reference_id": "a b", "order_amount": usd(100)}), "reference_id"),
        (json!({"reference_id": "a", "order_amount": usd(100)}), "intent"),
    ] {
        assert_rejected(&shop.call("POST", &path("order"), &body).await, "invalid", location);
    }
}

#[tokio::test]
async fn customer_expires_after_a_year() {
    let mut shop = Shop::at_noon().await;
    let (token, deleted) = shop.tokenized_customer().await;
    let (_, kept) = shop.tokenized_customer().await;
    let path = |customer: &str| format!("/v2/customer/{customer}");
    shop.granted(204, "DELETE", &path(&deleted), &Value::Null).await;
    shop.assert_not_found("GET", &path(&deleted), &Value::Null).await;
    let asked = shop.read(&format!("/v2/token/{token}/session")).await;
    assert_eq!(asked.get("customer"), None);
    let customers = shop.read("/v2/customer").await;
    assert_eq!(customers.as_array().map(Vec::len), Some(1), "{customers}");

    shop.advance_long(365 * DAY - Duration::from_micros(1)).await;
    shop.read(&path(&kept)).await;
    shop.advance(Duration::from_micros(1));
    shop.assert_not_found("GET", &path(&kept), &Value::Null).await;
}

#[tokio::test]
async fn customer_of_a_token_is_not_implemented() {
    let shop = Shop::open().await;
    let (token, _) = shop.tokenized_customer().await;
    let path = format!("/v2/token/{token}/customer");
    assert_error(&shop.call("GET", &path, &Value::Null).await, 501, "not_implemented");
    assert!(!format!("{:?}", shop.requests()).contains(&token));
}
