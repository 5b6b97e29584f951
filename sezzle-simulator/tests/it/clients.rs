//! Requests of real clients, from `tests/vectors/clients`, in both modes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde::Deserialize;
use serde_json::{Value, json};
use sezzle_simulator::Deviation;

use crate::support::client::{Response, send};
use crate::support::shop::Shop;
use crate::support::{assert_error, assert_rejected, order_request, request_with, set, text};

const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors/clients");

/// The requests of one client.
#[derive(Deserialize)]
struct Client {
    client: String,
    requests: Vec<Vector>,
}

/// A request as the document has it, and the ways in which the client departs from that.
#[derive(Clone, Deserialize)]
struct Vector {
    #[serde(default)]
    name: String,
    method: String,
    /// May contain `{approved_order}` or `{express_order}`.
    path: String,
    /// May contain `{token}`, which it is by default.
    authorization: Option<String>,
    #[serde(default)]
    body: Value,
    status: u16,
    #[serde(default)]
    deviations: Vec<Change>,
}

/// Another path, header or member of the body, and what the simulator records: what the document asks for, by pointer.
#[derive(Clone, Deserialize)]
struct Change {
    path: Option<String>,
    authorization: Option<String>,
    #[serde(default)]
    set: BTreeMap<String, Value>,
    found: BTreeMap<String, String>,
}

impl Change {
    /// Returns the part of the request that changes: a pointer into the body, the path or the header.
    fn target(&self) -> &str {
        let other = if self.path.is_some() { "path" } else { "header Authorization" };
        self.set.keys().next().map_or(other, String::as_str)
    }

    fn apply(&self, vector: &mut Vector) {
        vector.path = self.path.clone().unwrap_or_else(|| vector.path.clone());
        vector.authorization = self.authorization.clone().or(vector.authorization.take());
        for (pointer, value) in &self.set {
            set(&mut vector.body, pointer, value.clone());
        }
    }
}

fn vectors() -> Vec<Vector> {
    let mut all = Vec::new();
    for entry in fs::read_dir(VECTORS).expect("the folder of vectors can be read") {
        let file = entry.expect("can be read").path();
        let yaml = fs::read_to_string(&file).expect("can be read");
        let read: Client = serde_saphyr::from_str(&yaml).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert_eq!(file.file_stem().and_then(|stem| stem.to_str()), Some(&*read.client));
        all.extend(read.requests.into_iter().map(|mut vector| {
            vector.name = format!("{}: {} {}", read.client, vector.method, vector.path);
            vector
        }));
    }
    all
}

fn found(deviations: &[Deviation]) -> BTreeMap<String, String> {
    deviations.iter().map(|deviation| (deviation.pointer.clone(), deviation.expected.clone())).collect()
}

impl Shop {
    /// Sends a request of a vector, to new orders if it needs some.
    async fn send_vector(&self, request: &Vector) -> Response {
        let mut path = request.path.clone();
        if path.contains("{express_order}") {
            let created = self.created_session(&request_with("/express_checkout_type", json!("multi-step"))).await;
            path = path.replace("{express_order}", text(&created, "/order/uuid"));
        }
        if path.contains("{approved_order}") {
            path = path.replace("{approved_order}", &self.approved_order("AUTH").await);
        }
        let authorization =
            request.authorization.as_deref().unwrap_or("Bearer {token}").replace("{token}", &self.token);
        let body = if request.body.is_null() { String::new() } else { request.body.to_string() };
        send(&request.method, &self.at(&path), &[&format!("authorization: {authorization}")], &body).await
    }

    /// Returns the deviations of the last request.
    fn last_deviations(&self) -> Vec<Deviation> {
        self.requests().pop().expect("a request").deviations
    }
}

