//! URLs in requests and responses.

use serde_json::{Value, json};
use url::Url;

pub(crate) fn link(href: &str, method: &str, rel: &str) -> Value {
    json!({"href": href, "method": method, "rel": rel})
}

/// Returns the `checkout_url` of an order. Like Sezzle's, it has no slash before the query.
pub(crate) fn checkout_url(base_url: &str, id: &str) -> String {
    format!("{base_url}?id={id}")
}

/// Returns the path of the checkout page, for links on this server and for other URLs of the page.
pub(crate) fn checkout_path(id: &str) -> String {
    format!("/checkout?id={id}")
}

/// Returns whether a URL has a scheme that a browser or an app opens, `://` and a host. A host with a port, such as
/// `localhost:8080/cart`, is not a scheme.
pub(crate) fn is_absolute_url(text: &str) -> bool {
    let Ok(url) = Url::parse(text) else { return false };
    // The parser ignores white space, and reads `https:///thanks` as the host `thanks`.
    let rest = text.trim_start().get(url.scheme().len()..).and_then(|rest| rest.strip_prefix("://"));
    let Some(rest) = rest else { return false };
    match url.scheme() {
        "data" | "file" | "ftp" | "javascript" | "ws" | "wss" => false,
        "http" | "https" => !rest.starts_with(['/', '\\']),
        _ => !rest.is_empty(),
    }
}

/// Adds a query parameter to a URL, before its fragment. The value must need no encoding.
pub(crate) fn with_parameter(url: &str, name: &str, value: &str) -> String {
    let (rest, fragment) = url.find('#').map_or((url, ""), |hash| url.split_at(hash));
    let separator = match rest.split_once('?') {
        None => "?",
        Some((_, query)) if query.is_empty() || query.ends_with('&') => "",
        Some(_) => "&",
    };
    format!("{rest}{separator}{name}={value}{fragment}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameter_is_added_to_any_url() {
        let with = |url| with_parameter(url, "customer-uuid", "1");
        assert_eq!(with("https://shop.example/thanks"), "https://shop.example/thanks?customer-uuid=1");
        assert_eq!(with("https://shop.example/?order=7"), "https://shop.example/?order=7&customer-uuid=1");
        assert_eq!(with("https://shop.example/?"), "https://shop.example/?customer-uuid=1");
        assert_eq!(with("https://shop.example/?a&"), "https://shop.example/?a&customer-uuid=1");
        assert_eq!(with("https://shop.example/?a=?"), "https://shop.example/?a=?&customer-uuid=1");
        assert_eq!(with("https://shop.example/#/done?x"), "https://shop.example/?customer-uuid=1#/done?x");
        assert_eq!(with("shop-app://done#top"), "shop-app://done?customer-uuid=1#top");
    }
}
