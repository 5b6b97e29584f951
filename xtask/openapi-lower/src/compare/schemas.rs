//! Compares two schemas: types, fields, values, constraints.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::compare::change::{Change, Diff, Kind, Subject, SubjectKind, Usage};
use crate::compare::model::schema::{Schema, Shape, ShapeKind};
use crate::compare::pairs::probable_renames;
use crate::compare::terms::Terms;

/// A schema that accepts anything.
static ANY: Value = Value::Null;

/// A comparison within one subject.
pub(super) struct Comparison<'d> {
    subject: Subject,
    usage: Usage,
    pub(super) terms: &'d Terms,
    pub(super) diff: &'d mut Diff,
    /// Pairs that were compared, so that cycles end.
    seen: BTreeSet<(Identity, Identity)>,
}

type Identity = Vec<*const Value>;

/// Returns whether two schemas have the same meaning, descriptions and examples aside.
pub(super) fn same_meaning(subject: Subject, terms: &Terms, old: &Schema<'_>, new: &Schema<'_>) -> bool {
    let mut scratch = Diff::default();
    Comparison::new(subject, Usage::default(), terms, &mut scratch).contents("", old, new);
    scratch.changes.is_empty()
}

impl<'d> Comparison<'d> {
    pub(super) fn new(subject: Subject, usage: Usage, terms: &'d Terms, diff: &'d mut Diff) -> Self {
        Self { subject, usage, terms, diff, seen: BTreeSet::new() }
    }

    /// Adds a change, and returns it for further details.
    pub(super) fn add(&mut self, at: &str, kind: Kind, message: impl Into<String>) -> &mut Change {
        let index = self.diff.changes.len();
        let change = Change::new(kind, self.subject.clone(), message, self.usage);
        self.diff.changes.push(Change { location: at.to_owned(), ..change });
        &mut self.diff.changes[index]
    }

    /// Returns the type of a schema.
    pub(super) fn describe(&self, schema: Option<&Schema<'_>>) -> String {
        let any = Schema::new(&ANY, &ANY);
        (self.terms.value)(schema.unwrap_or(&any))
    }

    fn component(&self, schema: &Schema<'_>, name: &str) -> String {
        (self.terms.component)(schema.document, name)
    }

    /// Compares two schemas, inline or referenced.
    pub(super) fn schemas(&mut self, at: &str, old: &Schema<'_>, new: &Schema<'_>) {
        let (Some(a), Some(b)) = (old.component_name(), new.component_name()) else {
            return self.contents(at, old, new);
        };
        self.diff.count_text(&old.own_texts(), &new.own_texts());
        // The components themselves are compared by name.
        let (before, after) = (self.component(old, a), self.component(new, b));
        if a == b || before == after {
            return;
        }
        let both_exist = Schema::component(new.document, a).is_some() || Schema::component(old.document, b).is_some();
        if both_exist || !same_meaning(self.subject.clone(), self.terms, old, new) {
            self.type_changed(at, before, after);
        }
    }

    fn type_changed(&mut self, at: &str, before: String, after: String) {
        let message = format!("type `{before}` -> `{after}`");
        self.add(at, Kind::TypeChanged, message).with_values(before, after);
    }

    /// Compares the contents of two schemas, even if one is a reference.
    pub(super) fn contents(&mut self, at: &str, old: &Schema<'_>, new: &Schema<'_>) {
        if !self.seen.insert((old.identity(), new.identity())) {
            return;
        }
        let (a, b) = (old.shape(), new.shape());
        self.diff.count_text(&a.texts, &b.texts);
        if a.kind() != b.kind() {
            let (mut before, mut after) = (self.describe(Some(old)), self.describe(Some(new)));
            if before == after {
                (before, after) = ((Terms::OPENAPI.value)(old), (Terms::OPENAPI.value)(new));
            }
            self.type_changed(at, before, after);
            // An object with fields and a map also differ in their fields.
            if a.types == b.types {
                self.fields(at, &a, &b);
            }
            return;
        }
        if a.types != b.types {
            let list = |shape: &Shape<'_>| shape.types.iter().copied().collect::<Vec<_>>().join(" or ");
            // The kind of type is the same, so there are no values that would make it a difference.
            self.add(at, Kind::TypeChanged, format!("type `{}` -> `{}`", list(&a), list(&b)));
        }
        if a.format != b.format {
            let (before, after) = (a.format.unwrap_or("none"), b.format.unwrap_or("none"));
            let types = (self.describe(Some(old)), self.describe(Some(new)));
            let change = self.add(at, Kind::FormatChanged, format!("format `{before}` -> `{after}`"));
            change.with_values(types.0, types.1);
        }
        // The title of an inline schema names its type.
        let is_inline = old.component_name().is_none() && new.component_name().is_none();
        let is_component = at.is_empty() && self.subject.kind == SubjectKind::Type;
        let has_name = matches!(a.kind(), ShapeKind::Enum | ShapeKind::Object);
        if is_inline && !is_component && has_name && a.title != b.title {
            let title = |shape: &Shape<'_>| shape.title.unwrap_or("none").to_owned();
            let types = (self.describe(Some(old)), self.describe(Some(new)));
            let message = format!("title `{}` -> `{}`", title(&a), title(&b));
            self.add(at, Kind::TypeRenamed, message).with_values(types.0, types.1);
        }
        self.enum_values(at, &a, &b);
        self.fields(at, &a, &b);
        self.inner(at, "[]", a.items.as_ref(), b.items.as_ref());
        self.additional(at, &a, &b);
        self.choices(at, &a, &b);
        self.restrictions(at, &a, &b);
    }

