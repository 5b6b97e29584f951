//! The one error of the crate.

use std::fmt;
use std::sync::Arc;

use reqwest::StatusCode;

use crate::Operation;
use crate::redact::{self, Echoes};
use crate::types::ErrorDetail;

/// What went wrong with a call, and whether Sezzle may have acted on it.
///
/// Start from [`kind`](Self::kind); [`is_retryable`](Self::is_retryable) and
/// [`may_have_been_processed`](Self::may_have_been_processed) answer the two questions that matter with money. What is
/// printed holds no key, no token, no body and nothing that the request carried.
#[non_exhaustive]
pub struct Error(Arc<Inner>);

/// How far a call got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Nothing was sent: the input is not valid, there is no token, or there is no connection.
    NotSent,
    /// The request was sent, or may have been, and no answer came back whole. Sezzle may have acted on it.
    MaybeProcessed,
    /// Sezzle, or a gateway before it, answered with a status other than success. A 5xx says nothing about what was
    /// done before it failed: ask [`Error::may_have_been_processed`].
    Refused,
    /// Sezzle answered with success, but the answer cannot be read.
    Unreadable,
}

struct Inner {
    operation: Option<&'static Operation>,
    cause: Cause,
}

enum Cause {
    Invalid {
        field: &'static str,
        problem: String,
    },
    /// The token that the call needs could not be had; the error is that of the authentication.
    NoToken(Error),
    NoConnection(reqwest::Error),
    Lost {
        status: Option<StatusCode>,
        source: reqwest::Error,
    },
    Refused(Refusal),
    Unreadable {
        status: StatusCode,
        problem: String,
    },
}

struct Refusal {
    status: StatusCode,
    errors: Vec<ErrorDetail>,
    /// The first detail as it may be printed.
    summary: String,
    body: String,
}

impl Error {
    /// How far the call got.
    pub fn kind(&self) -> ErrorKind {
        match &self.0.cause {
            Cause::Invalid { .. } | Cause::NoToken(_) | Cause::NoConnection(_) => ErrorKind::NotSent,
            Cause::Lost { .. } => ErrorKind::MaybeProcessed,
            Cause::Refused(_) => ErrorKind::Refused,
            Cause::Unreadable { .. } => ErrorKind::Unreadable,
        }
    }

