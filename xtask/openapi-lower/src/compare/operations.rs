//! Compares the operations: which exist, with which method, path and id.

use serde_json::Value;

use crate::compare::change::{Diff, Kind, Usage};
use crate::compare::model::operation::{Operation, all};
use crate::compare::pairs::{pair_up, probable_renames};
use crate::compare::schemas::Comparison;
use crate::compare::terms::Terms;
use crate::compare::{bodies, parameters, security};
use crate::walk::{elements_of, members_of};

pub(super) fn compare(old: &Value, new: &Value, terms: &Terms, diff: &mut Diff) {
    let (mut removed, mut added) = (all(old), all(new));
    let mut pairs = Vec::new();
    // By method and path, then with other names in the path, then by id.
    pair_up(&mut removed, &mut added, &mut pairs, |a, b| a.method == b.method && a.path == b.path);
    pair_up(&mut removed, &mut added, &mut pairs, |a, b| a.method == b.method && a.template() == b.template());
    pair_up(&mut removed, &mut added, &mut pairs, Operation::has_id_of);
    let indices = |list: &[Operation<'_>]| (0..list.len()).collect::<Vec<_>>();
    let renames = probable_renames(&indices(&removed), &indices(&added), |a, b| {
        removed[a].method == added[b].method
            && !inputs(removed[a].value).is_empty()
            && inputs(removed[a].value) == inputs(added[b].value)
    });
    for (index, operation) in removed.iter().enumerate() {
        let new = renames.iter().find(|(old, _)| *old == index).map(|(_, new)| added[*new].subject().name);
        let hint = new.map(|new| format!("; perhaps renamed to `{new}`")).unwrap_or_default();
        let mut comparison = Comparison::new(operation.subject(), Usage::SENT, terms, diff);
        comparison.add("", Kind::OperationRemoved, format!("operation removed{hint}"));
    }
    for (index, operation) in added.iter().enumerate() {
        let old = renames.iter().find(|(_, new)| *new == index).map(|(old, _)| removed[*old].subject().name);
        let hint = old.map(|old| format!("; perhaps renamed from `{old}`")).unwrap_or_default();
        let mut comparison = Comparison::new(operation.subject(), Usage::SENT, terms, diff);
        comparison.add("", Kind::OperationAdded, format!("operation added{hint}"));
    }
    for (old, new) in pairs {
        compare_pair(&old, &new, terms, diff);
    }
}

/// Returns what an operation takes: its parameters, and the components in its body.
fn inputs(operation: &Value) -> Vec<&str> {
    let body = members_of(&operation["requestBody"]["content"]);
    let mut inputs: Vec<_> = body.filter_map(|(_, media)| media["schema"]["$ref"].as_str()).collect();
    let parameters = elements_of(&operation["parameters"]);
    inputs.extend(parameters.filter_map(|parameter| parameter["name"].as_str().or_else(|| parameter["$ref"].as_str())));
    inputs.sort_unstable();
    inputs
}

fn compare_pair(old: &Operation<'_>, new: &Operation<'_>, terms: &Terms, diff: &mut Diff) {
    let subject = new.subject();
    let mut comparison = Comparison::new(subject.clone(), Usage::SENT, terms, diff);
    if old.method != new.method {
        let message = format!("method {} -> {}", old.method.to_uppercase(), new.method.to_uppercase());
        comparison.add("", Kind::MethodChanged, message);
    }
    if old.path != new.path {
        comparison.add("", Kind::PathChanged, format!("path `{}` -> `{}`", old.path, new.path));
    }
    if old.id() != new.id() {
        let (before, after) = (old.id().unwrap_or("none"), new.id().unwrap_or("none"));
        let change = comparison.add("", Kind::OperationRenamed, format!("operation id `{before}` -> `{after}`"));
        change.with_values(before.to_owned(), after.to_owned());
    }
    let is_deprecated = |operation: &Operation<'_>| operation.value["deprecated"] == true;
    if is_deprecated(old) != is_deprecated(new) {
        let message = if is_deprecated(new) { "now deprecated" } else { "no longer deprecated" };
        comparison.add("", Kind::DeprecationChanged, message);
    }
    for key in ["summary", "description"] {
        diff.count_text(&old.value[key], &new.value[key]);
    }
    security::compare(old, new, diff);
    parameters::compare(old, new, &mut Comparison::new(subject.clone(), Usage::SENT, terms, diff));
    bodies::compare_requests(old, new, &mut Comparison::new(subject.clone(), Usage::SENT, terms, diff));
    bodies::compare_responses(old, new, &mut Comparison::new(subject, Usage::RECEIVED, terms, diff));
}
