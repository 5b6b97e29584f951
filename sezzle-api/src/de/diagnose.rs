//! Describes why a response cannot be read, without showing its values.

use serde_json::error::Category;

use crate::error::redact::is_field_name;

/// Returns why `body` cannot be read, by the error of the attempt.
///
/// The path to the value is found by the position of the error. A deserializer that keeps track of the path would compile
/// each type of the API a second time.
pub(crate) fn diagnose(error: &serde_json::Error, body: &[u8]) -> String {
    if body.iter().all(u8::is_ascii_whitespace) {
        return "it is empty".to_owned();
    }
    let message = error.to_string();
    let position = format!("line {}, column {}", error.line(), error.column());
    match error.classify() {
        Category::Eof => format!("it ends early at {position}"),
        _ if message.starts_with("trailing characters") => "there is more after the JSON value".to_owned(),
        Category::Syntax | Category::Io => format!("it is not JSON ({position})"),
        Category::Data => {
            let path = Scanner::new(body, offset(error, body)).find_path();
            format!("`{}`: {}", redact_path(&path), expected(&message))
        }
    }
}

/// Returns how many bytes were read when the error was found, without white space at their end.
fn offset(error: &serde_json::Error, body: &[u8]) -> usize {
    let line_starts = body.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(index, _)| index + 1);
    let line_start = std::iter::once(0).chain(line_starts).nth(error.line().saturating_sub(1)).unwrap_or(0);
    let end = (line_start + error.column()).min(body.len());
    body[..end].trim_ascii_end().len()
}

/// A step from a value into the one around it.
enum Segment {
    Key(String),
    Index(usize),
}

/// Follows JSON that is valid up to the offset.
struct Scanner<'a> {
    body: &'a [u8],
    offset: usize,
    position: usize,
    path: Vec<Segment>,
}

impl<'a> Scanner<'a> {
    fn new(body: &'a [u8], offset: usize) -> Self {
        Self { body, offset, position: 0, path: Vec::new() }
    }

    /// Returns the path to the value that starts or ends at the offset.
    fn find_path(mut self) -> Vec<Segment> {
        while let Some(byte) = self.body.get(self.position) {
            let start = self.position;
            match byte {
                b'{' | b'[' => {
                    self.position += 1;
                    if self.position >= self.offset {
                        break;
                    }
                    self.path.push(if *byte == b'[' { Segment::Index(0) } else { Segment::Key(String::new()) });
                }
                b'}' | b']' => {
                    self.position += 1;
                    self.path.pop();
                }
                b',' => {
                    self.position += 1;
                    if let Some(Segment::Index(index)) = self.path.last_mut() {
                        *index += 1;
                    }
                }
                b'"' => {
                    self.skip_string();
                    if let Some(key) = self.key_since(start) {
                        self.path.pop();
                        self.path.push(Segment::Key(key));
                        continue;
                    }
                }
                b':' | b' ' | b'\t' | b'\r' | b'\n' => {
                    self.position += 1;
                    continue;
                }
                _ => {
                    let is_scalar = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
                    self.position += self.body[start..].iter().take_while(|byte| is_scalar(byte)).count().max(1);
                }
            }
            if self.position >= self.offset && *byte != b',' {
                break;
            }
        }
        self.path
    }

    fn skip_string(&mut self) {
        self.position += 1;
        while let Some(byte) = self.body.get(self.position) {
            self.position += if *byte == b'\\' { 2 } else { 1 };
            if *byte == b'"' {
                break;
            }
        }
    }

    /// Returns the string that started at `start`, if it is the key of a member.
    fn key_since(&self, start: usize) -> Option<String> {
        let rest = self.body.get(self.position..)?.trim_ascii_start();
        let is_key = matches!(self.path.last(), Some(Segment::Key(_))) && rest.first() == Some(&b':');
        is_key.then(|| String::from_utf8_lossy(&self.body[start + 1..self.position - 1]).into_owned())
    }
}

/// Returns the path as text. A name that is not the API's, such as a key of metadata, is replaced by `?`.
fn redact_path(path: &[Segment]) -> String {
    let mut text = String::new();
    for segment in path {
        match segment {
            Segment::Index(index) => text.push_str(&format!("[{index}]")),
            Segment::Key(key) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(if is_field_name(key) { key } else { "?" });
            }
        }
    }
    text
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
        check::<Order>("7", "``: expected struct Order");
    }

    #[test]
    fn damaged_bodies_are_diagnosed() {
        let body =
            r#"{"uuid": "a\"b", "links": [{"href": "x\\", "rel": "self"}], "metadata": {"ä": "ö"}, "items": [7]}"#;
        for end in 0..body.len() {
            for byte in *b"\"\\{}[]:,7 \xff" {
                let mut damaged = body.as_bytes()[..end].to_vec();
                damaged.push(byte);
                let truncated = damaged.clone();
                damaged.extend_from_slice(&body.as_bytes()[end + 1..]);
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
            let path = pointer.split('/').map(|key| key.parse().map_or(Segment::Key(key.to_owned()), Segment::Index));
            let path = redact_path(&path.skip(1).collect::<Vec<_>>());
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
