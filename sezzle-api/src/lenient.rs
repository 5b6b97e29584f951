//! Readers for what the gateway sends and its document does not say.

use serde::{Deserialize, Deserializer};

/// Reads `null` as the empty value: a missing list, as programs in Go write it.
pub(crate) fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}
