//! Webhooks, which 3.0 does not have: their payloads become components, so that types are generated for them.

use serde_json::{Value, json};

use crate::io::finding::Pointer;
use crate::lower::context::Lowering;
use crate::walk::Object;

impl Lowering<'_> {
    /// Returns the schemas of the payloads by event.
    pub(super) fn webhooks(&mut self, at: &Pointer, value: Value) -> Object {
        let Some(webhooks) = self.members(at, value) else { return Object::new() };
        let mut payloads = Object::new();
        for (event, item) in webhooks {
            if event.starts_with("x-") {
                continue;
            }
            let Some(item) = self.path_item(&at.join(&event), item) else { continue };
            if let Some(schema) = self.payload(&item) {
                payloads.insert(event, schema);
            }
        }
        payloads
    }

    /// Returns the schema of the first request body, that of JSON if there is one.
    fn payload(&mut self, item: &Value) -> Option<Value> {
        let operation = item.as_object()?.values().find(|value| value.get("requestBody").is_some())?;
        let body = &operation["requestBody"];
        if let Some(name) = body["$ref"].as_str().and_then(|target| target.strip_prefix("#/components/requestBodies/"))
        {
            let at = Pointer::root().join("components").join("requestBodies").join(name);
            let body = self.source.pointer(at.as_str())?.clone();
            let body = self.request_body(&at, body)?;
            return schema_of(&body);
        }
        schema_of(body)
    }

    /// Adds the payloads to the components. The extension `x-webhooks` maps each event to its payload.
    pub(super) fn add_payloads(&mut self, document: &mut Value, payloads: Object) {
        for (event, schema) in payloads {
            let reference = if schema.get("$ref").is_some() {
                schema
            } else {
                let name = self.names.payload(&event);
                insert(document, &["components", "schemas", &name], schema);
                json!({ "$ref": format!("#/components/schemas/{name}") })
            };
            insert(document, &["x-webhooks", &event], reference);
        }
    }
}

fn schema_of(body: &Value) -> Option<Value> {
    let content = body["content"].as_object()?;
    let media =
        content.get("application/json").or_else(|| content.values().find(|media| media["schema"].is_object()))?;
    media.get("schema").cloned()
}

/// Sets a member of nested objects, and creates the missing ones.
pub(super) fn insert(mut target: &mut Value, keys: &[&str], value: Value) {
    for key in keys {
        if !target.is_object() {
            *target = json!({});
        }
        target = &mut target[*key];
    }
    *target = value;
}
