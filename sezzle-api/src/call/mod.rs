//! One call of an operation: from a request to a value or an error.
//!
//! - [`Call`] here: the loop over attempts, with the token, the timeouts and the retries.
//! - `options`: the settings of a single call.
//! - `encode`: parameters in paths, queries and headers.
//! - `request_id`: the `Sezzle-Request-Id`.
//! - `body`, `byte_stream`: how the body of a response is read.
//! - `trace`: spans and events.

pub(crate) mod body;
pub(crate) mod byte_stream;
pub(crate) mod encode;
pub(crate) mod options;
pub(crate) mod request_id;
#[cfg(feature = "tracing")]
mod trace;

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue, USER_AGENT};
use reqwest::{Request, StatusCode};
use serde::de::DeserializeOwned;
use tokio::time::{Instant, sleep, timeout_at};

use crate::auth::token_cache::{Keys, Token, TokenFuture};
use crate::call::body::{Body, read_error_body};
use crate::call::byte_stream::ByteStream;
use crate::call::options::{CallOptions, add};
use crate::call::request_id::ensure_request_id;
#[cfg(feature = "tracing")]
use crate::call::trace::CallSpan;
use crate::client::Client;
use crate::error::error_response::ErrorResponse;
use crate::error::redact::RequestValues;
use crate::error::{CallSummary, Cause, Error, ErrorKind};
use crate::hooks::{Attempt, shield};
use crate::operation::Operation;
use crate::response::ResponseValue;
use crate::retry::RetryPolicy;
use crate::retry::budget::Withdrawal;

/// The value of the header `User-Agent`.
const CLIENT_NAME: &str = concat!("sezzle-api/", env!("CARGO_PKG_VERSION"));

/// No further attempt starts with less than this left until the deadline, since no response arrives that fast.
const MIN_ATTEMPT: Duration = Duration::from_millis(100);

/// A call in progress. Its methods borrow it: a future that takes a large value holds it twice.
pub(crate) struct Call {
    client: Client,
    /// Up to the last attempt; `elapsed` is set when the call ends.
    summary: CallSummary,
    /// The request of the next attempt, or a copy of the last one.
    request: Request,
    policy: RetryPolicy,
    /// The timeout of each attempt.
    timeout: Duration,
    started: Instant,
    deadline: Instant,
    /// When the current attempt started. `None` between attempts.
    attempt_started: Option<Instant>,
    /// The end of the current attempt: its timeout, or the deadline if that is earlier.
    attempt_deadline: Instant,
    /// The token of the current attempt.
    token: Option<Arc<Token>>,
    /// Whether one of the attempts was made only because the token of the one before was rejected.
    reauthorized: bool,
    withdrawal: Withdrawal,
    #[cfg(feature = "tracing")]
    span: CallSpan,
}

/// What to do after a failed attempt.
enum RetryDecision {
    RetryAfter(Duration),
    Stop,
    DeadlineTooClose,
}

impl Call {
    pub(crate) fn start(
        client: Client,
        operation: &'static Operation,
        options: CallOptions,
        request: Result<Request, Error>,
    ) -> Result<Self, Error> {
        let started = Instant::now();
        let settings = &client.inner;
        let mut summary = CallSummary::new(operation, &settings.base_url);
        let prepare = || {
            let mut request = request?;
            options.check()?;
            summary.request_id = ensure_request_id(&mut request, operation)?;
            request.headers_mut().insert(USER_AGENT, HeaderValue::from_static(CLIENT_NAME));
            Ok(request)
        };
        let request = match prepare() {
            Ok(request) => request,
            Err(error) => return Err(Error::in_call(error, summary)),
        };
        Ok(Self {
            #[cfg(feature = "tracing")]
            span: CallSpan::new(operation, &request, summary.request_id.as_ref()),
            summary,
            request,
            policy: options.retry_policy.unwrap_or(settings.retry_policy),
            timeout: options.timeout.unwrap_or(settings.timeout),
            started,
            deadline: add(started, options.deadline.unwrap_or(settings.deadline)),
            attempt_started: None,
            attempt_deadline: started,
            token: None,
            reauthorized: false,
            withdrawal: Withdrawal::default(),
            client,
        })
    }

