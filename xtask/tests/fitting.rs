//! Fitting to progenitor, rule by rule: each file in `fitting/` lists pairs of before and after. Every result must be
//! taken by progenitor.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};
use xtask::codegen::emit;
use xtask::finding::Finding;
use xtask::fit::fit;
use xtask::read;

/// A rule for members of the document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    rule: String,
    before: Value,
    /// Like `before` if nothing changes.
    after: Option<Value>,
    /// Pointers to what is said in other words.
    #[serde(default)]
    reworded: Vec<String>,
    /// Pointers to what the author might decide otherwise.
    #[serde(default)]
    decided: Vec<String>,
}

/// What the files leave out, to say more with less: ids, descriptions, and the types of parameters.
fn document(kind: &str, members: &Value) -> Value {
    let mut document = json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {}});
    let schemas = json!({"Cat": {"type": "object"}, "Dog": {"type": "string"}, "Text": {"type": "string"}});
    match kind {
        "schemas" => document["components"]["schemas"] = members.clone(),
        "responses" | "bodies" => {
            let mut operation = members.clone();
            operation["operationId"] = "do_it".into();
            if kind == "bodies" {
                operation["responses"] = json!({"200": {"description": "done"}});
            }
            for response in operation["responses"].as_object_mut().expect("responses").values_mut() {
                if response.get("$ref").is_none() && response.get("description").is_none() {
                    response["description"] = "".into();
                }
            }
            document["paths"]["/a"]["post"] = operation;
            document["components"]["schemas"] = schemas;
        }
        _ => document["paths"] = members.clone(),
    }
    document
}

#[track_caller]
fn check_all(kind: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fitting").join(kind).with_extension("yaml");
    let read = read::read(Path::new(""), &file.to_string_lossy()).unwrap_or_else(|findings| panic!("{findings}"));
    let cases: Vec<Case> = serde_json::from_value(read.value).unwrap_or_else(|error| panic!("{kind}: {error}"));
    let places = |notes: &[Finding]| -> Vec<String> { notes.iter().map(|note| note.place.clone()).collect() };
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap_or_default();
    let mut wrong = Vec::new();
    for case in cases {
        let fitted = fit("d", document(kind, &case.before));
        let expected = document(kind, case.after.as_ref().unwrap_or(&case.before));
        if fitted.document != expected {
            wrong.push(format!(
                "{}\nfitted:   {}\nexpected: {}",
                case.rule,
                pretty(&fitted.document),
                pretty(&expected)
            ));
        }
        for (what, notes, expected) in
            [("reworded", &fitted.reworded, &case.reworded), ("decided", &fitted.decided, &case.decided)]
        {
            if places(notes) != *expected {
                wrong.push(format!("{}\n{what}: {:?}", case.rule, places(notes)));
            }
        }
        if let Err(findings) = emit::emit("d", &fitted.document) {
            wrong.push(format!("{}\n{findings}", case.rule));
        }
        let again = fit("d", fitted.document.clone());
        if again.document != fitted.document {
            wrong.push(format!("{}\nfitted twice: {}", case.rule, pretty(&again.document)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn operations_are_fitted_as_the_pairs_say() {
    check_all("operations");
}

#[test]
fn parameters_are_fitted_as_the_pairs_say() {
    check_all("parameters");
}

#[test]
fn bodies_are_fitted_as_the_pairs_say() {
    check_all("bodies");
}

#[test]
fn responses_are_fitted_as_the_pairs_say() {
    check_all("responses");
}

#[test]
fn schemas_are_fitted_as_the_pairs_say() {
    check_all("schemas");
}
