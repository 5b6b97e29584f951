//! The calls of the script, and what it reads from their responses.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use sezzle_api::Operation;

use crate::json::walk;
use crate::verify::exchange::{Body, Exchange};

/// The characters of UUIDs stay as they are.
const ID: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_');

/// A call of an operation.
pub(super) struct Call {
    /// The request, without the token.
    pub(super) exchange: Exchange,
    /// Whether the request gets the token.
    pub(super) needs_token: bool,
}

impl Call {
    /// Creates a call. `variant` distinguishes the calls of an operation.
    pub(super) fn new(operation: &'static Operation, variant: &str) -> Self {
        let exchange = Exchange {
            step: format!("{}/{variant}", operation.id),
            operation: operation.id.to_owned(),
            method: operation.method.to_owned(),
            path: operation.path.to_owned(),
            ..Exchange::default()
        };
        Self { exchange, needs_token: operation.requires_auth }
    }

    /// Sets the parameter in the path.
    pub(super) fn id(mut self, id: &str) -> Self {
        if let Some((before, rest)) = self.exchange.path.split_once('{') {
            let after = rest.split_once('}').map_or("", |(_, after)| after);
            self.exchange.path = format!("{before}{}{after}", utf8_percent_encode(id, ID));
        }
        self
    }

    pub(super) fn query(mut self, name: &str, value: &impl ToString) -> Self {
        self.exchange.query.push((name.to_owned(), value.to_string()));
        self
    }

    pub(super) fn json(self, body: &Value) -> Self {
        self.body(body.to_string())
    }

    /// Sets a body that is not JSON.
    pub(super) fn malformed(self) -> Self {
        self.body("{".to_owned())
    }

    fn body(mut self, body: String) -> Self {
        self.exchange.request_body = Some(Body(body));
        self.header("content-type", "application/json")
    }

    pub(super) fn request_id(self, id: &str) -> Self {
        self.header("sezzle-request-id", id)
    }

    /// Sets a token that no server accepts.
    pub(super) fn with_invalid_token(mut self) -> Self {
        self.needs_token = false;
        self.header("authorization", "Bearer invalid")
    }

    fn header(mut self, name: &str, value: &str) -> Self {
        self.exchange.request_headers.push((name.to_owned(), value.to_owned()));
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

    /// Returns the id at a pointer, or else the one that follows a path in any URL of the response, such as `/v2/order/`.
    pub(super) fn id(&self, pointer: &str, path: &str) -> Option<String> {
        self.text(pointer).or_else(|| self.id_in_link(path))
    }

    fn id_in_link(&self, path: &str) -> Option<String> {
        let mut id = None;
        walk(&self.json, &mut |_, value| {
            let rest = value.as_str().and_then(|text| Some(text.split_once(path)?.1));
            let found = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).filter(|id| !id.is_empty());
            id = id.or(found);
        });
        id.map(str::to_owned)
    }
}
