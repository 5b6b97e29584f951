//! Where a response deviates from the document.

use std::collections::BTreeSet;

use serde::Serialize;

/// The kinds of differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    UndocumentedStatus,
    UndocumentedContentType,
    UndocumentedField,
    UnknownEnumValue,
    TypeMismatch,
    MissingRequired,
    UnexpectedNull,
}

impl Kind {
    /// Returns the name in reports.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::UndocumentedStatus => "undocumented_status",
            Self::UndocumentedContentType => "undocumented_content_type",
            Self::UndocumentedField => "undocumented_field",
            Self::UnknownEnumValue => "unknown_enum_value",
            Self::TypeMismatch => "type_mismatch",
            Self::MissingRequired => "missing_required",
            Self::UnexpectedNull => "unexpected_null",
        }
    }
}

/// A change of the document that allows what was received. Nodes are JSON pointers into the document.
///
/// The order is the order of application: a content type can be added to a status that was added before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fix {
    /// Adds a status to an operation, with the response at `like`, but its body only if `has_body`.
    Status { operation: String, status: u16, like: Option<String>, has_body: bool },
    /// Adds a content type to a response, with the schema of the media type at `like`, or else any text.
    ContentType { response: String, media_type: String, like: Option<String> },
    /// Allows a successful response of an operation to be empty.
    EmptyBody { operation: String },
    /// Makes a property optional.
    NotRequired { schema: String, property: String },
    /// Adds a property with a value of this JSON type to the map of properties or columns at `properties`.
    Property { properties: String, property: String, json_type: &'static str },
    /// Adds a value to an enum.
    EnumValue { schema: String, value: String },
    /// Adds a JSON type. `value` is the JSON of the value if the schema lists its values.
    Type { schema: String, json_type: &'static str, value: Option<String> },
    /// Allows values that do not have the schema's format.
    AnyFormat { schema: String },
}

/// A difference in one response.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) kind: Kind,
    /// Where in the response body; empty for the body as a whole, the status and the content type.
    pub(crate) pointer: String,
    pub(crate) detail: String,
    /// How the document can allow it, if an overlay can express that.
    pub(crate) fix: Option<Fix>,
}

impl Finding {
    pub(crate) fn new(kind: Kind, pointer: &str, detail: impl Into<String>, fix: Option<Fix>) -> Self {
        Self { kind, pointer: pointer.to_owned(), detail: detail.into(), fix }
    }
}

/// Where the responses of an operation deviate from the document. One cause is one difference: elements of a list and
/// responses are counted, not listed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Difference {
    pub(crate) operation: String,
    pub(crate) kind: Kind,
    /// A JSON pointer to the first occurrence in the response body, or the name of a column or a header after a slash. Empty
    /// for the body as a whole, the status and the content type.
    pub(crate) pointer: String,
    pub(crate) detail: String,
    /// The number of responses that show it.
    pub(crate) seen: usize,
    /// The number of responses that could show it.
    pub(crate) of: usize,
    /// The indices of the responses that show it.
    #[serde(skip)]
    pub(crate) seen_in: BTreeSet<usize>,
    /// The indices of the responses that could show it.
    #[serde(skip)]
    pub(crate) possible_in: BTreeSet<usize>,
    /// The steps of the script that show it.
    #[serde(skip)]
    pub(crate) steps: BTreeSet<String>,
    /// Changes of the document that allow it.
    #[serde(skip)]
    pub(crate) fixes: BTreeSet<Fix>,
}

impl Difference {
    /// Creates a difference that no response shows yet.
    pub(crate) fn new(operation: &str, kind: Kind, pointer: String) -> Self {
        Self {
            operation: operation.to_owned(),
            kind,
            pointer,
            detail: String::new(),
            seen: 0,
            of: 0,
            seen_in: BTreeSet::new(),
            possible_in: BTreeSet::new(),
            steps: BTreeSet::new(),
            fixes: BTreeSet::new(),
        }
    }
}
