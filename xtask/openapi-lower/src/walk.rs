//! Visits the parts of an OpenAPI document that several steps look at.

use serde_json::{Map, Value};

use crate::io::finding::Pointer;

/// A JSON object.
pub type Object = Map<String, Value>;

/// The methods of an OpenAPI path item.
pub const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Calls `visit` with the pointer, path, method and value of every operation.
pub fn operations<'a>(document: &'a Value, mut visit: impl FnMut(&Pointer, &'a str, &'a str, &'a Value)) {
    let at = Pointer::root().join("paths");
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            if METHODS.contains(&method.as_str()) {
                visit(&at.join(path).join(method), path, method, operation);
            }
        }
    }
}

/// Calls `visit` for every schema of an OpenAPI 3.0 document, outer schemas before inner ones.
pub fn schemas_mut(document: &mut Value, visit: &mut impl FnMut(&Pointer, &mut Object)) {
    let root = Pointer::root();
    let Value::Object(members) = document else { return };
    for (key, value) in members {
        let at = root.join(key);
        match (key.as_str(), value) {
            ("components", Value::Object(components)) => {
                for (key, value) in components {
                    let at = at.join(key);
                    if key == "schemas" {
                        each(&at, value, |at, schema| inner_schemas(at, schema, visit));
                    } else {
                        schemas_below(&at, value, visit);
                    }
                }
            }
            ("paths", value) => schemas_below(&at, value, visit),
            _ => {}
        }
    }
}

/// Visits the `schema` members of parameters, headers and media types.
fn schemas_below(at: &Pointer, value: &mut Value, visit: &mut impl FnMut(&Pointer, &mut Object)) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                let at = at.join(key);
                match key.as_str() {
                    "schema" => inner_schemas(&at, value, visit),
                    "example" | "examples" => {}
                    _ if key.starts_with("x-") => {}
                    _ => schemas_below(&at, value, visit),
                }
            }
        }
        Value::Array(elements) => {
            for (index, value) in elements.iter_mut().enumerate() {
                schemas_below(&at.join(index), value, visit);
            }
        }
        _ => {}
    }
}

fn inner_schemas(at: &Pointer, schema: &mut Value, visit: &mut impl FnMut(&Pointer, &mut Object)) {
    let Value::Object(schema) = schema else { return };
    visit(at, schema);
    for (key, value) in schema {
        let at = at.join(key);
        match key.as_str() {
            "properties" | "allOf" | "anyOf" | "oneOf" => {
                each(&at, value, |at, schema| inner_schemas(at, schema, visit))
            }
            "items" | "additionalProperties" | "not" => inner_schemas(&at, value, visit),
            _ => {}
        }
    }
}

fn each(at: &Pointer, value: &mut Value, mut visit: impl FnMut(&Pointer, &mut Value)) {
    match value {
        Value::Object(members) => members.iter_mut().for_each(|(key, value)| visit(&at.join(key), value)),
        Value::Array(elements) => {
            for (index, value) in elements.iter_mut().enumerate() {
                visit(&at.join(index), value);
            }
        }
        _ => {}
    }
}

/// Follows `value` if it is a reference, through any number of further references.
pub fn resolve<'a>(document: &'a Value, mut value: &'a Value) -> &'a Value {
    // Cycles end here; real chains are much shorter.
    const MAX_CHAIN: usize = 32;
    for _ in 0..MAX_CHAIN {
        let target = value["$ref"].as_str().and_then(|target| document.pointer(target.strip_prefix('#')?));
        match target {
            Some(target) => value = target,
            None => break,
        }
    }
    value
}

/// Returns the type of a value, in the terms of JSON Schema.
#[must_use]
pub fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Returns whether a schema, what it refers to aside, accepts null and nothing else.
pub(crate) fn accepts_only_null(schema: &Object) -> bool {
    let only_null = |values: &Vec<Value>| !values.is_empty() && values.iter().all(Value::is_null);
    schema.get("type").is_some_and(|name| name == "null" || *name == serde_json::json!(["null"]))
        || schema.get("const").is_some_and(Value::is_null)
        || schema.get("enum").and_then(Value::as_array).is_some_and(only_null)
}

/// Returns whether a response status is an error. `default` is one: successes are always listed.
pub fn is_error_status(status: &str) -> bool {
    status.starts_with('4') || status.starts_with('5') || status == "default"
}
