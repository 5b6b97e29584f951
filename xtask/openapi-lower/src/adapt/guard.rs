//! Finds what only the author of a document can fix, before progenitor panics on it or chooses by itself.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::adapt::rust_names;
use crate::io::finding::{Collector, Pointer, Result};
use crate::walk::{Object, children, elements_of, is_error_status, members_of, operations, resolve};

/// Checks an adapted document.
///
/// # Errors
///
/// Returns everything that is known to make progenitor fail or generate the wrong code.
pub fn guard(name: &str, document: &Value) -> Result<()> {
    check(name, document, true)
}

/// Checks what no adaptation can change: that no two operations have the same method name, that every reference leads
/// somewhere, and that no schema is merged with itself.
///
/// # Errors
///
/// Returns the operations, the references and the schemas.
pub fn check_adaptable(name: &str, document: &Value) -> Result<()> {
    check(name, document, false)
}

fn check(name: &str, document: &Value, is_adapted: bool) -> Result<()> {
    let mut found = Collector::new(name);
    let mut methods = BTreeMap::new();
    operations(document, |at, _, _, operation| {
        match operation["operationId"].as_str().filter(|id| !id.trim().is_empty()) {
            Some(id) => check_id(&mut found, &mut methods, &at.join("operationId"), id, is_adapted),
            None if is_adapted => found.add(
                at,
                "the operation has no `operationId`, which names its method",
                "set `operationId` to a verb and a noun, such as `get_order`, with an overlay",
            ),
            None => {}
        }
        if is_adapted {
            check_responses(&mut found, at, operation);
        }
    });
    if is_adapted {
        check_paths(&mut found, document);
    }
    check_references(&mut found, document, &Pointer::root(), document);
    check_all_of(&mut found, document);
    found.finish(())
}

fn check_id(found: &mut Collector, methods: &mut BTreeMap<String, String>, at: &Pointer, id: &str, is_adapted: bool) {
    let method = rust_names::of_operation(id);
    if is_adapted && (method.is_empty() || method.starts_with(|first: char| first.is_ascii_digit())) {
        let remedy = "rename the operation with an overlay: a letter, then letters, digits and `_`";
        found.add(at, format!("`{id}` is not a Rust name"), remedy);
    } else if let Some(other) = methods.insert(method.clone(), at.to_string()) {
        let problem = format!("`{id}` makes the method `{method}`, like the operation at {other}");
        found.add(at, problem, "rename one of the two with an overlay");
    }
}

fn check_responses(found: &mut Collector, at: &Pointer, operation: &Value) {
    let Some(responses) = operation["responses"].as_object() else {
        found.add(at, "the operation has no `responses`", "add at least the response for success");
        return;
    };
    let at = at.join("responses");
    if responses.keys().all(|status| is_error_status(status)) {
        found.add(&at, "there is no response for success", "add one, such as `200`");
    }
    for status in responses.keys() {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let known = match status.strip_suffix("XX") {
            Some(class) => class.len() == 1 && digits(class),
            None => status == "default" || status.len() == 3 && digits(status),
        };
        if !known || !is_error_status(status) && !status.starts_with('2') {
            let problem = format!("`{status}` is neither a success nor an error");
            found.add(at.join(status), problem, "remove it with an overlay");
        }
    }
}

fn check_paths(found: &mut Collector, document: &Value) {
    for path in document["paths"].as_object().into_iter().flat_map(Object::keys) {
        if !path.starts_with('/') && !path.starts_with("x-") {
            let at = Pointer::root().join("paths").join(path);
            found.add(at, "the path does not start with `/`", "write it relative to the base URL, with a `/`");
        }
    }
}

/// Checks that every reference leads somewhere. A cycle of nothing but references does not.
fn check_references(found: &mut Collector, document: &Value, at: &Pointer, value: &Value) {
    if let Some(target) = value["$ref"].as_str() {
        let referenced = target.strip_prefix('#').and_then(|pointer| document.pointer(pointer));
        if referenced.is_none() {
            found.add(at.join("$ref"), format!("`{target}` does not exist"), "correct the reference");
        } else if resolve(document, value).get("$ref").is_some() {
            found.add(at.join("$ref"), format!("`{target}` leads back to itself"), "refer to a definition");
        }
    }
    for (name, value) in children(value) {
        if !matches!(&*name, "example" | "examples") && !name.starts_with("x-") {
            check_references(found, document, &at.join(name), value);
        }
    }
}

/// Checks that no schema is merged with itself, directly or through others: the merge would not end.
fn check_all_of(found: &mut Collector, document: &Value) {
    let merges: BTreeMap<&str, BTreeSet<&str>> = members_of(&document["components"]["schemas"])
        .map(|(name, schema)| {
            let mut merged = BTreeSet::new();
            collect_merged(schema, false, &mut merged);
            merged.extend(referenced_component(schema));
            (name.as_str(), merged)
        })
        .collect();
    for name in merges.keys() {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut open = vec![*name];
        while let Some(next) = open.pop() {
            open.extend(merges.get(next).into_iter().flatten().filter(|merged| reached.insert(merged)));
        }
        if reached.contains(name) {
            found.add(
                Pointer::root().join("components").join("schemas").join(name),
                format!("`allOf` merges `{name}` with itself"),
                "use a plain `$ref` with an overlay",
            );
        }
    }
}

