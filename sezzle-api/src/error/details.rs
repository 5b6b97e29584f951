//! Reads the details of an error response, in every form that is known.
//!
//! The document describes an array of details. Its examples, and Sezzle's own clients, have a single detail; a proxy may
//! send HTML or nothing.

use serde_json::{Map, Value};

use crate::generated::types::ErrorDetail;

/// More details than this are ignored.
const MAX_DETAILS: usize = 32;

pub(crate) fn read_details(body: &[u8]) -> Vec<ErrorDetail> {
    match serde_json::from_slice(body) {
        Ok(Value::Array(details)) => details.into_iter().take(MAX_DETAILS).filter_map(read_detail).collect(),
        Ok(object @ Value::Object(_)) => read_detail(object).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn read_detail(value: Value) -> Option<ErrorDetail> {
    let Value::Object(mut fields) = value else { return None };
    // Other names of two fields, from an older API and from one page of the documentation.
    alias(&mut fields, "id", "code");
    alias(&mut fields, "uuid", "debug_uuid");
    // A field of an unexpected type must not hide the others.
    for value in fields.values_mut() {
        if !value.is_string() && !value.is_null() {
            *value = Value::String(value.to_string());
        }
    }
    // Ignore details without any content.
    serde_json::from_value(Value::Object(fields)).ok().filter(|detail| *detail != ErrorDetail::default())
}

fn alias(fields: &mut Map<String, Value>, from: &str, to: &str) {
    if fields.get(to).is_none_or(Value::is_null)
        && let Some(value) = fields.get(from).cloned()
    {
        fields.insert(to.to_owned(), value);
    }
}
