//! A schema as it is meant: references followed, compositions merged, the ways to say the same made one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::relax::CHECKS_ON_VALUES;

/// Keywords that shape no generated type, besides those that `relax` takes out.
const OTHER_CONSTRAINTS: [&str; 22] = [
    "readOnly",
    "writeOnly",
    "deprecated",
    "discriminator",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "dependentRequired",
    "dependentSchemas",
    "propertyNames",
    "contains",
    "minContains",
    "maxContains",
    "unevaluatedProperties",
    "unevaluatedItems",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "$anchor",
    "$dynamicAnchor",
];

/// Keywords that say nothing about values.
const NOTES: [&str; 12] = [
    "title",
    "description",
    "summary",
    "example",
    "examples",
    "externalDocs",
    "xml",
    "$comment",
    "$id",
    "$schema",
    "$defs",
    "definitions",
];

/// A schema where it stands: everything that must hold at once, in the document it is from.
#[derive(Clone, Debug)]
pub(super) struct Schema<'a> {
    pub(super) document: &'a Value,
    pub(super) parts: Vec<&'a Value>,
}

impl<'a> Schema<'a> {
    pub(super) fn new(document: &'a Value, schema: &'a Value) -> Self {
        Self { document, parts: vec![schema] }
    }

    /// The component schema `name`.
    pub(super) fn component(document: &'a Value, name: &str) -> Option<Self> {
        Some(Self::new(document, document.get("components")?.get("schemas")?.get(name)?))
    }

    /// The component that this schema is a mere reference to.
    pub(super) fn component_name(&self) -> Option<&'a str> {
        let [part] = self.parts.as_slice() else { return None };
        let name = sole_reference(part)?;
        Self::component(self.document, name).map(|_| name)
    }

    /// What stands beside the reference, or in the schema itself, for people to read.
    pub(super) fn own_texts(&self) -> Vec<Option<&'a Value>> {
        ["description", "example", "examples"].iter().map(|key| self.own(key)).collect()
    }

    fn own(&self, key: &str) -> Option<&'a Value> {
        self.parts.iter().find_map(|part| part.get(key))
    }

    pub(super) fn shape(&self) -> Shape<'a> {
        let mut shape = Shape::default();
        let mut seen = BTreeSet::new();
        for part in &self.parts {
            shape.absorb(self.document, part, &mut seen);
        }
        shape.infer_types();
        shape.title = self.own("title").and_then(Value::as_str);
        shape
    }

    /// What identifies the schema within one comparison.
    pub(super) fn identity(&self) -> Vec<*const Value> {
        self.parts.iter().map(|part| std::ptr::from_ref(*part)).collect()
    }
}

/// What a schema says.
#[derive(Debug, Default)]
pub(super) struct Shape<'a> {
    /// Without `null`, which is `nullable`.
    pub(super) types: BTreeSet<&'a str>,
    pub(super) nullable: bool,
    pub(super) format: Option<&'a str>,
    /// The values of an enum, without null.
    pub(super) values: Option<Vec<&'a Value>>,
    pub(super) fields: BTreeMap<&'a str, Schema<'a>>,
    pub(super) required: BTreeSet<&'a str>,
    /// The schema of the values under other names.
    pub(super) additional: Option<Schema<'a>>,
    pub(super) items: Option<Schema<'a>>,
    /// The schemas of `oneOf` and `anyOf`.
    pub(super) choices: Vec<Schema<'a>>,
    pub(super) constraints: BTreeMap<&'a str, &'a Value>,
    /// Keywords that shape types in ways not modelled here.
    pub(super) others: BTreeMap<&'a str, &'a Value>,
    /// The name that an inline schema gives its type.
    pub(super) title: Option<&'a str>,
    /// Description and examples; the outermost of each.
    pub(super) texts: BTreeMap<&'a str, &'a Value>,
}

impl<'a> Shape<'a> {
    /// Whether the schema can be recognized by its shape alone.
    pub(super) fn is_distinctive(&self) -> bool {
        !self.fields.is_empty() || self.values.is_some()
    }

    fn absorb(&mut self, document: &'a Value, part: &'a Value, seen: &mut BTreeSet<*const Value>) {
        // A schema composed of itself says nothing new.
        if !seen.insert(std::ptr::from_ref(part)) {
            return;
        }
        let Value::Object(members) = part else {
            if *part == Value::Bool(false) {
                self.others.insert("false", part);
            }
            return;
        };
        for (key, value) in members {
            self.keyword(document, members, key, value, seen);
        }
    }

