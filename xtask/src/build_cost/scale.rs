//! The cost as the document grows: the same operations again under other names.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use serde_json::{Map, Value, json};

use super::project::Workshop;
use crate::finding::Result;
use crate::generate::{BASE, MODULES, OVERLAY};
use crate::overlay::Strictness;
use crate::read::Document;
use crate::{generate, overlay, read};

/// The operations of the smallest document: those that the hand-written part of the crate is about, and what a program
/// needs first.
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

/// How often the whole document is repeated in the largest one.
const COPIES: usize = 10;

/// Generates and builds the crate from documents of growing size, and returns a table in Markdown.
///
/// # Errors
///
/// The documents cannot be read, or a build fails.
pub fn measure(root: &Path, progress: &dyn Fn(&str)) -> Result<String> {
    let overlay = read::read(root, OVERLAY)?;
    let whole = overlay::apply(read::read(root, BASE)?.value, &overlay, Strictness::EveryTargetMatches)?;
    let workshop = Workshop::new(root)?;
    let mut table = format!(
        "{}\n\n| operations | generation, s | lines | check, s | debug build, s | release build, s | stripped, KiB |\n\
         |---:|---:|---:|---:|---:|---:|---:|\n",
        workshop.versions()?
    );
    let mut sizes = Vec::new();
    for document in [few(&whole), whole.clone(), repeated(&whole, COPIES)] {
        let operations = operation_count(&document);
        let start = Instant::now();
        let mut outputs = generate::make(&named(BASE, document), &named(OVERLAY, no_overlay()), &|_| {})?;
        let seconds = start.elapsed().as_secs_f64();
        outputs.retain(|output| MODULES.contains(&output.name));
        let lines: usize = outputs.iter().map(|output| output.text.lines().count()).sum();
        progress(&format!("{operations} operations: {lines} lines, generated in {seconds:.1} s"));
        sizes.push((operations, seconds, lines, outputs));
    }
    for (operations, generation, lines, outputs) in sizes {
        workshop.replace_generated(&outputs)?;
        let project = workshop.sdk(&["rustls", "reports", "webhook"])?;
        let mut seconds = Vec::new();
        for arguments in [&["check"][..], &["build"], &["build", "--release"]] {
            progress(&format!("{operations} operations: cargo {}", arguments.join(" ")));
            // The dependencies once, which are the same for all documents; then the crate and the program.
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

fn named(name: &str, value: Value) -> Document {
    Document { name: name.to_owned(), value, sha256: String::new() }
}

/// An overlay that changes nothing.
fn no_overlay() -> Value {
    json!({"overlay": "1.0.0", "extends": "./sezzle-v2.yaml", "info": {"title": "Nothing", "version": "1.0.0"}, "actions": [
        {"target": "$.info", "description": "There is nothing to change.", "update": {}}
    ]})
}

fn operation_count(document: &Value) -> usize {
    let items = document["paths"].as_object().into_iter().flat_map(Map::values);
    items.flat_map(operations).count()
}

fn operations(item: &Value) -> impl Iterator<Item = (&String, &Value)> {
    item.as_object().into_iter().flatten().filter(|(_, operation)| operation["operationId"].is_string())
}

/// The document with [`FEW`] operations, and the schemas they need.
fn few(whole: &Value) -> Value {
    let mut document = whole.clone();
    let Some(paths) = document["paths"].as_object_mut() else { return document };
    for item in paths.values_mut() {
        let Some(item) = item.as_object_mut() else { continue };
        item.retain(|_, value| value["operationId"].as_str().is_none_or(|id| FEW.contains(&id)));
    }
    paths.retain(|_, item| operations(item).next().is_some());

    let schemas = document["components"]["schemas"].take();
    let mut needed = BTreeSet::new();
    let mut todo = references(&document);
    while let Some(name) = todo.pop() {
        if needed.insert(name.clone()) {
            todo.extend(references(&schemas[&name]));
        }
    }
    let Value::Object(mut schemas) = schemas else { return document };
    schemas.retain(|name, _| needed.contains(name));
    document["components"]["schemas"] = Value::Object(schemas);
    document
}

const SCHEMAS: &str = "#/components/schemas/";

/// The names of the schemas that something refers to.
fn references(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(key, value)| match value.as_str().and_then(|text| text.strip_prefix(SCHEMAS)) {
                Some(name) if key == "$ref" => vec![name.to_owned()],
                _ => references(value),
            })
            .collect(),
        Value::Array(elements) => elements.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

/// The document with all operations and schemas `copies` times, the first time under their own names.
fn repeated(whole: &Value, copies: usize) -> Value {
    let mut document = whole.clone();
    for copy in 2..=copies {
        let renamed = renamed(whole, copy);
        for place in ["/paths", "/components/schemas", "/components/parameters", "/components/responses"] {
            let (Some(Value::Object(all)), Some(Value::Object(more))) =
                (document.pointer_mut(place), renamed.pointer(place))
            else {
                continue;
            };
            for (key, value) in more {
                let key = if place == "/paths" { format!("/copy{copy}{key}") } else { format!("{key}Copy{copy}") };
                all.insert(key, value.clone());
            }
        }
    }
    document
}

/// The document with other names in all its references and operations.
fn renamed(value: &Value, copy: usize) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| {
                let renamed = match (key.as_str(), value.as_str()) {
                    ("$ref", Some(text)) if !text.contains("/securitySchemes/") => json!(format!("{text}Copy{copy}")),
                    ("x-rust-name", Some(text)) => json!(format!("{text}Copy{copy}")),
                    ("operationId", Some(text)) => json!(format!("{text}_copy{copy}")),
                    _ => renamed(value, copy),
                };
                (key.clone(), renamed)
            })
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(elements) => elements.iter().map(|element| renamed(element, copy)).collect::<Vec<_>>().into(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_of_all_sizes_make_code() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace");
        let overlay = read::read(root, OVERLAY).expect("the overlay");
        let base = read::read(root, BASE).expect("the document").value;
        let whole = overlay::apply(base, &overlay, Strictness::EveryTargetMatches).expect("the overlay applies");
        let count = operation_count(&whole);
        for (document, operations) in [(few(&whole), FEW.len()), (repeated(&whole, 3), 3 * count)] {
            assert_eq!(operation_count(&document), operations);
            let outputs = generate::make(&named(BASE, document), &named(OVERLAY, no_overlay()), &|_| {});
            let outputs = outputs.expect("the document is taken");
            let code: String = outputs.iter().map(|output| output.text.as_str()).collect();
            assert_eq!(code.matches("\noperation_builder! {").count(), operations);
        }
    }
}
