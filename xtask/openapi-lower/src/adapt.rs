//! Adapts an OpenAPI 3.0 document to the generator progenitor: rewrites what it does not support.
//!
//! | file | rules for |
//! |---|---|
//! | `adapt/operations.rs` | missing operation ids, methods that no client sends |
//! | `adapt/parameters.rs` | locations, styles and names of parameters |
//! | `adapt/bodies.rs` | media types of request bodies |
//! | `adapt/responses.rs` | success and error responses of several types |
//! | `adapt/schemas.rs` | enums, defaults, names of fields |
//! | `adapt/names.rs` | names of types |
//! | `adapt/guard.rs` | what remains to be fixed by the author |
//!
//! Most rules preserve the meaning. What a rule leaves out, or names, is reported separately, so that a caller can leave
//! the decision to the author. Two operations with the same id are not changed: only the author can tell them apart.

mod bodies;
mod content;
pub mod guard;
mod names;
mod notes;
mod operations;
mod parameters;
mod responses;
pub mod rust_names;
mod schemas;

use serde_json::Value;

use crate::adapt::notes::Notes;
use crate::io::finding::{Finding, Pointer};
use crate::walk::{METHODS, Object, children_mut};

/// A document that progenitor accepts, as far as the rules can make it one.
#[derive(Clone, Debug, PartialEq)]
pub struct Adapted {
    /// The adapted document, still OpenAPI 3.0.
    pub document: Value,
    /// What was rewritten with the same meaning.
    pub rewrites: Vec<Finding>,
    /// What the author may want to decide differently: what is left out, and names.
    pub decisions: Vec<Finding>,
}

/// Adapts the OpenAPI 3.0 document called `name` to progenitor.
#[must_use]
pub fn adapt(name: &str, mut document: Value) -> Adapted {
    let mut notes = Notes::new(name);
    normalize_line_ends(&mut document);
    names::rename_components(&mut notes, &mut document);
    schemas::adapt(&mut notes, &mut document);
    let source = document.clone();
    if let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) {
        let at = Pointer::root().join("paths");
        operations::adapt(&mut notes, &at, paths);
        let mut adapted = Object::new();
        for (path, mut item) in std::mem::take(paths) {
            let path = adapt_path_item(&mut notes, &source, &at.join(&path), path, &mut item);
            adapted.insert(path, item);
        }
        *paths = adapted;
    }
    names::split_nullable_components(&mut notes, &mut document);
    names::title_inner_types(&mut notes, &mut document);
    Adapted { document, rewrites: notes.rewrites, decisions: notes.decisions }
}

/// Removes carriage returns from descriptions: Rust allows none in doc comments.
fn normalize_line_ends(value: &mut Value) {
    for (key, value) in children_mut(value) {
        match value {
            Value::String(text) if matches!(&*key, "description" | "summary" | "title") && text.contains('\r') => {
                *text = text.replace("\r\n", "\n").replace('\r', "\n");
            }
            value => normalize_line_ends(value),
        }
    }
}

/// Adapts the operations of a path item. Returns the path, whose parameters may get other names.
fn adapt_path_item(notes: &mut Notes, source: &Value, at: &Pointer, path: String, item: &mut Value) -> String {
    let Some(item) = item.as_object_mut() else { return path };
    let path = parameters::adapt(notes, source, at, path, item);
    for (method, operation) in item {
        let Some(operation) = operation.as_object_mut().filter(|_| METHODS.contains(&method.as_str())) else {
            continue;
        };
        let at = at.join(method);
        bodies::adapt(notes, source, &at, operation);
        responses::adapt(notes, source, &at, operation);
    }
    path
}
