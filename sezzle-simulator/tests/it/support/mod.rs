//! What the tests share: a shop, its requests, and checks of their responses.

pub(crate) mod client;
pub(crate) mod model;
mod nulls;
pub(crate) mod receiver;
pub(crate) mod shop;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use client::Response;

/// The start time of simulators with a frozen clock.
pub(crate) fn noon() -> DateTime<Utc> {
    "2026-03-01T12:00:00Z".parse().expect("a time")
}

/// Returns a price in US dollars.
pub(crate) fn usd(cents: i64) -> Value {
    json!({"amount_in_cents": cents, "currency": "USD"})
}

/// Returns a request for a session without an order.
pub(crate) fn request_without_order() -> Value {
    json!({
        "cancel_url": {"href": "https://shop.example/cart"},
        "complete_url": {"href": "https://shop.example/thanks?order=1001"},
    })
}

/// Returns a request for a session with an order of 41.50 USD.
pub(crate) fn order_request() -> Value {
    request_with("/order", order())
}

/// Returns a request for a session with an order, in which a member is set.
pub(crate) fn request_with(pointer: &str, value: Value) -> Value {
    let mut request = request_without_order();
    request["order"] = order();
    set(&mut request, pointer, value);
    request
}

/// Returns a request for a session with an order that is captured at once.
pub(crate) fn capture_request(price: &Value) -> Value {
    request_with("/order", json!({"intent": "CAPTURE", "order_amount": price}))
}

pub(crate) fn order() -> Value {
    json!({"intent": "AUTH", "description": "Two bags of coffee", "order_amount": usd(4150)})
}

/// Sets the member at a pointer.
#[track_caller]
pub(crate) fn set(value: &mut Value, pointer: &str, member: Value) {
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    value.pointer_mut(parent).expect("a parent")[name] = member;
}

#[track_caller]
pub(crate) fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("no text at {pointer}: {value}"))
}

/// Returns the single error of a response, after checking the members that every error has.
#[track_caller]
pub(crate) fn only_error(response: &Response) -> Value {
    let body = response.json();
    let [error] = body.as_array().expect("an array").as_slice() else { panic!("not one error: {body}") };
    assert_eq!(text(error, "/debug_uuid").len(), 36);
    assert!(!text(error, "/message").is_empty());
    error.clone()
}

#[track_caller]
pub(crate) fn assert_error(response: &Response, status: u16, code: &str) {
    assert_eq!(response.status, status, "{}", response.body);
    assert_eq!(text(&only_error(response), "/code"), code);
}

/// Checks that a request was rejected with 422, and returns the error. `location` is null if it concerns no field.
#[track_caller]
pub(crate) fn assert_rejected(response: &Response, code: &str, location: impl Into<Value>) -> Value {
    assert_error(response, 422, code);
    let error = only_error(response);
    assert_eq!(error["location"], location.into(), "{}", response.body);
    error
}
