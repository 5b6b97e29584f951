//! The controls of a simulator, under `/_simulator`.

use std::time::Duration;

use serde_json::Value;
use sezzle_api::reqwest;

use crate::connection::Connection;
use crate::failure::Failure;
use crate::server::http_client;

/// How long the simulator may take to respond.
const TIMEOUT: Duration = Duration::from_secs(30);

pub(crate) struct Control {
    http: reqwest::Client,
    url: String,
}

impl Control {
    pub(crate) fn new(connection: &Connection) -> Result<Self, Failure> {
        let url = format!("{}/_simulator", connection.server.url());
        Ok(Self { http: http_client(&url, TIMEOUT)?, url })
    }

    pub(crate) async fn get(&self, path: &str) -> Result<Value, Failure> {
        self.send(self.http.get(format!("{}{path}", self.url))).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Result<Value, Failure> {
        let request = self.http.post(format!("{}{path}", self.url));
        self.send(if body.is_null() { request } else { request.json(body) }).await
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Result<Value, Failure> {
        let failed = |error: reqwest::Error| Failure::rejected(format!("the simulator does not respond: {error}"));
        let response = request.send().await.map_err(failed)?;
        let is_success = response.status().is_success();
        let body = response.bytes().await.map_err(failed)?;
        let body: Value = serde_json::from_slice(&body).unwrap_or_default();
        if is_success {
            return Ok(body);
        }
        let message = body[0]["message"].as_str().unwrap_or("the simulator rejected the request");
        Err(Failure::rejected(message))
    }
}
