//! Compares two schemas: types, fields, values, restrictions.

use std::collections::BTreeSet;

use serde_json::Value;

use super::change::{Change, Diff, Kind, Subject, SubjectKind, Verdict};
use super::rust_type::{Sort, is_optional, name, rust_type, sort};
use super::shape::{Schema, Shape};
use super::usage::Usage;

/// A comparison of schemas of one subject.
pub(super) struct Comparison<'d, 'a> {
    pub(super) subject: &'d Subject,
    pub(super) usage: Usage,
    pub(super) diff: &'d mut Diff,
    /// Pairs that were compared, so that circles end.
    seen: BTreeSet<(Identity, Identity)>,
    _document: std::marker::PhantomData<&'a Value>,
}

type Identity = Vec<*const Value>;

/// Whether two schemas mean the same, descriptions and examples aside.
pub(super) fn same_meaning<'a>(subject: &Subject, old: &Schema<'a>, new: &Schema<'a>) -> bool {
    let mut scratch = Diff::default();
    Comparison::new(subject, Usage { sent: true, received: true }, &mut scratch).contents("", old, new);
    scratch.changes.is_empty()
}

impl<'d, 'a> Comparison<'d, 'a> {
    pub(super) fn new(subject: &'d Subject, usage: Usage, diff: &'d mut Diff) -> Self {
        Self { subject, usage, diff, seen: BTreeSet::new(), _document: std::marker::PhantomData }
    }

    /// Notes a change. What no program uses breaks none.
    pub(super) fn note(&mut self, place: &str, kind: Kind, breaking: bool, message: impl Into<String>) {
        self.values(place, kind, breaking, message, None, None);
    }

    fn values(
        &mut self,
        place: &str,
        kind: Kind,
        breaking: bool,
        message: impl Into<String>,
        before: Option<String>,
        after: Option<String>,
    ) {
        self.diff.add(Change {
            verdict: Verdict::breaking_if(breaking && self.usage.is_used()),
            kind,
            subject: self.subject.clone(),
            place: place.to_owned(),
            message: message.into(),
            before,
            after,
        });
    }

    /// Compares two schemas in the same place, whether they stand there or are referred to.
    pub(super) fn schemas(&mut self, place: &str, old: &Schema<'a>, new: &Schema<'a>) {
        let (Some(a), Some(b)) = (old.component_name(), new.component_name()) else {
            return self.contents(place, old, new);
        };
        self.diff.count_text(&old.own_texts(), &new.own_texts());
        // The types themselves are compared by name.
        let (rust_a, rust_b) = (name(old.document, a), name(new.document, b));
        if a == b || rust_a == rust_b {
            return;
        }
        let both_exist = Schema::component(new.document, a).is_some() || Schema::component(old.document, b).is_some();
        if both_exist || !same_meaning(self.subject, old, new) {
            self.type_changed(place, Kind::TypeChanged, rust_a, rust_b);
        }
    }

    fn type_changed(&mut self, place: &str, kind: Kind, before: String, after: String) {
        let message = format!("type `{before}` -> `{after}`");
        self.values(place, kind, true, message, Some(before), Some(after));
    }

    /// Compares what two schemas say, as if neither were a reference.
    pub(super) fn contents(&mut self, place: &str, old: &Schema<'a>, new: &Schema<'a>) {
        if !self.seen.insert((old.identity(), new.identity())) {
            return;
        }
        let (a, b) = (old.shape(), new.shape());
        self.diff.count_text(&a.texts, &b.texts);
        let (sort_a, sort_b) = (sort(&a), sort(&b));
        if sort_a != sort_b {
            self.sort_changed(place, (old, &a), (new, &b));
            // An object with fields and one without differ in their fields too.
            if a.types == b.types {
                self.fields(place, &a, &b);
            }
            return;
        }
        self.wording(place, &a, &b);
        // An inline type is named by its title.
        let is_inline = old.component_name().is_none() && new.component_name().is_none();
        let is_component = place.is_empty() && self.subject.kind == SubjectKind::Type;
        if is_inline && !is_component && matches!(sort_a, Sort::Enum | Sort::Struct) && a.title != b.title {
            self.type_changed(place, Kind::TypeRenamed, rust_type(old), rust_type(new));
        }
        self.enum_values(place, &a, &b);
        self.fields(place, &a, &b);
        self.inner(place, "[]", a.items.as_ref(), b.items.as_ref());
        self.additional(place, &a, &b);
        self.choices(place, &a, &b);
        self.restrictions(place, &a, &b);
    }

    fn sort_changed(&mut self, place: &str, old: (&Schema<'a>, &Shape<'_>), new: (&Schema<'a>, &Shape<'_>)) {
        let (before, after) = (said(old.0, sort(old.1)), said(new.0, sort(new.1)));
        if old.1.types != new.1.types || old.1.format == new.1.format {
            return self.type_changed(place, Kind::TypeChanged, before, after);
        }
        let format = |shape: &Shape<'_>| shape.format.unwrap_or("none").to_owned();
        let message = format!("format `{}` -> `{}`, `{before}` -> `{after}`", format(old.1), format(new.1));
        self.values(place, Kind::FormatChanged, true, message, Some(before), Some(after));
    }

