//! Readers for what the gateway sends and its document does not say.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A field's type, required or optional, made from what may have been there.
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

/// Reads `null` as the empty value: a missing list, as programs in Go write it.
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
    null_as_default(deserializer).map(|List(elements)| elements)
}

/// A list without its `null`s, which are left out while it is read: a second list would be a second allocation.
pub(crate) struct List<T>(pub(crate) Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<List<T>, A::Error> {
        let mut list = Vec::new();
        while elements.next_element_seed(Push(&mut list))?.is_some() {}
        Ok(List(list))
    }
}

/// Reads an element straight into its list, where it takes the place of an `Option` of one.
struct Push<'a, T>(&'a mut Vec<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Push<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Push<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an element or null")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.0.push(T::deserialize(deserializer)?);
        Ok(())
    }
}

/// Reads a time in every form that was seen: RFC 3339 with any number of digits in its fraction, the same without an
/// offset, the form in which programs in Go print one, a day, and seconds or milliseconds since 1970.
pub(crate) fn time<'de, D: Deserializer<'de>, F: Field<DateTime<Utc>>>(deserializer: D) -> Result<F, D::Error> {
    field(deserializer, |Time(time)| time)
}

/// Reads a text, also where a number, a truth value or the like stands in its place.
pub(crate) fn text<'de, D: Deserializer<'de>, F: Field<String>>(deserializer: D) -> Result<F, D::Error> {
    field(deserializer, |Text(text)| text)
}

/// Reads a map whose values are texts, also where one is a number. A `null` in it is left out.
pub(crate) fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    null_as_default(deserializer).map(|Texts(map)| map)
}

#[derive(Default)]
struct Texts(BTreeMap<String, String>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TextsVisitor)
    }
}

struct TextsVisitor;

impl<'de> Visitor<'de> for TextsVisitor {
    type Value = Texts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Texts, A::Error> {
        let mut map = BTreeMap::new();
        while let Some((key, text)) = entries.next_entry::<String, Option<Text>>()? {
            match text {
                Some(Text(text)) => drop(map.insert(key, text)),
                None => drop(map.remove(&key)),
            }
        }
        Ok(Texts(map))
    }
}

/// Reads a decimal exactly, from a number or from a text.
pub(crate) fn decimal<'de, D: Deserializer<'de>, F: Field<Decimal>>(deserializer: D) -> Result<F, D::Error> {
    // The digits as they stand in the JSON: no binary fraction comes between.
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

/// Writes a decimal as a number, digit by digit.
pub(crate) fn write_decimal<S: Serializer>(value: &impl AsDecimal, serializer: S) -> Result<S::Ok, S::Error> {
    match value.as_decimal() {
        Some(value) => RawValue::from_string(value.to_string()).map_err(S::Error::custom)?.serialize(serializer),
        None => serializer.serialize_none(),
    }
}

/// A field that may hold a decimal.
pub(crate) trait AsDecimal {
    fn as_decimal(&self) -> Option<Decimal>;
}

impl AsDecimal for Decimal {
    fn as_decimal(&self) -> Option<Decimal> {
        Some(*self)
    }
}

impl AsDecimal for Option<Decimal> {
    fn as_decimal(&self) -> Option<Decimal> {
        *self
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
        parse_time(text.trim()).map(Time).ok_or_else(|| E::custom("text, expected a time such as 2026-03-01T12:00:00Z"))
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

/// The time that a text says; see [`time`].
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
        f.write_str("a text or a number")
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
