//! The bearer token, fetched once and reused until shortly before it expires.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::header::{DATE, HeaderMap, HeaderValue};
use tokio::sync::Mutex;
use tokio::time::Instant;
use zeroize::Zeroizing;

use crate::credentials::{Credentials, Kind};
use crate::types::ApiKeys;
use crate::{Client, Error, Secret, operations, transport};

/// How long a token lives according to the documentation, for an answer that does not say.
const DOCUMENTED_LIFE: Duration = Duration::from_secs(120 * 60);

/// A token is replaced this long before it expires, so that it does not expire on the way to the gateway.
const MARGIN: Duration = Duration::from_secs(5 * 60);

/// The tokens of one client.
pub(crate) struct Tokens {
    source: Source,
    current: RwLock<Option<Arc<Token>>>,
    /// Held while a token is being fetched; whoever comes meanwhile waits for the same one. Holds the last failure.
    fetching: Mutex<Option<Error>>,
    /// How many fetches have ended.
    fetches: AtomicU64,
}

enum Source {
    Keys { public_key: Secret, private_key: Secret },
    Given(HeaderValue),
}

struct Token {
    authorization: HeaderValue,
    replace_at: Instant,
}

impl Tokens {
    pub(crate) fn new(credentials: Credentials) -> Result<Self, Error> {
        let source = match credentials.0 {
            Kind::Keys { public_key, private_key } => Source::Keys { public_key, private_key },
            Kind::Token(token) => Source::Given(
                authorization(&token).ok_or_else(|| Error::invalid("token", "it cannot stand in an HTTP header"))?,
            ),
        };
        Ok(Self { source, current: RwLock::new(None), fetching: Mutex::new(None), fetches: AtomicU64::new(0) })
    }

    /// The keys, if that is what the token is made from.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        let keys = match &self.source {
            Source::Keys { public_key, private_key } => [Some(public_key), Some(private_key)],
            Source::Given(_) => [None, None],
        };
        keys.into_iter().flatten().map(Secret::expose)
    }

    /// The value of the header `Authorization`.
    pub(crate) async fn authorization(&self, client: &Client) -> Result<HeaderValue, Error> {
        let (public_key, private_key) = match &self.source {
            Source::Given(authorization) => return Ok(authorization.clone()),
            Source::Keys { public_key, private_key } => (public_key, private_key),
        };
        if let Some(authorization) = self.live() {
            return Ok(authorization);
        }
        let fetches = self.fetches.load(Ordering::Acquire);
        let mut failure = self.fetching.lock().await;
        if let Some(authorization) = self.live() {
            return Ok(authorization);
        }
        // The fetch this call waited for has failed; another one at once would fare no better.
        if let Some(error) = failure.as_ref().filter(|_| self.fetches.load(Ordering::Acquire) != fetches) {
            return Err(error.share());
        }
        let fetched = fetch(client, public_key, private_key).await;
        *failure = fetched.as_ref().err().map(Error::share);
        self.fetches.fetch_add(1, Ordering::Release);
        let token = Arc::new(fetched?);
        let authorization = token.authorization.clone();
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(token);
        Ok(authorization)
    }

    /// Drops a token that the gateway no longer accepts, unless a newer one has taken its place already. Says whether
    /// there is any use in asking for another.
    pub(crate) fn forget(&self, refused: &HeaderValue) -> bool {
        if let Source::Given(_) = self.source {
            return false;
        }
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        if current.as_ref().is_some_and(|token| token.authorization == *refused) {
            *current = None;
        }
        true
    }

    fn live(&self) -> Option<HeaderValue> {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        let token = current.as_ref().filter(|token| Instant::now() < token.replace_at)?;
        Some(token.authorization.clone())
    }
}

async fn fetch(client: &Client, public_key: &Secret, private_key: &Secret) -> Result<Token, Error> {
    let keys = ApiKeys { public_key: public_key.clone(), private_key: private_key.clone(), cancel_url: None };
    let request = client.authenticate().body(keys).into_request();
    // Counted from before the request: the token is older than its answer.
    let asked_at = Instant::now();
    let answer = transport::exchange(client, &operations::AUTHENTICATE, request).await?;
    let token = answer.json::<crate::types::BearerToken>()?;
    let authorization =
        token.token.as_ref().and_then(authorization).ok_or_else(|| {
            Error::unreadable(&operations::AUTHENTICATE, token.status(), "`token`: there is no token")
        })?;
    let life = life(token.expiration_date, token.headers());
    Ok(Token { authorization, replace_at: asked_at + life - MARGIN.min(life / 2) })
}

/// How long the token lives, by the gateway's own clock if its answer shows one.
fn life(expires: Option<DateTime<Utc>>, headers: &HeaderMap) -> Duration {
    let gateway_now = headers
        .get(DATE)
        .and_then(|date| date.to_str().ok())
        .and_then(|date| DateTime::parse_from_rfc2822(date).ok())
        .map_or_else(Utc::now, |date| date.to_utc());
    expires
        .and_then(|expires| (expires - gateway_now).to_std().ok())
        .filter(|life| !life.is_zero())
        .map_or(DOCUMENTED_LIFE, |life| life.min(DOCUMENTED_LIFE))
}

fn authorization(token: &Secret) -> Option<HeaderValue> {
    if token.expose().trim().is_empty() {
        return None;
    }
    let text = Zeroizing::new(format!("Bearer {}", token.expose()));
    let mut value = HeaderValue::from_str(&text).ok()?;
    // Not shown by Debug, and not kept in the tables of HTTP/2.
    value.set_sensitive(true);
    Some(value)
}
