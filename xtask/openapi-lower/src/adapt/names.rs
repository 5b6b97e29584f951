//! Each type in Rust has a name of its own.
//!
//! progenitor names the type of an inner schema after its `title`, or after the way to it. If a type of that name is
//! there, it is used, whatever it holds.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Notes, Object, rust_names};
use crate::finding::Pointer;
use crate::walk::METHODS;

const SCHEMAS: &str = "#/components/schemas/";

/// Components whose names make one type get different names.
pub(super) fn components(notes: &mut Notes, document: &mut Value) {
    let Some(schemas) = document.pointer("/components/schemas").and_then(Value::as_object) else { return };
    let at = Pointer::root().join("components").join("schemas");
    let mut taken = BTreeSet::new();
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    // A name that makes itself has the first choice.
    let mut names: Vec<&String> = schemas.keys().collect();
    names.sort_by_key(|name| rust_names::of_type(name) != **name);
    for name in names {
        let mut other = name.clone();
        let mut count = 1;
        while !taken.insert(rust_names::of_type(&other)) {
            count += 1;
            other = format!("{name}Variant{count}");
        }
        if other != *name {
            notes
                .reworded(&at.join(name), format!("`{name}` makes the type of another schema; it is called `{other}`"));
            renamed.insert(name.clone(), other);
        }
    }
    if renamed.is_empty() {
        return;
    }
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        *schemas = std::mem::take(schemas)
            .into_iter()
            .map(|(name, schema)| (renamed.get(&name).cloned().unwrap_or(name), schema))
            .collect();
    }
    follow(&renamed, document);
}

/// References, and what a discriminator maps to, follow the names.
fn follow(renamed: &BTreeMap<String, String>, value: &mut Value) {
    let to_new = |target: &str| {
        let name = target.strip_prefix(SCHEMAS)?;
        renamed.get(&name.replace("~1", "/").replace("~0", "~")).map(|name| format!("{SCHEMAS}{name}"))
    };
    match value {
        Value::Object(members) => {
            for (key, value) in members.iter_mut() {
                if key == "$ref"
                    && let Some(new) = value.as_str().and_then(to_new)
                {
                    *value = new.into();
                } else if key == "mapping"
                    && let Some(mapping) = value.as_object_mut()
                {
                    for target in mapping.values_mut() {
                        if let Some(new) = target.as_str().and_then(to_new) {
                            *target = new.into();
                        }
                    }
                    follow(renamed, value);
                } else {
                    follow(renamed, value);
                }
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| follow(renamed, element)),
        _ => {}
    }
}

/// Inner schemas that would take the type of another one get a title.
pub(super) fn inner_types(notes: &mut Notes, document: &mut Value) {
    let mut types = Types { notes, taken: BTreeMap::new() };
    let root = Pointer::root();
    let at = root.join("components").join("schemas");
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        types.taken.extend(schemas.keys().map(|name| (rust_names::of_type(name), Value::Null)));
        for (name, schema) in schemas {
            // What may be null is a type inside another, and a title would name the inner one.
            if schema["nullable"] == true
                && let Some(schema) = schema.as_object_mut()
                && schema.remove("title").is_some()
            {
                types.notes.reworded(&at.join(name).join("title"), "a schema that may be null is called by its name");
            }
            types.members(&at.join(name), schema, &rust_names::of_type(name));
        }
    }
    let at = root.join("paths");
    for (path, item) in document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            if METHODS.contains(&method.as_str()) {
                types.operation(&at.join(path).join(method), operation);
            }
        }
    }
}

struct Types<'a> {
    notes: &'a mut Notes,
    /// What each type is made of; null for components.
    taken: BTreeMap<String, Value>,
}

