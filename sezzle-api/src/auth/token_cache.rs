//! The bearer token: fetched once for all who need it, and replaced ahead of its end while it still serves.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::header::{HeaderMap, HeaderValue};
use tokio::sync::watch;
use tokio::time::Instant;
use zeroize::Zeroizing;

use crate::call_options::CallOptions;
use crate::credentials::{Credentials, Kind};
use crate::swap::Swap;
use crate::types::{ApiKeys, BearerToken};
use crate::{Client, Error, Secret, operations, random, retry_after, transport};

/// How long a token lives according to the documentation, for an answer that does not say.
const DOCUMENTED_LIFE: Duration = Duration::from_secs(120 * 60);

/// A token is not used in the last seconds of its life, so that it does not expire on the way to the gateway; nor in
/// the last half of a very short one.
const SAFETY: Duration = Duration::from_secs(30);

/// A token is replaced this long before it stops to serve, and up to as long again before that: many programs that
/// started together do not all ask at once.
const AHEAD: Duration = Duration::from_secs(5 * 60);

/// After an early replacement failed, the next one is tried this much later.
const AHEAD_AGAIN: Duration = Duration::from_secs(20);

/// After an authentication failed, nobody asks for so long; it doubles with each further failure in a row, up to
/// [`LONGEST_PAUSE`].
const PAUSE: Duration = Duration::from_secs(1);

const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// A token that took the place of a refused one, and is refused itself, is not replaced at once: a gateway that takes
/// none would otherwise be asked for one by each call.
const LEAST_AGE_IF_NEVER_ACCEPTED: Duration = Duration::from_secs(10);

/// The tokens of one client.
pub(crate) struct Tokens {
    current: Swap<Token>,
    fetch: Mutex<Fetch>,
}

/// Where tokens come from.
pub(crate) enum Source {
    Keys { public_key: Secret, private_key: Secret },
    Given,
}

impl Source {
    /// The keys, if that is what tokens are made from.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        let keys = match self {
            Self::Keys { public_key, private_key } => [Some(public_key), Some(private_key)],
            Self::Given => [None, None],
        };
        keys.into_iter().flatten().map(Secret::expose)
    }
}

/// What is known of the authentication that is under way, and of the last one that failed.
struct Fetch {
    source: Arc<Source>,
    /// Tells all who wait how it ended. Closed without a word if the runtime it ran on was shut down.
    running: Option<Running>,
    failure: Option<Failure>,
    /// Whether a token was refused since the last authentication.
    refused: bool,
}

type Running = watch::Receiver<Option<Result<Arc<Token>, Error>>>;

struct Failure {
    error: Error,
    /// How many there were in a row.
    count: u32,
    pause_until: Instant,
}

pub(crate) struct Token {
    authorization: HeaderValue,
    fetched_at: Instant,
    /// How long it may be used, from `fetched_at` on. `None` for a token that the caller gave.
    life: Option<Duration>,
    /// When to replace it ahead of time, in milliseconds from `fetched_at` on.
    replace_after: AtomicU64,
    /// Whether it took the place of one that was refused.
    after_refusal: bool,
    accepted: AtomicBool,
}

impl Token {
    /// The value of the header `Authorization`.
    pub(crate) fn authorization(&self) -> &HeaderValue {
        &self.authorization
    }

    /// Notes that the gateway has taken it.
    pub(crate) fn accepted(&self) {
        if !self.accepted.load(Ordering::Relaxed) {
            self.accepted.store(true, Ordering::Relaxed);
        }
    }

    /// Says to one caller, and to no other for a while, that it is time to replace the token.
    fn is_to_be_replaced(&self, age: Duration) -> bool {
        let age = milliseconds(age);
        let replace_after = self.replace_after.load(Ordering::Relaxed);
        age >= replace_after
            && self
                .replace_after
                .compare_exchange(replace_after, age + milliseconds(AHEAD_AGAIN), Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
    }
}

impl Tokens {
    pub(crate) fn new(credentials: Credentials) -> Result<Self, Error> {
        let (fetch, given) = take_apart(credentials)?;
        Ok(Self { current: Swap::new(given), fetch: Mutex::new(fetch) })
    }

