//! The bearer token of a client: fetched once for all calls, and refreshed before it expires.
//!
//! A call first asks for the [cached](TokenCache::cached) token. What it finds depends on the age of the token:
//!
//! | age | the call |
//! |---|---|
//! | up to 5 to 10 minutes before the end | uses the token |
//! | up to 30 seconds before the end | uses the token; one call at a time also starts a refresh in the background |
//! | later, or there is no token | waits for [a fetch](TokenCache::get_or_fetch): the one in flight, or a new one |
//!
//! At most one fetch is in flight, on a task of its own: callers that stop waiting do not cancel it for the others. A
//! failed refresh is repeated every 20 seconds, and calls do not notice. After a failed fetch that calls waited for, all
//! calls fail with the same error until a backoff has passed.
//!
//! A token that the gateway rejects is [invalidated](TokenCache::invalidate), and the next call fetches another.
//!
//! All state is behind one lock. Calls take it for reading and hold it to copy a pointer; it is taken for writing only to
//! start or finish a fetch, and never held while waiting.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockWriteGuard};
use std::time::Duration;

use reqwest::header::HeaderValue;
use tokio::sync::watch;
use tokio::time::Instant;
use zeroize::Zeroizing;

use crate::client::credentials::{Credentials, Kind};
use crate::error::Error;
use crate::retry::jitter::jitter;
use crate::secret::Secret;

/// A token is not used this close to its expiration, so that it does not expire on the way to the gateway. Half of the
/// TTL at most.
const EXPIRY_MARGIN: Duration = Duration::from_secs(30);

/// A token is refreshed this long before it can no longer be used, and up to as long again before that, so that programs
/// that started together do not all ask at once. A quarter of the TTL at most.
const REFRESH_AHEAD: Duration = Duration::from_secs(5 * 60);

/// How long after the start of a refresh the next one may start, if the first has failed.
const REFRESH_RETRY: Duration = Duration::from_secs(20);

/// How long no fetch starts after one has failed. Doubles with each failure in a row, up to [`MAX_FAILURE_BACKOFF`].
const FAILURE_BACKOFF: Duration = Duration::from_secs(1);

const MAX_FAILURE_BACKOFF: Duration = Duration::from_secs(30);

/// A token that replaced a rejected one and is rejected too is kept for this long: with a gateway that rejects all
/// tokens, each call would otherwise fetch another.
const MIN_AGE_BEFORE_REPLACING_REJECTED: Duration = Duration::from_secs(10);

/// The token of one client.
#[derive(Clone)]
pub(crate) struct TokenCache(Arc<RwLock<State>>);

struct State {
    /// What tokens are fetched with. `None` for a static token, which is never replaced.
    keys: Option<Arc<Keys>>,
    token: Option<Arc<Token>>,
    /// When the next call starts a refresh in the background.
    refresh_at: Option<Instant>,
    in_flight: Option<FetchReceiver>,
    failure: Option<Failure>,
    /// Whether the gateway has rejected a token since the last successful fetch.
    rejected: bool,
    /// Whether `token` was fetched since the gateway had rejected the one before.
    replaces_rejected: bool,
}

/// Receives the result of a fetch. Closed without a result if the fetch was dropped with its runtime, or if the
/// credentials were replaced.
type FetchReceiver = watch::Receiver<Option<Result<Arc<Token>, Error>>>;

/// A fetch, as [`TokenCache::cached`] and [`TokenCache::get_or_fetch`] start it.
pub(crate) type TokenFuture = Pin<Box<dyn Future<Output = Result<Token, Error>> + Send>>;

/// The last fetch failed.
struct Failure {
    error: Error,
    /// The number of failures in a row.
    count: u32,
    backoff_until: Instant,
}

pub(crate) struct Keys {
    pub(crate) public_key: Secret,
    pub(crate) private_key: Secret,
}

impl Keys {
    pub(crate) fn expose(&self) -> [&str; 2] {
        [self.public_key.expose(), self.private_key.expose()]
    }
}

pub(crate) struct Token {
    /// The value of the header `Authorization`.
    pub(crate) authorization: HeaderValue,
    fetched_at: Instant,
    /// `None` for a static token.
    refresh_at: Option<Instant>,
    /// `None` for a static token.
    usable_until: Option<Instant>,
    /// Whether the gateway has accepted a request with this token.
    accepted: AtomicBool,
}

