//! Has progenitor write Rust for a document.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::TokenStream;
use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TypePatch};
use schemars08::schema::{InstanceType, SchemaObject};
use serde_json::{Value, json};

use openapi_lower::io::finding::{Findings, Pointer, Result};
use openapi_lower::walk::{operations, schemas_mut};

use super::sdk;

/// The version of progenitor in use, pinned in the workspace's manifest.
pub const PROGENITOR: &str = "0.15.1";

/// The type written for `format: personal-data`, which the passes replace.
pub const PERSONAL_DATA: &str = "crate::PersonalData";

/// The type written for `format: text-or-number`, which the passes replace.
pub const TEXT_OR_NUMBER: &str = "crate::TextOrNumber";

/// The type written for `format: absolute-url`, which the passes replace.
pub const URL: &str = "crate::Url";

/// Has progenitor write the client for a document that was lowered and adapted.
///
/// # Errors
///
/// Returns an error if progenitor rejects the document or panics.
pub fn emit(name: &str, document: &Value) -> Result<syn::File> {
    run(name, document, Generator::generate_tokens)
}

/// Has progenitor write typed mocks for the same document.
///
/// # Errors
///
/// Returns an error if progenitor rejects the document or panics.
pub fn emit_mock(name: &str, document: &Value) -> Result<syn::File> {
    run(name, document, |generator, model| generator.httpmock(model, "crate"))
}

type Write = fn(&mut Generator, &openapiv3::OpenAPI) -> std::result::Result<TokenStream, progenitor_impl::Error>;

fn run(name: &str, document: &Value, write: Write) -> Result<syn::File> {
    let problem = match generate(document, write) {
        Ok(file) => return Ok(file),
        Err(problem) => problem,
    };
    // A schema or an operation that fails alone shows where the problem is.
    let (place, problem) = bisect_failure(document, write).unwrap_or((Pointer::root(), problem));
    Err(Findings::one(
        name,
        place,
        problem,
        "our own checks should have found this: report it. Until they do, remove or change the place in the overlay",
    ))
}

/// Has progenitor write code for the document; the error describes the failure.
fn generate(document: &Value, write: Write) -> std::result::Result<syn::File, String> {
    let mut plain = document.clone();
    // A conversion applies to an exact schema, and an extension beside the format makes it a different one.
    schemas_mut(&mut plain, &mut |_, schema| schema.retain(|keyword, _| !keyword.starts_with("x-")));
    let model: openapiv3::OpenAPI =
        serde_json::from_value(plain).map_err(|error| format!("the lowered document is not OpenAPI 3.0: {error}"))?;
    let mut generator = Generator::new(&settings(document));
    let tokens = catch_panic(|| write(&mut generator, &model))
        .map_err(|panic| format!("progenitor {PROGENITOR} panics: {panic}"))?
        .map_err(|error| format!("progenitor {PROGENITOR} rejects this: {error}"))?;
    syn::parse2(tokens).map_err(|error| format!("progenitor {PROGENITOR} wrote invalid Rust: {error}"))
}

/// Finds the first schema, or the first operation, on which progenitor fails.
fn bisect_failure(document: &Value, write: Write) -> Option<(Pointer, String)> {
    let mut without_paths = document.clone();
    without_paths["paths"] = json!({});
    if generate(&without_paths, write).is_err() {
        let at = Pointer::root().join("components").join("schemas");
        let schemas = document["components"]["schemas"].as_object()?;
        let mut alone: Vec<(&String, BTreeSet<&str>)> =
            schemas.keys().map(|name| (name, with_references(schemas, name))).collect();
        alone.sort_by_key(|(_, needed)| needed.len());
        return alone.into_iter().find_map(|(name, needed)| {
            let schemas: serde_json::Map<_, _> = schemas
                .iter()
                .filter(|(other, _)| needed.contains(other.as_str()))
                .map(|(other, schema)| (other.clone(), schema.clone()))
                .collect();
            let mut smaller = without_paths.clone();
            smaller["components"] = json!({ "schemas": schemas });
            generate(&smaller, write).err().map(|problem| (at.join(name), problem))
        });
    }
    let mut failing = None;
    operations(document, |at, path, method, operation| {
        if failing.is_none() {
            let mut smaller = without_paths.clone();
            smaller["paths"] = json!({ path: { method: operation } });
            if let Some(parameters) = document["paths"][path].get("parameters") {
                smaller["paths"][path]["parameters"] = parameters.clone();
            }
            failing = generate(&smaller, write).err().map(|problem| (at.clone(), problem));
        }
    });
    failing
}

