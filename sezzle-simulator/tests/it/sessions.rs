//! Sessions.

use serde_json::{Value, json};
use sezzle_simulator::CheckoutError;

use crate::support::client::send;
use crate::{Shop, assert_error, only_error, order, order_request, request_without_order, text};

fn links(order: &Value) -> Vec<(String, String, String)> {
    let links = order["links"].as_array().expect("links");
    links.iter().map(|l| (text(l, "/method").into(), text(l, "/rel").into(), text(l, "/href").into())).collect()
}

/// Returns the links of an order.
fn order_links(shop: &Shop, uuid: &str) -> [(String, String, String); 6] {
    let url = format!("{}/v2/order/{uuid}", shop.url());
    [
        ("GET", "self", ""),
        ("PATCH", "self", ""),
        ("POST", "release", "/release"),
        ("POST", "capture", "/capture"),
        ("POST", "refund", "/refund"),
        ("DELETE", "checkout", "/checkout"),
    ]
    .map(|(method, rel, path)| (method.to_owned(), rel.to_owned(), format!("{url}{path}")))
}

#[tokio::test]
async fn created_session_can_be_read() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request(order())).await;
    let uuid = text(&created, "/uuid");
    assert_eq!(links(&created), [("GET".into(), "self".into(), format!("{}/v2/session/{uuid}", shop.url()))]);
    assert_eq!(created.get("tokenize"), None);

    assert_eq!(created["order"]["intent"], "AUTH");
    assert_eq!(links(&created["order"]), order_links(&shop, text(&created, "/order/uuid")));

    let read = shop.get(text(&created, "/links/0/href")).await;
    assert_eq!((read.status, read.json()), (200, created));
}

#[tokio::test]
async fn each_request_creates_a_session() {
    let shop = Shop::open().await;
    let first = shop.created_session(&order_request(order())).await;
    let second = shop.created_session(&order_request(order())).await;
    assert_ne!(first["uuid"], second["uuid"]);
    assert_ne!(first["order"]["uuid"], second["order"]["uuid"]);
    assert_eq!(shop.session(text(&first, "/uuid")).await, first);
}