#[tokio::test]
async fn vectors_without_deviations_match_the_document() {
    let shop = Shop::strict().await;
    let mut clients = BTreeSet::new();
    for vector in vectors() {
        let response = shop.send_vector(&vector).await;
        assert_eq!(response.status, vector.status, "{}: {}", vector.name, response.body);
        clients.extend(vector.name.split_once(':').map(|(client, _)| client.to_owned()));
    }
    for client in ["magento2", "mobile-sdks", "prestashop", "sfcc", "shopware", "woocommerce", "workarea"] {
        assert!(clients.contains(client), "{client}");
    }
}

#[tokio::test]
async fn each_deviation_is_recorded_in_default_mode_and_rejected_in_strict_mode() {
    let (default, strict) = (Shop::at_noon().await, Shop::strict().await);
    for vector in vectors() {
        for change in &vector.deviations {
            let (mut request, name) = (vector.clone(), format!("{}, {}", vector.name, change.target()));
            change.apply(&mut request);
            let response = default.send_vector(&request).await;
            assert_eq!(response.status, vector.status, "{name}: {}", response.body);
            let deviations = default.last_deviations();
            assert_eq!(deviations.len(), change.found.len(), "{name}: {deviations:?}");
            assert_eq!(found(&deviations), change.found, "{name}");

            let response = strict.send_vector(&request).await;
            match change.target() {
                "path" => assert_eq!(response.status, 404, "{name}: {}", response.body),
                "header Authorization" => assert_eq!(response.status, 401, "{name}: {}", response.body),
                _ => {
                    let pointer = change.found.keys().next().expect("a pointer");
                    let error = assert_rejected(&response, "invalid", pointer[1..].replace('/', "."));
                    assert!(text(&error, "/message").contains(pointer), "{name}: {error}");
                }
            }
            assert_eq!(strict.last_deviations(), [], "{name}");
        }
    }
}

#[tokio::test]
async fn combined_deviations_are_accepted_only_in_default_mode() {
    let (default, strict) = (Shop::at_noon().await, Shop::strict().await);
    for vector in vectors() {
        let (name, mut request) = (&vector.name, vector.clone());
        let (mut all, mut targets) = (BTreeMap::new(), BTreeSet::new());
        // Applies only the first of several changes of one member.
        for change in vector.deviations.iter().filter(|change| targets.insert(change.target())) {
            change.apply(&mut request);
            all.extend(change.found.clone());
        }
        let response = default.send_vector(&request).await;
        assert_eq!(response.status, vector.status, "{name}: {}", response.body);
        assert_eq!(found(&default.last_deviations()), all, "{name}");
        let response = strict.send_vector(&request).await;
        assert!(matches!(response.status, 401 | 404 | 422), "{name}: {}", response.body);
    }
}

#[tokio::test]
async fn wrong_credentials_are_rejected_in_default_mode() {
    let shop = Shop::at_noon().await;
    let order = format!("/v2/order/{}", shop.approved_order("AUTH").await);
    for (method, path, header) in [
        ("GET", &*order, "unknown"),
        ("GET", &order, "Bearer"),
        ("GET", &order, "bearer unknown"),
        ("GET", &order, &format!("Token {}", shop.token)),
        ("GET", &order, &format!("Basic {}", shop.token)),
        // The public key as Basic: `sz_pub_simulator`. It opens no other operation than sessions.
        ("GET", &order, "Basic c3pfcHViX3NpbXVsYXRvcg=="),
        ("POST", "/v2/session", "Basic c3pfcHViX290aGVy"),
        ("POST", "/v2/session", "Basic sz_pub_simulator"),
    ] {
        let header = format!("authorization: {header}");
        let response = send(method, &shop.at(path), &[&header], &order_request().to_string()).await;
        assert_error(&response, 401, "unauthorized");
    }
}

