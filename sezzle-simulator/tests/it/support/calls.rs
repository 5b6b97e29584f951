//! Helpers for the operations that the tests use most.

use serde_json::{Value, json};
use sezzle_simulator::{Builder, Simulator};

use crate::support::client::{Response, send};
use crate::{Shop, authenticate, order, order_request, text};

/// The start time of simulators with a frozen clock.
pub(crate) const NOON: &str = "2026-03-01T12:00:00Z";

/// A price in US dollars, in cents.
pub(crate) fn usd(cents: i64) -> Value {
    json!({"amount_in_cents": cents, "currency": "USD"})
}

impl Shop {
    /// Returns a shop whose simulator has a clock frozen at noon.
    pub(crate) async fn at_noon() -> Self {
        Self::open_with(Simulator::builder().frozen_clock(NOON.parse().expect("a time"))).await
    }

    /// Returns a shop whose simulator is in strict mode, with a clock frozen at noon.
    pub(crate) async fn strict() -> Self {
        Self::open_with(Simulator::builder().strict().frozen_clock(NOON.parse().expect("a time"))).await
    }

    pub(crate) async fn open_with(builder: Builder) -> Self {
        let simulator = builder.start().await.expect("the simulator starts");
        let token = authenticate(&simulator).await;
        Self { simulator, token }
    }

    /// Gets a new token, such as after the old one has expired.
    pub(crate) async fn authenticate_again(&mut self) {
        self.token = authenticate(&self.simulator).await;
    }

    /// Sends a request to a path of the simulator, without a body if it is null.
    pub(crate) async fn call(&self, method: &str, path: &str, body: &Value) -> Response {
        self.call_with(method, path, &[], body).await
    }

    pub(crate) async fn call_with(&self, method: &str, path: &str, headers: &[&str], body: &Value) -> Response {
        let bearer = self.bearer();
        let mut all = vec![bearer.as_str()];
        all.extend(headers);
        let body = if body.is_null() { String::new() } else { body.to_string() };
        send(method, &format!("{}{path}", self.url()), &all, &body).await
    }

    /// Sends a request, checks the status of the response, and returns its JSON.
    pub(crate) async fn granted(&self, status: u16, method: &str, path: &str, body: &Value) -> Value {
        let response = self.call(method, path, body).await;
        assert_eq!(response.status, status, "{method} {path}: {}", response.body);
        if response.body.is_empty() { Value::Null } else { response.json() }
    }

    /// Creates a session with an order of 41.50 USD. Returns the ids of both.
    pub(crate) async fn waiting_order(&self, intent: &str) -> (String, String) {
        let mut order = order();
        order["intent"] = json!(intent);
        order["reference_id"] = json!("order-1001");
        let created = self.created_session(&order_request(order)).await;
        (text(&created, "/uuid").to_owned(), text(&created, "/order/uuid").to_owned())
    }

    /// Creates an approved order of 41.50 USD.
    pub(crate) async fn approved_order(&self, intent: &str) -> String {
        let (session, order) = self.waiting_order(intent).await;
        self.approve(&session).expect("the shopper approves");
        order
    }

    pub(crate) async fn order(&self, uuid: &str) -> Value {
        self.granted(200, "GET", &format!("/v2/order/{uuid}"), &Value::Null).await
    }

    /// Captures, releases or refunds an amount.
    pub(crate) async fn act(&self, action: &str, order: &str, price: Value) -> Response {
        let body = if action == "capture" { json!({"capture_amount": price}) } else { price };
        self.call("POST", &format!("/v2/order/{order}/{action}"), &body).await
    }

    pub(crate) async fn act_granted(&self, action: &str, order: &str, cents: i64) -> String {
        let response = self.act(action, order, usd(cents)).await;
        assert_eq!(response.status, 200, "{action} {cents}: {}", response.body);
        text(&response.json(), "/uuid").to_owned()
    }

    /// Creates a customer. Returns the tokenization's token and the customer's id.
    pub(crate) async fn tokenized_customer(&self) -> (String, String) {
        let mut request = order_request(order());
        request["customer"] = json!({"tokenize": true, "email": "robin@shopper.example", "first_name": "Robin"});
        let created = self.created_session(&request).await;
        let destination = self.approve(text(&created, "/uuid")).expect("the shopper approves");
        let (_, customer) = destination.split_once("customer-uuid=").expect("a customer in the URL");
        (text(&created, "/tokenize/token").to_owned(), customer.to_owned())
    }
}
