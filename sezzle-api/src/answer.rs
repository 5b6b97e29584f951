//! Reads the body of an answer, but never more than anybody needs.

use bytes::Bytes;
use reqwest::header::HeaderMap;
use reqwest::{Response, StatusCode};
use serde::de::DeserializeOwned;

use crate::{Error, Operation};

/// The largest answer that is read into memory: 16 MiB.
pub(crate) const MOST_ANSWER_BYTES: usize = 16 << 20;

/// The largest answer to a refused request that is read: 64 KiB.
const MOST_REFUSAL_BYTES: usize = 64 << 10;

/// A successful answer, read whole.
pub(crate) struct Answer {
    pub(crate) operation: &'static Operation,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        // Some programs begin a text with a byte order mark; JSON has none.
        let mut body = self.body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.body);
        if body.is_empty() {
            if self.operation.optional_response_body {
                // The request succeeded: an error would make the caller doubt that the money moved.
                body = b"{}";
            } else if self.status == StatusCode::NO_CONTENT {
                // Where an answer may have no content, it is optional.
                body = b"null";
            }
        }
        // Only a failure pays for finding out where it is.
        serde_json::from_slice(body)
            .map_err(|_| Error::undecodable(self.operation, self.status, body, crate::decode::problem::<T>(body)))
    }
}

pub(crate) async fn read_success(operation: &'static Operation, mut response: Response) -> Result<Answer, Error> {
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    // Most come in one piece, which is read where it is; only those in several are put together.
    let (mut piece, mut pieces) = (Bytes::new(), Vec::new());
    while let Some(chunk) = response.chunk().await.map_err(|error| Error::broken_off(operation, status, error))? {
        if piece.len() + pieces.len() + chunk.len() > MOST_ANSWER_BYTES {
            return Err(Error::unreadable(operation, status, format!("it is longer than {MOST_ANSWER_BYTES} bytes")));
        }
        if piece.is_empty() && pieces.is_empty() {
            piece = chunk;
            continue;
        }
        if pieces.is_empty() {
            pieces.reserve(expected_bytes(&response).max(piece.len() + chunk.len()));
            pieces.extend_from_slice(&std::mem::take(&mut piece));
        }
        pieces.extend_from_slice(&chunk);
    }
    let body = if pieces.is_empty() { piece } else { pieces.into() };
    Ok(Answer { operation, status, headers, body })
}

/// Reads as much of the answer to a refused request as comes and is of use.
pub(crate) async fn read_refusal(response: &mut Response, body: &mut Vec<u8>) {
    while let Ok(Some(chunk)) = response.chunk().await {
        let room = MOST_REFUSAL_BYTES - body.len();
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if body.len() == MOST_REFUSAL_BYTES {
            break;
        }
    }
}

/// How much to set aside for a body, if its length is known and honest.
fn expected_bytes(response: &Response) -> usize {
    const MOST_SET_ASIDE: u64 = 64 << 10;
    response.content_length().unwrap_or(0).min(MOST_SET_ASIDE) as usize
}
