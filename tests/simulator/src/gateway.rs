//! What all requests to one simulator share, and the way every JSON answer takes out of it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::document::{Document, Operation};
use crate::error::ApiError;
use crate::log::{Finding, RecordedRequest};
use crate::operations::{Answer, Handlers};
use crate::state::GatewayState;

pub(crate) struct Gateway {
    pub(crate) document: &'static Document,
    pub(crate) base_url: String,
    /// Finds the handler of an operation by its id.
    pub(crate) handlers: Handlers,
    state: Mutex<GatewayState>,
    requests: Mutex<Vec<RecordedRequest>>,
}

/// What the request log learns from a response, besides its status.
#[derive(Clone, Default)]
pub(crate) struct Trace {
    pub(crate) operation_id: Option<&'static str>,
    pub(crate) finding: Option<Finding>,
}

impl Gateway {
    pub(crate) fn new(document: &'static Document, base_url: String, handlers: Handlers) -> Self {
        Self { document, base_url, handlers, state: Mutex::default(), requests: Mutex::default() }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, GatewayState> {
        locked(&self.state)
    }

    pub(crate) fn record(&self, request: RecordedRequest) {
        locked(&self.requests).push(request);
    }

    pub(crate) fn requests(&self) -> Vec<RecordedRequest> {
        locked(&self.requests).clone()
    }

    /// Compares the outcome with the document and makes it the response.
    pub(crate) fn respond(&self, operation: Option<&'static Operation>, outcome: Result<Answer, ApiError>) -> Response {
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
        response.extensions_mut().insert(Trace { operation_id, finding });
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
