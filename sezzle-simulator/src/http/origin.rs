//! Protects the controls from web pages of other origins.
//!
//! Browsers let any page send requests to this machine. Such a page cannot omit the headers that name its origin, and its requests
//! carry a host name of its own.

use std::net::IpAddr;

use axum::http::{HeaderMap, Method, Uri, header};

/// The prefix of the guarded paths.
const PREFIX: &str = "/_simulator";

/// Returns why a request is rejected, if it is.
pub(crate) fn rejection(method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<&'static str> {
    // A page can get around the browser's same-origin policy with a host name that its owner points to this machine. Operations
    // may be called by any host name, such as that of a container, but not by a page.
    let host = text(headers, header::HOST.as_str()).unwrap_or_default();
    let is_guarded = uri.path().starts_with(PREFIX);
    if !is_own(host) && (is_guarded || headers.contains_key(header::ORIGIN)) {
        return Some("the header Host must be localhost or an IP address: call the simulator by one of these");
    }
    if !is_guarded {
        return None;
    }
    let is_from_here = text(headers, "origin").is_none_or(|origin| origin == format!("http://{host}"));
    let site = text(headers, "sec-fetch-site");
    let is_same_site = site.is_none_or(|site| site == "same-origin" || site == "none");
    // Following a link to a page is harmless, wherever the link is.
    let is_navigation = method == Method::GET && text(headers, "sec-fetch-mode") == Some("navigate");
    if is_from_here && (is_same_site || is_navigation) {
        return None;
    }
    Some("web pages of other origins must not control the simulator: use its own pages, or a program such as curl")
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    // No check accepts the replacement for a value that is not ASCII.
    headers.get(name).map(|value| value.to_str().unwrap_or("?"))
}

/// Returns whether a `Host` can only refer to this machine.
fn is_own(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || address.parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn is_rejected(method: &Method, path: &'static str, headers: &[(&'static str, &'static str)]) -> bool {
        let headers =
            headers.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        rejection(method, &Uri::from_static(path), &headers.collect()).is_some()
    }

    #[test]
    fn only_local_host_names_are_accepted() {
        for host in ["127.0.0.1:8420", "localhost:8420", "LOCALHOST", "[::1]:8420", "[::1]", "192.168.1.2:8420"] {
            assert!(!is_rejected(&Method::POST, "/_simulator/reset", &[("host", host)]), "{host}");
        }
        for host in
            ["evil.example:8420", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "", ":80"]
        {
            assert!(is_rejected(&Method::GET, "/_simulator/state", &[("host", host)]), "{host}");
            assert!(!is_rejected(&Method::GET, "/v2/customer", &[("host", host)]), "{host}");
            // Operations may be called by any host name, but not from a page.
            let page = [("host", host), ("origin", "http://evil.example:8420")];
            assert!(is_rejected(&Method::POST, "/v2/authentication", &page), "{host}");
            assert!(is_rejected(&Method::POST, "/checkout/approve", &page), "{host}");
        }
        assert!(is_rejected(&Method::GET, "/_simulator/state", &[]));
    }

    #[test]
    fn pages_of_other_origins_are_rejected() {
        let (get, post) = (Method::GET, Method::POST);
        let navigate = ("sec-fetch-mode", "navigate");
        for (method, headers, expected) in [
            (&post, &[("origin", "http://127.0.0.1:8420"), ("sec-fetch-site", "same-origin")][..], false),
            (&get, &[("sec-fetch-site", "none")], false),
            // A link to a page.
            (&get, &[("sec-fetch-site", "cross-site"), navigate], false),
            (&post, &[("sec-fetch-site", "cross-site"), navigate], true),
            (&post, &[("origin", "https://evil.example")], true),
            (&post, &[("origin", "null")], true),
            (&post, &[("origin", "http://127.0.0.1:3000")], true),
            (&post, &[("origin", "http://localhost:8420")], true),
            (&post, &[("sec-fetch-site", "cross-site")], true),
            (&get, &[("sec-fetch-site", "same-site")], true),
            (&get, &[("sec-fetch-site", "odd")], true),
        ] {
            let headers = [&[("host", "127.0.0.1:8420")], headers].concat();
            assert_eq!(is_rejected(method, "/_simulator/dashboard", &headers), expected, "{method} {headers:?}");
        }
    }
}
