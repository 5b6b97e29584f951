//! Compares what a call has to prove.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::change::{Change, Diff, Kind, Subject, SubjectKind, Verdict};
use super::operations::Operation;
use super::shape::elements;
use crate::walk::resolve;

/// The ways to be let in: each a set of schemes as they are defined, with their scopes.
type Ways = Vec<BTreeMap<String, Value>>;

/// Compares the requirements of the documents, which hold for every operation that has none of its own.
pub(super) fn compare_defaults(old: &Value, new: &Value, diff: &mut Diff) {
    let subject = Subject { kind: SubjectKind::Document, name: String::new(), rust: String::new() };
    let ways = (ways(old, &old["security"]), ways(new, &new["security"]));
    note(diff, &subject, ways, "security of every operation without its own changed");
}

/// Compares the requirements of two operations, if one of them has its own.
pub(super) fn compare(old: &Operation<'_>, new: &Operation<'_>, subject: &Subject, diff: &mut Diff) {
    if old.value.get("security").is_none() && new.value.get("security").is_none() {
        return;
    }
    let own = |operation: &Operation<'_>| {
        let required = operation.value.get("security").unwrap_or(&operation.document["security"]);
        ways(operation.document, required)
    };
    note(diff, subject, (own(old), own(new)), "security changed");
}

/// A call that was let in is let in still if each old way contains a new one.
fn note(diff: &mut Diff, subject: &Subject, (old, new): (Ways, Ways), message: &str) {
    let same = old.len() == new.len() && old.iter().all(|way| new.contains(way));
    if same {
        return;
    }
    let is_let_in = |old: &BTreeMap<String, Value>| {
        new.iter().any(|new| new.iter().all(|(scheme, scopes)| old.get(scheme) == Some(scopes)))
    };
    diff.add(Change {
        verdict: Verdict::breaking_if(!old.iter().all(is_let_in)),
        kind: Kind::SecurityChanged,
        subject: subject.clone(),
        place: String::new(),
        message: format!("{message}, {} -> {}", words(&old), words(&new)),
        before: Some(words(&old)),
        after: Some(words(&new)),
    });
}

fn ways(document: &Value, required: &Value) -> Ways {
    let mut ways: Ways = elements(required).map(|way| schemes(document, way)).collect();
    if ways.is_empty() {
        // Nothing is required: one way that asks for nothing.
        ways.push(BTreeMap::new());
    }
    ways
}

/// The schemes of one way, known by their definitions, so that another name for the same changes nothing.
fn schemes(document: &Value, way: &Value) -> BTreeMap<String, Value> {
    let named = way.as_object().into_iter().flatten();
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

/// The ways in a word or two each.
fn words(ways: &Ways) -> String {
    let way = |way: &BTreeMap<String, Value>| {
        let names: Vec<_> = way.iter().map(|(definition, scopes)| scheme_words(definition, scopes)).collect();
        if names.is_empty() { "nothing".to_owned() } else { names.join(" and ") }
    };
    ways.iter().map(way).collect::<Vec<_>>().join(" or ")
}

fn scheme_words(definition: &str, scopes: &Value) -> String {
    let definition: Value = serde_json::from_str(definition).unwrap_or_default();
    let parts = ["type", "scheme", "in", "name", "undefined"].iter().filter_map(|key| definition[key].as_str());
    let scopes: Vec<_> = elements(scopes).filter_map(Value::as_str).collect();
    let mut words = parts.collect::<Vec<_>>().join(" ");
    if !scopes.is_empty() {
        words.push_str(&format!(" ({})", scopes.join(", ")));
    }
    words
}
