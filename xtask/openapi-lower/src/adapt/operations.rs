//! An operation has a name, and a method that the HTTP client can send.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use serde_json::Value;

use super::{Notes, Object};
use crate::finding::Pointer;
use crate::walk::METHODS;

/// Methods that the HTTP client has no function for.
const NOT_SENT: [&str; 2] = ["options", "trace"];

pub(super) fn fit(notes: &mut Notes, at: &Pointer, paths: &mut Object) {
    let mut taken: BTreeSet<String> = paths
        .values()
        .filter_map(Value::as_object)
        .flat_map(Object::values)
        .filter_map(|operation| operation.get("operationId").and_then(Value::as_str))
        .map(ToSnakeCase::to_snake_case)
        .collect();
    for (path, item) in paths {
        let at = at.join(path);
        let Some(item) = item.as_object_mut() else { continue };
        for method in NOT_SENT {
            if item.remove(method).is_some() {
                notes.decided(
                    &at.join(method),
                    format!("the method `{method}` is not sent"),
                    "remove it with an overlay, and send it with the HTTP client",
                );
            }
        }
        for (method, operation) in item.iter_mut().filter(|(method, _)| METHODS.contains(&method.as_str())) {
            let Some(operation) = operation.as_object_mut() else { continue };
            let named = operation.get("operationId").and_then(Value::as_str).is_some_and(|id| !id.trim().is_empty());
            let id = id(method, path);
            // An id that another operation has is left to the author.
            if !named && taken.insert(id.clone()) {
                notes.decided(
                    &at.join(method),
                    format!("the operation has no `operationId`; it is called `{id}`"),
                    "give it an `operationId`, a verb and a noun, with an overlay",
                );
                operation.insert("operationId".to_owned(), id.into());
            }
        }
    }
}

/// A name made of the method and the path: `get_users_by_id` for GET `/users/{id}`.
fn id(method: &str, path: &str) -> String {
    let mut words = vec![method.to_owned()];
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let mut parameter = false;
        for part in segment.split_inclusive(['{', '}']) {
            let text = part.trim_end_matches(['{', '}']).to_snake_case();
            if !text.is_empty() {
                words.extend(parameter.then(|| "by".to_owned()));
                words.push(text);
            }
            parameter = part.ends_with('{');
        }
    }
    words.join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_method_and_path() {
        assert_eq!(id("get", "/"), "get");
        assert_eq!(id("get", "/users/{userId}"), "get_users_by_user_id");
        assert_eq!(id("post", "/files/{id}:copy/parts-of/{a}-{b}"), "post_files_by_id_copy_parts_of_by_a_by_b");
    }
}
