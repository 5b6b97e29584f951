//! What was sent and received, as the judgement reads it: after redaction.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

/// The result of playing the script.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

impl Run {
    /// Creates a run without exchanges.
    pub(crate) fn new(server: ServerFacts) -> Self {
        Self { server, exchanges: Vec::new(), skipped: Vec::new(), leftovers: Vec::new(), deliveries: Vec::new() }
    }
}

/// What is known about the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ServerFacts {
    pub(crate) url: String,
    pub(crate) is_simulator: bool,
    pub(crate) started_at: DateTime<Utc>,
}

/// A step that was not possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Skipped {
    pub(crate) step: String,
    pub(crate) reason: String,
}

/// An object that still exists on the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Leftover {
    /// Such as `session` or `order`.
    pub(crate) kind: String,
    pub(crate) id: String,
    /// Why it was not deleted.
    pub(crate) reason: String,
}

/// A webhook that the program received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Delivery {
    pub(crate) signature_length: usize,
    pub(crate) is_hexadecimal: bool,
    /// Whether the signature is that of the body.
    pub(crate) is_valid: bool,
}

/// One request and its response, as they were on the wire, except for what is redacted.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
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
    /// Names are in lower case.
    pub(crate) request_headers: Vec<(String, String)>,
    pub(crate) request_body: Option<Body>,
    pub(crate) status: u16,
    /// Names are in lower case.
    pub(crate) response_headers: Vec<(String, String)>,
    pub(crate) response_body: Body,
}

impl Exchange {
    /// Returns the first response header of this name, which is in lower case.
    pub(crate) fn response_header(&self, name: &str) -> Option<&str> {
        self.response_headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }
}

/// Prints no header and no body.
impl fmt::Debug for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange")
            .field("step", &self.step)
            .field("operation", &self.operation)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// The bytes of a body. In files it is JSON where it can be written back exactly as it was, or else text or base64.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Body(pub(crate) Vec<u8>);

impl Body {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the text if the body is UTF-8.
    pub(crate) fn text(&self) -> Option<&str> {
        str::from_utf8(&self.0).ok()
    }

    /// Parses the body as JSON.
    pub(crate) fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.0).ok()
    }
}

/// How a body is written.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Stored {
    Json(Value),
    Text(String),
    Base64(String),
}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let exact = |value: &Value| value.to_string().as_bytes() == self.0;
        let stored = match (self.json().filter(exact), self.text()) {
            (Some(value), _) => Stored::Json(value),
            (None, Some(text)) => Stored::Text(text.to_owned()),
            (None, None) => Stored::Base64(BASE64_STANDARD.encode(&self.0)),
        };
        stored.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match Stored::deserialize(deserializer)? {
            Stored::Json(value) => value.to_string().into_bytes(),
            Stored::Text(text) => text.into_bytes(),
            Stored::Base64(text) => BASE64_STANDARD.decode(text).map_err(de::Error::custom)?,
        }))
    }
}
