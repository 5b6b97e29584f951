//! The state of one pass, and the helpers that all rules use.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::io::finding::{Collector, Finding, Pointer};
use crate::lower::index::Index;
use crate::lower::names::Names;
use crate::lower::tables;
use crate::walk::Object;

/// The maximum nesting of objects and arrays, references included. Bounds the stack.
pub(super) const MAX_DEPTH: usize = 200;

/// One pass over a document.
pub(super) struct Lowering<'a> {
    name: &'a str,
    pub(super) source: &'a Value,
    pub(super) index: &'a Index,
    /// Whether mistakes are findings, rather than repaired.
    strict: bool,
    pub(super) names: Names,
    pub(super) found: Collector,
    pub(super) relaxations: Vec<Finding>,
    pub(super) repairs: Vec<Finding>,
    /// Locations where the result accepts more than the original.
    relaxed_here: BTreeSet<String>,
    /// References: from location, to location.
    pub(super) edges: Vec<(String, String)>,
    /// The result of the first pass: locations that are relaxed, or refer to a relaxed one.
    pub(super) relaxed: BTreeSet<String>,
    /// Locations of schemas that still have to become components.
    pub(super) queue: Vec<String>,
    pub(super) queued: BTreeSet<String>,
    /// Locations that are being inlined, to detect cycles.
    pub(super) inlining: Vec<String>,
    pub(super) inlined: usize,
    depth: usize,
}

impl<'a> Lowering<'a> {
    pub(super) fn new(name: &'a str, source: &'a Value, index: &'a Index, strict: bool, names: Names) -> Self {
        Self {
            name,
            source,
            index,
            strict,
            names,
            found: Collector::new(name),
            relaxations: Vec::new(),
            repairs: Vec::new(),
            relaxed_here: BTreeSet::new(),
            edges: Vec::new(),
            relaxed: BTreeSet::new(),
            queue: Vec::new(),
            queued: BTreeSet::new(),
            inlining: Vec::new(),
            inlined: 0,
            depth: 0,
        }
    }

    /// Returns the locations that are relaxed, and the references to schemas that contain one.
    pub(super) fn relaxed_locations(&self) -> BTreeSet<String> {
        let mut relaxed = self.relaxed_here.clone();
        loop {
            let before = relaxed.len();
            for (from, to) in &self.edges {
                if !relaxed.contains(from) && contains_any(to, &relaxed) {
                    relaxed.insert(from.clone());
                }
            }
            if relaxed.len() == before {
                return relaxed;
            }
        }
    }

    /// Returns whether the lowered schema for `at` may accept more than the original.
    pub(super) fn is_relaxed(&self, at: &Pointer) -> bool {
        contains_any(at.as_str(), &self.relaxed)
    }

    /// Marks the schema at `at` as relaxed, without a note for the author.
    pub(super) fn mark_relaxed(&mut self, at: &Pointer) {
        self.relaxed_here.insert(at.as_str().to_owned());
    }

    /// Notes that `keyword` at `at` was relaxed as described in [`tables::RELAXED`].
    pub(super) fn relax(&mut self, at: &Pointer, keyword: &str) {
        self.mark_relaxed(at);
        let how = tables::RELAXED.iter().find(|(listed, _)| *listed == keyword).map_or("relaxed", |(_, how)| how);
        let problem = format!("OpenAPI 3.0 has no equivalent of this `{keyword}`: {how}");
        let remedy = "nothing, unless clients must check it: then rewrite the schema with an overlay";
        self.relaxations.push(Finding::new(self.name, at, problem, remedy));
    }

    /// Notes a mistake in the original that the caller repairs. In strict mode it is a finding.
    pub(super) fn repair(&mut self, at: &Pointer, problem: impl Into<String>, remedy: impl Into<String>) {
        let (problem, remedy) = (problem.into(), remedy.into());
        if self.strict {
            self.found.add(at, problem, remedy);
        } else {
            self.repairs.push(Finding::new(self.name, at, problem, remedy));
        }
    }

    /// Returns whether the document is OpenAPI 3.2.
    pub(super) fn is_3_2(&self) -> bool {
        self.source["openapi"].as_str().is_some_and(|version| version.starts_with("3.2."))
    }

    /// Adds a finding if the document is OpenAPI 3.2 and `key` of `owner` is new in it. Returns whether it is.
    pub(super) fn is_new_in_3_2(&mut self, at: &Pointer, key: &str, owner: &str) -> bool {
        let is_new = self.is_3_2() && tables::NEW_IN_3_2.contains(&(owner, key));
        if is_new {
            let problem = format!("`{key}` of {owner} is new in OpenAPI 3.2; 3.0 has no equivalent");
            self.found.add(at, problem, "replace or remove it with an overlay");
        }
        is_new
    }

