//! Unique names of Rust types.
//!
//! progenitor names the type of an inner schema after its `title` or its location. If a type of that name exists already,
//! it is used, even if its schema is another one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::adapt::notes::Notes;
use crate::adapt::rust_names;
use crate::io::finding::{Pointer, unescape};
use crate::walk::{METHODS, Object, children_mut, numbered};

const SCHEMAS: &str = "#/components/schemas/";

/// Renames component schemas whose names make the same Rust type.
pub(super) fn rename_components(notes: &mut Notes, document: &mut Value) {
    let Some(schemas) = document.pointer("/components/schemas").and_then(Value::as_object) else { return };
    let at = Pointer::root().join("components").join("schemas");
    let mut taken = BTreeSet::new();
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    // Names that are Rust names already keep them.
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
            notes.rewrite(
                &at.join(name),
                format!("`{name}` makes the same type as another schema; it is renamed to `{other}`"),
            );
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
    rename_references(&renamed, document);
}

/// Updates references and the mappings of discriminators.
fn rename_references(renamed: &BTreeMap<String, String>, value: &mut Value) {
    let rename = |target: &mut Value| {
        let name = target.as_str().and_then(|target| target.strip_prefix(SCHEMAS));
        if let Some(new) = name.and_then(|name| renamed.get(&unescape(name))) {
            *target = format!("{SCHEMAS}{new}").into();
        }
    };
    for (key, value) in children_mut(value) {
        match &*key {
            "$ref" => rename(value),
            "mapping" => children_mut(value).for_each(|(_, target)| rename(target)),
            _ => {}
        }
        rename_references(renamed, value);
    }
}

/// Moves the choices of nullable components to components of their own.
///
/// progenitor makes an `Option` of a nullable component and wraps it in a type of its name. If the component is not an
/// object or another value with a `type`, the type inside the `Option` gets the same name, whatever its title is.
pub(super) fn split_nullable_components(notes: &mut Notes, document: &mut Value) {
    let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) else { return };
    let at = Pointer::root().join("components").join("schemas");
    let mut taken: BTreeSet<String> = schemas.keys().map(|name| rust_names::of_type(name)).collect();
    let mut added = Object::new();
    for (name, schema) in schemas.iter_mut().filter(|(_, schema)| is_nullable_choice(schema)) {
        let inner = numbered(&format!("{name}Inner"), |name| taken.insert(rust_names::of_type(name)));
        notes.rewrite(&at.join(name), format!("a nullable component makes two types; the inner one is now `{inner}`"));
        let mut outer = json!({ "nullable": true, "allOf": [{ "$ref": at.join(&inner).to_string() }] });
        if let Some(description) = schema.get("description") {
            outer["description"] = description.clone();
        }
        let mut schema = std::mem::replace(schema, outer);
        if let Some(schema) = schema.as_object_mut() {
            schema.shift_remove("nullable");
        }
        added.insert(inner, schema);
    }
    schemas.extend(added);
}

/// Returns whether the schema is nullable and has no type, and is more than a reference to another component.
fn is_nullable_choice(schema: &Value) -> bool {
    let mut choices = ["oneOf", "anyOf", "allOf"].into_iter().filter_map(|keyword| schema[keyword].as_array());
    schema["nullable"] == true
        && schema.get("type").is_none()
        && choices.any(|schemas| schemas.len() > 1 || schemas.iter().any(|schema| schema.get("$ref").is_none()))
}

/// Sets the title of inner schemas that would get the type of another schema.
pub(super) fn title_inner_types(notes: &mut Notes, document: &mut Value) {
    let mut types = Types { notes, taken: BTreeMap::new() };
    let root = Pointer::root();
    let at = root.join("components").join("schemas");
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        types.taken.extend(schemas.keys().map(|name| (rust_names::of_type(name), Value::Null)));
        for (name, schema) in schemas {
            // A nullable schema makes two types, one inside the other, and the title would name the inner one.
            if schema["nullable"] == true
                && let Some(schema) = schema.as_object_mut()
                && schema.remove("title").is_some()
            {
                types
                    .notes
                    .rewrite(&at.join(name).join("title"), "a nullable component is named by its key, not its title");
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
    /// The schema of each type; null for components.
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

    /// Visits a schema whose type is named after its title, or `name`.
    fn inner(&mut self, at: &Pointer, schema: &mut Value, name: &str) {
        let Some(object) = schema.as_object_mut().filter(|schema| !schema.contains_key("$ref")) else { return };
        let by_location = rust_names::of_type(name);
        let mut chosen = object.get("title").and_then(Value::as_str).map_or(by_location.clone(), rust_names::of_type);
        if makes_type(object) {
            let shape = shape_of(object);
            let is_free = |types: &Self, name: &str| types.taken.get(name).is_none_or(|other| *other == shape);
            if !is_free(self, &chosen) {
                let first = chosen;
                chosen = numbered(&by_location, |name| is_free(self, name));
                self.notes.rewrite(at, format!("another type has the name `{first}`; the title is now `{chosen}`"));
                object.insert("title".to_owned(), chosen.clone().into());
            }
            self.taken.insert(chosen.clone(), shape);
        }
        self.members(at, schema, &chosen);
    }

    /// Visits the schemas inside one whose type has the name `name`.
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

/// Returns whether a type is generated, rather than a string, a number, a list or a map.
fn makes_type(schema: &Object) -> bool {
    const KEYWORDS: [&str; 8] = ["properties", "enum", "allOf", "anyOf", "oneOf", "pattern", "minLength", "maxLength"];
    KEYWORDS.iter().any(|keyword| schema.contains_key(*keyword))
        || schema.get("type") == Some(&"object".into())
            && schema.get("additionalProperties").is_none_or(Value::is_boolean)
}

/// Returns the schema without the keywords that do not affect its type.
fn shape_of(schema: &Object) -> Value {
    let mut schema = schema.clone();
    for note in ["title", "description", "example", "default", "deprecated", "nullable", "readOnly", "writeOnly"] {
        schema.remove(note);
    }
    json!(schema)
}
