//! Requests of real clients, from `tests/vectors/clients`, in both modes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};
use sezzle_simulator::Deviation;

use crate::support::client::{Response, send};
use crate::{Shop, order, order_request, text};

const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors/clients");

/// A request of a client, and the ways in which the client departs from the document.
struct Vector {
    name: String,
    status: u16,
    request: Request,
    changes: Vec<Change>,
}

/// A request with `{token}` and the like in its path and header.
#[derive(Clone)]
struct Request {
    method: String,
    path: String,
    authorization: String,
    body: Value,
}

/// One departure from the document.
struct Change {
    kind: Kind,
    /// What the simulator records for it: what the document asks for, by pointer.
    found: BTreeMap<String, String>,
}

enum Kind {
    Body { pointer: String, value: Value },
    Path(String),
    Authorization(String),
}

impl Vector {
    fn read_all() -> Vec<Self> {
        let mut files: Vec<_> = std::fs::read_dir(VECTORS)
            .expect("the folder of vectors can be read")
            .map(|entry| entry.expect("can be read").path())
            .collect();
        files.sort();
        files.iter().flat_map(|file| Self::read_file(file)).collect()
    }

    fn read_file(file: &Path) -> Vec<Self> {
        let yaml = std::fs::read_to_string(file).expect("can be read");
        let vectors: Value =
            serde_saphyr::from_str(&yaml).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let client = text(&vectors, "/client");
        assert_eq!(file.file_stem().and_then(|stem| stem.to_str()), Some(client));
        let requests = vectors["requests"].as_array().expect("a list of requests").iter();
        requests.map(|request| Self::read(client, request)).collect()
    }

    fn read(client: &str, vector: &Value) -> Self {
        let request = Request {
            method: text(vector, "/method").to_owned(),
            path: text(vector, "/path").to_owned(),
            authorization: "Bearer {token}".to_owned(),
            body: vector["body"].clone(),
        };
        let changes = vector["deviations"].as_array().expect("a list of deviations");
        Self {
            name: format!("{client}: {} {}", request.method, request.path),
            status: vector["status"].as_u64().and_then(|status| status.try_into().ok()).expect("a status"),
            request,
            changes: changes.iter().map(Change::read).collect(),
        }
    }
}

impl Change {
    fn read(change: &Value) -> Self {
        let found = change["found"].as_object().expect("an object");
        let found = found.iter().map(|(pointer, rule)| (pointer.clone(), rule.as_str().expect("text").to_owned()));
        let kind = if let Some(path) = change["path"].as_str() {
            Kind::Path(path.to_owned())
        } else if let Some(authorization) = change["authorization"].as_str() {
            Kind::Authorization(authorization.to_owned())
        } else {
            let (pointer, value) = change["set"].as_object().expect("an object").iter().next().expect("a member");
            Kind::Body { pointer: pointer.clone(), value: value.clone() }
        };
        Self { kind, found: found.collect() }
    }

    /// Returns the part of the request that it changes.
    fn target(&self) -> &str {
        match &self.kind {
            Kind::Body { pointer, .. } => pointer,
            Kind::Path(_) => "path",
            Kind::Authorization(_) => "header Authorization",
        }
    }

    fn apply(&self, request: &mut Request) {
        match &self.kind {
            Kind::Body { pointer, value } => {
                let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
                request.body.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}"))[member] = value.clone();
            }
            Kind::Path(path) => path.clone_into(&mut request.path),
            Kind::Authorization(header) => header.clone_into(&mut request.authorization),
        }
    }

    fn assert_rejected(&self, name: &str, response: &Response) {
        let (pointer, _) = self.found.iter().next().expect("a pointer");
        let status = match &self.kind {
            Kind::Body { .. } => 422,
            Kind::Path(_) => 404,
            Kind::Authorization(_) => 401,
        };
        assert_eq!(response.status, status, "{name}, {pointer}: {}", response.body);
        if status == 422 {
            let error = crate::only_error(response);
            assert_eq!(error["location"], pointer[1..].replace('/', "."), "{name}");
            assert!(text(&error, "/message").contains(pointer), "{name}: {error}");
        }
    }
}

impl Shop {
    /// Sends a request of a vector, to new orders if it needs some.
    async fn send_vector(&self, request: &Request) -> Response {
        let mut path = request.path.clone();
        if path.contains("{express_order}") {
            let mut session = order_request(order());
            session["express_checkout_type"] = json!("multi-step");
            let created = self.created_session(&session).await;
            path = path.replace("{express_order}", text(&created, "/order/uuid"));
        }
        if path.contains("{approved_order}") {
            path = path.replace("{approved_order}", &self.approved_order("AUTH").await);
        }
        let authorization = request.authorization.replace("{token}", &self.token);
        let body = if request.body.is_null() { String::new() } else { request.body.to_string() };
        let headers = [&*format!("authorization: {authorization}")];
        send(&request.method, &format!("{}{path}", self.url()), &headers, &body).await
    }

