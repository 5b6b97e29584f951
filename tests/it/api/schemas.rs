//! The JSON schemas of the types against those of the document.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};
use sezzle_tests::document::{document, properties, resolve};
use sezzle_tests::generated::{TYPES, json_schema};

/// Removes the intended differences between the schema of a type and that of the document:
///
/// - `null` is read wherever a value is optional, and an absent list as an empty one: Go writes both.
/// - Constraints (`minimum`, `maxLength`, `default` and so on) are left to the gateway.
/// - An integer without a format has 64 bits, `int64` in the schema of the type.
/// - A list is never `required`: an absent one reads as empty.
/// - Another spelling of an enum's value is read as that value, and never written.
fn normalized(document: &Value, schema: &Value) -> Value {
    let schema = resolve(document, schema);
    // `allOf` with one element is how a description stands beside a reference.
    if let Some([only]) = schema["allOf"].as_array().map(Vec::as_slice) {
        return normalized(document, only);
    }
    // A nullable reference is an `anyOf` with null.
    if let Some([value, null]) = schema["anyOf"].as_array().map(Vec::as_slice)
        && null["type"] == "null"
    {
        return normalized(document, value);
    }
    let mut result = Map::new();
    let kind =
        schema["type"].as_array().map_or(&schema["type"], |kinds| kinds.iter().find(|kind| *kind != "null").unwrap());
    if schema.get("enum").is_some() {
        let mut values = schema["enum"].as_array().unwrap().clone();
        values.retain(|value| schema["x-enum-aliases"].get(value.as_str().unwrap_or_default()).is_none());
        return json!({"enum": values});
    }
    let (members, required) = properties(document, schema);
    if !members.is_empty() {
        let members: BTreeMap<_, _> =
            members.iter().map(|(name, schema)| (name.clone(), normalized(document, schema))).collect();
        let required: BTreeSet<_> = required
            .into_iter()
            .filter(|name| members[name]["type"] != "array" && members[name]["type"] != "map")
            .collect();
        return json!({"type": "object", "properties": members, "required": required});
    }
    match kind.as_str() {
        Some("object") if schema["additionalProperties"].is_object() => {
            return json!({"type": "map", "values": normalized(document, &schema["additionalProperties"])});
        }
        Some("array") => return json!({"type": "array", "items": normalized(document, &schema["items"])}),
        _ => {}
    }
    result.insert("type".to_owned(), kind.clone());
    let format = schema["format"].as_str().filter(|format| *format != "int64");
    if let Some(format) = format {
        result.insert("format".to_owned(), format.into());
    }
    Value::Object(result)
}

/// Moves the definitions of a derived schema to where the document has its components, so that references resolve.
fn with_definitions_in_place(mut schema: Value) -> Value {
    let definitions = schema.get_mut("$defs").map(Value::take).unwrap_or_default();
    let text = json!({"root": schema, "components": {"schemas": definitions}}).to_string();
    serde_json::from_str(&text.replace("#/$defs/", "#/components/schemas/")).unwrap()
}

/// Returns the components by the names of their types, and the inline schemas that the overlay names.
fn named_schemas(document: &Value) -> BTreeMap<String, &Value> {
    let mut named = BTreeMap::new();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        named.insert(schema["x-rust-name"].as_str().unwrap_or(name).to_owned(), schema);
    }
    collect_titled(&document["components"], &mut named);
    collect_titled(&document["paths"], &mut named);
    named
}

fn collect_titled<'a>(value: &'a Value, named: &mut BTreeMap<String, &'a Value>) {
    if let Some(name) = value["title"].as_str() {
        named.entry(name.to_owned()).or_insert(value);
    }
    match value {
        Value::Object(members) => {
            let inner = members.iter().filter(|(key, _)| !matches!(key.as_str(), "example" | "examples"));
            inner.for_each(|(_, value)| collect_titled(value, named));
        }
        Value::Array(elements) => elements.iter().for_each(|value| collect_titled(value, named)),
        _ => {}
    }
}

#[test]
fn type_schemas_match_the_document() {
    let document = document();
    // Schemas that are only parts of others have no type.
    let named = named_schemas(&document);
    for name in TYPES {
        let schema = named.get(*name).unwrap_or_else(|| {
            panic!("`{name}` comes from a schema without a name: add its `title` to openapi/overlay.yaml")
        });
        let derived = with_definitions_in_place(json_schema(name));
        assert_eq!(normalized(&derived, &derived["root"]), normalized(&document, schema), "{name}");
    }
}

#[test]
fn type_names_come_from_the_document() {
    for name in TYPES {
        let invented = ["Item", "Variant", "Inner", "Subtype"]
            .iter()
            .any(|word| name.ends_with(word) && !["LineItem", "OrderReportItem"].contains(name));
        assert!(!invented && !name.contains("Handle") && !name.chars().any(|c| c.is_ascii_digit()), "{name}");
    }
}