impl Token {
    /// Creates a token with a limited lifetime. Returns `None` if the text cannot be a token.
    pub(crate) fn fetched(token: &Secret, fetched_at: Instant, ttl: Duration) -> Option<Self> {
        let ttl = ttl - EXPIRY_MARGIN.min(ttl / 2);
        let ahead = REFRESH_AHEAD.min(ttl / 4);
        let refresh_at = fetched_at + (ttl - ahead - jitter(ahead));
        let usable_until = fetched_at + ttl;
        Some(Self { refresh_at: Some(refresh_at), usable_until: Some(usable_until), ..Self::fixed(token, fetched_at)? })
    }

    /// Creates a static token.
    fn fixed(token: &Secret, fetched_at: Instant) -> Option<Self> {
        if token.expose().trim().is_empty() {
            return None;
        }
        let value = Zeroizing::new(format!("Bearer {}", token.expose()));
        let mut authorization = HeaderValue::from_str(&value).ok()?;
        // Keeps it out of `Debug` and out of HTTP/2 header tables.
        authorization.set_sensitive(true);
        let accepted = AtomicBool::new(false);
        Some(Self { authorization, fetched_at, refresh_at: None, usable_until: None, accepted })
    }

    pub(crate) fn mark_accepted(&self) {
        // A write would invalidate the cache line for other threads.
        if !self.accepted.load(Ordering::Relaxed) {
            self.accepted.store(true, Ordering::Relaxed);
        }
    }

    fn is_usable(&self) -> bool {
        self.usable_until.is_none_or(|end| Instant::now() < end)
    }
}

impl TokenCache {
    pub(crate) fn new(credentials: Credentials) -> Result<Self, Error> {
        Ok(Self(Arc::new(RwLock::new(State::from_credentials(credentials)?))))
    }

    /// Replaces the credentials, and drops the token of the old ones.
    pub(crate) fn replace_credentials(&self, credentials: Credentials) -> Result<(), Error> {
        let state = State::from_credentials(credentials)?;
        *self.write() = state;
        Ok(())
    }

