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
