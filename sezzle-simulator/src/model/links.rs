//! The URLs that answers carry.

use serde_json::{Value, json};

pub(crate) fn link(href: &str, method: &str, rel: &str) -> Value {
    json!({"href": href, "method": method, "rel": rel})
}

/// Returns the `checkout_url` of an order. As in Sezzle's own, no slash stands before the query.
pub(crate) fn checkout_url(base_url: &str, id: &str) -> String {
    format!("{base_url}?id={id}")
}

/// Returns the path of the same page, for links on this server and for the other URLs that lead to it.
pub(crate) fn checkout_path(id: &str) -> String {
    format!("/checkout?id={id}")
}

/// The URL with one more query parameter, before its fragment. The value must need no encoding.
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
    fn a_parameter_joins_what_is_there() {
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
