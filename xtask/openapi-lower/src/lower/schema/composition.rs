//! `allOf`, `anyOf`, `oneOf`, `not`, and `if`.

use serde_json::{Value, json};

use crate::io::finding::Pointer;
use crate::lower::context::Lowering;
use crate::lower::schema::arrays::any_of;
use crate::lower::schema::draft::Draft;
use crate::walk::{Object, accepts_only_null, members_of};

/// The maximum number of references followed to find the schema of a branch.
const MAX_CHAIN: usize = 16;

/// Annotations of a single branch that those of the schema around it override.
const ANNOTATIONS: [&str; 8] =
    ["title", "description", "default", "example", "deprecated", "readOnly", "writeOnly", "externalDocs"];

impl Lowering<'_> {
    pub(super) fn composition(&mut self, at: &Pointer, draft: &mut Draft) {
        if let Some(Value::Array(all)) = self.branches(at, "allOf", draft) {
            let lowered = self.list(&at.join("allOf"), Value::Array(all), Self::schema);
            draft.set_some("allOf", lowered);
        }
        self.negation(at, draft);
        self.conditional(at, draft);
        for keyword in ["anyOf", "oneOf"] {
            if let Some(Value::Array(branches)) = self.branches(at, keyword, draft) {
                self.choice(&at.join(keyword), keyword, branches, draft);
            }
        }
    }

    /// Takes the list of branches. An empty list is invalid in both versions.
    fn branches(&mut self, at: &Pointer, keyword: &str, draft: &mut Draft) -> Option<Value> {
        let value = draft.take(keyword)?;
        match value.as_array() {
            Some(branches) if branches.is_empty() => {
                self.repair(&at.join(keyword), format!("`{keyword}` is empty"), "remove it");
                None
            }
            Some(_) => Some(value),
            None => {
                self.found.add(at.join(keyword), "not an array", "write an array here");
                None
            }
        }
    }

    /// Lowers `anyOf` and `oneOf`. A branch for null becomes `nullable`.
    fn choice(&mut self, at: &Pointer, keyword: &str, branches: Vec<Value>, draft: &mut Draft) {
        let mut null = false;
        let mut lowered: Vec<Value> = Vec::new();
        let mut locations = Vec::new();
        for (index, branch) in branches.into_iter().enumerate() {
            let at = at.join(index);
            if self.is_null(&at, &branch) {
                null = true;
            } else if let Some(schema) = self.schema(&at, branch) {
                lowered.push(schema);
                locations.push(at);
            }
        }
        let mut keyword = keyword;
        if keyword == "oneOf" && null {
            // If another branch accepts null, too, null matched twice and was rejected.
            self.mark_relaxed(at);
        }
        if keyword == "oneOf"
            && locations.iter().any(|location| self.is_relaxed(location))
            && !self.are_disjoint(&locations)
        {
            self.relax(at, "oneOf");
            keyword = "anyOf";
        }
        let nullable = null && draft.allows_null();
        if lowered.is_empty() {
            let only_null = json!({"type": "string", "nullable": true, "enum": [null]});
            if nullable && draft.types.is_none() && draft.values.is_none() {
                merge_single(draft, only_null);
            } else {
                draft.all.push(only_null);
            }
            return;
        }
        if !null {
            match draft.out.contains_key(keyword) {
                true => draft.all.push(json!({ keyword: lowered })),
                false => draft.set(keyword, lowered),
            }
            return;
        }
        // Beside keywords that may reject null, `nullable` must apply to this group alone.
        let others = !draft.all.is_empty()
            || ["allOf", "anyOf", "oneOf", "not"].iter().any(|key| draft.out.contains_key(*key))
            || ["anyOf", "oneOf"].iter().any(|key| draft.rest.contains_key(*key));
        let single = lowered.len() == 1;
        if nullable && !others && draft.types.is_none() && draft.values.is_none() {
            match single {
                true => merge_single(draft, lowered.remove(0)),
                false => draft.set(keyword, lowered),
            }
            draft.nullable = true;
            return;
        }
        let mut group = Object::new();
        group.insert(if single { "allOf" } else { keyword }.to_owned(), lowered.into());
        if nullable {
            group.insert("nullable".to_owned(), true.into());
        }
        draft.all.push(Value::Object(group));
    }

    /// Returns whether `branch`, through references, accepts only null. References are followed in the source, of which `at`
    /// is a location.
    fn is_null(&self, at: &Pointer, branch: &Value) -> bool {
        let branch = if branch.get("$ref").is_some() { self.dereference(at) } else { branch };
        branch.as_object().is_some_and(accepts_only_null)
    }

    /// Returns whether no value is accepted by two of the schemas at `locations`: they differ in type, or in the value
    /// of a tag. Neither check is ever relaxed.
    fn are_disjoint(&self, locations: &[Pointer]) -> bool {
        let schemas: Vec<&Value> = locations.iter().map(|location| self.dereference(location)).collect();
        schemas.iter().enumerate().all(|(index, a)| schemas[..index].iter().all(|b| differ(a, b)))
    }

    /// Returns the schema at `location`, or the one that its reference leads to.
    fn dereference(&self, location: &Pointer) -> &Value {
        let mut location = location.as_str().to_owned();
        for _ in 0..MAX_CHAIN {
            let Some(reference) = self.source.pointer(&location).and_then(|schema| schema["$ref"].as_str()) else {
                break;
            };
            match self.index.resolve(self.source, &location, reference) {
                Ok(target) => location = target,
                Err(_) => break,
            }
        }
        self.source.pointer(&location).unwrap_or(&Value::Null)
    }

    /// Lowers `not`, or drops it if its schema was relaxed: it would reject what the original accepts.
    fn negation(&mut self, at: &Pointer, draft: &mut Draft) {
        let Some(value) = draft.take("not") else { return };
        let at = at.join("not");
        let Some(schema) = self.schema(&at, value) else { return };
        if self.is_relaxed(&at) {
            self.relax(&at, "not");
        } else {
            draft.set("not", schema);
        }
    }

    /// Either `if` and `then` apply, or `else`. That `if` must not match in the second case cannot be expressed.
    fn conditional(&mut self, at: &Pointer, draft: &mut Draft) {
        let condition = draft.take("if");
        let then = draft.take("then").map(|schema| (at.join("then"), schema));
        let otherwise = draft.take("else").map(|schema| (at.join("else"), schema));
        let Some(condition) = condition else { return };
        match (condition, then, otherwise) {
            (_, None, None) => {}
            (Value::Bool(true), Some((at, schema)), _) | (Value::Bool(false), _, Some((at, schema))) => {
                draft.all.extend(self.schema(&at, schema));
            }
            (Value::Bool(_), _, _) => {}
            (condition, Some((then_at, then)), Some((else_at, otherwise))) => {
                self.relax(&at.join("if"), "if");
                let condition = self.schema(&at.join("if"), condition);
                let then = self.schema(&then_at, then);
                let otherwise = self.schema(&else_at, otherwise);
                if let (Some(condition), Some(then), Some(otherwise)) = (condition, then, otherwise) {
                    draft.all.push(any_of(vec![json!({"allOf": [condition, then]}), otherwise]));
                }
            }
            _ => self.relax(&at.join("if"), "if"),
        }
    }
}

