//! Compares the parameters of two operations. Each is a setter in Rust, named after it, wherever it is sent.

use heck::ToSnakeCase;
use serde_json::Value;

use super::change::Kind;
use super::operations::{Operation, path_names};
use super::pair_up;
use super::rust_type::rust_type;
use super::schema::Comparison;
use super::shape::{Schema, elements};
use crate::walk::resolve;

/// A parameter of an operation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parameter<'a> {
    document: &'a Value,
    value: &'a Value,
    /// Which of the names in the path it is.
    position: Option<usize>,
}

impl<'a> Parameter<'a> {
    fn name(&self) -> &'a str {
        self.value["name"].as_str().unwrap_or_default()
    }

    fn location(&self) -> &'a str {
        self.value["in"].as_str().unwrap_or_default()
    }

    fn is_required(&self) -> bool {
        self.value["required"] == true
    }

    pub(super) fn schema(&self) -> Option<Schema<'a>> {
        let in_content = || self.value["content"].as_object()?.values().next()?.get("schema");
        Some(Schema::new(self.document, self.value.get("schema").or_else(in_content)?))
    }

    fn place(&self) -> String {
        format!("{} parameter `{}`", self.location(), self.name())
    }

    /// What identifies it. Headers are the same in any case, and what is in the path is known by its place there.
    fn key(&self) -> (&'a str, String) {
        let name = match (self.location(), self.position) {
            ("header", _) => self.name().to_lowercase(),
            ("path", Some(position)) => position.to_string(),
            _ => self.name().to_owned(),
        };
        (self.location(), name)
    }
}

/// The parameters of an operation and of its path.
pub(super) fn all<'a>(operation: &Operation<'a>) -> Vec<Parameter<'a>> {
    let names = path_names(operation.path);
    let mut parameters: Vec<Parameter<'a>> = Vec::new();
    for value in elements(&operation.value["parameters"]).chain(elements(&operation.item["parameters"])) {
        let value = resolve(operation.document, value);
        let mut parameter = Parameter { document: operation.document, value, position: None };
        parameter.position = names.iter().position(|name| *name == parameter.name());
        // The operation's own comes first and replaces that of the path.
        if parameters.iter().all(|other| other.key() != parameter.key()) {
            parameters.push(parameter);
        }
    }
    parameters
}

pub(super) fn compare<'a>(old: &Operation<'a>, new: &Operation<'a>, to: &mut Comparison<'_, 'a>) {
    let (mut gone, mut added) = (all(old), all(new));
    let mut pairs = Vec::new();
    pair_up(&mut gone, &mut added, &mut pairs, |a, b| a.key() == b.key());
    pair_up(&mut gone, &mut added, &mut pairs, |a, b| a.name() == b.name());
    for parameter in gone {
        to.note(&parameter.place(), Kind::ParameterRemoved, true, "removed");
    }
    for parameter in added {
        let required = parameter.is_required();
        let word = if required { "required" } else { "optional" };
        let ty = parameter.schema().map_or_else(|| "Value".to_owned(), |schema| rust_type(&schema));
        to.note(&parameter.place(), Kind::ParameterAdded, required, format!("added, {word}, `{ty}`"));
    }
    for (old, new) in pairs {
        compare_pair(&old, &new, to);
    }
}

fn compare_pair<'a>(old: &Parameter<'a>, new: &Parameter<'a>, to: &mut Comparison<'_, 'a>) {
    let place = new.place();
    if old.name() != new.name() {
        let breaking = old.name().to_snake_case() != new.name().to_snake_case();
        to.note(&place, Kind::ParameterRenamed, breaking, format!("renamed, it was `{}`", old.name()));
    }
    if old.location() != new.location() {
        let message = format!("sent in the {}, no longer in the {}", new.location(), old.location());
        to.note(&place, Kind::ParameterMoved, false, message);
    }
    match (old.is_required(), new.is_required()) {
        (false, true) => to.note(&place, Kind::ParameterBecameRequired, true, "now required"),
        (true, false) => to.note(&place, Kind::ParameterBecameOptional, false, "now optional"),
        _ => {}
    }
    for key in ["style", "explode", "allowReserved", "allowEmptyValue", "deprecated"] {
        if old.value.get(key) != new.value.get(key) {
            to.note(&place, Kind::ConstraintChanged, false, format!("`{key}` changed"));
        }
    }
    for key in ["description", "example", "examples"] {
        to.diff.count_text(&old.value[key], &new.value[key]);
    }
    if let (Some(old), Some(new)) = (old.schema(), new.schema()) {
        to.nullability(&place, &old, &new, true);
        to.schemas(&place, &old, &new);
    }
}
