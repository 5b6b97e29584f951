//! A fault: how a request fails.

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::Display, strum::EnumString, strum::VariantNames)]
#[strum(serialize_all = "lowercase")]
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
