//! Example bodies from the OpenAPI document.

use std::path::Path;

use serde_json::Value;

use crate::sides::Result;

/// The OpenAPI document, read for its examples.
pub(crate) struct Document(Value);

impl Document {
    pub(crate) fn read() -> Result<Self> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sezzle-simulator/openapi.json");
        Ok(Self(serde_json::from_slice(&std::fs::read(path)?)?))
    }

    /// Returns the body of an operation's successful response.
    pub(crate) fn response(&self, operation_id: &str) -> Result<String> {
        let items = self.0["paths"].as_object().into_iter().flat_map(serde_json::Map::values);
        let mut operations = items.filter_map(Value::as_object).flat_map(serde_json::Map::values);
        let operation = operations.find(|operation| operation["operationId"] == operation_id);
        let responses = operation.and_then(|operation| operation["responses"].as_object());
        let success = responses.into_iter().flatten().find(|(status, _)| status.starts_with('2'));
        Self::example(success.map(|(_, response)| response), operation_id)
    }

    /// Returns the body of an event's webhook.
    pub(crate) fn event(&self, name: &str) -> Result<String> {
        Self::example(self.0["webhooks"][name]["post"].get("requestBody"), name)
    }

    fn example(content: Option<&Value>, name: &str) -> Result<String> {
        match content.and_then(|content| content.pointer("/content/application~1json/example")) {
            Some(example) => Ok(example.to_string()),
            None => Err(format!("the document has no example of {name}").into()),
        }
    }
}
