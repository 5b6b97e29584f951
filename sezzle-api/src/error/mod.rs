//! The error type of the crate.
//!
//! - [`Error`] and [`ErrorKind`] here, with the cause of an error and the questions about it.
//! - `construct`: how errors are created.
//! - `convert`: how other errors of the crate become one.
//! - `display`: what is printed of them.
//! - `error_response`, `details`, `code`: what the gateway sends with a status other than success.
//! - `redact`: what of that may be printed.

pub(crate) mod code;
mod construct;
mod convert;
mod details;
mod display;
pub(crate) mod error_response;
pub(crate) mod redact;

use std::sync::Arc;
use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::HeaderValue;

use crate::error::code::ErrorCode;
use crate::error::error_response::ErrorResponse;
use crate::generated::types::ErrorDetail;
use crate::operation::Operation;

/// What went wrong with a call, and whether Sezzle may have processed it.
///
/// Start with [`kind`](Self::kind). [`is_retryable`](Self::is_retryable) and
/// [`may_have_been_processed`](Self::may_have_been_processed) answer the two questions that matter with money.
///
/// An error describes the last attempt of a call, except `may_have_been_processed`, which covers all attempts. `Display` names
/// the operation, the server, the field and the cause; the error has no source that would repeat them. `Display` and `Debug`
/// contain no keys, no tokens, no bodies and no values of the request.
///
/// ```
/// use sezzle_api::{Error, ErrorKind};
///
/// fn advice(error: &Error) -> &'static str {
///     match error.kind() {
///         ErrorKind::NotSent => "nothing happened: correct the input, or try again",
///         _ if error.is_retryable() => "repeat the call later with the same request id",
///         _ if error.may_have_been_processed() => "check whether it was processed",
///         _ => "Sezzle rejected it: see `code()` and `details()`",
///     }
/// }
///
/// let error = "not a server".parse::<sezzle_api::Server>().unwrap_err();
/// assert_eq!(advice(&error), "nothing happened: correct the input, or try again");
/// assert_eq!(error.to_string(), "server: not a server: use `sandbox`, `production` or a base URL");
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Error(Box<Inner>);

/// How far a call got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Nothing was sent: the input is invalid, there is no token, or the connection failed.
    NotSent,
    /// A request was or may have been sent, by this or an earlier attempt, but no complete response arrived. Sezzle may
    /// have processed it.
    NoResponse,
    /// Sezzle, or a proxy in front of it, responded with a status other than success.
    ///
    /// After a 5xx status the request may still have been processed: see [`Error::may_have_been_processed`].
    ErrorResponse,
    /// Sezzle responded with success, but the response cannot be read.
    InvalidResponse,
    /// The deadline of the call ended it, during an attempt or because no time was left for another one. Status, code and
    /// details are those of the last attempt.
    DeadlineExceeded,
}

#[derive(Clone)]
struct Inner {
    /// Shared between clones, for example by all calls that wait for the same token. Never changed.
    cause: Arc<Cause>,
    /// `None` if there was no call yet, as when building a client.
    call: Option<CallSummary>,
}

/// What is known about a call besides its result.
#[derive(Clone)]
pub(crate) struct CallSummary {
    pub(crate) operation: &'static Operation,
    /// The base URL.
    pub(crate) server: Arc<str>,
    /// Whether an attempt before the last one may have been processed.
    pub(crate) processed_before: bool,
    pub(crate) attempts: u32,
    pub(crate) elapsed: Duration,
    pub(crate) request_id: Option<HeaderValue>,
}

impl CallSummary {
    pub(crate) fn new(operation: &'static Operation, server: &Arc<str>) -> Self {
        let server = Arc::clone(server);
        Self { operation, server, processed_before: false, attempts: 0, elapsed: Duration::ZERO, request_id: None }
    }
}

/// Causes contain only text that may be printed.
pub(crate) enum Cause {
    Invalid {
        field: &'static str,
        problem: String,
    },
    /// The authentication failed, with this error.
    NoToken(Error),
    NoConnection {
        problem: String,
    },
    /// The connection broke after the request was or may have been sent.
    Lost {
        status: Option<StatusCode>,
        problem: String,
        /// Whether a time limit of the HTTP client ended it.
        is_timeout: bool,
    },
    /// The attempt reached its time limit.
    TimedOut {
        status: Option<StatusCode>,
    },
    ErrorResponse(ErrorResponse),
    InvalidResponse {
        status: StatusCode,
        problem: String,
        /// Whether the body may have been damaged on the way.
        damaged: bool,
    },
    /// With the error of the last attempt, if there was one.
    Deadline(Option<Error>),
}

