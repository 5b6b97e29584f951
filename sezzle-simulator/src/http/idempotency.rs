//! Idempotency: a request with a `Sezzle-Request-Id` takes effect once.

use std::collections::HashMap;

use axum::http::HeaderValue;
use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::model::error::RuleError;
use crate::operations::call::{Body, Call, Handler};
use crate::state::GatewayState;

pub(crate) const HEADER: &str = "sezzle-request-id";
const MAX_ID_LEN: usize = 255;

/// The successful requests by id. Rejected requests had no effect, so their ids can be used again.
pub(crate) type Replays = HashMap<String, Replay>;

/// A successful request and its response.
pub(crate) struct Replay {
    at: DateTime<Utc>,
    operation_id: &'static str,
    path_parameters: HashMap<String, String>,
    body: Value,
    response: Body,
}

/// Reads the id of a request.
pub(crate) fn read_id(header: &HeaderValue) -> Result<String, RuleError> {
    let id = header.to_str().ok().filter(|id| !id.is_empty() && id.len() <= MAX_ID_LEN);
    let message = format!("the Sezzle-Request-Id must be 1 to {MAX_ID_LEN} printable ASCII characters");
    id.map(str::to_owned).ok_or_else(|| RuleError::invalid("Sezzle-Request-Id", message))
}

/// Performs a call, but only once for each `Sezzle-Request-Id`.
pub(crate) fn perform_once(
    replays: &mut Replays,
    handler: Handler,
    call: &Call<'_>,
    state: &mut GatewayState,
) -> Result<Body, RuleError> {
    let Some(id) = &call.request_id else { return handler(call, state) };
    let ttl = state.settings.request_id_ttl;
    let is_remembered = |replay: &&Replay| ttl.is_none_or(|ttl| state.now - replay.at < ttl);
    if let Some(replay) = replays.get(id).filter(is_remembered) {
        let is_same = replay.operation_id == call.operation_id
            && replay.path_parameters == call.path_parameters
            && replay.body == call.body;
        if !is_same {
            let message = "the Sezzle-Request-Id was used for another request";
            return Err(RuleError::new("duplicate", message).at("Sezzle-Request-Id"));
        }
        state.ledger.note_repeat(id);
        return Ok(replay.response.clone());
    }
    state.request_id = Some(id.clone());
    let result = handler(call, state);
    state.request_id = None;
    let replay = Replay {
        at: state.now,
        operation_id: call.operation_id,
        path_parameters: call.path_parameters.clone(),
        body: call.body.clone(),
        response: result?,
    };
    Ok(replays.entry(id.clone()).insert_entry(replay).get().response.clone())
}
