//! Operations: each needs a name, and a method that the HTTP client can send.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use serde_json::Value;

use crate::adapt::notes::Notes;
use crate::adapt::rust_names;
use crate::io::finding::Pointer;
use crate::walk::{METHODS, Object};

/// Methods that the HTTP client has no function for.
const UNSUPPORTED: [&str; 2] = ["options", "trace"];

pub(super) fn adapt(notes: &mut Notes, at: &Pointer, paths: &mut Object) {
    let mut taken: BTreeSet<String> = paths
        .values()
        .filter_map(Value::as_object)
        .flat_map(Object::values)
        .filter_map(|operation| operation.get("operationId").and_then(Value::as_str))
        .map(rust_names::of_operation)
        .collect();
    for (path, item) in paths {
        let at = at.join(path);
        let Some(item) = item.as_object_mut() else { continue };
        for method in UNSUPPORTED {
            if item.remove(method).is_some() {
                notes.decide(
                    &at.join(method),
                    format!("the method `{method}` cannot be sent; the operation is left out"),
                    "remove it with an overlay, and send it with the HTTP client",
                );
            }
        }
        for (method, operation) in item.iter_mut().filter(|(method, _)| METHODS.contains(&method.as_str())) {
            let Some(operation) = operation.as_object_mut() else { continue };
            let named = operation.get("operationId").and_then(Value::as_str).is_some_and(|id| !id.trim().is_empty());
            let id = make_id(method, path);
            // A duplicate id is left to the author.
            if !named && taken.insert(id.clone()) {
                notes.decide(
                    &at.join(method),
                    format!("the operation has no `operationId`; it is named `{id}`"),
                    "set an `operationId`, a verb and a noun, with an overlay",
                );
                operation.insert("operationId".to_owned(), id.into());
            }
        }
    }
}

/// Makes an id of the method and the path: `get_users_by_id` for GET `/users/{id}`.
fn make_id(method: &str, path: &str) -> String {
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
    fn missing_id_is_made_of_method_and_path() {
        assert_eq!(make_id("get", "/"), "get");
        assert_eq!(make_id("get", "/users/{userId}"), "get_users_by_user_id");
        assert_eq!(make_id("post", "/files/{id}:copy/parts-of/{a}-{b}"), "post_files_by_id_copy_parts_of_by_a_by_b");
    }
}
