//! Values that are recognized by their form: e-mail addresses, card numbers, phone numbers, tokens and keys.

use std::sync::LazyLock;

use regex::Regex;

/// Compiles a pattern. An invalid one counts as matching everything, so that a mistake redacts too much, not too little.
fn pattern(pattern: &str) -> Option<Regex> {
    Regex::new(pattern).ok()
}

fn matches(regex: &LazyLock<Option<Regex>>, text: &str) -> bool {
    regex.as_ref().is_none_or(|regex| regex.is_match(text))
}

/// E-mail addresses, JSON web tokens, Sezzle's keys, credentials of a header, phone numbers, and dates in another form than
/// the one of RFC 3339.
static SECRETS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(concat!(
        r#"[^\s@"<>,;:()\[\]{}/?&=]+@[\w-]+(\.[\w-]+)+"#,
        r"|eyJ[\w-]{5,}\.[\w-]+(\.[\w-]*)?",
        r"|sz_(pub|pr)_[\w.-]*",
        r"|(?i:bearer|basic)\s+[\w+/=.~-]{6,}",
        r"|(\+?1[ .-]?)?\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b",
        r"|\+\d(?:[ .()/-]*\d){7,14}\b",
        r"|\b0\d{2,4}(?:[ .-]\d{2,4}){2,3}\b|\b0\d(?:[ .-]\d\d){4}\b",
        r"|\b\d{10,12}\b",
        r"|\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{4}[./]\d{1,2}[./]\d{1,2}\b",
    ))
});

static DIGITS: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"\d(?:[ .-]?\d){12,}"));
static UUID: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?i)\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"));
static EMAIL: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"^[^\s@]+@[^\s@]+\.[^\s@]+$"));
static TIME: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"^\d{4}-\d{2}-\d{2}T[0-9:.]+(Z|[+-]\d{2}:\d{2})$"));
static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"^\d{4}-\d{2}-\d{2}$"));
/// Ids, codes, numbers, times and words.
static PLAIN: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"^[A-Za-z0-9_.:+-]{0,100}$"));
/// A word that is not a short one in capital letters, such as a currency.
static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(r"^([A-Za-z]*[a-z][A-Za-z]*|[A-Z]{4,}|[A-Z][a-z]+([-.][A-Z]?[a-z]*)+|[A-Z]{2,}([-.][A-Z]{2,})+)$")
});
/// As programs in Go print a time.
static GO_TIME: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)? \+\d{4} UTC$"));

/// Returns the parts of a text that are secrets or personal data by their form.
pub(super) fn find(text: &str) -> Vec<&str> {
    let (Some(secrets), Some(digits), Some(uuid)) = (&*SECRETS, &*DIGITS, &*UUID) else { return vec![text] };
    let uuids: Vec<_> = uuid.find_iter(text).map(|found| found.range()).collect();
    let found = secrets.find_iter(text).chain(digits.find_iter(text).filter(|found| has_card_number(found.as_str())));
    let is_outside =
        |found: &regex::Match<'_>| !uuids.iter().any(|uuid| uuid.start < found.end() && found.start() < uuid.end);
    let texts = found.filter(is_outside).map(|found| found.as_str());
    texts.filter(|text| !text.ends_with("@redacted.example")).collect()
}

/// Returns whether 13 to 19 of the digits in succession pass the Luhn check.
fn has_card_number(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
    (13..=19).any(|length| digits.windows(length).any(is_card_number))
}

fn is_card_number(digits: &[u32]) -> bool {
    let weigh = |(index, digit): (usize, &u32)| match digit {
        digit if index % 2 == 0 => *digit,
        digit if *digit > 4 => digit * 2 - 9,
        digit => digit * 2,
    };
    let sum: u32 = digits.iter().rev().enumerate().map(weigh).sum();
    sum.is_multiple_of(10) && digits.iter().any(|digit| *digit != 0)
}

pub(super) fn is_email(text: &str) -> bool {
    matches(&EMAIL, text)
}

pub(super) fn is_time(text: &str) -> bool {
    matches(&TIME, text)
}

pub(super) fn is_date(text: &str) -> bool {
    matches(&DATE, text)
}

pub(super) fn is_uuid(text: &str) -> bool {
    matches(&UUID, text) && text.len() == 36
}

/// Returns whether a text can be the name of a person.
pub(super) fn is_name(text: &str) -> bool {
    matches(&NAME, text)
}

/// Returns whether a text is an id, a code, a number or a word, and not a date or a time, which may be one of birth.
pub(super) fn is_plain(text: &str) -> bool {
    PLAIN.as_ref().is_some_and(|plain| plain.is_match(text)) && !is_date(text) && !is_time(text)
}

/// Returns whether a text is a time as programs in Go print it.
pub(super) fn is_go_time(text: &str) -> bool {
    GO_TIME.as_ref().is_some_and(|time| time.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_found_by_their_form() {
        for (text, expected) in [
            ("mail to o'neil@shop.example, please", vec!["o'neil@shop.example"]),
            ("card 4242 4242-4242 4242 was declined", vec!["4242 4242-4242 4242"]),
            ("order4242424242424242x", vec!["4242424242424242"]),
            ("keys sz_pub_a1 and sz_pr_b-2", vec!["sz_pub_a1", "sz_pr_b-2"]),
            ("eyJhbGciOi.eyJzdWIi.c2ln", vec!["eyJhbGciOi.eyJzdWIi.c2ln"]),
            ("call (612) 555-0173", vec!["(612) 555-0173"]),
            ("call 6125550173", vec!["6125550173"]),
            ("Bearer abcdef123", vec!["Bearer abcdef123"]),
            ("card 4242.4242.4242.4242", vec!["4242.4242.4242.4242"]),
            ("+44-20-7946-0123", vec!["+44-20-7946-0123"]),
            ("020 7946 0123", vec!["020 7946 0123"]),
            ("01 99 00 12 34", vec!["01 99 00 12 34"]),
            ("born 02-03-1991 or 1991/3/2", vec!["02-03-1991", "1991/3/2"]),
            ("2026-03-02 00:05:00 +0000 UTC", vec![]),
            ("-1234567.50", vec![]),
            ("12345678-1234-4234-8234-123456789012", vec![]),
            ("record_not_found at order.items[0].price", vec![]),
            ("2026-03-01T12:00:00.000Z", vec![]),
            ("bm99f-31vu1-kg00e-rae1g", vec![]),
        ] {
            assert_eq!(find(text), expected, "{text}");
        }
    }

    #[test]
    fn names_are_words_with_lower_case_letters() {
        for text in ["Grace", "hopper", "McGee", "Fennimore-Blythe", "Grace.Hopper", "HOPPER", "LI-HOPPER"] {
            assert!(is_name(text), "{text}");
        }
        for text in ["USD", "order-1001", "standard_checkout", "4-pay-biweekly", "pay-in-full", "41.50", "en-US", ""] {
            assert!(!is_name(text), "{text}");
        }
    }

    #[test]
    fn plain_texts_are_ids_codes_and_times() {
        for text in ["order-1001", "41.50", "AUTH", ""] {
            assert!(is_plain(text), "{text}");
        }
        for text in ["1987-04-09", "1987-04-09T00:00:00Z", "Grace Hopper", "a@b.example", "Zoë", "x/y"] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
