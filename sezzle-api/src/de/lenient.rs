//! Readers for values that the gateway sends and its document does not describe.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use serde::de::{Error, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// The type of a field, required or optional, converted from a value that may be missing.
pub(crate) trait Field<T>: Sized {
    fn from_value(value: Option<T>) -> Option<Self>;
}

impl<T> Field<T> for T {
    fn from_value(value: Option<T>) -> Option<Self> {
        value
    }
}

impl<T> Field<T> for Option<T> {
    fn from_value(value: Option<T>) -> Option<Self> {
        Some(value)
    }
}

fn field<'de, D, R, T, F>(deserializer: D, convert: impl FnOnce(R) -> T) -> Result<F, D::Error>
where
    D: Deserializer<'de>,
    R: Deserialize<'de>,
    F: Field<T>,
{
    let value = Option::<R>::deserialize(deserializer)?.map(convert);
    F::from_value(value).ok_or_else(|| Error::custom("null, expected a value"))
}

/// Reads `null` as the empty value: programs in Go write it for a missing list.
pub(crate) fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Reads a list: `null` as an empty one, and without the elements that are `null`.
pub(crate) fn list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let elements: Vec<Option<T>> = null_as_default(deserializer)?;
    Ok(elements.into_iter().flatten().collect())
}

/// Reads a time in every form that was seen: RFC 3339 with any number of fractional digits, the same without an offset, the
/// form that programs in Go print, a date, and seconds or milliseconds since 1970.
pub(crate) fn time<'de, D: Deserializer<'de>, F: Field<DateTime<Utc>>>(deserializer: D) -> Result<F, D::Error> {
    field(deserializer, |Time(time)| time)
}

/// Reads a string, also from a number or a boolean.
pub(crate) fn text<'de, D: Deserializer<'de>, F: Field<String>>(deserializer: D) -> Result<F, D::Error> {
    field(deserializer, |Text(text)| text)
}

/// Reads a map of strings, whose values may be numbers or booleans. Members that are `null` are left out.
pub(crate) fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    let map: BTreeMap<String, Option<Text>> = null_as_default(deserializer)?;
    Ok(map.into_iter().filter_map(|(key, text)| Some((key, text?.0))).collect())
}

/// Reads a decimal exactly, from a number or from a string.
pub(crate) fn decimal<'de, D: Deserializer<'de>, F: Field<Decimal>>(deserializer: D) -> Result<F, D::Error> {
    // The digits as they are in the JSON, without rounding to a binary fraction.
    let digits: Option<Box<RawValue>> = Option::deserialize(deserializer)?;
    let digits = digits.as_ref().map(|digits| digits.get().trim_matches('"'));
    let value = match digits {
        None | Some("null" | "") => None,
        Some(digits) => Some(
            Decimal::from_str_exact(digits)
                .or_else(|_| Decimal::from_scientific(digits))
                .map_err(|_| D::Error::custom("value, expected a decimal number"))?,
        ),
    };
    F::from_value(value).ok_or_else(|| Error::custom("null, expected a decimal number"))
}

/// Writes a decimal, or a field that may hold one, as a number, digit by digit.
pub(crate) fn write_decimal<S, T>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    S: Serializer,
    T: Copy + Into<Option<Decimal>>,
{
    match (*value).into() {
        Some(value) => RawValue::from_string(value.to_string()).map_err(S::Error::custom)?.serialize(serializer),
        None => serializer.serialize_none(),
    }
}

struct Time(DateTime<Utc>);

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TimeVisitor)
    }
}

struct TimeVisitor;

impl Visitor<'_> for TimeVisitor {
    type Value = Time;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time such as 2026-03-01T12:00:00Z")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Time, E> {
        parse_time(text.trim())
            .map(Time)
            .ok_or_else(|| E::custom("string, expected a time such as 2026-03-01T12:00:00Z"))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Time, E> {
        // Seconds reach this number in the year 5138, milliseconds reached it in 1973.
        const FIRST_MILLISECONDS: u64 = 100_000_000_000;
        let time = if number.unsigned_abs() < FIRST_MILLISECONDS {
            DateTime::from_timestamp_secs(number)
        } else {
            DateTime::from_timestamp_millis(number)
        };
        time.filter(has_four_digits).map(Time).ok_or_else(|| E::custom("number, expected a time"))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Time, E> {
        i64::try_from(number)
            .map_err(|_| E::custom("number, expected a time"))
            .and_then(|number| self.visit_i64(number))
    }
}

/// Parses a time; see [`time`] for its forms.
pub(crate) fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    parse_any_time(text).filter(has_four_digits)
}

/// Whether the year of a time can be written so that it can be read again (RFC 3339, section 5.6).
fn has_four_digits(time: &DateTime<Utc>) -> bool {
    (0..=9999).contains(&time.year())
}

fn parse_any_time(text: &str) -> Option<DateTime<Utc>> {
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time.to_utc());
    }
    // Go prints the offset twice: `+0000 UTC`.
    let go = text.rsplit_once(' ').map_or(text, |(time, _zone)| time);
    for (text, format) in [(go, "%Y-%m-%d %H:%M:%S%.f %z"), (text, "%Y-%m-%dT%H:%M:%S%.f%z")] {
        if let Ok(time) = DateTime::parse_from_str(text, format) {
            return Some(time.to_utc());
        }
    }
    ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .or_else(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(|day| day.and_time(NaiveTime::MIN)))
        .map(|time| time.and_utc())
}

struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or a number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text(text.to_owned()))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Text, E> {
        Ok(Text(value.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Text, E> {
        Ok(Text(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Text, E> {
        Ok(Text(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Text, E> {
        Ok(Text(number.to_string()))
    }
}
