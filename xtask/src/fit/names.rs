//! Components whose names make one Rust type get different names.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToPascalCase;
use serde_json::Value;

use super::Notes;
use crate::finding::Pointer;

const SCHEMAS: &str = "#/components/schemas/";

pub(super) fn fit(notes: &mut Notes, document: &mut Value) {
    let Some(schemas) = document.pointer("/components/schemas").and_then(Value::as_object) else { return };
    let at = Pointer::root().join("components").join("schemas");
    let mut taken = BTreeSet::new();
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    // A name that makes itself has the first choice.
    let mut names: Vec<&String> = schemas.keys().collect();
    names.sort_by_key(|name| rust_name(name) != **name);
    for name in names {
        let mut other = name.clone();
        let mut count = 1;
        while !taken.insert(rust_name(&other)) {
            count += 1;
            other = format!("{name}Variant{count}");
        }
        if other != *name {
            notes
                .reworded(&at.join(name), format!("`{name}` makes the type of another schema; it is called `{other}`"));
            renamed.insert(name.clone(), other);
        }
    }
    if renamed.is_empty() {
        return;
    }
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        *schemas = std::mem::take(schemas)
            .into_iter()
            .map(|(name, schema)| (renamed.get(&name).cloned().unwrap_or(name), schema))
            .collect();
    }
    follow(&renamed, document);
}

fn rust_name(name: &str) -> String {
    name.replace(|c: char| !c.is_alphanumeric() && c != '_', "-").to_pascal_case()
}

/// References, and what a discriminator maps to, follow the names.
fn follow(renamed: &BTreeMap<String, String>, value: &mut Value) {
    let to_new = |target: &str| {
        let name = target.strip_prefix(SCHEMAS)?;
        renamed.get(&name.replace("~1", "/").replace("~0", "~")).map(|name| format!("{SCHEMAS}{name}"))
    };
    match value {
        Value::Object(members) => {
            for (key, value) in members.iter_mut() {
                if key == "$ref"
                    && let Some(new) = value.as_str().and_then(to_new)
                {
                    *value = new.into();
                } else if key == "mapping"
                    && let Some(mapping) = value.as_object_mut()
                {
                    for target in mapping.values_mut() {
                        if let Some(new) = target.as_str().and_then(to_new) {
                            *target = new.into();
                        }
                    }
                    follow(renamed, value);
                } else {
                    follow(renamed, value);
                }
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| follow(renamed, element)),
        _ => {}
    }
}
