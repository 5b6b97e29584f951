//! Idempotency: a request with a `Sezzle-Request-Id` takes effect once.

use std::collections::HashMap;

use axum::http::HeaderValue;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::model::error::RuleError;
use crate::operations::call::{Call, Handler, Reply};
use crate::state::GatewayState;

pub(crate) const HEADER: &str = "sezzle-request-id";
const MAX_ID_LEN: usize = 255;

/// The successful requests by id. Rejected requests had no effect, so their ids can be used again.
pub(crate) struct Replays {
    granted: HashMap<String, Granted>,
    /// How long an id is remembered; without a limit if `None`.
    ttl: Option<TimeDelta>,
}

struct Granted {
    at: DateTime<Utc>,
    operation_id: &'static str,
    path_parameters: HashMap<String, String>,
    body: Value,
    answer: Reply,
}

impl Replays {
    pub(crate) fn new(ttl: Option<TimeDelta>) -> Self {
        Self { granted: HashMap::new(), ttl }
    }

    pub(crate) fn clear(&mut self) {
        self.granted.clear();
    }

    /// Returns the reply to the same request, if it was made before.
    ///
    /// # Errors
    ///
    /// Returns an error if another request had this id.
    pub(crate) fn find(&self, id: &str, call: &Call<'_>) -> Result<Option<Reply>, RuleError> {
        let is_remembered = |granted: &&Granted| self.ttl.is_none_or(|ttl| call.now - granted.at < ttl);
        let Some(granted) = self.granted.get(id).filter(is_remembered) else { return Ok(None) };
        let is_same = granted.operation_id == call.operation_id
            && granted.path_parameters == call.path_parameters
            && granted.body == call.body;
        if is_same {
            return Ok(Some(granted.answer.clone()));
        }
        let message = "the Sezzle-Request-Id was used for another request";
        Err(RuleError::new("duplicate", message).at("Sezzle-Request-Id"))
    }

    pub(crate) fn keep(&mut self, id: &str, call: &Call<'_>, answer: Reply) {
        let granted = Granted {
            at: call.now,
            operation_id: call.operation_id,
            path_parameters: call.path_parameters.clone(),
            body: call.body.clone(),
            answer,
        };
        self.granted.insert(id.to_owned(), granted);
    }
}

/// Reads the id of a request.
///
/// # Errors
///
/// Returns an error if it is empty, longer than 255 characters, or not printable ASCII.
pub(crate) fn read_id(header: &HeaderValue) -> Result<String, RuleError> {
    let id = header.to_str().ok().filter(|id| !id.is_empty() && id.len() <= MAX_ID_LEN);
    let message = format!("the Sezzle-Request-Id must be 1 to {MAX_ID_LEN} printable ASCII characters");
    id.map(str::to_owned).ok_or_else(|| RuleError::invalid("Sezzle-Request-Id", message))
}

/// Performs a call, but only once for each `Sezzle-Request-Id`.
///
/// # Errors
///
/// Returns the error of the handler, or `duplicate` if another request had the id.
pub(crate) fn perform_once(
    replays: &mut Replays,
    handler: Handler,
    call: &Call<'_>,
    state: &mut GatewayState,
) -> Result<Reply, RuleError> {
    let Some(id) = &call.request_id else { return handler(call, state) };
    if let Some(reply) = replays.find(id, call)? {
        state.ledger.note_repeat(id);
        return Ok(reply);
    }
    let reply = handler(call, state)?;
    replays.keep(id, call, reply.clone());
    Ok(reply)
}
