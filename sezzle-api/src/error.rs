//! The one error of the crate.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderValue, LOCATION};
use reqwest::{StatusCode, Url};
use tokio::time::error::Elapsed;

use crate::redact::{self, Echoes};
use crate::types::ErrorDetail;
use crate::{ErrorCode, Operation};

/// What went wrong with a call, and whether Sezzle may have acted on it.
///
/// Start from [`kind`](Self::kind); [`is_retryable`](Self::is_retryable) and
/// [`may_have_been_processed`](Self::may_have_been_processed) answer the two questions that matter with money. An error
/// is that of a whole call, which may have been several attempts: it tells of the last one, but what may have been
/// processed is said of all. What is printed holds no key, no token, no body and nothing that the request carried.
///
/// ```
/// use sezzle_api::{Error, ErrorKind};
///
/// fn advice(error: &Error) -> &'static str {
///     match error.kind() {
///         ErrorKind::NotSent => "nothing happened: correct the input, or try again",
///         _ if error.is_retryable() => "make the call again with the same id, later",
///         _ if error.may_have_been_processed() => "look whether it was done",
///         _ => "it was refused: see `code()` and `errors()`",
///     }
/// }
///
/// let error = "not a server".parse::<sezzle_api::Server>().unwrap_err();
/// assert_eq!(advice(&error), "nothing happened: correct the input, or try again");
/// assert_eq!(error.to_string(), "server: not a server: use `sandbox`, `production` or a base URL");
/// ```
#[non_exhaustive]
pub struct Error(Arc<Inner>);

/// How far a call got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Nothing was sent: the input is not valid, there is no token, or there is no connection.
    NotSent,
    /// The request was sent, or may have been, by this or an earlier attempt, and no answer came back whole. Sezzle may
    /// have acted on it.
    MaybeProcessed,
    /// Sezzle, or a gateway before it, answered with a status other than success. A 5xx says nothing about what was
    /// done before it failed: ask [`Error::may_have_been_processed`].
    Refused,
    /// Sezzle answered with success, but the answer cannot be read.
    Unreadable,
    /// The call's deadline ended it: during an attempt, or because no other attempt would have been done in time. What
    /// can be told of the last attempt is told as for its own error.
    DeadlineExceeded,
}

struct Inner {
    operation: Option<&'static Operation>,
    cause: Cause,
    /// Whether an attempt before the last one may have been processed.
    processed_before: bool,
    attempts: u32,
    elapsed: Duration,
    request_id: Option<HeaderValue>,
}

/// What there is to say of a call besides why it failed.
#[derive(Clone)]
pub(crate) struct CallFacts {
    pub(crate) processed_before: bool,
    pub(crate) attempts: u32,
    pub(crate) elapsed: Duration,
    pub(crate) request_id: Option<HeaderValue>,
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
    TimedOut {
        status: Option<StatusCode>,
        source: Elapsed,
    },
    Refused(Refusal),
    Unreadable {
        status: StatusCode,
        problem: String,
        /// Whether it may be for damage on the way and not for what the gateway says.
        damaged: bool,
    },
    /// The deadline came; the error is that of the attempt it ended, or of the last one before it. None if there was no
    /// attempt.
    Deadline(Option<Error>),
}

struct Refusal {
    status: StatusCode,
    code: Option<ErrorCode>,
    retry_after: Option<Duration>,
    errors: Vec<ErrorDetail>,
    /// The first detail as it may be printed.
    summary: String,
    #[cfg(feature = "tracing")]
    printable_debug_uuid: Option<String>,
    body: String,
}

impl Error {
    /// How far the call got.
    pub fn kind(&self) -> ErrorKind {
        match &self.0.cause {
            Cause::Invalid { .. } | Cause::NoToken(_) | Cause::NoConnection(_) => match self.0.processed_before {
                false => ErrorKind::NotSent,
                true => ErrorKind::MaybeProcessed,
            },
            Cause::Lost { .. } | Cause::TimedOut { .. } => ErrorKind::MaybeProcessed,
            Cause::Refused(_) => ErrorKind::Refused,
            Cause::Unreadable { .. } => ErrorKind::Unreadable,
            Cause::Deadline(_) => ErrorKind::DeadlineExceeded,
        }
    }

