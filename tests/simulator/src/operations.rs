//! What each operation of the document does, once its request has been checked.

use std::collections::HashMap;

use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::session::Session;
use crate::state::{GatewayState, MERCHANT_UUID, PRIVATE_KEY, PUBLIC_KEY};
use crate::timestamp;

/// A request to an operation: its bearer is accepted, and its body keeps to the schema.
pub(crate) struct Call<'a> {
    pub(crate) base_url: &'a str,
    pub(crate) now: DateTime<Utc>,
    pub(crate) path_parameters: HashMap<String, String>,
    /// `Null` if there is none.
    pub(crate) body: Value,
}

/// What an operation says to a call that it grants.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) body: Option<Value>,
}

pub(crate) type Handler = fn(&Call<'_>, &mut GatewayState) -> Result<Answer, ApiError>;
pub(crate) type Handlers = fn(&str) -> Option<Handler>;

/// The handler of an operation, by its id in the document.
pub(crate) fn handler(operation_id: &str) -> Option<Handler> {
    match operation_id {
        "authenticate" => Some(authenticate),
        "create_session" => Some(create_session),
        "get_session" => Some(get_session),
        _ => None,
    }
}

impl Call<'_> {
    fn path_parameter(&self, name: &str) -> &str {
        self.path_parameters.get(name).map_or("", String::as_str)
    }
}

impl Answer {
    fn with_body(status: StatusCode, body: Value) -> Self {
        Self { status, body: Some(body) }
    }
}

fn authenticate(call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    if call.body["public_key"] != PUBLIC_KEY || call.body["private_key"] != PRIVATE_KEY {
        return Err(ApiError::unauthorized("the keys were not accepted"));
    }
    let (token, expiration) = state.issue_token(call.now);
    let body = json!({
        "token": token,
        "expiration_date": timestamp(expiration),
        "merchant_uuid": MERCHANT_UUID,
    });
    Ok(Answer::with_body(StatusCode::CREATED, body))
}

fn create_session(call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    let session = Session::new(&call.body, call.now)?;
    let body = session.to_body(call.base_url);
    state.insert_session(session);
    Ok(Answer::with_body(StatusCode::CREATED, body))
}

fn get_session(call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    let session = state.session(call.path_parameter("session_uuid"));
    let session = session.ok_or_else(|| ApiError::record_not_found("there is no such session"))?;
    Ok(Answer::with_body(StatusCode::OK, session.to_body(call.base_url)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    #[test]
    fn every_handler_is_for_an_operation_of_the_document() {
        let document = Document::shared().expect("the document can be read");
        let ids: Vec<&str> = document.paths().flat_map(|(_, operations)| operations).map(|o| o.id.as_str()).collect();
        let handled: Vec<&str> = ids.iter().copied().filter(|id| handler(id).is_some()).collect();
        assert_eq!(handled, ["authenticate", "create_session", "get_session"]);
    }
}
