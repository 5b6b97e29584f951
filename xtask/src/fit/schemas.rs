//! Schemas that progenitor makes no types of, or types that do not compile.

use std::collections::BTreeMap;

use heck::ToPascalCase;
use serde_json::{Value, json};

use super::{Notes, Object};
use crate::finding::Pointer;
use crate::walk::{resolve, schemas_mut};

/// Keywords that make a type of its own of a text.
const CHECKS_ON_TEXT: [&str; 4] = ["format", "pattern", "minLength", "maxLength"];

pub(super) fn fit(notes: &mut Notes, document: &mut Value) {
    let source = document.clone();
    schemas_mut(document, &mut |at, schema| {
        negation(notes, at, schema);
        two_choices(notes, at, schema);
        default(notes, &source, at, schema);
        variants(notes, at, schema);
    });
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
    let mut groups = groups(&texts, variant);
    if groups.len() > 1 {
        // progenitor has a second way to make names, for all values or none.
        let spelled = self::groups(&texts, spelled_variant);
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

/// The name progenitor tries first.
fn variant(value: &str) -> String {
    match value {
        "+1" => "plus1".to_owned(),
        "-1" => "minus1".to_owned(),
        _ => value.replace('\'', "").replace(|c: char| !is_part_of_name(c), "-").to_pascal_case(),
    }
}

/// The name progenitor tries next, for all values.
fn spelled_variant(value: &str) -> String {
    variant(&value.replace(|c: char| c == '_' || !is_part_of_name(c), "X"))
}

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