    /// Calls an operation that returns JSON.
    pub(crate) async fn json<T: DeserializeOwned>(&mut self) -> Result<ResponseValue<T>, Error> {
        self.run(Body::json).await
    }

    /// Calls an operation that returns a list. Reads `null` as an empty list, and skips elements that are `null`.
    pub(crate) async fn list<T: DeserializeOwned>(&mut self) -> Result<ResponseValue<Vec<T>>, Error> {
        let response = self.json::<Option<Vec<Option<T>>>>().await?;
        Ok(response.map(|list| list.unwrap_or_default().into_iter().flatten().collect()))
    }

    /// Calls an operation that returns nothing. Does not read the body.
    pub(crate) async fn empty(&mut self) -> Result<ResponseValue<()>, Error> {
        self.run(async |_| Ok(((), None))).await
    }

    /// Calls an operation whose response may be too long for memory.
    pub(crate) async fn stream(&mut self) -> Result<ResponseValue<ByteStream>, Error> {
        let response = self.run(async |body| Ok((body, None))).await?;
        let (call, timeout) = (self.summary(), self.timeout);
        Ok(response.map(|body| ByteStream::new(call, body.response, timeout)))
    }

    /// Makes attempts until `read` returns a value from the body of a successful response, or there is no further
    /// attempt. `read` also returns the body, if it is to be kept.
    ///
    /// # Errors
    ///
    /// Returns the error of the last attempt, with a summary of the whole call.
    async fn run<T, F>(&mut self, read: impl Fn(Body) -> F) -> Result<ResponseValue<T>, Error>
    where
        F: Future<Output = Result<(T, Option<Bytes>), Error>>,
    {
        loop {
            let error = match self.send_attempt().await {
                Ok((status, headers, body)) => match read(body).await {
                    Ok((value, body)) => {
                        self.client.inner.retry_budget.deposit(self.withdrawal);
                        self.report_attempt(Some(status), None, None);
                        #[cfg(feature = "tracing")]
                        self.span.succeeded(self.summary.attempts, status);
                        return Ok(ResponseValue::new(value, status, headers, body, &self.summary));
                    }
                    Err(error) => error,
                },
                Err(error) => error,
            };
            self.handle_failure(error).await?;
        }
    }

    /// Sends the request, and returns the head of a successful response with its body still to be read.
    async fn send_attempt(&mut self) -> Result<(StatusCode, HeaderMap, Body), Error> {
        self.authorize().await?;
        self.summary.attempts += 1;
        let now = Instant::now();
        self.attempt_started = Some(now);
        self.attempt_deadline = add(now, self.timeout).min(self.deadline);
        let request = self.take_request()?;
        let mut response = match timeout_at(self.attempt_deadline, self.client.inner.http.execute(request)).await {
            Ok(response) => response.map_err(Error::request_failed)?,
            Err(_) => return Err(Cause::TimedOut { status: None }.into()),
        };
        let status = response.status();
        if status != StatusCode::UNAUTHORIZED
            && let Some(token) = &self.token
        {
            token.mark_accepted();
        }
        let inner = &self.client.inner;
        if status.is_success() {
            let headers = std::mem::take(response.headers_mut());
            let body = Body {
                operation: self.summary.operation,
                response,
                deadline: self.attempt_deadline,
                is_kept: inner.keeps_bodies,
                #[cfg(feature = "unknown-fields")]
                on_unknown_fields: inner.hooks.on_unknown_fields.clone(),
            };
            return Ok((status, headers, body));
        }
        // The status is the result. A body that breaks off or stalls only has fewer details.
        let mut body = Vec::new();
        let _ = timeout_at(self.attempt_deadline, read_error_body(&mut response, &mut body)).await;
        let keys = inner.tokens.keys();
        let values = RequestValues::new(&self.request, keys.iter().flat_map(|keys| keys.expose()));
        let response = ErrorResponse::new(status, response.headers(), &body, &values, inner.shows_api_messages);
        Err(Cause::ErrorResponse(response).into())
    }

