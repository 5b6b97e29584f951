//! Replacements for values: the same one for the same value, and of the same form.

use std::collections::HashMap;

use serde_json::Value;

use crate::verify::redact::patterns::{is_date, is_email, is_go_time, is_time, is_uuid};

/// The replacements so far.
#[derive(Default)]
pub(super) struct Replacements {
    texts: HashMap<String, String>,
    /// The number of the latest replacement.
    latest: usize,
}

impl Replacements {
    /// Continues after a number.
    pub(super) fn after(latest: usize) -> Self {
        Self { texts: HashMap::new(), latest }
    }

    /// Returns the replacement of a text. A date stays a date, an e-mail address an e-mail address, and so on.
    pub(super) fn text(&mut self, text: &str) -> String {
        if text.trim().is_empty() {
            return text.to_owned();
        }
        // Numbers and dates do not get a number: two of them may have the same replacement.
        if is_time(text) {
            return "1970-01-01T00:00:00Z".to_owned();
        }
        if is_go_time(text) {
            return "1970-01-01 00:00:00 +0000 UTC".to_owned();
        }
        if is_date(text) {
            return "1970-01-01".to_owned();
        }
        if text.chars().all(|c| c.is_ascii_digit() || " +().-".contains(c))
            && text.contains(|c: char| c.is_ascii_digit())
        {
            return text.chars().map(|c| if c.is_ascii_digit() { '1' } else { c }).collect();
        }
        if let Some(replacement) = self.texts.get(text) {
            return replacement.clone();
        }
        self.latest += 1;
        let number = self.latest;
        let replacement = match text {
            text if is_email(text) => format!("person-{number}@redacted.example"),
            text if is_uuid(text) => format!("00000000-0000-4000-8000-{number:012}"),
            text if is_url(text) => format!("https://redacted.example/{number}"),
            _ => format!("redacted-{number}"),
        };
        self.texts.insert(text.to_owned(), replacement.clone());
        replacement
    }

    /// Returns the replacement of a value: another one of the same JSON type.
    pub(super) fn value(&mut self, value: &Value) -> Value {
        match value {
            Value::Null | Value::Bool(_) => value.clone(),
            Value::Number(number) if number.is_i64() => 0.into(),
            Value::Number(_) => 0.5.into(),
            Value::String(text) => self.text(text).into(),
            Value::Array(elements) => elements.iter().map(|element| self.value(element)).collect(),
            Value::Object(members) => {
                Value::Object(members.iter().map(|(name, value)| (name.clone(), self.value(value))).collect())
            }
        }
    }
}

pub(super) fn is_url(text: &str) -> bool {
    let is_scheme = |scheme: &str| scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte));
    text.split_once("://").is_some_and(|(scheme, _)| !scheme.is_empty() && is_scheme(scheme))
}