impl Types<'_> {
    fn operation(&mut self, at: &Pointer, operation: &mut Value) {
        let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
        for (index, parameter) in elements(operation.get_mut("parameters")).enumerate() {
            let name = format!("{id}-{}", parameter["name"].as_str().unwrap_or_default());
            if let Some(schema) = parameter.get_mut("schema") {
                self.inner(&at.join("parameters").join(index).join("schema"), schema, &name);
            }
        }
        if let Some(body) = operation.get_mut("requestBody") {
            self.content(&at.join("requestBody"), body, &format!("{id}-body"));
        }
        let responses = operation.get_mut("responses").and_then(Value::as_object_mut);
        for (status, response) in responses.into_iter().flatten() {
            self.content(&at.join("responses").join(status), response, &format!("{id}-response"));
        }
    }

    fn content(&mut self, at: &Pointer, owner: &mut Value, name: &str) {
        let content = owner.get_mut("content").and_then(Value::as_object_mut);
        for (media_type, media) in content.into_iter().flatten() {
            if let Some(schema) = media.get_mut("schema") {
                self.inner(&at.join("content").join(media_type).join("schema"), schema, name);
            }
        }
    }

    /// A schema whose type is named after its title, or `name`.
    fn inner(&mut self, at: &Pointer, schema: &mut Value, name: &str) {
        let Some(object) = schema.as_object_mut().filter(|schema| !schema.contains_key("$ref")) else { return };
        let by_way = rust_names::of_type(name);
        let mut chosen = object.get("title").and_then(Value::as_str).map_or(by_way.clone(), rust_names::of_type);
        if makes_a_type(object) {
            let made_of = made_of(object);
            let is_free = |types: &Self, name: &str| types.taken.get(name).is_none_or(|other| *other == made_of);
            if !is_free(self, &chosen) {
                let first = chosen;
                chosen = by_way.clone();
                let mut count = 1;
                while !is_free(self, &chosen) {
                    count += 1;
                    chosen = format!("{by_way}{count}");
                }
                self.notes.reworded(at, format!("another type is called `{first}`, so the title is `{chosen}`"));
                object.insert("title".to_owned(), chosen.clone().into());
            }
            self.taken.insert(chosen.clone(), made_of);
        }
        self.members(at, schema, &chosen);
    }

    /// The schemas inside one whose type is called `name`.
    fn members(&mut self, at: &Pointer, schema: &mut Value, name: &str) {
        for (property, schema) in schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
            self.inner(&at.join("properties").join(property), schema, &format!("{name}-{property}"));
        }
        for (keyword, suffix) in [("items", "item"), ("additionalProperties", "value")] {
            if let Some(schema) = schema.get_mut(keyword) {
                self.inner(&at.join(keyword), schema, &format!("{name}-{suffix}"));
            }
        }
        for keyword in ["oneOf", "anyOf"] {
            for (index, schema) in elements(schema.get_mut(keyword)).enumerate() {
                self.inner(&at.join(keyword).join(index), schema, &format!("{name}-variant{index}"));
            }
        }
        for (index, schema) in elements(schema.get_mut("allOf")).enumerate() {
            self.members(&at.join("allOf").join(index), schema, name);
        }
    }
}

fn elements(list: Option<&mut Value>) -> impl Iterator<Item = &mut Value> {
    list.and_then(Value::as_array_mut).into_iter().flatten()
}

/// Whether a type of its own is made, rather than a text, a number, a list or a map.
fn makes_a_type(schema: &Object) -> bool {
    const KEYWORDS: [&str; 8] = ["properties", "enum", "allOf", "anyOf", "oneOf", "pattern", "minLength", "maxLength"];
    KEYWORDS.iter().any(|keyword| schema.contains_key(*keyword))
        || schema.get("type") == Some(&"object".into())
            && schema.get("additionalProperties").is_none_or(Value::is_boolean)
}

/// The schema without what makes no difference to its type.
fn made_of(schema: &Object) -> Value {
    let mut schema = schema.clone();
    for note in ["title", "description", "example", "default", "deprecated", "nullable", "readOnly", "writeOnly"] {
        schema.remove(note);
    }
    json!(schema)
}
