//! The document that the crate is made from, and what tests need to walk it.

use serde_json::{Map, Value};
use sezzle_api::Server;

/// The document after the overlay.
pub(crate) fn document() -> Value {
    serde_json::from_str(include_str!("simulator/openapi.json")).unwrap()
}

/// The schema that `schema` refers to, or itself.
pub(crate) fn resolve<'a>(document: &'a Value, mut schema: &'a Value) -> &'a Value {
    while let Some(target) = schema["$ref"].as_str() {
        schema = document.pointer(target.trim_start_matches('#')).unwrap();
    }
    schema
}

/// All properties of an object schema with their schemas, those of `allOf` included, and the names of the required.
pub(crate) fn properties<'a>(document: &'a Value, schema: &'a Value) -> (Map<String, Value>, Vec<String>) {
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
pub(crate) fn same_times(written: &mut Value, original: &Value) {
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

#[test]
fn the_servers_are_those_of_the_document() {
    let document = document();
    let urls: Vec<_> =
        document["servers"].as_array().unwrap().iter().map(|server| server["url"].as_str().unwrap()).collect();
    assert_eq!(urls, [Server::Sandbox.url(), Server::Production.url()]);
}

#[test]
fn the_policy_table_has_every_operation_of_the_document() {
    let document = document();
    let mut described = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            described.push((
                operation["operationId"].as_str().unwrap().to_owned(),
                method.to_uppercase(),
                path.clone(),
            ));
        }
    }
    let mut known: Vec<_> = sezzle_api::operations::ALL
        .iter()
        .map(|operation| (operation.id.to_owned(), operation.method.to_owned(), operation.path.to_owned()))
        .collect();
    described.sort();
    known.sort();
    assert_eq!(known, described);
    assert!(!sezzle_api::operations::AUTHENTICATE.requires_auth);
    assert!(sezzle_api::operations::CREATE_SESSION.requires_auth && !sezzle_api::operations::CREATE_SESSION.idempotent);
    assert!(sezzle_api::operations::GET_SESSION.idempotent);
}