    /// Returns the keys that tokens are fetched with.
    pub(crate) fn keys(&self) -> Option<Arc<Keys>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).keys.clone()
    }

    /// Returns the token if it can be used. Starts a refresh if it is due.
    pub(crate) fn cached(&self, fetch: impl FnOnce(Arc<Keys>) -> TokenFuture) -> Option<Arc<Token>> {
        let (token, refresh_at) = {
            let state = self.0.read().unwrap_or_else(PoisonError::into_inner);
            (state.token.clone().filter(|token| token.is_usable())?, state.refresh_at)
        };
        if refresh_at.is_some_and(|at| at <= Instant::now()) {
            let mut state = self.write();
            if let Some(keys) = state.claim_refresh() {
                self.start_fetch(&mut state, &keys, fetch(Arc::clone(&keys)), true);
            }
        }
        Some(token)
    }

    /// Waits for the fetch in flight, or for a new one.
    ///
    /// # Errors
    ///
    /// Returns the error of the fetch, or of an earlier one whose backoff has not passed.
    pub(crate) async fn get_or_fetch(&self, fetch: impl Fn(Arc<Keys>) -> TokenFuture) -> Result<Arc<Token>, Error> {
        loop {
            let mut receiver = {
                let mut state = self.write();
                // Another call may have fetched a token since this one looked.
                if let Some(token) = state.token.clone().filter(|token| token.is_usable()) {
                    return Ok(token);
                }
                if let Some(receiver) = state.in_flight() {
                    receiver
                } else if let Some(failure) = state.failure.as_ref().filter(|it| Instant::now() < it.backoff_until) {
                    return Err(failure.error.clone());
                } else if let Some(keys) = state.keys.clone() {
                    self.start_fetch(&mut state, &keys, fetch(Arc::clone(&keys)), false)
                } else {
                    return Err(Error::invalid("token", "cannot be replaced: set API keys as credentials"));
                }
            };
            // Without a result, the fetch was dropped with its runtime, or the credentials were replaced: start over.
            if let Ok(result) = receiver.wait_for(Option::is_some).await
                && let Some(result) = &*result
            {
                return result.clone();
            }
        }
    }

    /// Drops a token that the gateway has rejected. Returns whether the call may be sent again with another one.
    pub(crate) fn invalidate(&self, rejected: &Arc<Token>) -> bool {
        if rejected.usable_until.is_none() {
            return false;
        }
        let mut state = self.write();
        if !state.token.as_ref().is_some_and(|token| Arc::ptr_eq(token, rejected)) {
            // Another call was faster.
            return true;
        }
        let is_new = rejected.fetched_at.elapsed() < MIN_AGE_BEFORE_REPLACING_REJECTED;
        if is_new && state.replaces_rejected && !rejected.accepted.load(Ordering::Relaxed) {
            return false;
        }
        state.token = None;
        state.rejected = true;
        true
    }

    fn start_fetch(&self, state: &mut State, keys: &Arc<Keys>, fetch: TokenFuture, is_refresh: bool) -> FetchReceiver {
        let (sender, receiver) = watch::channel(None);
        state.in_flight = Some(receiver.clone());
        let (cache, keys) = (self.clone(), Arc::clone(keys));
        tokio::spawn(async move {
            let result = fetch.await;
            if let Some(result) = cache.finish_fetch(&keys, is_refresh, result) {
                // Fails if no call waits.
                let _ = sender.send(Some(result));
            }
        });
        receiver
    }

    /// Stores the result of a fetch. Returns `None` if its keys are no longer those of the client.
    fn finish_fetch(
        &self,
        keys: &Arc<Keys>,
        is_refresh: bool,
        result: Result<Token, Error>,
    ) -> Option<Result<Arc<Token>, Error>> {
        let mut state = self.write();
        if !state.keys.as_ref().is_some_and(|current| Arc::ptr_eq(current, keys)) {
            return None;
        }
        state.in_flight = None;
        Some(match result {
            Ok(token) => Ok(state.store(token)),
            Err(error) => {
                // The old token still works, so a failed refresh starts no backoff.
                if !is_refresh {
                    state.record_failure(error.clone());
                }
                Err(error)
            }
        })
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn from_credentials(credentials: Credentials) -> Result<Self, Error> {
        let (keys, token) = match credentials.0 {
            Kind::Keys { public_key, private_key } => (Some(Arc::new(Keys { public_key, private_key })), None),
            Kind::Token(token) => {
                let token = Token::fixed(&token, Instant::now())
                    .ok_or_else(|| Error::invalid("token", "contains characters that no HTTP header allows"))?;
                (None, Some(Arc::new(token)))
            }
        };
        Ok(Self {
            keys,
            token,
            refresh_at: None,
            in_flight: None,
            failure: None,
            rejected: false,
            replaces_rejected: false,
        })
    }

    fn in_flight(&self) -> Option<FetchReceiver> {
        // A fetch that was dropped with its runtime has closed its channel.
        self.in_flight.as_ref().filter(|receiver| receiver.has_changed().is_ok()).cloned()
    }

    /// Returns the keys for a refresh to the first call that asks when it is due, and to no other until the refresh has
    /// finished and [`REFRESH_RETRY`] has passed.
    fn claim_refresh(&mut self) -> Option<Arc<Keys>> {
        let now = Instant::now();
        if self.refresh_at.is_none_or(|at| now < at) || self.in_flight().is_some() {
            return None;
        }
        self.refresh_at = Some(now + REFRESH_RETRY);
        self.keys.clone()
    }

    fn store(&mut self, token: Token) -> Arc<Token> {
        let token = Arc::new(token);
        self.refresh_at = token.refresh_at;
        self.token = Some(Arc::clone(&token));
        self.failure = None;
        self.replaces_rejected = std::mem::take(&mut self.rejected);
        token
    }

    fn record_failure(&mut self, error: Error) {
        let count = self.failure.as_ref().map_or(0, |failure| failure.count).saturating_add(1);
        let longest = FAILURE_BACKOFF.saturating_mul(2_u32.saturating_pow(count - 1)).min(MAX_FAILURE_BACKOFF);
        let backoff = longest / 2 + jitter(longest / 2);
        self.failure = Some(Failure { error, count, backoff_until: Instant::now() + backoff });
    }
}
