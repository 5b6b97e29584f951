//! The one way of a request to the gateway and of its answer back.

use std::fmt::Display;
use std::time::Duration;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Request;
use reqwest::header::HeaderValue;
use serde::de::DeserializeOwned;

use crate::call::Call;
use crate::call_options::CallOptions;
use crate::{ByteStream, Client, Error, Operation, ResponseValue};

/// Sends the request of an operation that answers with JSON.
pub(crate) async fn json<T: DeserializeOwned>(
    client: &Client,
    operation: &'static Operation,
    options: CallOptions,
    request: Result<Request, Error>,
) -> Result<ResponseValue<T>, Error> {
    let mut call = Call::start(client, operation, options, request)?;
    loop {
        let failure = match call.answer().await {
            Ok(answer) => match answer.json() {
                Ok(value) => {
                    let facts = call.succeeded(answer.status);
                    return Ok(ResponseValue::new(value, answer.status, answer.headers, facts));
                }
                Err(error) => error,
            },
            Err(error) => error,
        };
        call.recover(failure).await?;
    }
}

/// Sends the request of an operation that answers with a list: `null` reads as an empty one, and as no element.
pub(crate) async fn list<T: DeserializeOwned>(
    client: &Client,
    operation: &'static Operation,
    options: CallOptions,
    request: Result<Request, Error>,
) -> Result<ResponseValue<Vec<T>>, Error> {
    let answer = json::<Option<Vec<Option<T>>>>(client, operation, options, request).await?;
    Ok(answer.map(|elements| elements.into_iter().flatten().flatten().collect()))
}

/// Sends the request of an operation that answers with nothing. Whatever comes instead is not looked at.
pub(crate) async fn empty(
    client: &Client,
    operation: &'static Operation,
    options: CallOptions,
    request: Result<Request, Error>,
) -> Result<ResponseValue<()>, Error> {
    Ok(head(client, operation, options, request).await?.map(|_| ()))
}

/// Sends the request of an operation that answers with a text too long to be read whole.
pub(crate) async fn stream(
    client: &Client,
    operation: &'static Operation,
    options: CallOptions,
    request: Result<Request, Error>,
) -> Result<ResponseValue<ByteStream>, Error> {
    let answer = head(client, operation, options, request).await?;
    Ok(answer.map(|(response, idle)| ByteStream::new(operation, response, idle)))
}

/// Sends a request, up to the head of the answer; how long one piece of its body may take comes with it.
async fn head(
    client: &Client,
    operation: &'static Operation,
    options: CallOptions,
    request: Result<Request, Error>,
) -> Result<ResponseValue<(reqwest::Response, Duration)>, Error> {
    let mut call = Call::start(client, operation, options, request)?;
    loop {
        match call.head().await {
            Ok(mut response) => {
                let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
                let idle = call.timeout();
                return Ok(ResponseValue::new((response, idle), status, headers, call.succeeded(status)));
            }
            Err(failure) => call.recover(failure).await?,
        }
    }
}

/// What may stand in a segment of a path as it is (RFC 3986, section 2.3).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Writes a parameter into the path of a URL, or refuses it if it would lead to another path.
pub(crate) fn path_segment(name: &'static str, value: &impl Display) -> Result<String, Error> {
    let text = value.to_string();
    let problem = match text.as_str() {
        "." | ".." => "this means another place in the path: give the id itself",
        text if text.trim().is_empty() => "this is empty: give the id",
        text if text.contains(char::is_control) => {
            "there are control characters in it, perhaps a line end: remove them"
        }
        _ => return Ok(utf8_percent_encode(&text, SEGMENT).to_string()),
    };
    Err(Error::invalid(name, problem))
}

/// Writes a parameter into a header, or refuses it if it cannot stand there.
pub(crate) fn header_value(name: &'static str, value: &impl Display) -> Result<HeaderValue, Error> {
    let text = value.to_string();
    if text.trim().is_empty() {
        return Err(Error::invalid(name, "this is empty: give a value, or leave it out"));
    }
    HeaderValue::from_str(&text)
        .map_err(|_| Error::invalid(name, "there are characters in it that no header may have: use letters and digits"))
}
