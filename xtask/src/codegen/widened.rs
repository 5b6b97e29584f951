//! What the document allows beside the types that the crate has for it.
//!
//! A proposal of `sezzle verify` adds to the document what was received: a string where it has an object, a second status of a
//! success, another media type. The crate keeps the type of what was documented first, so that code that uses it still
//! compiles. A field whose value may be of another type keeps such a value as JSON: see `OrRaw` in `sezzle-api`.

use std::collections::BTreeSet;

use openapi_lower::io::finding::Pointer;
use openapi_lower::walk::{METHODS, Object, elements_of, members_of, references_in, resolve, schemas_mut};
use serde_json::{Map, Value};

use super::rust_names::type_name;

/// Fields of structs: the name of the struct and that of the field in JSON.
pub(crate) type Fields = BTreeSet<(String, String)>;

/// Returns the document with one content of a success for each operation, one media type for each body, and one type for each
/// schema.
pub(crate) fn narrow(mut document: Value) -> Value {
    narrow_responses(&mut document);
    schemas_mut(&mut document, &mut |at, schema| {
        take_first_type(at, schema);
        take_first_alternative(schema);
        require(schema);
        if schema.get("format").is_some_and(|format| format == "raw-json") {
            // A format belongs to a type; which one does not matter, as this one is replaced.
            schema.insert("type".to_owned(), "string".into());
        }
    });
    document
}

/// Returns the fields whose values may be of a type that [`narrow`] removes.
pub(crate) fn fields(document: &Value) -> Fields {
    let mut marks = BTreeSet::new();
    schemas_mut(&mut document.clone(), &mut |at, schema| {
        let lacks_required = lacks_required(document, schema);
        let mut schema = schema.clone();
        if take_first_type(at, &mut schema) | take_first_alternative(&mut schema) | lacks_required {
            marks.insert(at.to_string());
        }
    });
    let components = members_of(&document["components"]["schemas"]);
    let components: Vec<_> = components
        .map(|(name, schema)| (Pointer::root().join("components").join("schemas").join(name), schema))
        .collect();
    // A required field has no place for another value, so it is kept where its object is used.
    loop {
        let moved = components.iter().find(|(at, schema)| {
            let is_required =
                |name: &String| contains(&schema["x-rust-required"], name) || contains(&schema["required"], name);
            let mut properties = members_of(&schema["properties"]);
            !marks.contains(&at.to_string())
                && properties.any(|(name, schema)| {
                    is_required(name) && is_marked(&marks, &at.join("properties").join(name), schema)
                })
        });
        let Some((at, _)) = moved else { break };
        marks.insert(at.to_string());
    }
    let mut fields = Fields::new();
    for (at, schema) in &components {
        let Some(object) = schema.as_object() else { continue };
        let owner = type_name(at, object);
        each_property(document, at, schema, &mut |at, name, schema, is_required| {
            if !is_required && is_marked(&marks, at, schema) {
                fields.insert((owner.clone(), name.to_owned()));
            }
        });
    }
    fields
}

/// Calls `visit` with the properties of a schema and of those it is composed of.
fn each_property(document: &Value, at: &Pointer, schema: &Value, visit: &mut impl FnMut(&Pointer, &str, &Value, bool)) {
    for (name, property) in members_of(&schema["properties"]) {
        let is_required = contains(&schema["x-rust-required"], name) || contains(&schema["required"], name);
        visit(&at.join("properties").join(name), name, property, is_required);
    }
    for (index, part) in elements_of(&schema["allOf"]).enumerate() {
        let at = match part["$ref"].as_str().and_then(|target| target.rsplit('/').next()) {
            Some(name) => Pointer::root().join("components").join("schemas").join(name),
            None => at.join("allOf").join(index),
        };
        each_property(document, &at, resolve(document, part), visit);
    }
}

