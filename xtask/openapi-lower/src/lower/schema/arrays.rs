//! Arrays: 3.0 has only `items`, one schema for all elements.

use serde_json::{Value, json};

use crate::io::finding::Pointer;
use crate::lower::context::Lowering;
use crate::lower::schema::draft::Draft;

impl Lowering<'_> {
    pub(super) fn arrays(&mut self, at: &Pointer, draft: &mut Draft) {
        let mut prefix = draft.take("prefixItems");
        let mut prefix_at = at.join("prefixItems");
        let mut items_at = at.join("items");
        let mut items = draft.take("items");
        if items.as_ref().is_some_and(Value::is_array) {
            self.repair(
                &items_at,
                "`items` with a list belongs to an older JSON Schema",
                "rename the list to `prefixItems`",
            );
            (prefix, prefix_at) = (items.take(), items_at);
            items_at = at.join("additionalItems");
            items = draft.take("additionalItems");
        } else if draft.take("additionalItems").is_some() {
            self.repair(&at.join("additionalItems"), "`additionalItems` belongs to an older JSON Schema", "remove it");
        }
        if let Some(unevaluated) = draft.take("unevaluatedItems") {
            let free = items.is_none() && !evaluates(draft, &["contains"]);
            if free {
                items = Some(unevaluated);
                items_at = at.join("unevaluatedItems");
            } else if items.is_none() && unevaluated != true {
                self.relax(&at.join("unevaluatedItems"), "unevaluatedItems");
            }
        }
        self.contains(at, draft);
        match prefix {
            Some(Value::Array(prefix)) if !prefix.is_empty() => {
                self.prefix_items(&prefix_at, prefix, items.map(|items| (items_at, items)), draft);
            }
            _ => match items {
                // No elements: in a form that every tool supports.
                Some(Value::Bool(false)) => {
                    draft.set("maxItems", 0);
                    draft.set("items", json!({}));
                }
                Some(items) => draft.set_some("items", self.schema(&items_at, items)),
                None => {}
            },
        }
    }

    /// Every index may hold what any index may hold.
    fn prefix_items(&mut self, at: &Pointer, prefix: Vec<Value>, items: Option<(Pointer, Value)>, draft: &mut Draft) {
        self.relax(at, "prefixItems");
        let length = prefix.len() as u64;
        let mut any: Vec<Value> = Vec::new();
        for (index, schema) in prefix.into_iter().enumerate() {
            any.extend(self.schema(&at.join(index), schema));
        }
        let max = draft.out.get("maxItems").and_then(Value::as_u64);
        match items {
            Some((_, Value::Bool(false))) => draft.set("maxItems", max.map_or(length, |max| max.min(length))),
            Some((at, items)) => any.extend(self.schema(&at, items)),
            None if max.is_some_and(|max| max <= length) => {}
            None => any.push(json!({})),
        }
        draft.set("items", any_of(any));
    }

    /// Of the checks on single elements, 3.0 can express only how many there must be.
    fn contains(&mut self, at: &Pointer, draft: &mut Draft) {
        let contains = draft.take("contains");
        let min = draft.take("minContains");
        let max = draft.take("maxContains");
        if contains.is_none() {
            return;
        }
        self.relax(&at.join("contains"), "contains");
        if max.is_some() {
            self.relax(&at.join("maxContains"), "maxContains");
        }
        let min = min.as_ref().map_or(Some(1), Value::as_u64).unwrap_or(0);
        let known = draft.out.get("minItems").and_then(Value::as_u64).unwrap_or(0);
        if min > known {
            draft.set("minItems", min);
        }
    }
}

/// Returns a schema that accepts what any of `schemas` accepts.
pub(super) fn any_of(schemas: Vec<Value>) -> Value {
    let mut any: Vec<Value> = Vec::new();
    for schema in schemas {
        if schema == json!({}) {
            return schema;
        }
        if !any.contains(&schema) {
            any.push(schema);
        }
    }
    if any.len() == 1 { any.remove(0) } else { json!({ "anyOf": any }) }
}

/// Returns whether keywords beside an `unevaluated*` may evaluate properties or items.
pub(super) fn evaluates(draft: &Draft, more: &[&str]) -> bool {
    let in_place = ["allOf", "anyOf", "oneOf", "not", "if", "dependentSchemas", "dependencies"];
    !draft.all.is_empty() || in_place.iter().chain(more).any(|keyword| draft.rest.contains_key(*keyword))
}
