//! Makes text from the gateway fit to be printed.
//!
//! An error may repeat what the request carried: a key, an e-mail address, a name. What may be in a free text cannot be
//! known, so no free text is printed at all; a code, a place or an id is, if it looks like one and repeats nothing.

use reqwest::header::AUTHORIZATION;
use reqwest::{Body, Request};
use serde_json::Value;

use crate::generated::field_names::FIELD_NAMES;

/// Longer ones are none.
const MOST_CHARACTERS: usize = 100;

/// A value of this length is found inside another one too; a shorter one only if it is the whole.
const SHORTEST_PART: usize = 8;

/// The values a request carried, in lower case.
pub(crate) struct Echoes(Vec<String>);

impl Echoes {
    /// The values in a request: in its JSON body, its path, its query and its token; and the keys behind that.
    pub(crate) fn new<'a>(request: &Request, keys: impl Iterator<Item = &'a str>) -> Self {
        let mut values = Vec::new();
        if let Some(body) = request.body().and_then(Body::as_bytes).and_then(|body| serde_json::from_slice(body).ok()) {
            collect(&body, &mut values);
        }
        values.extend(request.url().path().split('/').map(str::to_lowercase));
        values.extend(request.url().query_pairs().map(|(_, value)| value.to_lowercase()));
        if let Some(authorization) = request.headers().get(AUTHORIZATION) {
            let text = String::from_utf8_lossy(authorization.as_bytes());
            values.push(text.trim_start_matches("Bearer ").to_lowercase());
        }
        values.extend(keys.map(str::to_lowercase));
        values.retain(|value| !value.is_empty());
        Self(values)
    }

    /// Whether `text` is part of a value, as a name is of an e-mail address.
    fn contain(&self, text: &str) -> bool {
        const SHORTEST_FRAGMENT: usize = 4;
        text.len() >= SHORTEST_FRAGMENT && self.0.iter().any(|value| value.contains(text))
    }

    pub(crate) fn repeated_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.0.iter().any(|value| *value == text || value.len() >= SHORTEST_PART && text.contains(value.as_str()))
    }
}

fn collect(value: &Value, values: &mut Vec<String>) {
    match value {
        Value::String(text) => values.push(text.to_lowercase()),
        Value::Array(elements) => elements.iter().for_each(|value| collect(value, values)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, values)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A code such as `record_not_found`, if `text` is one.
pub(crate) fn code<'a>(text: &'a str, echoes: &Echoes) -> Option<&'a str> {
    let word = |c: char| c.is_ascii_lowercase() || c == '_';
    printable(text, echoes, word).filter(|text| !echoes.contain(text))
}

/// A place in a request such as `order.items[0].price`, if `text` is one: names of fields of the API, and indices.
pub(crate) fn location<'a>(text: &'a str, echoes: &Echoes) -> Option<&'a str> {
    let known = |segment: &str| is_field_name(segment) || is_index(segment);
    let path = text.split(['.', '[', ']']).filter(|segment| !segment.is_empty()).all(known);
    printable(text, echoes, |c| c.is_ascii_alphanumeric() || "_.[]".contains(c)).filter(|_| path)
}

/// Whether the API has a field of that name.
pub(crate) fn is_field_name(name: &str) -> bool {
    FIELD_NAMES.binary_search(&name).is_ok()
}

fn is_index(text: &str) -> bool {
    text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An id such as `7e0b8a35-9c61-4c55-8f37-52a8a0c94004`, if `text` is one: letters, digits and hyphens, in groups.
pub(crate) fn id<'a>(text: &'a str, echoes: &Echoes) -> Option<&'a str> {
    let lengths = text.split('-').map(str::len);
    let grouped = lengths.eq([8, 4, 4, 4, 12]);
    printable(text, echoes, |c| c.is_ascii_hexdigit() || c == '-').filter(|_| grouped)
}

fn printable<'a>(text: &'a str, echoes: &Echoes, allowed: impl Fn(char) -> bool) -> Option<&'a str> {
    let key = text.contains("sz_p");
    let fits = !text.is_empty() && text.len() <= MOST_CHARACTERS && text.chars().all(allowed) && !key;
    Some(text).filter(|text| fits && !echoes.repeated_in(text))
}

/// Whether a caller's id is of letters, digits, `-` and `_` alone, as no e-mail address and no name is that somebody
/// writes out.
#[cfg(feature = "tracing")]
pub(crate) fn is_plain_id(text: &str) -> bool {
    text.len() <= MOST_CHARACTERS && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}
