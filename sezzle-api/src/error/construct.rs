//! Creates errors.

use std::sync::Arc;

use reqwest::StatusCode;
use serde::de::IgnoredAny;

use crate::error::{CallSummary, Cause, Error, Inner};

impl From<Cause> for Error {
    fn from(cause: Cause) -> Self {
        Self(Box::new(Inner { cause: Arc::new(cause), call: None }))
    }
}

impl Error {
    /// Invalid input: the field, and what is wrong with it and what to do.
    pub(crate) fn invalid(field: &'static str, problem: impl Into<String>) -> Self {
        Cause::Invalid { field, problem: problem.into() }.into()
    }

    /// A request that reqwest could not build.
    #[allow(clippy::needless_pass_by_value, reason = "for use with `map_err`")]
    pub(crate) fn unbuildable(error: reqwest::Error) -> Self {
        // The text of the error itself may contain the URL, and with it values of the request.
        match std::error::Error::source(&error) {
            Some(source) => Self::invalid("request", format!("cannot be built: {source}")),
            None => Self::invalid("request", "cannot be built"),
        }
    }

    /// A request that failed before a response arrived.
    pub(crate) fn request_failed(error: reqwest::Error) -> Self {
        match error {
            error if error.is_builder() => Self::unbuildable(error),
            error if error.is_connect() => Cause::NoConnection { problem: root_cause(error) }.into(),
            error => Self::lost(None, error),
        }
    }

    /// A connection that broke after the request was or may have been sent.
    pub(crate) fn lost(status: Option<StatusCode>, error: reqwest::Error) -> Self {
        Cause::Lost { status, is_timeout: error.is_timeout(), problem: root_cause(error) }.into()
    }

    pub(crate) fn invalid_response(status: StatusCode, problem: impl Into<String>) -> Self {
        Cause::InvalidResponse { status, problem: problem.into(), damaged: false }.into()
    }

    /// A response that was read, but has no value where the caller needs one.
    pub(crate) fn missing(field: &'static str, advice: &str) -> Self {
        Self::invalid_response(StatusCode::OK, format!("`{field}` is missing: {advice}"))
    }

    /// A successful response whose body is not the expected JSON. If it is not JSON at all, a proxy may have truncated or
    /// replaced it.
    pub(crate) fn undecodable(status: StatusCode, body: &[u8], problem: String) -> Self {
        let damaged = serde_json::from_slice::<IgnoredAny>(body).is_err();
        Cause::InvalidResponse { status, problem, damaged }.into()
    }

    /// Adds what is known about the call.
    pub(crate) fn in_call(mut self, call: CallSummary) -> Self {
        self.0.call = Some(call);
        self
    }
}

/// Returns the text of the last error in the chain, which has the actual reason: the system's or the protocol's.
fn root_cause(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut cause: &dyn std::error::Error = &error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause.to_string()
}
