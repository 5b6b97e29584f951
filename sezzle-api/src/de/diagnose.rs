//! Describes why a response cannot be read, without showing its values.

use std::fmt;

use serde::Deserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;

use crate::error::redact::is_field_name;

/// Returns why `body` cannot be read, by the error of the attempt.
///
/// The path to the value is found by the position of the error. A deserializer that keeps track of the path would compile
/// each type of the API a second time.
pub(crate) fn diagnose(error: &serde_json::Error, body: &[u8]) -> String {
    if body.iter().all(u8::is_ascii_whitespace) {
        return "it is empty".to_owned();
    }
    let json: &RawValue = match serde_json::from_slice(body) {
        Ok(json) => json,
        Err(error) => {
            let position = format!("line {}, column {}", error.line(), error.column());
            return match error.classify() {
                Category::Eof => format!("it ends early at {position}"),
                _ if error.to_string().starts_with("trailing characters") => {
                    "there is more after the JSON value".to_owned()
                }
                _ => format!("it is not JSON ({position})"),
            };
        }
    };
    let mut path = String::new();
    find_path(json.get(), address(body) + offset(error, body), &mut path);
    format!("`{path}`: {}", expected(&error.to_string()))
}

/// Returns how many bytes were read when the error was found, without white space at their end.
fn offset(error: &serde_json::Error, body: &[u8]) -> usize {
    let line_starts = body.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(index, _)| index + 1);
    let line_start = std::iter::once(0).chain(line_starts).nth(error.line().saturating_sub(1)).unwrap_or(0);
    let end = (line_start + error.column()).min(body.len());
    body[..end].trim_ascii_end().len()
}

fn address(text: impl AsRef<[u8]>) -> usize {
    text.as_ref().as_ptr().addr()
}

/// Adds the path from `json` to the innermost value in it at whose start or end reading stopped. A name that is not the
/// API's, such as a key of metadata, is replaced by `?`.
fn find_path(json: &str, stop: usize, path: &mut String) {
    // Reading stops before or after the bracket of an array or object that is not expected.
    if stop <= address(json) + 1 {
        return;
    }
    let child = serde_json::Deserializer::from_str(json).deserialize_any(ReachedChild { stop });
    if let Ok(Some((segment, value))) = child {
        if !path.is_empty() && !segment.starts_with('[') {
            path.push('.');
        }
        path.push_str(&segment);
        find_path(value.get(), stop, path);
    }
}

/// Finds the first element or member that ends at `stop` or after it, and keeps no other: a body may be large.
struct ReachedChild {
    stop: usize,
}

impl ReachedChild {
    fn is_reached(&self, value: &RawValue) -> bool {
        self.stop <= address(value.get()) + value.get().len()
    }
}

impl<'de> Visitor<'de> for ReachedChild {
    type Value = Option<(String, &'de RawValue)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array or object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        let mut index = 0;
        while let Some(value) = elements.next_element::<&RawValue>()? {
            if found.is_none() && self.is_reached(value) {
                found = Some((format!("[{index}]"), value));
            }
            index += 1;
        }
        Ok(found)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some((key, value)) = members.next_entry::<String, &RawValue>()? {
            if found.is_none() && self.is_reached(value) {
                found = Some((if is_field_name(&key) { key } else { "?".to_owned() }, value));
            }
        }
        Ok(found)
    }
}

