//! URLs in requests and in what is printed.

use std::fmt;

use reqwest::Url;

use crate::secret::{REDACTED, Redacted};

/// Rejects a URL that a browser or a server could not open: it needs a scheme, `http`, `https` or an app's own, and a host.
pub(crate) fn check_absolute(text: &str) -> Result<(), &'static str> {
    const PROBLEM: &str =
        "not an absolute URL: start it with `https://`, or with an app's scheme as in `sezzle-sdk://`";
    let url = Url::parse(text).map_err(|_| PROBLEM)?;
    // The parser ignores white space and line breaks, and reads `localhost:80` as a scheme.
    let is_absolute = text.get(url.scheme().len()..).is_some_and(|rest| rest.starts_with("://"));
    if !is_absolute || text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(PROBLEM);
    }
    match url.scheme() {
        "data" | "file" | "ftp" | "javascript" | "ws" | "wss" => {
            Err("its scheme is neither `http`, `https` nor an app's own")
        }
        // The parser reads `https:///thanks` as the host `thanks`.
        "http" | "https" if text[url.scheme().len() + 3..].starts_with(['/', '\\']) => Err(PROBLEM),
        _ => Ok(()),
    }
}

/// Prints the scheme, host and path of a URL. Its query is redacted, and in the path the token of a tokenization.
pub(crate) struct RedactedUrl<'a>(pub(crate) &'a str);

impl fmt::Debug for RedactedUrl<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ok(url) = Url::parse(self.0) else { return Redacted.fmt(f) };
        let Some(host) = url.host_str() else { return Redacted.fmt(f) };
        write!(f, "{}://{host}", url.scheme())?;
        if let Some(port) = url.port() {
            write!(f, ":{port}")?;
        }
        let mut before = "";
        for segment in url.path().split('/').skip(1) {
            write!(f, "/{}", if before == "token" { REDACTED } else { segment })?;
            before = segment;
        }
        match url.query().or(url.fragment()) {
            Some(_) => write!(f, "?{REDACTED}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_url_has_no_query_and_no_token() {
        for (url, printed) in [
            ("https://checkout.sezzle.com?id=1", "https://checkout.sezzle.com/?[redacted]"),
            ("https://a:b@gateway.example:8443/v2/order/1#x", "https://gateway.example:8443/v2/order/1?[redacted]"),
            ("https://gateway.example/v2/token/t-1/session", "https://gateway.example/v2/token/[redacted]/session"),
            ("not a url", "[redacted]"),
            ("data:secret", "[redacted]"),
        ] {
            assert_eq!(format!("{:?}", RedactedUrl(url)), printed);
        }
    }
}
