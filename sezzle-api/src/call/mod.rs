//! One call of an operation: its attempts, and what is between them.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue, USER_AGENT};
use reqwest::{Request, Response, StatusCode};
use tokio::time::error::Elapsed;
use tokio::time::{Instant, sleep, timeout_at};

use crate::answer::{Answer, read_refusal, read_success};
use crate::budget::Taken;
use crate::call_options::CallOptions;
use crate::error::CallFacts;
use crate::redact::Echoes;
use crate::token::Token;
use crate::trace::CallSpan;
use crate::{Client, Error, Operation, RetryPolicy, random};

/// What the client calls itself.
const CLIENT_NAME: &str = concat!("sezzle-api/", env!("CARGO_PKG_VERSION"));

/// The header by which the gateway recognizes a request it has seen before.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("sezzle-request-id");

/// No further attempt starts if less than this is left of the deadline: no answer comes that fast.
const SHORTEST_ATTEMPT: Duration = Duration::from_millis(100);

/// Longer than any program runs, and short enough to be added to a point in time.
const FOREVER: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);

pub(crate) struct Call<'a> {
    client: &'a Client,
    operation: &'static Operation,
    /// What the next attempt sends, or the last one has sent.
    request: Request,
    request_id: Option<HeaderValue>,
    policy: RetryPolicy,
    timeout: Duration,
    started: Instant,
    deadline: Instant,
    /// When the current attempt is given up.
    limit: Instant,
    /// The token of the current attempt.
    token: Option<Arc<Token>>,
    /// The requests sent.
    attempts: u32,
    /// Those of them that were sent again for a new token alone.
    reauthorizations: u32,
    processed_before: bool,
    taken: Taken,
    span: CallSpan,
}

impl<'a> Call<'a> {
    pub(crate) fn start(
        client: &'a Client,
        operation: &'static Operation,
        options: CallOptions,
        request: Result<Request, Error>,
    ) -> Result<Self, Error> {
        let started = Instant::now();
        let mut request = request.map_err(|error| error.during(operation))?;
        options.check().map_err(|error| error.during(operation))?;
        if operation.request_id && !request.headers().contains_key(REQUEST_ID) {
            let id = random::uuid().map_err(|error| error.during(operation))?;
            let id = HeaderValue::from_bytes(&id)
                .map_err(|_| Error::invalid("sezzle_request_id", "no header can be made of it").during(operation))?;
            request.headers_mut().insert(REQUEST_ID, id);
        }
        let request_id = request.headers().get(REQUEST_ID).cloned();
        request.headers_mut().insert(USER_AGENT, HeaderValue::from_static(CLIENT_NAME));
        let span = CallSpan::new(operation, &request, request_id.as_ref());
        Ok(Self {
            client,
            operation,
            request,
            request_id,
            policy: options.retries.unwrap_or(client.retries()),
            timeout: options.timeout.unwrap_or(client.timeout()),
            started,
            deadline: after(started, options.deadline.unwrap_or(client.deadline())),
            limit: started,
            token: None,
            attempts: 0,
            reauthorizations: 0,
            processed_before: false,
            taken: Taken::default(),
            span,
        })
    }

    /// One attempt, up to a whole successful answer.
    pub(crate) async fn answer(&mut self) -> Result<Answer, Error> {
        let response = self.head().await?;
        let status = response.status();
        match timeout_at(self.limit, read_success(self.operation, response)).await {
            Ok(answer) => answer,
            Err(elapsed) => Err(self.ran_out(Some(status), elapsed)),
        }
    }

    /// How long one attempt may take.
    pub(crate) fn timeout(&self) -> Duration {
        self.timeout
    }

    /// One attempt, up to the head of a successful answer.
    pub(crate) async fn head(&mut self) -> Result<Response, Error> {
        self.authorize().await?;
        self.attempts += 1;
        let now = Instant::now();
        self.limit = after(now, self.timeout).min(self.deadline);
        let request = self.taken_request()?;
        let mut response = match timeout_at(self.limit, self.client.http().execute(request)).await {
            Ok(Ok(response)) => response,
            Ok(Err(error)) => return Err(Error::failed(self.operation, error)),
            Err(elapsed) => return Err(self.ran_out(None, elapsed)),
        };
        let status = response.status();
        if let Some(token) = self.token.as_ref().filter(|_| status != StatusCode::UNAUTHORIZED) {
            token.accepted();
        }
        if status.is_success() {
            return Ok(response);
        }
        // The status already says that the request was refused, so a body that breaks off or stalls is taken as far as
        // it came.
        let mut body = Vec::new();
        let _ = timeout_at(self.limit, read_refusal(&mut response, &mut body)).await;
        let echoes = Echoes::new(&self.request, self.client.tokens().source().keys());
        Err(Error::refused(self.operation, status, response.headers(), &body, &echoes))
    }

