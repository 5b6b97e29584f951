//! Schemas for which progenitor generates no types, or types that do not compile.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::{Value, json};

use crate::adapt::notes::Notes;
use crate::adapt::rust_names;
use crate::io::finding::{Pointer, segments, unescape};
use crate::walk::{Object, elements_of, references_in, resolve, schemas_mut};

/// Keywords for which progenitor generates a type in place of `String`.
const STRING_CHECKS: [&str; 4] = ["format", "pattern", "minLength", "maxLength"];

pub(super) fn adapt(notes: &mut Notes, document: &mut Value) {
    let source = document.clone();
    schemas_mut(document, &mut |at, schema| {
        keep_one_recursive_property(notes, &source, at, schema);
        remove_format(notes, at, schema);
        remove_not(notes, at, schema);
        keep_one_choice(notes, at, schema);
        keep_one_merged_choice(notes, &source, at, schema);
        remove_duplicate_fields(notes, at, schema);
        keep_enum_alone(notes, at, schema);
        remove_default(notes, &source, at, schema);
        split_enum(notes, at, schema);
    });
}

/// Removes a property of one part of an `allOf` that a later part has, too, if its schema leads back to the component around
/// it: progenitor merges the two schemas, and would not end.
fn keep_one_recursive_property(notes: &mut Notes, source: &Value, at: &Pointer, schema: &mut Object) {
    let segments: Vec<String> = segments(at.as_str()).collect();
    let [components, _, owner, ..] = segments.as_slice() else { return };
    let own = schema.get("properties").cloned().unwrap_or_default();
    let Some(parts) = schema.get_mut("allOf").and_then(Value::as_array_mut).filter(|_| components == "components")
    else {
        return;
    };
    let mut later = vec![own];
    for (index, part) in parts.iter_mut().enumerate().rev() {
        let mut inlined = resolve(source, part).clone();
        let Some(properties) = inlined.get_mut("properties").and_then(Value::as_object_mut) else { continue };
        let before = Value::Object(properties.clone());
        properties.retain(|name, property| {
            let mut others =
                later.iter().filter_map(|properties| properties.get(name)).filter(|other| **other != *property);
            !others.any(|other| leads_to(source, property, owner) || leads_to(source, other, owner))
        });
        if before != Value::Object(properties.clone()) {
            *part = inlined;
            notes.decide(
                &at.join("allOf").join(index),
                "progenitor cannot merge a recursive property with that of a later part, which is kept",
                "nothing, if the later one accepts the same values",
            );
        }
        later.push(before);
    }
}

/// Returns whether a reference below `value`, through any number of others, leads to the component `owner`.
fn leads_to<'a>(source: &'a Value, value: &'a Value, owner: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = references_in(value);
    while let Some(target) = open.pop() {
        if target.strip_prefix("#/components/schemas/").is_some_and(|name| unescape(name) == owner) {
            return true;
        }
        if seen.insert(target) {
            let schema = target.strip_prefix('#').and_then(|pointer| source.pointer(pointer));
            open.extend(schema.into_iter().flat_map(references_in));
        }
    }
    false
}

/// Removes formats of anything but strings and numbers.
fn remove_format(notes: &mut Notes, at: &Pointer, schema: &mut Object) {
    let plain = matches!(schema.get("type").and_then(Value::as_str), None | Some("string" | "integer" | "number"));
    let empty = schema.get("format") == Some(&"".into());
    if (!plain || empty) && schema.remove("format").is_some() {
        notes.rewrite(&at.join("format"), "a format without a meaning is left out");
    }
}

fn remove_not(notes: &mut Notes, at: &Pointer, schema: &mut Object) {
    if schema.remove("not").is_some() {
        notes.decide(
            &at.join("not"),
            "progenitor does not support `not`; it is left out",
            "describe what is accepted with an overlay",
        );
    }
}

/// Removes `anyOf` beside `oneOf`: progenitor merges one choice with an object, not two.
fn keep_one_choice(notes: &mut Notes, at: &Pointer, schema: &mut Object) {
    if schema.contains_key("oneOf") && schema.remove("anyOf").is_some() {
        notes.decide(
            &at.join("anyOf"),
            "progenitor does not support `anyOf` beside `oneOf`; `anyOf` is left out",
            "combine the two with an overlay",
        );
    }
}

