//! Clients and request bodies that several tests need.

use sezzle_api::builder::CaptureOrder;
use sezzle_api::types::{CaptureRequest, Price, RedirectUrl, SessionOrder, SessionRequest};
use sezzle_api::{Client, ClientBuilder, Credentials, RetryPolicy, Server};
use sezzle_simulator::Simulator;

/// A client with a ready token for whatever listens at `url`. It attempts each call once.
pub fn client(url: impl Into<String>) -> Client {
    builder(url).retry_policy(RetryPolicy::never()).build().unwrap()
}

/// The builder of a client with a ready token for whatever listens at `url`.
pub fn builder(url: impl Into<String>) -> ClientBuilder {
    Client::builder().server(Server::Custom(url.into())).credentials(Credentials::token("token"))
}

/// A client with keys for whatever listens at `url`. It attempts each call once.
pub fn keys_client(url: impl Into<String>) -> Client {
    keys_builder(url).retry_policy(RetryPolicy::never()).build().unwrap()
}

/// The builder of a client with keys for whatever listens at `url`.
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

/// A client as a merchant of the simulator has it.
pub fn client_of(simulator: &Simulator) -> Client {
    let keys = Credentials::keys(simulator.public_key(), simulator.private_key());
    Client::builder().server(Server::Custom(simulator.url().to_owned())).credentials(keys).build().unwrap()
}

/// A capture, which is attempted again with the same id.
pub fn capture(client: &Client) -> CaptureOrder<'_> {
    client.capture_order().order_uuid("o").body(CaptureRequest::builder().capture_amount(Price::usd(100)))
}

/// A small but valid session.
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
