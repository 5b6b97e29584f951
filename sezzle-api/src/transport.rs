//! The one way of a request to the gateway and of its answer back.

use std::fmt::{self, Display, Write};
use std::time::Duration;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use reqwest::{Method, Request};
use serde::Serialize;
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
    Ok(answer.map(|list| list.unwrap_or_default().into_iter().flatten().collect()))
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

/// A parameter as it is written into the path of a URL; refused if it would lead to another path.
pub(crate) fn path_segment<T: Display>(name: &'static str, value: T) -> Result<Segment<T>, Error> {
    let mut look = Look::default();
    // It does not fail, and what a value of its own fails with is found when the URL is written.
    let _ = write!(look, "{value}");
    let problem = match look {
        Look { length: 1 | 2, other_than_dots: false, .. } => {
            "this means another place in the path: give the id itself"
        }
        Look { visible: false, .. } => "this is empty: give the id",
        Look { control: true, .. } => "there are control characters in it, perhaps a line end: remove them",
        _ => return Ok(Segment(value)),
    };
    Err(Error::invalid(name, problem))
}

/// What is in a text, without a copy of it.
#[derive(Default)]
struct Look {
    length: usize,
    other_than_dots: bool,
    visible: bool,
    control: bool,
}

impl Write for Look {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.length += text.len();
        self.other_than_dots |= text.bytes().any(|byte| byte != b'.');
        self.visible |= !text.trim().is_empty();
        self.control |= text.contains(char::is_control);
        Ok(())
    }
}

/// Writes a value with everything encoded that may not stand in a segment as it is.
pub(crate) struct Segment<T>(T);

impl<T: Display> Display for Segment<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Encoded<'a, 'b>(&'a mut fmt::Formatter<'b>);

        impl Write for Encoded<'_, '_> {
            fn write_str(&mut self, text: &str) -> fmt::Result {
                utf8_percent_encode(text, SEGMENT).try_for_each(|part| self.0.write_str(part))
            }
        }

        write!(Encoded(f), "{}", self.0)
    }
}

/// Returns a request without a body. `path` starts with a slash.
pub(crate) fn new_request(client: &Client, method: Method, path: fmt::Arguments<'_>) -> Result<Request, Error> {
    let url = format!("{}{path}", client.base_url());
    client.http().request(method, url).build().map_err(Error::unbuildable)
}

/// Asks for a JSON response.
pub(crate) fn accept_json(request: &mut Request) {
    request.headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
}

/// Sets the body.
pub(crate) fn json_body(request: &mut Request, body: &impl Serialize) -> Result<(), Error> {
    let body = serde_json::to_vec(body).map_err(|error| Error::invalid("body", error.to_string()))?;
    request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    *request.body_mut() = Some(body.into());
    Ok(())
}

/// Adds a parameter to the query.
pub(crate) fn query(request: &mut Request, name: &'static str, value: &impl Display) -> Result<(), Error> {
    request.url_mut().query_pairs_mut().append_pair(name, &value.to_string());
    Ok(())
}

/// Adds a header.
pub(crate) fn header(request: &mut Request, name: &'static str, value: &impl Display) -> Result<(), Error> {
    request.headers_mut().append(name, header_value(name, value)?);
    Ok(())
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