    /// The operation that was called. `None` if the error is older than any call, as when building a client.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.0.operation
    }

    /// How often the request was sent, or tried to be. 0 if the call ended before that.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long the call took, waiting included.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed
    }

    /// The `Sezzle-Request-Id` of the call, the same for all attempts: the caller's, or the one that the client made.
    /// Whoever makes the call again with it, be it after a crash, does not make it act twice. `None` for an operation
    /// that has no such id, and for a call that ended before it had one.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_ref().and_then(|id| id.to_str().ok())
    }

    /// The HTTP status, if an answer came. For a call that had no token it is that of the authentication.
    pub fn status(&self) -> Option<StatusCode> {
        match &self.0.cause {
            Cause::Lost { status, .. } | Cause::TimedOut { status, .. } => *status,
            Cause::Refused(refusal) => Some(refusal.status),
            Cause::Unreadable { status, .. } => Some(*status),
            Cause::NoToken(_) | Cause::Deadline(_) => self.inner().and_then(Self::status),
            Cause::Invalid { .. } | Cause::NoConnection(_) => None,
        }
    }

    /// How long the gateway asked to wait before the next request, by its header `Retry-After`.
    pub fn retry_after(&self) -> Option<Duration> {
        self.refusal()?.retry_after
    }

    /// What Sezzle says is wrong, as it says it. Empty if Sezzle said nothing that can be read.
    ///
    /// A `message` may repeat what the request carried: think before you log it.
    pub fn errors(&self) -> &[ErrorDetail] {
        self.refusal().map_or(&[], |refusal| &refusal.errors)
    }

    /// Sezzle's code for the first of [`errors`](Self::errors) that has one, such as [`ErrorCode::RecordNotFound`].
    pub fn code(&self) -> Option<&ErrorCode> {
        self.refusal()?.code.as_ref()
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
        self.refusal().map(|refusal| &*refusal.body)
    }

    /// Whether Sezzle may have acted on the request, on any attempt. Never wrongly `false`.
    pub fn may_have_been_processed(&self) -> bool {
        self.0.processed_before || self.attempt_may_have_been_processed()
    }

    /// Whether Sezzle may have acted on the last attempt.
    pub(crate) fn attempt_may_have_been_processed(&self) -> bool {
        match &self.0.cause {
            Cause::Invalid { .. } | Cause::NoToken(_) | Cause::NoConnection(_) => false,
            Cause::Lost { .. } | Cause::TimedOut { .. } | Cause::Unreadable { .. } => true,
            // A key that is in use: the request may be a repetition of one that is being processed.
            Cause::Refused(Refusal { status: StatusCode::CONFLICT, .. }) => self.has_key(),
            Cause::Refused(refusal) => !says_nothing_was_done(refusal.status),
            Cause::Deadline(last) => last.as_ref().is_some_and(Self::may_have_been_processed),
        }
    }

    /// Whether the same call may succeed later and may be made again without acting twice: with the same
    /// [`request_id`](Self::request_id), if there is one.
    pub fn is_retryable(&self) -> bool {
        let repeatable = self.0.operation.is_some_and(Operation::is_repeatable);
        self.is_passing() && (repeatable || !self.may_have_been_processed())
    }

    /// Whether another attempt may do better, whatever it may do twice.
    fn is_passing(&self) -> bool {
        match &self.0.cause {
            Cause::Invalid { .. } => false,
            Cause::Unreadable { damaged, .. } => *damaged,
            Cause::NoToken(error) => error.is_passing(),
            Cause::NoConnection(_) | Cause::Lost { .. } | Cause::TimedOut { .. } => true,
            Cause::Refused(refusal) => is_passing(refusal.status),
            Cause::Deadline(last) => last.as_ref().is_none_or(Self::is_passing),
        }
    }

    /// Whether the call may be attempted again by itself. A call that has no token may not: the authentication has been
    /// attempted again already.
    pub(crate) fn allows_another_attempt(&self) -> bool {
        match self.0.cause {
            Cause::NoToken(_) | Cause::Deadline(_) => false,
            _ => {
                let repeatable = self.0.operation.is_some_and(Operation::is_repeatable);
                self.is_passing() && (repeatable || !self.attempt_may_have_been_processed())
            }
        }
    }

    /// Whether the last attempt was refused with this status.
    pub(crate) fn is_refused_with(&self, status: StatusCode) -> bool {
        matches!(&self.0.cause, Cause::Refused(refusal) if refusal.status == status)
    }

    /// Whether nothing came back in time.
    pub(crate) fn is_timeout(&self) -> bool {
        match &self.0.cause {
            Cause::TimedOut { .. } => true,
            Cause::Lost { source, .. } => source.is_timeout(),
            _ => false,
        }
    }

    /// What kept the call from success, in a word of which there are few: a status, or the kind of the failure.
    #[cfg(feature = "tracing")]
    pub(crate) fn type_name(&self) -> &str {
        match &self.0.cause {
            Cause::Invalid { .. } => "invalid",
            Cause::NoToken(_) => "no_token",
            Cause::NoConnection(_) => "no_connection",
            Cause::Lost { .. } if !self.is_timeout() => "lost",
            Cause::Lost { .. } | Cause::TimedOut { .. } => "timeout",
            Cause::Refused(refusal) => refusal.status.as_str(),
            Cause::Unreadable { .. } => "unreadable",
            Cause::Deadline(_) => "deadline_exceeded",
        }
    }

    /// The `debug_uuid`, if it may be printed.
    #[cfg(feature = "tracing")]
    pub(crate) fn printable_debug_uuid(&self) -> Option<&str> {
        self.refusal()?.printable_debug_uuid.as_deref()
    }

    fn has_key(&self) -> bool {
        self.0.operation.is_some_and(|operation| operation.request_id)
    }

    /// The error that this one is for.
    fn inner(&self) -> Option<&Self> {
        match &self.0.cause {
            Cause::NoToken(error) => Some(error),
            Cause::Deadline(last) => last.as_ref(),
            _ => None,
        }
    }

    fn refusal(&self) -> Option<&Refusal> {
        match &self.0.cause {
            Cause::Refused(refusal) => Some(refusal),
            _ => self.inner()?.refusal(),
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

    /// An attempt that was given up, before an answer came or during it.
    pub(crate) fn timed_out(operation: &'static Operation, status: Option<StatusCode>, source: Elapsed) -> Self {
        Self::new(Some(operation), Cause::TimedOut { status, source })
    }

    /// A call that its deadline ended, after its last attempt if there was one.
    pub(crate) fn deadline_exceeded(operation: &'static Operation, last: Option<Self>) -> Self {
        Self::new(Some(operation), Cause::Deadline(last))
    }

    pub(crate) fn unreadable(operation: &'static Operation, status: StatusCode, problem: impl Into<String>) -> Self {
        Self::new(Some(operation), Cause::Unreadable { status, problem: problem.into(), damaged: false })
    }

    /// An answer that is not the JSON that was expected. If it is no JSON at all, whoever is between the gateway and us
    /// may have cut or replaced it.
    pub(crate) fn undecodable(operation: &'static Operation, status: StatusCode, body: &[u8], problem: String) -> Self {
        let damaged = serde_json::from_slice::<serde::de::IgnoredAny>(body).is_err();
        Self::new(Some(operation), Cause::Unreadable { status, problem, damaged })
    }

    pub(crate) fn refused(
        operation: &'static Operation,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
        echoes: &Echoes,
    ) -> Self {
        let errors = crate::error_body::read(body);
        let mut summary = errors.first().map(|detail| summary(detail, echoes)).unwrap_or_default();
        if let Some(target) = redirect_target(status, headers, echoes) {
            summary.push_str(&format!(", a redirect to {target}, which is not followed"));
        }
        let retry_after = crate::retry_after::read(headers);
        let code = errors.iter().find_map(|detail| detail.code.as_deref()).map(ErrorCode::from);
        #[cfg(feature = "tracing")]
        let printable_debug_uuid = errors
            .iter()
            .find_map(|detail| detail.debug_uuid.as_deref())
            .and_then(|id| redact::id(id, echoes))
            .map(str::to_owned);
        let body = String::from_utf8_lossy(&body[..body.len().min(MOST_EXCERPT_BYTES)]).into_owned();
        let refusal = Refusal {
            status,
            code,
            retry_after,
            errors,
            summary,
            #[cfg(feature = "tracing")]
            printable_debug_uuid,
            body,
        };
        Self::new(Some(operation), Cause::Refused(refusal))
    }

    /// The same error, as one of a call of `operation`.
    pub(crate) fn during(mut self, operation: &'static Operation) -> Self {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.operation.get_or_insert(operation);
        }
        self
    }

    /// The same error, as the last one of a call.
    pub(crate) fn of_call(mut self, facts: CallFacts) -> Self {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            let CallFacts { processed_before, attempts, elapsed, request_id } = facts;
            (inner.processed_before, inner.attempts) = (processed_before, attempts);
            (inner.elapsed, inner.request_id) = (elapsed, request_id);
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
        let (attempts, elapsed) = (0, Duration::ZERO);
        Self(Arc::new(Inner { operation, cause, processed_before: false, attempts, elapsed, request_id: None }))
    }
}

