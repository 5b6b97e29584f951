//! Webhooks, which 3.0 has not: their payloads become components, so that types are made of them.

use serde_json::{Value, json};

use super::{Lowering, Object};
use crate::finding::Pointer;

impl Lowering<'_> {
    /// The schemas of the payloads by the name of the event.
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

    /// What the first operation with a body is sent: JSON if there is any.
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

    /// Adds the payloads to the components; the extension `x-webhooks` leads there from the name of the event.
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

/// Sets a member of nested objects, which are made if missing.
pub(super) fn insert(mut place: &mut Value, keys: &[&str], value: Value) {
    for key in keys {
        if !place.is_object() {
            *place = json!({});
        }
        place = &mut place[*key];
    }
    *place = value;
}
