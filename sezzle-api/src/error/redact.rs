//! Decides what of an error response may be printed.
//!
//! A response may repeat what the request contained: a key, an e-mail address, a name. Free text is therefore never
//! printed. A code, a location or an id is, if it has the right form and does not repeat a value of the request.

use reqwest::header::AUTHORIZATION;
use reqwest::{Body, Request};
use serde_json::Value;

use crate::error::code::ErrorCode;
use crate::generated::field_names::FIELD_NAMES;

/// Longer strings are not codes or ids.
const MAX_LENGTH: usize = 100;

/// A value of this length is also searched for inside a longer string; a shorter one must be equal.
const MIN_VALUE: usize = 8;

/// A string of this length is also searched for inside longer values.
const MIN_FRAGMENT: usize = 4;

/// The values that a request contained, in lower case.
#[derive(Default)]
pub(crate) struct RequestValues(Vec<String>);

impl RequestValues {
    /// Collects the values in the JSON body, the path, the query and the token of a request, and the keys behind the token.
    pub(crate) fn new<'a>(request: &Request, keys: impl IntoIterator<Item = &'a str>) -> Self {
        let mut values = Vec::new();
        if let Some(body) = request.body().and_then(Body::as_bytes).and_then(|body| serde_json::from_slice(body).ok()) {
            collect_strings(&body, &mut values);
        }
        values.extend(request.url().path().split('/').map(str::to_lowercase));
        values.extend(request.url().query_pairs().map(|(_, value)| value.to_lowercase()));
        if let Some(authorization) = request.headers().get(AUTHORIZATION) {
            let value = String::from_utf8_lossy(authorization.as_bytes());
            values.push(value.trim_start_matches("Bearer ").to_lowercase());
        }
        values.extend(keys.into_iter().map(str::to_lowercase));
        values.retain(|value| !value.is_empty());
        Self(values)
    }

    /// Returns whether a string contains a value, or is part of one, as a name is of an e-mail address.
    pub(crate) fn overlap(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.0.iter().any(|value| {
            *value == text
                || value.len() >= MIN_VALUE && text.contains(value.as_str())
                || text.len() >= MIN_FRAGMENT && value.contains(&text)
        })
    }

    /// Returns a code that is known, or looks like one: `record_not_found`.
    pub(crate) fn printable_code<'a>(&self, code: &'a str) -> Option<&'a str> {
        let is_code = |c: char| c.is_ascii_lowercase() || c == '_';
        let looks_like_one = || {
            (1..=MAX_LENGTH).contains(&code.len())
                && code.chars().all(is_code)
                && !code.starts_with("sz_p")
                && !self.overlap(code)
        };
        Some(code).filter(|code| ErrorCode::VALUES.contains(code) || looks_like_one())
    }

    /// Returns a location that consists of field names of the API and indices: `order.items[0].price`.
    pub(crate) fn printable_location<'a>(&self, location: &'a str) -> Option<&'a str> {
        let is_index = |part: &str| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        let mut parts = location.split(['.', '[', ']']).filter(|part| !part.is_empty()).peekable();
        let has_parts = parts.peek().is_some();
        Some(location).filter(|_| has_parts && parts.all(|part| is_field_name(part) || is_index(part)))
    }

    /// Returns an id that is a UUID.
    pub(crate) fn printable_id<'a>(&self, id: &'a str) -> Option<&'a str> {
        let is_uuid =
            id.chars().all(|c| c.is_ascii_hexdigit() || c == '-') && id.split('-').map(str::len).eq([8, 4, 4, 4, 12]);
        Some(id).filter(|id| is_uuid && !self.overlap(id))
    }
}

fn collect_strings(value: &Value, values: &mut Vec<String>) {
    match value {
        Value::String(text) => values.push(text.to_lowercase()),
        Value::Array(elements) => elements.iter().for_each(|value| collect_strings(value, values)),
        Value::Object(fields) => fields.values().for_each(|value| collect_strings(value, values)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Returns whether the API has a field of that name.
pub(crate) fn is_field_name(name: &str) -> bool {
    FIELD_NAMES.binary_search(&name).is_ok()
}

/// Returns whether a caller's id consists of letters, digits, `-` and `_`, which excludes e-mail addresses and full names.
#[cfg(feature = "tracing")]
pub(crate) fn is_plain_id(id: &str) -> bool {
    id.len() <= MAX_LENGTH && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}
