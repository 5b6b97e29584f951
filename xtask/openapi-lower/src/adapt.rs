//! Stage 5: what progenitor cannot take is said in other words that it can.
//!
//! | file | rules for |
//! |---|---|
//! | `fit/operations.rs` | missing operation ids, methods that no client sends |
//! | `fit/parameters.rs` | places, styles and names of parameters |
//! | `fit/bodies.rs` | media types of request bodies |
//! | `fit/responses.rs` | success and error responses of several types |
//! | `fit/schemas.rs` | enums, defaults, names of fields |
//! | `fit/names.rs` | names of component schemas |
//!
//! Most rules lose nothing. What is left out, or named, is reported apart, so that a caller can leave it to the author.
//! Two operations with one id stay as they are: which is which nobody else can say.

mod bodies;
mod names;
mod operations;
mod parameters;
mod responses;
mod rust_names;
mod schemas;

use serde_json::{Map, Value};

use crate::finding::{Finding, Pointer};
use crate::walk::{METHODS, resolve};

type Object = Map<String, Value>;

/// A document that progenitor takes, as far as rules could make it one.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// Still OpenAPI 3.0.
    pub document: Value,
    /// What is said in other words, with the same meaning.
    pub reworded: Vec<Finding>,
    /// What the author might decide otherwise: what is left out, and names.
    pub decided: Vec<Finding>,
}

/// Fits the lowered document called `name` to progenitor.
#[must_use]
pub fn fit(name: &str, document: Value) -> Fitted {
    let mut notes = Notes { name: name.to_owned(), reworded: Vec::new(), decided: Vec::new() };
    let mut document = document;
    plain_line_ends(&mut document);
    names::components(&mut notes, &mut document);
    schemas::fit(&mut notes, &mut document);
    let source = document.clone();
    if let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) {
        let at = Pointer::root().join("paths");
        operations::fit(&mut notes, &at, paths);
        let mut fitted = Object::new();
        for (path, mut item) in std::mem::take(paths) {
            let path = path_item(&mut notes, &source, &at.join(&path), path, &mut item);
            fitted.insert(path, item);
        }
        *paths = fitted;
    }
    names::inner_types(&mut notes, &mut document);
    Fitted { document, reworded: notes.reworded, decided: notes.decided }
}

/// A comment in Rust has no bare carriage return.
fn plain_line_ends(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::String(text)
                        if matches!(key.as_str(), "description" | "summary" | "title") && text.contains('\r') =>
                    {
                        *text = text.replace("\r\n", "\n").replace('\r', "\n");
                    }
                    _ => plain_line_ends(value),
                }
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(plain_line_ends),
        _ => {}
    }
}

/// Fits the operations at one path, whose template may get other names.
fn path_item(notes: &mut Notes, source: &Value, at: &Pointer, path: String, item: &mut Value) -> String {
    let Some(item) = item.as_object_mut() else { return path };
    let path = parameters::fit(notes, source, at, path, item);
    for (method, operation) in item {
        let Some(operation) = operation.as_object_mut().filter(|_| METHODS.contains(&method.as_str())) else {
            continue;
        };
        let at = at.join(method);
        bodies::fit(notes, source, &at, operation);
        responses::fit(notes, source, &at, operation);
    }
    path
}

/// What was done to the document.
struct Notes {
    name: String,
    reworded: Vec<Finding>,
    decided: Vec<Finding>,
}

impl Notes {
    fn reworded(&mut self, at: &Pointer, problem: impl Into<String>) {
        let remedy = "nothing; the result means the same";
        self.reworded.push(self.finding(at, problem, remedy));
    }

    fn decided(&mut self, at: &Pointer, problem: impl Into<String>, remedy: impl Into<String>) {
        self.decided.push(self.finding(at, problem, remedy));
    }

    fn finding(&self, at: &Pointer, problem: impl Into<String>, remedy: impl Into<String>) -> Finding {
        Finding { source: self.name.clone(), place: at.to_string(), problem: problem.into(), remedy: remedy.into() }
    }
}

/// A copy of what `value` refers to, to be changed in its place.
fn inlined(source: &Value, value: &Value) -> Value {
    resolve(source, value).clone()
}

/// A media type without its parameters, in lower case.
fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether a body of this media type is JSON. A wildcard is, if its schema is not that of a text.
fn is_json(source: &Value, media_type: &str, media: &Value) -> bool {
    let essence = essence(media_type);
    match essence.as_str() {
        "application/json" | "text/json" | "application/x-json" => true,
        "*/*" | "application/*" => {
            let schema = resolve(source, &media["schema"]);
            schema.is_object() && schema["type"] != "string"
        }
        _ => essence.ends_with("+json"),
    }
}
