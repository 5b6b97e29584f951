//! Tests of the simulator over plain sockets.

mod cards;
mod checkout;
mod clients;
mod control;
mod customers;
mod dashboard;
mod faults;
mod gateway;
mod idempotency;
mod lifecycle;
mod orders;
mod program;
mod random_orders;
mod reports;
mod session_to_payout;
mod sessions;
mod support;
mod webhooks;

use std::ops::Deref;

use serde_json::{Value, json};
use sezzle_simulator::Simulator;
use support::client::{Response, send};

/// A simulator with a valid token. On drop it checks that no response violated the document.
struct Shop {
    simulator: Simulator,
    token: String,
}

impl Shop {
    async fn open() -> Self {
        let simulator = Simulator::start().await.expect("the simulator starts");
        let token = authenticate(&simulator).await;
        Self { simulator, token }
    }

    async fn get(&self, url: &str) -> Response {
        send("GET", url, &[&self.bearer()], "").await
    }

    async fn post_session(&self, body: &Value) -> Response {
        let url = format!("{}/v2/session", self.url());
        send("POST", &url, &[&self.bearer(), "content-type: application/json"], &body.to_string()).await
    }

    async fn created_session(&self, body: &Value) -> Value {
        let response = self.post_session(body).await;
        assert_eq!(response.status, 201, "{}", response.body);
        response.json()
    }

    async fn session(&self, uuid: &str) -> Value {
        let response = self.get(&format!("{}/v2/session/{uuid}", self.url())).await;
        assert_eq!(response.status, 200, "{}", response.body);
        response.json()
    }

    fn bearer(&self) -> String {
        format!("authorization: Bearer {}", self.token)
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

async fn send_keys(simulator: &Simulator, public_key: &str, private_key: &str) -> Response {
    let body = json!({"public_key": public_key, "private_key": private_key});
    send("POST", &format!("{}/v2/authentication", simulator.url()), &[], &body.to_string()).await
}

async fn authenticate(simulator: &Simulator) -> String {
    let response = send_keys(simulator, simulator.public_key(), &simulator.private_key()).await;
    assert_eq!(response.status, 201, "{}", response.body);
    text(&response.json(), "/token").to_owned()
}

fn request_without_order() -> Value {
    json!({
        "cancel_url": {"href": "https://shop.example/cart"},
        "complete_url": {"href": "https://shop.example/thanks?order=1001"},
    })
}

fn order_request(order: Value) -> Value {
    let mut request = request_without_order();
    request["order"] = order;
    request
}

fn order() -> Value {
    json!({
        "intent": "AUTH",
        "description": "Two bags of coffee",
        "order_amount": {"amount_in_cents": 4150, "currency": "USD"},
    })
}

#[track_caller]
fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("no text at {pointer}: {value}"))
}

/// Returns the single error of a response, after checking the members that every error has.
#[track_caller]
fn only_error(response: &Response) -> Value {
    let body = response.json();
    let [error] = body.as_array().expect("an array").as_slice() else { panic!("not one error: {body}") };
    assert_eq!(text(error, "/debug_uuid").len(), 36);
    assert!(!text(error, "/message").is_empty());
    error.clone()
}

#[track_caller]
fn assert_error(response: &Response, status: u16, code: &str) {
    assert_eq!(response.status, status, "{}", response.body);
    assert_eq!(text(&only_error(response), "/code"), code);
}
