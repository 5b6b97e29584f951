//! All operations with a client that sends `null` for every absent member and the token without `Bearer`.

use serde_json::{Map, Value, json};
use sezzle_simulator::{LedgerKind, Simulator};

use crate::support::client::send;
use crate::support::shop::Shop;
use crate::support::{order_request, set, text, usd};

/// A client that is driven by the document.
struct NullClient {
    shop: Shop,
    document: Value,
}

impl NullClient {
    async fn start() -> Self {
        let shop = Shop::at_noon_with(Simulator::builder().interest_share(10)).await;
        let document = shop.visit("GET", "/_simulator/openapi.json", "").await.json();
        Self { shop, document }
    }

    /// Calls an operation, with null for every absent member of the body.
    async fn call(&self, status: u16, method: &str, path: &str, mut body: Value) -> Value {
        if !body.is_null() {
            self.fill(self.request_schema(method, path), &mut body);
        }
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let authorization = format!("authorization: {}", self.shop.token);
        let response = send(method, &self.shop.at(path), &[&authorization], &body).await;
        assert_eq!(response.status, status, "{method} {path} {body}: {}", response.body);
        serde_json::from_str(&response.body).unwrap_or(Value::String(response.body))
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        self.call(200, "POST", path, body).await
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
        let templates = paths.keys().filter(|template| is_template_of_path(template));
        let template = templates.min_by_key(|template| template.matches('{').count()).expect("a path");
        &paths[template][method.to_lowercase().as_str()]["requestBody"]["content"]["application/json"]["schema"]
    }

    /// Adds a null for every member that the schema has and the value has not.
    fn fill(&self, schema: &Value, value: &mut Value) {
        let reference = schema["$ref"].as_str().and_then(|reference| self.document.pointer(&reference[1..]));
        let schema = reference.unwrap_or(schema);
        match value {
            Value::Object(members) => {
                for (name, schema) in schema["properties"].as_object().unwrap_or(&Map::new()) {
                    self.fill(schema, members.entry(name.clone()).or_insert(Value::Null));
                }
            }
            Value::Array(elements) => elements.iter_mut().for_each(|element| self.fill(&schema["items"], element)),
            _ => {}
        }
    }

    /// Creates a session with an order of 100.00 USD that the shopper approves. Returns the order's path and the
    /// destination.
    async fn approved(&self, intent: &str, tokenize: bool) -> (String, String) {
        let mut request = order_request();
        request["customer"] = json!({"tokenize": tokenize, "billing_address": {"city": "Anytown"}});
        set(&mut request, "/order/intent", json!(intent));
        set(&mut request, "/order/order_amount", usd(10_000));
        set(&mut request, "/order/items", json!([{"name": "Coffee", "quantity": 2, "price": usd(5_000)}]));
        let created = self.call(201, "POST", "/v2/session", request).await;
        let session = text(&created, "/uuid");
        self.read(&format!("/v2/session/{session}")).await;
        let destination = self.shop.approve(session).expect("the shopper approves");
        (format!("/v2/order/{}", text(&created, "/order/uuid")), destination)
    }

    fn moved(&self, kind: LedgerKind) -> i64 {
        let ledger = self.shop.ledger();
        ledger.iter().filter(|entry| entry.kind == kind).map(|entry| entry.amount_in_cents).sum()
    }
}

#[tokio::test]
async fn client_that_sends_null_can_use_all_operations() {
    let mut client = NullClient::start().await;
    let keys = json!({"public_key": client.shop.public_key(), "private_key": client.shop.private_key()});
    client.call(201, "POST", "/v2/authentication", keys).await;

    // Two partial captures, a refund, and a release of the rest.
    let (order, _) = client.approved("AUTH", false).await;
    client.call(204, "PATCH", &order, json!({"reference_id": "order-1001-b"})).await;
    for cents in [4_000, 3_000] {
        client.post(&format!("{order}/capture"), json!({"capture_amount": usd(cents)})).await;
    }
    client.post(&format!("{order}/refund"), usd(1_000)).await;
    client.post(&format!("{order}/release"), usd(3_000)).await;
    let read = client.read(&order).await;
    assert_eq!(read["reference_id"], "order-1001-b");
    assert_eq!(read["authorization"]["captures"].as_array().map(Vec::len), Some(2));
    assert_eq!(read["customer"]["billing_address"], json!({"city": "Anytown"}));
    client.post(&format!("{order}/upcharge"), json!({"intent": "CAPTURE", "upcharge_amount": usd(500)})).await;

    // A release of everything, and a reauthorization.
    let (released, _) = client.approved("AUTH", false).await;
    client.post(&format!("{released}/release"), usd(10_000)).await;
    let again = client.post(&format!("{released}/reauthorize"), usd(9_000)).await;
    assert_eq!(again["authorization"]["approved"], true);
    let again = format!("/v2/order/{}/capture", text(&again, "/uuid"));
    client.post(&again, json!({"capture_amount": usd(9_000)})).await;

    // A tokenized customer.
    let (_, destination) = client.approved("CAPTURE", true).await;
    let (_, customer) = destination.split_once("customer-uuid=").expect("a customer");
    let customer = format!("/v2/customer/{customer}");
    client.post(&format!("{customer}/preapprove"), usd(2_500)).await;
    let charge = json!({"intent": "CAPTURE", "reference_id": "box-1", "order_amount": usd(2_500)});
    client.post(&format!("{customer}/order"), charge).await;
    client.read(&customer).await;
    client.read("/v2/customer").await;
    client.call(204, "DELETE", &customer, Value::Null).await;

    // A virtual card and a subscription.
    let card = json!({
        "amount_in_cents": 5_000, "currency": "USD", "origin": "https://shop.example", "mode": "popup",
        "merchant_reference_id": "cart-1", "customer": {"email": "robin@shopper.example"},
    });
    client.call(201, "POST", "/v2/session/card", card).await;
    client.post("/v2/webhooks", json!({"url": "http://127.0.0.1:1/", "events": ["order.refunded"]})).await;
    client.call(201, "POST", "/v2/webhooks/test", json!({"event": "order.captured"})).await;

    // The reports of the next day.
    client.shop.next_day().await;
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

    let (mut members, mut headers) = (0, 0);
    for request in client.shop.requests() {
        let is_authentication = request.operation_id == Some("authenticate");
        assert!(
            is_authentication || !request.path.starts_with("/v2/") || !request.deviations.is_empty(),
            "{request:?}"
        );
        headers += request.deviations.iter().filter(|found| found.pointer == "header Authorization").count();
        members += request.deviations.iter().filter(|found| found.sent == "null").count();
    }
    assert!(headers >= 25 && members >= 100, "{headers} headers, {members} members");
}