    /// The operation that was called. `None` if the error is older than any call, as when building a client.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.0.operation
    }

    /// The HTTP status, if an answer came. For a call that had no token it is that of the authentication.
    pub fn status(&self) -> Option<StatusCode> {
        match &self.0.cause {
            Cause::NoToken(error) => error.status(),
            Cause::Lost { status, .. } => *status,
            Cause::Refused(refusal) => Some(refusal.status),
            Cause::Unreadable { status, .. } => Some(*status),
            Cause::Invalid { .. } | Cause::NoConnection(_) => None,
        }
    }

    /// What Sezzle says is wrong, as it says it. Empty if Sezzle said nothing that can be read.
    ///
    /// A `message` may repeat what the request carried: think before you log it.
    pub fn errors(&self) -> &[ErrorDetail] {
        match &self.0.cause {
            Cause::NoToken(error) => error.errors(),
            Cause::Refused(refusal) => &refusal.errors,
            _ => &[],
        }
    }

    /// Sezzle's code for the first of [`errors`](Self::errors), such as `record_not_found`.
    pub fn code(&self) -> Option<&str> {
        self.errors().iter().find_map(|detail| detail.code.as_deref())
    }

    /// Sezzle's words on the first of [`errors`](Self::errors). They are not part of what is printed of an error, since
    /// they may repeat what the request carried: think before you log or show them.
    pub fn message(&self) -> Option<&str> {
        self.errors().iter().find_map(|detail| detail.message.as_deref())
    }

    /// The id of the first of [`errors`](Self::errors) that has one. Quote it to Sezzle's support.
    pub fn debug_uuid(&self) -> Option<&str> {
        self.errors().iter().find_map(|detail| detail.debug_uuid.as_deref())
    }

    /// The first 4096 bytes of the body of a refusal, as it came: it may hold what the request carried.
    pub fn body_excerpt(&self) -> Option<&str> {
        match &self.0.cause {
            Cause::NoToken(error) => error.body_excerpt(),
            Cause::Refused(refusal) => Some(&refusal.body),
            _ => None,
        }
    }

    /// Whether Sezzle may have acted on the request. Never wrongly `false`.
    pub fn may_have_been_processed(&self) -> bool {
        match &self.0.cause {
            Cause::Invalid { .. } | Cause::NoToken(_) | Cause::NoConnection(_) => false,
            Cause::Lost { .. } | Cause::Unreadable { .. } => true,
            Cause::Refused(refusal) => !says_nothing_was_done(refusal.status),
        }
    }

    /// Whether the same call may succeed later and may be repeated without acting twice.
    pub fn is_retryable(&self) -> bool {
        let passing = match &self.0.cause {
            Cause::Invalid { .. } | Cause::Unreadable { .. } => false,
            Cause::NoToken(error) => return error.is_retryable_unprocessed(),
            Cause::NoConnection(_) | Cause::Lost { .. } => true,
            Cause::Refused(refusal) => is_passing(refusal.status),
        };
        let repeatable = self.0.operation.is_some_and(|operation| operation.idempotent);
        passing && (repeatable || !self.may_have_been_processed())
    }

    /// For an authentication on behalf of another call: two tokens do no harm.
    fn is_retryable_unprocessed(&self) -> bool {
        match &self.0.cause {
            Cause::NoConnection(_) | Cause::Lost { .. } => true,
            Cause::Refused(refusal) => is_passing(refusal.status),
            _ => false,
        }
    }

    pub(crate) fn invalid(field: &'static str, problem: impl Into<String>) -> Self {
        Self::new(None, Cause::Invalid { field, problem: problem.into() })
    }

    /// A request or a client that reqwest refused to build.
    #[allow(clippy::needless_pass_by_value, reason = "for use with `map_err`")]
    pub(crate) fn unbuildable(error: reqwest::Error) -> Self {
        // Its text may show the URL, and with it what the caller put there.
        let problem = match std::error::Error::source(&error) {
            Some(source) => format!("it cannot be built: {source}"),
            None => "it cannot be built".to_owned(),
        };
        Self::invalid("request", problem)
    }

    pub(crate) fn no_token(operation: &'static Operation, error: Self) -> Self {
        Self::new(Some(operation), Cause::NoToken(error))
    }

    /// A request that failed before an answer came.
    pub(crate) fn failed(operation: &'static Operation, error: reqwest::Error) -> Self {
        let error = error.without_url();
        let cause = if error.is_connect() {
            Cause::NoConnection(error)
        } else if error.is_builder() {
            return Self::unbuildable(error).during(operation);
        } else {
            Cause::Lost { status: None, source: error }
        };
        Self::new(Some(operation), cause)
    }

    /// An answer that broke off.
    pub(crate) fn broken_off(operation: &'static Operation, status: StatusCode, error: reqwest::Error) -> Self {
        Self::new(Some(operation), Cause::Lost { status: Some(status), source: error.without_url() })
    }

    pub(crate) fn unreadable(operation: &'static Operation, status: StatusCode, problem: impl Into<String>) -> Self {
        Self::new(Some(operation), Cause::Unreadable { status, problem: problem.into() })
    }

    pub(crate) fn refused(operation: &'static Operation, status: StatusCode, body: &[u8], echoes: &Echoes) -> Self {
        let errors = crate::error_body::read(body);
        let summary = errors.first().map(|detail| summary(detail, echoes)).unwrap_or_default();
        let body = String::from_utf8_lossy(&body[..body.len().min(MOST_EXCERPT_BYTES)]).into_owned();
        Self::new(Some(operation), Cause::Refused(Refusal { status, errors, summary, body }))
    }

    /// The same error, as one of a call of `operation`.
    pub(crate) fn during(mut self, operation: &'static Operation) -> Self {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.operation.get_or_insert(operation);
        }
        self
    }

    /// The same error, about another field.
    pub(crate) fn about(mut self, name: &'static str) -> Self {
        if let Some(Inner { cause: Cause::Invalid { field, .. }, .. }) = Arc::get_mut(&mut self.0) {
            *field = name;
        }
        self
    }

    /// The same error, for another of those who waited for what failed.
    pub(crate) fn share(&self) -> Self {
        Self(Arc::clone(&self.0))
    }

    fn new(operation: Option<&'static Operation>, cause: Cause) -> Self {
        Self(Arc::new(Inner { operation, cause }))
    }
}

