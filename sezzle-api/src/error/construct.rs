//! Creates errors.

use std::sync::Arc;

use reqwest::StatusCode;
use serde::de::IgnoredAny;

use crate::error::error_response::ErrorResponse;
use crate::error::{CallSummary, Cause, Error, Inner};
use crate::operation::Operation;

impl Error {
    /// Invalid input: the field, and what is wrong with it and what to do.
    pub(crate) fn invalid(field: &'static str, problem: impl Into<String>) -> Self {
        Self::new(None, Cause::Invalid { field, problem: problem.into() })
    }

    /// A request that reqwest could not build.
    #[allow(clippy::needless_pass_by_value, reason = "for use with `map_err`")]
    pub(crate) fn unbuildable(error: reqwest::Error) -> Self {
        // The text of the error itself may contain the URL, and with it values of the request.
        let problem = match std::error::Error::source(&error) {
            Some(source) => format!("cannot be built: {source}"),
            None => "cannot be built".to_owned(),
        };
        Self::invalid("request", problem)
    }

    pub(crate) fn no_token(operation: &'static Operation, error: Self) -> Self {
        Self::new(Some(operation), Cause::NoToken(error))
    }

    /// A request that failed before a response arrived.
    pub(crate) fn request_failed(operation: &'static Operation, error: reqwest::Error) -> Self {
        let error = error.without_url();
        if error.is_builder() {
            return Self::unbuildable(error).with_operation(operation);
        }
        let cause = match error.is_connect() {
            true => Cause::NoConnection(error),
            false => Cause::Lost { status: None, source: error },
        };
        Self::new(Some(operation), cause)
    }

    /// A response that broke off.
    pub(crate) fn broken_off(operation: &'static Operation, status: StatusCode, error: reqwest::Error) -> Self {
        Self::new(Some(operation), Cause::Lost { status: Some(status), source: error.without_url() })
    }

    /// An attempt that reached its time limit, with the status if it had one by then.
    pub(crate) fn timed_out(operation: &'static Operation, status: Option<StatusCode>) -> Self {
        Self::new(Some(operation), Cause::TimedOut { status })
    }

    /// A call that its deadline ended, after its last attempt if there was one.
    pub(crate) fn deadline_exceeded(operation: &'static Operation, last: Option<Self>) -> Self {
        Self::new(Some(operation), Cause::Deadline(last))
    }

    pub(crate) fn from_response(operation: &'static Operation, response: ErrorResponse) -> Self {
        Self::new(Some(operation), Cause::ErrorResponse(response))
    }

    pub(crate) fn invalid_response(
        operation: &'static Operation,
        status: StatusCode,
        problem: impl Into<String>,
    ) -> Self {
        Self::new(Some(operation), Cause::InvalidResponse { status, problem: problem.into(), damaged: false })
    }

    /// A response that was read, but has no value where the caller needs one.
    pub(crate) fn missing(field: &'static str, advice: &str) -> Self {
        let problem = format!("`{field}` is missing: {advice}");
        Self::new(None, Cause::InvalidResponse { status: StatusCode::OK, problem, damaged: false })
    }

    /// A successful response whose body is not the expected JSON. If it is not JSON at all, a proxy may have truncated or
    /// replaced it.
    pub(crate) fn undecodable(operation: &'static Operation, status: StatusCode, body: &[u8], problem: String) -> Self {
        let damaged = serde_json::from_slice::<IgnoredAny>(body).is_err();
        Self::new(Some(operation), Cause::InvalidResponse { status, problem, damaged })
    }

    /// Adds the operation that was called.
    pub(crate) fn with_operation(mut self, operation: &'static Operation) -> Self {
        self.0.operation = Some(operation);
        self
    }

    /// Adds what is known about the call when it ends.
    pub(crate) fn with_call_summary(mut self, call: CallSummary) -> Self {
        self.0.call = call;
        self
    }

    fn new(operation: Option<&'static Operation>, cause: Cause) -> Self {
        Self(Box::new(Inner { cause: Arc::new(cause), operation, call: CallSummary::default() }))
    }
}