    /// Takes other credentials from now on. What the old ones brought is no longer used.
    pub(crate) fn replace(&self, credentials: Credentials) -> Result<(), Error> {
        let (new, given) = take_apart(credentials)?;
        let mut fetch = self.fetch();
        *fetch = new;
        self.current.store(given);
        Ok(())
    }

    pub(crate) fn source(&self) -> Arc<Source> {
        Arc::clone(&self.fetch().source)
    }

    /// The token, if there is one that serves. Sees to it that it is replaced in time.
    pub(crate) fn ready(&self, client: &Client) -> Option<Arc<Token>> {
        let token = self.current.load()?;
        let Some(life) = token.life else { return Some(token) };
        let age = token.fetched_at.elapsed();
        if age >= life {
            return None;
        }
        if token.is_to_be_replaced(age) {
            let mut fetch = self.fetch();
            if fetch.waiting().is_none() {
                fetch.start(client.clone(), true);
            }
        }
        Some(token)
    }

    /// The token that an authentication brings: the one that is under way, or a new one.
    ///
    /// # Errors
    ///
    /// It failed, or one that failed is so recent that the gateway is not asked again.
    pub(crate) async fn fetched(&self, client: &Client) -> Result<Arc<Token>, Error> {
        loop {
            // Somebody may have fetched one meanwhile.
            if let Some(token) = self.ready(client) {
                return Ok(token);
            }
            let mut end = {
                let mut fetch = self.fetch();
                match fetch.waiting() {
                    Some(running) => running,
                    // The lock says that no authentication has ended since the look above, or it has left a token.
                    None if self.ready_under_lock() => continue,
                    None => match fetch.failure.as_ref().filter(|failure| Instant::now() < failure.pause_until) {
                        Some(failure) => return Err(failure.error.share()),
                        None => fetch.start(client.clone(), false),
                    },
                }
            };
            // If the authentication was dropped with its runtime, or its keys were replaced meanwhile, there is no word
            // of it, and another one is started.
            if let Ok(fetched) = end.wait_for(Option::is_some).await {
                match fetched.as_ref() {
                    Some(Ok(token)) => return Ok(Arc::clone(token)),
                    Some(Err(error)) => return Err(error.share()),
                    None => {}
                }
            }
        }
    }

    /// Drops a token that the gateway no longer accepts, unless a newer one has taken its place already. Says whether
    /// there is any use in asking for another.
    pub(crate) fn forget(&self, refused: &Arc<Token>) -> bool {
        if refused.life.is_none() {
            return false;
        }
        let new = refused.fetched_at.elapsed() < LEAST_AGE_IF_NEVER_ACCEPTED;
        if new && refused.after_refusal && !refused.accepted.load(Ordering::Relaxed) {
            return false;
        }
        if self.current.remove(refused) {
            self.fetch().refused = true;
        }
        true
    }

    fn ready_under_lock(&self) -> bool {
        self.current.load().is_some_and(|token| token.life.is_none_or(|life| token.fetched_at.elapsed() < life))
    }