    /// Types and formats that are written otherwise and make the same Rust type.
    fn wording(&mut self, place: &str, a: &Shape<'_>, b: &Shape<'_>) {
        if a.types != b.types {
            let list = |shape: &Shape<'_>| shape.types.iter().copied().collect::<Vec<_>>().join(" or ");
            let (before, after) = (list(a), list(b));
            let message = format!("type `{before}` -> `{after}`; the same in Rust");
            self.values(place, Kind::TypeChanged, false, message, Some(before), Some(after));
        }
        if a.format != b.format {
            let word = |format: Option<&str>| format.unwrap_or("none").to_owned();
            let (before, after) = (word(a.format), word(b.format));
            let message = format!("format `{before}` -> `{after}`; the same in Rust");
            self.values(place, Kind::FormatChanged, false, message, Some(before), Some(after));
        }
    }

    fn enum_values(&mut self, place: &str, a: &Shape<'_>, b: &Shape<'_>) {
        let (Some(old), Some(new)) = (&a.values, &b.values) else {
            if a.values != b.values {
                self.note(place, Kind::ConstraintChanged, false, "`enum` changed; not checked by the crate");
            }
            return;
        };
        for gone in old.iter().filter(|value| !new.contains(value)) {
            let message = format!("enum value `{}` removed", word(gone));
            self.values(place, Kind::EnumValueRemoved, true, message, Some(word(gone)), None);
        }
        for added in new.iter().filter(|value| !old.contains(value)) {
            let message = format!("enum value `{}` added", word(added));
            self.values(place, Kind::EnumValueAdded, false, message, None, Some(word(added)));
        }
    }

    fn fields(&mut self, place: &str, a: &Shape<'a>, b: &Shape<'a>) {
        for (name, old) in &a.fields {
            let at = below(place, name);
            let required = (a.required.contains(name), b.required.contains(name));
            match b.fields.get(name) {
                Some(new) => {
                    self.presence(&at, (old, new), required);
                    self.schemas(&at, old, new);
                }
                None => {
                    let before = field_type(old, required.0);
                    let message = format!("field removed, it was `{before}`");
                    self.values(&at, Kind::FieldRemoved, true, message, Some(before), None);
                }
            }
        }
        for (name, new) in b.fields.iter().filter(|(name, _)| !a.fields.contains_key(*name)) {
            let required = b.required.contains(name);
            let after = field_type(new, required);
            let word = if required { "required" } else { "optional" };
            let message = format!("{word} field added, `{after}`");
            let breaking = required && self.usage.sent;
            self.values(&below(place, name), Kind::FieldAdded, breaking, message, None, Some(after));
        }
    }

    /// Whether a field must be there, and whether it may be null.
    ///
    /// Programs write fields through setters. One that takes a value still does when the field becomes optional, so
    /// only programs that read the field notice.
    fn presence(&mut self, place: &str, (old, new): (&Schema<'a>, &Schema<'a>), required: (bool, bool)) {
        let optional = (is_optional(old, required.0), is_optional(old, required.1));
        match required {
            (false, true) => {
                let breaking = self.usage.sent || optional.0 != optional.1;
                let message = format!("now required{}", wrapping(old, optional));
                self.note(place, Kind::BecameRequired, breaking, message);
            }
            (true, false) => {
                let breaking = self.usage.received && optional.0 != optional.1;
                let message = format!("now optional{}", wrapping(old, optional));
                self.note(place, Kind::BecameOptional, breaking, message);
            }
            _ => {}
        }
        self.nullability(place, old, new, required.1);
    }

