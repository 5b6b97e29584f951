//! Orders and their state rules.

use std::time::Duration;

use serde_json::{Value, json};
use sezzle_simulator::{CheckoutError, ControlError, Simulator};

use crate::support::calls::usd;
use crate::support::client::Response;
use crate::{Shop, assert_error, only_error, order, order_request, request_without_order, text};

const MINUTE: Duration = Duration::from_secs(60);

#[track_caller]
fn assert_rejected(response: &Response, code: &str, location: impl Into<Value>) {
    assert_error(response, 422, code);
    assert_eq!(only_error(response)["location"], location.into(), "{}", response.body);
}

fn sum(order: &Value, movements: &str) -> i64 {
    let movements = order["authorization"][movements].as_array().expect("an array");
    movements.iter().map(|movement| movement["amount"]["amount_in_cents"].as_i64().expect("an amount")).sum()
}

#[tokio::test]
async fn order_contains_what_the_merchant_sent() {
    let shop = Shop::at_noon().await;
    let mut request = order_request(order());
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

    shop.approve(uuid).expect("the order's id finds the checkout too");
    let read = shop.order(uuid).await;
    assert_eq!(read["checkout_status"], "complete");
    assert_eq!(read["customer"]["email"], "robin@shopper.example");
    assert_eq!(read["customer"]["first_name"], "Ada", "what the merchant did not send, the shopper filled in");
    let authorization = &read["authorization"];
    assert_eq!(authorization["approved"], true);
    assert_eq!(authorization["authorization_amount"], usd(4150));
    assert_eq!(authorization["expiration"], "2026-03-01T12:30:00.000Z");
    assert_eq!(authorization["financing_option"], "4-pay-monthly");
    assert_eq!(text(authorization, "/sezzle_order_id").len(), 23);
}

#[tokio::test]
async fn session_error_names_the_location() {
    let shop = Shop::strict().await;
    let cases = [
        ("order.order_amount.currency", "/order/order_amount/currency", json!("EUR")),
        ("order.order_amount.amount_in_cents", "/order/order_amount/amount_in_cents", json!(1_u64 << 31)),
        ("order.reference_id", "/order/reference_id", json!("no spaces")),
        ("order.reference_id", "/order/reference_id", json!("a".repeat(256))),
        ("order.shipping_amount.currency", "/order/shipping_amount", json!({"amount_in_cents": 1, "currency": "CAD"})),
        ("order.tax_amount.amount_in_cents", "/order/tax_amount", usd(-1)),
        ("order.items.0.quantity", "/order/items", json!([{"name": "a", "quantity": 0, "price": usd(1)}])),
        ("order.checkout_expiration", "/order/checkout_expiration", json!("2026-03-01T12:00:00Z")),
        (
            "order.checkout_financing_options",
            "/order/checkout_financing_options",
            json!(["4-pay-biweekly", "4-pay-monthly"]),
        ),
        ("order.send_checkout_url", "/order/send_checkout_url", json!({"language": "en"})),
        ("customer.dob", "/customer", json!({"dob": "28.02.1990"})),
        ("complete_url.method", "/complete_url/method", json!("POST")),
    ];
    for (location, pointer, value) in cases {
        let mut request = order_request(order());
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        request.pointer_mut(parent).expect("is there")[key] = value;
        assert_rejected(&shop.post_session(&request).await, "invalid", json!(location));
    }
}

#[tokio::test]
async fn parts_are_captured_released_and_refunded_up_to_the_sum() {
    let shop = Shop::at_noon().await;
    let uuid = shop.approved_order("AUTH").await;
    let amount = "capture_amount.amount_in_cents";
    assert_rejected(&shop.act("capture", &uuid, usd(4151)).await, "invalid", json!(amount));
    assert_rejected(&shop.act("refund", &uuid, usd(1)).await, "invalid", json!("amount_in_cents"));
    for bad in [0, -1] {
        assert_rejected(&shop.act("capture", &uuid, usd(bad)).await, "invalid", json!(amount));
        assert_rejected(&shop.act("release", &uuid, usd(bad)).await, "invalid", json!("amount_in_cents"));
    }
    let cad = json!({"amount_in_cents": 1, "currency": "CAD"});
    for (action, location) in [("capture", "capture_amount.currency"), ("release", "currency"), ("refund", "currency")]
    {
        assert_rejected(&shop.act(action, &uuid, cad.clone()).await, "invalid", json!(location));
    }

    let first = shop.act_granted("capture", &uuid, 2000).await;
    let second = shop.act_granted("capture", &uuid, 1000).await;
    assert_ne!(first, second);
    shop.act_granted("release", &uuid, 150).await;
    assert_rejected(&shop.act("capture", &uuid, usd(1001)).await, "invalid", json!(amount));
    assert_rejected(&shop.act("release", &uuid, usd(1001)).await, "invalid", json!("amount_in_cents"));
    shop.act_granted("capture", &uuid, 1000).await;
    assert_rejected(&shop.act("release", &uuid, usd(1)).await, "invalid", json!("amount_in_cents"));

    shop.act_granted("refund", &uuid, 3000).await;
    assert_rejected(&shop.act("refund", &uuid, usd(1001)).await, "invalid", json!("amount_in_cents"));
    shop.act_granted("refund", &uuid, 1000).await;

    let read = shop.order(&uuid).await;
    assert_eq!((sum(&read, "captures"), sum(&read, "releases"), sum(&read, "refunds")), (4000, 150, 4000));
    assert_eq!(read["authorization"]["captures"][0], json!({"uuid": first, "amount": usd(2000)}));
    assert_eq!(read["checkout_status"], "complete");
}

