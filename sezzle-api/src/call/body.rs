//! Reads the body of a response, up to a size limit.

use std::time::Duration;

use bytes::Bytes;
use reqwest::{Response, StatusCode};
use serde::de::DeserializeOwned;
use tokio::time::{Instant, timeout_at};

use crate::call::byte_stream::ByteStream;
use crate::de::diagnose::diagnose;
use crate::error::Error;
use crate::operation::Operation;

/// The largest successful response that is read into memory: 16 MiB.
pub(crate) const MAX_RESPONSE_BYTES: usize = 16 << 20;

/// How much of an error response is read: 64 KiB.
const MAX_ERROR_RESPONSE_BYTES: usize = 64 << 10;

/// The body of a successful response, still to be read.
pub(crate) struct Body {
    operation: &'static Operation,
    response: Response,
    /// When reading it whole must be done.
    deadline: Instant,
    /// How long one chunk of a stream may take.
    timeout: Duration,
}

impl Body {
    pub(crate) fn new(operation: &'static Operation, response: Response, deadline: Instant, timeout: Duration) -> Self {
        Self { operation, response, deadline, timeout }
    }

    pub(crate) fn into_stream(self) -> ByteStream {
        ByteStream::new(self.operation, self.response, self.timeout)
    }

    #[allow(clippy::manual_async_fn, reason = "an `async fn` would hold the body twice")]
    pub(crate) fn json<T: DeserializeOwned>(mut self) -> impl Future<Output = Result<T, Error>> {
        async move {
            let body = self.read().await?;
            decode(self.operation, self.response.status(), &body)
        }
    }

    /// Reads the whole body.
    async fn read(&mut self) -> Result<Bytes, Error> {
        match timeout_at(self.deadline, read_all(self.operation, &mut self.response)).await {
            Ok(body) => body,
            Err(_) => Err(Error::timed_out(self.operation, Some(self.response.status()))),
        }
    }
}

fn decode<T: DeserializeOwned>(operation: &'static Operation, status: StatusCode, body: &[u8]) -> Result<T, Error> {
    // Some programs start a text with a byte order mark, which JSON does not allow.
    let mut body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    if body.is_empty() {
        if operation.optional_response_body {
            // The request succeeded: an error would make the caller doubt that the money moved.
            body = b"{}";
        } else if status == StatusCode::NO_CONTENT {
            // Where a response may have no content, its type is an `Option`.
            body = b"null";
        }
    }
    serde_json::from_slice(body).map_err(|error| Error::undecodable(operation, status, body, diagnose(&error, body)))
}

async fn read_all(operation: &'static Operation, response: &mut Response) -> Result<Bytes, Error> {
    let status = response.status();
    // Most bodies arrive in one chunk, which is used without a copy.
    let (mut first, mut all) = (Bytes::new(), Vec::new());
    while let Some(chunk) = response.chunk().await.map_err(|error| Error::broken_off(operation, status, error))? {
        if first.len() + all.len() + chunk.len() > MAX_RESPONSE_BYTES {
            let problem = format!("it is longer than {MAX_RESPONSE_BYTES} bytes");
            return Err(Error::invalid_response(operation, status, problem));
        }
        if first.is_empty() && all.is_empty() {
            first = chunk;
            continue;
        }
        if all.is_empty() {
            all.reserve(expected_bytes(response).max(first.len() + chunk.len()));
            all.extend_from_slice(&std::mem::take(&mut first));
        }
        all.extend_from_slice(&chunk);
    }
    Ok(if all.is_empty() { first } else { all.into() })
}

/// Reads the body of an error response as far as it arrives, up to [`MAX_ERROR_RESPONSE_BYTES`].
pub(crate) async fn read_error_body(response: &mut Response, body: &mut Vec<u8>) {
    while let Ok(Some(chunk)) = response.chunk().await {
        let room = MAX_ERROR_RESPONSE_BYTES - body.len();
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if body.len() == MAX_ERROR_RESPONSE_BYTES {
            break;
        }
    }
}

/// Returns how much to allocate for a body, by its declared length but within reason.
fn expected_bytes(response: &Response) -> usize {
    const MAX_PREALLOCATED: u64 = 64 << 10;
    response.content_length().unwrap_or(0).min(MAX_PREALLOCATED) as usize
}
