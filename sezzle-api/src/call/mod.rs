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
use crate::error::{CallSummary, Error};
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
    operation: &'static Operation,
    /// The request of the next attempt, or a copy of the last one.
    request: Request,
    request_id: Option<HeaderValue>,
    policy: RetryPolicy,
    /// The timeout of each attempt.
    timeout: Duration,
    started: Instant,
    deadline: Instant,
    /// The end of the current attempt: its timeout, or the deadline if that is earlier.
    attempt_deadline: Instant,
    /// The token of the current attempt.
    token: Option<Arc<Token>>,
    attempts: u32,
    /// Whether one of the attempts was made only because the token of the one before was rejected.
    reauthorized: bool,
    /// Whether an attempt before the current one may have been processed.
    processed_before: bool,
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
        let mut request = request.map_err(|error| error.with_operation(operation))?;
        options.check().map_err(|error| error.with_operation(operation))?;
        let request_id = ensure_request_id(&mut request, operation).map_err(|error| error.with_operation(operation))?;
        request.headers_mut().insert(USER_AGENT, HeaderValue::from_static(CLIENT_NAME));
        let settings = &client.inner;
        Ok(Self {
            operation,
            #[cfg(feature = "tracing")]
            span: CallSpan::new(operation, &request, request_id.as_ref()),
            request,
            request_id,
            policy: options.retry_policy.unwrap_or(settings.retry_policy),
            timeout: options.timeout.unwrap_or(settings.timeout),
            started,
            deadline: add(started, options.deadline.unwrap_or(settings.deadline)),
            attempt_deadline: started,
            token: None,
            attempts: 0,
            reauthorized: false,
            processed_before: false,
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
        self.run(async |_| Ok(())).await
    }

    /// Calls an operation whose response may be too long for memory.
    pub(crate) async fn stream(&mut self) -> Result<ResponseValue<ByteStream>, Error> {
        self.run(async |body| Ok(body.into_stream())).await
    }

    /// Makes attempts until `read` returns a value from the body of a successful response, or there is no further
    /// attempt.
    ///
    /// # Errors
    ///
    /// Returns the error of the last attempt, with a summary of the whole call.
    async fn run<T, F>(&mut self, read: impl Fn(Body) -> F) -> Result<ResponseValue<T>, Error>
    where
        F: Future<Output = Result<T, Error>>,
    {
        loop {
            let error = match self.send_attempt().await {
                Ok((status, headers, body)) => match read(body).await {
                    Ok(value) => {
                        self.client.inner.retry_budget.deposit(self.withdrawal);
                        #[cfg(feature = "tracing")]
                        self.span.succeeded(self.attempts, status);
                        return Ok(ResponseValue::new(value, status, headers, self.summary()));
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
        self.attempts += 1;
        self.attempt_deadline = add(Instant::now(), self.timeout).min(self.deadline);
        let request = self.take_request()?;
        let mut response = match timeout_at(self.attempt_deadline, self.client.inner.http.execute(request)).await {
            Ok(Ok(response)) => response,
            Ok(Err(error)) => return Err(Error::request_failed(self.operation, error)),
            Err(_) => return Err(Error::timed_out(self.operation, None)),
        };
        let status = response.status();
        if status != StatusCode::UNAUTHORIZED
            && let Some(token) = &self.token
        {
            token.mark_accepted();
        }
        if status.is_success() {
            let headers = std::mem::take(response.headers_mut());
            return Ok((status, headers, Body::new(self.operation, response, self.attempt_deadline, self.timeout)));
        }
        // The status is the result. A body that breaks off or stalls only has fewer details.
        let mut body = Vec::new();
        let _ = timeout_at(self.attempt_deadline, read_error_body(&mut response, &mut body)).await;
        let keys = self.client.inner.tokens.keys();
        let values = RequestValues::new(&self.request, keys.iter().flat_map(|keys| keys.expose()));
        let response = ErrorResponse::new(status, response.headers(), &body, &values);
        Err(Error::from_response(self.operation, response))
    }

    async fn authorize(&mut self) -> Result<(), Error> {
        if !self.operation.requires_auth {
            return Ok(());
        }
        let inner = &self.client.inner;
        let fetch = |keys: Arc<Keys>| -> TokenFuture { (inner.authenticate)(self.client.clone(), keys) };
        let token = match inner.tokens.cached(fetch) {
            Some(token) => token,
            None => match timeout_at(self.deadline, inner.tokens.get_or_fetch(fetch)).await {
                Ok(Ok(token)) => token,
                Ok(Err(error)) => return Err(Error::no_token(self.operation, error)),
                Err(_) => return Err(Error::deadline_exceeded(self.operation, None)),
            },
        };
        self.request.headers_mut().insert(AUTHORIZATION, token.authorization().clone());
        self.token = Some(token);
        Ok(())
    }

    /// Takes the request to send, and keeps a copy for another attempt. The copy shares the body.
    fn take_request(&mut self) -> Result<Request, Error> {
        let copy = self.request.try_clone().ok_or_else(|| {
            Error::invalid("body", "is a stream and cannot be sent again: use a value").with_operation(self.operation)
        })?;
        // The original is sent: its header map has room for the headers that reqwest adds, a clone has none.
        Ok(std::mem::replace(&mut self.request, copy))
    }

    /// Waits until the next attempt may start.
    ///
    /// # Errors
    ///
    /// Returns the call's final error if no further attempt will be made.
    async fn handle_failure(&mut self, error: Error) -> Result<(), Error> {
        let error = if error.is_attempt_timeout() && self.attempt_deadline == self.deadline {
            Error::deadline_exceeded(self.operation, Some(error))
        } else {
            error
        };
        #[cfg(feature = "tracing")]
        self.span.failed(self.attempts, &error);
        match self.decide(&error) {
            RetryDecision::RetryAfter(delay) => {
                self.processed_before |= error.attempt_may_have_been_processed();
                // The wait may be long, and the error large.
                drop(error);
                if !delay.is_zero() {
                    sleep(delay).await;
                }
                Ok(())
            }
            RetryDecision::Stop => Err(self.final_error(error)),
            RetryDecision::DeadlineTooClose => {
                Err(self.final_error(Error::deadline_exceeded(self.operation, Some(error))))
            }
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
        let attempts = self.attempts - u32::from(self.reauthorized);
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

    fn final_error(&self, error: Error) -> Error {
        let error = error.with_call_summary(self.summary());
        #[cfg(feature = "tracing")]
        self.span.ended(self.attempts, &error);
        error
    }

    fn summary(&self) -> CallSummary {
        CallSummary {
            processed_before: self.processed_before,
            attempts: self.attempts,
            elapsed: self.started.elapsed(),
            request_id: self.request_id.clone(),
        }
    }
}
