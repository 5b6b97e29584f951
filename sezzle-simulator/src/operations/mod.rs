//! What each operation of the document does, once its request has been checked. A file a tag.

mod authentication;
mod card;
mod customer;
mod order;
mod report;
mod session;
mod token;

use std::collections::HashMap;

use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::state::GatewayState;
use crate::webhooks;

/// A request to an operation: its bearer is accepted, and its parameters and its body keep to their schemas.
pub(crate) struct Call<'a> {
    pub(crate) operation_id: &'static str,
    pub(crate) base_url: &'a str,
    pub(crate) now: DateTime<Utc>,
    pub(crate) path_parameters: HashMap<String, String>,
    pub(crate) query: HashMap<String, String>,
    /// The `Sezzle-Request-Id`, if the operation takes one.
    pub(crate) request_id: Option<String>,
    /// `Null` if there is none.
    pub(crate) body: Value,
}

/// What an operation says to a call that it grants.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) body: Body,
}

#[derive(Clone)]
pub(crate) enum Body {
    Empty,
    Json(Value),
    Csv(String),
}

pub(crate) type Handler = fn(&Call<'_>, &mut GatewayState) -> Result<Answer, ApiError>;
pub(crate) type Handlers = fn(&str) -> Option<Handler>;

/// The handlers of a tag, by the ids of their operations in the document.
pub(crate) type Table = &'static [(&'static str, Handler)];

const TABLES: [Table; 8] = [
    authentication::HANDLERS,
    session::HANDLERS,
    order::HANDLERS,
    customer::HANDLERS,
    token::HANDLERS,
    card::HANDLERS,
    report::HANDLERS,
    webhooks::HANDLERS,
];

/// The handler of an operation, by its id in the document.
pub(crate) fn handler(operation_id: &str) -> Option<Handler> {
    let mut entries = TABLES.iter().flat_map(|table| table.iter());
    entries.find(|(id, _)| *id == operation_id).map(|(_, handler)| *handler)
}

/// Answers a call, and does so once for each `Sezzle-Request-Id`.
pub(crate) fn answer(handler: Handler, call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    let Some(id) = &call.request_id else { return handler(call, state) };
    if let Some(answer) = state.replays.find(id, call)? {
        state.ledger.note_repeat(id);
        return Ok(answer);
    }
    let answer = handler(call, state)?;
    state.replays.keep(id, call, answer.clone());
    Ok(answer)
}

impl Call<'_> {
    pub(crate) fn path_parameter(&self, name: &str) -> &str {
        self.path_parameters.get(name).map_or("", String::as_str)
    }

    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }

    pub(crate) fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }
}

impl Answer {
    pub(crate) fn created(body: Value) -> Self {
        Self { status: StatusCode::CREATED, body: Body::Json(body) }
    }

    pub(crate) fn ok(body: Value) -> Self {
        Self { status: StatusCode::OK, body: Body::Json(body) }
    }

    pub(crate) fn csv(text: String) -> Self {
        Self { status: StatusCode::OK, body: Body::Csv(text) }
    }

    pub(crate) fn created_empty() -> Self {
        Self { status: StatusCode::CREATED, body: Body::Empty }
    }

    pub(crate) fn no_content() -> Self {
        Self { status: StatusCode::NO_CONTENT, body: Body::Empty }
    }

    /// The id of what was just done.
    fn transaction(uuid: &str) -> Self {
        Self::ok(json!({"uuid": uuid}))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    #[test]
    fn operations_and_handlers_belong_together() {
        let document = Document::shared().expect("the document can be read");
        let ids: Vec<&str> = document.paths().flat_map(|(_, operations)| operations).map(|o| o.id.as_str()).collect();
        let unhandled: Vec<&str> = ids.iter().copied().filter(|id| handler(id).is_none()).collect();
        assert_eq!(unhandled, [""; 0]);
        let handled = TABLES.iter().flat_map(|table| table.iter()).map(|(id, _)| *id);
        for id in handled {
            assert!(ids.contains(&id), "{id} is no operation of the document");
        }
    }
}