/// Removes what stands beside an `enum`: progenitor compares the values with types that do not exist yet. It does not
/// support values of several types or of arrays either.
fn keep_enum_alone(notes: &mut Notes, at: &Pointer, schema: &mut Object) {
    let Some(values) = schema.get("enum").and_then(Value::as_array) else { return };
    let kind = schema.get("type").and_then(Value::as_str);
    let kinds: HashSet<_> = values.iter().filter(|value| !value.is_null()).map(std::mem::discriminant).collect();
    if kind == Some("array") || kind.is_none() && kinds.len() > 1 {
        schema.remove("enum");
        notes.decide(
            &at.join("enum"),
            "progenitor does not support an `enum` of several types, or of arrays; it is left out",
            "describe the values with an overlay",
        );
    } else if kind.is_some() {
        for keyword in ["allOf", "anyOf", "oneOf"] {
            if schema.remove(keyword).is_some() {
                notes.decide(
                    &at.join(keyword),
                    format!("progenitor cannot combine `enum` with `{keyword}`; `enum` alone remains"),
                    "nothing, if the other schemas accept these values",
                );
            }
        }
    }
}

/// Does the same where `allOf` merges one choice with another.
fn keep_one_merged_choice(notes: &mut Notes, source: &Value, at: &Pointer, schema: &mut Object) {
    let has = |schema: &Object, keyword: &str| {
        let parts = elements_of(schema.get("allOf"));
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
            notes.decide(
                &at.join(index),
                "progenitor cannot merge `anyOf` with `oneOf`; `anyOf` is left out",
                "combine the two with an overlay",
            );
        }
    }
    schema.remove("anyOf");
}

/// Removes the second of two properties that make the same field. It is read as an additional property.
fn remove_duplicate_fields(notes: &mut Notes, at: &Pointer, schema: &mut Object) {
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
    let mut fields = BTreeSet::new();
    let twice: Vec<String> =
        properties.keys().filter(|name| !fields.insert(rust_names::of_field(name))).cloned().collect();
    if twice.is_empty() {
        return;
    }
    for name in &twice {
        properties.remove(name);
        notes.decide(
            &at.join("properties").join(name),
            format!("`{name}` makes the same field as another property; it is read as an additional property"),
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

/// Removes defaults that progenitor cannot write, or that are not values of the schema.
fn remove_default(notes: &mut Notes, source: &Value, at: &Pointer, schema: &mut Object) {
    let Some(default) = schema.get("default") else { return };
    if !is_supported_default(source, schema, default) {
        let problem = format!("progenitor cannot write the default {default} of this type; it is left out");
        notes.decide(&at.join("default"), problem, "nothing, if the server uses the default");
        schema.remove("default");
    }
}

fn is_supported_default(source: &Value, schema: &Object, default: &Value) -> bool {
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
        (Some("string"), Value::String(_)) => STRING_CHECKS.iter().all(|keyword| !inner.contains_key(*keyword)),
        (Some("integer"), Value::Number(number)) => {
            let within = number.as_i64().map(|number| number as f64).is_some_and(|number| {
                bound("minimum").is_none_or(|min| min <= number) && bound("maximum").is_none_or(|max| number <= max)
            });
            within && !inner.contains_key("multipleOf")
        }
        (Some("array"), Value::Array(elements)) => {
            elements.is_empty() && bound("minItems").is_none_or(|min| min <= 0.0)
        }
        _ => false,
    }
}

/// Moves values that make the same variant to separate enums.
fn split_enum(notes: &mut Notes, at: &Pointer, schema: &mut Object) {
    let Some(values) = schema.get("enum").and_then(Value::as_array) else { return };
    if !values.iter().all(|value| value.is_string() || value.is_null()) {
        return;
    }
    let mut distinct: Vec<&Value> = Vec::new();
    for value in values {
        if !distinct.contains(&value) {
            distinct.push(value);
        }
    }
    let texts: Vec<&str> = distinct.iter().filter_map(|value| value.as_str()).collect();
    let at = at.join("enum");
    let mut groups = group_by_variant(&texts, rust_names::of_variant);
    if groups.len() > 1 {
        // progenitor has a second way to make names, which it applies to all values.
        let spelled = group_by_variant(&texts, rust_names::of_variant_with_marks);
        groups = if spelled.len() == 1 { spelled } else { groups };
    }
    if groups.len() < 2 {
        if distinct.len() < values.len() {
            let distinct: Vec<Value> = distinct.into_iter().cloned().collect();
            notes.rewrite(&at, "duplicate values are listed once");
            schema.insert("enum".to_owned(), distinct.into());
        }
        return;
    }
    notes.rewrite(&at, format!("values that make the same variant are moved to {} enums", groups.len()));
    // Without `allOf`, progenitor would merge the enums into one.
    let parts: Vec<Value> =
        groups.into_iter().map(|values| json!({ "allOf": [{"type": "string", "enum": values}] })).collect();
    schema.remove("enum");
    schema.remove("type");
    schema.remove("example");
    schema.insert("oneOf".to_owned(), parts.into());
}

/// Splits the values into as few lists as possible so that no list contains two that make the same variant.
fn group_by_variant<'a>(values: &[&'a str], variant: fn(&str) -> String) -> Vec<Vec<&'a str>> {
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
