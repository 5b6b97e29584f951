//! All operations with a client that sends `null` for every absent member and the token without `Bearer`.

use serde_json::{Map, Value, json};
use sezzle_simulator::{LedgerKind, Simulator};

use crate::support::calls::{NOON, usd};
use crate::support::client::send;
use crate::text;

/// A client that is driven by the document.
struct NullClient {
    simulator: Simulator,
    document: Value,
    token: String,
}

impl NullClient {
    async fn start() -> Self {
        let builder = Simulator::builder().frozen_clock(NOON.parse().expect("a time")).interest_share(10);
        let simulator = builder.start().await.expect("the simulator starts");
        let document = send("GET", &format!("{}/_simulator/openapi.json", simulator.url()), &[], "").await.json();
        let mut client = Self { simulator, document, token: String::new() };
        client.authenticate().await;
        client
    }

    async fn authenticate(&mut self) {
        let keys = json!({"public_key": self.simulator.public_key(), "private_key": self.simulator.private_key()});
        self.token = text(&self.call(201, "POST", "/v2/authentication", keys).await, "/token").to_owned();
    }

    /// Calls an operation, with null for every absent member of the body.
    async fn call(&self, status: u16, method: &str, path: &str, mut body: Value) -> Value {
        if !body.is_null() {
            self.fill(self.request_schema(method, path), &mut body);
        }
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let authorization = format!("authorization: {}", self.token);
        let headers = if self.token.is_empty() { vec![] } else { vec![authorization.as_str()] };
        let response = send(method, &format!("{}{path}", self.simulator.url()), &headers, &body).await;
        assert_eq!(response.status, status, "{method} {path} {body}: {}", response.body);
        serde_json::from_str(&response.body).unwrap_or(Value::String(response.body))
    }

    async fn read(&self, path: &str) -> Value {
        self.call(200, "GET", path, Value::Null).await
    }

    fn request_schema(&self, method: &str, path: &str) -> &Value {
        let segments: Vec<&str> = path.split('/').collect();
        let is_template_of_path = |template: &str| {
            let template: Vec<&str> = template.split('/').collect();
            template.len() == segments.len()
                && template.iter().zip(&segments).all(|(part, segment)| part.starts_with('{') || part == segment)
        };
        let paths = self.document["paths"].as_object().expect("paths");
        let mut templates: Vec<&String> = paths.keys().filter(|template| is_template_of_path(template)).collect();
        templates.sort_by_key(|template| template.matches('{').count());
        let operation = &paths[templates[0]][method.to_lowercase().as_str()];
        &operation["requestBody"]["content"]["application/json"]["schema"]
    }

    /// Adds a null for every member that the schema has and the value has not.
    fn fill(&self, schema: &Value, value: &mut Value) {
        let reference = schema["$ref"].as_str().and_then(|reference| self.document.pointer(&reference[1..]));
        let schema = reference.unwrap_or(schema);
        match value {
            Value::Object(members) => {
                let empty = Map::new();
                for (name, schema) in schema["properties"].as_object().unwrap_or(&empty) {
                    self.fill(schema, members.entry(name.clone()).or_insert(Value::Null));
                }
            }
            Value::Array(elements) => elements.iter_mut().for_each(|element| self.fill(&schema["items"], element)),
            _ => {}
        }
    }

    /// Creates a session for an order, which the shopper approves: the order's id and where the shopper goes.
    async fn approved(&self, intent: &str, tokenize: bool) -> (String, String) {
        let session = json!({
            "cancel_url": {"href": "https://shop.example/cart"},
            "complete_url": {"href": "https://shop.example/thanks"},
            "customer": {"email": "robin@shopper.example", "tokenize": tokenize, "billing_address": {"city": "Anytown"}},
            "order": {
                "intent": intent,
                "reference_id": "order-1001",
                "order_amount": usd(10_000),
                "items": [{"name": "Coffee", "quantity": 2, "price": usd(5_000)}],
            },
        });
        let session = self.call(201, "POST", "/v2/session", session).await;
        self.read(&format!("/v2/session/{}", text(&session, "/uuid"))).await;
        let approve = format!("/_simulator/sessions/{}/approve", text(&session, "/uuid"));
        let approved = send("POST", &format!("{}{approve}", self.simulator.url()), &[], "").await.json();
        (text(&session, "/order/uuid").to_owned(), text(&approved, "/destination").to_owned())
    }

    fn moved(&self, kind: LedgerKind) -> i64 {
        self.simulator.ledger().iter().filter(|entry| entry.kind == kind).map(|entry| entry.amount_in_cents).sum()
    }
}

