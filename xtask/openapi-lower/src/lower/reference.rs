//! References: those to schemas become references to components, all others stay or are inlined.

use serde_json::{Value, json};

use crate::io::finding::{Pointer, unescape};
use crate::lower::context::Lowering;
use crate::lower::index::MAX_CHAIN;

/// The maximum number of objects other than schemas that are inlined.
const MAX_INLINED: usize = 10_000;

impl Lowering<'_> {
    /// Returns the location that a reference leads to, or adds a finding if it leads nowhere.
    pub(super) fn target(&mut self, at: &Pointer, reference: &str) -> Option<String> {
        match self.index.resolve(self.source, at.as_str(), reference) {
            Ok(location) => Some(location),
            Err((problem, remedy)) => {
                self.found.add(at, problem, remedy);
                None
            }
        }
    }

    /// Follows a chain of references from `location` to its end, or adds a finding if it has none.
    pub(super) fn follow(&mut self, at: &Pointer, mut location: String) -> Option<String> {
        for _ in 0..MAX_CHAIN {
            let Some(next) = self.source.pointer(&location).and_then(|value| value["$ref"].as_str()) else {
                return Some(location);
            };
            location = self.target(&Pointer::from(location).join("$ref"), next)?;
        }
        self.found.add(at, "the reference leads back to itself", "let it refer to an object");
        None
    }

    /// Lowers a reference to a schema. The result refers to a component: generators support no other references.
    pub(super) fn schema_reference(&mut self, at: &Pointer, reference: &str) -> Option<Value> {
        let location = self.target(at, reference)?;
        self.follow(at, location.clone())?;
        self.edges.push((at.as_str().to_owned(), location.clone()));
        Some(json!({ "$ref": self.schema_at(&location) }))
    }

    /// Returns the reference to the schema at `location` in the result, and makes it a component if it is not one.
    pub(super) fn schema_at(&mut self, location: &str) -> String {
        let name = match component(location, "schemas") {
            Some(name) => self.names.of_component("schemas", &name),
            None => {
                if self.queued.insert(location.to_owned()) {
                    self.queue.push(location.to_owned());
                }
                self.names.hoisted.get(location).cloned().unwrap_or_else(|| self.names.hoist(location))
            }
        };
        format!("#/components/schemas/{name}")
    }

    /// Lowers a Reference Object to anything but a schema. A target that is not a component is inlined.
    pub(super) fn object_reference(
        &mut self,
        at: &Pointer,
        value: &Value,
        kind: &str,
        rule: fn(&mut Self, &Pointer, Value) -> Option<Value>,
    ) -> Option<Value> {
        let at_ref = at.join("$ref");
        let Some(reference) = value["$ref"].as_str() else {
            self.found.add(at_ref, "`$ref` is not a string", "write the pointer as a string");
            return None;
        };
        let location = self.target(&at_ref, reference)?;
        let location = self.follow(&at_ref, location)?;
        let in_components = at.as_str().starts_with(&format!("/components/{kind}/"));
        if let Some(name) = component(&location, kind).filter(|_| !in_components && kind != "pathItems") {
            let name = self.names.of_component(kind, &name);
            return Some(json!({ "$ref": format!("#/components/{kind}/{name}") }));
        }
        self.inline(&at_ref, &location, rule)
    }

    /// Applies `rule` to the value at `location`.
    fn inline(
        &mut self,
        at: &Pointer,
        location: &str,
        rule: fn(&mut Self, &Pointer, Value) -> Option<Value>,
    ) -> Option<Value> {
        self.inlined += 1;
        if self.inlining.iter().any(|other| other == location) {
            self.found.add(at, "the reference leads back to itself", "break the cycle");
            return None;
        }
        if self.inlined > MAX_INLINED {
            if self.inlined == MAX_INLINED + 1 {
                self.found.add(at, "too many references to targets outside of `components`", "move the targets there");
            }
            return None;
        }
        let target = self.source.pointer(location)?.clone();
        self.inlining.push(location.to_owned());
        let lowered = rule(self, &Pointer::from(location.to_owned()), target);
        self.inlining.pop();
        lowered
    }
}

/// Returns the name of the component at `location`, if it is one of this kind.
fn component(location: &str, kind: &str) -> Option<String> {
    let name = location.strip_prefix("/components/")?.strip_prefix(kind)?.strip_prefix('/')?;
    (!name.contains('/')).then(|| unescape(name))
}