/// Returns whether two schemas differ in type or in the value of a tag.
fn differ(a: &Value, b: &Value) -> bool {
    let kind = |schema: &Value| schema["type"].as_str().map(|name| name.replace("integer", "number"));
    if let (Some(a), Some(b)) = (kind(a), kind(b))
        && a != b
    {
        return true;
    }
    members_of(&a["properties"]).any(|(name, _)| match (tag_values(a, name), tag_values(b, name)) {
        (Some(a), Some(b)) => a.iter().all(|value| !b.contains(value)),
        _ => false,
    })
}

/// Returns the possible values of a required property of an object.
fn tag_values(schema: &Value, name: &str) -> Option<Vec<Value>> {
    if schema["type"] != "object" || !schema["required"].as_array()?.iter().any(|required| required == name) {
        return None;
    }
    let property = &schema["properties"][name];
    property.get("const").map(|value| vec![value.clone()]).or_else(|| property["enum"].as_array().cloned())
}

/// Merges the keywords of the only branch into the schema, so that `nullable` is beside its `type`. A reference, and
/// keywords that would collide, go to `allOf`.
fn merge_single(draft: &mut Draft, branch: Value) {
    let Value::Object(mut members) = branch else { return };
    members.retain(|key, _| !ANNOTATIONS.contains(&key.as_str()) || !draft.out.contains_key(key));
    if members.contains_key("$ref") || members.keys().any(|key| draft.out.contains_key(key)) {
        draft.out.insert("allOf".to_owned(), json!([members]));
        return;
    }
    if let Some(values) = members.get_mut("enum").and_then(Value::as_array_mut)
        && !values.contains(&Value::Null)
    {
        values.push(Value::Null);
    }
    draft.out.extend(members);
}