#[tokio::test]
async fn no_money_moves_without_approval() {
    let shop = Shop::at_noon().await;
    let (session, uuid) = shop.waiting_order("AUTH").await;
    for decline in [false, true] {
        if decline {
            shop.decline(&session).expect("is denied");
        }
        for action in ["capture", "release", "refund"] {
            assert_rejected(&shop.act(action, &uuid, usd(1)).await, "invalid_authorization", Value::Null);
        }
    }
    assert_eq!(shop.order(&uuid).await["checkout_status"], "denied");
    for action in ["capture", "release", "refund"] {
        assert_error(&shop.act(action, "unknown", usd(1)).await, 404, "record_not_found");
    }
}

#[tokio::test]
async fn intent_capture_is_captured_once_at_completion() {
    let shop = Shop::at_noon().await;
    let uuid = shop.approved_order("CAPTURE").await;
    assert_eq!(sum(&shop.order(&uuid).await, "captures"), 4150);
    assert_rejected(&shop.act("capture", &uuid, usd(1)).await, "invalid", Value::Null);
    assert_rejected(&shop.act("release", &uuid, usd(1)).await, "invalid", json!("amount_in_cents"));
    shop.advance(31 * MINUTE);
    assert_eq!(shop.order(&uuid).await["checkout_status"], "complete", "what is captured does not expire");
    shop.act_granted("refund", &uuid, 4150).await;
}

#[tokio::test]
async fn expired_authorization_releases_the_rest() {
    let shop = Shop::at_noon().await;
    let (partly, untouched) = (shop.approved_order("AUTH").await, shop.approved_order("AUTH").await);
    shop.act_granted("capture", &partly, 1000).await;

    shop.advance(30 * MINUTE - Duration::from_micros(1));
    shop.act_granted("capture", &partly, 1000).await;
    shop.advance(Duration::from_micros(1));
    for action in ["capture", "release"] {
        assert_rejected(&shop.act(action, &partly, usd(1)).await, "invalid_authorization", Value::Null);
    }
    let read = shop.order(&partly).await;
    assert_eq!((sum(&read, "captures"), sum(&read, "releases")), (2000, 2150));
    assert_eq!(read["checkout_status"], "complete");
    shop.act_granted("refund", &partly, 2000).await;

    let read = shop.order(&untouched).await;
    assert_eq!(read["checkout_status"], "deleted");
    assert_eq!(sum(&read, "releases"), 4150);
}

#[tokio::test]
async fn authorization_ttl_can_be_set() {
    let week = Duration::from_secs(7 * 24 * 3600);
    let noon = crate::support::calls::NOON.parse().expect("a time");
    let mut shop = Shop::open_with(Simulator::builder().frozen_clock(noon).authorization_ttl(week)).await;
    let uuid = shop.approved_order("AUTH").await;
    shop.advance(week - MINUTE);
    shop.authenticate_again().await;
    shop.act_granted("capture", &uuid, 1).await;
    shop.advance(MINUTE);
    assert_rejected(&shop.act("capture", &uuid, usd(1)).await, "invalid_authorization", Value::Null);
}

#[tokio::test]
async fn authorization_can_be_expired_early() {
    let shop = Shop::at_noon().await;
    let (_, waiting) = shop.waiting_order("AUTH").await;
    let (auth, captured) = (shop.approved_order("AUTH").await, shop.approved_order("CAPTURE").await);
    assert_eq!(shop.expire_authorization("unknown"), Err(ControlError::NoSuchOrder));
    for uuid in [&waiting, &captured] {
        assert!(matches!(shop.expire_authorization(uuid), Err(ControlError::InvalidState(_))));
    }
    assert_eq!(shop.expire_authorization(&auth), Ok(()));
    assert!(matches!(shop.expire_authorization(&auth), Err(ControlError::InvalidState(_))));
    assert_rejected(&shop.act("capture", &auth, usd(1)).await, "invalid_authorization", Value::Null);
}

