//! Reads what the gateway says of an error, in every shape that has been seen.
//!
//! The document has an array of details. Its examples, and Sezzle's own clients, have a single detail; a proxy in
//! between may send a page or nothing at all.

use serde_json::{Map, Value};

use crate::types::ErrorDetail;

/// More details than this in one answer help nobody.
const MOST_DETAILS: usize = 32;

pub(crate) fn read(body: &[u8]) -> Vec<ErrorDetail> {
    match serde_json::from_slice(body) {
        Ok(Value::Array(details)) => details.into_iter().take(MOST_DETAILS).filter_map(detail).collect(),
        Ok(object @ Value::Object(_)) => detail(object).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn detail(value: Value) -> Option<ErrorDetail> {
    let Value::Object(mut fields) = value else { return None };
    // Other names for two of the fields, from an older API and from one page of the documentation.
    alias(&mut fields, "id", "code");
    alias(&mut fields, "uuid", "debug_uuid");
    // A field of an unexpected type must not cost the others.
    for value in fields.values_mut() {
        if !value.is_string() {
            *value = if value.is_null() { Value::Null } else { Value::String(value.to_string()) };
        }
    }
    // One that says nothing is none.
    serde_json::from_value(Value::Object(fields)).ok().filter(|detail| *detail != ErrorDetail::default())
}

fn alias(fields: &mut Map<String, Value>, from: &str, to: &str) {
    if fields.get(to).is_none_or(Value::is_null)
        && let Some(value) = fields.get(from).cloned()
    {
        fields.insert(to.to_owned(), value);
    }
}
