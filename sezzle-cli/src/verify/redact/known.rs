//! Values that are known to be secrets or personal data, in any encoding.

use std::cmp::Reverse;

use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use percent_encoding::percent_decode_str;

use crate::verify::redact::patterns;
use crate::verify::redact::replacement::Replacements;

/// Shorter values are not looked for within other values.
const MIN_VALUE: usize = 4;
/// A shorter value is looked for as a word, since it can be part of an id.
const MIN_FRAGMENT: usize = 8;
/// Shorter texts are not decoded.
const MIN_BASE64: usize = 8;
/// How often a text may be encoded.
const MAX_ENCODINGS: usize = 4;

/// The known values.
#[derive(Default)]
pub(super) struct KnownValues(Vec<String>);

impl KnownValues {
    /// Adds a value, and the parts of it that may appear alone: names, the digits of a number or of a date, and the name in
    /// an e-mail address.
    pub(super) fn add(&mut self, value: &str) {
        self.add_one(value);
        let is_name = |word: &&str| patterns::is_name(word) && word.starts_with(char::is_uppercase);
        value.split_whitespace().filter(is_name).for_each(|word| self.add_one(word));
        let digits: String = value.chars().filter(char::is_ascii_digit).collect();
        if digits.len() >= MIN_FRAGMENT && !value.contains(char::is_alphabetic) {
            self.add_one(&digits);
        }
        if let Some((name, _)) = value.split_once('@').filter(|_| patterns::is_email(value)) {
            self.add_one(name);
        }
    }

    fn add_one(&mut self, value: &str) {
        let value = value.trim().to_lowercase();
        if value.len() >= MIN_VALUE && !self.0.contains(&value) {
            self.0.push(value);
            // A value that contains another one is replaced as a whole.
            self.0.sort_by_key(|value| Reverse(value.len()));
        }
    }

    /// Returns a text without the known values and without those that are recognized by their form.
    pub(super) fn scrub(&self, text: &str, replacements: &mut Replacements) -> String {
        let mut scrubbed = String::with_capacity(text.len());
        let mut from = 0;
        while let Some((start, end)) = self.find(text, from) {
            scrubbed.push_str(&text[from..start]);
            scrubbed.push_str(&replacements.text(&text[start..end]));
            from = end;
        }
        scrubbed.push_str(&text[from..]);
        for found in patterns::find(&scrubbed.clone()) {
            scrubbed = scrubbed.replace(found, &replacements.text(found));
        }
        if self.is_encoded_in(&scrubbed, MAX_ENCODINGS) { replacements.text(text) } else { scrubbed }
    }

    /// Returns the range of the next known value in a text.
    fn find(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let lower = text.to_lowercase();
        if lower.len() != text.len() {
            // Some letters have another length in lower case, so the range is not known.
            return (from == 0 && self.find(&lower, 0).is_some()).then_some((0, text.len()));
        }
        let is_boundary = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let found = self.0.iter().flat_map(|value| {
            lower[from..]
                .match_indices(value.as_str())
                .map(move |(start, _)| (from + start, from + start + value.len()))
        });
        found
            .filter(|(start, end)| {
                let is_word =
                    || is_boundary(lower[..*start].chars().next_back()) && is_boundary(lower[*end..].chars().next());
                end - start >= MIN_FRAGMENT || is_word()
            })
            .min_by_key(|(start, end)| (*start, Reverse(*end)))
    }

    fn is_found(&self, text: &str) -> bool {
        self.find(text, 0).is_some() || !patterns::find(text).is_empty()
    }

    /// Returns whether a text contains a value in percent encoding, in JSON escapes, in base64 or in hexadecimal.
    fn is_encoded_in(&self, text: &str, depth: usize) -> bool {
        let check = |decoded: &str| {
            decoded != text && (self.is_found(decoded) || depth > 1 && self.is_encoded_in(decoded, depth - 1))
        };
        if text.contains('%') && check(&percent_decode_str(text).decode_utf8_lossy()) {
            return true;
        }
        if text.contains('\\') && check(&unescape(text)) {
            return true;
        }
        let is_base64 = |c: char| c.is_ascii_alphanumeric() || "+/_-".contains(c);
        text.split(|c: char| !is_base64(c))
            .filter(|run| run.len() >= MIN_BASE64)
            .any(|run| [decode_base64(run), decode_hex(run)].iter().flatten().any(|decoded| check(decoded)))
    }
}

/// Decodes hexadecimal digits, if the result is a text.
fn decode_hex(text: &str) -> Option<String> {
    let pairs = (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok());
    String::from_utf8(pairs.collect::<Option<_>>()?).ok()
}

/// Decodes a text, if the result is a text that can be read.
fn decode_base64(text: &str) -> Option<String> {
    let alphabet = if text.contains(['-', '_']) { &URL_SAFE } else { &STANDARD };
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let decoded = GeneralPurpose::new(alphabet, config).decode(text).ok()?;
    let decoded = String::from_utf8(decoded).ok()?;
    (!decoded.contains(|c: char| c.is_control() && !c.is_whitespace())).then_some(decoded)
}

/// Replaces JSON escapes by their characters.
fn unescape(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        result.push_str(before);
        let code = escape.strip_prefix('u').and_then(|digits| u32::from_str_radix(digits.get(..4)?, 16).ok());
        let (c, length) = match (code.and_then(char::from_u32), escape.chars().next()) {
            (Some(c), _) => (c, 5),
            (None, Some('n' | 'r' | 't')) => (' ', 1),
            (None, Some(c)) => (c, c.len_utf8()),
            (None, None) => return result,
        };
        result.push(c);
        rest = &escape[length..];
    }
    result + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scrub(text: &str) -> String {
        let mut known = KnownValues::default();
        known.add("Tarrowick");
        known.add("9a4f4c1e-54e2-4f5c-a1c7-1d2f8e7b3003");
        known.add("Zoë Ng");
        known.add("Ng88");
        known.add("Oswin Fennimore");
        known.add("(503) 555-0188");
        known.add("1987-04-09");
        known.scrub(text, &mut Replacements::default())
    }

    #[test]
    fn known_values_are_replaced_in_any_encoding() {
        for text in [
            "xTARROWICKx",
            "%54arrowick",
            "%2554arrowick",
            r"\u0054arrowick",
            "VGFycm93aWNr",
            "546172726F7769636b",
            "sent VGFycm93aWNr today",
            "eC1UYXJyb3dpY2steA==",
            "/v2/token/9a4f4c1e-54e2-4f5c-a1c7-1d2f8e7b3003/session",
            r"Zo\u00eb Ng",
            "zoë ng",
            "id Ng88.",
            "a grace@shop.example b",
            "Z3JhY2VAc2hvcC5leGFtcGxl",
            "fennimore_1",
            "id5035550188",
            "19870409",
        ] {
            let scrubbed = scrub(text).to_lowercase();
            let secrets = "tarrowick 9a4f4c1e zo ng88 grace vgfycm 546172 z3jhy2 fennimore 503555 198704";
            for secret in secrets.split(' ') {
                assert!(!scrubbed.contains(secret), "{text}: {scrubbed}");
            }
        }
    }

    #[test]
    fn other_values_stay() {
        for text in ["order-1001", "0c1d7a0e-7c55-4f0b-8d5f-3b8f0e2cNg88", "customer.tokenized", "record_not_found"] {
            assert_eq!(scrub(text), text);
        }
    }
}
