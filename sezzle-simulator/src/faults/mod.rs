//! Fault injection: error responses, lost responses, broken connections.

pub(crate) mod active;
pub(crate) mod syntax;

use std::fmt;
use std::time::Duration;

/// How a request fails.
///
/// With `processed: false` the gateway does not process the request. With `processed: true` it processes the request and
/// then fails, so the caller does not learn that it took effect.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Responds with this status instead of the real response.
    Status {
        /// The status, from 200 to 599.
        status: u16,
        /// What the body looks like.
        shape: ErrorShape,
        /// The header `Retry-After`, if the response has one.
        retry_after: Option<RetryAfter>,
        /// Whether the request is processed before it fails.
        processed: bool,
    },
    /// Resets the connection instead of responding.
    Reset {
        /// Whether the request is processed before it fails.
        processed: bool,
    },
    /// Never responds; the connection stays open until the caller closes it.
    StallHeaders {
        /// Whether the request is processed before it fails.
        processed: bool,
    },
    /// Processes the request and stalls in the middle of the response body, with the connection open.
    StallBody,
    /// Processes the request and closes the connection in the middle of the response body.
    TruncateBody,
    /// Waits this long, in real time, before processing the request.
    Delay(Duration),
    /// Processes the request; if the response is an error, its body gets this shape.
    Shape(ErrorShape),
}

/// The shape of an error body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorShape {
    /// The documented shape: an array of errors.
    Array,
    /// One error that is not in an array.
    Object,
    /// The documented array with `uuid` where the document has `debug_uuid`.
    Uuid,
    /// One object with `status`, `id` and `message`, as in version 1 of the API.
    V1,
    /// No body.
    Empty,
    /// The JSON `null`.
    Null,
    /// An HTML page, as returned by proxies.
    Html,
    /// Bytes that are neither JSON nor text, with a JSON content type.
    Garbage,
}

/// The value of the header `Retry-After`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// Whole seconds from now.
    Seconds(u32),
    /// This many whole seconds from now, written as a date. Dates in HTTP follow the wall clock, not the virtual one.
    Date(u32),
}

/// A rule that decides which requests fail, and how.
///
/// A rule can be written as text, `OPERATION=FAULT[@PROBABILITY][xTIMES]`: `capture_order=503@0.3`, `*=429:retry-after=2x1`.
/// The operation is an operation id of the document, or `*` for all. The faults are:
///
/// | text | fault |
/// |---|---|
/// | `503` | a response with this status; its options are a shape, `retry-after=SECONDS`, `retry-after-date=SECONDS`, `processed` |
/// | `reset`, `reset:processed` | the connection is reset, before or after the request was processed |
/// | `stall`, `stall:processed` | no response ever, before or after the request was processed |
/// | `stall-body` | the response stalls in the middle of its body |
/// | `truncate` | the connection is closed in the middle of the response body |
/// | `delay:250ms`, `delay:2s` | the request waits before it is processed |
/// | `shape:object` | real errors have another shape |
///
/// Options follow after a colon each: `429:retry-after=5`, `504:html:processed`. The shapes are `array` (the documented
/// one), `object`, `uuid`, `v1`, `empty`, `null`, `html`, `garbage`.
///
/// ```
/// use sezzle_simulator::{Fault, FaultRule};
///
/// let rule: FaultRule = "capture_order=503@0.3".parse()?;
/// assert_eq!(rule, FaultRule::on("capture_order", Fault::status(503)).with_probability(0.3));
/// # Ok::<(), sezzle_simulator::FaultSyntaxError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct FaultRule {
    operation_id: Option<String>,
    fault: Fault,
    probability: f64,
    times: Option<u32>,
}

impl Fault {
    /// Creates a fault that responds with this status, from 200 to 599, without processing the request.
    ///
    /// 502 has a page of HTML for a body, the others the documented array.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self::Status {
            status,
            shape: if status == 502 { ErrorShape::Html } else { ErrorShape::Array },
            retry_after: None,
            processed: false,
        }
    }
}

impl ErrorShape {
    const ALL: [Self; 8] =
        [Self::Array, Self::Object, Self::Uuid, Self::V1, Self::Empty, Self::Null, Self::Html, Self::Garbage];

    fn name(self) -> &'static str {
        match self {
            Self::Array => "array",
            Self::Object => "object",
            Self::Uuid => "uuid",
            Self::V1 => "v1",
            Self::Empty => "empty",
            Self::Null => "null",
            Self::Html => "html",
            Self::Garbage => "garbage",
        }
    }
}

impl FaultRule {
    /// Creates a rule for every request to the operation with this operation id.
    pub fn on(operation_id: impl Into<String>, fault: Fault) -> Self {
        Self { operation_id: Some(operation_id.into()), fault, probability: 1.0, times: None }
    }

    /// Creates a rule for every request to any operation.
    pub fn on_any(fault: Fault) -> Self {
        Self { operation_id: None, fault, probability: 1.0, times: None }
    }

    /// Sets the probability, from 0.0 to 1.0, that a request fails. Defaults to 1.0. The simulator's seed decides which requests fail.
    pub fn with_probability(self, probability: f64) -> Self {
        Self { probability, ..self }
    }

    /// Sets the maximum number of requests that fail. Defaults to no limit.
    pub fn times(self, times: u32) -> Self {
        Self { times: Some(times), ..self }
    }

    /// Returns the operation id, or `None` for all operations.
    #[must_use]
    pub fn operation_id(&self) -> Option<&str> {
        self.operation_id.as_deref()
    }

    /// Returns the fault.
    #[must_use]
    pub fn fault(&self) -> &Fault {
        &self.fault
    }
}

impl fmt::Display for ErrorShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