/// How much of a refusal's body is kept.
const MOST_EXCERPT_BYTES: usize = 4096;

/// Statuses by which a server turns a request down before it acts on it. Others, 408 and those that proxies made up
/// among them, say nothing about what was done.
fn says_nothing_was_done(status: StatusCode) -> bool {
    matches!(status.as_u16(), 400..=407 | 409..=417 | 421..=424 | 426 | 428 | 429 | 431 | 451)
}

/// Statuses that pass: the same request may do better later.
fn is_passing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 500 | 502 | 503 | 504)
}

/// The cause at the end of the chain, which is the one that says something: the system's or the protocol's.
fn innermost(error: &reqwest::Error) -> &dyn std::error::Error {
    let mut cause: &dyn std::error::Error = error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause
}

/// A finished value that lacks a field, or holds one that could not be converted.
impl From<crate::types::error::ConversionError> for Error {
    fn from(error: crate::types::error::ConversionError) -> Self {
        Self::invalid("value", error.to_string())
    }
}

/// What may be printed of a detail. Its message may not: it may repeat anything.
fn summary(detail: &ErrorDetail, echoes: &Echoes) -> String {
    let mut text = String::new();
    if let Some(code) = detail.code.as_deref().and_then(|code| redact::code(code, echoes)) {
        text.push_str(&format!(", {code}"));
    }
    if let Some(location) = detail.location.as_deref().and_then(|location| redact::location(location, echoes)) {
        text.push_str(&format!(" at {location}"));
    }
    if let Some(id) = detail.debug_uuid.as_deref().and_then(|id| redact::id(id, echoes)) {
        text.push_str(&format!(" [debug_uuid {id}]"));
    }
    if detail.message.is_some() {
        text.push_str("; `Error::message` has Sezzle's words");
    }
    text
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.0.operation.map_or("the client", |operation| operation.id);
        match &self.0.cause {
            Cause::Invalid { field, problem } if self.0.operation.is_none() => write!(f, "{field}: {problem}"),
            Cause::Invalid { field, problem } => write!(f, "{operation} was not sent: {field}: {problem}"),
            Cause::NoToken(error) => write!(f, "{operation} was not sent, as there is no token: {error}"),
            Cause::NoConnection(error) => {
                write!(f, "{operation} was not sent: no connection to the gateway: {}", innermost(error))
            }
            Cause::Lost { status, source } => {
                write!(f, "{operation} may have been processed, but ")?;
                if source.is_timeout() {
                    f.write_str("no whole answer came in time")?;
                } else {
                    write!(f, "its answer was lost: {}", innermost(source))?;
                }
                match status {
                    Some(status) => write!(f, " (status {status})"),
                    None => Ok(()),
                }
            }
            Cause::Refused(refusal) => write!(f, "{operation} was refused: {}{}", refusal.status, refusal.summary),
            Cause::Unreadable { status, problem } => {
                write!(f, "{operation} was answered with {status}, but the answer cannot be read: {problem}")
            }
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("operation", &self.0.operation.map(|operation| operation.id))
            .field("status", &self.status())
            .field("text", &self.to_string())
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.cause {
            // The text of that error is part of this one's.
            Cause::NoToken(error) => error.source(),
            Cause::NoConnection(error) | Cause::Lost { source: error, .. } => Some(error),
            _ => None,
        }
    }
}
