//! Schemas that progenitor makes no types of.

use serde_json::Value;

use super::Notes;
use crate::walk::schemas_mut;

pub(super) fn fit(notes: &mut Notes, document: &mut Value) {
    schemas_mut(document, &mut |at, schema| {
        if schema.remove("not").is_some() {
            notes.lost(&at.join("not"), "progenitor makes no type of `not`", "say what is accepted, with an overlay");
        }
    });
}
