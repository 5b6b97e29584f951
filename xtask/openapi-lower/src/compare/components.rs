//! Compares the component schemas, each a type of the crate, by name.

use serde_json::Value;

use super::change::{Diff, Kind, Subject, SubjectKind};
use super::pair_up;
use super::rust_type::name;
use super::schema::{Comparison, same_meaning};
use super::shape::Schema;
use super::usage::{Usage, Usages};

pub(super) fn compare(old: &Value, new: &Value, usages: &Usages, diff: &mut Diff) {
    let (mut gone, mut added) = (names(old), names(new));
    let mut pairs = Vec::new();
    pair_up(&mut gone, &mut added, &mut pairs, |a, b| a == b);
    pair_up(&mut gone, &mut added, &mut pairs, |a, b| name(old, a) == name(new, b));
    pair_up(&mut gone, &mut added, &mut pairs, |a, b| means_the_same(old, a, new, b));
    for schema in gone {
        let subject = subject(old, schema);
        Comparison::new(&subject, usages.of(schema), diff).note("", Kind::TypeRemoved, true, "type removed");
    }
    for schema in added {
        let subject = subject(new, schema);
        Comparison::new(&subject, Usage::default(), diff).note("", Kind::TypeAdded, false, "type added");
    }
    for (a, b) in pairs {
        let (Some(before), Some(after)) = (Schema::component(old, a), Schema::component(new, b)) else { continue };
        let subject = subject(new, b);
        let mut to = Comparison::new(&subject, usages.of(a), diff);
        let (rust_a, rust_b) = (name(old, a), name(new, b));
        if rust_a != rust_b {
            to.note("", Kind::TypeRenamed, true, format!("type renamed, it was `{rust_a}`"));
        }
        if !usages.is_part(a, b) {
            to.nullability("", &before, &after, true);
            to.schemas("", &before, &after);
        }
    }
}

fn names(document: &Value) -> Vec<&str> {
    document["components"]["schemas"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect()
}

/// Whether a schema that is gone and one that is new are the same under another name.
fn means_the_same(old: &Value, a: &str, new: &Value, b: &str) -> bool {
    let (Some(before), Some(after)) = (Schema::component(old, a), Schema::component(new, b)) else { return false };
    before.shape().is_distinctive() && same_meaning(&subject(new, b), &before, &after)
}

fn subject(document: &Value, schema: &str) -> Subject {
    Subject { kind: SubjectKind::Type, name: schema.to_owned(), rust: name(document, schema) }
}