/// Returns the part of serde's message that comes from the code and not from the response.
fn expected(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    if message.starts_with("missing field ") {
        return message.to_owned();
    }
    match message.rsplit_once(", expected ") {
        Some((_, expected)) => format!("expected {expected}"),
        None => "the value is not valid here".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::generated::types::{Order, Session};

    #[track_caller]
    fn check<T: serde::de::DeserializeOwned>(body: &str, expected: &str) {
        let error = serde_json::from_str::<T>(body).err().expect("it cannot be read");
        assert_eq!(diagnose(&error, body.as_bytes()), expected, "{body}");
    }

    #[test]
    fn path_leads_to_the_value() {
        check::<Session>(r#"{"uuid": 7, "links": []}"#, "`uuid`: expected a string");
        check::<Session>(r#"{"uuid": {"a": [1]}, "links": []}"#, "`uuid`: expected a string");
        check::<Session>(r#"{"uuid": [ ], "links": []}"#, "`uuid`: expected a string");
        check::<Session>(
            "{\"uuid\":\n  \"s\",\n  \"links\": [{\"href\": \"a\"}, {\"href\": true}]}",
            "`links[1].href`: expected a string",
        );
        check::<Session>(r#"{"order": {"links": [{"rel": "self"}]}}"#, "`order.links[0]`: missing field `href`");
        check::<Session>(r#"{"order": {"links": [{"rel": "}\"]"} , {}]}}"#, "`order.links[0]`: missing field `href`");
        check::<Session>(r#"{"order": {"links": "a,b:c"}}"#, "`order.links`: expected a sequence");
        check::<Session>(
            r#"{"ünknown": {"x": [1, {"y": "z"}]}, "order": 1.5e3}"#,
            "`order`: expected struct SessionOrderStatus",
        );
        check::<Order>(r#"{"metadata": {"planted": [1]}}"#, "`metadata.?`: expected a string or a number");
        check::<Order>(
            r#"{"order_amount": {"amount_in_cents": 99999999999999999999, "currency": "USD"}}"#,
            "`order_amount.amount_in_cents`: expected i64",
        );
        check::<Session>(r#"{"uuid": 7, "links": [], "uuid": "s"}"#, "`uuid`: expected a string");
        check::<Order>("7", "``: expected struct Order");
    }

    #[test]
    fn damaged_bodies_are_diagnosed() {
        let body =
            r#"{"uuid": "a\"b", "links": [{"href": "x\\", "rel": "self"}], "metadata": {"ä": "ö"}, "items": [7]}"#;
        for end in 0..body.len() {
            for byte in *b"\"\\{}[]:,7 \xff" {
                let truncated = [&body.as_bytes()[..end], &[byte]].concat();
                let damaged = [truncated.as_slice(), &body.as_bytes()[end + 1..]].concat();
                for body in [truncated, damaged] {
                    if let Err(error) = serde_json::from_slice::<Order>(&body) {
                        assert!(!diagnose(&error, &body).is_empty());
                    }
                }
            }
        }
    }

    /// Adds the pointers to all values in `value`.
    fn collect(value: &Value, pointer: &str, found: &mut Vec<String>) {
        let entries: Vec<(String, &Value)> = match value {
            Value::Array(elements) => (0..).map(|index: usize| index.to_string()).zip(elements).collect(),
            Value::Object(members) => members.iter().map(|(key, value)| (key.clone(), value)).collect(),
            _ => Vec::new(),
        };
        for (key, value) in entries {
            let pointer = format!("{pointer}/{key}");
            collect(value, &pointer, found);
            found.push(pointer);
        }
    }

    #[test]
    fn every_value_of_a_wrong_type_is_found() {
        let link = json!({"href": "https://gateway.example/v2/order/1", "method": "GET", "rel": "self"});
        let amount = json!({"amount_in_cents": 4150, "currency": "USD"});
        let event = json!({"uuid": "e", "created_at": "2026-03-01T12:00:00Z", "amount": amount});
        let order = json!({
            "uuid": "o", "links": [link, link], "intent": "AUTH", "order_amount": amount,
            "items": [{"name": "Tea, \"green\" {1 kg}", "price": amount, "quantity": 2}],
            "checkout_expiration": "2026-03-01T12:00:00Z",
            "authorization": {"approved": true, "captures": [event, event], "expiration": "2026-03-01T12:00:00Z"},
        });
        let mut pointers = Vec::new();
        collect(&order, "", &mut pointers);
        let mut failures = 0;
        for pointer in &pointers {
            let keys = pointer[1..].split('/');
            let path: String =
                keys.map(|key| key.parse().map_or(format!(".{key}"), |index: u8| format!("[{index}]"))).collect();
            let path = path.trim_start_matches('.');
            for wrong in [json!({"x": [null, "]"]}), json!([[{}]]), json!(true), json!(-7.5), json!("\\\" :{")] {
                let mut changed = order.clone();
                *changed.pointer_mut(pointer).expect("a value") = wrong;
                for text in [changed.to_string(), format!("{changed:#}")] {
                    if let Err(error) = serde_json::from_str::<Order>(&text) {
                        let problem = diagnose(&error, text.as_bytes());
                        assert!(problem.starts_with(&format!("`{path}")), "{problem}: {text}");
                        failures += 1;
                    }
                }
            }
        }
        assert!(failures > 200, "{failures}");
    }
}
