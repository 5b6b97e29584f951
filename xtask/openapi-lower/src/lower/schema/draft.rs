//! A schema while its keywords are lowered.

use serde_json::{Value, json};

use crate::walk::Object;

/// A schema while its keywords are lowered.
#[derive(Default)]
pub(super) struct Draft {
    /// The keywords that are not lowered yet.
    pub(super) rest: Object,
    /// The lowered keywords.
    pub(super) out: Object,
    /// Lowered schemas that apply beside the keywords: they go to `allOf`.
    pub(super) all: Vec<Value>,
    /// The types in `type`, null included; `None` if any type is accepted.
    pub(super) types: Option<Vec<String>>,
    /// The values in `enum` and `const`.
    pub(super) values: Option<Vec<Value>>,
    /// Whether null is accepted, whatever the other keywords say.
    pub(super) nullable: bool,
}

impl Draft {
    /// Starts with the keywords of the original.
    pub(super) fn new(keywords: Object) -> Self {
        Self { rest: keywords, ..Self::default() }
    }

    /// Takes a keyword out of the original.
    pub(super) fn take(&mut self, keyword: &str) -> Option<Value> {
        self.rest.shift_remove(keyword)
    }

    /// Sets a keyword of the result.
    pub(super) fn set(&mut self, keyword: &str, value: impl Into<Value>) {
        self.out.insert(keyword.to_owned(), value.into());
    }

    /// Sets a keyword of the result if there is a value.
    pub(super) fn set_some(&mut self, keyword: &str, value: Option<Value>) {
        self.out.extend(value.map(|value| (keyword.to_owned(), value)));
    }

    /// Returns whether `type`, `enum` and `const` allow null.
    pub(super) fn allows_null(&self) -> bool {
        self.types.as_ref().is_none_or(|types| types.iter().any(|name| name == "null"))
            && self.values.as_ref().is_none_or(|values| values.contains(&Value::Null))
    }
}

/// Returns a schema that accepts nothing.
pub(super) fn nothing() -> Value {
    json!({"not": {}})
}
