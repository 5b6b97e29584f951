//! Has progenitor write Rust for a document.
//!
//! progenitor recurses over schemas, and a stack overflow cannot be caught. The commands therefore run it in a child process:
//! an overflow is then a finding like any other failure.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proc_macro2::TokenStream;
use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TypePatch};
use schemars08::schema::{InstanceType, SchemaObject};
use serde_json::{Value, json};

use openapi_lower::cli::{EXIT_FINDINGS, EXIT_OK, print};
use openapi_lower::io::finding::{Findings, Pointer, Result};
use openapi_lower::walk::{Object, members_of, operations, references_in, schemas_mut};

use super::sdk;

/// The version of progenitor in use, pinned in the workspace's manifest.
pub const PROGENITOR: &str = "0.15.1";

/// The type written for `format: personal-data`, which the passes replace.
pub const PERSONAL_DATA: &str = "crate::PersonalData";

/// The type written for `format: text-or-number`, which the passes replace.
pub const TEXT_OR_NUMBER: &str = "crate::TextOrNumber";

/// The type written for `format: absolute-url`, which the passes replace.
pub const URL: &str = "crate::Url";

/// What progenitor writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    /// The client and the types.
    Client,
    /// Typed mocks for the same document.
    Mock,
}

/// Where progenitor runs.
#[derive(Clone, Debug)]
pub enum Process {
    /// In this process, which a stack overflow ends.
    Current,
    /// In a child process of this program, which has the command `emit`.
    Child(PathBuf),
}

impl Process {
    /// Returns a child process of the current program.
    pub fn child() -> Self {
        std::env::current_exe().map_or(Self::Current, Self::Child)
    }
}

/// Has progenitor write code for a document that was lowered and adapted.
///
/// # Errors
///
/// Returns an error if progenitor rejects the document, panics, or overflows its stack.
pub fn emit(name: &str, document: &Value, part: Part, process: &Process) -> Result<syn::File> {
    let generate = |document: &Value| match process {
        Process::Current => generate(document, part),
        Process::Child(program) => generate_in_child(program, document, part),
    };
    let problem = match generate(document) {
        Ok(file) => return Ok(file),
        Err(problem) => problem,
    };
    // A schema or an operation that fails alone shows where the problem is.
    let (place, problem) = bisect_failure(document, &generate).unwrap_or((Pointer::root(), problem));
    Err(Findings::one(
        name,
        place,
        problem,
        "our own checks should have found this: report it. Until they do, remove or change the place in the overlay",
    ))
}

/// Runs in the child process: reads a document from standard input, and writes code to standard output, or the problem to
/// standard error.
///
/// # Errors
///
/// Returns a finding if standard input is not a document.
pub fn run_child(part: Part) -> Result<u8> {
    let mut text = String::new();
    let read = std::io::stdin().read_to_string(&mut text).map_err(|error| error.to_string());
    let document = read.and_then(|_| serde_json::from_str(&text).map_err(|error| error.to_string()));
    match document.and_then(|document| tokens(&document, part)) {
        Ok(tokens) => print(&tokens.to_string()),
        Err(problem) => {
            eprint!("{problem}");
            return Ok(EXIT_FINDINGS);
        }
    }
    Ok(EXIT_OK)
}

/// Has a child process write code for the document; the error describes the failure.
fn generate_in_child(program: &Path, document: &Value, part: Part) -> std::result::Result<syn::File, String> {
    let part = if part == Part::Client { "client" } else { "mock" };
    let failed = |error: std::io::Error| format!("{} cannot be run: {error}", program.display());
    let mut command = Command::new(program);
    command.args(["emit", part]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        // A child that ended early shows in its status.
        let _ = input.write_all(document.to_string().as_bytes());
    }
    let output = child.wait_with_output().map_err(failed)?;
    let problem = String::from_utf8_lossy(&output.stderr);
    match output.status.code() {
        Some(0) => parse(&String::from_utf8_lossy(&output.stdout)),
        Some(1) => Err(problem.into_owned()),
        _ if problem.contains("overflowed its stack") => Err(format!("progenitor {PROGENITOR} overflows its stack")),
        _ => Err(format!("progenitor {PROGENITOR} ends with {}: {problem}", output.status)),
    }
}

