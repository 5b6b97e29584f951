//! Sessions.

use serde_json::{Value, json};
use sezzle_simulator::ControlError;

use crate::support::shop::Shop;
use crate::support::{
    assert_error, assert_rejected, order_request, request_with, request_without_order, set, text, usd,
};

fn links(body: &Value) -> Vec<(String, String, String)> {
    let links = body["links"].as_array().expect("links");
    links.iter().map(|l| (text(l, "/method").into(), text(l, "/rel").into(), text(l, "/href").into())).collect()
}

/// Returns the links of an order.
fn order_links(shop: &Shop, uuid: &str) -> [(String, String, String); 6] {
    [
        ("GET", "self", ""),
        ("PATCH", "self", ""),
        ("POST", "release", "/release"),
        ("POST", "capture", "/capture"),
        ("POST", "refund", "/refund"),
        ("DELETE", "checkout", "/checkout"),
    ]
    .map(|(method, rel, path)| (method.to_owned(), rel.to_owned(), shop.at(&format!("/v2/order/{uuid}{path}"))))
}

#[tokio::test]
async fn created_session_can_be_read() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request()).await;
    let uuid = text(&created, "/uuid");
    assert_eq!(links(&created), [("GET".into(), "self".into(), shop.at(&format!("/v2/session/{uuid}")))]);
    assert_eq!(created.get("tokenize"), None);
    assert_eq!(created["order"]["intent"], "AUTH");
    assert_eq!(links(&created["order"]), order_links(&shop, text(&created, "/order/uuid")));

    let second = shop.created_session(&order_request()).await;
    assert_ne!(created["uuid"], second["uuid"]);
    assert_ne!(created["order"]["uuid"], second["order"]["uuid"]);
    assert_eq!(shop.session(uuid).await, created);
    shop.assert_not_found("GET", "/v2/session/unknown", &Value::Null).await;
}

#[tokio::test]
async fn tokenization_does_not_need_an_order() {
    let shop = Shop::open().await;
    let mut request = request_without_order();
    request["customer"] = json!({"tokenize": true});
    let created = shop.created_session(&request).await;
    assert_eq!(created.get("order"), None);
    let tokenize = &created["tokenize"];
    let token = text(tokenize, "/token");
    assert_eq!(links(tokenize), [("GET".into(), "token".into(), shop.at(&format!("/v2/token/{token}/session")))]);
    assert_eq!(text(tokenize, "/expiration").len(), 24);

    shop.assert_not_found("GET", &format!("/v2/order/{}", text(&created, "/uuid")), &Value::Null).await;
    let destination = shop.approve(token).expect("the token opens the checkout");
    assert!(destination.contains("customer-uuid="), "{destination}");

    for customer in [json!({}), json!({"tokenize": false, "email": "robin@shopper.example"})] {
        request["customer"] = customer;
        assert_rejected(&shop.post_session(&request).await, "invalid", "order");
    }
}

#[tokio::test]
async fn order_amount_is_an_integer_of_at_least_100_cents() {
    let shop = Shop::open().await;
    // The last two are integers to JSON Schema, but no plain numbers of cents.
    for cents in [json!(99), json!(0), json!(-4150), json!(4150.0), json!(1e300)] {
        let request = request_with("/order/order_amount/amount_in_cents", cents);
        assert_rejected(&shop.post_session(&request).await, "invalid", "order.order_amount.amount_in_cents");
    }
    let created = shop.created_session(&request_with("/order", json!({"order_amount": usd(100)}))).await;
    assert_eq!(created["order"]["intent"], "CAPTURE", "the default");
}

