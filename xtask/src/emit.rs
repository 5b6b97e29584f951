//! Stage 6: progenitor writes the client.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::TokenStream;
use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TypePatch};
use schemars08::schema::{InstanceType, SchemaObject};
use serde_json::Value;

use crate::finding::{Findings, Result};
use crate::walk::schemas_mut;

/// The version of progenitor in use, pinned in the workspace's manifest.
pub const PROGENITOR: &str = "0.15.1";

/// The type written for `format: password`.
const SECRET: &str = "crate::Secret";

/// The type written for `format: personal-data`. A later pass replaces it; it never reaches the result.
pub const PERSONAL_DATA: &str = "crate::PersonalData";

/// The type written for `format: text-or-number`, replaced by a later pass too.
pub const TEXT_OR_NUMBER: &str = "crate::TextOrNumber";

/// The type written for numbers with `format: decimal`.
pub const DECIMAL: &str = "crate::Decimal";

/// Has progenitor write the client for a lowered, guarded document.
///
/// # Errors
///
/// progenitor refuses the document, or panics on it.
pub fn emit(name: &str, document: &Value) -> Result<syn::File> {
    run(name, document, Generator::generate_tokens)
}

/// Has progenitor write typed mocks for the same document.
///
/// # Errors
///
/// progenitor refuses the document, or panics on it.
pub fn emit_mock(name: &str, document: &Value) -> Result<syn::File> {
    run(name, document, |generator, model| generator.httpmock(model, "crate"))
}

fn run(
    name: &str,
    document: &Value,
    write: impl FnOnce(&mut Generator, &openapiv3::OpenAPI) -> std::result::Result<TokenStream, progenitor_impl::Error>,
) -> Result<syn::File> {
    let refused = |problem: String| {
        Findings::one(
            name,
            "",
            problem,
            "remove what it names in the overlay, and add a check for it to xtask/src/guard.rs",
        )
    };
    let mut plain = document.clone();
    // A conversion is for a schema as it stands, and an extension beside the format would make it another one.
    schemas_mut(&mut plain, &mut |_, schema| schema.retain(|keyword, _| !keyword.starts_with("x-")));
    let model: openapiv3::OpenAPI = serde_json::from_value(plain)
        .map_err(|error| refused(format!("the lowered document is not OpenAPI 3.0: {error}")))?;
    let mut generator = Generator::new(&settings(document));
    let tokens = quietly(|| write(&mut generator, &model))
        .map_err(|panic| refused(format!("progenitor {PROGENITOR} panics on the document: {panic}")))?
        .map_err(|error| refused(format!("progenitor {PROGENITOR} refuses the document: {error}")))?;
    syn::parse2(tokens).map_err(|error| refused(format!("progenitor {PROGENITOR} wrote what is not Rust: {error}")))
}

fn settings(document: &Value) -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    settings
        .with_interface(InterfaceStyle::Builder)
        .with_map_type("::std::collections::BTreeMap")
        .with_derive("PartialEq");
    for (kind, format, rust_type) in [
        (InstanceType::String, "password", SECRET),
        (InstanceType::String, "personal-data", PERSONAL_DATA),
        (InstanceType::String, "text-or-number", TEXT_OR_NUMBER),
        (InstanceType::Number, "decimal", DECIMAL),
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

/// Runs `work`; a panic becomes an error with its message and is not printed.
fn quietly<T>(work: impl FnOnce() -> T) -> std::result::Result<T, String> {
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
    use serde_json::json;

    use super::*;

    #[test]
    fn a_panic_of_progenitor_becomes_a_finding() {
        let document = json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {},
            "components": {"schemas": {"A": {"oneOf": [{"type": "string"}, {"type": "null"}]}}},
        });
        let findings = emit("d", &document).expect_err("progenitor panics on `type: null`");
        assert!(findings.0[0].problem.contains("panics on the document"), "{findings}");
    }

    #[test]
    fn what_is_not_openapi_becomes_a_finding() {
        let findings = emit("d", &json!({"openapi": "3.0.3"})).expect_err("no info");
        assert!(findings.0[0].problem.contains("info"), "{findings}");
    }
}
