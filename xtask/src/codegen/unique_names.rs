//! Names of properties and values of enums that would make the same Rust name as another, or one that is taken.
//!
//! A document that follows responses cannot choose its names. Such a name gets a surrogate for progenitor, and the passes
//! write the real one beside the Rust name.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToPascalCase, ToSnakeCase};
use openapi_lower::adapt::rust_names;
use openapi_lower::walk::{Object, elements_of, numbered, resolve, schemas_mut};
use serde_json::{Map, Value};

use super::rust_names::spell_first_digit;

/// Names that a field cannot have: the builders of types use them.
const RESERVED_FIELDS: [&str; 5] = ["build", "extra", "first_problem", "try_from", "try_into"];

/// The real names by their surrogates.
pub(crate) type Surrogates = BTreeMap<String, String>;

/// The names of properties by the fields that they make.
type Used = BTreeMap<String, String>;

/// Replaces names by surrogates, and returns these.
pub(crate) fn apply(document: &mut Value) -> Surrogates {
    let mut surrogates = Surrogates::new();
    schemas_mut(document, &mut |_, schema| values(schema, &mut surrogates));
    let source = document.clone();
    schemas_mut(document, &mut |_, schema| {
        let parts = elements_of(schema.get("allOf"));
        let mut used = Used::new();
        for part in parts.filter(|part| part.get("$ref").is_some()) {
            add_fields(&source, resolve(&source, part), &mut used);
        }
        properties(schema, &mut used, &mut surrogates);
        for part in schema.get_mut("allOf").and_then(Value::as_array_mut).into_iter().flatten() {
            if let Value::Object(part) = part {
                properties(part, &mut used, &mut surrogates);
            }
        }
    });
    surrogates
}

fn add_fields(document: &Value, schema: &Value, used: &mut Used) {
    let names = schema["properties"].as_object().into_iter().flat_map(Map::keys);
    used.extend(names.map(|name| (rust_names::of_field(name), name.clone())));
    for part in elements_of(&schema["allOf"]) {
        add_fields(document, resolve(document, part), used);
    }
}

fn properties(schema: &mut Object, used: &mut Used, surrogates: &mut Surrogates) {
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
    let mut renamed = Map::new();
    for (name, property) in std::mem::take(properties) {
        let field = rust_names::of_field(&name);
        let is_taken = |field: &str| field.is_empty() || RESERVED_FIELDS.contains(&field);
        // Parts of a composition may have the same property. A surrogate of an outer visit stays.
        let is_free = used.get(&field).is_none_or(|other| *other == name);
        if surrogates.contains_key(&name) || (!is_taken(&field) && is_free) {
            used.insert(field, name.clone());
            renamed.insert(name, property);
            continue;
        }
        let surrogate = format!("{field}_field");
        let surrogate = numbered(surrogate.trim_start_matches('_'), |candidate| match surrogates.get(candidate) {
            Some(real) => *real == name,
            None => !used.contains_key(&candidate.to_snake_case()),
        });
        used.insert(surrogate.to_snake_case(), surrogate.clone());
        surrogates.insert(surrogate.clone(), name);
        renamed.insert(surrogate, property);
    }
    *properties = renamed;
}

fn values(schema: &mut Object, surrogates: &mut Surrogates) {
    let Some(Value::Array(values)) = schema.get_mut("enum") else { return };
    let variant = |value: &str| spell_first_digit(value).unwrap_or_else(|| rust_names::of_variant(value));
    let mut used: BTreeSet<String> = BTreeSet::new();
    for value in values {
        let Some(text) = value.as_str() else { continue };
        let name = variant(text);
        let is_taken = name == "Unknown";
        let is_name = name.starts_with(|c: char| c.is_ascii_alphanumeric()) && !is_taken;
        if is_name && used.insert(name.clone()) {
            continue;
        }
        let base = if is_name || is_taken { name } else { String::new() };
        let surrogate =
            numbered(&format!("{base}Value"), |name| !used.contains(name) && !surrogates.contains_key(name));
        used.insert(surrogate.to_pascal_case());
        surrogates.insert(surrogate.clone(), text.to_owned());
        *value = surrogate.into();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn schema(schema: &Value) -> (Value, Surrogates) {
        let mut document = json!({"components": {"schemas": {"Base": {"properties": {"newField": {}}}, "S": schema}}});
        let surrogates = apply(&mut document);
        (document["components"]["schemas"]["S"].clone(), surrogates)
    }

    #[test]
    fn values_of_one_variant_become_two() {
        let (changed, surrogates) = schema(&json!({"enum": ["GET", "get", "Unknown", "", "+", "4-pay"]}));
        assert_eq!(changed["enum"], json!(["GET", "GetValue", "UnknownValue", "Value", "Value2", "4-pay"]));
        let real = ["GetValue", "UnknownValue", "Value", "Value2"].map(|name| surrogates[name].as_str());
        assert_eq!(real, ["get", "Unknown", "", "+"]);
    }

    #[test]
    fn properties_of_one_field_become_two() {
        let reference = json!({"$ref": "#/components/schemas/Base"});
        let own = json!({"properties": {"new-field": {}, "build": {}, "": {}, "type": {}}});
        let (changed, surrogates) = schema(&json!({"allOf": [reference, own]}));
        let names: Vec<&String> = changed["allOf"][1]["properties"].as_object().expect("properties").keys().collect();
        assert_eq!(names, ["new_field_field", "build_field", "field", "type"]);
        assert_eq!(
            names[..3].iter().map(|name| surrogates[*name].as_str()).collect::<Vec<_>>(),
            ["new-field", "build", ""]
        );
    }

    #[test]
    fn distinct_names_stay() {
        let distinct = json!({"enum": ["AUTH", "self"], "properties": {"a_b": {}, "ab": {}}});
        assert_eq!(schema(&distinct), (distinct, Surrogates::new()));
    }
}