#[tokio::test]
async fn schema_error_names_the_location_without_the_value() {
    let shop = Shop::open().await;
    let mut missing = order_request();
    missing.as_object_mut().expect("an object").remove("complete_url");
    let items = json!([{"name": "a", "quantity": 1, "price": "robin"}]);
    let with = |pointer: &str, value: Value| request_with(&format!("/order/{pointer}"), value);
    for (request, location, message) in [
        (json!(["robin"]), Value::Null, "the body must be of type object"),
        (missing, json!("complete_url"), "complete_url is required"),
        (request_with("/order", json!({})), json!("order.order_amount"), "order_amount is required"),
        // Of several, the error whose location sorts first.
        (
            request_with("/customer", json!({"email": ["robin"], "phone": 1})),
            json!("customer.email"),
            "email must be of type string",
        ),
        (
            request_with("/customer", json!({"billing_address": {"name": 1}})),
            json!("customer.billing_address.name"),
            "name must be of type null or string",
        ),
        (with("intent", json!("robin")), json!("order.intent"), r#"intent must be one of ["AUTH","CAPTURE"]"#),
        (
            with("checkout_expiration", json!("robin")),
            json!("order.checkout_expiration"),
            "checkout_expiration must be a date-time",
        ),
        (
            with("order_amount", json!({"currency": "robin"})),
            json!("order.order_amount.amount_in_cents"),
            "amount_in_cents is required",
        ),
        (with("items", items), json!("order.items.0.price"), "price must be of type object"),
        (
            with("metadata", json!({"note": {"robin": "robin"}})),
            json!("order.metadata.note"),
            "note must be of type string",
        ),
    ] {
        let response = shop.post_session(&request).await;
        assert_eq!(assert_rejected(&response, "invalid", location)["message"], message);
        assert!(!response.body.contains("robin"), "{}", response.body);
    }
}

#[tokio::test]
async fn order_links_are_the_same_in_every_state() {
    let shop = Shop::at_noon().await;
    for intent in ["AUTH", "CAPTURE"] {
        for status in ["active", "complete", "denied", "deleted"] {
            let (session, uuid) = shop.waiting_order(intent).await;
            match status {
                "complete" => drop(shop.approve(&session).expect("the shopper approves")),
                "denied" => drop(shop.decline(&session).expect("the shopper is denied")),
                "deleted" => {
                    shop.granted(204, "DELETE", &format!("/v2/order/{uuid}/checkout"), &Value::Null).await;
                }
                _ => {}
            }
            let read = shop.order(&uuid).await;
            assert_eq!(read["checkout_status"], status);
            assert_eq!(links(&read), order_links(&shop, &uuid), "{intent} {status}");
            assert_eq!(links(&shop.session(&session).await["order"]), order_links(&shop, &uuid), "{intent} {status}");
        }
    }
}

#[tokio::test]
async fn ids_of_session_order_and_checkout_differ() {
    let shop = Shop::open().await;
    for index in 0..3 {
        let ids = shop.new_checkout().await;
        assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[2] != ids[0], "{ids:?}");
        // No operation accepts the checkout's id. Controls accept all three.
        shop.assert_not_found("GET", &format!("/v2/session/{}", ids[2]), &Value::Null).await;
        shop.assert_not_found("GET", &format!("/v2/order/{}", ids[2]), &Value::Null).await;
        shop.approve(&ids[index]).expect("the id opens the checkout");
        assert_eq!(shop.checkout_status(&ids[1]).await, "complete", "{index}");
    }
}

#[tokio::test]
async fn shopper_decides_once() {
    let shop = Shop::open().await;
    assert_eq!(shop.approve("unknown"), Err(ControlError::NoSuchSession));
    assert_eq!(shop.decline("unknown"), Err(ControlError::NoSuchSession));
    let (cart, thanks) = ("https://shop.example/cart", "https://shop.example/thanks?order=1001");
    for (decision, destination, status) in [("approve", thanks, "complete"), ("decline", cart, "denied")] {
        let [uuid, order, _] = shop.new_checkout().await;
        let press = async |uuid: &str, button: &str| {
            shop.visit("POST", &format!("/_simulator/sessions/{uuid}/{button}"), "").await
        };
        // A checkout that the shopper leaves stays open.
        for (button, destination) in [("leave", cart), ("leave", cart), (decision, destination)] {
            let response = press(&uuid, button).await;
            assert_eq!((response.status, response.json()), (200, json!({"destination": destination})), "{button}");
        }
        assert_eq!(shop.checkout_status(&order).await, status);
        let decided = shop.session(&uuid).await;
        for button in ["approve", "decline", "leave"] {
            assert_error(&press(&uuid, button).await, 409, "conflict");
            for unknown in ["unknown", "%ff"] {
                assert_error(&press(unknown, button).await, 404, "record_not_found");
            }
        }
        for again in [shop.approve(&uuid), shop.decline(&uuid), shop.cancel(&uuid)] {
            assert_eq!(again, Err(ControlError::AlreadyFinished));
        }
        assert_eq!(shop.session(&uuid).await, decided);
    }
}

