//! Which component schemas are types of the crate, and whether programs write or read their values.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::shape::{Schema, elements};
use super::{bodies, events, operations, parameters};

/// What programs do with a type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Usage {
    /// They make values of it.
    pub(super) sent: bool,
    /// They read values of it.
    pub(super) received: bool,
}

impl Usage {
    pub(super) const SENT: Self = Self { sent: true, received: false };
    pub(super) const RECEIVED: Self = Self { sent: false, received: true };

    pub(super) fn is_used(self) -> bool {
        self.sent || self.received
    }
}

/// What both documents do with their types.
pub(super) struct Usages {
    old: Types,
    new: Types,
}

impl Usages {
    /// What programs written for the old document do with a type of it.
    pub(super) fn of(&self, name: &str) -> Usage {
        self.old.used.get(name).copied().unwrap_or_default()
    }

    /// Whether a schema is only there to be composed: its fields are those of other types.
    pub(super) fn is_part(&self, old: &str, new: &str) -> bool {
        let is_part = |types: &Types, name| types.parts.contains(name) && !types.used.contains_key(name);
        is_part(&self.old, old) && is_part(&self.new, new)
    }
}

pub(super) fn of_both(old: &Value, new: &Value) -> Usages {
    Usages { old: types(old), new: types(new) }
}

#[derive(Default)]
struct Types {
    used: BTreeMap<String, Usage>,
    parts: BTreeSet<String>,
}

fn types(document: &Value) -> Types {
    let mut walk = Walk { document, types: Types::default(), seen: BTreeSet::new() };
    let operations = operations::all(document);
    let events = events::all(document);
    // A document of schemas alone is a library: anything may be done with them.
    if operations.is_empty() && events.is_empty() {
        for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
            let reference = Schema::new(document, schema);
            walk.schema(&reference, Usage::SENT);
            walk.schema(&reference, Usage::RECEIVED);
            walk.types.used.insert(name.clone(), Usage { sent: true, received: true });
        }
    }
    for operation in &operations {
        for parameter in parameters::all(operation) {
            parameter.schema().iter().for_each(|schema| walk.schema(schema, Usage::SENT));
        }
        let request = bodies::request(operation).and_then(|body| body.schema);
        request.iter().for_each(|schema| walk.schema(schema, Usage::SENT));
        for response in bodies::responses(operation) {
            response.schema.iter().for_each(|schema| walk.schema(schema, Usage::RECEIVED));
        }
    }
    for (_, payload) in &events {
        payload.iter().for_each(|schema| walk.schema(schema, Usage::RECEIVED));
    }
    walk.types
}

struct Walk<'a> {
    document: &'a Value,
    types: Types,
    seen: BTreeSet<(Vec<*const Value>, bool)>,
}

impl<'a> Walk<'a> {
    fn schema(&mut self, schema: &Schema<'a>, usage: Usage) {
        if !self.seen.insert((schema.identity(), usage.sent)) {
            return;
        }
        if let Some(name) = schema.component_name() {
            let used = self.types.used.entry(name.to_owned()).or_default();
            used.sent |= usage.sent;
            used.received |= usage.received;
            if let Some(component) = Schema::component(self.document, name) {
                self.schema(&component, usage);
            }
            return;
        }
        for part in &schema.parts {
            self.parts(part);
        }
        let shape = schema.shape();
        let inner = shape.fields.values().chain(&shape.items).chain(&shape.additional).chain(&shape.choices);
        inner.for_each(|schema| self.schema(schema, usage));
    }

    /// Notes what `schema` is composed of.
    fn parts(&mut self, schema: &'a Value) {
        for part in elements(&schema["allOf"]).chain(schema.get("$ref").map(|_| schema)) {
            let name = part["$ref"].as_str().and_then(|target| target.strip_prefix("#/components/schemas/"));
            match name {
                Some(name) if self.types.parts.insert(name.to_owned()) => {
                    if let Some(component) = Schema::component(self.document, name) {
                        self.parts(component.parts[0]);
                    }
                }
                Some(_) => {}
                None if part["allOf"].is_array() => self.parts(part),
                None => {}
            }
        }
    }
}
