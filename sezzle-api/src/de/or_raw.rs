//! Fields whose values may be of another type than that of the crate.

// Generated code uses it once the document allows several types for a field, as after a proposal of `sezzle verify`.
#![allow(dead_code, reason = "the current document has one type for each field")]

use std::collections::BTreeMap;
use std::fmt;
use std::ops::{Deref, DerefMut};

use rust_decimal::Decimal;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::de::lenient::{self, Field};
use crate::de::raw_json::RawJson;

/// The value of a field, or the JSON that was received instead, of a type that was seen in responses and that the crate has
/// no type for.
///
/// It dereferences to the value: `None` or empty if there is other JSON.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct OrRaw<T> {
    value: T,
    raw: Option<RawJson>,
}

impl<T> OrRaw<T> {
    /// Returns the JSON that was received instead of the value.
    pub fn raw(&self) -> Option<&RawJson> {
        self.raw.as_ref()
    }
}

impl<T: Default + PartialEq> OrRaw<T> {
    pub(crate) fn is_empty(&self) -> bool {
        self.raw.is_none() && self.value == T::default()
    }
}

impl<T> Deref for OrRaw<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for OrRaw<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T> From<T> for OrRaw<T> {
    fn from(value: T) -> Self {
        Self { value, raw: None }
    }
}

impl<T: PartialEq> PartialEq<Option<T>> for OrRaw<Option<T>> {
    fn eq(&self, other: &Option<T>) -> bool {
        self.raw.is_none() && self.value == *other
    }
}

impl<T: fmt::Debug> fmt::Debug for OrRaw<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.raw {
            Some(raw) => raw.fmt(f),
            None => self.value.fmt(f),
        }
    }
}

impl<T: Serialize> Serialize for OrRaw<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.raw {
            Some(raw) => raw.serialize(serializer),
            None => self.value.serialize(serializer),
        }
    }
}

#[cfg(feature = "schemars")]
impl<T> schemars::JsonSchema for OrRaw<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OrRaw".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        true.into()
    }
}

/// Reads a value with `reader`, or else keeps its JSON.
fn read<'de, D, T>(
    deserializer: D,
    reader: impl FnOnce(&RawValue) -> Result<T, serde_json::Error>,
) -> Result<OrRaw<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Default,
{
    let json = Box::<RawValue>::deserialize(deserializer)?;
    if json.get() == "null" {
        return Ok(OrRaw::default());
    }
    match reader(&json) {
        Ok(value) => Ok(value.into()),
        Err(_) => {
            let raw = serde_json::from_str(json.get()).map_err(D::Error::custom)?;
            Ok(OrRaw { value: T::default(), raw: Some(RawJson(raw)) })
        }
    }
}

/// Reads a value of any type.
pub(crate) fn value<'de, D, T>(deserializer: D) -> Result<OrRaw<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    read(deserializer, |json| serde_json::from_str(json.get()))
}

/// Reads a list as [`lenient::list`] does.
pub(crate) fn list<'de, D, T>(deserializer: D) -> Result<OrRaw<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    read(deserializer, |json| lenient::list(json))
}

/// Reads a map as [`lenient::texts`] does.
pub(crate) fn texts<'de, D>(deserializer: D) -> Result<OrRaw<BTreeMap<String, String>>, D::Error>
where
    D: Deserializer<'de>,
{
    read(deserializer, |json| lenient::texts(json))
}

/// Reads a decimal as [`lenient::decimal`] does.
pub(crate) fn decimal<'de, D, T>(deserializer: D) -> Result<OrRaw<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Field<Decimal> + Default,
{
    read(deserializer, |json| lenient::decimal(json))
}

/// Writes a decimal as [`lenient::write_decimal`] does.
pub(crate) fn write_decimal<S, T>(value: &OrRaw<T>, serializer: S) -> Result<S::Ok, S::Error>
where
    S: Serializer,
    T: Copy + Into<Option<Decimal>>,
{
    match &value.raw {
        Some(raw) => raw.serialize(serializer),
        None => lenient::write_decimal(&value.value, serializer),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[derive(Debug, Deserialize, Serialize)]
    struct Sample {
        #[serde(default, deserialize_with = "value", skip_serializing_if = "OrRaw::is_empty")]
        cents: OrRaw<Option<i64>>,
        #[serde(default, deserialize_with = "list", skip_serializing_if = "OrRaw::is_empty")]
        names: OrRaw<Vec<String>>,
        #[serde(default, deserialize_with = "decimal", skip_serializing_if = "OrRaw::is_empty")]
        #[serde(serialize_with = "write_decimal")]
        net: OrRaw<Option<Decimal>>,
    }

    fn read(value: &Value) -> Sample {
        serde_json::from_str(&value.to_string()).expect("any JSON")
    }

    #[test]
    fn any_json_is_kept() {
        for sample in [
            json!({"cents": 4150, "names": ["a"], "net": 12.5}),
            json!({"cents": "4150", "names": {"a": 1}, "net": "a lot"}),
            json!({"cents": [1.5], "names": 7, "net": true}),
            json!({}),
        ] {
            assert_eq!(serde_json::to_value(read(&sample)).expect("JSON"), sample);
        }
    }

    #[test]
    fn value_is_read_as_before() {
        let sample = read(&json!({"cents": 4150, "names": null, "net": "12.50"}));
        assert!(sample.cents == Some(4150) && sample.names.is_empty() && sample.cents.raw().is_none());
        assert_eq!(*sample.net, Some(Decimal::new(1250, 2)));
        let other = read(&json!({"cents": "secret"}));
        assert!(other.cents.is_none() && other.cents != None);
        assert_eq!(other.cents.raw().map(RawJson::value), Some(&json!("secret")));
        assert!(!format!("{other:?}").contains("secret"));
    }
}
