//! The HTML of the pages.
//!
//! The templates escape all values. The pages load nothing from other servers, and the checkout runs no script.

pub(crate) mod checkout;
pub(crate) mod dashboard;
pub(crate) mod destination;
pub(crate) mod instalments;
mod locale;
mod words;

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

/// The path of the style sheet.
pub(crate) const STYLE_PATH: &str = "/checkout/style.css";
/// The path of the dashboard's script.
pub(crate) const SCRIPT_PATH: &str = "/_simulator/dashboard/live.js";
pub(crate) const SCRIPT: &str = include_str!("dashboard.js");
pub(crate) const STYLE: &str = include_str!("style.css");

/// Has no `form-action`, because browsers apply it to the redirect to the shop, which may have any URL. Has no
/// `frame-ancestors`, because a shop may open the checkout in a frame.
pub(crate) const CHECKOUT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'";

pub(crate) const DASHBOARD_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
     img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Returns a page with headers that prevent caching and content of other servers.
pub(crate) fn page(status: StatusCode, policy: &'static str, markup: Markup) -> Response {
    let headers: [(HeaderName, HeaderValue); 4] = [
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (status, headers, Html(markup.into_string())).into_response()
}

/// Renders a document in this language. `head` is added to what the heads of all pages have.
fn document(language: &str, title: &str, head: &Markup, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) }
                link rel="icon" href="data:,";
                link rel="stylesheet" href=(STYLE_PATH);
                (head)
            }
            (body)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::STYLE;

    /// Text color and background color.
    const PAIRS: [(&str, &str); 15] = [
        ("ink", "paper"),
        ("ink", "card"),
        ("ink", "accent-soft"),
        ("ink", "line"),
        ("quiet", "paper"),
        ("quiet", "card"),
        ("accent", "paper"),
        ("accent", "card"),
        ("accent-ink", "accent"),
        ("note-ink", "note"),
        ("good", "good-soft"),
        ("bad", "bad-soft"),
        ("bad", "card"),
        ("focus", "card"),
        ("focus", "paper"),
    ];

    /// Returns the relative luminance (WCAG 2) of a color in a block of the style sheet.
    fn luminance(block: &str, name: &str) -> f64 {
        let value = block.split_once(&format!("--{name}: #")).expect("the colour is named").1;
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&value[at..at + 2], 16).expect("six digits")) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
    }

    #[test]
    fn text_has_enough_contrast() {
        let (light, dark) = STYLE.split_once("prefers-color-scheme: dark").expect("there are two schemes");
        for (scheme, block) in [("light", light), ("dark", dark)] {
            for (text, ground) in PAIRS {
                let (text_light, ground_light) = (luminance(block, text), luminance(block, ground));
                let contrast = (text_light.max(ground_light) + 0.05) / (text_light.min(ground_light) + 0.05);
                assert!(contrast >= 4.5, "{scheme}: {text} on {ground} is {contrast:.2} to 1");
            }
        }
    }
}
