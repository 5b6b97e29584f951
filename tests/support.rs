//! What several tests need.

use std::net::SocketAddr;

use httpmock::{Mock, MockServer};
use serde_json::Value;
use sezzle_api::builder::CaptureOrder;
use sezzle_api::types::{CaptureRequest, Price, RedirectUrl, SessionOrder, SessionRequest};
use sezzle_api::{Client, ClientBuilder, Credentials, RetryPolicy, Server};
use sezzle_simulator::Simulator;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// A client with a ready token for whatever listens at `url`. It attempts each call once.
pub(crate) fn client(url: impl Into<String>) -> Client {
    builder(url).retry_policy(RetryPolicy::never()).build().unwrap()
}

/// The builder of a client with a ready token for whatever listens at `url`.
pub(crate) fn builder(url: impl Into<String>) -> ClientBuilder {
    Client::builder().server(Server::Custom(url.into())).credentials(Credentials::token("token"))
}

/// A client with keys for whatever listens at `url`. It attempts each call once.
pub(crate) fn keys_client(url: impl Into<String>) -> Client {
    keys_builder(url).retry_policy(RetryPolicy::never()).build().unwrap()
}

/// The builder of a client with keys for whatever listens at `url`.
pub(crate) fn keys_builder(url: impl Into<String>) -> ClientBuilder {
    Client::builder().server(Server::Custom(url.into())).credentials(Credentials::keys("sz_pub_1", "sz_pr_1"))
}

/// Starts a simulator that holds the client to the document.
pub(crate) async fn simulator() -> Simulator {
    strict().start().await.unwrap()
}

/// Returns the builder of a simulator that holds the client to the document.
pub(crate) fn strict() -> sezzle_simulator::Builder {
    Simulator::builder().strict()
}

/// A client as a merchant of the simulator has it.
pub(crate) fn client_of(simulator: &Simulator) -> Client {
    let keys = Credentials::keys(simulator.public_key(), simulator.private_key());
    Client::builder().server(Server::Custom(simulator.url().to_owned())).credentials(keys).build().unwrap()
}

/// A capture, which is attempted again with the same id.
pub(crate) fn capture(client: &Client) -> CaptureOrder<'_> {
    client.capture_order().order_uuid("o").body(CaptureRequest::builder().capture_amount(Price::usd(100)))
}

/// A small but valid session.
pub(crate) fn session_request() -> SessionRequest {
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

/// A server that answers everything with the same.
pub(crate) struct Fixed {
    pub(crate) server: MockServer,
    mock: usize,
}

impl Fixed {
    pub(crate) async fn new(status: u16, content_type: &str, body: impl AsRef<[u8]>) -> Self {
        let server = MockServer::start_async().await;
        let mock = server
            .mock_async(|when, then| {
                when.any_request();
                then.status(status).header("content-type", content_type).body(body.as_ref());
            })
            .await
            .id();
        Self { server, mock }
    }

    pub(crate) async fn json(status: u16, body: &Value) -> Self {
        Self::new(status, "application/json", body.to_string()).await
    }

    pub(crate) fn client(&self) -> Client {
        client(self.server.base_url())
    }

    /// How many requests came.
    pub(crate) async fn calls(&self) -> usize {
        Mock::new(self.mock, &self.server).calls_async().await
    }
}

/// A listener that keeps each request, writes `answer` byte by byte as given, and closes. It serves until dropped.
pub(crate) struct Raw {
    pub(crate) address: SocketAddr,
    task: tokio::task::JoinHandle<()>,
    requests: std::sync::Arc<std::sync::Mutex<Vec<String>>>,
}

impl Raw {
    pub(crate) async fn new(answer: impl Into<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let answer = answer.into();
        let requests = std::sync::Arc::<std::sync::Mutex<Vec<String>>>::default();
        let seen = requests.clone();
        let task = tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = vec![0; 64 << 10];
                let length = stream.read(&mut request).await.unwrap_or(0);
                seen.lock().unwrap().push(String::from_utf8_lossy(&request[..length]).into_owned());
                let _ = stream.write_all(&answer).await;
                let _ = stream.shutdown().await;
            }
        });
        Self { address, task, requests }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn client(&self) -> Client {
        client(self.url())
    }

    /// The requests as they came, head and body.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        self.task.abort();
    }
}
