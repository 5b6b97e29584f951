//! Objects: 3.0 has `properties`, and one schema for all other members.

use serde_json::{Value, json};

use crate::io::finding::Pointer;
use crate::lower::context::Lowering;
use crate::lower::schema::arrays::{any_of, evaluates};
use crate::lower::schema::draft::Draft;
use crate::walk::Object;

/// The maximum depth of compositions and references in the search for a property.
const MAX_SEARCH_DEPTH: usize = 8;

/// Patterns that every name matches.
const EVERY_NAME: [&str; 8] = ["", ".*", "^.*$", "^", "$", "^.*", ".*$", "^(.*)$"];

impl Lowering<'_> {
    pub(super) fn object_members(&mut self, at: &Pointer, draft: &mut Draft) {
        if let Some(properties) = draft.take("properties") {
            let properties = self.map(&at.join("properties"), properties, Self::schema);
            draft.set_some("properties", properties);
        }
        self.required(at, draft);
        for keyword in ["propertyNames", "dependentRequired"] {
            if draft.take(keyword).is_some() {
                self.relax(&at.join(keyword), keyword);
            }
        }
        let unevaluated = draft.take("unevaluatedProperties");
        let mut others = draft.take("additionalProperties").map(|schema| (at.join("additionalProperties"), schema));
        if let Some(unevaluated) = unevaluated.filter(|_| others.is_none()) {
            let at = at.join("unevaluatedProperties");
            if !evaluates(draft, &[]) {
                others = Some((at, unevaluated));
            } else if unevaluated != true {
                self.relax(&at, "unevaluatedProperties");
            }
        }
        for keyword in ["dependentSchemas", "dependencies"] {
            if draft.take(keyword).is_some() {
                self.relax(&at.join(keyword), keyword);
            }
        }
        let patterns = draft.take("patternProperties");
        match patterns {
            Some(Value::Object(patterns)) if !patterns.is_empty() => {
                let at = at.join("patternProperties");
                let every = patterns.len() == 1 && patterns.keys().all(|name| EVERY_NAME.contains(&name.as_str()));
                if !every || draft.out.contains_key("properties") {
                    self.relax(&at, "patternProperties");
                }
                let mut any = Vec::new();
                for (pattern, schema) in patterns {
                    any.extend(self.schema(&at.join(pattern), schema));
                }
                match others {
                    _ if every => {}
                    Some((_, Value::Bool(false))) => {}
                    Some((at, others)) => any.extend(self.schema(&at, others)),
                    None => any.push(json!({})),
                }
                draft.set("additionalProperties", any_of(any));
            }
            _ => match others {
                Some((_, Value::Bool(flag))) => draft.set("additionalProperties", flag),
                Some((at, others)) => draft.set_some("additionalProperties", self.schema(&at, others)),
                None => {}
            },
        }
    }

    /// Lowers `required`. An empty list is invalid in 3.0.
    fn required(&mut self, at: &Pointer, draft: &mut Draft) {
        let Some(required) = draft.take("required") else { return };
        let Value::Array(names) = required else {
            self.repair(
                &at.join("required"),
                "`required` of a schema must be a list of property names",
                "list the property in the schema that contains it",
            );
            return;
        };
        let mut unique: Vec<Value> = Vec::new();
        for name in names.into_iter().filter(Value::is_string) {
            if !unique.contains(&name) {
                unique.push(name);
            }
        }
        if !unique.is_empty() {
            draft.set("required", unique);
        }
    }

    /// Declares required properties. Beside `allOf`, validators of 3.0 expect a declaration, which accepts what the
    /// property accepted before.
    pub(super) fn declare_required(&self, at: &Pointer, out: &mut Object) {
        let Some(Value::Array(required)) = out.get("required").cloned() else { return };
        let others = match out.get("additionalProperties") {
            Some(Value::Object(schema)) => Value::Object(schema.clone()),
            Some(Value::Bool(false)) => return,
            _ => json!({}),
        };
        for name in required.iter().filter_map(Value::as_str) {
            if !self.declares(at.as_str(), name, MAX_SEARCH_DEPTH)
                && let Some(properties) = out.entry("properties").or_insert_with(|| json!({})).as_object_mut()
            {
                properties.insert(name.to_owned(), others.clone());
            }
        }
    }

    /// Returns whether the schema at `location`, or one that it is composed of, declares the property.
    fn declares(&self, location: &str, property: &str, steps: usize) -> bool {
        let (Some(schema), Some(steps)) = (self.source.pointer(location), steps.checked_sub(1)) else { return false };
        if schema["properties"].get(property).is_some() {
            return true;
        }
        if let Some(reference) = schema["$ref"].as_str()
            && let Ok(target) = self.index.resolve(self.source, location, reference)
            && self.declares(&target, property, steps)
        {
            return true;
        }
        ["allOf", "anyOf", "oneOf"].iter().any(|keyword| {
            let count = schema[keyword].as_array().map_or(0, Vec::len);
            (0..count).any(|index| self.declares(&format!("{location}/{keyword}/{index}"), property, steps))
        })
    }
}
