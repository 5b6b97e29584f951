//! The other side: hand-written calls with `reqwest` and `serde`. They do the same work as the two calls that they are
//! compared with: the same headers, a token, a timeout, a check of the status, and [closed types](crate::closed) for the
//! response.

use std::time::Duration;

use reqwest::header::ACCEPT;
use reqwest::{Client, Result};
use serde::Serialize;

use crate::closed::{Price, Session, Transaction};

#[derive(Clone)]
pub(crate) struct Plain {
    http: Client,
    base_url: String,
    token: String,
}

impl Plain {
    pub(crate) fn new(base_url: &str, token: &str, timeout: Duration) -> Result<Self> {
        let http = Client::builder()
            .user_agent("shop/1.0")
            .timeout(timeout)
            .connect_timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()?;
        Ok(Self { http, base_url: base_url.to_owned(), token: token.to_owned() })
    }

    pub(crate) async fn get_session(&self, id: &str) -> Result<Session> {
        let response = self
            .http
            .get(format!("{}/v2/session/{id}", self.base_url))
            .header(ACCEPT, "application/json")
            .bearer_auth(&self.token)
            .send()
            .await?;
        response.error_for_status()?.json().await
    }

    /// Calls it without a token.
    pub(crate) async fn get_session_unauthorized(&self, id: &str) -> Result<Session> {
        let url = format!("{}/v2/session/{id}", self.base_url);
        let response = self.http.get(url).header(ACCEPT, "application/json").send().await?;
        response.error_for_status()?.json().await
    }

    pub(crate) async fn capture_order(&self, id: &str, cents: i64) -> Result<Transaction> {
        let amount = Price { amount_in_cents: cents, currency: "USD".to_owned() };
        let response = self
            .http
            .post(format!("{}/v2/order/{id}/capture", self.base_url))
            .header(ACCEPT, "application/json")
            .header("sezzle-request-id", uuid::Uuid::new_v4().to_string())
            .bearer_auth(&self.token)
            .json(&CaptureRequest { capture_amount: amount, partial_capture: true })
            .send()
            .await?;
        response.error_for_status()?.json().await
    }
}

#[derive(Serialize)]
struct CaptureRequest {
    capture_amount: Price,
    partial_capture: bool,
}
