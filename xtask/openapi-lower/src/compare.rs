//! What changed between two OpenAPI documents, in the terms of those who use the generated crate.
//!
//! Two documents that mean the same have no difference, however their schemas are arranged: references and
//! compositions are followed. Whether a change is breaking is judged by the code generated for it, so a check on values
//! that the crate does not make (see [`relax`](crate::relax)) never is.
//!
//! | file | what it compares or does |
//! |---|---|
//! | `operations` | paths, methods, ids |
//! | `parameters` | parameters of operations |
//! | `bodies` | request bodies, successes, error statuses |
//! | `security` | what a call has to prove |
//! | `events` | webhooks |
//! | `types` | component schemas by name |
//! | `schema` | two schemas: fields, types, values |
//! | `shape` | a schema without its references and compositions |
//! | `rust_type` | what a schema becomes in Rust |
//! | `usage` | which types are sent, received, or only parts of others |
//! | `change` | a change and its verdict |
//! | `text` | the report for people |

mod bodies;
mod change;
mod events;
mod operations;
mod parameters;
mod rust_type;
mod schema;
mod security;
mod shape;
mod text;
mod types;
mod usage;

use serde_json::Value;

pub use change::{Change, Diff, Kind, Subject, SubjectKind, Verdict};
pub(crate) use text::lines;

use crate::finding::{Findings, Pointer, Result};
use crate::read::Document;

/// Compares two OpenAPI documents.
#[must_use]
pub fn diff(old: &Value, new: &Value) -> Diff {
    let usage = usage::of_both(old, new);
    let mut diff = Diff::default();
    for key in ["title", "description"] {
        diff.count_text(&old["info"][key], &new["info"][key]);
    }
    operations::compare(old, new, &mut diff);
    security::compare_defaults(old, new, &mut diff);
    events::compare(old, new, &mut diff);
    types::compare(old, new, &usage, &mut diff);
    diff.finish();
    diff
}

/// Moves what matches from both lists to the pairs, each with the first that is left.
fn pair_up<T: Copy>(old: &mut Vec<T>, new: &mut Vec<T>, pairs: &mut Vec<(T, T)>, matches: impl Fn(&T, &T) -> bool) {
    old.retain(|candidate| {
        let found = new.iter().position(|other| matches(candidate, other));
        if let Some(index) = found {
            pairs.push((*candidate, new.remove(index)));
        }
        found.is_none()
    });
}

/// Checks that `document` is one that can be compared.
///
/// # Errors
///
/// It is not OpenAPI 3.0 or 3.1.
pub fn check(document: &Document) -> Result<()> {
    let version = document.value.get("openapi").and_then(Value::as_str).unwrap_or_default();
    if version.starts_with("3.0.") || version.starts_with("3.1.") {
        return Ok(());
    }
    Err(Findings::one(
        &document.name,
        Pointer::root().join("openapi"),
        format!("the document is not OpenAPI 3.0 or 3.1 but `{version}`"),
        "name an OpenAPI document whose first line says `openapi: 3.1.0` or the like",
    ))
}

#[cfg(test)]
mod tests;
