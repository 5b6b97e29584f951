//! Applies arbitrary overlays to arbitrary documents.

#![no_main]

use libfuzzer_sys::fuzz_target;
use openapi_lower::io::read::parse;
use openapi_lower::overlay::{self, Strictness};

fuzz_target!(|input: (&str, &str, bool)| {
    let (base, overlay, strict) = input;
    let (Ok(base), Ok(overlay)) = (parse("base", base), parse("overlay", overlay)) else { return };
    let strictness = if strict { Strictness::RequireMatches } else { Strictness::Specification };
    let _ = overlay::apply(base.value, &overlay, strictness);
});
