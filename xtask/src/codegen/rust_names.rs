//! Names in the generated code that differ from those of progenitor.

use heck::ToUpperCamelCase;
use openapi_lower::io::finding::Pointer;
use serde_json::{Map, Value};

/// Returns `4-pay` as `FourPay`, and nothing for values that do not start with a single digit.
pub(crate) fn spell_first_digit(value: &str) -> Option<String> {
    const DIGITS: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let mut characters = value.chars();
    let digit = characters.next()?.to_digit(10)?;
    let rest = characters.as_str();
    // Longer numbers are not spelled out.
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(format!("{}-{rest}", DIGITS[digit as usize]).to_upper_camel_case())
}

/// Returns the name of the Rust type of a schema.
pub(crate) fn type_name(at: &Pointer, schema: &Map<String, Value>) -> String {
    let named = ["x-rust-name", "title"].into_iter().find_map(|key| schema.get(key).and_then(Value::as_str));
    let at = at.to_string();
    named.or_else(|| at.rsplit('/').next()).unwrap_or_default().to_upper_camel_case()
}
