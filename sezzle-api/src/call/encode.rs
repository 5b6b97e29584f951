//! Writes the parts of a request. A parameter cannot change another part than its own.

use std::fmt::{self, Display};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use reqwest::{Method, Request};
use serde::Serialize;

use crate::client::Client;
use crate::error::Error;
use crate::setter::BuildError;

/// What is encoded in a path segment: everything but the unreserved characters (RFC 3986, section 2.3).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Returns the value of a required parameter, or the body.
pub(crate) fn required<'a, T>(name: &'static str, value: &'a Option<T>) -> Result<&'a T, Error> {
    value.as_ref().ok_or_else(|| BuildError::missing(name).into())
}

/// Encodes a parameter as one segment of a path. Rejects a value that would lead to another path.
pub(crate) fn path_segment<'a>(name: &'static str, value: &'a Option<String>) -> Result<PercentEncode<'a>, Error> {
    let value = required(name, value)?.as_str();
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

/// Creates a request without a body. `path` starts with a slash.
pub(crate) fn new_request(client: &Client, method: Method, path: fmt::Arguments<'_>) -> Result<Request, Error> {
    let url = format!("{}{path}", client.base_url());
    client.inner.http.request(method, url).build().map_err(Error::unbuildable)
}

/// Asks for a JSON response.
pub(crate) fn accept_json(request: &mut Request) {
    request.headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
}

/// Sets the body.
pub(crate) fn json_body(request: &mut Request, body: &impl Serialize) -> Result<(), Error> {
    let body = serde_json::to_vec(body).map_err(|error| Error::invalid("body", error.to_string()))?;
    json_text_body(request, body);
    Ok(())
}

/// Sets the body to JSON. Its type may be set already, such as `application/merge-patch+json`.
pub(crate) fn json_text_body(request: &mut Request, body: Vec<u8>) {
    request.headers_mut().entry(CONTENT_TYPE).or_insert(HeaderValue::from_static("application/json"));
    *request.body_mut() = Some(body.into());
}

/// Adds a parameter to the query.
pub(crate) fn query(request: &mut Request, name: &str, value: &impl Display) -> Result<(), Error> {
    request.url_mut().query_pairs_mut().append_pair(name, &value.to_string());
    Ok(())
}

/// Adds a header.
pub(crate) fn header(request: &mut Request, name: &'static str, value: &impl Display) -> Result<(), Error> {
    request.headers_mut().append(name, header_value(name, value)?);
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
