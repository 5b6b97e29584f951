//! A call of an operation, and its reply.

use std::collections::HashMap;

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::model::error::RuleError;
use crate::state::GatewayState;

/// An authenticated request to an operation, whose parameters and body match their schemas.
pub(crate) struct Call<'a> {
    pub(crate) operation_id: &'static str,
    pub(crate) base_url: &'a str,
    pub(crate) path_parameters: HashMap<String, String>,
    pub(crate) query: HashMap<String, String>,
    /// The `Sezzle-Request-Id`, if the operation takes one.
    pub(crate) request_id: Option<String>,
    /// `Null` if the request has no body.
    pub(crate) body: Value,
}

/// A successful response of an operation.
#[derive(Clone)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) body: Body,
}

#[derive(Clone)]
pub(crate) enum Body {
    Empty,
    Json(Value),
    Csv(String),
}

pub(crate) type Handler = fn(&Call<'_>, &mut GatewayState) -> Result<Reply, RuleError>;
/// Finds the handler of an operation by its id in the document.
pub(crate) type Handlers = fn(&str) -> Option<Handler>;

impl Call<'_> {
    pub(crate) fn path_parameter(&self, name: &str) -> &str {
        self.path_parameters.get(name).map_or("", String::as_str)
    }

    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }
}

impl Reply {
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

    /// Returns a reply with the id of a transaction.
    pub(crate) fn transaction(uuid: &str) -> Self {
        Self::ok(json!({"uuid": uuid}))
    }
}
