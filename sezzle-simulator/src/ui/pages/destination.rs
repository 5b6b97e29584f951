//! The URL to which the shopper is redirected after the checkout.

use axum::http::HeaderValue;
use percent_encoding::{AsciiSet, CONTROLS, percent_encode};

/// Characters that a browser would encode. A `%` is kept, because the shop may have encoded parts of the URL.
const NOT_IN_A_URL: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>');

/// Returns the value of the `Location` header, or `None` if the URL must not be used for a redirect.
pub(crate) fn location(href: &str) -> Option<HeaderValue> {
    let href = href.trim_matches(' ');
    if href.is_empty() || href.chars().any(char::is_control) {
        return None;
    }
    HeaderValue::from_str(&percent_encode(href.as_bytes(), NOT_IN_A_URL).to_string()).ok()
}

/// Returns the host of a web URL, which names the shop.
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
    fn locations_are_ascii_and_otherwise_unchanged() {
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
    fn host_names_the_shop() {
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
