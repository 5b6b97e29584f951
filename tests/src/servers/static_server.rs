//! A server with one response for every request.

use httpmock::{Mock, MockServer};
use serde_json::Value;
use sezzle_api::Client;

use crate::fixtures::client;

/// A server that answers everything with the same.
pub struct Fixed {
    /// The server behind it.
    pub server: MockServer,
    mock: usize,
}

impl Fixed {
    /// Starts one.
    pub async fn new(status: u16, content_type: &str, body: impl AsRef<[u8]>) -> Self {
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

    /// Starts one that answers with JSON.
    pub async fn json(status: u16, body: &Value) -> Self {
        Self::new(status, "application/json", body.to_string()).await
    }

    /// A client with a token for it.
    pub fn client(&self) -> Client {
        client(self.server.base_url())
    }

    /// How many requests came.
    pub async fn calls(&self) -> usize {
        Mock::new(self.mock, &self.server).calls_async().await
    }
}
