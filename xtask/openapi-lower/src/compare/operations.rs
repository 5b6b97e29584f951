//! Compares the operations: which are there, under which path and id.

use heck::ToSnakeCase;
use serde_json::Value;

use super::change::{Diff, Kind, Subject, SubjectKind};
use super::schema::Comparison;
use super::usage::Usage;
use super::{bodies, pair_up, parameters, security};
use crate::walk::{METHODS, resolve};

/// An operation where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operation<'a> {
    pub(super) document: &'a Value,
    pub(super) path: &'a str,
    pub(super) method: &'a str,
    pub(super) item: &'a Value,
    pub(super) value: &'a Value,
}

impl Operation<'_> {
    /// The name of its method in Rust.
    fn rust_name(&self) -> Option<String> {
        self.value["operationId"].as_str().map(ToSnakeCase::to_snake_case).filter(|name| !name.is_empty())
    }

    fn subject(&self) -> Subject {
        Subject {
            kind: SubjectKind::Operation,
            name: format!("{} {}", self.method.to_uppercase(), self.path),
            rust: self.rust_name().unwrap_or_default(),
        }
    }
}

/// The names in the braces of a path, in order.
pub(super) fn path_names(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// A path without the names in its braces.
fn template(path: &str) -> String {
    path_names(path).iter().fold(path.to_owned(), |path, name| path.replacen(&format!("{{{name}}}"), "{}", 1))
}

/// All operations of a document.
pub(super) fn all(document: &Value) -> Vec<Operation<'_>> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let items = paths.map(|(path, item)| (path, resolve(document, item)));
    items.flat_map(|(path, item)| of_item(document, path, item)).collect()
}

fn of_item<'a>(document: &'a Value, path: &'a str, item: &'a Value) -> impl Iterator<Item = Operation<'a>> {
    let members = item.as_object().into_iter().flatten();
    members.filter(|(method, _)| METHODS.contains(&method.as_str())).map(move |(method, value)| Operation {
        document,
        path,
        method,
        item,
        value,
    })
}

pub(super) fn compare(old: &Value, new: &Value, diff: &mut Diff) {
    let (mut gone, mut added) = (all(old), all(new));
    let mut pairs = Vec::new();
    // What stays in its place first, then what has other names in its path, then what keeps its id.
    pair_up(&mut gone, &mut added, &mut pairs, |a, b| a.method == b.method && a.path == b.path);
    pair_up(&mut gone, &mut added, &mut pairs, |a, b| a.method == b.method && template(a.path) == template(b.path));
    pair_up(&mut gone, &mut added, &mut pairs, |a, b| a.rust_name().is_some() && a.rust_name() == b.rust_name());
    for (list, kind, breaking, message) in [
        (gone, Kind::OperationRemoved, true, "operation removed"),
        (added, Kind::OperationAdded, false, "operation added"),
    ] {
        for operation in list {
            Comparison::new(&operation.subject(), Usage::SENT, diff).note("", kind, breaking, message);
        }
    }
    for (old, new) in pairs {
        compare_pair(&old, &new, diff);
    }
}

fn compare_pair(old: &Operation<'_>, new: &Operation<'_>, diff: &mut Diff) {
    let subject = new.subject();
    let mut to = Comparison::new(&subject, Usage::SENT, diff);
    if old.method != new.method {
        let message = format!("method {} -> {}", old.method.to_uppercase(), new.method.to_uppercase());
        to.note("", Kind::MethodChanged, false, message);
    }
    if old.path != new.path {
        to.note("", Kind::PathChanged, false, format!("path `{}` -> `{}`", old.path, new.path));
    }
    let id = |operation: &Operation<'_>| operation.value["operationId"].as_str().unwrap_or("none").to_owned();
    if id(old) != id(new) {
        let breaking = old.rust_name() != new.rust_name();
        let message = format!("operation id `{}` -> `{}`", id(old), id(new));
        let end = if breaking { "" } else { "; the same in Rust" };
        to.note("", Kind::OperationRenamed, breaking, message + end);
    }
    let deprecated = |operation: &Operation<'_>| operation.value["deprecated"] == true;
    if deprecated(old) != deprecated(new) {
        let message = if deprecated(new) { "now deprecated" } else { "no longer deprecated" };
        to.note("", Kind::DeprecationChanged, false, message);
    }
    for key in ["summary", "description"] {
        diff.count_text(&old.value[key], &new.value[key]);
    }
    security::compare(old, new, &subject, diff);
    parameters::compare(old, new, &mut Comparison::new(&subject, Usage::SENT, diff));
    bodies::compare_requests(old, new, &mut Comparison::new(&subject, Usage::SENT, diff));
    bodies::compare_responses(old, new, &mut Comparison::new(&subject, Usage::RECEIVED, diff));
}
