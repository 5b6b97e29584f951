//! JSON that no type of this crate describes.

use std::fmt;

use serde_json::Value;

use crate::secret::Redacted;

/// JSON as it came. `Debug` does not show it: it may hold anything.
#[derive(Clone, PartialEq, Eq)]
pub struct RawJson(pub(crate) Value);

impl RawJson {
    /// What it says.
    pub fn value(&self) -> &Value {
        &self.0
    }

    /// What it says, given away.
    pub fn into_value(self) -> Value {
        self.0
    }
}

impl fmt::Debug for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RawJson").field(&Redacted).finish()
    }
}
