//! Compares the component schemas by name.

use serde_json::Value;

use crate::compare::change::{Diff, Kind, Subject, SubjectKind, Usage};
use crate::compare::model::schema::Schema;
use crate::compare::model::usage;
use crate::compare::pairs::{pair_up, probable_renames};
use crate::compare::schemas::{Comparison, same_meaning};
use crate::compare::terms::Terms;
use crate::walk::members_of;

pub(super) fn compare(old: &Value, new: &Value, terms: &Terms, diff: &mut Diff) {
    let usages = usage::of_both(old, new);
    let (mut removed, mut added) = (names(old), names(new));
    let mut pairs = Vec::new();
    let name = |document: &Value, schema: &str| (terms.component)(document, schema);
    pair_up(&mut removed, &mut added, &mut pairs, |a, b| a == b);
    pair_up(&mut removed, &mut added, &mut pairs, |a, b| name(old, a) == name(new, b));
    pair_up(&mut removed, &mut added, &mut pairs, |a, b| {
        let (Some(before), Some(after)) = (Schema::component(old, a), Schema::component(new, b)) else { return false };
        before.shape().is_distinctive() && same_meaning(subject(b), terms, &before, &after)
    });
    let renames = probable_renames(&removed, &added, |a, b| {
        let (Some(before), Some(after)) = (Schema::component(old, a), Schema::component(new, b)) else { return false };
        same_meaning(subject(b), terms, &before, &after)
    });
    for schema in removed {
        let to = renames.iter().find(|(old, _)| *old == schema);
        let hint = to.map(|(_, to)| format!("; perhaps renamed to `{}`", name(new, to))).unwrap_or_default();
        let mut comparison = Comparison::new(subject(schema), usages.of(schema), terms, diff);
        comparison.add("", Kind::TypeRemoved, format!("type removed{hint}"));
    }
    for schema in added {
        let from = renames.iter().find(|(_, new)| *new == schema);
        let hint = from.map(|(from, _)| format!("; perhaps renamed from `{}`", name(old, from))).unwrap_or_default();
        let mut comparison = Comparison::new(subject(schema), Usage::default(), terms, diff);
        comparison.add("", Kind::TypeAdded, format!("type added{hint}"));
    }
    for (a, b) in pairs {
        let (Some(before), Some(after)) = (Schema::component(old, a), Schema::component(new, b)) else { continue };
        let mut comparison = Comparison::new(subject(b), usages.of(a), terms, diff);
        let (old_name, new_name) = (name(old, a), name(new, b));
        if old_name != new_name {
            let message = format!("type renamed, it was `{old_name}`");
            comparison.add("", Kind::TypeRenamed, message).with_values(old_name, new_name);
        }
        if !usages.is_part(a, b) {
            comparison.nullability("", &before, &after, true);
            comparison.schemas("", &before, &after);
        }
    }
}

fn names(document: &Value) -> Vec<&str> {
    members_of(&document["components"]["schemas"]).map(|(name, _)| name.as_str()).collect()
}

fn subject(schema: &str) -> Subject {
    Subject { kind: SubjectKind::Type, name: schema.to_owned() }
}
