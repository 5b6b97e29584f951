//! A field that nearly always has a value, and has none.

use std::fmt;

use crate::error::Error;

/// A field is missing that Sezzle nearly always sends.
///
/// `?` converts it into an [`Error`] of kind [`InvalidResponse`](crate::ErrorKind::InvalidResponse): the call that returned
/// the value has been processed, so do not repeat it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingField {
    field: &'static str,
    advice: &'static str,
}

impl MissingField {
    pub(crate) const fn new(field: &'static str, advice: &'static str) -> Self {
        Self { field, advice }
    }

    /// Returns the field, such as `order.checkout_url`.
    pub fn field(&self) -> &'static str {
        self.field
    }
}

impl fmt::Display for MissingField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is missing: {}", self.field, self.advice)
    }
}

impl std::error::Error for MissingField {}

impl From<MissingField> for Error {
    fn from(missing: MissingField) -> Self {
        Self::incomplete(missing.to_string())
    }
}
