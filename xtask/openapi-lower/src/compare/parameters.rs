//! Compares the parameters of two operations.

use crate::compare::change::Kind;
use crate::compare::model::operation::Operation;
use crate::compare::model::parameter::{Parameter, all};
use crate::compare::pairs::pair_up;
use crate::compare::schemas::Comparison;

pub(super) fn compare<'a>(old: &Operation<'a>, new: &Operation<'a>, comparison: &mut Comparison<'_>) {
    let (mut removed, mut added) = (all(old), all(new));
    let mut pairs = Vec::new();
    pair_up(&mut removed, &mut added, &mut pairs, |a, b| a.key() == b.key());
    pair_up(&mut removed, &mut added, &mut pairs, |a, b| a.name() == b.name());
    for parameter in removed {
        comparison.add(&parameter.describe(), Kind::ParameterRemoved, "removed");
    }
    for parameter in added {
        let required = parameter.is_required();
        let word = if required { "required" } else { "optional" };
        let schema = comparison.describe(parameter.schema().as_ref());
        let message = format!("added, {word}, `{schema}`");
        comparison.add(&parameter.describe(), Kind::ParameterAdded, message).requires_more = required;
    }
    for (old, new) in pairs {
        compare_pair(&old, &new, comparison);
    }
}

fn compare_pair<'a>(old: &Parameter<'a>, new: &Parameter<'a>, comparison: &mut Comparison<'_>) {
    let at = new.describe();
    if old.name() != new.name() {
        let change = comparison.add(&at, Kind::ParameterRenamed, format!("renamed, it was `{}`", old.name()));
        change.with_values(old.name().to_owned(), new.name().to_owned());
    }
    if old.location() != new.location() {
        let message = format!("sent in the {}, no longer in the {}", new.location(), old.location());
        comparison.add(&at, Kind::ParameterMoved, message);
    }
    match (old.is_required(), new.is_required()) {
        (false, true) => comparison.add(&at, Kind::ParameterBecameRequired, "now required").requires_more = true,
        (true, false) => _ = comparison.add(&at, Kind::ParameterBecameOptional, "now optional"),
        _ => {}
    }
    for key in ["style", "explode", "allowReserved", "allowEmptyValue", "deprecated"] {
        if old.value.get(key) != new.value.get(key) {
            comparison.add(&at, Kind::StyleChanged, format!("`{key}` changed"));
        }
    }
    for key in ["description", "example", "examples"] {
        comparison.diff.count_text(&old.value[key], &new.value[key]);
    }
    if let (Some(old), Some(new)) = (old.schema(), new.schema()) {
        comparison.nullability(&at, &old, &new, true);
        comparison.schemas(&at, &old, &new);
    }
}