#[tokio::test]
async fn unknown_sessions_are_not_found() {
    let shop = Shop::open().await;
    let response = shop.get(&format!("{}/v2/session/unknown", shop.url())).await;
    assert_error(&response, 404, "record_not_found");
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
    assert_eq!(links(tokenize), [("GET".into(), "token".into(), format!("{}/v2/token/{token}/session", shop.url()))]);
    assert_eq!(text(tokenize, "/expiration").len(), 24);

    let page = send("GET", text(tokenize, "/approval_url"), &[], "").await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains(&format!(r#"action="/checkout/approve?id={token}""#)), "{}", page.body);
    shop.get(text(tokenize, "/links/0/href")).await;
    assert!(!format!("{:?}", shop.requests()).contains(token));
}

#[tokio::test]
async fn session_can_have_order_and_tokenization() {
    let shop = Shop::open().await;
    let mut request = order_request(order());
    request["customer"] = json!({"tokenize": true});
    let created = shop.created_session(&request).await;
    assert!(created["order"].is_object() && created["tokenize"].is_object(), "{created}");
}

#[tokio::test]
async fn session_requires_an_order_or_a_tokenization() {
    let shop = Shop::open().await;
    let mut request = request_without_order();
    for customer in [json!({}), json!({"tokenize": false, "email": "robin@shopper.example"})] {
        request["customer"] = customer;
        let response = shop.post_session(&request).await;
        assert_error(&response, 422, "invalid");
        assert_eq!(only_error(&response)["location"], "order");
    }
}

#[tokio::test]
async fn order_amount_is_an_integer_of_at_least_100_cents() {
    let shop = Shop::open().await;
    let request = |cents: Value| order_request(json!({"order_amount": {"amount_in_cents": cents, "currency": "USD"}}));
    // The last two are integers to JSON Schema, but no plain numbers of cents.
    for cents in [json!(99), json!(0), json!(-4150), json!(4150.0), json!(1e300)] {
        let response = shop.post_session(&request(cents)).await;
        assert_error(&response, 422, "invalid");
        assert_eq!(only_error(&response)["location"], "order.order_amount.amount_in_cents");
    }
    let created = shop.created_session(&request(json!(100))).await;
    assert_eq!(created["order"]["intent"], "CAPTURE", "the intent when none is given");
}

#[tokio::test]
async fn schema_error_names_the_location_without_the_value() {
    let shop = Shop::open().await;
    let with = |member: &str, value: Value| {
        let mut order = order();
        order[member] = value;
        order_request(order)
    };
    let mut missing = order_request(order());
    missing.as_object_mut().expect("an object").remove("complete_url");
    let mut customer = order_request(order());
    customer["customer"] = json!({"email": ["robin"], "phone": 1});
    let cases = [
        (missing, json!("complete_url")),
        (customer, json!("customer.email")),
        (with("intent", json!("robin")), json!("order.intent")),
        (with("checkout_expiration", json!("robin")), json!("order.checkout_expiration")),
        (with("order_amount", json!({"currency": "robin"})), json!("order.order_amount.amount_in_cents")),
        (with("items", json!([{"name": "a", "quantity": 1, "price": "robin"}])), json!("order.items.0.price")),
        (with("metadata", json!({"note": {"robin": "robin"}})), json!("order.metadata.note")),
        (json!(["robin"]), Value::Null),
    ];
    for (request, location) in cases {
        let response = shop.post_session(&request).await;
        assert_error(&response, 422, "invalid");
        let error = only_error(&response);
        assert_eq!(error["location"], location);
        let subject = location.as_str().and_then(|location| location.rsplit('.').next()).unwrap_or("body");
        assert!(text(&error, "/message").contains(subject), "{error}");
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
    let created = shop.created_session(&order_request(order())).await;
    let (_, checkout) = text(&created, "/order/checkout_url").split_once("?id=").expect("an id in the URL");
    let ids = [text(&created, "/uuid"), text(&created, "/order/uuid"), checkout];
    assert!(ids.iter().all(|id| id.len() == 36), "{ids:?}");
    assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[2] != ids[0], "{ids:?}");
    // No operation accepts the checkout's id.
    for path in ["session", "order"] {
        let response = shop.call("GET", &format!("/v2/{path}/{checkout}"), &Value::Null).await;
        assert_error(&response, 404, "record_not_found");
    }
}

#[tokio::test]
async fn controls_accept_the_id_of_session_order_or_checkout() {
    let shop = Shop::open().await;
    for pointer in ["/uuid", "/order/uuid", "/order/checkout_url"] {
        let created = shop.created_session(&order_request(order())).await;
        let id = text(&created, pointer).rsplit("?id=").next().expect("an id");
        let url = format!("{}/_simulator/sessions/{id}/approve", shop.url());
        assert_eq!(send("POST", &url, &[], "").await.status, 200, "{pointer}");
        assert_eq!(shop.order(text(&created, "/order/uuid")).await["checkout_status"], "complete", "{pointer}");
    }
}

#[tokio::test]
async fn shopper_decides_once() {
    let shop = Shop::open().await;
    assert_eq!(shop.approve("unknown"), Err(CheckoutError::NoSuchSession));
    assert_eq!(shop.decline("unknown"), Err(CheckoutError::NoSuchSession));

    let created = shop.created_session(&order_request(order())).await;
    let uuid = text(&created, "/uuid");
    assert_eq!(shop.approve(uuid).as_deref(), Ok("https://shop.example/thanks?order=1001"));
    let approved = shop.session(uuid).await;
    assert_eq!(shop.approve(uuid), Err(CheckoutError::AlreadyFinished));
    assert_eq!(shop.decline(uuid), Err(CheckoutError::AlreadyFinished));
    assert_eq!(shop.session(uuid).await, approved);
}

#[tokio::test]
async fn shopper_can_decide_over_http() {
    let shop = Shop::open().await;
    for decision in ["approve", "decline"] {
        let created = shop.created_session(&order_request(order())).await;
        let uuid = text(&created, "/uuid");
        let url = |uuid: &str| format!("{}/_simulator/sessions/{uuid}/{decision}", shop.url());
        let response = send("POST", &url(uuid), &[], "").await;
        let destination = match decision {
            "approve" => "https://shop.example/thanks?order=1001",
            _ => "https://shop.example/cart",
        };
        assert_eq!((response.status, response.json()), (200, json!({"destination": destination})));
        assert_error(&send("POST", &url(uuid), &[], "").await, 409, "conflict");
        for unknown in ["unknown", "%ff"] {
            assert_error(&send("POST", &url(unknown), &[], "").await, 404, "record_not_found");
        }

        let status = if decision == "approve" { "complete" } else { "denied" };
        assert_eq!(shop.order(text(&created, "/order/uuid")).await["checkout_status"], status);
    }
}
