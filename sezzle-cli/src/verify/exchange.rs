//! What was sent and received. An [`Exchange`] has secrets until `Redactor::redact`; only redacted ones are stored and judged.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The result of playing the script.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Run {
    pub(crate) server: ServerFacts,
    pub(crate) exchanges: Vec<Exchange>,
    /// The steps that were not possible.
    pub(crate) skipped: Vec<Skipped>,
    /// What the script created and could not delete.
    pub(crate) leftovers: Vec<Leftover>,
    pub(crate) deliveries: Vec<Delivery>,
}

/// What is known about the server.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ServerFacts {
    pub(crate) url: String,
    pub(crate) is_simulator: bool,
    pub(crate) started_at: DateTime<Utc>,
}

/// A step that was not possible.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Skipped {
    pub(crate) step: String,
    pub(crate) reason: String,
}

/// An object that still exists on the server.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Leftover {
    /// Such as `session` or `order`.
    pub(crate) kind: String,
    pub(crate) id: String,
    /// Why it was not deleted.
    pub(crate) reason: String,
}

/// A webhook that the program received.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Delivery {
    pub(crate) signature_length: usize,
    pub(crate) is_hexadecimal: bool,
    /// Whether the signature is that of the body.
    pub(crate) is_valid: bool,
}

/// One request and its response, as they were on the wire, except for what is redacted. Names of headers are in lower case.
///
/// It has no `Debug`, so that what is not redacted yet cannot be printed.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Exchange {
    /// The step of the script, such as `capture_order/partial`.
    pub(crate) step: String,
    /// The `operationId` in the document, such as `capture_order`.
    pub(crate) operation: String,
    pub(crate) method: String,
    /// The path with its ids.
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) request_headers: Vec<(String, String)>,
    pub(crate) request_body: Option<Body>,
    /// Zero before there is a response.
    pub(crate) status: u16,
    pub(crate) response_headers: Vec<(String, String)>,
    pub(crate) response_body: Body,
}

impl Exchange {
    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Returns the first response header of this name, which is in lower case.
    pub(crate) fn response_header(&self, name: &str) -> Option<&str> {
        self.response_headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }
}

/// The text of a body. In files it is JSON if it is an object or a list that is written back exactly as it was.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Value", from = "Value")]
pub(crate) struct Body(pub(crate) String);

impl Body {
    /// Parses the body as JSON.
    pub(crate) fn json(&self) -> Option<Value> {
        serde_json::from_str(&self.0).ok()
    }
}

impl From<Body> for Value {
    fn from(body: Body) -> Self {
        let is_exact = |value: &Self| {
            (value.is_object() || value.is_array()) && serde_json::to_string(value).is_ok_and(|text| text == body.0)
        };
        body.json().filter(is_exact).unwrap_or(Self::String(body.0))
    }
}

impl From<Value> for Body {
    fn from(stored: Value) -> Self {
        match stored {
            Value::String(text) => Self(text),
            json => Self(json.to_string()),
        }
    }
}