    /// Returns the deviations of the last request.
    fn last_deviations(&self) -> Vec<Deviation> {
        self.requests().pop().expect("a request").deviations
    }
}

fn found(deviations: &[Deviation]) -> BTreeMap<String, String> {
    deviations.iter().map(|deviation| (deviation.pointer.clone(), deviation.expected.clone())).collect()
}

#[tokio::test]
async fn vectors_without_deviations_match_the_document() {
    let shop = Shop::strict().await;
    for vector in Vector::read_all() {
        let response = shop.send_vector(&vector.request).await;
        assert_eq!(response.status, vector.status, "{}: {}", vector.name, response.body);
    }
}

#[tokio::test]
async fn each_deviation_is_accepted_and_recorded_in_default_mode() {
    let shop = Shop::at_noon().await;
    for vector in Vector::read_all() {
        for change in &vector.changes {
            let mut request = vector.request.clone();
            change.apply(&mut request);
            let response = shop.send_vector(&request).await;
            assert_eq!(response.status, vector.status, "{}, {}: {}", vector.name, change.target(), response.body);
            let deviations = shop.last_deviations();
            assert_eq!(deviations.len(), change.found.len(), "{}: {deviations:?}", vector.name);
            assert_eq!(found(&deviations), change.found, "{}", vector.name);
        }
    }
}

#[tokio::test]
async fn each_deviation_is_rejected_at_its_pointer_in_strict_mode() {
    let shop = Shop::strict().await;
    for vector in Vector::read_all() {
        for change in &vector.changes {
            let mut request = vector.request.clone();
            change.apply(&mut request);
            change.assert_rejected(&vector.name, &shop.send_vector(&request).await);
            assert_eq!(shop.last_deviations(), [], "{}", vector.name);
        }
    }
}

#[tokio::test]
async fn combined_deviations_are_accepted_only_in_default_mode() {
    let (default, strict) = (Shop::at_noon().await, Shop::strict().await);
    for vector in Vector::read_all() {
        let (mut request, mut expected, mut targets) = (vector.request.clone(), BTreeMap::new(), BTreeSet::new());
        // Applies only the first of several changes of one member.
        for change in vector.changes.iter().filter(|change| targets.insert(change.target())) {
            change.apply(&mut request);
            expected.extend(change.found.clone());
        }
        let response = default.send_vector(&request).await;
        assert_eq!(response.status, vector.status, "{}: {}", vector.name, response.body);
        assert_eq!(found(&default.last_deviations()), expected, "{}", vector.name);
        let response = strict.send_vector(&request).await;
        assert!(matches!(response.status, 401 | 404 | 422), "{}: {}", vector.name, response.body);
    }
}

#[tokio::test]
async fn vectors_cover_every_client() {
    let clients: BTreeSet<String> = Vector::read_all()
        .iter()
        .filter_map(|vector| vector.name.split_once(':').map(|(name, _)| name.to_owned()))
        .collect();
    for client in ["magento2", "mobile-sdks", "prestashop", "sfcc", "shopware", "woocommerce", "workarea"] {
        assert!(clients.contains(client), "{client}");
    }
}

#[tokio::test]
async fn unknown_and_null_members_are_not_returned() {
    let shop = Shop::at_noon().await;
    let mut order = order();
    order["items"] = json!([{
        "name": "Coffee", "quantity": 1, "price": {"amount_in_cents": 4150, "currency": "USD"}, "brand": null, "colour": "black",
    }]);
    order["metadata"] = json!({"channel": "web", "campaign": null});
    let mut request = order_request(order);
    request["customer"] = json!({
        "email": "robin@shopper.example",
        "tokenization": true,
        "phone_number": null,
        "dob": "",
        "billing_address": {"name": null, "city": "Anytown", "planet": "Earth"},
    });
    let created = shop.created_session(&request).await;
    let read = shop.order(text(&created, "/order/uuid")).await;
    let expected = json!({"email": "robin@shopper.example", "billing_address": {"city": "Anytown"}});
    assert_eq!(read["customer"], expected);
    let item = json!({"name": "Coffee", "quantity": 1, "price": {"amount_in_cents": 4150, "currency": "USD"}});
    assert_eq!(read["items"], json!([item]));
    assert_eq!(read["metadata"], json!({"channel": "web"}));
}

