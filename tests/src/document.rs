//! The document that the crate is made from, and what tests need to walk it.

use serde_json::{Map, Value};

/// The document after the overlay.
pub fn document() -> Value {
    serde_json::from_str(include_str!("../../sezzle-simulator/openapi.json")).unwrap()
}

/// The schema that `schema` refers to, or itself.
pub fn resolve<'a>(document: &'a Value, mut schema: &'a Value) -> &'a Value {
    while let Some(target) = schema["$ref"].as_str() {
        schema = document.pointer(target.trim_start_matches('#')).unwrap();
    }
    schema
}

/// All properties of an object schema with their schemas, those of `allOf` included, and the names of the required.
pub fn properties<'a>(document: &'a Value, schema: &'a Value) -> (Map<String, Value>, Vec<String>) {
    let schema = resolve(document, schema);
    let mut all = schema["properties"].as_object().cloned().unwrap_or_default();
    let names =
        |value: &Value| value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let mut required: Vec<String> = names(&schema["required"]);
    for part in schema["allOf"].as_array().into_iter().flatten() {
        let (more, more_required) = properties(document, part);
        all.extend(more);
        required.extend(more_required);
    }
    (all, required)
}

/// Writes a timestamp of `written` as `original` does if both say the same time.
pub fn same_times(written: &mut Value, original: &Value) {
    match written {
        Value::Object(members) => members.iter_mut().for_each(|(name, value)| same_times(value, &original[name])),
        Value::Array(elements) => {
            elements.iter_mut().zip(0..).for_each(|(value, index)| same_times(value, &original[index as usize]))
        }
        Value::String(text) => {
            let time = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().ok();
            if let Some(original) = original.as_str()
                && time(text).is_some()
                && time(text) == time(original)
            {
                *text = original.to_owned();
            }
        }
        _ => {}
    }
}
