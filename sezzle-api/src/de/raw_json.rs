//! JSON that no type of this crate describes.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::secret::Redacted;

/// JSON as it was received. `Debug` redacts it, since it may contain anything.
#[derive(Clone, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(inline))]
pub struct RawJson(pub(crate) Value);

impl RawJson {
    /// Returns the value.
    pub fn value(&self) -> &Value {
        &self.0
    }

    /// Returns the value itself.
    pub fn into_value(self) -> Value {
        self.0
    }
}

impl fmt::Debug for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RawJson").field(&Redacted).finish()
    }
}
