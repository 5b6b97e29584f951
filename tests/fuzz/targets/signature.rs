//! The header of a webhook: only the right signature passes, and none panics.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sezzle_api::webhook::Verifier;

fuzz_target!(|input: (&[u8], &[u8])| {
    let (body, signature) = input;
    let Ok(verifier) = Verifier::new("sz_pr_1") else { unreachable!("the key is one") };
    // A right one cannot be guessed.
    assert!(verifier.verify(body, signature).is_err());
});
