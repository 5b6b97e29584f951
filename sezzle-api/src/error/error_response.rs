//! A response with a status other than success.

use std::fmt::Write;
use std::time::Duration;

use reqwest::header::{HeaderMap, LOCATION};
use reqwest::{StatusCode, Url};

use crate::de::open_enum::OpenEnum;
use crate::error::code::ErrorCode;
use crate::error::details::read_details;
use crate::error::redact::RequestValues;
use crate::generated::types::ErrorDetail;
use crate::retry::retry_after;

/// How much of the body is kept.
const MAX_EXCERPT_BYTES: usize = 4096;

pub(crate) struct ErrorResponse {
    pub(crate) status: StatusCode,
    pub(crate) code: Option<ErrorCode>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) details: Vec<ErrorDetail>,
    pub(crate) body_excerpt: String,
    /// What may be printed of the response, after its status.
    pub(crate) summary: String,
    /// The first `debug_uuid`, if it may be printed.
    #[cfg(feature = "tracing")]
    pub(crate) printable_debug_uuid: Option<String>,
}

impl ErrorResponse {
    pub(crate) fn new(
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
        values: &RequestValues,
        shows_messages: bool,
    ) -> Self {
        let details = read_details(body);
        Self {
            status,
            code: details.iter().find_map(|detail| detail.code.as_deref()).map(ErrorCode::read),
            retry_after: retry_after::read(headers),
            summary: summarize(status, headers, &details, values, shows_messages),
            #[cfg(feature = "tracing")]
            printable_debug_uuid: details
                .iter()
                .find_map(|detail| detail.debug_uuid.as_deref())
                .and_then(|id| values.printable_id(id))
                .map(str::to_owned),
            details,
            body_excerpt: String::from_utf8_lossy(&body[..body.len().min(MAX_EXCERPT_BYTES)]).into_owned(),
        }
    }

    /// Returns whether a server rejects requests with this status before it processes them. Other statuses, among them 408
    /// and those that proxies invent, do not tell.
    pub(crate) fn is_rejected_before_processing(&self) -> bool {
        matches!(self.status.as_u16(), 400..=407 | 409..=417 | 421..=424 | 426 | 428 | 429 | 431 | 451)
    }

    /// Returns whether the same request may succeed later.
    pub(crate) fn is_transient(&self) -> bool {
        matches!(self.status.as_u16(), 408 | 429 | 500 | 502 | 503 | 504)
    }
}

/// Returns what may be printed: of the first detail all but its message, which is printed on request only, and the host of
/// a redirect.
fn summarize(
    status: StatusCode,
    headers: &HeaderMap,
    details: &[ErrorDetail],
    values: &RequestValues,
    shows_messages: bool,
) -> String {
    let mut summary = String::new();
    // Writing to a string does not fail.
    if let Some(detail) = details.first() {
        if let Some(code) = detail.code.as_deref().and_then(|code| values.printable_code(code)) {
            let _ = write!(summary, ", {code}");
        }
        if let Some(location) = detail.location.as_deref().and_then(|location| values.printable_location(location)) {
            let _ = write!(summary, " at {location}");
        }
        if let Some(id) = detail.debug_uuid.as_deref().and_then(|id| values.printable_id(id)) {
            let _ = write!(summary, " [debug_uuid {id}]");
        }
        if let Some(message) = detail.message.as_deref().filter(|_| shows_messages) {
            let _ = write!(summary, ": {message:?}");
        }
    }
    if let Some(target) = redirect_target(status, headers, values) {
        let _ = write!(summary, ", a redirect to {target}, which is not followed");
    }
    summary
}

/// Returns the host of a redirect. The rest of its URL may contain values of the request.
fn redirect_target(status: StatusCode, headers: &HeaderMap, values: &RequestValues) -> Option<String> {
    let location = headers.get(LOCATION).filter(|_| status.is_redirection())?.to_str().ok()?;
    Some(match Url::parse(location) {
        Ok(url) => match url.host_str()? {
            host if values.overlap(host) => "another host".to_owned(),
            host => host.to_owned(),
        },
        Err(_) => "another path on the same host".to_owned(),
    })
}