/// The host that a redirect leads to, which is all that is told of it.
fn redirect_target(status: StatusCode, headers: &HeaderMap, echoes: &Echoes) -> Option<String> {
    let location = headers.get(LOCATION).filter(|_| status.is_redirection())?.to_str().ok()?;
    let host = match Url::parse(location) {
        Ok(url) => url.host_str()?.to_owned(),
        Err(_) => return Some("another place on the same host".to_owned()),
    };
    Some(if echoes.repeated_in(&host) { "another host".to_owned() } else { host })
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
        let not_sent = match self.0.processed_before {
            false => "was not sent",
            true => "may have been processed by an earlier attempt, and was not sent again",
        };
        match &self.0.cause {
            Cause::Invalid { field, problem } if self.0.operation.is_none() => write!(f, "{field}: {problem}")?,
            Cause::Invalid { field, problem } => write!(f, "{operation} {not_sent}: {field}: {problem}")?,
            Cause::NoToken(error) => write!(f, "{operation} {not_sent}, as there is no token: {error}")?,
            Cause::NoConnection(error) => {
                write!(f, "{operation} {not_sent}: no connection to the gateway: {}", innermost(error))?;
            }
            Cause::Lost { status, source } if !source.is_timeout() => {
                write!(f, "{operation} may have been processed, but its answer was lost: {}", innermost(source))?;
                show_status(f, *status)?;
            }
            Cause::Lost { status, .. } | Cause::TimedOut { status, .. } => {
                write!(f, "{operation} may have been processed, but no whole answer came in time")?;
                show_status(f, *status)?;
            }
            Cause::Refused(refusal) => {
                write!(f, "{operation} was refused: {}{}", refusal.status, refusal.summary)?;
                if self.0.processed_before {
                    f.write_str("; an earlier attempt may have been processed")?;
                }
            }
            Cause::Unreadable { status, problem, .. } => {
                write!(f, "{operation} was answered with {status}, but the answer cannot be read: {problem}")?;
            }
            Cause::Deadline(None) => write!(f, "{operation} {not_sent}: its deadline came first")?,
            Cause::Deadline(Some(last)) => write!(f, "{operation} was ended by its deadline: {last}")?,
        }
        match self.0.attempts {
            0 | 1 => Ok(()),
            attempts => write!(f, " ({attempts} attempts in {:.1?})", self.0.elapsed),
        }
    }
}

fn show_status(f: &mut fmt::Formatter<'_>, status: Option<StatusCode>) -> fmt::Result {
    match status {
        Some(status) => write!(f, " (status {status})"),
        None => Ok(()),
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("operation", &self.0.operation.map(|operation| operation.id))
            .field("status", &self.status())
            .field("attempts", &self.0.attempts)
            .field("elapsed", &self.0.elapsed)
            .field("may_have_been_processed", &self.may_have_been_processed())
            .field("text", &self.to_string())
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.cause {
            // The text of that error is part of this one's.
            Cause::NoToken(error) | Cause::Deadline(Some(error)) => error.source(),
            Cause::NoConnection(error) | Cause::Lost { source: error, .. } => Some(error),
            Cause::TimedOut { source, .. } => Some(source),
            _ => None,
        }
    }
}