#[tokio::test]
async fn releasing_everything_deletes_the_order() {
    let shop = Shop::at_noon().await;
    let uuid = shop.approved_order("AUTH").await;
    shop.act_granted("release", &uuid, 4000).await;
    assert_eq!(shop.order(&uuid).await["checkout_status"], "complete");
    shop.act_granted("release", &uuid, 150).await;
    let read = shop.order(&uuid).await;
    assert_eq!(read["checkout_status"], "deleted");
    shop.advance(40 * MINUTE);
    assert_eq!(sum(&shop.order(&uuid).await, "releases"), 4150, "expiry finds nothing more to release");
}

#[tokio::test]
async fn active_checkout_can_be_deleted() {
    let shop = Shop::at_noon().await;
    let (session, uuid) = shop.waiting_order("AUTH").await;
    let path = format!("/v2/order/{uuid}/checkout");
    assert_eq!(shop.cancel(&session).as_deref(), Ok("https://shop.example/cart"));
    assert_eq!(shop.order(&uuid).await["checkout_status"], "active", "a cancelled checkout stays open");
    shop.granted(204, "DELETE", &path, &Value::Null).await;
    assert_eq!(shop.order(&uuid).await["checkout_status"], "deleted");
    assert_eq!(shop.approve(&session), Err(CheckoutError::Closed));
    assert_eq!(shop.cancel(&session), Err(CheckoutError::Closed));
    assert_rejected(&shop.call("DELETE", &path, &Value::Null).await, "checkout_expired", Value::Null);

    for decline in [false, true] {
        let (session, uuid) = shop.waiting_order("AUTH").await;
        let finished = if decline { shop.decline(&session) } else { shop.approve(&session) };
        finished.expect("the shopper finishes");
        let refused = shop.call("DELETE", &format!("/v2/order/{uuid}/checkout"), &Value::Null).await;
        assert_rejected(&refused, "already_completed", Value::Null);
    }
    assert_error(&shop.call("DELETE", "/v2/order/unknown/checkout", &Value::Null).await, 404, "record_not_found");
}

#[tokio::test]
async fn checkout_expires_after_a_day_or_at_its_expiration() {
    let mut shop = Shop::at_noon().await;
    let (usual, usual_order) = shop.waiting_order("AUTH").await;
    let mut request = order_request(order());
    request["order"]["checkout_expiration"] = json!("2026-03-01T12:10:00Z");
    let created = shop.created_session(&request).await;
    let (short, short_order) = (text(&created, "/uuid"), text(&created, "/order/uuid"));

    shop.advance(10 * MINUTE);
    assert_eq!(shop.approve(short), Err(CheckoutError::Closed));
    assert_eq!(shop.order(short_order).await["checkout_status"], "deleted");
    shop.advance(24 * 60 * MINUTE - 10 * MINUTE - Duration::from_micros(1));
    shop.authenticate_again().await;
    assert_eq!(shop.order(&usual_order).await["checkout_status"], "active");
    shop.advance(Duration::from_micros(1));
    assert_eq!(shop.order(&usual_order).await["checkout_status"], "deleted");
    assert_eq!(shop.decline(&usual), Err(CheckoutError::Closed));
}

#[tokio::test]
async fn update_changes_only_the_reference() {
    let shop = Shop::at_noon().await;
    let uuid = shop.approved_order("AUTH").await;
    let path = format!("/v2/order/{uuid}");
    let before = shop.order(&uuid).await;
    shop.granted(204, "PATCH", &path, &json!({"reference_id": "order-1001-b", "description": "ignored"})).await;
    let mut expected = before;
    expected["reference_id"] = json!("order-1001-b");
    assert_eq!(shop.order(&uuid).await, expected);
    for (body, location) in [(json!({}), "reference_id"), (json!({"reference_id": "a b"}), "reference_id")] {
        assert_rejected(&shop.call("PATCH", &path, &body).await, "invalid", json!(location));
    }
    let unknown = shop.call("PATCH", "/v2/order/unknown", &json!({"reference_id": "a"})).await;
    assert_error(&unknown, 404, "record_not_found");
}

