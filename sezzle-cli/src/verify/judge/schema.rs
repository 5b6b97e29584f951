//! Compares a JSON value with a schema of the document.

use chrono::{DateTime, NaiveDate};
use serde_json::{Map, Value};

use crate::json::escape;
use crate::verify::document::Document;
use crate::verify::judge::difference::{Finding, Fix, Kind};

/// A schema that a value has to match, besides others.
struct Part<'a> {
    at: String,
    schema: &'a Value,
}

/// Returns the differences between a value and the schema at a pointer into the document. A value of another type is one
/// difference, whatever it contains.
pub(crate) fn compare(document: &Document, at: &str, value: &Value, pointer: &str) -> Vec<Finding> {
    let mut parts = Vec::new();
    collect(document, at, &mut parts);
    if let Some(mismatch) = compare_type(&parts, at, value, pointer) {
        return vec![mismatch];
    }
    let mut findings: Vec<Finding> = parts
        .iter()
        .filter_map(|part| compare_enum(part, value, pointer).or_else(|| compare_format(part, value, pointer)))
        .collect();
    findings.extend(parts.iter().flat_map(|part| compare_alternatives(document, part, value, pointer)));
    match value {
        Value::Object(members) => findings.extend(compare_members(document, &parts, members, pointer)),
        Value::Array(elements) => {
            for part in parts.iter().filter(|part| part.schema["items"].is_object()) {
                let at = format!("{}/items", part.at);
                let compare = |(index, element)| compare(document, &at, element, &format!("{pointer}/{index}"));
                findings.extend(elements.iter().enumerate().flat_map(compare));
            }
        }
        _ => {}
    }
    findings
}

/// Adds the schema at a pointer, without references, and those it is composed of (`allOf`).
fn collect<'a>(document: &'a Document, at: &str, parts: &mut Vec<Part<'a>>) {
    let at = document.resolve(at);
    let schema = document.node(&at);
    for index in 0..schema["allOf"].as_array().map_or(0, Vec::len) {
        collect(document, &format!("{at}/allOf/{index}"), parts);
    }
    parts.push(Part { at, schema });
}

/// Returns the JSON type of a value, in the words of JSON Schema.
pub(crate) fn json_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        // A program that reads cents as an `i64` cannot read `4150.0`.
        Value::Number(number) if number.is_i64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Returns the JSON types that a schema lists.
pub(crate) fn types(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        name => name.as_str().into_iter().collect(),
    }
}

fn has_type(schema: &Value, actual: &str) -> bool {
    let types = types(schema);
    types.is_empty()
        || types.iter().any(|name| *name == actual || (*name == "number" && actual == "integer"))
        || (schema["format"] == "text-or-number" && matches!(actual, "integer" | "number" | "boolean"))
}