    fn enum_values(&mut self, at: &str, a: &Shape<'_>, b: &Shape<'_>) {
        let (Some(old), Some(new)) = (&a.values, &b.values) else {
            if a.values != b.values {
                self.add(at, Kind::ConstraintChanged, "`enum` changed");
            }
            return;
        };
        for value in old.iter().filter(|value| !new.contains(value)) {
            let message = format!("enum value `{}` removed", abbreviate(value));
            self.add(at, Kind::EnumValueRemoved, message).with_values(abbreviate(value), None);
        }
        for value in new.iter().filter(|value| !old.contains(value)) {
            let message = format!("enum value `{}` added", abbreviate(value));
            self.add(at, Kind::EnumValueAdded, message).with_values(None, abbreviate(value));
        }
    }

    fn fields<'a>(&mut self, at: &str, a: &Shape<'a>, b: &Shape<'a>) {
        let of_type =
            |shape: &Shape<'a>, name: &str| (self.terms.field)(&shape.fields[name], shape.required.contains(name));
        let absent_in = |one: &Shape<'a>, other: &Shape<'a>| {
            one.fields.keys().copied().filter(|name| !other.fields.contains_key(name)).collect::<Vec<_>>()
        };
        let renames =
            probable_renames(&absent_in(a, b), &absent_in(b, a), |old, new| of_type(a, old) == of_type(b, new));
        for (name, old) in &a.fields {
            let at = join(at, name);
            let required = (a.required.contains(name), b.required.contains(name));
            match b.fields.get(name) {
                Some(new) => {
                    self.presence(&at, (old, new), required);
                    self.schemas(&at, old, new);
                }
                None => {
                    let before = (self.terms.field)(old, required.0);
                    let hint = renames.iter().find(|(old, _)| old == name);
                    let hint = hint.map(|(_, new)| format!("; perhaps renamed to `{new}`")).unwrap_or_default();
                    let message = format!("field removed, it was `{before}`{hint}");
                    self.add(&at, Kind::FieldRemoved, message).with_values(before, None);
                }
            }
        }
        for (name, new) in b.fields.iter().filter(|(name, _)| !a.fields.contains_key(*name)) {
            let required = b.required.contains(name);
            let after = (self.terms.field)(new, required);
            let word = if required { "required" } else { "optional" };
            let hint = renames.iter().find(|(_, new)| new == name);
            let hint = hint.map(|(old, _)| format!("; perhaps renamed from `{old}`")).unwrap_or_default();
            let change = self.add(&join(at, name), Kind::FieldAdded, format!("{word} field added, `{after}`{hint}"));
            change.with_values(None, after);
            change.requires_more = required;
        }
    }

    /// Compares whether a field is required and whether it is nullable.
    fn presence(&mut self, at: &str, (old, new): (&Schema<'_>, &Schema<'_>), required: (bool, bool)) {
        let types = ((self.terms.field)(old, required.0), (self.terms.field)(old, required.1));
        match required {
            (false, true) => self.add_with_types(at, Kind::BecameRequired, "now required", types).requires_more = true,
            (true, false) => _ = self.add_with_types(at, Kind::BecameOptional, "now optional", types),
            _ => {}
        }
        self.nullability(at, old, new, required.1);
    }

    /// Compares whether a value may be null. `required` is false for a field that may be absent.
    pub(super) fn nullability(&mut self, at: &str, old: &Schema<'_>, new: &Schema<'_>, required: bool) {
        // A change of the component itself is reported there.
        let of_component = |schema: &Schema<'_>| {
            let component = Schema::component(schema.document, schema.component_name()?)?;
            Some(component.shape().nullable)
        };
        if let (Some(old), Some(new)) = (of_component(old), of_component(new))
            && old != new
        {
            return;
        }
        let types = ((self.terms.field)(old, required), (self.terms.field)(new, required));
        match (old.shape().nullable, new.shape().nullable) {
            (false, true) => _ = self.add_with_types(at, Kind::BecameNullable, "now nullable", types),
            (true, false) => _ = self.add_with_types(at, Kind::BecameNotNullable, "no longer nullable", types),
            _ => {}
        }
    }

    /// Adds a change that may change the type, too.
    fn add_with_types(&mut self, at: &str, kind: Kind, message: &str, types: (String, String)) -> &mut Change {
        if types.0 == types.1 {
            return self.add(at, kind, message);
        }
        let change = self.add(at, kind, format!("{message}, `{}` -> `{}`", types.0, types.1));
        change.with_values(types.0, types.1);
        change
    }

    /// Compares the elements of arrays, or the values of maps.
    fn inner(&mut self, at: &str, suffix: &str, old: Option<&Schema<'_>>, new: Option<&Schema<'_>>) {
        let at = format!("{at}{suffix}");
        match (old, new) {
            (Some(old), Some(new)) => {
                self.nullability(&at, old, new, true);
                self.schemas(&at, old, new);
            }
            (None, None) => {}
            (old, new) => {
                let (before, after) = (self.describe(old), self.describe(new));
                if before != after {
                    self.type_changed(&at, before, after);
                }
            }
        }
    }

    /// Compares the fields that are not declared.
    fn additional(&mut self, at: &str, a: &Shape<'_>, b: &Shape<'_>) {
        match (&a.additional, &b.additional) {
            (None, Some(_)) if a.kind() == ShapeKind::Object => {
                self.add(&format!("{at}{{}}"), Kind::FieldAdded, "additional fields added");
            }
            (Some(_), None) if a.kind() == ShapeKind::Object => {
                self.add(&format!("{at}{{}}"), Kind::FieldRemoved, "additional fields removed");
            }
            (old, new) => self.inner(at, "{}", old.as_ref(), new.as_ref()),
        }
    }

    /// Compares the schemas of `oneOf` and `anyOf`: references pair by name, the others in their order.
    fn choices(&mut self, at: &str, a: &Shape<'_>, b: &Shape<'_>) {
        let is_same = |old: &Schema<'_>, new: &Schema<'_>| match (old.component_name(), new.component_name()) {
            (Some(a), Some(b)) => a == b || self.component(old, a) == self.component(new, b),
            _ => false,
        };
        let lacks = |list: &[Schema<'_>], choice: &Schema<'_>| {
            !list.iter().any(|other| is_same(other, choice) || is_same(choice, other))
        };
        let removed: Vec<_> = a.choices.iter().filter(|choice| lacks(&b.choices, choice)).collect();
        let added: Vec<_> = b.choices.iter().filter(|choice| lacks(&a.choices, choice)).collect();
        for (index, (old, new)) in removed.iter().zip(&added).enumerate() {
            self.schemas(&format!("{at}|{index}"), old, new);
        }
        for choice in removed.iter().skip(added.len()) {
            let message = format!("can no longer be `{}`", self.describe(Some(choice)));
            self.add(at, Kind::ChoiceRemoved, message);
        }
        for choice in added.iter().skip(removed.len()) {
            let message = format!("can now also be `{}`", self.describe(Some(choice)));
            self.add(at, Kind::ChoiceAdded, message);
        }
    }

    fn restrictions(&mut self, at: &str, a: &Shape<'_>, b: &Shape<'_>) {
        for (kind, a, b) in
            [(Kind::ConstraintChanged, &a.constraints, &b.constraints), (Kind::KeywordChanged, &a.others, &b.others)]
        {
            for key in a.keys().chain(b.keys()).collect::<BTreeSet<_>>() {
                let value = |keywords: &std::collections::BTreeMap<&str, &Value>| {
                    keywords.get(key).map(|value| abbreviate(value))
                };
                if a.get(key) != b.get(key) {
                    let (before, after) = (value(a), value(b));
                    let message = match (&before, &after) {
                        (Some(before), Some(after)) => format!("`{key}` `{before}` -> `{after}`"),
                        (Some(before), None) => format!("`{key}` `{before}` removed"),
                        (_, after) => format!("`{key}` `{}` added", after.as_deref().unwrap_or_default()),
                    };
                    self.add(at, kind, message).with_values(before, after);
                }
            }
        }
    }
}

/// Returns the location of a field.
fn join(at: &str, name: &str) -> String {
    if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") }
}

/// Returns a value for a message: a string without quotes, anything else as JSON, shortened if it is long.
fn abbreviate(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if text.chars().count() > 60 { text.chars().take(57).chain("...".chars()).collect() } else { text }
}
