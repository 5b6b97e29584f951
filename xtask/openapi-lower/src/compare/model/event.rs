//! The webhooks of a document: each is an event with a payload.

use serde_json::Value;

use crate::compare::model::schema::Schema;
use crate::walk::{members_of, resolve};

/// Returns all events with the schemas of their payloads.
pub(in crate::compare) fn all(document: &Value) -> Vec<(&str, Option<Schema<'_>>)> {
    let webhooks = members_of(&document["webhooks"]);
    webhooks.map(|(event, item)| (event.as_str(), payload(document, resolve(document, item)))).collect()
}

fn payload<'a>(document: &'a Value, item: &'a Value) -> Option<Schema<'a>> {
    let body = item.as_object()?.values().find_map(|operation| operation.get("requestBody"))?;
    let schema = resolve(document, body)["content"].get("application/json")?.get("schema")?;
    Some(Schema::new(document, schema))
}