    /// Handles a keyword without a rule: dropped if [`tables::DROPPED`] lists it, a finding if it is new in OpenAPI 3.2,
    /// otherwise a mistake.
    pub(super) fn other(&mut self, at: &Pointer, key: &str, owner: &str) -> Option<Value> {
        if self.is_new_in_3_2(at, key, owner) {
            return None;
        }
        if !tables::DROPPED.iter().any(|(object, keyword, _)| *object == owner && *keyword == key) {
            self.repair(
                at,
                format!("`{key}` is not a keyword of {owner}, and there is no lowering rule for it"),
                "correct its spelling, or remove it with an overlay",
            );
        }
        None
    }

    /// Applies `rule` one level deeper, or adds a finding if that is too deep.
    pub(super) fn descend<T>(&mut self, at: &Pointer, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth > MAX_DEPTH {
            self.found.add(
                at,
                format!("references and schemas are nested more than {MAX_DEPTH} levels deep"),
                "move inner schemas to `components/schemas`",
            );
            return None;
        }
        self.depth += 1;
        let result = rule(self);
        self.depth -= 1;
        result
    }

    /// Applies `rule` to each member of an object, and keeps what it returns.
    pub(super) fn object(
        &mut self,
        at: &Pointer,
        value: Value,
        mut rule: impl FnMut(&mut Self, &Pointer, &str, Value) -> Option<Value>,
    ) -> Option<Value> {
        let members = self.members(at, value)?;
        self.descend(at, |this| {
            let mut lowered = Object::new();
            for (key, value) in members {
                let at = at.join(&key);
                let kept = if key.starts_with("x-") {
                    Some(value)
                } else if value.is_null() && !matches!(key.as_str(), "example" | "default" | "value") {
                    this.repair(&at, format!("`{key}` is null"), "remove it");
                    None
                } else {
                    rule(this, &at, &key, value)
                };
                if let Some(value) = kept {
                    lowered.insert(key, value);
                }
            }
            Some(Value::Object(lowered))
        })
    }

    /// Applies `rule` to each value of a map with free names.
    pub(super) fn map(
        &mut self,
        at: &Pointer,
        value: Value,
        mut rule: impl FnMut(&mut Self, &Pointer, Value) -> Option<Value>,
    ) -> Option<Value> {
        let members = self.members(at, value)?;
        self.descend(at, |this| {
            let lowered =
                members.into_iter().filter_map(|(key, value)| Some((rule(this, &at.join(&key), value)?, key)));
            Some(lowered.map(|(value, key)| (key, value)).collect())
        })
    }

    pub(super) fn members(&mut self, at: &Pointer, value: Value) -> Option<Object> {
        match value {
            Value::Object(members) => Some(members),
            _ => {
                self.found.add(at, "not an object", "write an object here");
                None
            }
        }
    }

    /// Applies `rule` to each element of an array, and keeps what it returns.
    pub(super) fn list(
        &mut self,
        at: &Pointer,
        value: Value,
        mut rule: impl FnMut(&mut Self, &Pointer, Value) -> Option<Value>,
    ) -> Option<Value> {
        let Value::Array(elements) = value else {
            self.found.add(at, "not an array", "write an array here");
            return None;
        };
        let elements = elements.into_iter().enumerate();
        Some(elements.filter_map(|(index, value)| rule(self, &at.join(index), value)).collect())
    }

    /// Returns an object, or `None` with a repair if it lacks the member `key`.
    pub(super) fn with_member(
        &mut self,
        at: &Pointer,
        object: Value,
        key: &str,
        problem: &str,
        remedy: &str,
    ) -> Option<Value> {
        if object.get(key).is_none() {
            self.repair(at, problem, remedy);
            return None;
        }
        Some(object)
    }

    /// Checks a value that must be a string. A number or a boolean is one that lost its quotes.
    pub(super) fn string(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        match value {
            Value::String(_) => Some(value),
            Value::Number(_) | Value::Bool(_) => {
                self.repair(at, "not a string", "put it in quotes");
                Some(value.to_string().into())
            }
            _ => {
                self.found.add(at, "not a string", "write a string here");
                None
            }
        }
    }
}

/// Returns whether one of `locations` is `at` or lies below it.
fn contains_any(at: &str, locations: &BTreeSet<String>) -> bool {
    let below = format!("{at}/");
    locations.contains(at)
        || locations.range(below.clone()..).next().is_some_and(|location| location.starts_with(&below))
}
