//! Lowers arbitrary documents from OpenAPI 3.1 to 3.0, and adapts them to progenitor.

#![no_main]

use libfuzzer_sys::fuzz_target;
use openapi_lower::adapt::{adapt, guard};
use openapi_lower::io::read::parse;
use openapi_lower::lower::lower_lenient;

fuzz_target!(|text: &str| {
    let Ok(document) = parse("document", text) else { return };
    match lower_lenient("document", document.value) {
        Ok(lowered) => {
            let adapted = adapt("document", lowered.document);
            let again = adapt("document", adapted.document.clone());
            assert_eq!(again.document, adapted.document, "an adapted document does not change again");
            let _ = guard::guard("document", &adapted.document);
        }
        Err(findings) => drop(findings.to_string()),
    }
});