impl Error {
    /// Returns how far the call got.
    pub fn kind(&self) -> ErrorKind {
        match self.attempt_kind() {
            ErrorKind::NotSent if self.processed_before() => ErrorKind::NoResponse,
            kind => kind,
        }
    }

    /// Returns how far the last attempt got.
    pub(crate) fn attempt_kind(&self) -> ErrorKind {
        match self.cause() {
            Cause::Invalid { .. } | Cause::NoToken(_) | Cause::NoConnection { .. } => ErrorKind::NotSent,
            Cause::Lost { .. } | Cause::TimedOut { .. } => ErrorKind::NoResponse,
            Cause::ErrorResponse(_) => ErrorKind::ErrorResponse,
            Cause::InvalidResponse { .. } => ErrorKind::InvalidResponse,
            Cause::Deadline(_) => ErrorKind::DeadlineExceeded,
        }
    }

    /// Returns the operation that was called. `None` if there was no call yet, as when building a client.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.0.call.as_ref().map(|call| call.operation)
    }

    /// Returns the base URL of the gateway that was called. `None` if there was no call yet.
    pub fn server(&self) -> Option<&str> {
        self.0.call.as_ref().map(|call| &*call.server)
    }

    /// Returns the number of attempts, including ones that failed to connect. 0 if the call failed before the first.
    pub fn attempts(&self) -> u32 {
        self.0.call.as_ref().map_or(0, |call| call.attempts)
    }

    /// Returns how long the call took, including waits.
    pub fn elapsed(&self) -> Duration {
        self.0.call.as_ref().map_or(Duration::ZERO, |call| call.elapsed)
    }

    /// Returns the `Sezzle-Request-Id` of the call, the same for all attempts: the caller's, or the one that the client
    /// generated.
    ///
    /// Repeating the call with this id, even after a crash, has no further effect. `None` for an operation that accepts no
    /// id, and for a call that failed before it had one.
    pub fn request_id(&self) -> Option<&str> {
        self.0.call.as_ref()?.request_id.as_ref()?.to_str().ok()
    }

    /// Returns the HTTP status, if a response arrived. If the call failed for lack of a token, this is the status of the
    /// authentication.
    pub fn status(&self) -> Option<StatusCode> {
        match self.cause() {
            Cause::Lost { status, .. } | Cause::TimedOut { status, .. } => *status,
            Cause::ErrorResponse(response) => Some(response.status),
            Cause::InvalidResponse { status, .. } => Some(*status),
            Cause::NoToken(_) | Cause::Deadline(_) => self.nested().and_then(Self::status),
            Cause::Invalid { .. } | Cause::NoConnection { .. } => None,
        }
    }

    /// Returns how long the gateway asked to wait before the next request, by its header `Retry-After`.
    pub fn retry_after(&self) -> Option<Duration> {
        self.error_response()?.retry_after
    }

    /// Returns the details that Sezzle sent. Empty if the response has none that can be read.
    ///
    /// A `message` may repeat values of the request: think before you log it.
    pub fn details(&self) -> &[ErrorDetail] {
        self.error_response().map_or(&[], |response| &response.details)
    }

    /// Returns the first code in [`details`](Self::details), such as [`ErrorCode::RecordNotFound`].
    pub fn code(&self) -> Option<&ErrorCode> {
        self.error_response()?.code.as_ref()
    }

    /// Returns the first message in [`details`](Self::details).
    ///
    /// `Display` prints it only if [`ClientBuilder::show_api_messages`](crate::ClientBuilder::show_api_messages) is set, since
    /// it may repeat values of the request: think before you log it or show it.
    pub fn api_message(&self) -> Option<&str> {
        self.details().iter().find_map(|detail| detail.message.as_deref())
    }

    /// Returns the first debug id in [`details`](Self::details). Quote it when you contact Sezzle's support.
    pub fn debug_uuid(&self) -> Option<&str> {
        self.details().iter().find_map(|detail| detail.debug_uuid.as_deref())
    }

    /// Returns the first 4096 bytes of the body of an error response. It may repeat values of the request.
    pub fn body_excerpt(&self) -> Option<&str> {
        self.error_response().map(|response| &*response.body_excerpt)
    }

    /// Returns whether Sezzle may have processed the request, in any attempt. Never returns a false negative.
    pub fn may_have_been_processed(&self) -> bool {
        self.processed_before() || self.attempt_may_have_been_processed()
    }

    /// Returns whether Sezzle may have processed the last attempt.
    pub(crate) fn attempt_may_have_been_processed(&self) -> bool {
        match self.cause() {
            Cause::Invalid { .. } | Cause::NoToken(_) | Cause::NoConnection { .. } => false,
            Cause::Lost { .. } | Cause::TimedOut { .. } | Cause::InvalidResponse { .. } => true,
            // A request with the same id may still be in progress.
            Cause::ErrorResponse(response) if response.status == StatusCode::CONFLICT => {
                self.operation().is_some_and(|operation| operation.accepts_request_id)
            }
            Cause::ErrorResponse(response) => !response.is_rejected_before_processing(),
            Cause::Deadline(last) => last.as_ref().is_some_and(Self::may_have_been_processed),
        }
    }

    /// Returns whether the same call may succeed later and can be repeated without acting twice: with the same
    /// [`request_id`](Self::request_id), if there is one.
    pub fn is_retryable(&self) -> bool {
        self.is_transient() && (self.is_retry_safe() || !self.may_have_been_processed())
    }

    /// Returns whether the loop over attempts may make another one. A failed authentication is not repeated here, since it
    /// has made its own attempts.
    pub(crate) fn allows_retry(&self) -> bool {
        !matches!(self.cause(), Cause::NoToken(_) | Cause::Deadline(_))
            && self.is_transient()
            && (self.is_retry_safe() || !self.attempt_may_have_been_processed())
    }

    /// Returns whether another attempt may succeed, regardless of what it might do twice.
    fn is_transient(&self) -> bool {
        match self.cause() {
            Cause::Invalid { .. } => false,
            Cause::InvalidResponse { damaged, .. } => *damaged,
            Cause::NoToken(error) => error.is_transient(),
            Cause::NoConnection { .. } | Cause::Lost { .. } | Cause::TimedOut { .. } => true,
            Cause::ErrorResponse(response) => response.is_transient(),
            Cause::Deadline(last) => last.as_ref().is_none_or(Self::is_transient),
        }
    }

    fn processed_before(&self) -> bool {
        self.0.call.as_ref().is_some_and(|call| call.processed_before)
    }

    fn is_retry_safe(&self) -> bool {
        self.operation().is_some_and(Operation::is_retry_safe)
    }

    /// Returns whether the last attempt got an error response with this status.
    pub(crate) fn has_error_status(&self, status: StatusCode) -> bool {
        matches!(self.cause(), Cause::ErrorResponse(response) if response.status == status)
    }

    /// Returns whether no complete response arrived in time.
    pub(crate) fn is_timeout(&self) -> bool {
        match self.cause() {
            Cause::Lost { is_timeout, .. } => *is_timeout,
            _ => self.is_attempt_timeout(),
        }
    }

    /// Returns whether the attempt reached its own time limit, not one of the HTTP client's.
    pub(crate) fn is_attempt_timeout(&self) -> bool {
        matches!(self.cause(), Cause::TimedOut { .. })
    }

    /// Returns a low-cardinality name of the failure for metrics: a status, or the kind of failure.
    #[cfg(feature = "tracing")]
    pub(crate) fn type_name(&self) -> &str {
        match self.cause() {
            Cause::Invalid { .. } => "invalid",
            Cause::NoToken(_) => "no_token",
            Cause::NoConnection { .. } => "no_connection",
            Cause::Lost { .. } if !self.is_timeout() => "lost",
            Cause::Lost { .. } | Cause::TimedOut { .. } => "timeout",
            Cause::ErrorResponse(response) => response.status.as_str(),
            Cause::InvalidResponse { .. } => "invalid_response",
            Cause::Deadline(_) => "deadline_exceeded",
        }
    }

    /// Returns the `debug_uuid` if it may be printed.
    #[cfg(feature = "tracing")]
    pub(crate) fn printable_debug_uuid(&self) -> Option<&str> {
        self.error_response()?.printable_debug_uuid.as_deref()
    }

    fn cause(&self) -> &Cause {
        &self.0.cause
    }

    /// Returns the error of the authentication or of the last attempt that this error wraps.
    fn nested(&self) -> Option<&Self> {
        match self.cause() {
            Cause::NoToken(error) => Some(error),
            Cause::Deadline(last) => last.as_ref(),
            _ => None,
        }
    }

    fn error_response(&self) -> Option<&ErrorResponse> {
        match self.cause() {
            Cause::ErrorResponse(response) => Some(response),
            _ => self.nested()?.error_response(),
        }
    }
}
