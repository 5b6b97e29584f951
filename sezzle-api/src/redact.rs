//! Makes text from the gateway fit to be printed.
//!
//! An error message may repeat what the request carried: a key, an e-mail address, a name. What the request carried is
//! known, so it can be found and taken out; what looks like a key, an address or a number of a person goes too.

use serde_json::Value;

use crate::secret::REDACTED;

/// Longer texts are cut.
const MOST_CHARACTERS: usize = 300;

/// Shorter values are parts of words and of other values.
const SHORTEST_ECHO: usize = 2;

/// Fields whose values are words of the API itself. In an error they say what is wrong and show nothing of anybody.
const WORDS_OF_THE_API: [&str; 13] = [
    "intent",
    "currency",
    "currency_code",
    "country_code",
    "locale",
    "language",
    "method",
    "mode",
    "checkout_mode",
    "checkout_financing_options",
    "express_checkout_type",
    "event",
    "events",
];

/// A number of so many digits may be that of a card, a phone or a person.
const SHORTEST_NUMBER: usize = 7;

/// The values a request carried.
#[derive(Default)]
pub(crate) struct Echoes(Vec<String>);

impl Echoes {
    /// The values in a JSON body, and the token.
    pub(crate) fn new(body: Option<&[u8]>, token: Option<&str>) -> Self {
        let mut values = Vec::new();
        if let Some(body) = body.and_then(|body| serde_json::from_slice(body).ok()) {
            collect(&body, &mut values);
        }
        values.extend(token.map(str::to_owned));
        // The longest first, so that a value inside another one does not break it up.
        values.retain(|value| value.len() >= SHORTEST_ECHO);
        values.sort_by_key(|value| std::cmp::Reverse(value.len()));
        values.dedup();
        Self(values)
    }
}

fn collect(value: &Value, values: &mut Vec<String>) {
    match value {
        Value::String(text) => values.push(text.clone()),
        Value::Array(elements) => elements.iter().for_each(|value| collect(value, values)),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !WORDS_OF_THE_API.contains(&name.as_str()))
            .for_each(|(_, value)| collect(value, values)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// `text` without line breaks, what the request carried, and what looks like a key or personal data.
pub(crate) fn clean(text: &str, echoes: &Echoes) -> String {
    let mut text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    for echo in &echoes.0 {
        text = without(&text, echo);
    }
    let text = without_numbers(&text);
    let words: Vec<_> = text.split(' ').map(|word| if is_private(word) { REDACTED } else { word }).collect();
    let text = words.join(" ");
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text,
    }
}

/// Takes `echo` out where it is not part of a longer word, in whichever case its letters are.
fn without(text: &str, echo: &str) -> String {
    // Lower case in ASCII only, so that positions stay the same.
    let searched = text.to_ascii_lowercase();
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for (start, found) in searched.match_indices(&echo.to_ascii_lowercase()) {
        let end = start + found.len();
        let part_of_word = continues(text[..start].chars().rev()) || continues(text[end..].chars());
        if !part_of_word {
            result.push_str(&text[done..start]);
            result.push_str(REDACTED);
            done = end;
        }
    }
    result.push_str(&text[done..]);
    result
}

/// Whether a word, or a path of words such as `order.intent`, goes on into these characters.
fn continues(mut characters: impl Iterator<Item = char>) -> bool {
    let in_word = |c: char| c.is_alphanumeric() || c == '_';
    match characters.next() {
        Some('.') => characters.next().is_some_and(in_word),
        other => other.is_some_and(in_word),
    }
}

/// Takes out numbers long enough to be those of a card, a phone or a person, however they are grouped.
fn without_numbers(text: &str) -> String {
    let in_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '+');
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let end = rest[start..].find(|c| !in_number(c)).map_or(rest.len(), |length| start + length);
        let end = rest[..end].trim_end_matches(|c: char| !c.is_ascii_digit()).len();
        let (before, number, after) = (&rest[..start], &rest[start..end], &rest[end..]);
        // Ids have long runs of digits too, but letters beside them.
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let part_of_id = letter(before.chars().next_back()) || letter(after.chars().next());
        let digits = number.chars().filter(char::is_ascii_digit).count();
        result.push_str(before);
        result.push_str(if digits >= SHORTEST_NUMBER && !part_of_id { REDACTED } else { number });
        rest = after;
    }
    result.push_str(rest);
    result
}

/// An e-mail address or a key.
fn is_private(word: &str) -> bool {
    word.contains('@') || word.contains("sz_pr_") || word.contains("sz_pub_")
}
