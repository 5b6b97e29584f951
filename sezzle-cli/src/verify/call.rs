//! The calls of the script, and what it reads from their responses.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use sezzle_api::Operation;

/// Credentials of a call.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Credentials {
    Token,
    /// A token that no server accepts.
    Invalid,
}

/// A call of an operation.
pub(super) struct Call {
    pub(super) operation: &'static Operation,
    pub(super) step: String,
    pub(super) path: String,
    pub(super) query: Vec<(String, String)>,
    pub(super) body: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) credentials: Credentials,
}

impl Call {
    /// Creates a call. `variant` distinguishes the calls of an operation.
    pub(super) fn new(operation: &'static Operation, variant: &str) -> Self {
        Self {
            operation,
            step: format!("{}/{variant}", operation.id),
            path: operation.path.to_owned(),
            query: Vec::new(),
            body: None,
            request_id: None,
            credentials: Credentials::Token,
        }
    }

    /// Sets the parameter in the path.
    pub(super) fn id(mut self, id: &str) -> Self {
        if let Some((before, rest)) = self.path.split_once('{') {
            let after = rest.split_once('}').map_or("", |(_, after)| after);
            // The characters of UUIDs stay as they are.
            let id = utf8_percent_encode(id, NON_ALPHANUMERIC).to_string().replace("%2D", "-").replace("%5F", "_");
            self.path = format!("{before}{id}{after}");
        }
        self
    }

    pub(super) fn query(mut self, name: &str, value: &impl ToString) -> Self {
        self.query.push((name.to_owned(), value.to_string()));
        self
    }

    pub(super) fn json(mut self, body: &Value) -> Self {
        self.body = Some(body.to_string());
        self
    }

    /// Sets a body that is not JSON.
    pub(super) fn malformed(mut self) -> Self {
        self.body = Some("{".to_owned());
        self
    }

    pub(super) fn request_id(mut self, id: &str) -> Self {
        self.request_id = Some(id.to_owned());
        self
    }

    pub(super) fn with_invalid_token(mut self) -> Self {
        self.credentials = Credentials::Invalid;
        self
    }
}

/// A response as the script reads it: any part of it may differ from the document.
#[derive(Default)]
pub(super) struct Reply {
    /// Zero if there was no response.
    pub(super) status: u16,
    /// Null if the body is not JSON.
    pub(super) json: Value,
}

impl Reply {
    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Returns the text at a pointer.
    pub(super) fn text(&self, pointer: &str) -> Option<String> {
        self.json.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Returns the id that follows a path in any URL of the response, such as `/v2/order/`.
    pub(super) fn id_in_link(&self, path: &str) -> Option<String> {
        find_id(&self.json, path)
    }
}

fn find_id(value: &Value, path: &str) -> Option<String> {
    match value {
        Value::String(text) => {
            let (_, rest) = text.split_once(path)?;
            let id = rest.split(['/', '?', '#']).next()?;
            Some(id.to_owned()).filter(|id| !id.is_empty())
        }
        Value::Array(elements) => elements.iter().find_map(|element| find_id(element, path)),
        Value::Object(members) => members.iter().find_map(|(_, value)| find_id(value, path)),
        _ => None,
    }
}
