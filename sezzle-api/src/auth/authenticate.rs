//! Exchanges API keys for a bearer token.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::header::HeaderMap;
use tokio::time::Instant;

use crate::auth::token_cache::{Keys, Token};
use crate::client::Client;
use crate::error::{CallSummary, Error};
use crate::generated::operations;
use crate::generated::types::ApiKeys;
use crate::retry::retry_after;

/// How long a token is valid according to the documentation. Used if the response has no expiration date.
const DEFAULT_TTL: Duration = Duration::from_secs(120 * 60);

pub(crate) async fn authenticate(client: Client, keys: Arc<Keys>) -> Result<Token, Error> {
    let body = ApiKeys { public_key: keys.public_key.clone(), private_key: keys.private_key.clone(), cancel_url: None };
    // The token is older than its response, so its age is measured from before the request.
    let requested_at = Instant::now();
    let response = client.authenticate().body(body).send().await?;
    let ttl = ttl(response.expiration_date.as_ref(), response.headers());
    response.token.as_ref().and_then(|token| Token::fetched(token, requested_at, ttl)).ok_or_else(|| {
        let call = CallSummary::new(&operations::AUTHENTICATE, &client.inner.base_url);
        Error::invalid_response(response.status(), "`token`: not a token").in_call(call)
    })
}

/// Returns how long the token is valid, by the gateway's clock if the response has its time.
fn ttl(expires: Option<&DateTime<Utc>>, headers: &HeaderMap) -> Duration {
    let gateway_time = retry_after::gateway_time(headers).unwrap_or_else(Utc::now);
    expires
        .and_then(|expires| (*expires - gateway_time).to_std().ok())
        .filter(|ttl| !ttl.is_zero())
        .map_or(DEFAULT_TTL, |ttl| ttl.min(DEFAULT_TTL))
}
