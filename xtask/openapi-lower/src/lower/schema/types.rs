//! `type`, `enum`, `const`, and null: 3.0 has one type for each schema, and `nullable`.

use serde_json::{Value, json};

use crate::io::finding::Pointer;
use crate::lower::context::Lowering;
use crate::lower::schema::draft::{Draft, nothing};
use crate::walk::{Object, type_of};

const TYPES: [&str; 7] = ["string", "number", "integer", "boolean", "array", "object", "null"];

/// The keywords that apply to values of one type only.
const KEYWORDS_OF_TYPE: [(&str, &[&str]); 5] = [
    ("string", &["maxLength", "minLength", "pattern", "format"]),
    ("number", &["multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format"]),
    ("integer", &["multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format"]),
    ("array", &["items", "maxItems", "minItems", "uniqueItems"]),
    ("object", &["properties", "required", "additionalProperties", "maxProperties", "minProperties"]),
];

/// Formats of numbers; all others belong to strings.
const NUMBER_FORMATS: [&str; 10] =
    ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double"];

/// Returns the type and the format for a type name of another language.
fn translate_type(name: &str) -> Option<(&'static str, Option<&'static str>)> {
    Some(match name.to_ascii_lowercase().as_str() {
        "string" | "str" | "text" => ("string", None),
        "date" => ("string", Some("date")),
        "datetime" | "date-time" | "timestamp" => ("string", Some("date-time")),
        "uuid" => ("string", Some("uuid")),
        "email" => ("string", Some("email")),
        "url" | "uri" => ("string", Some("uri")),
        "file" | "binary" => ("string", Some("binary")),
        "integer" | "int" | "int32" | "int64" | "long" => ("integer", None),
        "number" | "float" | "double" | "decimal" => ("number", None),
        "boolean" | "bool" => ("boolean", None),
        "object" | "map" | "dict" | "hash" => ("object", None),
        "array" | "list" => ("array", None),
        _ => return None,
    })
}

impl Lowering<'_> {
    pub(super) fn types_and_values(&mut self, at: &Pointer, draft: &mut Draft) {
        self.type_keyword(&at.join("type"), draft);
        self.enum_keyword(&at.join("enum"), draft);
        if let Some(value) = draft.take("const") {
            let others = draft.values.take();
            draft.values = Some(match others {
                Some(others) if !others.iter().any(|other| same(other, &value)) => Vec::new(),
                _ => vec![value],
            });
        }
        if let Some(nullable) = draft.take("nullable") {
            self.repair(&at.join("nullable"), "`nullable` belongs to OpenAPI 3.0", "add \"null\" to `type`");
            if nullable == true {
                if let Some(types) = draft.types.as_mut().filter(|types| types.iter().all(|name| name != "null")) {
                    types.push("null".to_owned());
                }
                draft.nullable = true;
            }
        }
    }

    fn type_keyword(&mut self, at: &Pointer, draft: &mut Draft) {
        let Some(value) = draft.take("type") else { return };
        let names = match value {
            Value::Array(names) => names,
            name => vec![name],
        };
        if names.is_empty() {
            self.found.add(at, "`type` is empty", "add a type, or remove `type`");
        }
        let mut types: Vec<String> = Vec::new();
        for name in names {
            match name.as_str() {
                Some(name) if TYPES.contains(&name) => {
                    if !types.iter().any(|other| other == name) {
                        types.push(name.to_owned());
                    }
                }
                Some("any") => {
                    self.repair(at, "`any` is not a type", "remove `type`");
                    return;
                }
                other => match other.and_then(translate_type) {
                    Some((translated, format)) => {
                        self.repair(
                            at,
                            format!("{name} is not a type; it is read as `{translated}`"),
                            format!("write `{translated}`"),
                        );
                        types.push(translated.to_owned());
                        if let Some(format) = format {
                            draft.out.entry("format").or_insert_with(|| format.into());
                        }
                    }
                    None => {
                        let all = TYPES.join(", ");
                        self.repair(
                            at,
                            format!("{name} is not a type, so any type is accepted"),
                            format!("use one of {all}"),
                        );
                        return;
                    }
                },
            }
        }
        // Every integer is a number.
        if types.iter().any(|name| name == "number") {
            types.retain(|name| name != "integer");
        }
        draft.types = (!types.is_empty()).then_some(types);
    }

    fn enum_keyword(&mut self, at: &Pointer, draft: &mut Draft) {
        match draft.take("enum") {
            Some(Value::Array(values)) => {
                let mut unique: Vec<Value> = Vec::new();
                for value in values {
                    if !unique.iter().any(|other| same(other, &value)) {
                        unique.push(value);
                    }
                }
                draft.values = Some(unique);
            }
            Some(_) => self.found.add(at, "`enum` is not an array", "list the values"),
            None => {}
        }
    }

    /// Assembles the schema from the lowered keywords, the types and the values.
    pub(super) fn assemble(&mut self, at: &Pointer, draft: Draft) -> Value {
        let null = draft.allows_null();
        let Draft { mut out, mut all, types, mut values, mut nullable, .. } = draft;
        if types.is_some() || values.is_some() {
            nullable |= null;
        }
        let types = match (types, &values) {
            (Some(types), _) => Some(types),
            (None, Some(values)) => Some(types_of(values)),
            (None, None) => None,
        };
        if let (Some(types), Some(values)) = (&types, &mut values) {
            values.retain(|value| types.iter().any(|name| is_of(value, name)));
        }
        let has_values = values.as_ref().is_none_or(|values| !values.is_empty());
        // A type without any of the values has no effect.
        let is_used = |name: &str| values.as_ref().is_none_or(|values| values.iter().any(|value| is_of(value, name)));
        let types: Option<Vec<String>> =
            types.map(|types| types.into_iter().filter(|name| name != "null" && is_used(name)).collect());
        match types.as_deref() {
            None => {}
            _ if !has_values && !nullable => return described_nothing(&out),
            Some([]) => {
                // Only null is left. 3.0 needs a type beside `nullable`; the enum rejects all values of it.
                out.retain(|key, _| !KEYWORDS_OF_TYPE.iter().any(|(_, keywords)| keywords.contains(&key.as_str())));
                out.insert("type".to_owned(), "string".into());
                values = Some(vec![Value::Null]);
            }
            Some([name]) => {
                out.insert("type".to_owned(), name.as_str().into());
                if name == "array" {
                    out.entry("items").or_insert_with(|| json!({}));
                }
            }
            Some(names) => {
                let branches = split(&mut out, names, values.take().as_deref());
                match out.contains_key("anyOf") {
                    true => all.push(json!({ "anyOf": branches })),
                    false => _ = out.insert("anyOf".to_owned(), branches),
                }
            }
        }
        if let Some(values) = &mut values {
            // In 3.0, null must be in the enum, too.
            values.retain(|value| !value.is_null());
            if nullable {
                values.push(Value::Null);
            }
            out.insert("enum".to_owned(), values.clone().into());
        }
        if nullable {
            let elsewhere = ["allOf", "anyOf", "oneOf", "not"].iter().any(|keyword| out.contains_key(*keyword));
            if elsewhere || !all.is_empty() {
                // These may reject null, which `nullable` overrides.
                self.mark_relaxed(at);
            }
            out.insert("nullable".to_owned(), true.into());
        }
        self.check_default(at, &mut out);
        if !all.is_empty() || out.contains_key("allOf") {
            self.declare_required(at, &mut out);
        }
        with_all_of(out, all)
    }

    /// Removes a `default` of another type, which validators of 3.0 reject.
    fn check_default(&mut self, at: &Pointer, out: &mut Object) {
        let Some(default) = out.get("default") else { return };
        let fits = match out.get("type").and_then(Value::as_str) {
            Some(name) => is_of(default, name) || default.is_null() && out.contains_key("nullable"),
            None => true,
        };
        if !fits {
            self.repair(
                &at.join("default"),
                format!("the default {default} does not have the schema's type"),
                "correct or remove it",
            );
            out.shift_remove("default");
        }
    }
}

