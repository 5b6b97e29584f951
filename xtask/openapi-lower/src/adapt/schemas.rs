//! Schemas that progenitor makes no types of, or types that do not compile.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Notes, Object, rust_names};
use crate::finding::Pointer;
use crate::walk::{resolve, schemas_mut};

/// Keywords that make a type of its own of a text.
const CHECKS_ON_TEXT: [&str; 4] = ["format", "pattern", "minLength", "maxLength"];

pub(super) fn fit(notes: &mut Notes, document: &mut Value) {
    let source = document.clone();
    schemas_mut(document, &mut |at, schema| {
        format(notes, at, schema);
        negation(notes, at, schema);
        two_choices(notes, at, schema);
        merged_choices(notes, &source, at, schema);
        fields(notes, at, schema);
        default(notes, &source, at, schema);
        variants(notes, at, schema);
    });
}

/// A format has a meaning for texts and numbers alone.
fn format(notes: &mut Notes, at: &Pointer, schema: &mut Object) {
    let plain = matches!(schema.get("type").and_then(Value::as_str), None | Some("string" | "integer" | "number"));
    let empty = schema.get("format") == Some(&"".into());
    if (!plain || empty) && schema.remove("format").is_some() {
        notes.reworded(&at.join("format"), "a format that says nothing is left out");
    }
}

fn negation(notes: &mut Notes, at: &Pointer, schema: &mut Object) {
    if schema.remove("not").is_some() {
        notes.decided(&at.join("not"), "progenitor makes no type of `not`", "say what is accepted, with an overlay");
    }
}

/// progenitor merges one choice with an object, not two.
fn two_choices(notes: &mut Notes, at: &Pointer, schema: &mut Object) {
    if schema.contains_key("oneOf") && schema.remove("anyOf").is_some() {
        notes.decided(
            &at.join("anyOf"),
            "progenitor takes no `anyOf` beside `oneOf`",
            "say it in one, with an overlay",
        );
    }
}

/// The same where `allOf` merges a choice with another.
fn merged_choices(notes: &mut Notes, source: &Value, at: &Pointer, schema: &mut Object) {
    let has = |schema: &Object, keyword: &str| {
        let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
        schema.contains_key(keyword) || parts.map(|part| resolve(source, part)).any(|part| part.get(keyword).is_some())
    };
    if !schema.contains_key("allOf") || !has(schema, "oneOf") || !has(schema, "anyOf") {
        return;
    }
    let at = at.join("allOf");
    for (index, part) in schema.get_mut("allOf").and_then(Value::as_array_mut).into_iter().flatten().enumerate() {
        let mut inlined = resolve(source, part).clone();
        if inlined.as_object_mut().is_some_and(|part| part.remove("anyOf").is_some()) {
            *part = inlined;
            notes.decided(
                &at.join(index),
                "progenitor merges no `anyOf` with a `oneOf`",
                "say it in one, with an overlay",
            );
        }
    }
    schema.remove("anyOf");
}

/// Two properties that make one field: the second stays among the others, by its name.
fn fields(notes: &mut Notes, at: &Pointer, schema: &mut Object) {
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
    let mut fields = BTreeSet::new();
    let twice: Vec<String> =
        properties.keys().filter(|name| !fields.insert(rust_names::of_field(name))).cloned().collect();
    if twice.is_empty() {
        return;
    }
    for name in &twice {
        properties.remove(name);
        notes.decided(
            &at.join("properties").join(name),
            format!("`{name}` makes the field of another property; it is read among the others, as `extra`"),
            "rename or remove one of the two with an overlay",
        );
    }
    if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|name| name.as_str().is_none_or(|name| !twice.iter().any(|other| other == name)));
    }
    if schema.get("required").and_then(Value::as_array).is_some_and(Vec::is_empty) {
        schema.remove("required");
    }
    if schema.get("additionalProperties").is_none_or(Value::is_boolean) {
        schema.insert("additionalProperties".to_owned(), json!({}));
    }
}

