//! The cost for larger documents: the same operations repeated under other names.

use std::path::Path;
use std::time::Instant;

use openapi_lower::io::finding::Result;
use openapi_lower::io::read::{Document, read};
use openapi_lower::overlay::{self, Strictness};
use openapi_lower::walk::{children_mut, members_of, operations};
use serde_json::Value;

use crate::codegen::emit::{Process, referenced, with_references};
use crate::commands::build_cost::project::Workspace;
use crate::commands::generate::generate_from;
use crate::paths::{BASE, MODULES, OVERLAY};

/// The operations of the smallest document: those that the hand-written part of the crate needs, and the most common ones.
const FEW: [&str; 10] = [
    "authenticate",
    "create_session",
    "get_session",
    "get_order",
    "capture_order",
    "list_webhooks",
    "list_settlements",
    "get_settlement_details",
    "get_interest_activity",
    "get_order_report",
];

/// The number of copies of the document in the largest one.
const COPIES: usize = 10;

/// Generates and builds the crate from documents of growing size, and returns a table in Markdown.
pub(super) fn measure(root: &Path, progress: &dyn Fn(&str)) -> Result<String> {
    let whole = corrected(root)?;
    let workspace = Workspace::new(root)?;
    let mut table = format!(
        "{}\n\n| operations | generation, s | lines | check, s | debug build, s | release build, s | stripped, KiB |\n\
         |---:|---:|---:|---:|---:|---:|---:|\n",
        workspace.versions()?
    );
    let mut sizes = Vec::new();
    for document in [few(&whole), whole.clone(), repeat(&whole, COPIES)] {
        let operations = operation_count(&document);
        let start = Instant::now();
        let mut outputs = generate_from(&Document::of_value(BASE, document), &[], &Process::child())?;
        let seconds = start.elapsed().as_secs_f64();
        outputs.retain(|output| MODULES.contains(&output.name));
        let lines: usize = outputs.iter().map(|output| output.text.lines().count()).sum();
        progress(&format!("{operations} operations: {lines} lines, generated in {seconds:.1} s"));
        sizes.push((operations, seconds, lines, outputs));
    }
    for (operations, generation, lines, outputs) in sizes {
        workspace.replace_generated(&outputs)?;
        let project = workspace.sdk(&["rustls", "reports", "webhook"])?;
        let mut seconds = Vec::new();
        for arguments in [&["check"][..], &["build"], &["build", "--release"]] {
            progress(&format!("{operations} operations: cargo {}", arguments.join(" ")));
            // First with the dependencies, which are the same for all documents; then only the crate and the program.
            project.build(arguments)?;
            project.touch()?;
            seconds.push(format!("{:.1}", project.build(arguments)?));
        }
        table.push_str(&format!(
            "| {operations} | {generation:.2} | {lines} | {} | {} |\n",
            seconds.join(" | "),
            project.size()? / 1024
        ));
    }
    Ok(table)
}

/// Returns the document with our overlay.
fn corrected(root: &Path) -> Result<Value> {
    overlay::apply(read(root, BASE)?.value, &read(root, OVERLAY)?, Strictness::RequireMatches)
}

fn operation_count(document: &Value) -> usize {
    let mut count = 0;
    operations(document, |_, _, _, _| count += 1);
    count
}

/// Returns the document with [`FEW`] operations, and the schemas they need.
fn few(whole: &Value) -> Value {
    let mut document = whole.clone();
    let Some(paths) = document["paths"].as_object_mut() else { return document };
    for item in paths.values_mut() {
        let Some(item) = item.as_object_mut() else { continue };
        item.retain(|_, value| value["operationId"].as_str().is_none_or(|id| FEW.contains(&id)));
    }
    paths.retain(|_, item| members_of(&*item).any(|(_, operation)| operation["operationId"].is_string()));

    let Value::Object(mut schemas) = document["components"]["schemas"].take() else { return document };
    let needed = with_references(&schemas, referenced(&document).collect());
    let unused: Vec<String> = schemas.keys().filter(|name| !needed.contains(name.as_str())).cloned().collect();
    unused.iter().for_each(|name| drop(schemas.shift_remove(name)));
    document["components"]["schemas"] = Value::Object(schemas);
    document
}

/// Returns the document with all operations and schemas `copies` times, the first time under their own names.
fn repeat(whole: &Value, copies: usize) -> Value {
    let mut document = whole.clone();
    for copy in 2..=copies {
        let mut renamed = whole.clone();
        rename(&mut renamed, copy);
        for location in ["/paths", "/components/schemas", "/components/parameters", "/components/responses"] {
            let (Some(Value::Object(all)), Some(Value::Object(more))) =
                (document.pointer_mut(location), renamed.pointer(location))
            else {
                continue;
            };
            for (key, value) in more {
                let key = if location == "/paths" { format!("/copy{copy}{key}") } else { format!("{key}Copy{copy}") };
                all.insert(key, value.clone());
            }
        }
    }
    document
}

/// Changes the names in all references and operations.
fn rename(value: &mut Value, copy: usize) {
    for (key, value) in children_mut(value) {
        match (&*key, value.as_str()) {
            ("$ref", Some(text)) if !text.contains("/securitySchemes/") => *value = format!("{text}Copy{copy}").into(),
            ("x-rust-name", Some(text)) => *value = format!("{text}Copy{copy}").into(),
            ("operationId", Some(text)) => *value = format!("{text}_copy{copy}").into(),
            ("x-cli", _) => value[0] = format!("copy{copy}-{}", value[0].as_str().unwrap_or_default()).into(),
            _ => rename(value, copy),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_of_all_sizes_generate_code() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace");
        let whole = corrected(root).expect("the documents");
        let count = operation_count(&whole);
        for (document, operations) in [(few(&whole), FEW.len()), (repeat(&whole, 3), 3 * count)] {
            assert_eq!(operation_count(&document), operations);
            let outputs = generate_from(&Document::of_value(BASE, document), &[], &Process::Current);
            let outputs = outputs.expect("the document is accepted");
            let code: String = outputs.iter().map(|output| output.text.as_str()).collect();
            assert_eq!(code.matches("\noperation_builder! {").count(), operations);
        }
    }
}
