//! What all requests to one simulator share, and the way every JSON answer takes out of it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use crate::document::{Document, Operation};
use crate::error::ApiError;
use crate::faults::{FaultError, FaultRule, Faults};
use crate::log::{Finding, RecordedRequest, RequestLog};
use crate::operations::{Answer, Handlers};
use crate::state::GatewayState;

pub(crate) struct Gateway {
    pub(crate) document: &'static Document,
    pub(crate) base_url: String,
    /// Finds the handler of an operation by its id.
    pub(crate) handlers: Handlers,
    state: Mutex<GatewayState>,
    pub(crate) faults: Faults,
    log: Mutex<RequestLog>,
}

/// What the request log learns from a response, besides its status.
#[derive(Clone, Default)]
pub(crate) struct Trace {
    pub(crate) operation_id: Option<&'static str>,
    pub(crate) refusal: Option<String>,
    pub(crate) finding: Option<Finding>,
}

impl Gateway {
    pub(crate) fn new(document: &'static Document, base_url: String, handlers: Handlers) -> Self {
        Self { document, base_url, handlers, state: Mutex::default(), faults: Faults::new(None), log: Mutex::default() }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, GatewayState> {
        locked(&self.state)
    }

    pub(crate) fn record(&self, request: RecordedRequest) {
        self.log().push(request);
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, RequestLog> {
        locked(&self.log)
    }

    pub(crate) fn add_fault(&self, rule: FaultRule) -> Result<u64, FaultError> {
        self.faults.add(rule, |id| self.document.operation(id).is_some())
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    /// Compares the outcome with the document and makes it the response.
    pub(crate) fn respond(&self, operation: Option<&'static Operation>, outcome: Result<Answer, ApiError>) -> Response {
        let refusal = outcome.as_ref().err().map(ToString::to_string);
        let Answer { status, body } =
            outcome.unwrap_or_else(|error| Answer { status: error.status, body: Some(error.to_body()) });
        let operation_id = operation.map(|operation| operation.id.as_str());
        let checked = self.document.check_response(operation, status.as_u16(), body.as_ref());
        let finding = checked.err().map(|violation| Finding {
            operation_id,
            status: status.as_u16(),
            location: violation.location,
            message: violation.message,
        });
        let mut response = respond_with(status, body);
        response.extensions_mut().insert(Trace { operation_id, refusal, finding });
        response
    }
}

fn respond_with(status: StatusCode, body: Option<serde_json::Value>) -> Response {
    match body {
        Some(body) => (status, Json(body)).into_response(),
        None => status.into_response(),
    }
}

/// A panic elsewhere leaves whole values behind, since every change is a single insertion or assignment.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