    fn fetch(&self) -> MutexGuard<'_, Fetch> {
        self.fetch.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An authentication has ended; one that was `early` harms nobody by its failure. `None` if the keys it was made with
    /// are no longer the client's.
    fn ended(
        &self,
        source: &Arc<Source>,
        early: bool,
        result: Result<Token, Error>,
    ) -> Option<Result<Arc<Token>, Error>> {
        let mut fetch = self.fetch();
        if !Arc::ptr_eq(source, &fetch.source) {
            return None;
        }
        fetch.running = None;
        Some(match result {
            Ok(mut token) => {
                token.after_refusal = std::mem::take(&mut fetch.refused);
                let token = Arc::new(token);
                self.current.store(Some(Arc::clone(&token)));
                fetch.failure = None;
                Ok(token)
            }
            Err(error) if early => Err(error),
            Err(error) => {
                let count = fetch.failure.as_ref().map_or(0, |failure| failure.count).saturating_add(1);
                let longest = PAUSE.saturating_mul(2_u32.saturating_pow(count - 1)).min(LONGEST_PAUSE);
                let pause = longest / 2 + random::up_to(longest / 2);
                fetch.failure = Some(Failure { error: error.share(), count, pause_until: Instant::now() + pause });
                Err(error)
            }
        })
    }
}

/// Where tokens come from, and the token that is there already.
fn take_apart(credentials: Credentials) -> Result<(Fetch, Option<Arc<Token>>), Error> {
    let from = |source| Fetch { source: Arc::new(source), running: None, failure: None, refused: false };
    let token = match credentials.0 {
        Kind::Keys { public_key, private_key } => return Ok((from(Source::Keys { public_key, private_key }), None)),
        Kind::Token(token) => token,
    };
    let authorization =
        authorization(&token).ok_or_else(|| Error::invalid("token", "it cannot stand in an HTTP header"))?;
    let token = Token {
        authorization,
        fetched_at: Instant::now(),
        life: None,
        replace_after: AtomicU64::new(u64::MAX),
        after_refusal: false,
        accepted: AtomicBool::new(false),
    };
    Ok((from(Source::Given), Some(Arc::new(token))))
}

impl Fetch {
    /// The end of the authentication that is under way, if there is one.
    fn waiting(&self) -> Option<Running> {
        self.running.as_ref().filter(|running| running.has_changed().is_ok()).cloned()
    }

    /// Starts an authentication of its own: who asked for it may give up, others still wait for it.
    fn start(&mut self, client: Client, early: bool) -> Running {
        let (end, running) = watch::channel(None);
        self.running = Some(running.clone());
        let source = Arc::clone(&self.source);
        let authentication: Pin<Box<dyn Future<Output = ()> + Send>> = Box::pin(async move {
            let result = authenticate(&client, &source).await;
            if let Some(result) = client.tokens().ended(&source, early, result) {
                // Nobody may be waiting.
                let _ = end.send(Some(result));
            }
        });
        tokio::spawn(authentication);
        running
    }
}

async fn authenticate(client: &Client, source: &Source) -> Result<Token, Error> {
    let Source::Keys { public_key, private_key } = source else {
        return Err(Error::invalid("token", "there are no keys to get a new one with"));
    };
    let keys = ApiKeys { public_key: public_key.clone(), private_key: private_key.clone(), cancel_url: None };
    let request = client.authenticate().body(keys).into_request();
    // Counted from before the request: the token is older than its answer.
    let fetched_at = Instant::now();
    let operation = &operations::AUTHENTICATE;
    let answer = transport::json::<BearerToken>(client, operation, CallOptions::default(), request).await?;
    let authorization = answer
        .token
        .as_ref()
        .and_then(authorization)
        .ok_or_else(|| Error::unreadable(operation, answer.status(), "`token`: there is no token"))?;
    let life = life(answer.expiration_date, answer.headers());
    let life = life - SAFETY.min(life / 2);
    let ahead = AHEAD.min(life / 4);
    let replace_after = life - ahead - random::up_to(ahead);
    Ok(Token {
        authorization,
        fetched_at,
        life: Some(life),
        replace_after: AtomicU64::new(milliseconds(replace_after)),
        after_refusal: false,
        accepted: AtomicBool::new(false),
    })
}

/// How long the token lives, by the gateway's own clock if its answer shows one.
fn life(expires: Option<DateTime<Utc>>, headers: &HeaderMap) -> Duration {
    let gateway_now = retry_after::gateway_now(headers).unwrap_or_else(Utc::now);
    expires
        .and_then(|expires| (expires - gateway_now).to_std().ok())
        .filter(|life| !life.is_zero())
        .map_or(DOCUMENTED_LIFE, |life| life.min(DOCUMENTED_LIFE))
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
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
