//! A change and what it does to those who use the crate.

use serde::Serialize;

/// Everything that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// How many changes are breaking.
    pub breaking: usize,
    /// How many are compatible.
    pub compatible: usize,
    /// How many descriptions and examples changed. They are counted, not listed.
    pub texts: usize,
    /// The changes, breaking ones first.
    pub changes: Vec<Change>,
}

impl Diff {
    /// Whether nothing changed at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.texts == 0
    }

    pub(super) fn add(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Counts a text if it changed.
    pub(super) fn count_text<T: PartialEq>(&mut self, old: &T, new: &T) {
        self.texts += usize::from(old != new);
    }

    /// Sorts and counts.
    pub(super) fn finish(&mut self) {
        self.changes.sort_by_key(|change| change.verdict);
        self.breaking = self.changes.iter().filter(|change| change.verdict == Verdict::Breaking).count();
        self.compatible = self.changes.len() - self.breaking;
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it does to the users of the crate.
    pub verdict: Verdict,
    /// What kind of change it is.
    pub kind: Kind,
    /// What it is about.
    #[serde(flatten)]
    pub subject: Subject,
    /// Where in it: a field such as `items[].price`, a parameter, the response. Empty for the whole.
    pub place: String,
    /// What happened, in words.
    pub message: String,
    /// What was there before, if that can be said in a word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What is there now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// What a change does to the users of the crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Programs stop compiling, or calls start failing.
    Breaking,
    /// Programs go on as they are.
    Compatible,
}

impl Verdict {
    pub(super) fn breaking_if(breaking: bool) -> Self {
        if breaking { Self::Breaking } else { Self::Compatible }
    }
}

/// What a change is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Subject {
    /// An operation, a type, an event, or the document.
    #[serde(rename = "subject")]
    pub kind: SubjectKind,
    /// Its name in the document: method and path, the schema's name, the event's name.
    pub name: String,
    /// Its name in Rust; empty if it has none.
    pub rust: String,
}

/// The things of an API.
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

/// The kinds of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each says itself what it is")]
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
