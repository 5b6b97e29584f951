//! Overlays applied to documents, both of them anything.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xtask::overlay::{self, Strictness};
use xtask::read;

fuzz_target!(|input: (&str, &str, bool)| {
    let (base, overlay, strict) = input;
    let (Ok(base), Ok(overlay)) = (read::parse("base", base), read::parse("overlay", overlay)) else { return };
    let strictness = if strict { Strictness::EveryTargetMatches } else { Strictness::Specification };
    let _ = overlay::apply(base.value, &overlay, strictness);
});
