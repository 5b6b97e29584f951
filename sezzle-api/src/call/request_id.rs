//! The `Sezzle-Request-Id`, by which the gateway recognizes a request that it has seen before.

use std::fmt::Write;

use reqwest::Request;
use reqwest::header::{HeaderName, HeaderValue};

use crate::error::Error;
use crate::operation::Operation;

pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("sezzle-request-id");

/// Returns the id of the request. Adds a random one if the operation accepts an id and the request has none.
pub(crate) fn ensure_request_id(request: &mut Request, operation: &Operation) -> Result<Option<HeaderValue>, Error> {
    let headers = request.headers_mut();
    if operation.accepts_request_id && !headers.contains_key(REQUEST_ID) {
        let id = HeaderValue::try_from(uuid()?)
            .map_err(|_| Error::invalid("sezzle_request_id", "is not a valid header value: use letters and digits"))?;
        headers.insert(REQUEST_ID, id);
    }
    Ok(headers.get(REQUEST_ID).cloned())
}

/// Returns a random UUID (version 4, RFC 9562 section 5.4).
fn uuid() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| {
        Error::invalid("sezzle_request_id", "cannot be generated, as the system has no random numbers: set one")
    })?;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let id = u128::from_be_bytes(bytes);
    let part = |shift: u32, digits: u32| id >> shift & ((1 << (4 * digits)) - 1);
    // The exact length, so that the header value takes over the allocation. Writing to a string does not fail.
    let mut text = String::with_capacity(36);
    let _ = write!(text, "{:08x}-{:04x}-{:04x}-", part(96, 8), part(80, 4), part(64, 4));
    let _ = write!(text, "{:04x}-{:012x}", part(48, 4), part(0, 12));
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uuids_are_well_formed_and_unique() {
        let ids: std::collections::BTreeSet<String> = (0..1000).map(|_| uuid().expect("random")).collect();
        assert_eq!(ids.len(), 1000);
        for id in ids {
            assert!(id.split('-').map(str::len).eq([8, 4, 4, 4, 12]), "{id}");
            assert!(id.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)));
            assert_eq!(&id[14..15], "4");
            assert!("89ab".contains(&id[19..20]), "{id}");
        }
    }
}
