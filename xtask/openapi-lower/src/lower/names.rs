//! Names of components: made valid where OpenAPI 3.0 does not allow them, made up where schemas become components.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase;
use serde_json::Value;

use crate::io::finding::segments;
use crate::walk::{members_of, numbered};

/// The names of the components of the result.
#[derive(Default)]
pub(super) struct Names {
    /// Names in the result by component kind and original name, where the two differ.
    renamed: BTreeMap<(String, String), String>,
    /// All schema names in the result.
    schemas: BTreeSet<String>,
    /// The names of schemas that become components, by their location.
    pub(super) hoisted: BTreeMap<String, String>,
    /// The names of webhook payloads by their event.
    payloads: BTreeMap<String, String>,
}

impl Names {
    pub(super) fn new(document: &Value) -> Self {
        let mut names = Self::default();
        for (kind, members) in members_of(&document["components"]) {
            let keys: Vec<&String> = members_of(members).map(|(key, _)| key).collect();
            let mut taken: BTreeSet<String> = keys.iter().map(|key| (*key).clone()).collect();
            for key in keys {
                let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
                if key.is_empty() || !key.chars().all(allowed) {
                    let name: String = key.chars().map(|c| if allowed(c) { c } else { '_' }).collect();
                    let name = unique(name.trim_matches('_'), &taken);
                    taken.insert(name.clone());
                    names.renamed.insert((kind.clone(), key.clone()), name);
                }
            }
            if kind == "schemas" {
                names.schemas = taken;
            }
        }
        names
    }

    pub(super) fn of_component(&self, kind: &str, name: &str) -> String {
        self.renamed.get(&(kind.to_owned(), name.to_owned())).cloned().unwrap_or_else(|| name.to_owned())
    }

    /// Chooses a unique name for the schema at `location`.
    pub(super) fn hoist(&mut self, location: &str) -> String {
        let name = self.reserve(&describe(location, false), &describe(location, true));
        self.hoisted.insert(location.to_owned(), name.clone());
        name
    }

    /// Chooses a unique name for the payload of `event`.
    pub(super) fn payload(&mut self, event: &str) -> String {
        if let Some(name) = self.payloads.get(event) {
            return name.clone();
        }
        let short = format!("{}Event", ascii_camel(event));
        let name = self.reserve(&short, &format!("{short}Payload"));
        self.payloads.insert(event.to_owned(), name.clone());
        name
    }

    /// Reserves `short` if it is free, otherwise `long`, with a number if needed.
    fn reserve(&mut self, short: &str, long: &str) -> String {
        let name = if self.schemas.contains(short) { unique(long, &self.schemas) } else { short.to_owned() };
        self.schemas.insert(name.clone());
        name
    }
}

fn unique(name: &str, taken: &BTreeSet<String>) -> String {
    numbered(if name.is_empty() { "Unnamed" } else { name }, |name| !taken.contains(name))
}

/// Makes a name of a location: `Foo` or `OwnerFoo` for a definition, `PathsPetsGetResponse200` for a schema in a path.
fn describe(location: &str, with_owner: bool) -> String {
    let segments: Vec<String> = segments(location).collect();
    if !with_owner
        && let [.., keyword, name] = segments.as_slice()
        && matches!(keyword.as_str(), "$defs" | "definitions")
    {
        return ascii_camel(name);
    }
    let structural = ["components", "schemas", "paths", "schema", "content", "properties", "$defs", "definitions"];
    segments
        .iter()
        .filter(|segment| !structural.contains(&segment.as_str()))
        .map(|segment| match segment.as_str() {
            "application/json" => String::new(),
            "items" => "Item".to_owned(),
            "responses" => "Response".to_owned(),
            "parameters" => "Parameter".to_owned(),
            "additionalProperties" => "Value".to_owned(),
            _ => ascii_camel(segment),
        })
        .collect()
}

fn ascii_camel(text: &str) -> String {
    let ascii: String = text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    ascii.to_upper_camel_case()
}
