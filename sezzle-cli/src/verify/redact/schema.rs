//! What the document states about a value: whether it is documented, and whether it is a secret or personal data.

use std::collections::HashSet;

use serde_json::Value;

use crate::json::walk;
use crate::verify::document::Document;
use crate::verify::judge::response;
use crate::verify::judge::schema::types;

/// The schemas that apply to a value. Without any, the value is undocumented.
#[derive(Clone, Default)]
pub(super) struct Schemas(Vec<&'static Value>);

impl Schemas {
    /// Returns the schemas of the body of a response. A status that is not documented has those of a similar one.
    pub(super) fn of_response(operation: &str, status: u16) -> Self {
        let document = Document::embedded();
        let Some(operation) = document.operation(operation) else { return Self::default() };
        Self::of(document.node(&response::schema(document, &operation, status)))
    }

    /// Returns a schema with those it is composed of.
    pub(super) fn of(schema: &'static Value) -> Self {
        let mut schemas = Self::default();
        schemas.add(schema);
        schemas
    }

    /// Adds a schema and those it is composed of.
    fn add(&mut self, schema: &'static Value) {
        let schema = resolve(schema);
        if !schema.is_object() {
            return;
        }
        self.0.push(schema);
        for keyword in ["allOf", "anyOf", "oneOf"] {
            schema[keyword].as_array().into_iter().flatten().for_each(|part| self.add(part));
        }
    }

    pub(super) fn member(&self, name: &str) -> Self {
        let mut schemas = Self::default();
        for schema in &self.0 {
            match schema["properties"].get(name) {
                Some(property) => schemas.add(property),
                None => schemas.add(&schema["additionalProperties"]),
            }
        }
        schemas
    }

    pub(super) fn element(&self) -> Self {
        let mut schemas = Self::default();
        self.0.iter().for_each(|schema| schemas.add(&schema["items"]));
        schemas
    }

    pub(super) fn is_undocumented(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether the overlay marks the value as a secret or as personal data.
    pub(super) fn is_sensitive(&self) -> bool {
        self.has_format("password") || self.has_format("personal-data")
    }

    pub(super) fn has_format(&self, format: &str) -> bool {
        self.0.iter().any(|schema| schema["format"] == format)
    }

    pub(super) fn is_number(&self) -> bool {
        self.0.iter().any(|schema| types(schema).iter().any(|name| matches!(*name, "integer" | "number")))
    }

    /// Returns whether only some values are documented.
    pub(super) fn is_enum(&self) -> bool {
        self.0.iter().any(|schema| schema["enum"].is_array())
    }
}

fn resolve(value: &'static Value) -> &'static Value {
    match value["$ref"].as_str().and_then(|target| target.strip_prefix('#')) {
        Some(target) => resolve(Document::embedded().node(target)),
        None => value,
    }
}

/// Returns the columns of the reports that an operation returns.
pub(super) fn columns(operation: &str) -> Option<&'static Value> {
    let operation = Document::embedded().operation(operation)?;
    let responses = operation.value["responses"].as_object().into_iter().flatten();
    responses
        .map(|(_, response)| resolve(response))
        .find_map(|response| response["content"]["text/csv"].get("x-columns"))
}

/// Returns the names of all fields and columns in the document, and all values of enums.
pub(super) fn words() -> HashSet<&'static str> {
    let mut words = HashSet::new();
    walk(Document::embedded().node(""), &mut |_, value| {
        words.extend(value["enum"].as_array().into_iter().flatten().filter_map(Value::as_str));
        let fields = ["properties", "x-columns"].into_iter().filter_map(|keyword| value[keyword].as_object());
        words.extend(fields.flatten().map(|(name, _)| name.as_str()));
    });
    words
}
