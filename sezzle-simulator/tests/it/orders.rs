//! Orders and their state rules.

use std::time::Duration;

use serde_json::{Value, json};
use sezzle_simulator::{ControlError, Simulator};

use crate::support::shop::{DAY, Shop};
use crate::support::{assert_error, assert_rejected, order_request, request_with, text, usd};

const MINUTE: Duration = Duration::from_secs(60);
const TICK: Duration = Duration::from_micros(1);

fn sum(order: &Value, movements: &str) -> i64 {
    let movements = order["authorization"][movements].as_array().expect("an array");
    movements.iter().map(|movement| movement["amount"]["amount_in_cents"].as_i64().expect("an amount")).sum()
}

#[tokio::test]
async fn order_contains_what_the_merchant_sent() {
    let shop = Shop::at_noon().await;
    let mut request = order_request();
    request["order"].as_object_mut().expect("an object").extend([
        ("reference_id".to_owned(), json!("order-1001")),
        ("items".to_owned(), json!([{"name": "Coffee", "quantity": 2, "price": usd(1900), "brand": "Harbor"}])),
        ("shipping_amount".to_owned(), usd(450)),
        ("tax_amount".to_owned(), usd(200)),
        ("discounts".to_owned(), json!([{"name": "Spring sale", "amount": usd(300)}])),
        ("metadata".to_owned(), json!({"channel": "web"})),
        ("checkout_expiration".to_owned(), json!("2026-03-02T08:00:00-04:00")),
        ("checkout_financing_options".to_owned(), json!(["4-pay-monthly"])),
    ]);
    request["customer"] = json!({"email": "robin@shopper.example", "recurring": true, "dob": "1990-02-28"});
    let created = shop.created_session(&request).await;
    let uuid = text(&created, "/order/uuid");

    let read = shop.order(uuid).await;
    assert_eq!(read["uuid"], uuid);
    for member in ["intent", "reference_id", "description", "items", "metadata", "order_amount"] {
        assert_eq!(read[member], request["order"][member], "{member}");
    }
    assert_eq!((&read["shipping_amount"], &read["tax_amount"]), (&usd(450), &usd(200)));
    assert_eq!(read["checkout_expiration"], "2026-03-02T12:00:00.000Z");
    assert_eq!(read["checkout_status"], "active");
    assert_eq!(read["customer"], json!({"email": "robin@shopper.example", "dob": "1990-02-28"}));
    assert_eq!(read.get("authorization"), None, "the shopper has not finished");

    shop.approve(uuid).expect("the order's id opens the checkout, too");
    let read = shop.order(uuid).await;
    assert_eq!(read["checkout_status"], "complete");
    assert_eq!(read["customer"]["email"], "robin@shopper.example");
    assert_eq!(read["customer"]["first_name"], "Ada", "the shopper adds what the merchant did not send");
    let authorization = &read["authorization"];
    assert_eq!(authorization["approved"], true);
    assert_eq!(authorization["authorization_amount"], usd(4150));
    assert_eq!(authorization["expiration"], "2026-03-01T12:30:00.000Z");
    assert_eq!(authorization["financing_option"], "4-pay-monthly");
    assert_eq!(text(authorization, "/sezzle_order_id").len(), 23);
}

#[tokio::test]
async fn movements_of_an_order_are_listed_and_bounded() {
    let shop = Shop::at_noon().await;
    let uuid = shop.approved_order("AUTH").await;
    let first = shop.act_granted("capture", &uuid, 2000).await;
    for (action, cents) in [("capture", 1000), ("release", 150), ("refund", 3000)] {
        shop.act_granted(action, &uuid, cents).await;
    }
    let read = shop.order(&uuid).await;
    assert_eq!((sum(&read, "captures"), sum(&read, "releases"), sum(&read, "refunds")), (3000, 150, 3000));
    assert_eq!(read["authorization"]["captures"][0], json!({"uuid": first, "amount": usd(2000)}));

    for (action, member, rest) in [("capture", "capture_amount.", 1000), ("release", "", 1000), ("refund", "", 0)] {
        for cents in [rest + 1, 0, -1] {
            let location = format!("{member}amount_in_cents");
            assert_rejected(&shop.act(action, &uuid, usd(cents)).await, "invalid", location);
        }
        let cad = json!({"amount_in_cents": 1, "currency": "CAD"});
        assert_rejected(&shop.act(action, &uuid, cad).await, "invalid", format!("{member}currency"));
        assert_error(&shop.act(action, "unknown", usd(100)).await, 404, "record_not_found");
    }
}

