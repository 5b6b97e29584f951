//! Types that the comparison of components does not see: inline ones, and spellings of enum values that are read as another.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase;
use openapi_lower::compare::change::{Change, Kind, Subject, SubjectKind, Usage};
use openapi_lower::io::finding::unescape;
use openapi_lower::walk::{elements_of, members_of, schemas_mut};
use serde_json::Value;

use crate::diff::rust_type;

/// The types of the crate for one document.
struct Types {
    names: BTreeSet<String>,
    /// The values of enums by type, without those that are read as another.
    values: BTreeMap<String, BTreeSet<String>>,
    /// By type: the spelling, and the value that it is read as.
    aliases: BTreeMap<String, BTreeMap<String, String>>,
}

impl Types {
    fn of(document: &Value) -> Self {
        let mut types = Self { names: BTreeSet::new(), values: BTreeMap::new(), aliases: BTreeMap::new() };
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
            types.values.insert(name.clone(), values.filter(|value| !aliases.contains_key(value)).collect());
            types.aliases.insert(name.clone(), aliases);
            types.names.insert(name);
        });
        types
    }

    fn is_alias(&self, value: Option<&String>) -> bool {
        value.is_some_and(|value| self.aliases.values().any(|aliases| aliases.contains_key(value)))
    }

    fn value_of(&self, name: &str, alias: &str) -> Option<&String> {
        self.aliases.get(name)?.get(alias)
    }

    fn has_variant(&self, name: &str, value: &str) -> bool {
        self.values.get(name).is_some_and(|values| values.contains(value))
    }
}

/// Completes the changes between two documents.
pub(super) fn complete(old: &Value, new: &Value, changes: &mut Vec<Change>) {
    let (before, after) = (Types::of(old), Types::of(new));
    // A spelling of another value has no variant of its own.
    changes.retain(|change| match change.kind {
        Kind::EnumValueAdded => !after.is_alias(change.after.as_ref()),
        Kind::EnumValueRemoved => !before.is_alias(change.before.as_ref()),
        Kind::KeywordChanged => !change.message.starts_with("`x-enum-aliases`"),
        _ => true,
    });
    let spellings = |types: &Types| -> BTreeSet<(String, String)> {
        let all = types.aliases.iter();
        all.flat_map(|(name, aliases)| aliases.keys().map(|alias| (name.clone(), alias.clone()))).collect()
    };
    for (name, alias) in spellings(&before).union(&spellings(&after)) {
        if !before.names.contains(name) || !after.names.contains(name) {
            continue;
        }
        let (was, is) = (before.value_of(name, alias), after.value_of(name, alias));
        if was == is {
            continue;
        }
        // Code that compares with the variant no longer sees the value.
        let is_breaking = was.is_some() || before.has_variant(name, alias);
        let kind = if is_breaking { Kind::EnumValueRemoved } else { Kind::EnumValueAdded };
        let message = match (was, is) {
            (_, Some(value)) => format!("`{alias}` is now read as `{value}`"),
            (Some(value), None) => format!("`{alias}` is no longer read as `{value}`"),
            (None, None) => continue,
        };
        changes.push(change(kind, name, message));
    }
    let is_listed = |changes: &[Change], kind: Kind, document: &Value, name: &String| {
        changes.iter().any(|change| {
            let of_type = change.subject.kind == SubjectKind::Type;
            let renamed = if kind == Kind::TypeRemoved { &change.before } else { &change.after };
            change.kind == kind && of_type && rust_type::name(document, &change.subject.name) == *name
                || change.kind == Kind::TypeRenamed && renamed.as_ref().is_some_and(|renamed| renamed == name)
        })
    };
    for (kind, document, names, others, message) in [
        (Kind::TypeRemoved, old, &before.names, &after.names, "type removed"),
        (Kind::TypeAdded, new, &after.names, &before.names, "type added"),
    ] {
        for name in names.difference(others) {
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
