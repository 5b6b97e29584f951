//! The pairs of before and after in this folder.

use std::path::Path;

use openapi_lower::io::read::read;
use serde::Deserialize;
use serde_json::{Value, json};

/// The files, by the part of a document that their pairs contain.
pub(crate) const KINDS: [&str; 5] = ["operations", "parameters", "bodies", "responses", "schemas"];

/// A rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) rule: String,
    before: Value,
    /// Equal to `before` if it is missing.
    after: Option<Value>,
    /// Pointers to what is rewritten with the same meaning.
    #[serde(default)]
    #[allow(dead_code, reason = "the test with the generator needs only the documents")]
    pub(crate) rewritten: Vec<String>,
    /// Pointers to decisions.
    #[serde(default)]
    #[allow(dead_code, reason = "the test with the generator needs only the documents")]
    pub(crate) decided: Vec<String>,
}

impl Case {
    pub(crate) fn before(&self, kind: &str) -> Value {
        document(kind, &self.before)
    }

    pub(crate) fn after(&self, kind: &str) -> Value {
        document(kind, self.after.as_ref().unwrap_or(&self.before))
    }
}

/// Reads the pairs of one kind.
pub(crate) fn cases(folder: &Path, kind: &str) -> Vec<Case> {
    let file = folder.join(kind).with_extension("yaml");
    let document = read(Path::new(""), &file.to_string_lossy()).unwrap_or_else(|findings| panic!("{findings}"));
    serde_json::from_value(document.value).unwrap_or_else(|error| panic!("{kind}: {error}"))
}

/// Adds what the pairs omit for brevity: ids, descriptions, and some schemas.
fn document(kind: &str, members: &Value) -> Value {
    let mut document = json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {}});
    let schemas = json!({"Cat": {"type": "object"}, "Dog": {"type": "string"}, "Text": {"type": "string"}});
    match kind {
        "schemas" => document["components"]["schemas"] = members.clone(),
        "responses" | "bodies" => {
            let mut operation = members.clone();
            operation["operationId"] = "do_it".into();
            if kind == "bodies" {
                operation["responses"] = json!({"200": {"description": "done"}});
            }
            for response in operation["responses"].as_object_mut().expect("responses").values_mut() {
                if response.get("$ref").is_none() && response.get("description").is_none() {
                    response["description"] = "".into();
                }
            }
            document["paths"]["/a"]["post"] = operation;
            document["components"]["schemas"] = schemas;
        }
        _ => document["paths"] = members.clone(),
    }
    document
}