    /// Whether a value may be null where it must be present, or need not be.
    pub(super) fn nullability(&mut self, place: &str, old: &Schema<'a>, new: &Schema<'a>, required: bool) {
        // What changed in the type referred to is said of that type.
        let of_component = |schema: &Schema<'a>| {
            let component = Schema::component(schema.document, schema.component_name()?)?;
            Some(component.shape().nullable)
        };
        if let (Some(old), Some(new)) = (of_component(old), of_component(new))
            && old != new
        {
            return;
        }
        let optional = (is_optional(old, required), is_optional(new, required));
        match (old.shape().nullable, new.shape().nullable) {
            (false, true) => {
                let breaking = self.usage.received && optional.0 != optional.1;
                let message = format!("now nullable{}", wrapping(new, optional));
                self.note(place, Kind::BecameNullable, breaking, message);
            }
            (true, false) => {
                let breaking = optional.0 != optional.1;
                let message = format!("no longer nullable{}", wrapping(new, optional));
                self.note(place, Kind::BecameNotNullable, breaking, message);
            }
            _ => {}
        }
    }

    /// The elements of lists, or the values of maps.
    fn inner(&mut self, place: &str, suffix: &str, old: Option<&Schema<'a>>, new: Option<&Schema<'a>>) {
        let at = format!("{place}{suffix}");
        match (old, new) {
            (Some(old), Some(new)) => {
                self.nullability(&at, old, new, true);
                self.schemas(&at, old, new);
            }
            (None, None) => {}
            (old, new) => {
                let word = |schema: Option<&Schema<'_>>| schema.map_or_else(|| "Value".to_owned(), rust_type);
                if word(old) != word(new) {
                    self.type_changed(&at, Kind::TypeChanged, word(old), word(new));
                }
            }
        }
    }

    /// Values under names that the document does not list.
    fn additional(&mut self, place: &str, a: &Shape<'a>, b: &Shape<'a>) {
        let at = format!("{place}{{}}");
        match (&a.additional, &b.additional) {
            (None, Some(_)) if sort(a) == Sort::Struct => {
                self.note(&at, Kind::FieldAdded, false, "fields under any other name added");
            }
            (Some(_), None) if sort(a) == Sort::Struct => {
                self.note(&at, Kind::FieldRemoved, true, "fields under any other name removed");
            }
            (old, new) => self.inner(place, "{}", old.as_ref(), new.as_ref()),
        }
    }

    /// The schemas of `oneOf` and `anyOf`: references pair by name, the others in their order.
    fn choices(&mut self, place: &str, a: &Shape<'a>, b: &Shape<'a>) {
        let is_same = |old: &Schema<'a>, new: &Schema<'a>| match (old.component_name(), new.component_name()) {
            (Some(a), Some(b)) => a == b || name(old.document, a) == name(new.document, b),
            _ => false,
        };
        let lacks = |list: &[Schema<'a>], choice: &Schema<'a>| {
            !list.iter().any(|other| is_same(other, choice) || is_same(choice, other))
        };
        let gone: Vec<_> = a.choices.iter().filter(|choice| lacks(&b.choices, choice)).collect();
        let added: Vec<_> = b.choices.iter().filter(|choice| lacks(&a.choices, choice)).collect();
        for (index, (old, new)) in gone.iter().zip(&added).enumerate() {
            self.schemas(&format!("{place}|{index}"), old, new);
        }
        for choice in gone.iter().skip(added.len()) {
            self.note(place, Kind::ChoiceRemoved, true, format!("can no longer be `{}`", rust_type(choice)));
        }
        for choice in added.iter().skip(gone.len()) {
            self.note(place, Kind::ChoiceAdded, false, format!("can now be `{}` too", rust_type(choice)));
        }
    }

    fn restrictions(&mut self, place: &str, a: &Shape<'_>, b: &Shape<'_>) {
        for (kind, breaking, end, a, b) in [
            (Kind::ConstraintChanged, false, "; not checked by the crate", &a.constraints, &b.constraints),
            (Kind::KeywordChanged, true, "", &a.others, &b.others),
        ] {
            for key in a.keys().chain(b.keys()).collect::<BTreeSet<_>>() {
                let (old, new) = (a.get(key), b.get(key));
                if old != new {
                    let text = |value: Option<&&Value>| value.map(|value| word(value));
                    let (before, after) = (text(old), text(new));
                    let message = match (&before, &after) {
                        (Some(before), Some(after)) => format!("`{key}` `{before}` -> `{after}`{end}"),
                        (Some(before), None) => format!("`{key}` `{before}` removed{end}"),
                        (_, after) => format!("`{key}` `{}` added{end}", after.as_deref().unwrap_or_default()),
                    };
                    self.values(place, kind, breaking, message, before, after);
                }
            }
        }
    }
}

/// The name of a member below `place`.
fn below(place: &str, name: &str) -> String {
    if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") }
}

/// The type of a schema, told apart from one of another sort.
fn said(schema: &Schema<'_>, sort: Sort) -> String {
    match (schema.component_name(), sort) {
        (Some(_), _) | (None, Sort::Scalar(_) | Sort::List | Sort::Map | Sort::Any) => rust_type(schema),
        (None, Sort::Enum) => "an enum".to_owned(),
        (None, Sort::Struct) => "a struct".to_owned(),
        (None, Sort::Choice) => "a choice of types".to_owned(),
    }
}

pub(super) fn field_type(schema: &Schema<'_>, required: bool) -> String {
    wrapped(&rust_type(schema), is_optional(schema, required))
}

fn wrapped(name: &str, optional: bool) -> String {
    if optional { format!("Option<{name}>") } else { name.to_owned() }
}

/// How the type of a field changes, if it does.
fn wrapping(schema: &Schema<'_>, optional: (bool, bool)) -> String {
    if optional.0 == optional.1 {
        return String::new();
    }
    let name = rust_type(schema);
    format!(", `{}` -> `{}`", wrapped(&name, optional.0), wrapped(&name, optional.1))
}

/// A value in a message: a text without quotes, anything else as JSON, long ones cut.
fn word(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if text.chars().count() > 60 { text.chars().take(57).chain("...".chars()).collect() } else { text }
}