/// A default that progenitor cannot write, or that is no value of the schema, is left to the server.
fn default(notes: &mut Notes, source: &Value, at: &Pointer, schema: &mut Object) {
    let Some(default) = schema.get("default") else { return };
    if !is_written(source, schema, default) {
        let problem = format!("progenitor cannot write the default {default} of this type");
        notes.decided(&at.join("default"), problem, "nothing: the server fills it in");
        schema.remove("default");
    }
}

fn is_written(source: &Value, schema: &Object, default: &Value) -> bool {
    let inner = match schema.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
        Some([only]) if !schema.contains_key("type") => resolve(source, only).as_object(),
        Some(_) => None,
        None => Some(schema),
    };
    let Some(inner) = inner else { return false };
    if let Some(values) = inner.get("enum").and_then(Value::as_array) {
        return default.is_string()
            && values.contains(default)
            && values.iter().all(|value| value.is_string() || value.is_null());
    }
    let bound = |keyword: &str| inner.get(keyword).and_then(Value::as_f64);
    match (inner.get("type").and_then(Value::as_str), default) {
        (Some("boolean"), Value::Bool(_)) => true,
        (Some("string"), Value::String(_)) => CHECKS_ON_TEXT.iter().all(|keyword| !inner.contains_key(*keyword)),
        (Some("integer"), Value::Number(number)) => {
            let within = number.as_i64().map(|number| number as f64).is_some_and(|number| {
                bound("minimum").is_none_or(|least| least <= number)
                    && bound("maximum").is_none_or(|most| number <= most)
            });
            within && !inner.contains_key("multipleOf")
        }
        (Some("array"), Value::Array(elements)) => {
            elements.is_empty() && bound("minItems").is_none_or(|least| least <= 0.0)
        }
        _ => false,
    }
}

/// Values that make one variant in Rust go to enums of their own.
fn variants(notes: &mut Notes, at: &Pointer, schema: &mut Object) {
    let Some(values) = schema.get("enum").and_then(Value::as_array) else { return };
    if !values.iter().all(|value| value.is_string() || value.is_null()) {
        return;
    }
    let mut different: Vec<&Value> = Vec::new();
    for value in values {
        if !different.contains(&value) {
            different.push(value);
        }
    }
    let texts: Vec<&str> = different.iter().filter_map(|value| value.as_str()).collect();
    let at = at.join("enum");
    let mut groups = groups(&texts, rust_names::of_variant);
    if groups.len() > 1 {
        // progenitor has a second way to make names, for all values or none.
        let spelled = self::groups(&texts, rust_names::of_variant_with_marks);
        groups = if spelled.len() == 1 { spelled } else { groups };
    }
    if groups.len() < 2 {
        if different.len() < values.len() {
            let different: Vec<Value> = different.into_iter().cloned().collect();
            notes.reworded(&at, "values that stand there twice are listed once");
            schema.insert("enum".to_owned(), different.into());
        }
        return;
    }
    notes.reworded(&at, format!("values that are alike in Rust stand in {} enums", groups.len()));
    // progenitor would make one enum of enums that stand there as they are.
    let parts: Vec<Value> =
        groups.into_iter().map(|values| json!({ "allOf": [{"type": "string", "enum": values}] })).collect();
    schema.remove("enum");
    schema.remove("type");
    schema.remove("example");
    schema.insert("oneOf".to_owned(), parts.into());
}

/// The values in as few lists as it takes for no two of a list to make one variant.
fn groups<'a>(values: &[&'a str], variant: fn(&str) -> String) -> Vec<Vec<&'a str>> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&str>> = Vec::new();
    for value in values {
        let count = seen.entry(variant(value)).or_default();
        if groups.len() == *count {
            groups.push(Vec::new());
        }
        groups[*count].push(value);
        *count += 1;
    }
    groups
}
