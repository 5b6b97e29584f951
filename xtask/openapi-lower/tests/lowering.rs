//! The lowering, rule by rule: each file in `lowering/` lists pairs of before and after.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};
use xtask::finding::Finding;
use xtask::lower::{Lowered, lower, lower_and_mend};
use xtask::read;

/// A rule for one schema, or for members of the document if the file is `documents.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    rule: String,
    before: Value,
    after: Option<Value>,
    /// Pointers to what is refused, with a part of the reason.
    #[serde(default)]
    refused: BTreeMap<String, String>,
    /// Pointers to what got wider, in the order of the document.
    #[serde(default)]
    widened: Vec<String>,
    /// Pointers to mistakes that are mended, and that a strict run refuses.
    #[serde(default)]
    mended: Vec<String>,
}

fn cases(file: &Path) -> Vec<Case> {
    let name = file.to_string_lossy();
    let document = read::read(Path::new(""), &name).unwrap_or_else(|findings| panic!("{findings}"));
    serde_json::from_value(document.value).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn document(members: &Value) -> Value {
    let mut document = json!({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}});
    if let (Value::Object(document), Value::Object(members)) = (&mut document, members) {
        document.extend(members.clone());
    }
    document.as_object_mut().expect("an object").retain(|_, value| !value.is_null());
    document
}

fn with_schema(schema: &Value) -> Value {
    document(&json!({"components": {"schemas": {
        "S": schema,
        "Other": {"type": "object"},
        "Null": {"type": "null"},
        "Wider": {"properties": {"a": {"maxContains": 1, "contains": {"type": "null"}}}},
    }}}))
}

/// Lowers `before`, and compares what it says with the case, for pointers below `prefix`. The error says what differs.
fn check(case: &Case, before: Value, prefix: &str, after: impl Fn(Lowered) -> (Value, Value)) -> Result<(), String> {
    let places = |notes: &[Finding]| -> Vec<String> {
        notes.iter().map(|note| note.place.strip_prefix(prefix).unwrap_or(&note.place).to_owned()).collect()
    };
    let strict = lower("document.yaml", before.clone());
    let lowered = match lower_and_mend("document.yaml", before) {
        Ok(lowered) => lowered,
        Err(findings) => {
            let expected = |finding: &Finding| {
                let reason = finding.place.strip_prefix(prefix).and_then(|place| case.refused.get(place));
                reason.is_some_and(|reason| finding.problem.contains(reason)) && !finding.remedy.is_empty()
            };
            let all = findings.0.len() == case.refused.len() && findings.0.iter().all(expected);
            return if all { Ok(()) } else { Err(findings.to_string()) };
        }
    };
    if !case.refused.is_empty() {
        return Err(format!("not refused: {}", lowered.document));
    }
    let (widened, mended) = (places(&lowered.widened), places(&lowered.mended));
    if widened.iter().filter(|place| place.starts_with('/')).ne(&case.widened) {
        return Err(format!("widened: {widened:?}"));
    }
    if mended != case.mended {
        return Err(format!("mended: {mended:?}"));
    }
    if strict.is_ok() != mended.is_empty() {
        return Err(format!("a strict run: {strict:?}"));
    }
    let (actual, expected) = after(lowered);
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap_or_default();
    if actual == expected {
        return Ok(());
    }
    Err(format!("lowered:  {}\nexpected: {}", pretty(&actual), pretty(&expected)))
}

#[track_caller]
fn check_all(files: &[&str], check: impl Fn(&Case) -> Result<(), String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lowering");
    let mut wrong = Vec::new();
    for file in files {
        for case in cases(&folder.join(file).with_extension("yaml")) {
            if let Err(problem) = check(&case) {
                wrong.push(format!("{file}: {}\n{problem}\n", case.rule));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn schemas_are_lowered_as_the_pairs_say() {
    check_all(&["types", "bounds", "arrays", "members", "composition", "meta-data"], |case| {
        check(case, with_schema(&case.before), "#/components/schemas/S", |mut lowered| {
            (lowered.document["components"]["schemas"]["S"].take(), case.after.clone().unwrap_or_default())
        })
    });
}

#[test]
fn documents_are_lowered_as_the_pairs_say() {
    check_all(&["documents", "references", "security"], |case| {
        check(case, document(&case.before), "#", |lowered| {
            let mut after = document(case.after.as_ref().unwrap_or(&Value::Null));
            after["openapi"] = "3.0.3".into();
            (lowered.document, after)
        })
    });
}
