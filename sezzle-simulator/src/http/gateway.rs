//! What all requests to one simulator share, and the check of every response.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use crate::actions::due_events;
use crate::faults::active::Faults;
use crate::faults::rule::{FaultError, FaultRule};
use crate::http::document::{Document, Operation};
use crate::http::idempotency::{self, Replays};
use crate::http::request_log::{ContractViolation, RequestLog};
use crate::model::error::RuleError;
use crate::model::webhooks::outbox::{DeliveryOutcome, Job, Notify};
use crate::operations::call::{Body, Call, Handler, Handlers};
use crate::settings::Settings;
use crate::state::GatewayState;

/// The maximum size of a request body.
pub(crate) const MAX_BODY_BYTES: usize = 1024 * 1024;

pub(crate) struct Gateway {
    pub(crate) document: &'static Document,
    pub(crate) base_url: String,
    /// Finds the handler of an operation by its id.
    pub(crate) handlers: Handlers,
    pub(crate) settings: Settings,
    pub(crate) notify: Arc<Notify>,
    state: Mutex<GatewayState>,
    replays: Mutex<Replays>,
    pub(crate) faults: Faults,
    log: Mutex<RequestLog>,
}

impl Gateway {
    pub(crate) fn new(document: &'static Document, base_url: String, handlers: Handlers, settings: Settings) -> Self {
        let faults = Faults::new(settings.seed);
        let state = GatewayState::new(settings.clone());
        let notify = Arc::clone(state.outbox.notify());
        let (state, replays, log) = (Mutex::new(state), Mutex::default(), Mutex::default());
        Self { document, base_url, handlers, settings, notify, faults, state, replays, log }
    }

    /// Returns the state after all events that are due.
    pub(crate) fn state(&self) -> MutexGuard<'_, GatewayState> {
        let mut state = lock(&self.state);
        due_events::run_due_events(&mut state);
        state
    }

    /// Forgets everything except the request log and the fault rules.
    pub(crate) fn reset(&self) {
        let mut state = self.state();
        lock(&self.replays).clear();
        state.reset();
    }

    /// Performs a call, but only once for each `Sezzle-Request-Id`.
    pub(crate) fn perform(&self, handler: Handler, call: &Call<'_>) -> Result<Body, RuleError> {
        let mut state = self.state();
        idempotency::perform_once(&mut lock(&self.replays), handler, call, &mut state)
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, RequestLog> {
        lock(&self.log)
    }

    /// Adds all of these rules, or none if one is invalid.
    pub(crate) fn add_faults(&self, rules: Vec<FaultRule>) -> Result<Vec<u64>, FaultError> {
        self.faults.add(rules, |id| self.document.operation(id).is_some())
    }

    /// Returns the virtual time.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        lock(&self.state).clock.now()
    }

    /// Returns the deliveries to attempt now, and how long to wait for the next.
    pub(crate) fn take_due_deliveries(&self) -> (Vec<Job>, Duration) {
        let GatewayState { outbox, subscriptions, now, .. } = &mut *self.state();
        let jobs = outbox.take_due(subscriptions, *now);
        let pause = outbox.next_due().map(|due| (due - *now).to_std().unwrap_or_default());
        (jobs, pause.unwrap_or(Duration::MAX))
    }

    pub(crate) fn finish_delivery(&self, job: Job, outcome: DeliveryOutcome) {
        let GatewayState { outbox, subscriptions, now, .. } = &mut *self.state();
        outbox.finish(job, outcome, subscriptions, *now);
    }

    /// Checks an outcome against the document and converts it to the response, which carries the error and how the response
    /// violates the document as extensions for the request log.
    pub(crate) fn respond(&self, operation: Option<&'static Operation>, outcome: Result<Body, RuleError>) -> Response {
        let (status, body, error) = match outcome {
            Ok(body) => (operation.map_or(StatusCode::OK, |operation| operation.success), body, None),
            Err(error) => {
                let error = match operation {
                    Some(operation) => error.fit(operation),
                    None => error,
                };
                let body = Body::Json(error.to_body(&self.state().ids.uuid()));
                (error.status(), body, Some(error))
            }
        };
        let violation = self.document.check_response(operation, status.as_u16(), &body).err();
        let mut response = (status, body).into_response();
        if let Some(error) = error {
            response.extensions_mut().insert(error);
        }
        if let Some(violation) = violation {
            let operation_id = operation.map(|operation| operation.id.as_str());
            let (location, message) = (violation.location(), violation.message());
            response.extensions_mut().insert(ContractViolation {
                operation_id,
                status: status.as_u16(),
                location,
                message,
            });
        }
        response
    }
}

impl IntoResponse for Body {
    fn into_response(self) -> Response {
        match self {
            Self::Json(body) => Json(body).into_response(),
            Self::Csv(text) => ([(header::CONTENT_TYPE, "text/csv")], text).into_response(),
            Self::Empty => ().into_response(),
        }
    }
}

/// Ignores poisoning, so that a panic in one test does not hide the results of others.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
