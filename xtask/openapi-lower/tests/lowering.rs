//! Tests the lowering rule by rule: each file in `lowering/` lists pairs of before and after.

use std::collections::BTreeMap;
use std::path::Path;

use openapi_lower::io::finding::Finding;
use openapi_lower::io::read::read;
use openapi_lower::lower::{Lowered, lower, lower_lenient};
use serde::Deserialize;
use serde_json::{Value, json};

/// A rule for one schema, or for members of the document if the file is `documents.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    rule: String,
    before: Value,
    after: Option<Value>,
    /// Pointers to what is rejected, with a part of the reason.
    #[serde(default)]
    rejected: BTreeMap<String, String>,
    /// Pointers to what is relaxed, in document order.
    #[serde(default)]
    relaxed: Vec<String>,
    /// Pointers to mistakes that are repaired, or rejected in strict mode.
    #[serde(default)]
    repaired: Vec<String>,
}

fn cases(file: &Path) -> Vec<Case> {
    let name = file.to_string_lossy();
    let document = read(Path::new(""), &name).unwrap_or_else(|findings| panic!("{findings}"));
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
        "Relaxed": {"properties": {"a": {"maxContains": 1, "contains": {"type": "null"}}}},
    }}}))
}

/// Lowers `before`, and compares the result with the case; its pointers are below `prefix`. The error is the difference.
fn check(case: &Case, before: Value, prefix: &str, after: impl Fn(Lowered) -> (Value, Value)) -> Result<(), String> {
    let locations = |notes: &[Finding]| -> Vec<String> {
        notes.iter().map(|note| note.location.strip_prefix(prefix).unwrap_or(&note.location).to_owned()).collect()
    };
    let strict = lower("document.yaml", before.clone());
    let lowered = match lower_lenient("document.yaml", before) {
        Ok(lowered) => lowered,
        Err(findings) => {
            let expected = |finding: &Finding| {
                let reason = finding.location.strip_prefix(prefix).and_then(|location| case.rejected.get(location));
                reason.is_some_and(|reason| finding.problem.contains(reason)) && !finding.remedy.is_empty()
            };
            let all = findings.0.len() == case.rejected.len() && findings.0.iter().all(expected);
            return if all { Ok(()) } else { Err(findings.to_string()) };
        }
    };
    if !case.rejected.is_empty() {
        return Err(format!("not rejected: {}", lowered.document));
    }
    let (relaxed, repaired) = (locations(&lowered.relaxations), locations(&lowered.repairs));
    if relaxed.iter().filter(|location| location.starts_with('/')).ne(&case.relaxed) {
        return Err(format!("relaxed: {relaxed:?}"));
    }
    if repaired != case.repaired {
        return Err(format!("repaired: {repaired:?}"));
    }
    if strict.is_ok() != repaired.is_empty() {
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
fn lower_schemas() {
    check_all(&["types", "bounds", "arrays", "members", "composition", "annotations"], |case| {
        check(case, with_schema(&case.before), "#/components/schemas/S", |mut lowered| {
            (lowered.document["components"]["schemas"]["S"].take(), case.after.clone().unwrap_or_default())
        })
    });
}

#[test]
fn lower_documents() {
    check_all(&["documents", "references", "security"], |case| {
        check(case, document(&case.before), "#", |lowered| {
            let mut after = document(case.after.as_ref().unwrap_or(&Value::Null));
            after["openapi"] = "3.0.3".into();
            (lowered.document, after)
        })
    });
}
