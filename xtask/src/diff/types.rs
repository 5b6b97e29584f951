//! Types that the comparison of components does not see: inline ones, and spellings of enum values that are read as another.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase;
use openapi_lower::compare::change::{Change, Kind, Subject, SubjectKind, Usage};
use openapi_lower::io::finding::unescape;
use openapi_lower::walk::{elements_of, members_of, schemas_mut};
use serde_json::Value;

use crate::diff::rust_type;

/// The values of an enum; none for a struct.
struct Type {
    /// Without those that are read as another.
    values: BTreeSet<String>,
    /// The value that each other spelling is read as.
    aliases: BTreeMap<String, String>,
}

/// Returns the types of the crate for a document, by name.
fn types_of(document: &Value) -> BTreeMap<String, Type> {
    let mut types = BTreeMap::new();
    schemas_mut(&mut document.clone(), &mut |at, schema| {
        let component = at.as_str().strip_prefix("/components/schemas/").filter(|name| !name.contains('/'));
        let makes_type = schema.contains_key("properties") || schema.contains_key("enum");
        let title = schema.get("title").and_then(Value::as_str).filter(|_| makes_type);
        let name = match (component, title) {
            (Some(component), _) => rust_type::name(document, &unescape(component)),
            (None, Some(title)) => title.to_upper_camel_case(),
            (None, None) => return,
        };
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let aliases = members_of(schema.get("x-enum-aliases"));
        let aliases: BTreeMap<_, _> =
            aliases.filter_map(|(alias, value)| Some((alias.clone(), text(value)?))).collect();
        let values = elements_of(schema.get("enum")).filter_map(text);
        types.insert(name, Type { values: values.filter(|value| !aliases.contains_key(value)).collect(), aliases });
    });
    types
}

/// Completes the changes between two documents.
pub(super) fn complete(old: &Value, new: &Value, changes: &mut Vec<Change>) {
    let (before, after) = (types_of(old), types_of(new));
    // A spelling of another value has no variant of its own.
    let is_alias = |types: &BTreeMap<String, Type>, value: &Option<String>| {
        value.as_ref().is_some_and(|value| types.values().any(|of_type| of_type.aliases.contains_key(value)))
    };
    changes.retain(|change| match change.kind {
        Kind::EnumValueAdded => !is_alias(&after, &change.after),
        Kind::EnumValueRemoved => !is_alias(&before, &change.before),
        Kind::KeywordChanged => !change.message.starts_with("`x-enum-aliases`"),
        _ => true,
    });
    for (name, old_type) in &before {
        let Some(new_type) = after.get(name) else { continue };
        let spellings: BTreeSet<_> = old_type.aliases.keys().chain(new_type.aliases.keys()).collect();
        for alias in spellings {
            let message = match (old_type.aliases.get(alias), new_type.aliases.get(alias)) {
                (was, is) if was == is => continue,
                (_, Some(value)) => format!("`{alias}` is now read as `{value}`"),
                (was, None) => format!("`{alias}` is no longer read as `{}`", was.map_or("", String::as_str)),
            };
            // Code that compares with the variant no longer sees the value.
            let is_breaking = old_type.aliases.contains_key(alias) || old_type.values.contains(alias);
            let kind = if is_breaking { Kind::EnumValueRemoved } else { Kind::EnumValueAdded };
            changes.push(change(kind, name, message));
        }
    }
    let is_listed = |changes: &[Change], kind: Kind, document: &Value, name: &String| {
        changes.iter().any(|change| {
            let of_type = change.subject.kind == SubjectKind::Type;
            let renamed = if kind == Kind::TypeRemoved { &change.before } else { &change.after };
            change.kind == kind && of_type && rust_type::name(document, &change.subject.name) == *name
                || change.kind == Kind::TypeRenamed && renamed.as_ref().is_some_and(|renamed| renamed == name)
        })
    };
    for (kind, document, types, others, message) in [
        (Kind::TypeRemoved, old, &before, &after, "type removed"),
        (Kind::TypeAdded, new, &after, &before, "type added"),
    ] {
        for name in types.keys().filter(|name| !others.contains_key(*name)) {
            if !is_listed(changes, kind, document, name) {
                changes.push(change(kind, name, message.to_owned()));
            }
        }
    }
}

fn change(kind: Kind, name: &str, message: String) -> Change {
    let subject = Subject { kind: SubjectKind::Type, name: name.to_owned() };
    Change::new(kind, subject, message, Usage { sent: true, received: true })
}
