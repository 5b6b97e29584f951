//! Makes text from the gateway fit to be printed.
//!
//! An error may repeat what the request carried: a key, an e-mail address, a name. What may be in a free text cannot be
//! known, so no free text is printed at all; a code, a place or an id is, if it looks like one and repeats nothing.

use serde_json::Value;

/// Longer ones are none.
const MOST_CHARACTERS: usize = 100;

/// A value of this length is found inside another one too; a shorter one only if it is the whole.
const SHORTEST_PART: usize = 8;

/// The values a request carried, in lower case.
#[derive(Default)]
pub(crate) struct Echoes(Vec<String>);

impl Echoes {
    /// The values in a JSON body, and the other texts a request was made of.
    pub(crate) fn new<'a>(body: Option<&[u8]>, others: impl IntoIterator<Item = &'a str>) -> Self {
        let mut values = Vec::new();
        if let Some(body) = body.and_then(|body| serde_json::from_slice(body).ok()) {
            collect(&body, &mut values);
        }
        values.extend(others.into_iter().map(str::to_lowercase));
        values.retain(|value| !value.is_empty());
        Self(values)
    }

    fn repeated_in(&self, text: &str) -> bool {
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
    printable(text, echoes, word)
}

/// A place in a request such as `order.items[0].price`, if `text` is one.
pub(crate) fn location<'a>(text: &'a str, echoes: &Echoes) -> Option<&'a str> {
    let path = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '.' | '[' | ']');
    // A long number may be anything; an index is short.
    let number = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() > 4);
    printable(text, echoes, path).filter(|_| !number)
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
