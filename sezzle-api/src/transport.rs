//! The one way of a request to the gateway and of its answer back.

use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue, USER_AGENT};
use reqwest::{Request, Response, StatusCode};
use serde::de::DeserializeOwned;

use crate::redact::Echoes;
use crate::{ByteStream, Client, Error, Operation, ResponseValue};

/// What the client calls itself.
const CLIENT_NAME: &str = concat!("sezzle-api/", env!("CARGO_PKG_VERSION"));

/// The largest answer that is read into memory: 16 MiB.
const MOST_ANSWER_BYTES: usize = 16 << 20;

/// The largest answer to a refused request that is read: 64 KiB.
const MOST_REFUSAL_BYTES: usize = 64 << 10;

/// Sends the request of an operation that answers with JSON.
pub(crate) async fn json<T: DeserializeOwned>(
    client: &Client,
    operation: &'static Operation,
    request: Result<Request, Error>,
) -> Result<ResponseValue<T>, Error> {
    read_success(operation, send_authorized(client, operation, request).await?).await?.json()
}

/// Sends the request of an operation that answers with a list: `null` reads as an empty one, and as no element.
pub(crate) async fn list<T: DeserializeOwned>(
    client: &Client,
    operation: &'static Operation,
    request: Result<Request, Error>,
) -> Result<ResponseValue<Vec<T>>, Error> {
    let answer = json::<Option<Vec<Option<T>>>>(client, operation, request).await?;
    Ok(answer.map(|elements| elements.into_iter().flatten().flatten().collect()))
}

/// Sends the request of an operation that answers with nothing. Whatever comes instead is not looked at.
pub(crate) async fn empty(
    client: &Client,
    operation: &'static Operation,
    request: Result<Request, Error>,
) -> Result<ResponseValue<()>, Error> {
    let mut response = send_authorized(client, operation, request).await?;
    let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
    Ok(ResponseValue::new((), status, headers))
}

/// Sends the request of an operation that answers with a text too long to be read whole.
pub(crate) async fn stream(
    client: &Client,
    operation: &'static Operation,
    request: Result<Request, Error>,
) -> Result<ResponseValue<ByteStream>, Error> {
    let mut response = send_authorized(client, operation, request).await?;
    let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
    Ok(ResponseValue::new(ByteStream::new(operation, response), status, headers))
}

/// A successful answer, read whole.
pub(crate) struct Answer {
    operation: &'static Operation,
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json<T: DeserializeOwned>(self) -> Result<ResponseValue<T>, Error> {
        // Some programs begin a text with a byte order mark; JSON has none.
        let body = self.body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.body);
        match serde_json::from_slice(body) {
            Ok(value) => Ok(ResponseValue::new(value, self.status, self.headers)),
            Err(_) => {
                // Only a failure pays for finding out where it is.
                let problem = crate::decode::problem::<T>(body);
                Err(Error::unreadable(self.operation, self.status, problem))
            }
        }
    }
}

/// Authorizes a request and sends it, up to the head of a successful answer.
///
/// A token may end before its time: it was revoked, or the keys were changed. The gateway then refuses the request
/// without acting on it, so it is sent once more with a new token.
async fn send_authorized(
    client: &Client,
    operation: &'static Operation,
    request: Result<Request, Error>,
) -> Result<Response, Error> {
    let mut request = request.map_err(|error| error.during(operation))?;
    if !operation.authorized {
        return send(client, operation, &mut request).await;
    }
    let authorization = authorize(client, operation, &mut request).await?;
    match send(client, operation, &mut request).await {
        Err(error) if error.status() == Some(StatusCode::UNAUTHORIZED) && client.tokens().forget(&authorization) => {
            authorize(client, operation, &mut request).await?;
            send(client, operation, &mut request).await
        }
        other => other,
    }
}

async fn authorize(
    client: &Client,
    operation: &'static Operation,
    request: &mut Request,
) -> Result<HeaderValue, Error> {
    let authorization =
        client.tokens().authorization(client).await.map_err(|error| Error::no_token(operation, error))?;
    request.headers_mut().insert(AUTHORIZATION, authorization.clone());
    Ok(authorization)
}

/// Sends a request as it is and reads the answer.
pub(crate) async fn exchange(
    client: &Client,
    operation: &'static Operation,
    request: Result<Request, Error>,
) -> Result<Answer, Error> {
    let mut request = request.map_err(|error| error.during(operation))?;
    read_success(operation, send(client, operation, &mut request).await?).await
}

/// Sends a copy of a request, up to the head of a successful answer. The request itself stays, to be sent again and to
/// tell what was sent; the two share the body.
async fn send(client: &Client, operation: &'static Operation, request: &mut Request) -> Result<Response, Error> {
    request.headers_mut().insert(USER_AGENT, HeaderValue::from_static(CLIENT_NAME));
    *request.timeout_mut() = Some(client.timeout());
    let copy = request
        .try_clone()
        .ok_or_else(|| Error::invalid("body", "it can be read only once: give it as a value").during(operation))?;
    let response = client.http().execute(copy).await.map_err(|error| Error::failed(operation, error))?;
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let echoes = Echoes::new(request, client.tokens().keys());
    Err(Error::refused(operation, status, &read_refusal(response).await, &echoes))
}

async fn read_success(operation: &'static Operation, mut response: Response) -> Result<Answer, Error> {
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    let mut body = Vec::with_capacity(expected_bytes(&response));
    while let Some(chunk) = response.chunk().await.map_err(|error| Error::broken_off(operation, status, error))? {
        if body.len() + chunk.len() > MOST_ANSWER_BYTES {
            return Err(Error::unreadable(operation, status, format!("it is longer than {MOST_ANSWER_BYTES} bytes")));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Answer { operation, status, headers, body })
}

/// The status already says that the request was refused, so a body that breaks off is taken as far as it came.
async fn read_refusal(mut response: Response) -> Vec<u8> {
    let mut body = Vec::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        let room = MOST_REFUSAL_BYTES - body.len();
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if body.len() == MOST_REFUSAL_BYTES {
            break;
        }
    }
    body
}

/// How much to set aside for a body, if its length is known and honest.
fn expected_bytes(response: &Response) -> usize {
    const MOST_SET_ASIDE: u64 = 64 << 10;
    response.content_length().unwrap_or(0).min(MOST_SET_ASIDE) as usize
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