/// Collects the components that an `allOf` of several schemas merges, anywhere below `schema`.
fn collect_merged<'a>(schema: &'a Value, merging: bool, merged: &mut BTreeSet<&'a str>) {
    if merging {
        merged.extend(referenced_component(schema));
    }
    let has_shape = |schema: &Value| !schema.as_object().is_some_and(has_no_shape);
    for (name, value) in members_of(schema) {
        match name.as_str() {
            "allOf" => {
                let several = has_shape(schema) || elements_of(value).filter(|part| has_shape(part)).count() > 1;
                collect_merged(value, merging || several, merged);
            }
            "anyOf" | "oneOf" => collect_merged(value, merging, merged),
            "example" | "enum" => {}
            _ => collect_merged(value, false, merged),
        }
    }
    elements_of(schema).for_each(|part| collect_merged(part, merging, merged));
}

fn referenced_component(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str().and_then(|target| target.rsplit('/').next())
}

/// Returns whether a schema, its `allOf` aside, has nothing to merge: a reference beside it stays a reference.
fn has_no_shape(schema: &Object) -> bool {
    const NO_SHAPE: [&str; 12] = [
        "allOf",
        "type",
        "title",
        "description",
        "nullable",
        "default",
        "example",
        "readOnly",
        "writeOnly",
        "deprecated",
        "externalDocs",
        "xml",
    ];
    schema.iter().all(|(keyword, value)| {
        NO_SHAPE.contains(&keyword.as_str())
            || keyword.starts_with("x-")
            || keyword == "additionalProperties" && *value == Value::Bool(false)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn rejects(document: &Value, location: &str, words: &str) {
        let findings = guard("d", document).expect_err("a finding");
        let matches = findings.0.iter().any(|found| found.location == location && found.problem.contains(words));
        assert!(matches, "{location} {words}: {findings}");
    }

    fn operation(id: &str) -> Value {
        json!({"operationId": id, "responses": {"204": {"description": ""}}})
    }

    #[test]
    fn operation_ids_are_required_and_unique_in_rust() {
        let at = "#/paths/~1a/get";
        rejects(&json!({"paths": {"/a": {"get": operation("")}}}), at, "no `operationId`");
        rejects(&json!({"paths": {"/a": {"get": {"responses": {}}}}}), at, "no `operationId`");
        rejects(&json!({"paths": {"/a": {"get": operation("7up")}}}), &format!("{at}/operationId"), "not a Rust name");
        let twins = json!({"paths": {"/a": {"get": operation("getOrder"), "post": operation("get_order")}}});
        rejects(&twins, "#/paths/~1a/post/operationId", "like the operation at #/paths/~1a/get/operationId");
        assert!(check_adaptable("d", &twins).is_err());
        // The adaptation names them.
        let nameless = json!({"paths": {"/a": {"get": operation(""), "post": operation("")}}});
        assert_eq!(check_adaptable("d", &nameless), Ok(()));
    }

    #[test]
    fn paths_and_statuses_must_be_valid() {
        let mut odd = operation("get_a");
        odd["responses"]["302"] = json!({"description": ""});
        odd["responses"]["abc"] = json!({"$ref": "#/components/responses/Gone"});
        let errors = json!({"operationId": "put_a", "responses": {"400": {"description": ""}}});
        let document = json!({"paths": {"a": {"get": odd, "put": errors, "post": {"operationId": "post_a"}}}});
        rejects(&document, "#/paths/a", "start with `/`");
        rejects(&document, "#/paths/a/get/responses/302", "neither");
        rejects(&document, "#/paths/a/get/responses/abc", "neither");
        rejects(&document, "#/paths/a/get/responses/abc/$ref", "does not exist");
        rejects(&document, "#/paths/a/put/responses", "no response for success");
        rejects(&document, "#/paths/a/post", "no `responses`");
    }

    #[test]
    fn references_and_merges_must_end() {
        let to = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
        let document = json!({"components": {"schemas": {
            "Own": {"properties": {"a": {"allOf": [to("Own"), {"properties": {}}]}}},
            "First": {"allOf": [to("Second"), {"properties": {}}]},
            "Second": {"properties": {"a": {"allOf": [to("First"), {"properties": {}}]}}},
            "Loop": to("Loop"),
            "Gone": to("Nothing"),
            "Fine": {"properties": {"a": to("Fine"), "b": {"allOf": [to("Fine")], "nullable": true, "description": "d"}}},
        }}});
        let at = "#/components/schemas";
        rejects(&document, &format!("{at}/Own"), "with itself");
        rejects(&document, &format!("{at}/First"), "with itself");
        rejects(&document, &format!("{at}/Loop/$ref"), "leads back to itself");
        rejects(&document, &format!("{at}/Gone/$ref"), "does not exist");
        let findings = guard("d", &document).expect_err("findings");
        assert!(!findings.to_string().contains("/Fine"), "{findings}");
        assert!(check_adaptable("d", &document).is_err());
    }
}
