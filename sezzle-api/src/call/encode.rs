//! Writes parameters into paths, queries and headers so that they cannot change another part of the request.

use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use reqwest::Request;
use reqwest::header::HeaderValue;
use serde::Serialize;
use serde_json::Value;

use crate::error::Error;

/// What is encoded in a path segment: everything but the unreserved characters (RFC 3986, section 2.3).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Encodes a parameter as one segment of a path. Rejects a value that would lead to another path.
pub(crate) fn path_segment<'a>(name: &'static str, value: &'a str) -> Result<PercentEncode<'a>, Error> {
    let problem = if matches!(value, "." | "..") {
        "is a relative path: use the id itself"
    } else if value.trim().is_empty() {
        "is empty: set the id"
    } else if value.contains(char::is_control) {
        "contains control characters, perhaps a line break: remove them"
    } else {
        return Ok(utf8_percent_encode(value, SEGMENT));
    };
    Err(Error::invalid(name, problem))
}

/// Adds a parameter to the query, once for each of its values. Skips one without a value.
pub(crate) fn query(request: &mut Request, name: &'static str, value: &impl Serialize) -> Result<(), Error> {
    let values = match serde_json::to_value(value) {
        Ok(Value::Array(values)) => values,
        Ok(value) => vec![value],
        Err(_) => return Err(Error::invalid(name, "cannot be written into a URL: use a string or a number")),
    };
    for value in values {
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text,
            other => other.to_string(),
        };
        request.url_mut().query_pairs_mut().append_pair(name, &text);
    }
    Ok(())
}

/// Converts a parameter to the value of a header. Rejects one that headers do not allow.
pub(crate) fn header_value(name: &'static str, value: &impl Display) -> Result<HeaderValue, Error> {
    let text = value.to_string();
    if text.trim().is_empty() {
        return Err(Error::invalid(name, "is empty: set a value or leave it out"));
    }
    HeaderValue::try_from(text)
        .map_err(|_| Error::invalid(name, "contains characters that headers do not allow: use letters and digits"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn query_has_each_value_and_skips_none() {
        let url = "https://gateway.example/v2/list";
        let mut request = Request::new(reqwest::Method::GET, url.parse().expect("a URL"));
        query(&mut request, "none", &None::<i64>).expect("nothing to write");
        assert_eq!(request.url().as_str(), url);
        query(&mut request, "text", &"a b&c").expect("a string");
        query(&mut request, "number", &Some(7)).expect("a number");
        query(&mut request, "list", &[Some("x"), None, Some("y")]).expect("a list");
        assert_eq!(request.url().query(), Some("text=a+b%26c&number=7&list=x&list=y"));
    }
}
