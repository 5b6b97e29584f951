//! Stage 9: the result as text, with a header that says where it comes from.

use serde_json::{Value, json};

use crate::emit::PROGENITOR;
use openapi_lower::io::finding::{Findings, Result};
use openapi_lower::io::read::Document;

/// The command that writes the generated files.
pub const COMMAND: &str = "cargo xtask generate";

/// The generated Rust code.
///
/// # Errors
///
/// The code could not be laid out, which is a mistake in this crate.
pub fn rust(file: &syn::File, sources: &[&Document]) -> Result<String> {
    let code = prettyplease::unparse(file);
    let code = progenitor_impl::space_out_items(code)
        .map_err(|error| Findings::one("render", "", error.to_string(), "correct xtask/src/render.rs"))?;
    let mut text =
        format!("// Made by `{COMMAND}` from the documents below. Do not edit: change those and run it again.\n");
    for source in sources {
        text.push_str(&format!("// {} SHA-256 {}\n", source.name, source.sha256));
    }
    text.push_str(&format!("// progenitor {PROGENITOR}\n\n"));
    text.push_str(&code);
    Ok(text)
}

/// The document itself as JSON.
///
/// # Errors
///
/// Never in practice: the document came from text.
pub fn json(document: &Value, sources: &[&Document]) -> Result<String> {
    let sources: serde_json::Map<_, _> =
        sources.iter().map(|source| (source.name.clone(), source.sha256.clone().into())).collect();
    let mut labelled = json!({"x-generated": {"by": COMMAND, "sha256": sources}});
    if let (Value::Object(labelled), Value::Object(document)) = (&mut labelled, document) {
        labelled.extend(document.clone());
    }
    let text = serde_json::to_string_pretty(&labelled)
        .map_err(|error| Findings::one("render", "", error.to_string(), "correct xtask/src/render.rs"))?;
    Ok(text + "\n")
}
