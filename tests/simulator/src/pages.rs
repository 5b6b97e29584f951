//! What a browser is shown: pure functions from what is to be seen to HTML.
//!
//! Everything that comes from a request goes through the templates, which escape it. The pages load nothing from
//! elsewhere, and the checkout runs no script.

pub(crate) mod checkout;
pub(crate) mod dashboard;
pub(crate) mod destination;
pub(crate) mod instalments;
mod locale;
mod words;

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maud::Markup;

/// Where the pages' style sheet is found.
pub(crate) const STYLE_PATH: &str = "/checkout/style.css";
/// Where the dashboard's script is found.
pub(crate) const SCRIPT_PATH: &str = "/_simulator/dashboard/live.js";
pub(crate) const SCRIPT: &str = include_str!("pages/dashboard.js");
pub(crate) const STYLE: &str = include_str!("pages/style.css");

/// Without `form-action`: browsers hold it against the redirect to the shop as well, which may go anywhere.
pub(crate) const CHECKOUT_POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

pub(crate) const DASHBOARD_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
     img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A page with headers that keep it out of caches and to itself.
pub(crate) fn page(status: StatusCode, policy: &'static str, markup: Markup) -> Response {
    let headers: [(HeaderName, HeaderValue); 4] = [
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (status, headers, Html(markup.into_string())).into_response()
}