#[tokio::test]
async fn reauthorization_requires_ended_authorization() {
    let shop = Shop::at_noon().await;
    let uuid = shop.approved_order("AUTH").await;
    assert_rejected(&shop.act("reauthorize", &uuid, usd(4150)).await, "invalid_authorization", Value::Null);
    let (_, waiting) = shop.waiting_order("AUTH").await;
    assert_rejected(&shop.act("reauthorize", &waiting, usd(4150)).await, "invalid_authorization", Value::Null);

    shop.advance(30 * MINUTE);
    assert_rejected(&shop.act("reauthorize", &uuid, usd(99)).await, "invalid", json!("amount_in_cents"));
    let response = shop.act("reauthorize", &uuid, usd(4000)).await;
    assert_eq!(response.status, 200, "{}", response.body);
    let new = response.json();
    let new_uuid = text(&new, "/uuid");
    assert_ne!(new_uuid, uuid);
    assert_eq!((&new["intent"], &new["reference_id"]), (&json!("AUTH"), &json!("order-1001")));
    assert_eq!(new["order_amount"], usd(4000));
    assert_eq!(new["authorization"]["approved"], true);
    assert_eq!(new["authorization"]["expiration"], "2026-03-01T13:00:00.000Z");
    shop.act_granted("capture", new_uuid, 4000).await;
    assert_eq!(shop.order(&uuid).await["checkout_status"], "deleted", "the old order stays as it is");

    let response = shop.act("reauthorize", &uuid, usd(250_001)).await;
    assert_eq!(response.status, 200, "the question is answered: {}", response.body);
    let denied = response.json();
    assert_eq!(denied["authorization"]["approved"], false);
    let denied = text(&denied, "/uuid");
    assert_eq!(shop.order(denied).await["checkout_status"], "denied");
    assert_rejected(&shop.act("capture", denied, usd(1)).await, "invalid_authorization", Value::Null);

    let released = shop.approved_order("AUTH").await;
    shop.act_granted("release", &released, 4150).await;
    assert_eq!(shop.act("reauthorize", &released, usd(4150)).await.status, 200, "released is over, too");
}

#[tokio::test]
async fn upcharges_are_at_most_15_percent_of_the_order() {
    let shop = Shop::at_noon().await;
    let mut parent = order();
    parent["order_amount"] = usd(10_000);
    let created = shop.created_session(&order_request(parent)).await;
    let parent = text(&created, "/order/uuid");
    let upcharge = async |uuid: &str, intent: &str, price: Value| {
        let body = json!({"intent": intent, "upcharge_amount": price});
        shop.call("POST", &format!("/v2/order/{uuid}/upcharge"), &body).await
    };
    assert_rejected(&upcharge(parent, "AUTH", usd(1)).await, "invalid_authorization", Value::Null);
    shop.approve(parent).expect("the shopper approves");

    let amount = json!("upcharge_amount.amount_in_cents");
    assert_rejected(&upcharge(parent, "AUTH", usd(1501)).await, "invalid", amount.clone());
    let first = upcharge(parent, "AUTH", usd(1000)).await;
    assert_eq!(first.status, 200, "{}", first.body);
    assert_rejected(&upcharge(parent, "CAPTURE", usd(501)).await, "invalid", amount);
    let cad = json!({"amount_in_cents": 1, "currency": "CAD"});
    assert_rejected(&upcharge(parent, "CAPTURE", cad).await, "invalid", json!("upcharge_amount.currency"));
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
    shop.act_granted("capture", first, 1000).await;
    assert_error(&upcharge("unknown", "AUTH", usd(1)).await, 404, "record_not_found");
}

#[tokio::test]
async fn express_checkout_uses_first_shipping_option() {
    let shop = Shop::at_noon().await;
    let mut request = order_request(order());
    request["express_checkout_type"] = json!("single-step");
    let created = shop.created_session(&request).await;
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
    let changed = |key: &str, value: Value| {
        let mut body = body.clone();
        body[key] = value;
        body
    };
    for (body, location) in [
        (changed("currency_code", json!("CAD")), "currency_code"),
        (changed("address_uuid", json!("")), "address_uuid"),
        (changed("shipping_options", json!([option("Free", 99)])), "shipping_options.0.final_order_amount_in_cents"),
    ] {
        assert_rejected(&shop.call("PATCH", &path, &body).await, "invalid", json!(location));
    }
    shop.granted(204, "PATCH", &path, &body).await;
    shop.approve(uuid).expect("the shopper approves");
    let read = shop.order(uuid).await;
    assert_eq!(read["shipping_method"], json!({"name": "Courier", "description": "Two days"}));
    assert_eq!((&read["order_amount"], &read["shipping_amount"]), (&usd(4800), &usd(450)));
    assert_eq!((&read["tax_amount"], &read["authorization"]["authorization_amount"]), (&usd(200), &usd(4800)));
    assert_rejected(&shop.call("PATCH", &path, &body).await, "already_completed", Value::Null);

    let (_, usual) = shop.waiting_order("AUTH").await;
    let refused = shop.call("PATCH", &format!("/v2/order/{usual}/checkout"), &body).await;
    assert_rejected(&refused, "invalid", Value::Null);
}

#[tokio::test]
async fn session_without_order_has_no_order_to_read() {
    let shop = Shop::at_noon().await;
    let mut request = request_without_order();
    request["customer"] = json!({"tokenize": true});
    let created = shop.created_session(&request).await;
    let unknown = shop.call("GET", &format!("/v2/order/{}", text(&created, "/uuid")), &Value::Null).await;
    assert_error(&unknown, 404, "record_not_found");
}