#[tokio::test]
async fn expired_authorization_releases_the_rest() {
    let week = 7 * DAY;
    for (builder, ttl) in [(Simulator::builder(), 30 * MINUTE), (Simulator::builder().authorization_ttl(week), week)] {
        let mut shop = Shop::at_noon_with(builder).await;
        let (partly, untouched) = (shop.approved_order("AUTH").await, shop.approved_order("AUTH").await);
        shop.act_granted("capture", &partly, 1000).await;
        shop.advance_long(ttl - TICK).await;
        shop.act_granted("capture", &partly, 1000).await;
        shop.advance(TICK);
        for action in ["capture", "release"] {
            assert_rejected(&shop.act(action, &partly, usd(1)).await, "invalid_authorization", Value::Null);
        }
        for (uuid, captured, released, status) in [(&partly, 2000, 2150, "complete"), (&untouched, 0, 4150, "deleted")]
        {
            let read = shop.order(uuid).await;
            assert_eq!((sum(&read, "captures"), sum(&read, "releases")), (captured, released));
            assert_eq!(read["checkout_status"], status);
        }
        shop.act_granted("refund", &partly, 2000).await;
    }
}

#[tokio::test]
async fn checkout_expires_after_a_day_or_at_its_expiration() {
    let mut shop = Shop::at_noon().await;
    let (usual, usual_order) = shop.waiting_order("AUTH").await;
    let request = request_with("/order/checkout_expiration", json!("2026-03-01T12:10:00Z"));
    let created = shop.created_session(&request).await;

    shop.advance(10 * MINUTE);
    assert_eq!(shop.approve(text(&created, "/uuid")), Err(ControlError::CheckoutClosed));
    assert_eq!(shop.checkout_status(text(&created, "/order/uuid")).await, "deleted");
    shop.advance_long(DAY - 10 * MINUTE - TICK).await;
    assert_eq!(shop.checkout_status(&usual_order).await, "active");
    shop.advance(TICK);
    assert_eq!(shop.checkout_status(&usual_order).await, "deleted");
    assert_eq!(shop.decline(&usual), Err(ControlError::CheckoutClosed));

    let shop = Shop::at_noon_with(Simulator::builder().checkout_ttl(10 * MINUTE)).await;
    let (_, order) = shop.waiting_order("AUTH").await;
    shop.advance(10 * MINUTE - TICK);
    assert_eq!(shop.checkout_status(&order).await, "active");
    shop.advance(TICK);
    assert_eq!(shop.checkout_status(&order).await, "deleted");
}

#[tokio::test]
async fn update_changes_only_the_reference() {
    let shop = Shop::at_noon().await;
    let uuid = shop.approved_order("AUTH").await;
    let path = format!("/v2/order/{uuid}");
    let mut expected = shop.order(&uuid).await;
    shop.granted(204, "PATCH", &path, &json!({"reference_id": "order-1001-b", "description": "ignored"})).await;
    expected["reference_id"] = json!("order-1001-b");
    assert_eq!(shop.order(&uuid).await, expected);
    for body in [json!({}), json!({"reference_id": "a b"})] {
        assert_rejected(&shop.call("PATCH", &path, &body).await, "invalid", "reference_id");
    }
    shop.assert_not_found("PATCH", "/v2/order/unknown", &json!({"reference_id": "a"})).await;
}

#[tokio::test]
async fn reauthorization_creates_an_order() {
    let shop = Shop::at_noon().await;
    let uuid = shop.approved_order("AUTH").await;
    assert_rejected(&shop.act("reauthorize", &uuid, usd(4150)).await, "invalid_authorization", Value::Null);
    assert_error(&shop.act("reauthorize", "unknown", usd(100)).await, 404, "record_not_found");
    shop.advance(30 * MINUTE);
    assert_rejected(&shop.act("reauthorize", &uuid, usd(99)).await, "invalid", "amount_in_cents");
    let new = shop.act("reauthorize", &uuid, usd(4000)).await.json();
    assert_eq!((&new["intent"], &new["reference_id"]), (&json!("AUTH"), &json!("order-1001")));
    assert_eq!((&new["order_amount"], &new["authorization"]["approved"]), (&usd(4000), &json!(true)));
    assert_eq!(new["authorization"]["expiration"], "2026-03-01T13:00:00.000Z");
    assert_eq!(shop.checkout_status(&uuid).await, "deleted", "the old order stays as it is");
}

