//! Where the shopper is sent after the checkout.

use axum::http::HeaderValue;
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_encode, utf8_percent_encode};

/// What a URL cannot hold and a browser would encode. A `%` stays, for it is part of what the shop has encoded.
const NOT_IN_A_URL: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>');

/// Adds `customer-uuid` to the query of a URL, whatever its scheme, before its fragment.
pub(crate) fn with_customer_uuid(href: &str, customer_uuid: &str) -> String {
    let (address, fragment) = match href.find('#') {
        Some(start) => href.split_at(start),
        None => (href, ""),
    };
    let separator = match address.split_once('?') {
        None => "?",
        Some((_, query)) if query.is_empty() || query.ends_with('&') => "",
        Some(_) => "&",
    };
    let value = utf8_percent_encode(customer_uuid, UNRESERVED);
    format!("{address}{separator}customer-uuid={value}{fragment}")
}

const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The URL as a `Location` header carries it, or `None` for one that no browser should be sent to.
pub(crate) fn location(href: &str) -> Option<HeaderValue> {
    let href = href.trim_matches(' ');
    if href.is_empty() || href.chars().any(char::is_control) {
        return None;
    }
    HeaderValue::from_str(&percent_encode(href.as_bytes(), NOT_IN_A_URL).to_string()).ok()
}

/// The host of a web address, by which the page names the shop.
pub(crate) fn host(href: &str) -> Option<&str> {
    let rest = href.trim().strip_prefix("https://").or_else(|| href.trim().strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    Some(host).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_customer_is_added_to_the_query_before_the_fragment() {
        let cases = [
            ("https://shop.example/thanks", "https://shop.example/thanks?customer-uuid=c-1"),
            ("https://shop.example/thanks?", "https://shop.example/thanks?customer-uuid=c-1"),
            ("https://shop.example/thanks?order=1", "https://shop.example/thanks?order=1&customer-uuid=c-1"),
            ("https://shop.example/thanks?order=1&", "https://shop.example/thanks?order=1&customer-uuid=c-1"),
            ("https://shop.example/#/done?x", "https://shop.example/?customer-uuid=c-1#/done?x"),
            ("https://shop.example?a=1#b", "https://shop.example?a=1&customer-uuid=c-1#b"),
            ("myshop://checkout/confirmed", "myshop://checkout/confirmed?customer-uuid=c-1"),
        ];
        for (href, expected) in cases {
            assert_eq!(with_customer_uuid(href, "c-1"), expected);
        }
        assert_eq!(with_customer_uuid("a:b", "x&y=#é"), "a:b?customer-uuid=x%26y%3D%23%C3%A9");
    }

    #[test]
    fn locations_are_plain_ascii_and_otherwise_as_the_shop_wrote_them() {
        let cases = [
            ("https://shop.example/thanks?a=%20b&c", "https://shop.example/thanks?a=%20b&c"),
            ("  https://shop.example/thanks ", "https://shop.example/thanks"),
            ("https://shop.example/merci à tous", "https://shop.example/merci%20%C3%A0%20tous"),
            ("myshop://checkout/confirmed", "myshop://checkout/confirmed"),
        ];
        for (href, expected) in cases {
            assert_eq!(location(href).expect("a location"), expected);
        }
        for href in ["", "  ", "https://shop.example/\r\nx-injected: 1", "https://shop.example/\u{85}a"] {
            assert_eq!(location(href), None, "{href:?}");
        }
    }

    #[test]
    fn shops_are_named_by_their_host() {
        let cases = [
            ("https://shop.example/thanks", Some("shop.example")),
            ("http://127.0.0.1:8080?x", Some("127.0.0.1:8080")),
            ("https://user:secret@shop.example/", Some("shop.example")),
            ("https://", None),
            ("myshop://checkout/confirmed", None),
        ];
        for (href, expected) in cases {
            assert_eq!(host(href), expected, "{href}");
        }
    }
}