/// Returns one schema per type, with the keywords and values of that type.
fn split(out: &mut Object, names: &[String], values: Option<&[Value]>) -> Value {
    let mut branches = Vec::new();
    for name in names {
        let mut branch = Object::new();
        branch.insert("type".to_owned(), name.as_str().into());
        let keywords = KEYWORDS_OF_TYPE.iter().find(|(of, _)| of == name).map_or(&[][..], |(_, keywords)| keywords);
        for keyword in keywords {
            if let Some(value) = out.get(*keyword)
                && (*keyword != "format" || value.as_str().is_some_and(is_number_format) == (name != "string"))
            {
                branch.insert((*keyword).to_owned(), value.clone());
            }
        }
        if name == "array" {
            branch.entry("items").or_insert_with(|| json!({}));
        }
        if let Some(values) = values {
            let of_type: Vec<Value> = values.iter().filter(|value| is_of(value, name)).cloned().collect();
            if of_type.is_empty() {
                continue;
            }
            branch.insert("enum".to_owned(), of_type.into());
        }
        branches.push(Value::Object(branch));
    }
    out.retain(|key, _| !KEYWORDS_OF_TYPE.iter().any(|(_, keywords)| keywords.contains(&key.as_str())));
    branches.into()
}

fn is_number_format(format: &str) -> bool {
    NUMBER_FORMATS.contains(&format)
}

/// Returns a schema that accepts nothing, with the title and description of `out`.
fn described_nothing(out: &Object) -> Value {
    let mut schema = nothing();
    for key in ["title", "description"] {
        if let Some(text) = out.get(key) {
            schema[key] = text.clone();
        }
    }
    schema
}

/// Adds `all` in front of `allOf`. A single reference needs no `allOf`.
fn with_all_of(mut out: Object, mut all: Vec<Value>) -> Value {
    if all.is_empty() {
        return Value::Object(out);
    }
    if out.is_empty() && all.len() == 1 {
        return all.remove(0);
    }
    if let Some(Value::Array(more)) = out.shift_remove("allOf") {
        all.extend(more);
    }
    out.insert("allOf".to_owned(), all.into());
    Value::Object(out)
}

/// Returns the types of these values, each once, null included.
fn types_of(values: &[Value]) -> Vec<String> {
    let mut types: Vec<String> = Vec::new();
    for value in values {
        let name = if is_of(value, "integer") { "integer" } else { type_of(value) };
        if !types.iter().any(|other| other == name) {
            types.push(name.to_owned());
        }
    }
    if types.iter().any(|name| name == "number") {
        types.retain(|name| name != "integer");
    }
    types
}

/// Returns whether `value` is of the type `name`.
pub(super) fn is_of(value: &Value, name: &str) -> bool {
    match name {
        "number" => value.is_number(),
        // `1.0` is an integer, too.
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        name => type_of(value) == name,
    }
}

/// Compares as JSON Schema does: `1` equals `1.0`.
fn same(a: &Value, b: &Value) -> bool {
    a == b || (a.is_number() && b.is_number() && a.as_f64() == b.as_f64() && (a.is_f64() || b.is_f64()))
}
