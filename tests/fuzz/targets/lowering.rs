//! Documents lowered from OpenAPI 3.1 to 3.0, and fitted to progenitor.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xtask::{fit, guard, lower, read};

fuzz_target!(|text: &str| {
    let Ok(document) = read::parse("document", text) else { return };
    match lower::lower_and_mend("document", document.value) {
        Ok(lowered) => {
            let fitted = fit::fit("document", lowered.document);
            let again = fit::fit("document", fitted.document.clone());
            assert_eq!(again.document, fitted.document, "what fits is left alone");
            let _ = guard::guard("document", &fitted.document);
        }
        Err(findings) => drop(findings.to_string()),
    }
});
