//! The API document that responses are judged against: the published one with all overlays applied.

use std::sync::LazyLock;

use serde_json::Value;

use crate::json::escape;

static DOCUMENT: LazyLock<Document> =
    LazyLock::new(|| Document(serde_json::from_str(sezzle_simulator::DOCUMENT).unwrap_or_default()));

/// An OpenAPI document. Its nodes are named by JSON pointers.
pub(crate) struct Document(pub(super) Value);

/// An operation of the document.
pub(crate) struct Operation<'a> {
    pub(crate) id: &'a str,
    /// The pointer to the operation.
    pub(crate) at: String,
    pub(crate) value: &'a Value,
}

impl Document {
    /// Returns the document that this program was built with.
    pub(crate) fn embedded() -> &'static Self {
        &DOCUMENT
    }

    /// Returns all operations.
    pub(crate) fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        let paths = self.0["paths"].as_object().into_iter().flatten();
        paths.flat_map(|(path, item)| {
            item.as_object().into_iter().flatten().filter_map(move |(method, value)| {
                let at = format!("/paths/{}/{method}", escape(path));
                Some(Operation { id: value["operationId"].as_str()?, at, value })
            })
        })
    }

    /// Returns the operation with this id.
    pub(crate) fn operation(&self, id: &str) -> Option<Operation<'_>> {
        self.operations().find(|operation| operation.id == id)
    }

    /// Returns the node at a pointer, or null.
    pub(crate) fn node(&self, at: &str) -> &Value {
        self.0.pointer(at).unwrap_or(&Value::Null)
    }

    /// Returns the pointer that the references at a pointer lead to.
    pub(crate) fn resolve(&self, at: &str) -> String {
        let mut at = at.to_owned();
        // A document whose references form a circle has no node to find.
        for _ in 0..16 {
            match self.node(&at)["$ref"].as_str().and_then(|target| target.strip_prefix('#')) {
                Some(target) => at = target.to_owned(),
                None => break,
            }
        }
        at
    }
}
