//! What the simulator remembers of the requests it served.

use std::fmt;

/// A request and how it was answered.
///
/// Headers, queries and bodies are not kept. Keys and tokens in the path are replaced with `{secret}`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The HTTP method.
    pub method: String,
    /// The path without its query.
    pub path: String,
    /// The operation of the document, if the request reached one.
    pub operation_id: Option<&'static str>,
    /// The status of the answer.
    pub status: u16,
    /// How the answer breaks the document, if it does. That is a mistake in the simulator.
    pub finding: Option<Finding>,
}

/// An answer of the simulator that breaks the document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The operation of the document, if the request reached one.
    pub operation_id: Option<&'static str>,
    /// The status of the answer.
    pub status: u16,
    /// The place in the answer's body as a dotted path, empty for the body as a whole.
    pub location: String,
    /// The rule that is broken.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.operation_id.unwrap_or("outside of the operations");
        write!(f, "{operation}, answer {}, at `{}`: {}", self.status, self.location, self.message)
    }
}
