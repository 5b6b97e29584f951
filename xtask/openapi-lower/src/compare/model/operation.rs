//! The operations of a document.

use serde_json::Value;

use crate::adapt::rust_names;
use crate::compare::change::{Subject, SubjectKind};
use crate::walk::{METHODS, members_of, resolve};

/// An operation, and where it is.
#[derive(Clone, Copy, Debug)]
pub(in crate::compare) struct Operation<'a> {
    pub(in crate::compare) document: &'a Value,
    pub(in crate::compare) path: &'a str,
    pub(in crate::compare) method: &'a str,
    pub(in crate::compare) item: &'a Value,
    pub(in crate::compare) value: &'a Value,
}

impl<'a> Operation<'a> {
    /// Returns the `operationId`, if it is not empty.
    pub(in crate::compare) fn id(&self) -> Option<&'a str> {
        self.value["operationId"].as_str().filter(|id| !id.is_empty())
    }

    /// Returns whether two operations have the same id, except for the case of its words.
    pub(in crate::compare) fn has_id_of(&self, other: &Self) -> bool {
        let name = |operation: &Self| operation.id().map(rust_names::of_operation);
        name(self).is_some_and(|own| Some(own) == name(other))
    }

    pub(in crate::compare) fn subject(&self) -> Subject {
        Subject { kind: SubjectKind::Operation, name: format!("{} {}", self.method.to_uppercase(), self.path) }
    }

    /// Returns the path without the names of its parameters.
    pub(in crate::compare) fn template(&self) -> String {
        path_names(self.path)
            .iter()
            .fold(self.path.to_owned(), |path, name| path.replacen(&format!("{{{name}}}"), "{}", 1))
    }
}

/// Returns the names of the parameters in a path, in order.
pub(in crate::compare) fn path_names(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// Returns all operations of a document.
pub(in crate::compare) fn all(document: &Value) -> Vec<Operation<'_>> {
    let paths = members_of(&document["paths"]);
    let items = paths.map(|(path, item)| (path, resolve(document, item)));
    let operations = items.flat_map(|(path, item)| {
        let members = members_of(item);
        let methods = members.filter(|(method, _)| METHODS.contains(&method.as_str()));
        methods.map(move |(method, value)| Operation { document, path, method, item, value })
    });
    operations.collect()
}
