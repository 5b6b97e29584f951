//! A shop, with its own simulator.

use std::ops::Deref;
use std::time::Duration;

use serde_json::{Value, json};
use sezzle_simulator::{Builder, Simulator};

use super::client::{Response, send};
use super::{assert_error, noon, nulls, order_request, request_with, text, usd};

pub(crate) const DAY: Duration = Duration::from_secs(24 * 3600);

/// A simulator with a valid token. On drop it checks that no response violated the document.
pub(crate) struct Shop {
    pub(crate) simulator: Simulator,
    pub(crate) token: String,
    /// The document, if the shop sends `null` for every absent member, and the token without `Bearer`.
    document: Option<Value>,
}

impl Shop {
    pub(crate) async fn open() -> Self {
        Self::open_with(Simulator::builder()).await
    }

    /// Returns a shop whose simulator has a clock frozen at noon.
    pub(crate) async fn at_noon() -> Self {
        Self::at_noon_with(Simulator::builder()).await
    }

    /// Returns a shop whose simulator is in strict mode, with a clock frozen at noon.
    pub(crate) async fn strict() -> Self {
        Self::at_noon_with(Simulator::builder().strict()).await
    }

    pub(crate) async fn at_noon_with(builder: Builder) -> Self {
        Self::open_with(builder.frozen_clock(noon())).await
    }

    pub(crate) async fn open_with(builder: Builder) -> Self {
        let simulator = builder.start().await.expect("the simulator starts");
        let token = authenticate(&simulator).await;
        Self { simulator, token, document: None }
    }

    /// Makes the shop send `null` for every absent member, and the token without `Bearer`.
    pub(crate) async fn send_nulls(&mut self) {
        self.document = Some(self.visit("GET", "/_simulator/openapi.json", "").await.json());
    }

    /// Advances the clock by a day, and gets a new token.
    pub(crate) async fn next_day(&mut self) {
        self.advance_long(DAY).await;
    }

    /// Advances the clock, and gets a new token because the old one has expired.
    pub(crate) async fn advance_long(&mut self, by: Duration) {
        self.advance(by);
        self.authenticate_again().await;
    }

    pub(crate) async fn authenticate_again(&mut self) {
        self.token = authenticate(&self.simulator).await;
    }

    pub(crate) fn bearer(&self) -> String {
        format!("authorization: Bearer {}", self.token)
    }

    /// Returns the URL of a path of the simulator.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url())
    }

    /// Sends a request without a token to a path of the simulator.
    pub(crate) async fn visit(&self, method: &str, path: &str, body: &str) -> Response {
        send(method, &self.at(path), &[], body).await
    }

    /// Sends a request to a path of the simulator, without a body if it is null.
    pub(crate) async fn call(&self, method: &str, path: &str, body: &Value) -> Response {
        self.call_with(method, path, &[], body).await
    }

    pub(crate) async fn call_with(&self, method: &str, path: &str, headers: &[&str], body: &Value) -> Response {
        let (mut bearer, mut body) = (self.bearer(), body.clone());
        if let Some(document) = &self.document {
            bearer = format!("authorization: {}", self.token);
            nulls::fill(document, method, path, &mut body);
        }
        let body = if body.is_null() { String::new() } else { body.to_string() };
        send(method, &self.at(path), &[&[bearer.as_str()], headers].concat(), &body).await
    }

    /// Sends a request, checks the status of the response, and returns its JSON.
    pub(crate) async fn granted(&self, status: u16, method: &str, path: &str, body: &Value) -> Value {
        let response = self.call(method, path, body).await;
        assert_eq!(response.status, status, "{method} {path}: {}", response.body);
        if response.body.is_empty() { Value::Null } else { response.json() }
    }

    pub(crate) async fn read(&self, path: &str) -> Value {
        self.granted(200, "GET", path, &Value::Null).await
    }

    pub(crate) async fn assert_not_found(&self, method: &str, path: &str, body: &Value) {
        assert_error(&self.call(method, path, body).await, 404, "record_not_found");
    }

    pub(crate) async fn post_session(&self, request: &Value) -> Response {
        self.call("POST", "/v2/session", request).await
    }

    pub(crate) async fn created_session(&self, request: &Value) -> Value {
        self.granted(201, "POST", "/v2/session", request).await
    }

    pub(crate) async fn session(&self, uuid: &str) -> Value {
        self.read(&format!("/v2/session/{uuid}")).await
    }

    /// Creates a session with an order of 41.50 USD. Returns the ids of both.
    pub(crate) async fn waiting_order(&self, intent: &str) -> (String, String) {
        let mut request = request_with("/order/intent", json!(intent));
        request["order"]["reference_id"] = json!("order-1001");
        let created = self.created_session(&request).await;
        (text(&created, "/uuid").to_owned(), text(&created, "/order/uuid").to_owned())
    }

    /// Creates an approved order of 41.50 USD.
    pub(crate) async fn approved_order(&self, intent: &str) -> String {
        let (session, order) = self.waiting_order(intent).await;
        self.approve(&session).expect("the shopper approves");
        order
    }

    /// Creates a session that the shopper approves. Returns the id of its order.
    pub(crate) async fn approved(&self, request: &Value) -> String {
        let created = self.created_session(request).await;
        self.approve(text(&created, "/uuid")).expect("the shopper approves");
        text(&created, "/order/uuid").to_owned()
    }

    pub(crate) async fn order(&self, uuid: &str) -> Value {
        self.read(&format!("/v2/order/{uuid}")).await
    }

    pub(crate) async fn checkout_status(&self, order: &str) -> String {
        text(&self.order(order).await, "/checkout_status").to_owned()
    }

    /// Captures, releases, refunds or reauthorizes an amount.
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
        let customer = json!({"tokenize": true, "email": "robin@shopper.example", "first_name": "Robin"});
        let created = self.created_session(&request_with("/customer", customer)).await;
        let destination = self.approve(text(&created, "/uuid")).expect("the shopper approves");
        let (_, customer) = destination.split_once("customer-uuid=").expect("a customer in the URL");
        (text(&created, "/tokenize/token").to_owned(), customer.to_owned())
    }

    /// Creates a session, and returns its id, its order's, and the id that opens its checkout.
    pub(crate) async fn new_checkout(&self) -> [String; 3] {
        let created = self.created_session(&order_request()).await;
        let (_, checkout) = text(&created, "/order/checkout_url").split_once("?id=").expect("an id in the URL");
        [text(&created, "/uuid"), text(&created, "/order/uuid"), checkout].map(str::to_owned)
    }
}

impl Deref for Shop {
    type Target = Simulator;

    fn deref(&self) -> &Simulator {
        &self.simulator
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        // A second panic would abort the process before the first one is reported.
        if !std::thread::panicking() {
            assert_eq!(self.simulator.contract_violations(), []);
        }
    }
}

pub(crate) async fn send_keys(simulator: &Simulator, public_key: &str, private_key: &str) -> Response {
    let body = json!({"public_key": public_key, "private_key": private_key});
    send("POST", &format!("{}/v2/authentication", simulator.url()), &[], &body.to_string()).await
}

pub(crate) async fn authenticate(simulator: &Simulator) -> String {
    let response = send_keys(simulator, simulator.public_key(), &simulator.private_key()).await;
    assert_eq!(response.status, 201, "{}", response.body);
    text(&response.json(), "/token").to_owned()
}
