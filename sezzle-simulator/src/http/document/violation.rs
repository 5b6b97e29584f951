//! Violations of schemas.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

/// A rule that a value violates. Contains the rule, never the value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Violation {
    /// Member names and indices from the root of the body; empty for the body as a whole.
    pub(crate) path: Vec<String>,
    /// The rule, as a predicate: `is required`.
    pub(crate) rule: String,
}

impl Violation {
    pub(crate) fn of_whole_body(rule: impl Into<String>) -> Self {
        Self { path: Vec::new(), rule: rule.into() }
    }

    /// Returns the path separated by dots, as in errors of the API.
    pub(crate) fn location(&self) -> String {
        self.path.join(".")
    }

    /// Returns the path as a JSON pointer.
    pub(crate) fn pointer(&self) -> String {
        self.path.iter().map(|segment| format!("/{}", segment.replace('~', "~0").replace('/', "~1"))).collect()
    }

    pub(crate) fn message(&self) -> String {
        format!("{} {}", self.path.last().map_or("the body", String::as_str), self.rule)
    }

    fn new(error: &ValidationError<'_>) -> Self {
        let mut path: Vec<String> = error.instance_path().iter().map(|segment| segment.to_string()).collect();
        let rule = match error.kind() {
            ValidationErrorKind::Required { property } => {
                path.extend(property.as_str().map(str::to_owned));
                "is required".to_owned()
            }
            ValidationErrorKind::Type { kind: TypeKind::Single(expected) } => format!("must be of type {expected}"),
            ValidationErrorKind::Type { kind: TypeKind::Multiple(expected) } => {
                let names: Vec<String> = expected.iter().map(|name| name.to_string()).collect();
                format!("must be of type {}", names.join(" or "))
            }
            ValidationErrorKind::Enum { options } => format!("must be one of {options}"),
            ValidationErrorKind::Format { format } => format!("must be a {format}"),
            ValidationErrorKind::Minimum { limit } => format!("must be at least {limit}"),
            // The library's own messages may repeat parts of the body.
            other => format!("violates the rule `{}`", other.keyword()),
        };
        Self { path, rule }
    }
}

/// Returns one violation for each location, sorted by location so that the order of the schema's keys does not matter.
pub(crate) fn violations(schema: &Validator, body: &Value) -> Vec<Violation> {
    // Almost every body is valid, and checking that is far cheaper than collecting errors.
    if schema.is_valid(body) {
        return Vec::new();
    }
    let mut violations: Vec<Violation> = schema.iter_errors(body).map(|error| Violation::new(&error)).collect();
    violations.sort_by_cached_key(|violation| (violation.location(), violation.rule.clone()));
    violations.dedup_by(|one, other| one.path == other.path);
    violations
}

/// Checks a body against its schema. Returns the violation whose location sorts first.
pub(crate) fn check(schema: &Validator, body: &Value) -> Result<(), Violation> {
    violations(schema, body).into_iter().next().map_or(Ok(()), Err)
}
