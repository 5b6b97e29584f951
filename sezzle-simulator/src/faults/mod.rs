//! Faults on request: errors, lost answers, broken connections.

pub(crate) mod rules;
pub(crate) mod spec;

use std::fmt;
use std::time::Duration;

/// What goes wrong with a request.
///
/// Some faults are asked with `processed`: false has the gateway do nothing, true has it do all that was asked and only
/// then fail, so that the caller does not learn that it was done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// An answer with this status takes the place of the real one.
    Status {
        /// The status, from 200 to 599.
        status: u16,
        /// What the body looks like.
        shape: ErrorShape,
        /// The header `Retry-After`, if the answer has one.
        retry_after: Option<RetryAfter>,
        /// Whether the request is processed before it fails.
        processed: bool,
    },
    /// The connection is reset instead of an answer.
    Reset {
        /// Whether the request is processed before it fails.
        processed: bool,
    },
    /// Nothing is ever answered; the connection stays open until the caller gives up.
    StallHeaders {
        /// Whether the request is processed before it fails.
        processed: bool,
    },
    /// The request is processed; the answer stops in the middle of its body, with the connection open.
    StallBody,
    /// The request is processed; the connection ends in the middle of the answer's body.
    TruncateBody,
    /// The request waits this long, in real time, before it is processed.
    Delay(Duration),
    /// The request is processed; if the answer is an error, its body has another shape.
    Shape(ErrorShape),
}

/// The shapes of error bodies that clients have met, or must be ready for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorShape {
    /// The documented one: an array of errors.
    Array,
    /// One error that is not in an array.
    Object,
    /// The documented array with `uuid` where the document has `debug_uuid`.
    Uuid,
    /// One object with `status`, `id` and `message`, as version 1 of the API has it.
    V1,
    /// No body.
    Empty,
    /// The JSON `null`.
    Null,
    /// A page of HTML, as a proxy in between answers.
    Html,
    /// Bytes that are neither JSON nor text, called JSON.
    Garbage,
}

/// When the caller may try again, as the header `Retry-After` tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// Whole seconds from now.
    Seconds(u32),
    /// This many whole seconds from now, written as a date. Dates in HTTP follow the wall clock, not the virtual one.
    Date(u32),
}

/// Which requests fail, and how.
///
/// A rule can be written as text, `OPERATION=FAULT[@PROBABILITY][xTIMES]`: `capture_order=503@0.3`, `*=429:retry-after=2x1`.
/// The operation is an operation id of the document, or `*` for all. The faults are:
///
/// | text | fault |
/// |---|---|
/// | `503` | an answer with this status; its options are a shape, `retry-after=SECONDS`, `retry-after-date=SECONDS`, `processed` |
/// | `reset`, `reset:processed` | the connection is reset, before or after the request was processed |
/// | `stall`, `stall:processed` | no answer ever, before or after the request was processed |
/// | `stall-body` | the answer stops in the middle of its body |
/// | `truncate` | the connection ends in the middle of the answer's body |
/// | `delay:250ms`, `delay:2s` | the request waits before it is processed |
/// | `shape:object` | real errors come in another shape |
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
    /// An answer with this status, from 200 to 599, before the request is processed.
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
    /// The fault befalls every request to the operation with this id in the document.
    pub fn on(operation_id: impl Into<String>, fault: Fault) -> Self {
        Self { operation_id: Some(operation_id.into()), fault, probability: 1.0, times: None }
    }

    /// The fault befalls every request to any operation.
    pub fn on_any(fault: Fault) -> Self {
        Self { operation_id: None, fault, probability: 1.0, times: None }
    }

    /// The fault befalls only so many of the requests, from 0 for none to 1 for all. The simulator's seed decides which.
    pub fn with_probability(self, probability: f64) -> Self {
        Self { probability, ..self }
    }

    /// The fault befalls this many requests, then no more.
    pub fn times(self, times: u32) -> Self {
        Self { times: Some(times), ..self }
    }

    /// The operation, or none for all.
    #[must_use]
    pub fn operation_id(&self) -> Option<&str> {
        self.operation_id.as_deref()
    }

    /// What goes wrong.
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
