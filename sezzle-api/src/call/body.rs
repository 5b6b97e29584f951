//! Reads the body of a response, up to a size limit.

use bytes::Bytes;
use reqwest::{Response, StatusCode};
use serde::de::DeserializeOwned;
use tokio::time::{Instant, timeout_at};

use crate::de::diagnose::diagnose;
use crate::error::{Cause, Error};
#[cfg(feature = "unknown-fields")]
use crate::hooks::{OnUnknownFields, UnknownField, shield};
use crate::operation::Operation;

/// The largest successful response that is read into memory: 16 MiB.
pub(crate) const MAX_RESPONSE_BYTES: usize = 16 << 20;

/// How much of an error response is read: 64 KiB.
const MAX_ERROR_RESPONSE_BYTES: usize = 64 << 10;

/// The body of a successful response, still to be read.
pub(crate) struct Body {
    pub(crate) operation: &'static Operation,
    pub(crate) response: Response,
    /// When reading it must be done.
    pub(crate) deadline: Instant,
    /// Whether to return it beside the value.
    pub(crate) is_kept: bool,
    #[cfg(feature = "unknown-fields")]
    pub(crate) on_unknown_fields: Option<OnUnknownFields>,
}

impl Body {
    #[allow(clippy::manual_async_fn, reason = "an `async fn` would hold the body twice")]
    pub(crate) fn json<T: DeserializeOwned>(mut self) -> impl Future<Output = Result<(T, Option<Bytes>), Error>> {
        async move {
            let body = match timeout_at(self.deadline, read_all(&mut self.response)).await {
                Ok(body) => body?,
                Err(_) => return Err(Cause::TimedOut { status: Some(self.response.status()) }.into()),
            };
            Ok((self.decode(&body)?, self.is_kept.then_some(body)))
        }
    }

    fn decode<T: DeserializeOwned>(&self, body: &[u8]) -> Result<T, Error> {
        let status = self.response.status();
        // Some programs start a text with a byte order mark, which JSON does not allow.
        let mut body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
        if body.is_empty() {
            if self.operation.optional_response_body {
                // The request succeeded: an error would make the caller doubt that the money moved.
                body = b"{}";
            } else if status == StatusCode::NO_CONTENT {
                // Where a response may have no content, its type is an `Option`.
                body = b"null";
            }
        }
        self.read(body).map_err(|error| Error::undecodable(status, body, diagnose(&error, body)))
    }

    fn read<T: DeserializeOwned>(&self, body: &[u8]) -> serde_json::Result<T> {
        #[cfg(feature = "unknown-fields")]
        if let Some(report) = &self.on_unknown_fields {
            return crate::de::unknown_fields::read(body, |pointer, json_type| {
                shield(|| report(&UnknownField { operation: self.operation, pointer, json_type }));
            });
        }
        serde_json::from_slice(body)
    }
}

async fn read_all(response: &mut Response) -> Result<Bytes, Error> {
    let status = response.status();
    // Most bodies arrive in one chunk, which is used without a copy.
    let (mut first, mut all) = (Bytes::new(), Vec::new());
    while let Some(chunk) = response.chunk().await.map_err(|error| Error::lost(Some(status), error))? {
        if first.len() + all.len() + chunk.len() > MAX_RESPONSE_BYTES {
            let problem = format!("it is longer than {MAX_RESPONSE_BYTES} bytes");
            return Err(Error::invalid_response(status, problem));
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