#[tokio::test]
async fn client_that_sends_null_can_use_all_operations() {
    let mut client = NullClient::start().await;

    // Two partial captures, a refund, and a release of the rest.
    let (order, _) = client.approved("AUTH", false).await;
    let path = format!("/v2/order/{order}");
    client.call(204, "PATCH", &path, json!({"reference_id": "order-1001-b"})).await;
    for cents in [4_000, 3_000] {
        client.call(200, "POST", &format!("{path}/capture"), json!({"capture_amount": usd(cents)})).await;
    }
    client.call(200, "POST", &format!("{path}/refund"), usd(1_000)).await;
    client.call(200, "POST", &format!("{path}/release"), usd(3_000)).await;
    let read = client.read(&path).await;
    assert_eq!(read["reference_id"], "order-1001-b");
    assert_eq!(read["authorization"]["captures"].as_array().map(Vec::len), Some(2));
    assert_eq!(read["customer"]["billing_address"], json!({"city": "Anytown"}));
    client
        .call(200, "POST", &format!("{path}/upcharge"), json!({"intent": "CAPTURE", "upcharge_amount": usd(500)}))
        .await;

    // A release of everything, and a reauthorization.
    let (released, _) = client.approved("AUTH", false).await;
    client.call(200, "POST", &format!("/v2/order/{released}/release"), usd(10_000)).await;
    let again = client.call(200, "POST", &format!("/v2/order/{released}/reauthorize"), usd(9_000)).await;
    assert_eq!(again["authorization"]["approved"], true);
    let again = format!("/v2/order/{}/capture", text(&again, "/uuid"));
    client.call(200, "POST", &again, json!({"capture_amount": usd(9_000)})).await;

    // A tokenized customer.
    let (_, destination) = client.approved("CAPTURE", true).await;
    let (_, customer) = destination.split_once("customer-uuid=").expect("a customer");
    let customer = format!("/v2/customer/{customer}");
    client.call(200, "POST", &format!("{customer}/preapprove"), usd(2_500)).await;
    let box_order = json!({"intent": "CAPTURE", "reference_id": "box-1", "order_amount": usd(2_500)});
    client.call(200, "POST", &format!("{customer}/order"), box_order).await;
    client.read(&customer).await;
    client.read("/v2/customer").await;
    client.call(204, "DELETE", &customer, Value::Null).await;

    // A virtual card and a subscription.
    let card = json!({
        "amount_in_cents": 5_000, "currency": "USD", "origin": "https://shop.example", "mode": "popup",
        "merchant_reference_id": "cart-1", "customer": {"email": "robin@shopper.example"},
    });
    client.call(201, "POST", "/v2/session/card", card).await;
    let subscription = json!({"url": "http://127.0.0.1:1/", "events": ["order.refunded"]});
    client.call(200, "POST", "/v2/webhooks", subscription).await;
    client.call(201, "POST", "/v2/webhooks/test", json!({"event": "order.captured"})).await;

    // The reports of the next day.
    client.simulator.advance(std::time::Duration::from_secs(24 * 60 * 60));
    client.authenticate().await;
    let days = "start-date=2026-03-01&end-date=2026-03-02";
    let payouts = client.read(&format!("/v2/settlements/summaries?{days}")).await;
    let details = client.read(&format!("/v2/settlements/details/{}", text(&payouts, "/0/uuid"))).await;
    assert!(details.as_str().is_some_and(|csv| csv.contains("REFUND")), "{details}");
    client.read("/v2/interest/balance?currency-code=USD").await;
    client.read(&format!("/v2/interest/activity?{days}&currency-code=USD")).await;
    let report = client.read(&format!("/v2/orders/report?{days}")).await;
    assert!(report.as_array().is_some_and(|orders| !orders.is_empty()), "{report}");

    assert_eq!(client.moved(LedgerKind::Capture), 4_000 + 3_000 + 500 + 9_000 + 10_000 + 2_500);
    assert_eq!(client.moved(LedgerKind::Refund), 1_000);
    assert_eq!(client.moved(LedgerKind::Release), 3_000 + 10_000);
    assert_eq!(client.simulator.contract_violations(), []);

    let operations = client.simulator.requests().into_iter().filter(|request| request.path.starts_with("/v2/"));
    let (mut members, mut headers) = (0, 0);
    for request in operations {
        assert!(!request.deviations.is_empty(), "{request:?}");
        headers += request.deviations.iter().filter(|found| found.pointer == "header Authorization").count();
        members += request.deviations.iter().filter(|found| found.sent == "null").count();
    }
    assert!(headers >= 25 && members >= 100, "{headers} headers, {members} members");
}
