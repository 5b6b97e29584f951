//! A schema in normal form: references followed, compositions merged, equivalent keywords unified.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::relax::CHECKS_ON_VALUES;
use crate::walk::{Object, accepts_only_null, elements_of, members_of, type_of};

/// Constraints that do not affect the type, besides those that `relax` removes.
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

/// Keywords that do not affect values.
const ANNOTATIONS: [&str; 12] = [
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

/// A schema in its document. It may have several parts, which apply together.
#[derive(Clone, Debug)]
pub struct Schema<'a> {
    /// The document.
    pub document: &'a Value,
    pub(in crate::compare) parts: Vec<&'a Value>,
}

impl<'a> Schema<'a> {
    /// Creates a schema of one part.
    #[must_use]
    pub fn new(document: &'a Value, schema: &'a Value) -> Self {
        Self { document, parts: vec![schema] }
    }

    /// Returns the component schema `name`.
    #[must_use]
    pub fn component(document: &'a Value, name: &str) -> Option<Self> {
        Some(Self::new(document, document.get("components")?.get("schemas")?.get(name)?))
    }

    /// Returns the component that this schema refers to, if it adds nothing but annotations.
    #[must_use]
    pub fn component_name(&self) -> Option<&'a str> {
        let [part] = self.parts.as_slice() else { return None };
        let name = sole_reference(part)?;
        Self::component(self.document, name).map(|_| name)
    }

    /// Returns the description and examples of the schema itself, not of what it refers to.
    pub(in crate::compare) fn own_texts(&self) -> Vec<Option<&'a Value>> {
        ["description", "example", "examples"].iter().map(|key| self.keyword(key)).collect()
    }

    /// Returns the value of a keyword of the schema itself.
    #[must_use]
    pub fn keyword(&self, key: &str) -> Option<&'a Value> {
        self.parts.iter().find_map(|part| part.get(key))
    }

    /// Returns the normal form.
    #[must_use]
    pub fn shape(&self) -> Shape<'a> {
        let mut shape = Shape::default();
        let mut seen = BTreeSet::new();
        for part in &self.parts {
            shape.absorb(self.document, part, &mut seen);
        }
        shape.infer_types();
        shape.title = self.keyword("title").and_then(Value::as_str);
        shape
    }

    /// Returns what identifies the schema within one comparison.
    pub(in crate::compare) fn identity(&self) -> Vec<*const Value> {
        self.parts.iter().map(|part| std::ptr::from_ref(*part)).collect()
    }
}

/// The kinds of schemas, which are compared in different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeKind<'a> {
    /// A string, a number, an integer or a boolean.
    Scalar(&'a str),
    /// A string with listed values.
    Enum,
    /// `oneOf` or `anyOf`.
    Choice,
    /// An array.
    Array,
    /// An object without declared fields.
    Map,
    /// An object with fields.
    Object,
    /// Anything else.
    Any,
}

/// The normal form of a schema.
#[derive(Debug, Default)]
pub struct Shape<'a> {
    /// The types, without `null`.
    pub types: BTreeSet<&'a str>,
    /// Whether null is accepted.
    pub nullable: bool,
    /// The format.
    pub format: Option<&'a str>,
    /// The values of an enum, without null.
    pub values: Option<Vec<&'a Value>>,
    /// The declared fields.
    pub fields: BTreeMap<&'a str, Schema<'a>>,
    /// The names of required fields.
    pub required: BTreeSet<&'a str>,
    /// The schema of additional fields.
    pub additional: Option<Schema<'a>>,
    /// The schema of the elements.
    pub items: Option<Schema<'a>>,
    /// The schemas of `oneOf` and `anyOf`.
    pub choices: Vec<Schema<'a>>,
    /// Keywords that restrict values.
    pub(in crate::compare) constraints: BTreeMap<&'a str, &'a Value>,
    /// Keywords that affect types in ways not modelled here.
    pub(in crate::compare) others: BTreeMap<&'a str, &'a Value>,
    /// The title, which names the type of an inline schema.
    pub title: Option<&'a str>,
    /// Description and examples; the outermost of each.
    pub(in crate::compare) texts: BTreeMap<&'a str, &'a Value>,
}

