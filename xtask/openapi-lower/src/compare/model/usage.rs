//! Which component schemas are used, and whether programs send or receive their values.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::compare::change::Usage;
use crate::compare::model::schema::Schema;
use crate::compare::model::{body, event, operation, parameter};
use crate::walk::{elements_of, members_of};

/// How the types of both documents are used.
pub(in crate::compare) struct Usages {
    old: Types,
    new: Types,
}

impl Usages {
    /// Returns how programs for the old document use a type of it.
    pub(in crate::compare) fn of(&self, name: &str) -> Usage {
        self.old.used.get(name).copied().unwrap_or_default()
    }

    /// Returns whether a schema is only a part of others, which contain its fields.
    pub(in crate::compare) fn is_part(&self, old: &str, new: &str) -> bool {
        let is_part = |types: &Types, name| types.parts.contains(name) && !types.used.contains_key(name);
        is_part(&self.old, old) && is_part(&self.new, new)
    }
}

pub(in crate::compare) fn of_both(old: &Value, new: &Value) -> Usages {
    Usages { old: types(old), new: types(new) }
}

#[derive(Default)]
struct Types {
    used: BTreeMap<String, Usage>,
    parts: BTreeSet<String>,
}

fn types(document: &Value) -> Types {
    let mut walk = Walk { document, types: Types::default(), seen: BTreeSet::new() };
    let operations = operation::all(document);
    let events = event::all(document);
    // A document with nothing but schemas is a library: they may be used in any way.
    if operations.is_empty() && events.is_empty() {
        for (name, schema) in members_of(&document["components"]["schemas"]) {
            let reference = Schema::new(document, schema);
            walk.schema(&reference, Usage::SENT);
            walk.schema(&reference, Usage::RECEIVED);
            walk.types.used.insert(name.clone(), Usage { sent: true, received: true });
        }
    }
    for operation in &operations {
        for parameter in parameter::all(operation) {
            parameter.schema().iter().for_each(|schema| walk.schema(schema, Usage::SENT));
        }
        let request = body::request(operation).and_then(|body| body.schema);
        request.iter().for_each(|schema| walk.schema(schema, Usage::SENT));
        for response in body::all_responses(operation) {
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
            self.collect_parts(part);
        }
        let shape = schema.shape();
        let inner = shape.fields.values().chain(&shape.items).chain(&shape.additional).chain(&shape.choices);
        inner.for_each(|schema| self.schema(schema, usage));
    }

    /// Collects the components that `schema` is composed of.
    fn collect_parts(&mut self, schema: &'a Value) {
        for part in elements_of(&schema["allOf"]).chain(schema.get("$ref").map(|_| schema)) {
            let name = part["$ref"].as_str().and_then(|target| target.strip_prefix("#/components/schemas/"));
            match name {
                Some(name) if self.types.parts.insert(name.to_owned()) => {
                    if let Some(component) = Schema::component(self.document, name) {
                        self.collect_parts(component.parts[0]);
                    }
                }
                Some(_) => {}
                None if part["allOf"].is_array() => self.collect_parts(part),
                None => {}
            }
        }
    }
}