#[tokio::test]
async fn unknown_and_null_members_are_not_returned() {
    let shop = Shop::at_noon().await;
    let item = json!({"name": "Coffee", "quantity": 1, "price": usd(4150)});
    let mut sent = item.clone();
    (sent["brand"], sent["colour"]) = (Value::Null, json!("black"));
    let mut request = request_with("/order/items", json!([sent]));
    set(&mut request, "/order/metadata", json!({"channel": "web", "campaign": null}));
    request["customer"] = json!({
        "email": "robin@shopper.example",
        "tokenization": true,
        "phone_number": null,
        "dob": "",
        "billing_address": {"name": null, "city": "Anytown", "planet": "Earth"},
    });
    let created = shop.created_session(&request).await;
    let read = shop.order(text(&created, "/order/uuid")).await;
    let customer = json!({"email": "robin@shopper.example", "billing_address": {"city": "Anytown"}});
    assert_eq!((&read["customer"], &read["items"]), (&customer, &json!([item])));
    assert_eq!(read["metadata"], json!({"channel": "web"}));
}

#[tokio::test]
async fn invalid_members_are_rejected_in_both_modes() {
    let shops = [Shop::at_noon().await, Shop::strict().await];
    let cad = json!({"amount_in_cents": 1, "currency": "CAD"});
    let plans = json!(["4-pay-biweekly", "4-pay-monthly"]);
    for (pointer, value, location) in [
        ("/complete_url", Value::Null, "complete_url"),
        ("/customer", json!({"dob": "28.02.1990"}), "customer.dob"),
        ("/order/order_amount", Value::Null, "order.order_amount"),
        ("/order/order_amount/amount_in_cents", json!(1_u64 << 31), "order.order_amount.amount_in_cents"),
        ("/order/order_amount/currency", Value::Null, "order.order_amount.currency"),
        ("/order/order_amount/currency", json!("EUR"), "order.order_amount.currency"),
        ("/order/reference_id", json!("no spaces"), "order.reference_id"),
        ("/order/reference_id", json!("a".repeat(256)), "order.reference_id"),
        ("/order/shipping_amount", cad, "order.shipping_amount.currency"),
        ("/order/tax_amount", usd(-1), "order.tax_amount.amount_in_cents"),
        ("/order/items", json!([null]), "order.items.0"),
        ("/order/items", json!([{"name": "a", "quantity": 0, "price": usd(1)}]), "order.items.0.quantity"),
        ("/order/discounts", json!(["USD"]), "order.discounts.0"),
        ("/order/locale", json!(1), "order.locale"),
        ("/order/checkout_mode", json!("express"), "order.checkout_mode"),
        ("/order/checkout_expiration", json!("2026-03-01T12:00:00Z"), "order.checkout_expiration"),
        ("/order/checkout_financing_options", plans, "order.checkout_financing_options"),
        ("/order/send_checkout_url", json!({"language": "en"}), "order.send_checkout_url"),
    ] {
        for shop in &shops {
            assert_rejected(&shop.post_session(&request_with(pointer, value.clone())).await, "invalid", location);
            assert_eq!(shop.requests().pop().expect("a request").deviations, []);
        }
    }
    // A price without its currency is none of the deviations, even for a discount.
    let discount = request_with("/order/discounts", json!([{"currency": "USD"}]));
    let rejected = shops[0].post_session(&discount).await;
    assert_rejected(&rejected, "invalid", "order.discounts.0.amount.amount_in_cents");
}

#[tokio::test]
async fn urls_must_be_absolute_in_both_modes() {
    for shop in [Shop::at_noon().await, Shop::strict().await] {
        for member in ["complete_url", "cancel_url"] {
            let pointer = format!("/{member}/href");
            for href in ["https://shop.example/cart", "http://127.0.0.1:3000/", "sezzle-sdk://checkout/confirmed"] {
                shop.created_session(&request_with(&pointer, json!(href))).await;
            }
            for href in [
                "",
                "thanks",
                "/cart",
                "//shop.example/",
                "localhost:3000/cart",
                "https:",
                "http://",
                "https:///thanks",
                "javascript://x",
            ] {
                let response = shop.post_session(&request_with(&pointer, json!(href))).await;
                let error = assert_rejected(&response, "invalid", format!("{member}.href"));
                assert!(text(&error, "/message").contains(&pointer), "{error}");
            }
        }
    }
}