    async fn authorize(&mut self) -> Result<(), Error> {
        if !self.summary.operation.requires_auth {
            return Ok(());
        }
        let inner = &self.client.inner;
        let fetch = |keys: Arc<Keys>| -> TokenFuture { (inner.authenticate)(self.client.clone(), keys) };
        let token = match inner.tokens.cached(fetch) {
            Some(token) => token,
            None => match timeout_at(self.deadline, inner.tokens.get_or_fetch(fetch)).await {
                Ok(token) => token.map_err(Cause::NoToken)?,
                Err(_) => return Err(Cause::Deadline(None).into()),
            },
        };
        self.request.headers_mut().insert(AUTHORIZATION, token.authorization.clone());
        self.token = Some(token);
        Ok(())
    }

    /// Takes the request to send, and keeps a copy for another attempt. The copy shares the body.
    fn take_request(&mut self) -> Result<Request, Error> {
        let copy = self.request.try_clone();
        let copy = copy.ok_or_else(|| Error::invalid("body", "is a stream, which cannot be sent again"))?;
        // The original is sent: its header map has room for the headers that reqwest adds, a clone has none.
        Ok(std::mem::replace(&mut self.request, copy))
    }

    /// Waits until the next attempt may start.
    ///
    /// # Errors
    ///
    /// Returns the call's final error if no further attempt will be made.
    async fn handle_failure(&mut self, error: Error) -> Result<(), Error> {
        let mut error = error.in_call(self.summary());
        if error.is_attempt_timeout() && self.attempt_deadline == self.deadline {
            error = Error::from(Cause::Deadline(Some(error))).in_call(self.summary());
        }
        #[cfg(feature = "tracing")]
        self.span.failed(self.summary.attempts, &error);
        let decision = self.decide(&error);
        let delay = if let RetryDecision::RetryAfter(delay) = decision { Some(delay) } else { None };
        self.report_attempt(error.status(), Some(error.attempt_kind()), delay);
        if let RetryDecision::DeadlineTooClose = decision {
            error = Error::from(Cause::Deadline(Some(error))).in_call(self.summary());
        }
        let Some(delay) = delay else {
            #[cfg(feature = "tracing")]
            self.span.ended(self.summary.attempts, &error);
            return Err(error);
        };
        self.summary.processed_before |= error.attempt_may_have_been_processed();
        // The wait may be long, and the error large.
        drop(error);
        if !delay.is_zero() {
            sleep(delay).await;
        }
        Ok(())
    }

    fn report_attempt(&mut self, status: Option<StatusCode>, error: Option<ErrorKind>, wait: Option<Duration>) {
        // Without a token, no attempt was made.
        let Some(started) = self.attempt_started.take() else { return };
        if let Some(report) = &self.client.inner.hooks.on_attempt {
            let attempt = Attempt {
                operation: self.summary.operation,
                server: &self.summary.server,
                number: self.summary.attempts,
                status,
                error,
                duration: started.elapsed(),
                next_attempt_in: wait,
            };
            shield(|| report(&attempt));
        }
    }

    fn decide(&mut self, error: &Error) -> RetryDecision {
        // A token may end early: it was revoked, or the keys were rotated. The gateway then rejects the request without
        // processing it, so it is sent once more with another token, whatever the policy.
        if error.has_error_status(StatusCode::UNAUTHORIZED)
            && !self.reauthorized
            && self.token.take().is_some_and(|token| self.client.inner.tokens.invalidate(&token))
        {
            self.reauthorized = true;
            return self.retry_within_deadline(Duration::ZERO);
        }
        if !error.allows_retry() {
            return RetryDecision::Stop;
        }
        let attempts = self.summary.attempts - u32::from(self.reauthorized);
        let Some(delay) = self.policy.delay(attempts, error.retry_after()) else { return RetryDecision::Stop };
        let decision = self.retry_within_deadline(delay);
        if let RetryDecision::RetryAfter(_) = decision {
            let Some(withdrawal) = self.client.inner.retry_budget.withdraw(error.is_timeout()) else {
                return RetryDecision::Stop;
            };
            self.withdrawal = withdrawal;
        }
        decision
    }

    fn retry_within_deadline(&self, delay: Duration) -> RetryDecision {
        let needed = delay.saturating_add(MIN_ATTEMPT.min(self.timeout));
        if needed > self.deadline.saturating_duration_since(Instant::now()) {
            RetryDecision::DeadlineTooClose
        } else {
            RetryDecision::RetryAfter(delay)
        }
    }

    fn summary(&self) -> CallSummary {
        CallSummary { elapsed: self.started.elapsed(), ..self.summary.clone() }
    }
}
