//! Visits the parts of an OpenAPI document that several steps look at.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::io::finding::{Findings, Pointer, Result};

/// A JSON object.
pub type Object = Map<String, Value>;

/// The methods of an OpenAPI path item.
pub const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Checks that the document called `name` is OpenAPI 3.0, 3.1 or 3.2.
///
/// # Errors
///
/// Returns a finding if it is not.
pub fn check_version(name: &str, document: &Value) -> Result<()> {
    let version = document["openapi"].as_str().unwrap_or_default();
    if ["3.0.", "3.1.", "3.2."].iter().any(|supported| version.starts_with(supported)) {
        return Ok(());
    }
    let problem = format!("the version `{version}` is not OpenAPI 3.0, 3.1 or 3.2");
    let remedy = "use a document that starts with `openapi: 3.1.0` or similar";
    Err(Findings::one(name, Pointer::root().join("openapi"), problem, remedy))
}

/// Returns the members of an object; none of anything else.
pub fn members_of<'a>(value: impl Into<Option<&'a Value>>) -> impl Iterator<Item = (&'a String, &'a Value)> {
    value.into().and_then(Value::as_object).into_iter().flatten()
}

/// Returns the elements of an array; none of anything else.
pub fn elements_of<'a>(value: impl Into<Option<&'a Value>>) -> impl Iterator<Item = &'a Value> {
    value.into().and_then(Value::as_array).into_iter().flatten()
}

/// Returns the members of an object or the elements of an array, each with its name or index.
pub fn children(value: &Value) -> impl Iterator<Item = (Cow<'_, str>, &Value)> {
    let members = members_of(value).map(|(name, value)| (Cow::from(name), value));
    members.chain(elements_of(value).enumerate().map(|(index, value)| (Cow::from(index.to_string()), value)))
}

/// Like [`children`], to change them.
pub fn children_mut(value: &mut Value) -> impl Iterator<Item = (Cow<'_, str>, &mut Value)> {
    let (members, elements) = match value {
        Value::Object(members) => (Some(members), None),
        Value::Array(elements) => (None, Some(elements)),
        _ => (None, None),
    };
    let members = members.into_iter().flatten().map(|(name, value)| (Cow::from(name), value));
    let elements = elements.into_iter().flatten().enumerate();
    members.chain(elements.map(|(index, value)| (Cow::from(index.to_string()), value)))
}

/// Returns the targets of all references in `value`.
#[must_use]
pub fn references_in(value: &Value) -> Vec<&str> {
    let (mut open, mut found) = (vec![value], Vec::new());
    while let Some(value) = open.pop() {
        found.extend(value["$ref"].as_str());
        open.extend(children(value).map(|(_, value)| value));
    }
    found
}

/// Returns the first of `name`, `name2`, `name3` and so on that is free.
pub fn numbered(name: &str, mut is_free: impl FnMut(&str) -> bool) -> String {
    let mut candidate = name.to_owned();
    let mut number = 2;
    while !is_free(&candidate) {
        candidate = format!("{name}{number}");
        number += 1;
    }
    candidate
}

/// Calls `visit` with the pointer, path, method and value of every operation.
pub fn operations<'a>(document: &'a Value, mut visit: impl FnMut(&Pointer, &'a str, &'a str, &'a Value)) {
    let at = Pointer::root().join("paths");
    for (path, item) in members_of(&document["paths"]) {
        for (method, operation) in members_of(item).filter(|(method, _)| METHODS.contains(&method.as_str())) {
            visit(&at.join(path).join(method), path, method, operation);
        }
    }
}

/// Calls `visit` for every schema of an OpenAPI 3.0 document, outer schemas before inner ones.
pub fn schemas_mut(document: &mut Value, visit: &mut impl FnMut(&Pointer, &mut Object)) {
    for (key, value) in children_mut(document) {
        let at = Pointer::root().join(&key);
        match &*key {
            "paths" => schemas_below(&at, value, visit),
            "components" => {
                for (kind, value) in children_mut(value) {
                    let at = at.join(&kind);
                    if kind == "schemas" { each_schema(&at, value, visit) } else { schemas_below(&at, value, visit) }
                }
            }
            _ => {}
        }
    }
}

/// Visits the `schema` members of parameters, headers and media types.
fn schemas_below(at: &Pointer, value: &mut Value, visit: &mut impl FnMut(&Pointer, &mut Object)) {
    for (key, value) in children_mut(value) {
        let at = at.join(&key);
        match &*key {
            "schema" => inner_schemas(&at, value, visit),
            "example" | "examples" => {}
            _ if key.starts_with("x-") => {}
            _ => schemas_below(&at, value, visit),
        }
    }
}

fn inner_schemas(at: &Pointer, schema: &mut Value, visit: &mut impl FnMut(&Pointer, &mut Object)) {
    let Value::Object(schema) = schema else { return };
    visit(at, schema);
    for (key, value) in schema {
        let at = at.join(key);
        match key.as_str() {
            "properties" | "allOf" | "anyOf" | "oneOf" => each_schema(&at, value, visit),
            "items" | "additionalProperties" | "not" => inner_schemas(&at, value, visit),
            _ => {}
        }
    }
}

fn each_schema(at: &Pointer, schemas: &mut Value, visit: &mut impl FnMut(&Pointer, &mut Object)) {
    for (key, schema) in children_mut(schemas) {
        inner_schemas(&at.join(key), schema, visit);
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