fn parse(code: &str) -> std::result::Result<syn::File, String> {
    syn::parse_str(code).map_err(|error| format!("progenitor {PROGENITOR} wrote invalid Rust: {error}"))
}

/// Has progenitor write code for the document; the error describes the failure.
fn generate(document: &Value, part: Part) -> std::result::Result<syn::File, String> {
    parse(&tokens(document, part)?.to_string())
}

fn tokens(document: &Value, part: Part) -> std::result::Result<TokenStream, String> {
    let mut plain = document.clone();
    // A conversion applies to an exact schema, and an extension beside the format makes it a different one.
    schemas_mut(&mut plain, &mut |_, schema| schema.retain(|keyword, _| !keyword.starts_with("x-")));
    let model: openapiv3::OpenAPI =
        serde_json::from_value(plain).map_err(|error| format!("the lowered document is not OpenAPI 3.0: {error}"))?;
    let mut generator = Generator::new(&settings(document));
    let write = || match part {
        Part::Client => generator.generate_tokens(&model),
        Part::Mock => generator.httpmock(&model, "crate"),
    };
    catch_panic(write)
        .map_err(|panic| format!("progenitor {PROGENITOR} panics: {panic}"))?
        .map_err(|error| format!("progenitor {PROGENITOR} rejects this: {error}"))
}

/// Finds the first schema, or the first operation, on which progenitor fails.
fn bisect_failure(
    document: &Value,
    generate: &impl Fn(&Value) -> std::result::Result<syn::File, String>,
) -> Option<(Pointer, String)> {
    let mut without_paths = document.clone();
    without_paths["paths"] = json!({});
    if generate(&without_paths).is_err() {
        let at = Pointer::root().join("components").join("schemas");
        let schemas = document["components"]["schemas"].as_object()?;
        let mut alone: Vec<(&String, BTreeSet<&str>)> =
            schemas.keys().map(|name| (name, with_references(schemas, vec![name]))).collect();
        alone.sort_by_key(|(_, needed)| needed.len());
        return alone.into_iter().find_map(|(name, needed)| {
            let mut smaller = without_paths.clone();
            smaller["components"] = json!({});
            needed.into_iter().for_each(|other| smaller["components"]["schemas"][other] = schemas[other].clone());
            generate(&smaller).err().map(|problem| (at.join(name), problem))
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
            failing = generate(&smaller).err().map(|problem| (at.clone(), problem));
        }
    });
    failing
}

/// Returns the names of the schemas `open`, and of all schemas that they refer to.
pub(crate) fn with_references<'a>(schemas: &'a Object, mut open: Vec<&'a str>) -> BTreeSet<&'a str> {
    let mut needed = BTreeSet::new();
    while let Some(name) = open.pop() {
        if let Some(schema) = schemas.get(name)
            && needed.insert(name)
        {
            open.extend(referenced(schema));
        }
    }
    needed
}

/// Returns the names of the components that `value` refers to.
pub(crate) fn referenced(value: &Value) -> impl Iterator<Item = &str> {
    references_in(value).into_iter().filter_map(|target| target.rsplit('/').next())
}

fn settings(document: &Value) -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    settings
        .with_interface(InterfaceStyle::Builder)
        .with_map_type("::std::collections::BTreeMap")
        .with_derive("PartialEq");
    for (kind, format, rust_type) in [
        (InstanceType::String, "raw-json", sdk::RAW_JSON),
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
    for (name, schema) in members_of(&document["components"]["schemas"]) {
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
        let Findings(findings) = emit("d", document, Part::Client, &Process::Current).expect_err("progenitor panics");
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
        let findings = emit("d", &json!({"openapi": "3.0.3"}), Part::Client, &Process::Current).expect_err("no info");
        assert!(findings.0[0].problem.contains("info"), "{findings}");
    }
}
