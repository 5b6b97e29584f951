//! A change between two documents.

use serde::Serialize;

/// Everything that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// The number of descriptions and examples that changed. They are counted, not listed.
    pub texts: usize,
    /// The changes, in the order of the document.
    pub changes: Vec<Change>,
}

impl Diff {
    /// Returns whether nothing changed at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.texts == 0
    }

    /// Counts a description or an example if it changed.
    pub(super) fn count_text<T: PartialEq>(&mut self, old: &T, new: &T) {
        self.texts += usize::from(old != new);
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The kind of change.
    pub kind: Kind,
    /// What changed.
    #[serde(flatten)]
    pub subject: Subject,
    /// The location in the subject: a field such as `items[].price`, a parameter, the response. Empty for all of it.
    pub location: String,
    /// The change in words.
    pub message: String,
    /// The old value or type, if the kind of change has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The new value or type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// How programs for the old document use what changed.
    #[serde(skip)]
    pub usage: Usage,
    /// Whether requests that were complete before are not complete any more.
    #[serde(skip)]
    pub requires_more: bool,
}

impl Change {
    /// Creates a change of the subject as a whole.
    #[must_use]
    pub fn new(kind: Kind, subject: Subject, message: impl Into<String>, usage: Usage) -> Self {
        let (location, message) = (String::new(), message.into());
        Self { kind, subject, location, message, before: None, after: None, usage, requires_more: false }
    }

    /// Sets the old and the new value.
    pub(super) fn with_values(&mut self, before: impl Into<Option<String>>, after: impl Into<Option<String>>) {
        self.before = before.into();
        self.after = after.into();
    }
}

/// What a change is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Subject {
    /// An operation, a type, an event, or the document.
    #[serde(rename = "subject")]
    pub kind: SubjectKind,
    /// Its name in the document: method and path, the name of the component, the name of the event.
    pub name: String,
}

/// The kinds of subjects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// The document as a whole.
    Document,
    /// A method and a path.
    Operation,
    /// A webhook.
    Event,
    /// A component schema.
    Type,
}

/// How programs use a type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// They send values of it.
    pub sent: bool,
    /// They receive values of it.
    pub received: bool,
}

impl Usage {
    pub(super) const SENT: Self = Self { sent: true, received: false };
    pub(super) const RECEIVED: Self = Self { sent: false, received: true };

    /// Returns whether programs use it at all.
    #[must_use]
    pub fn is_used(self) -> bool {
        self.sent || self.received
    }
}

/// The kinds of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Kind {
    OperationAdded,
    OperationRemoved,
    OperationRenamed,
    PathChanged,
    MethodChanged,
    DeprecationChanged,
    ParameterAdded,
    ParameterRemoved,
    ParameterRenamed,
    ParameterMoved,
    ParameterBecameRequired,
    ParameterBecameOptional,
    StyleChanged,
    RequestBodyAdded,
    RequestBodyRemoved,
    ResponseBodyAdded,
    ResponseBodyRemoved,
    MediaTypeChanged,
    SuccessStatusAdded,
    SuccessStatusRemoved,
    ErrorStatusAdded,
    ErrorStatusRemoved,
    SecurityChanged,
    EventAdded,
    EventRemoved,
    TypeAdded,
    TypeRemoved,
    TypeRenamed,
    TypeChanged,
    FormatChanged,
    FieldAdded,
    FieldRemoved,
    BecameRequired,
    BecameOptional,
    BecameNullable,
    BecameNotNullable,
    EnumValueAdded,
    EnumValueRemoved,
    ChoiceAdded,
    ChoiceRemoved,
    ConstraintChanged,
    KeywordChanged,
}