fn compare_type(parts: &[Part<'_>], used_at: &str, value: &Value, pointer: &str) -> Option<Finding> {
    let actual = json_type(value);
    let part = parts.iter().find(|part| !has_type(part.schema, actual))?;
    // A composed schema has its types in several parts, which others use as well.
    let at = if parts.iter().filter(|part| !types(part.schema).is_empty()).count() == 1 { &part.at } else { used_at };
    let documented = types(part.schema).join(" or ");
    let value = part.schema["enum"].is_array().then(|| value.to_string());
    let kind = if actual == "null" { Kind::UnexpectedNull } else { Kind::TypeMismatch };
    let fix = Fix::Type { schema: at.to_owned(), json_type: actual, value };
    Some(Finding::new(kind, pointer, format!("{actual}; documented: {documented}"), Some(fix)))
}

fn compare_enum(part: &Part<'_>, value: &Value, pointer: &str) -> Option<Finding> {
    let values = part.schema["enum"].as_array()?;
    let detail = value.as_str().map_or_else(|| value.to_string(), |text| format!("`{text}`"));
    let fix = value.as_str().map(|text| Fix::EnumValue { schema: part.at.clone(), value: text.to_owned() });
    (!values.contains(value)).then(|| Finding::new(Kind::UnknownEnumValue, pointer, detail, fix))
}

/// Compares a string with the formats that stand for a type of their own, unless an alternative allows any string.
fn compare_format(part: &Part<'_>, value: &Value, pointer: &str) -> Option<Finding> {
    let format = part.schema["format"].as_str()?;
    let expected = match (format, value) {
        ("date-time", Value::String(text)) if DateTime::parse_from_rfc3339(text).is_err() => "a time as in RFC 3339",
        ("date", Value::String(text)) if text.parse::<NaiveDate>().is_err() => "a date",
        ("int32", Value::Number(number)) if number.as_i64().is_some_and(|number| i32::try_from(number).is_err()) => {
            "an integer of 32 bits"
        }
        _ => return None,
    };
    let detail = format!("{} of another form; documented: {expected}", json_type(value));
    Some(Finding::new(Kind::TypeMismatch, pointer, detail, Some(Fix::AnyFormat { schema: part.at.clone() })))
}

/// Returns the differences from the alternative that fits best.
fn compare_alternatives(document: &Document, part: &Part<'_>, value: &Value, pointer: &str) -> Vec<Finding> {
    ["anyOf", "oneOf"]
        .iter()
        .filter_map(|keyword| {
            let alternatives = 0..part.schema[*keyword].as_array()?.len();
            let compare = |index| compare(document, &format!("{}/{keyword}/{index}", part.at), value, pointer);
            let mut best =
                alternatives.map(compare).min_by_key(|findings| (is_other_type(findings, pointer), findings.len()))?;
            if is_other_type(&best, pointer) {
                let fix = Fix::Type { schema: part.at.clone(), json_type: json_type(value), value: None };
                best.iter_mut().for_each(|finding| finding.fix = Some(fix.clone()));
            }
            Some(best)
        })
        .flatten()
        .collect()
}

fn is_other_type(findings: &[Finding], pointer: &str) -> bool {
    findings
        .iter()
        .any(|finding| finding.pointer == pointer && matches!(finding.kind, Kind::TypeMismatch | Kind::UnexpectedNull))
}

fn compare_members(
    document: &Document,
    parts: &[Part<'_>],
    members: &Map<String, Value>,
    pointer: &str,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let has_members = |part: &&Part<'_>| part.schema["properties"].is_object();
    let closed = parts.iter().rfind(has_members);
    for (name, value) in members {
        let pointer = format!("{pointer}/{}", escape(name));
        let mut is_documented = false;
        for part in parts {
            let at = if part.schema["properties"].get(name).is_some() {
                format!("{}/properties/{}", part.at, escape(name))
            } else if part.schema["additionalProperties"].is_object() {
                format!("{}/additionalProperties", part.at)
            } else {
                is_documented |= part.schema["additionalProperties"] == true;
                continue;
            };
            is_documented = true;
            findings.extend(compare(document, &at, value, &pointer));
        }
        // An object without documented members is free in its members.
        if let (false, Some(part)) = (is_documented, closed) {
            let json_type = json_type(value);
            let properties = format!("{}/properties", part.at);
            let fix = Fix::Property { properties, property: name.clone(), json_type };
            let detail = format!("{json_type}; not documented");
            findings.push(Finding::new(Kind::UndocumentedField, &pointer, detail, Some(fix)));
        }
    }
    for part in parts {
        let required = part.schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        for property in required.filter(|property| !members.contains_key(*property)) {
            let fix = Fix::NotRequired { schema: part.at.clone(), property: property.to_owned() };
            let (pointer, detail) = (format!("{pointer}/{}", escape(property)), "missing; documented as required");
            findings.push(Finding::new(Kind::MissingRequired, &pointer, detail, Some(fix)));
        }
    }
    findings
}