/// Returns the names of a schema and of all schemas that it refers to.
fn with_references<'a>(schemas: &'a serde_json::Map<String, Value>, name: &'a str) -> BTreeSet<&'a str> {
    let mut needed = BTreeSet::new();
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        if let Some(schema) = schemas.get(name)
            && needed.insert(name)
        {
            references(schema, &mut open);
        }
    }
    needed
}

fn references<'a>(value: &'a Value, names: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            names.extend(members.get("$ref").and_then(Value::as_str).and_then(|target| target.rsplit('/').next()));
            members.values().for_each(|value| references(value, names));
        }
        Value::Array(elements) => elements.iter().for_each(|value| references(value, names)),
        _ => {}
    }
}

fn settings(document: &Value) -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    settings
        .with_interface(InterfaceStyle::Builder)
        .with_map_type("::std::collections::BTreeMap")
        .with_derive("PartialEq");
    for (kind, format, rust_type) in [
        (InstanceType::String, "password", sdk::SECRET),
        (InstanceType::String, "personal-data", PERSONAL_DATA),
        (InstanceType::String, "text-or-number", TEXT_OR_NUMBER),
        (InstanceType::String, "absolute-url", URL),
        (InstanceType::Number, "decimal", sdk::DECIMAL),
    ] {
        let schema = SchemaObject {
            instance_type: Some(kind.into()),
            format: Some(format.to_owned()),
            ..SchemaObject::default()
        };
        settings.with_conversion(schema, rust_type, std::iter::empty());
    }
    for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
        if let Some(rust_name) = schema["x-rust-name"].as_str() {
            settings.with_patch(name, TypePatch::default().with_rename(rust_name));
        }
    }
    settings
}

/// Runs `work`. A panic becomes an error with its message, and is not printed.
fn catch_panic<T>(work: impl FnOnce() -> T) -> std::result::Result<T, String> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = catch_unwind(AssertUnwindSafe(work));
    std::panic::set_hook(hook);
    result.map_err(|panic| {
        let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(paths: &Value, schemas: &Value) -> Value {
        let info = json!({"title": "t", "version": "1"});
        json!({"openapi": "3.0.3", "info": info, "paths": paths, "components": {"schemas": schemas}})
    }

    #[track_caller]
    fn fails_at(document: &Value, place: &str) {
        let Findings(findings) = emit("d", document).expect_err("progenitor panics");
        assert_eq!(findings[0].location, place, "{findings:?}");
        assert!(findings[0].problem.contains("panics"), "{findings:?}");
    }

    #[test]
    fn panic_is_reported_at_the_schema() {
        let broken = json!({"oneOf": [{"type": "string"}, {"type": "null"}]});
        let outer = json!({"type": "object", "properties": {"null": {"$ref": "#/components/schemas/Null"}}});
        let schemas = json!({"Fine": {"type": "string"}, "Outer": outer, "Null": broken});
        fails_at(&document(&json!({}), &schemas), "#/components/schemas/Null");
    }

    #[test]
    fn panic_is_reported_at_the_operation() {
        let operation = |id: &str, responses: Value| json!({"operationId": id, "responses": responses});
        let text = json!({"description": "", "content": {"application/json": {"schema": {"type": "string"}}}});
        let paths = json!({"/a": {
            "get": operation("a", json!({"200": text})),
            "put": operation("b", json!({"200": text, "204": {"description": ""}})),
        }});
        fails_at(&document(&paths, &json!({})), "#/paths/~1a/put");
    }

    #[test]
    fn invalid_document_is_reported() {
        let findings = emit("d", &json!({"openapi": "3.0.3"})).expect_err("no info");
        assert!(findings.0[0].problem.contains("info"), "{findings}");
    }
}