#[tokio::test]
async fn required_members_and_elements_must_not_be_null() {
    let shop = Shop::at_noon().await;
    let cases = [
        ("/complete_url", Value::Null, "complete_url"),
        ("/order/order_amount", Value::Null, "order.order_amount"),
        ("/order/order_amount/currency", Value::Null, "order.order_amount.currency"),
        ("/order/items", json!([null]), "order.items.0"),
        ("/order/discounts", json!([{"currency": "USD"}]), "order.discounts.0.amount.amount_in_cents"),
        ("/order/discounts", json!(["USD"]), "order.discounts.0"),
        ("/order/locale", json!(1), "order.locale"),
        ("/order/checkout_mode", json!("express"), "order.checkout_mode"),
        ("/customer", json!({"dob": "28.02.1990"}), "customer.dob"),
    ];
    for (pointer, value, location) in cases {
        let mut request = order_request(order());
        let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
        request.pointer_mut(parent).expect("is there")[member] = value;
        let response = shop.post_session(&request).await;
        crate::assert_error(&response, 422, "invalid");
        assert_eq!(crate::only_error(&response)["location"], location);
        assert_eq!(shop.last_deviations(), []);
    }
}

#[tokio::test]
async fn urls_must_be_absolute_in_both_modes() {
    for shop in [Shop::at_noon().await, Shop::strict().await] {
        for (member, location) in [("complete_url", "complete_url.href"), ("cancel_url", "cancel_url.href")] {
            let mut request = order_request(order());
            for href in ["https://shop.example/cart", "http://127.0.0.1:3000/", "sezzle-sdk://checkout/confirmed"] {
                request[member]["href"] = json!(href);
                shop.created_session(&request).await;
            }
            for href in ["", "thanks", "/cart", "//shop.example/", "shop.example/cart", "localhost:3000/cart"] {
                request[member]["href"] = json!(href);
                let response = shop.post_session(&request).await;
                crate::assert_error(&response, 422, "invalid");
                let error = crate::only_error(&response);
                assert_eq!(error["location"], location);
                assert!(text(&error, "/message").contains(&format!("/{member}/href")), "{error}");
            }
        }
    }
}

#[tokio::test]
async fn wrong_credentials_are_rejected_in_default_mode() {
    let shop = Shop::at_noon().await;
    let session = format!("{}/v2/session", shop.url());
    let order = format!("{}/v2/order/{}", shop.url(), shop.approved_order("AUTH").await);
    // The public key as Basic: `sz_pub_simulator`. It opens no other operation than sessions.
    let public_key = "Basic c3pfcHViX3NpbXVsYXRvcg==".to_owned();
    let other_key = "Basic c3pfcHViX290aGVy".to_owned();
    let body = order_request(self::order()).to_string();
    for (method, url, header) in [
        ("GET", &order, "unknown".to_owned()),
        ("GET", &order, "Bearer".to_owned()),
        ("GET", &order, "bearer unknown".to_owned()),
        ("GET", &order, format!("Token {}", shop.token)),
        ("GET", &order, format!("Basic {}", shop.token)),
        ("GET", &order, public_key),
        ("POST", &session, other_key),
        ("POST", &session, "Basic sz_pub_simulator".to_owned()),
    ] {
        let response = send(method, url, &[&format!("authorization: {header}")], &body).await;
        crate::assert_error(&response, 401, "unauthorized");
    }
}

#[tokio::test]
async fn deviations_contain_no_values() {
    let shop = Shop::at_noon().await;
    let mut request = order_request(order());
    request["order"]["locale"] = json!("<b>robin</b>");
    request["customer"] = json!({"email": null});
    let url = format!("{}/v2/session/", shop.url());
    let token = format!("authorization: {}", shop.token);
    let response = send("POST", &url, &[&token], &request.to_string()).await;
    assert_eq!(response.status, 201, "{}", response.body);

    let log = send("GET", &format!("{}/_simulator/requests", shop.url()), &[], "").await;
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
    let page = send("GET", &format!("{}/_simulator/dashboard", shop.url()), &[], "").await.body;
    assert!(page.contains("<code>/customer/email</code> was null; it must be of type string."), "{page}");
    assert!(page.contains("1 with deviations"), "{page}");
    for shown in [&log.body, &page, &format!("{:?}", shop.requests())] {
        assert!(!shown.contains("robin") && !shown.contains(&shop.token), "{shown}");
    }
}

#[tokio::test]
async fn token_in_a_path_with_a_slash_is_not_recorded() {
    let shop = Shop::at_noon().await;
    let (token, _) = shop.tokenized_customer().await;
    let response = shop.call("GET", &format!("/v2/token/{token}/session/"), &Value::Null).await;
    assert_eq!(response.status, 200, "{}", response.body);
    assert_eq!(shop.requests().pop().expect("a request").path, "/v2/token/{secret}/session/");
}

#[tokio::test]
async fn deviations_of_a_request_without_a_response_are_recorded() {
    let shop = Shop::at_noon().await;
    shop.add_fault("create_session=503:processedx1".parse().expect("a rule")).expect("an operation");
    let mut request = order_request(order());
    request["order"]["description"] = Value::Null;
    assert_eq!(shop.post_session(&request).await.status, 503);
    assert_eq!(shop.last_deviations().len(), 1);
}
