//! Documents lowered from OpenAPI 3.1 to 3.0.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xtask::{lower, read};

fuzz_target!(|text: &str| {
    let Ok(document) = read::parse("document", text) else { return };
    if let Err(findings) = lower::lower("document", document.value) {
        drop(findings.to_string());
    }
});