    fn keyword(
        &mut self,
        document: &'a Value,
        members: &'a Map<String, Value>,
        key: &'a str,
        value: &'a Value,
        seen: &mut BTreeSet<*const Value>,
    ) {
        match key {
            "$ref" => match target(document, value) {
                Some(target) => self.absorb(document, target, seen),
                None => drop(self.others.insert(key, value)),
            },
            "allOf" => elements(value).for_each(|part| self.absorb(document, part, seen)),
            "oneOf" | "anyOf" => self.choices(document, value, seen),
            "type" => match value {
                Value::Array(types) => types.iter().for_each(|name| self.add_type(name)),
                name => self.add_type(name),
            },
            "nullable" => self.nullable |= *value == Value::Bool(true),
            "format" => self.format = self.format.or(value.as_str()),
            "enum" => self.add_values(elements(value).collect()),
            "const" => self.add_values(vec![value]),
            "properties" => {
                for (name, schema) in value.as_object().into_iter().flatten() {
                    let field = self.fields.entry(name).or_insert_with(|| Schema { document, parts: Vec::new() });
                    field.parts.push(schema);
                }
            }
            "required" => self.required.extend(elements(value).filter_map(Value::as_str)),
            "additionalProperties" if value.as_object().is_some_and(|schema| !schema.is_empty()) => {
                self.additional = Some(Schema::new(document, value));
            }
            // Absent, `true` and the empty schema are the same.
            "additionalProperties" if *value != Value::Bool(false) => {}
            "items" => self.items = Some(Schema::new(document, value)),
            // 3.0 writes an exclusive bound as a flag beside the bound.
            "minimum" | "maximum" => {
                let exclusive = if key == "minimum" { "exclusiveMinimum" } else { "exclusiveMaximum" };
                let is_exclusive = members.get(exclusive) == Some(&Value::Bool(true));
                self.constraints.insert(if is_exclusive { exclusive } else { key }, value);
            }
            "exclusiveMinimum" | "exclusiveMaximum" if value.is_boolean() => {}
            // `false` is what absence means.
            "readOnly" | "writeOnly" | "deprecated" | "uniqueItems" if *value == Value::Bool(false) => {}
            "description" | "example" | "examples" => {
                self.texts.entry(key).or_insert(value);
            }
            _ if NOTES.contains(&key) || key.starts_with("x-") => {}
            _ if CHECKS_ON_VALUES.contains(&key) || OTHER_CONSTRAINTS.contains(&key) => {
                self.constraints.insert(key, value);
            }
            _ => drop(self.others.insert(key, value)),
        }
    }

    fn add_type(&mut self, name: &'a Value) {
        match name.as_str() {
            Some("null") => self.nullable = true,
            Some(name) => drop(self.types.insert(name)),
            None => {}
        }
    }

    /// Where two parts list values, those in both are left.
    fn add_values(&mut self, mut values: Vec<&'a Value>) {
        self.nullable |= values.iter().any(|value| value.is_null());
        values.retain(|value| !value.is_null());
        if let Some(before) = &self.values {
            values.retain(|value| before.contains(value));
        }
        self.values = Some(values);
    }

    fn choices(&mut self, document: &'a Value, value: &'a Value, seen: &mut BTreeSet<*const Value>) {
        let (null, others): (Vec<_>, Vec<_>) = elements(value).partition(|choice| is_null(choice));
        self.nullable |= !null.is_empty();
        match others.as_slice() {
            [only] => self.absorb(document, only, seen),
            _ => self.choices.extend(others.into_iter().map(|choice| Schema::new(document, choice))),
        }
    }

    /// A type that the other keywords give away need not be written.
    fn infer_types(&mut self) {
        if !self.types.is_empty() {
            return;
        }
        if let Some(values) = &self.values {
            self.types.extend(values.iter().map(|value| type_of(value)));
        } else if !self.fields.is_empty() || self.additional.is_some() {
            self.types.insert("object");
        } else if self.items.is_some() {
            self.types.insert("array");
        }
    }
}

/// The name of the component that `part` refers to and to which it adds nothing but notes, or `null`.
fn sole_reference(part: &Value) -> Option<&str> {
    let mut telling = part.as_object()?.iter().filter(|(key, _)| {
        let key = key.as_str();
        let adds_nothing = ["nullable", "default", "deprecated", "readOnly", "writeOnly"].contains(&key);
        !adds_nothing && !NOTES.contains(&key) && !key.starts_with("x-")
    });
    let (key, value) = telling.next()?;
    if telling.next().is_some() {
        return None;
    }
    match key.as_str() {
        "$ref" => value.as_str()?.strip_prefix("#/components/schemas/"),
        "allOf" | "oneOf" | "anyOf" => {
            let mut parts = elements(value).filter(|choice| !is_null(choice));
            let only = parts.next()?;
            parts.next().is_none().then(|| sole_reference(only))?
        }
        _ => None,
    }
}

/// What a reference refers to.
fn target<'a>(document: &'a Value, reference: &Value) -> Option<&'a Value> {
    document.pointer(reference.as_str()?.strip_prefix('#')?)
}

pub(super) fn elements(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn is_null(schema: &Value) -> bool {
    let only_null = |values: &Value| elements(values).count() == 1 && elements(values).all(Value::is_null);
    let Some(schema) = schema.as_object() else { return false };
    schema.get("type").is_some_and(|name| name == "null" || *name == serde_json::json!(["null"]))
        || schema.get("const").is_some_and(Value::is_null)
        || schema.get("enum").is_some_and(only_null)
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
