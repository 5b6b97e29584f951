//! Errors of the gateway, and the statuses of the errors of the model.

use std::fmt;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::http::document::Operation;
use crate::http::document::violation::Violation;
use crate::http::request_log::Trace;
use crate::model::rule::{CheckoutError, ControlError, RuleError};
use crate::webhooks::outbox::RedeliverError;

/// An error response. Its message never contains values of the request.
#[derive(Debug)]
pub(crate) struct ApiError {
    pub(crate) status: StatusCode,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// The path of the field in the request, if the error concerns one.
    pub(crate) location: Option<String>,
}

impl ApiError {
    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", message)
    }

    pub(crate) fn unauthorized(message: impl Into<String>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", message)
    }

    pub(crate) fn record_not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "record_not_found", message)
    }

    /// Turns 422 to 400 where the operation documents only 400.
    pub(crate) fn fit(self, operation: &Operation) -> Self {
        if self.status == StatusCode::UNPROCESSABLE_ENTITY && !operation.answers(422) && operation.answers(400) {
            return Self { status: StatusCode::BAD_REQUEST, code: "bad_request", ..self };
        }
        self
    }

    pub(crate) fn invalid(location: impl Into<String>, message: impl Into<String>) -> Self {
        let location = Some(location.into()).filter(|location| !location.is_empty());
        Self { location, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", message) }
    }

    pub(crate) fn unknown_path() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "unknown path")
    }

    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", message)
    }

    pub(crate) fn method_not_allowed() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "the path does not support this method")
    }

    pub(crate) fn payload_too_large(limit: usize) -> Self {
        let message = format!("the body is larger than {limit} bytes");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "payload_too_large", message)
    }

    pub(crate) fn not_implemented() -> Self {
        let message = "this operation is not implemented";
        Self::new(StatusCode::NOT_IMPLEMENTED, "not_implemented", message)
    }

    /// Returns the error of an injected fault, with the code that belongs to its status.
    pub(crate) fn injected(status: StatusCode) -> Self {
        let code = match status.as_u16() {
            400 => "bad_request",
            401 => "unauthorized",
            403 => "forbidden",
            404 => "record_not_found",
            408 => "request_timeout",
            409 => "conflict",
            422 => "invalid",
            429 => "too_many_requests",
            502 => "bad_gateway",
            503 => "service_unavailable",
            504 => "gateway_timeout",
            _ => "internal_error",
        };
        Self::new(status, code, "injected by a fault rule of the simulator")
    }

    pub(crate) fn conflict(message: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, "conflict", message)
    }

    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), location: None }
    }

    /// Returns the documented array of errors.
    pub(crate) fn to_body(&self, debug_uuid: &str) -> Value {
        let mut error = json!({
            "code": self.code,
            "message": self.message,
            "debug_uuid": debug_uuid,
        });
        if let Some(location) = &self.location {
            error["location"] = json!(location);
        }
        json!([error])
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.location {
            Some(location) => write!(f, "{} at {location}: {}", self.code, self.message),
            None => write!(f, "{}: {}", self.code, self.message),
        }
    }
}

/// A response outside of the operations, which is not checked against the document.
impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.to_body(&Uuid::new_v4().to_string()))).into_response();
        response.extensions_mut().insert(Trace { refusal: Some(self.to_string()), ..Trace::default() });
        response
    }
}

impl From<RuleError> for ApiError {
    fn from(error: RuleError) -> Self {
        let RuleError { code, message, location } = error;
        let status = match code {
            "bad_request" => StatusCode::BAD_REQUEST,
            "unauthorized" | "unauthed_checkout_url" => StatusCode::UNAUTHORIZED,
            "record_not_found" | "token_is_expired" => StatusCode::NOT_FOUND,
            "conflict" => StatusCode::CONFLICT,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Self { status, code, message, location }
    }
}

impl From<Violation> for ApiError {
    fn from(violation: Violation) -> Self {
        Self::invalid(violation.location(), violation.message())
    }
}

impl From<CheckoutError> for ApiError {
    fn from(error: CheckoutError) -> Self {
        match error {
            CheckoutError::NoSuchSession => Self::record_not_found(error.to_string()),
            CheckoutError::AlreadyFinished | CheckoutError::Closed => Self::conflict(error.to_string()),
        }
    }
}

impl From<RedeliverError> for ApiError {
    fn from(error: RedeliverError) -> Self {
        match error {
            RedeliverError::NoSuchEvent => Self::record_not_found(error.to_string()),
            RedeliverError::NoSubscription => Self::conflict(error.to_string()),
        }
    }
}

impl From<ControlError> for ApiError {
    fn from(error: ControlError) -> Self {
        match error {
            ControlError::NoSuchOrder | ControlError::NoSuchCustomer => Self::record_not_found(error.to_string()),
            ControlError::InvalidState(reason) => Self::conflict(reason),
        }
    }
}
