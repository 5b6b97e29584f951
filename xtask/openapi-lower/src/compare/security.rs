//! Compares the security requirements.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::compare::change::{Diff, Kind, Subject, SubjectKind, Usage};
use crate::compare::model::operation::Operation;
use crate::compare::schemas::Comparison;
use crate::compare::terms::Terms;
use crate::walk::{elements_of, members_of, resolve};

/// Alternative requirements: each a set of schemes, by their definitions, with their scopes.
type Requirements = Vec<BTreeMap<String, Value>>;

/// Compares the requirements of the documents, which apply to operations without their own.
pub(super) fn compare_defaults(old: &Value, new: &Value, diff: &mut Diff) {
    let subject = Subject { kind: SubjectKind::Document, name: String::new() };
    let both = (requirements(old, &old["security"]), requirements(new, &new["security"]));
    add(diff, subject, both, "security of every operation without its own changed");
}

/// Compares the requirements of two operations, if one of them has its own.
pub(super) fn compare(old: &Operation<'_>, new: &Operation<'_>, diff: &mut Diff) {
    if old.value.get("security").is_none() && new.value.get("security").is_none() {
        return;
    }
    let own = |operation: &Operation<'_>| {
        let required = operation.value.get("security").unwrap_or(&operation.document["security"]);
        requirements(operation.document, required)
    };
    add(diff, new.subject(), (own(old), own(new)), "security changed");
}

fn add(diff: &mut Diff, subject: Subject, (old, new): (Requirements, Requirements), message: &str) {
    if old.len() == new.len() && old.iter().all(|requirement| new.contains(requirement)) {
        return;
    }
    // What met an old requirement still meets one if each old requirement contains a new one.
    let is_met = |old: &BTreeMap<String, Value>| {
        new.iter().any(|new| new.iter().all(|(scheme, scopes)| old.get(scheme) == Some(scopes)))
    };
    let (before, after) = (describe(&old), describe(&new));
    let mut comparison = Comparison::new(subject, Usage::SENT, &Terms::OPENAPI, diff);
    let change = comparison.add("", Kind::SecurityChanged, format!("{message}, {before} -> {after}"));
    change.with_values(before, after);
    change.requires_more = !old.iter().all(is_met);
}

fn requirements(document: &Value, security: &Value) -> Requirements {
    let mut requirements: Requirements = elements_of(security).map(|one| schemes(document, one)).collect();
    if requirements.is_empty() {
        // Nothing is required.
        requirements.push(BTreeMap::new());
    }
    requirements
}

/// Returns the schemes of one requirement by their definitions, so that another name for the same is no change.
fn schemes(document: &Value, requirement: &Value) -> BTreeMap<String, Value> {
    let named = members_of(requirement);
    named
        .map(|(name, scopes)| {
            let mut definition = resolve(document, &document["components"]["securitySchemes"][name]).clone();
            match definition.as_object_mut() {
                Some(definition) => definition.retain(|key, _| key != "description" && !key.starts_with("x-")),
                None => definition = json!({ "undefined": name }),
            }
            (definition.to_string(), scopes.clone())
        })
        .collect()
}

fn describe(requirements: &Requirements) -> String {
    let one = |requirement: &BTreeMap<String, Value>| {
        let names: Vec<_> =
            requirement.iter().map(|(definition, scopes)| describe_scheme(definition, scopes)).collect();
        if names.is_empty() { "nothing".to_owned() } else { names.join(" and ") }
    };
    requirements.iter().map(one).collect::<Vec<_>>().join(" or ")
}

fn describe_scheme(definition: &str, scopes: &Value) -> String {
    let definition: Value = serde_json::from_str(definition).unwrap_or_default();
    let parts = ["type", "scheme", "in", "name", "undefined"].iter().filter_map(|key| definition[key].as_str());
    let scopes: Vec<_> = elements_of(scopes).filter_map(Value::as_str).collect();
    let mut words = parts.collect::<Vec<_>>().join(" ");
    if !scopes.is_empty() {
        words.push_str(&format!(" ({})", scopes.join(", ")));
    }
    words
}
