//! Reads JSON as a type of the crate and writes it again.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Error, Value};

/// Returns what a type keeps of a text.
pub(crate) fn reserialize<T: DeserializeOwned + Serialize>(text: &str) -> Result<Value, Error> {
    serde_json::to_value(serde_json::from_str::<T>(text)?)
}
