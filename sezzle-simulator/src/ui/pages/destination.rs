//! Where the shopper is sent after the checkout.

use axum::http::HeaderValue;
use percent_encoding::{AsciiSet, CONTROLS, percent_encode};

/// What a URL cannot hold and a browser would encode. A `%` stays, for it is part of what the shop has encoded.
const NOT_IN_A_URL: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>');

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
