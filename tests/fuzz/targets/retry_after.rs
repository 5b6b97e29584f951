//! The headers `Retry-After` and `Date`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use reqwest::header::{DATE, HeaderMap, HeaderValue, RETRY_AFTER};

/// The reader is not public.
#[path = "../../../sezzle-api/src/retry/retry_after.rs"]
#[allow(dead_code)]
mod retry_after;

fuzz_target!(|values: (&[u8], Option<&[u8]>)| {
    let mut headers = HeaderMap::new();
    for (name, value) in [(RETRY_AFTER, Some(values.0)), (DATE, values.1)] {
        if let Some(Ok(value)) = value.map(HeaderValue::from_bytes) {
            headers.insert(name, value);
        }
    }
    let _ = retry_after::read(&headers);
    let _ = retry_after::gateway_time(&headers);
});