    /// Waits until another attempt may start.
    ///
    /// # Errors
    ///
    /// There is to be none: the error of the call.
    pub(crate) async fn recover(&mut self, error: Error) -> Result<(), Error> {
        self.span.failed(self.attempts, &error);
        match self.next(&error) {
            Next::After(delay) => {
                self.processed_before |= error.attempt_may_have_been_processed();
                // An error may be large, and the wait long.
                drop(error);
                if !delay.is_zero() {
                    sleep(delay).await;
                }
                Ok(())
            }
            Next::GiveUp => Err(self.end(error)),
            Next::TooLate => Err(self.end(Error::deadline_exceeded(self.operation, Some(error)))),
        }
    }

    /// The call succeeded.
    pub(crate) fn succeeded(self, status: StatusCode) -> CallFacts {
        self.client.budget().succeeded(self.taken);
        self.span.succeeded(self.attempts, status);
        self.facts()
    }

    fn next(&mut self, error: &Error) -> Next {
        let after = |delay: Duration, call: &Self| {
            let needed = delay.saturating_add(SHORTEST_ATTEMPT.min(call.timeout));
            if needed > call.deadline.saturating_duration_since(Instant::now()) {
                Next::TooLate
            } else {
                Next::After(delay)
            }
        };
        // A token may end before its time: it was revoked, or the keys were changed. The gateway then refuses the
        // request without acting on it, so it is sent once more with a new token.
        if error.is_refused_with(StatusCode::UNAUTHORIZED) && self.reauthorizations == 0 {
            let replaceable = self.token.take().is_some_and(|token| self.client.tokens().forget(&token));
            if replaceable {
                self.reauthorizations += 1;
                return after(Duration::ZERO, self);
            }
        }
        if !error.allows_another_attempt() {
            return Next::GiveUp;
        }
        let Some(delay) = self.policy.delay(self.attempts - self.reauthorizations, error.retry_after()) else {
            return Next::GiveUp;
        };
        let next = after(delay, self);
        if let Next::After(_) = next {
            let Some(taken) = self.client.budget().take(error.is_timeout()) else { return Next::GiveUp };
            self.taken = taken;
        }
        next
    }

    async fn authorize(&mut self) -> Result<(), Error> {
        if !self.operation.authorized {
            return Ok(());
        }
        let tokens = self.client.tokens();
        let token = match tokens.ready(self.client) {
            Some(token) => token,
            None => match timeout_at(self.deadline, tokens.fetched(self.client)).await {
                Ok(Ok(token)) => token,
                Ok(Err(error)) => return Err(Error::no_token(self.operation, error)),
                Err(_) => return Err(Error::deadline_exceeded(self.operation, None)),
            },
        };
        self.request.headers_mut().insert(AUTHORIZATION, token.authorization().clone());
        self.token = Some(token);
        Ok(())
    }

    /// The request to send; a copy of it stays for another attempt. Its body is shared and not copied.
    fn taken_request(&mut self) -> Result<Request, Error> {
        let copy = self.request.try_clone().ok_or_else(|| {
            Error::invalid("body", "it can be read only once: give it as a value").during(self.operation)
        })?;
        // A copied header map has no room to grow, and reqwest adds headers to what it sends.
        Ok(std::mem::replace(&mut self.request, copy))
    }

    /// The attempt was given up at its limit.
    fn ran_out(&self, status: Option<StatusCode>, elapsed: Elapsed) -> Error {
        let error = Error::timed_out(self.operation, status, elapsed);
        if self.limit < self.deadline { error } else { Error::deadline_exceeded(self.operation, Some(error)) }
    }

    fn end(&self, error: Error) -> Error {
        let error = error.of_call(self.facts());
        self.span.ended(self.attempts, &error);
        error
    }

    fn facts(&self) -> CallFacts {
        CallFacts {
            processed_before: self.processed_before,
            attempts: self.attempts,
            elapsed: self.started.elapsed(),
            request_id: self.request_id.clone(),
        }
    }
}

/// What follows a failed attempt.
enum Next {
    After(Duration),
    GiveUp,
    TooLate,
}

fn after(now: Instant, time: Duration) -> Instant {
    now + time.min(FOREVER)
}
