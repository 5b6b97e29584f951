//! What all requests to one simulator share, and the way every JSON answer takes out of it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::document::{Document, Operation};
use crate::error::ApiError;
use crate::log::{Finding, RecordedRequest};
use crate::operations::{Answer, Body, Handlers};
use crate::settings::Settings;
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
    pub(crate) fn new(document: &'static Document, base_url: String, handlers: Handlers, settings: Settings) -> Self {
        let state = Mutex::new(GatewayState::new(settings));
        Self { document, base_url, handlers, state, requests: Mutex::default() }
    }

    /// The state as it is now: what has become due has happened.
    pub(crate) fn state(&self) -> MutexGuard<'_, GatewayState> {
        let mut state = locked(&self.state);
        state.catch_up();
        state
    }

    pub(crate) fn record(&self, request: RecordedRequest) {
        locked(&self.requests).push(request);
    }

    pub(crate) fn requests(&self) -> Vec<RecordedRequest> {
        locked(&self.requests).clone()
    }

    /// Compares the outcome with the document and makes it the response.
    pub(crate) fn respond(&self, operation: Option<&'static Operation>, outcome: Result<Answer, ApiError>) -> Response {
        let answer = outcome.unwrap_or_else(|error| {
            let debug_uuid = self.state().ids.uuid();
            Answer { status: error.status, body: Body::Json(error.to_body(&debug_uuid)) }
        });
        let operation_id = operation.map(|operation| operation.id.as_str());
        let checked = self.document.check_response(operation, answer.status.as_u16(), &answer.body);
        let finding = checked.err().map(|violation| Finding {
            operation_id,
            status: answer.status.as_u16(),
            location: violation.location,
            message: violation.message,
        });
        let mut response = answer.into_response();
        response.extensions_mut().insert(Trace { operation_id, finding });
        response
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self.body {
            Body::Json(body) => (self.status, Json(body)).into_response(),
            Body::Csv(text) => (self.status, [(header::CONTENT_TYPE, "text/csv")], text).into_response(),
            Body::Empty => self.status.into_response(),
        }
    }
}

/// Goes on after a panic elsewhere, so that one failed test does not hide the others' outcome.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
