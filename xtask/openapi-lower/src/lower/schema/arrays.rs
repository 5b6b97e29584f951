//! Arrays: 3.0 knows `items` with one schema for all of them.

use serde_json::{Value, json};

use super::Draft;
use crate::finding::Pointer;
use crate::lower::Lowering;

impl Lowering<'_> {
    pub(super) fn arrays(&mut self, at: &Pointer, draft: &mut Draft) {
        let mut prefix = draft.take("prefixItems");
        let mut prefix_at = at.join("prefixItems");
        let mut items_at = at.join("items");
        let mut items = draft.take("items");
        if items.as_ref().is_some_and(Value::is_array) {
            self.mend(&items_at, "`items` with a list is of an older JSON Schema", "call the list `prefixItems`");
            (prefix, prefix_at) = (items.take(), items_at);
            items_at = at.join("additionalItems");
            items = draft.take("additionalItems");
        } else if draft.take("additionalItems").is_some() {
            self.mend(&at.join("additionalItems"), "`additionalItems` is of an older JSON Schema", "remove it");
        }
        if let Some(unevaluated) = draft.take("unevaluatedItems") {
            let free = items.is_none() && !evaluates(draft, &["contains"]);
            if free {
                items = Some(unevaluated);
                items_at = at.join("unevaluatedItems");
            } else if items.is_none() && unevaluated != true {
                self.widen(&at.join("unevaluatedItems"), "unevaluatedItems");
            }
        }
        self.contains(at, draft);
        match prefix {
            Some(Value::Array(prefix)) if !prefix.is_empty() => {
                self.prefix_items(&prefix_at, prefix, items.map(|items| (items_at, items)), draft);
            }
            _ => match items {
                // The same as no items at all, in words every tool knows.
                Some(Value::Bool(false)) => {
                    draft.set("maxItems", 0);
                    draft.set("items", json!({}));
                }
                Some(items) => draft.out.extend(self.schema(&items_at, items).map(|items| ("items".to_owned(), items))),
                None => {}
            },
        }
    }

    /// Every place may hold what any place may hold.
    fn prefix_items(&mut self, at: &Pointer, prefix: Vec<Value>, items: Option<(Pointer, Value)>, draft: &mut Draft) {
        self.widen(at, "prefixItems");
        let length = prefix.len() as u64;
        let mut any: Vec<Value> = Vec::new();
        for (index, schema) in prefix.into_iter().enumerate() {
            any.extend(self.schema(&at.join(index), schema));
        }
        let most = draft.out.get("maxItems").and_then(Value::as_u64);
        match items {
            Some((_, Value::Bool(false))) => draft.set("maxItems", most.map_or(length, |most| most.min(length))),
            Some((at, items)) => any.extend(self.schema(&at, items)),
            None if most.is_some_and(|most| most <= length) => {}
            None => any.push(json!({})),
        }
        draft.set("items", any_of(any));
    }

    /// Checks of single elements, of which only the number needed has a word in 3.0.
    fn contains(&mut self, at: &Pointer, draft: &mut Draft) {
        let contains = draft.take("contains");
        let least = draft.take("minContains");
        let most = draft.take("maxContains");
        if contains.is_none() {
            return;
        }
        self.widen(&at.join("contains"), "contains");
        if most.is_some() {
            self.widen(&at.join("maxContains"), "maxContains");
        }
        let least = least.as_ref().map_or(Some(1), Value::as_u64).unwrap_or(0);
        let known = draft.out.get("minItems").and_then(Value::as_u64).unwrap_or(0);
        if least > known {
            draft.set("minItems", least);
        }
    }
}

/// What accepts whatever one of `schemas` accepts.
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

/// Whether keywords beside an `unevaluated*` evaluate properties or items, so that it is no plain keyword.
pub(super) fn evaluates(draft: &Draft, more: &[&str]) -> bool {
    let in_place = ["allOf", "anyOf", "oneOf", "not", "if", "dependentSchemas", "dependencies"];
    !draft.all.is_empty() || in_place.iter().chain(more).any(|keyword| draft.rest.contains_key(*keyword))
}
