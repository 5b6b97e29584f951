//! A call of an operation, and the body of its response.

use std::collections::HashMap;

use serde_json::Value;

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

/// The body of the response to a call. Its status is the one that the document has for success.
#[derive(Clone)]
pub(crate) enum Body {
    Empty,
    Json(Value),
    Csv(String),
}

pub(crate) type Handler = fn(&Call<'_>, &mut GatewayState) -> Result<Body, RuleError>;
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
