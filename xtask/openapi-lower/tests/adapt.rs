//! Tests the adaptation to progenitor rule by rule: each file in `adapt/` lists pairs of before and after.

use std::path::Path;

use openapi_lower::adapt::adapt;
use openapi_lower::io::finding::Finding;
use serde_json::Value;

use self::cases::{Case, KINDS, cases};

#[path = "adapt/cases.rs"]
mod cases;

/// Returns the differences between the result and the case.
fn check(kind: &str, case: &Case) -> Vec<String> {
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap_or_default();
    let locations = |notes: &[Finding]| -> Vec<String> { notes.iter().map(|note| note.location.clone()).collect() };
    let adapted = adapt("d", case.before(kind));
    let mut wrong = Vec::new();
    if adapted.document != case.after(kind) {
        wrong.push(format!("adapted:  {}\nexpected: {}", pretty(&adapted.document), pretty(&case.after(kind))));
    }
    for (label, notes, expected) in
        [("rewritten", &adapted.rewrites, &case.rewritten), ("decided", &adapted.decisions, &case.decided)]
    {
        if locations(notes) != *expected {
            wrong.push(format!("{label}: {:?}", locations(notes)));
        }
    }
    let again = adapt("d", adapted.document.clone()).document;
    if again != adapted.document {
        wrong.push(format!("adapted twice: {}", pretty(&again)));
    }
    wrong
}

#[test]
fn adapt_every_pair() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/adapt");
    let mut wrong = Vec::new();
    for kind in KINDS {
        let cases = cases(&folder, kind);
        assert!(!cases.is_empty(), "{kind}");
        for case in &cases {
            wrong.extend(check(kind, case).into_iter().map(|problem| format!("{kind}: {}\n{problem}", case.rule)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
