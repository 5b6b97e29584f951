//! Compares two OpenAPI documents.
//!
//! Documents with the same meaning do not differ, however their schemas are arranged: references and compositions are
//! followed, and OpenAPI 3.0 to 3.2 can be compared with each other.
//!
//! | file | content |
//! |---|---|
//! | `model/` | reads the operations, parameters, bodies, events and schemas of one document |
//! | `operations.rs`, `parameters.rs`, `bodies.rs`, `security.rs`, `events.rs`, `components.rs` | compare them |
//! | `schemas.rs` | compares two schemas: types, fields, values, constraints |
//! | `change.rs` | a change |
//! | `terms.rs` | the names of types in the changes |

mod bodies;
pub mod change;
mod components;
mod events;
pub mod model;
mod operations;
mod pairs;
mod parameters;
mod schemas;
mod security;
pub mod terms;

use serde_json::Value;

use crate::compare::change::Diff;
use crate::compare::terms::Terms;
use crate::io::finding::{Findings, Pointer, Result};
use crate::io::read::Document;

/// Returns what changed between two OpenAPI documents, in the given terms.
#[must_use]
pub fn compare(old: &Value, new: &Value, terms: &Terms) -> Diff {
    let mut diff = Diff::default();
    for key in ["title", "description"] {
        diff.count_text(&old["info"][key], &new["info"][key]);
    }
    operations::compare(old, new, terms, &mut diff);
    security::compare_defaults(old, new, &mut diff);
    events::compare(old, new, terms, &mut diff);
    components::compare(old, new, terms, &mut diff);
    diff
}

/// Checks that `document` can be compared.
///
/// # Errors
///
/// Returns a finding if it is not OpenAPI 3.0, 3.1 or 3.2.
pub fn check(document: &Document) -> Result<()> {
    let version = document.value.get("openapi").and_then(Value::as_str).unwrap_or_default();
    if ["3.0.", "3.1.", "3.2."].iter().any(|supported| version.starts_with(supported)) {
        return Ok(());
    }
    Err(Findings::one(
        &document.name,
        Pointer::root().join("openapi"),
        format!("the version `{version}` is not OpenAPI 3.0, 3.1 or 3.2"),
        "use a document that starts with `openapi: 3.1.0` or similar",
    ))
}
