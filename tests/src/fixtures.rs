//! Clients and request bodies that several tests need.

use chrono::NaiveDate;
use sezzle_api::builder::CaptureOrder;
use sezzle_api::types::{CaptureRequest, Price, RedirectUrl, SessionOrder, SessionRequest};
use sezzle_api::{Client, ClientBuilder, Credentials, RetryPolicy, Server};
use sezzle_simulator::Simulator;

/// Returns a client with a token for the server at `url`. It attempts each call once.
pub fn client(url: impl Into<String>) -> Client {
    builder(url).retry_policy(RetryPolicy::never()).build().unwrap()
}

/// Returns the builder of a client with a token for the server at `url`.
pub fn builder(url: impl Into<String>) -> ClientBuilder {
    Client::builder().server(Server::Custom(url.into())).credentials(Credentials::token("token"))
}

/// Returns a client with API keys for the server at `url`. It attempts each call once.
pub fn keys_client(url: impl Into<String>) -> Client {
    keys_builder(url).retry_policy(RetryPolicy::never()).build().unwrap()
}

/// Returns the builder of a client with API keys for the server at `url`.
pub fn keys_builder(url: impl Into<String>) -> ClientBuilder {
    Client::builder().server(Server::Custom(url.into())).credentials(Credentials::keys("sz_pub_1", "sz_pr_1"))
}

/// Starts a simulator that holds the client to the document.
pub async fn simulator() -> Simulator {
    strict().start().await.unwrap()
}

/// Returns the builder of a simulator that holds the client to the document.
pub fn strict() -> sezzle_simulator::Builder {
    Simulator::builder().strict()
}

/// Returns a client with the API keys of the simulator.
pub fn client_of(simulator: &Simulator) -> Client {
    Client::builder().gateway(simulator.url(), simulator.keys()).build().unwrap()
}

/// Returns a capture, which is retried with the same request id.
pub fn capture(client: &Client) -> CaptureOrder {
    client.capture_order().order_uuid("o").body(CaptureRequest::builder().capture_amount(Price::usd(100)))
}

/// Returns a small valid session.
pub fn session_request() -> SessionRequest {
    let order = SessionOrder::builder()
        .intent("AUTH")
        .reference_id("order-1")
        .order_amount(Price::builder().amount_in_cents(4150).currency("USD"));
    SessionRequest::builder()
        .cancel_url(RedirectUrl::builder().href("https://shop.example/cart"))
        .complete_url(RedirectUrl::builder().href("https://shop.example/thanks"))
        .order(order)
        .build()
        .unwrap()
}

/// Returns a date from its text.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