/// Whether a schema, one within it, or one that it refers to has a mark.
fn is_marked(marks: &BTreeSet<String>, at: &Pointer, schema: &Value) -> bool {
    let at = at.to_string();
    marks.iter().any(|mark| mark.strip_prefix(&at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
        || references_in(schema).into_iter().any(|target| marks.contains(target))
}

fn contains(list: &Value, name: &str) -> bool {
    list.as_array().is_some_and(|names| names.iter().any(|other| other == name))
}

/// Whether the document no longer requires what the Rust type has as a plain field (`x-rust-required`), or allows null there.
fn lacks_required(document: &Value, schema: &Object) -> bool {
    let required = elements_of(schema.get("x-rust-required")).filter_map(Value::as_str);
    required.into_iter().any(|name| {
        let property = schema.get("properties").and_then(|properties| properties.get(name));
        let is_null =
            property.is_some_and(|property| allows_null(property) || allows_null(resolve(document, property)));
        is_null || !schema.get("required").is_some_and(|list| contains(list, name))
    })
}

fn allows_null(schema: &Value) -> bool {
    let alternatives = elements_of(&schema["anyOf"]);
    contains(&schema["type"], "null") || alternatives.into_iter().any(|schema| schema["type"] == "null")
}

/// Makes the fields of `x-rust-required` required and not null.
fn require(schema: &mut Object) {
    let Some(names) = schema.get("x-rust-required").cloned() else { return };
    for name in elements_of(&names).filter_map(Value::as_str) {
        if let Some(Value::Array(types)) = schema.get_mut("properties").and_then(|all| all[name].get_mut("type")) {
            types.retain(|name| name != "null");
        }
    }
    schema.insert("required".to_owned(), names);
}

/// Keeps the first of several types, and null only beside a scalar, where a field can have it. Returns whether there was
/// another type than null.
fn take_first_type(at: &Pointer, schema: &mut Object) -> bool {
    let Some(Value::Array(types)) = schema.get("type") else { return false };
    let names: Vec<&str> = types.iter().filter_map(Value::as_str).filter(|name| *name != "null").collect();
    let Some(first) = names.first().map(|first| (*first).to_owned()) else { return false };
    let is_widened = names.len() > 1;
    // In a list, a map and a component, it is read as absent.
    let is_property = at.to_string().rsplit('/').nth(1) == Some("properties");
    let keeps_null = types.iter().any(|name| name == "null") && is_property && first != "object" && first != "array";
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.retain(|value| value.is_string() || (keeps_null && value.is_null()));
    }
    let types = if keeps_null { vec![first, "null".to_owned()].into() } else { Value::from(first) };
    schema.insert("type".to_owned(), types);
    is_widened
}

/// Replaces `anyOf` by its first alternative, if the others are plain types. Returns whether they are more than null.
fn take_first_alternative(schema: &mut Object) -> bool {
    let Some(Value::Array(alternatives)) = schema.get("anyOf") else { return false };
    let Some((Value::Object(first), others)) = alternatives.split_first() else { return false };
    let is_plain = |other: &Value| other.as_object().is_some_and(|other| other.keys().all(|keyword| keyword == "type"));
    if others.is_empty() || !others.iter().all(is_plain) {
        return false;
    }
    let is_widened = others.iter().any(|other| other["type"] != "null");
    let first = first.clone();
    schema.remove("anyOf");
    schema.extend(first);
    is_widened
}

fn narrow_responses(document: &mut Value) {
    let mut each_content = |response: &mut Value| {
        if let Some(content) = response.get_mut("content").and_then(Value::as_object_mut) {
            // A report has columns, and JSON has a type.
            let rank = |(name, media): &(&String, &Value)| (media.get("x-columns").is_none(), !name.contains("json"));
            let kept = content.iter().min_by_key(rank).map(|(name, _)| name.clone());
            content.retain(|name, _| Some(name) == kept.as_ref());
        }
    };
    for response in members_mut(&mut document["components"]["responses"]) {
        each_content(response);
    }
    for item in members_mut(&mut document["paths"]) {
        for (_, operation) in
            item.as_object_mut().into_iter().flatten().filter(|(name, _)| METHODS.contains(&name.as_str()))
        {
            let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { continue };
            responses.values_mut().for_each(&mut each_content);
            // A success without content beside it makes the content optional.
            let mut has_content = false;
            responses.retain(|status, response| {
                let is_another = status.starts_with('2') && response.get("content").is_some() && has_content;
                has_content |= status.starts_with('2') && response.get("content").is_some();
                !is_another
            });
        }
    }
}

fn members_mut(value: &mut Value) -> impl Iterator<Item = &mut Value> {
    value.as_object_mut().into_iter().flat_map(Map::values_mut)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(schemas: &Value) -> Value {
        json!({"components": {"schemas": schemas}})
    }

    fn found(schemas: &Value) -> Vec<String> {
        fields(&document(schemas)).into_iter().map(|(owner, field)| format!("{owner}.{field}")).collect()
    }

    #[test]
    fn field_of_several_types_keeps_the_first() {
        let order = json!({"type": "object", "x-rust-name": "Purchase", "properties": {
            "cents": {"type": ["integer", "string", "null"]},
            "at": {"type": "string", "anyOf": [{"format": "date-time"}, {}]},
            "links": {"type": ["array", "null"], "items": {"type": ["string", "object"], "enum": ["a", 7]}},
            "name": {"type": ["string", "null"]},
            "free": {"format": "raw-json"},
        }});
        let schemas = json!({ "Order": order });
        assert_eq!(found(&schemas), ["Purchase.at", "Purchase.cents", "Purchase.links"]);
        let narrowed = narrow(document(&schemas));
        let properties = &narrowed["components"]["schemas"]["Order"]["properties"];
        assert_eq!(properties["cents"], json!({"type": ["integer", "null"]}));
        assert_eq!(properties["at"], json!({"type": "string", "format": "date-time"}));
        assert_eq!(properties["links"], json!({"type": "array", "items": {"type": "string", "enum": ["a"]}}));
        assert_eq!(properties["name"], json!({"type": ["string", "null"]}));
        assert_eq!(properties["free"], json!({"format": "raw-json", "type": "string"}));
    }

    #[test]
    fn object_without_what_its_type_requires_is_kept_where_it_is_used() {
        let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
        let schemas = json!({
            "Price": {"type": "object", "required": ["cents"], "x-rust-required": ["cents", "currency"], "properties": {
                "cents": {"type": "integer"}, "currency": {"type": "string"},
            }},
            "Item": {"type": "object", "required": ["price"], "properties": {"price": reference("Price")}},
            "Order": {"type": "object", "properties": {
                "total": reference("Price"), "items": {"type": "array", "items": reference("Item")}, "other": {"type": "string"},
            }},
            "Composed": {"allOf": [reference("Order"), {"type": "object", "properties": {"more": {"type": "string"}}}]},
        });
        assert_eq!(found(&schemas), ["Composed.items", "Composed.total", "Order.items", "Order.total"]);
        let narrowed = narrow(document(&schemas));
        assert_eq!(narrowed["components"]["schemas"]["Price"]["required"], json!(["cents", "currency"]));
    }

    #[test]
    fn one_content_of_a_success_is_kept() {
        let content = json!({"text/plain": {"schema": {}}, "application/json": {"schema": {"type": "string"}}});
        let responses = json!({"200": {"content": content}, "404": {}, "202": {"content": {}}, "204": {}});
        let narrowed = narrow(json!({"paths": {"/a": {"get": {"responses": responses}}}}));
        let kept =
            json!({"200": {"content": {"application/json": {"schema": {"type": "string"}}}}, "404": {}, "204": {}});
        assert_eq!(narrowed["paths"]["/a"]["get"]["responses"], kept);
    }
}