#[tokio::test]
async fn deviations_contain_no_values() {
    let shop = Shop::at_noon().await;
    let mut request = request_with("/order/locale", json!("<b>robin</b>"));
    request["customer"] = json!({"email": null});
    let token = format!("authorization: {}", shop.token);
    let response = send("POST", &shop.at("/v2/session/"), &[&token], &request.to_string()).await;
    assert_eq!(response.status, 201, "{}", response.body);

    let log = shop.visit("GET", "/_simulator/requests", "").await;
    let recorded = log.json().as_array().and_then(|requests| requests.last().cloned()).expect("a request");
    let locales = r#"must be one of ["en-US","en-CA","fr-CA"]"#;
    assert_eq!(
        recorded["deviations"],
        json!([
            {"pointer": "path", "sent": "one with a slash at the end", "expected": "must not end with a slash"},
            {"pointer": "header Authorization", "sent": "the token alone", "expected": "must be a bearer token"},
            {"pointer": "/customer/email", "sent": "null", "expected": "must be of type string"},
            {"pointer": "/order/locale", "sent": "another string", "expected": locales},
        ])
    );
    assert_eq!(recorded["path"], "/v2/session/");
    let page = shop.visit("GET", "/_simulator/dashboard", "").await.body;
    assert!(page.contains("<code>/customer/email</code> was null; it must be of type string."), "{page}");
    assert!(page.contains("1 with deviations"), "{page}");
    for shown in [&log.body, &page, &format!("{:?}", shop.requests())] {
        assert!(!shown.contains("robin") && !shown.contains(&shop.token), "{shown}");
    }
}

/// The operations on orders and customers are called so by `random_orders`.
#[tokio::test]
async fn client_that_sends_null_can_use_the_other_operations() {
    let mut shop = Shop::at_noon().await;
    shop.send_nulls().await;
    let order = shop.approved(&request_with("/customer", json!({"billing_address": {"city": "Anytown"}}))).await;
    let keys = json!({"public_key": shop.public_key(), "private_key": shop.private_key()});
    let card = json!({
        "amount_in_cents": 5_000, "currency": "USD", "origin": "https://shop.example", "mode": "popup",
        "merchant_reference_id": "cart-1", "customer": {"email": "robin@shopper.example"},
    });
    let subscription = json!({"url": "http://127.0.0.1:1/", "events": ["order.refunded"]});
    for (status, method, path, body) in [
        (201, "POST", "/v2/authentication", keys),
        (204, "PATCH", &*format!("/v2/order/{order}"), json!({"reference_id": "order-1001-b"})),
        (201, "POST", "/v2/session/card", card),
        (200, "POST", "/v2/webhooks", subscription),
        (201, "POST", "/v2/webhooks/test", json!({"event": "order.captured"})),
        (200, "GET", "/v2/orders/report?start-date=2026-03-01&end-date=2026-03-02", Value::Null),
    ] {
        shop.granted(status, method, path, &body).await;
        assert_ne!(shop.last_deviations(), [], "{method} {path}");
    }
    let read = shop.order(&order).await;
    assert_eq!(read["reference_id"], "order-1001-b");
    assert_eq!(read["customer"]["billing_address"], json!({"city": "Anytown"}));
    let requests = shop.requests();
    let nulls = requests.iter().flat_map(|request| &request.deviations).filter(|found| found.sent == "null").count();
    assert!(nulls >= 30, "{nulls}");
}

#[tokio::test]
async fn token_in_a_path_with_a_slash_is_not_recorded() {
    let shop = Shop::at_noon().await;
    let (token, _) = shop.tokenized_customer().await;
    shop.read(&format!("/v2/token/{token}/session/")).await;
    assert_eq!(shop.requests().pop().expect("a request").path, "/v2/token/{secret}/session/");
}

#[tokio::test]
async fn deviations_of_a_request_without_a_response_are_recorded() {
    let shop = Shop::at_noon().await;
    shop.add_fault("create_session=503:processedx1".parse().expect("a rule")).expect("an operation");
    assert_eq!(shop.post_session(&request_with("/order/description", Value::Null)).await.status, 503);
    assert_eq!(shop.last_deviations().len(), 1);
}