impl<'a> Shape<'a> {
    /// Returns the kind of the schema.
    #[must_use]
    pub fn kind(&self) -> ShapeKind<'a> {
        if !self.choices.is_empty() {
            return ShapeKind::Choice;
        }
        let mut types = self.types.iter();
        let (Some(only), None) = (types.next(), types.next()) else { return ShapeKind::Any };
        match *only {
            "string" if self.values.is_some() => ShapeKind::Enum,
            "string" | "integer" | "number" | "boolean" => ShapeKind::Scalar(only),
            "array" => ShapeKind::Array,
            "object" if self.fields.is_empty() => ShapeKind::Map,
            "object" => ShapeKind::Object,
            _ => ShapeKind::Any,
        }
    }

    /// Returns whether the schema can be recognized by its shape alone.
    pub(in crate::compare) fn is_distinctive(&self) -> bool {
        !self.fields.is_empty() || self.values.is_some()
    }

    fn absorb(&mut self, document: &'a Value, part: &'a Value, seen: &mut BTreeSet<*const Value>) {
        // A schema that contains itself adds nothing.
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
        members: &'a Object,
        key: &'a str,
        value: &'a Value,
        seen: &mut BTreeSet<*const Value>,
    ) {
        match key {
            "$ref" => match target(document, value) {
                Some(target) => self.absorb(document, target, seen),
                None => drop(self.others.insert(key, value)),
            },
            "allOf" => elements_of(value).for_each(|part| self.absorb(document, part, seen)),
            "oneOf" | "anyOf" => self.choices(document, value, seen),
            "type" => match value {
                Value::Array(types) => types.iter().for_each(|name| self.add_type(name)),
                name => self.add_type(name),
            },
            "nullable" => self.nullable |= *value == Value::Bool(true),
            "format" => self.format = self.format.or(value.as_str()),
            "enum" => self.add_values(elements_of(value).collect()),
            "const" => self.add_values(vec![value]),
            "properties" => {
                for (name, schema) in members_of(value) {
                    let field = self.fields.entry(name).or_insert_with(|| Schema { document, parts: Vec::new() });
                    field.parts.push(schema);
                }
            }
            "required" => self.required.extend(elements_of(value).filter_map(Value::as_str)),
            "additionalProperties" if value.as_object().is_some_and(|schema| !schema.is_empty()) => {
                self.additional = Some(Schema::new(document, value));
            }
            // Absent, `true` and the empty schema are the same.
            "additionalProperties" if *value != Value::Bool(false) => {}
            "items" => self.items = Some(Schema::new(document, value)),
            // In 3.0 an exclusive bound is a flag beside the bound.
            "minimum" | "maximum" => {
                let exclusive = if key == "minimum" { "exclusiveMinimum" } else { "exclusiveMaximum" };
                let is_exclusive = members.get(exclusive) == Some(&Value::Bool(true));
                self.constraints.insert(if is_exclusive { exclusive } else { key }, value);
            }
            "exclusiveMinimum" | "exclusiveMaximum" if value.is_boolean() => {}
            // `false` is the default.
            "readOnly" | "writeOnly" | "deprecated" | "uniqueItems" if *value == Value::Bool(false) => {}
            "description" | "example" | "examples" => {
                self.texts.entry(key).or_insert(value);
            }
            _ if ANNOTATIONS.contains(&key) || key.starts_with("x-") => {}
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

    /// Adds the values of an enum; of two lists, the common values remain.
    fn add_values(&mut self, mut values: Vec<&'a Value>) {
        self.nullable |= values.iter().any(|value| value.is_null());
        values.retain(|value| !value.is_null());
        if let Some(before) = &self.values {
            values.retain(|value| before.contains(value));
        }
        self.values = Some(values);
    }

    fn choices(&mut self, document: &'a Value, value: &'a Value, seen: &mut BTreeSet<*const Value>) {
        let (null, others): (Vec<_>, Vec<_>) = elements_of(value).partition(|choice| is_null(choice));
        self.nullable |= !null.is_empty();
        match others.as_slice() {
            [only] => self.absorb(document, only, seen),
            _ => self.choices.extend(others.into_iter().map(|choice| Schema::new(document, choice))),
        }
    }

    /// Infers the type from other keywords if there is none.
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

/// Returns the component that `part` refers to, if it adds nothing but annotations or `null`.
fn sole_reference(part: &Value) -> Option<&str> {
    let mut relevant = part.as_object()?.iter().filter(|(key, _)| {
        let key = key.as_str();
        let adds_nothing = ["nullable", "default", "deprecated", "readOnly", "writeOnly"].contains(&key);
        !adds_nothing && !ANNOTATIONS.contains(&key) && !key.starts_with("x-")
    });
    let (key, value) = relevant.next()?;
    if relevant.next().is_some() {
        return None;
    }
    match key.as_str() {
        "$ref" => value.as_str()?.strip_prefix("#/components/schemas/"),
        "allOf" | "oneOf" | "anyOf" => {
            let mut parts = elements_of(value).filter(|choice| !is_null(choice));
            let only = parts.next()?;
            parts.next().is_none().then(|| sole_reference(only))?
        }
        _ => None,
    }
}

/// Returns the target of a reference.
fn target<'a>(document: &'a Value, reference: &Value) -> Option<&'a Value> {
    document.pointer(reference.as_str()?.strip_prefix('#')?)
}

fn is_null(schema: &Value) -> bool {
    schema.as_object().is_some_and(accepts_only_null)
}
