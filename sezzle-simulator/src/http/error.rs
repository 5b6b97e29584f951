//! Errors of the model as HTTP responses.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::http::document::Operation;
use crate::http::document::violation::Violation;
use crate::model::error::RuleError;

/// The status of each error code. All other codes have 422.
const STATUSES: [(&str, u16); 18] = [
    ("bad_request", 400),
    ("unauthorized", 401),
    ("unauthed_checkout_url", 401),
    ("forbidden", 403),
    ("record_not_found", 404),
    ("not_found", 404),
    ("token_is_expired", 404),
    ("method_not_allowed", 405),
    ("request_timeout", 408),
    ("conflict", 409),
    ("payload_too_large", 413),
    ("invalid", 422),
    ("too_many_requests", 429),
    ("internal_error", 500),
    ("not_implemented", 501),
    ("bad_gateway", 502),
    ("service_unavailable", 503),
    ("gateway_timeout", 504),
];

impl RuleError {
    pub(crate) fn status(&self) -> StatusCode {
        let known = STATUSES.iter().find(|(code, _)| *code == self.code);
        known.and_then(|(_, status)| StatusCode::from_u16(*status).ok()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// Returns the error of an injected fault, with the first code that has this status.
    pub(crate) fn injected(status: StatusCode) -> Self {
        let known = STATUSES.iter().find(|(_, known)| *known == status.as_u16());
        let code = known.map_or("internal_error", |(code, _)| code);
        Self::new(code, "injected by a fault rule of the simulator")
    }

    pub(crate) fn payload_too_large(limit: usize) -> Self {
        Self::new("payload_too_large", format!("the body is larger than {limit} bytes"))
    }

    /// Replaces 422 by 400 for operations that document only 400.
    pub(crate) fn fit(self, operation: &Operation) -> Self {
        if self.status() == StatusCode::UNPROCESSABLE_ENTITY && !operation.answers(422) && operation.answers(400) {
            return Self { code: "bad_request", ..self };
        }
        self
    }

    /// Returns the documented array of errors.
    pub(crate) fn to_body(&self, debug_uuid: &str) -> Value {
        let mut error = json!({"code": self.code, "message": self.message, "debug_uuid": debug_uuid});
        if let Some(location) = &self.location {
            error["location"] = json!(location);
        }
        json!([error])
    }
}

/// A response outside of the operations, which is not checked against the document.
impl IntoResponse for RuleError {
    fn into_response(self) -> Response {
        let body = Json(self.to_body(&Uuid::new_v4().to_string()));
        (self.status(), Extension(self), body).into_response()
    }
}

impl From<Violation> for RuleError {
    fn from(violation: Violation) -> Self {
        Self::invalid(violation.location(), violation.message())
    }
}
