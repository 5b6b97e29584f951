//! The body of a webhook.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sezzle_api::Event;

fuzz_target!(|body: &[u8]| {
    match Event::from_json(body) {
        Ok(event) => drop(format!("{event:?}")),
        Err(error) => drop(format!("{error} {error:?}")),
    }
});