#[tokio::test]
async fn upcharges_are_at_most_15_percent_of_the_order() {
    let shop = Shop::at_noon().await;
    let created = shop.created_session(&request_with("/order/order_amount", usd(10_000))).await;
    let parent = text(&created, "/order/uuid");
    let upcharge = async |uuid: &str, intent: &str, price: Value| {
        let body = json!({"intent": intent, "upcharge_amount": price});
        shop.call("POST", &format!("/v2/order/{uuid}/upcharge"), &body).await
    };
    assert_rejected(&upcharge(parent, "AUTH", usd(1)).await, "invalid_authorization", Value::Null);
    shop.approve(parent).expect("the shopper approves");
    let first = upcharge(parent, "AUTH", usd(1000)).await;
    let cad = json!({"amount_in_cents": 1, "currency": "CAD"});
    for (price, member) in [(usd(501), "amount_in_cents"), (cad, "currency")] {
        let rejected = upcharge(parent, "CAPTURE", price).await;
        assert_rejected(&rejected, "invalid", format!("upcharge_amount.{member}"));
    }
    let second = upcharge(parent, "CAPTURE", usd(500)).await.json();

    let first = first.json();
    let (first, second) = (text(&first, "/uuid"), text(&second, "/uuid"));
    let read = shop.order(parent).await;
    assert_eq!(read["upcharges"], json!([{"uuid": first, "amount": usd(1000)}, {"uuid": second, "amount": usd(500)}]));
    assert_eq!(read["order_amount"], usd(10_000), "the order itself stays as it is");
    for (uuid, captured) in [(first, 0), (second, 500)] {
        let read = shop.order(uuid).await;
        assert_eq!((&read["is_upcharge"], &read["parent_order_uuid"]), (&json!(true), &json!(parent)));
        assert_eq!(read["authorization"]["financing_option"], "pay-in-full");
        assert_eq!(sum(&read, "captures"), captured);
    }
    assert_rejected(&upcharge(first, "AUTH", usd(1)).await, "invalid", Value::Null);
    assert_error(&upcharge("unknown", "AUTH", usd(1)).await, 404, "record_not_found");
}

#[tokio::test]
async fn express_checkout_uses_first_shipping_option() {
    let shop = Shop::at_noon().await;
    let created = shop.created_session(&request_with("/express_checkout_type", json!("single-step"))).await;
    let uuid = text(&created, "/order/uuid");
    let path = format!("/v2/order/{uuid}/checkout");
    let option = |name: &str, total: i64| {
        json!({
            "name": name, "description": "Two days", "shipping_amount_in_cents": 450, "tax_amount_in_cents": 200,
            "final_order_amount_in_cents": total,
        })
    };
    let body = json!({
        "currency_code": "USD", "address_uuid": "1", "shipping_options": [option("Courier", 4800), option("Post", 4600)],
    });
    for (key, value, location) in [
        ("currency_code", json!("CAD"), "currency_code"),
        ("address_uuid", json!(""), "address_uuid"),
        ("shipping_options", json!([option("Free", 99)]), "shipping_options.0.final_order_amount_in_cents"),
    ] {
        let mut body = body.clone();
        body[key] = value;
        assert_rejected(&shop.call("PATCH", &path, &body).await, "invalid", location);
    }
    shop.granted(204, "PATCH", &path, &body).await;
    shop.approve(uuid).expect("the shopper approves");
    let read = shop.order(uuid).await;
    assert_eq!(read["shipping_method"], json!({"name": "Courier", "description": "Two days"}));
    assert_eq!((&read["order_amount"], &read["shipping_amount"]), (&usd(4800), &usd(450)));
    assert_eq!((&read["tax_amount"], &read["authorization"]["authorization_amount"]), (&usd(200), &usd(4800)));
    assert_rejected(&shop.call("PATCH", &path, &body).await, "already_completed", Value::Null);

    let (_, usual) = shop.waiting_order("AUTH").await;
    let rejected = shop.call("PATCH", &format!("/v2/order/{usual}/checkout"), &body).await;
    assert_rejected(&rejected, "invalid", Value::Null);
}
