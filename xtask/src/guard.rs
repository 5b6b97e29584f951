//! Stage 5: what progenitor cannot take is found before it is tried.
//!
//! progenitor panics on much that is legal. Each check here stands for one such place, or for a choice that must not be
//! left to chance, such as the name of a method.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde_json::Value;

use crate::finding::{Collector, Pointer, Result};
use crate::passes::spell_first_digit;
use crate::walk::{is_error_status, operations, resolve, schemas_mut};

/// Methods that `Client` has without being generated.
const RESERVED_METHODS: [&str; 8] =
    ["builder", "from_env", "new", "clone", "base_url", "server", "http_client", "request"];

const BODY_TYPES: [&str; 4] =
    ["application/json", "application/x-www-form-urlencoded", "application/octet-stream", "text/plain"];

/// Checks a lowered document.
///
/// # Errors
///
/// Everything progenitor would refuse or panic on, as far as it is known.
pub fn guard(name: &str, document: &Value) -> Result<()> {
    let mut found = Collector::new(name);
    let mut methods: BTreeMap<String, String> = BTreeMap::new();
    operations(document, |at, path, _, operation| {
        operation_id(&mut found, &mut methods, at, operation);
        success_types(&mut found, document, at, operation);
        request_body(&mut found, document, at, operation);
        parameters(&mut found, document, at, path, operation);
    });
    schemas(&mut found, document);
    type_names(&mut found, document);
    found.finish(())
}

fn operation_id(found: &mut Collector, methods: &mut BTreeMap<String, String>, at: &Pointer, operation: &Value) {
    let Some(id) = operation["operationId"].as_str().filter(|id| !id.trim().is_empty()) else {
        found.add(
            at,
            "the operation has no `operationId`, so there is no name for its method",
            "add an overlay action that sets `operationId` to a verb and a noun, such as `get_order`",
        );
        return;
    };
    let method = id.to_snake_case();
    let at = at.join("operationId");
    if method.is_empty() || method.starts_with(|first: char| first.is_ascii_digit()) {
        found.add(
            &at,
            format!("`{id}` makes no Rust name"),
            "rename the operation in the overlay: letters first, then letters, digits and `_`",
        );
    } else if RESERVED_METHODS.contains(&method.as_str()) {
        found.add(
            &at,
            format!("`{id}` makes the method `{method}`, which `Client` has already"),
            "rename the operation in the overlay",
        );
    } else if let Some(other) = methods.insert(method.clone(), at.to_string()) {
        found.add(
            &at,
            format!("`{id}` makes the method `{method}`, as does the operation at {other}"),
            "rename one of the two in the overlay",
        );
    }
}

/// What progenitor makes of a success response.
fn success_kind(document: &Value, response: &Value) -> String {
    match resolve(document, response)["content"].as_object() {
        None => "no body".to_owned(),
        Some(content) if content.is_empty() => "no body".to_owned(),
        Some(content) => match content.get("application/json") {
            Some(media) => media["schema"].to_string(),
            None => "a stream of bytes".to_owned(),
        },
    }
}

fn success_types(found: &mut Collector, document: &Value, at: &Pointer, operation: &Value) {
    let Some(responses) = operation["responses"].as_object() else {
        found.add(at, "the operation has no `responses`", "describe at least the response to a success");
        return;
    };
    let successes: BTreeMap<_, _> = responses
        .iter()
        .filter(|(status, _)| !is_error_status(status))
        .map(|(status, response)| (status, success_kind(document, response)))
        .collect();
    if successes.is_empty() {
        found.add(
            at.join("responses"),
            "no response stands for a success",
            "describe the response to a success, such as `200`",
        );
    }
    let kinds: BTreeSet<_> = successes.values().collect();
    if kinds.len() > 1 {
        let statuses: Vec<_> = successes.keys().map(|status| status.as_str()).collect();
        found.add(
            at.join("responses"),
            format!("the success responses {} have different types", statuses.join(", ")),
            "keep one of them in the overlay, or give them the same schema",
        );
    }
    for (status, response) in responses {
        if let Some(media) = resolve(document, response)["content"].get("application/json")
            && media.get("schema").is_none()
        {
            found.add(
                at.join("responses").join(status),
                "`application/json` without a `schema`",
                "add the schema in the overlay",
            );
        }
    }
}

fn request_body(found: &mut Collector, document: &Value, at: &Pointer, operation: &Value) {
    let Some(body) = operation.get("requestBody") else { return };
    let at = at.join("requestBody").join("content");
    let Some(content) = resolve(document, body)["content"].as_object() else { return };
    if content.len() > 1 {
        found.add(
            &at,
            "the request body has several media types, and progenitor takes one",
            "remove all but one in the overlay",
        );
    }
    for (media_type, media) in content {
        if !BODY_TYPES.contains(&media_type.as_str()) {
            found.add(
                at.join(media_type),
                format!("progenitor cannot send a body of `{media_type}`"),
                format!("use one of {} in the overlay", BODY_TYPES.join(", ")),
            );
        }
        if media.get("schema").is_none() {
            found.add(at.join(media_type), "there is no `schema`", "add the schema in the overlay");
        }
    }
}

fn parameters(found: &mut Collector, document: &Value, at: &Pointer, path: &str, operation: &Value) {
    let of_path = &document["paths"][path]["parameters"];
    let mut declared = BTreeSet::new();
    let lists = [(of_path, at.clone()), (&operation["parameters"], at.join("parameters"))];
    for (list, at) in lists {
        for (index, parameter) in list.as_array().into_iter().flatten().enumerate() {
            let at = at.join(index);
            let parameter = resolve(document, parameter);
            let name = parameter["name"].as_str().unwrap_or_default();
            match parameter["in"].as_str() {
                Some("path") => {
                    declared.insert(name);
                    if parameter["required"] != true {
                        found.add(&at, format!("the path parameter `{name}` is not required"), "set `required: true`");
                    }
                }
                Some("query") if !matches!(parameter["style"].as_str(), None | Some("form")) => found.add(
                    at.join("style"),
                    format!("progenitor cannot write the query parameter `{name}` in this style"),
                    "use `form`, or remove the parameter in the overlay",
                ),
                Some("query" | "header") => {}
                other => found.add(
                    at.join("in"),
                    format!("progenitor cannot send the parameter `{name}` in {}", other.unwrap_or("nothing")),
                    "remove the parameter in the overlay",
                ),
            }
            if parameter.get("schema").is_none() {
                found.add(&at, format!("the parameter `{name}` has no `schema`"), "add the schema in the overlay");
            }
        }
    }
    for name in path.split(['{', '}']).skip(1).step_by(2) {
        if !declared.contains(name) {
            found.add(
                at,
                format!("the path names `{name}`, and no parameter declares it"),
                "declare the path parameter in the overlay",
            );
        }
    }
}

fn schemas(found: &mut Collector, document: &Value) {
    let mut copy = document.clone();
    schemas_mut(&mut copy, &mut |at, schema| {
        if let Some(target) = schema.get("$ref").and_then(Value::as_str)
            && document.pointer(target.trim_start_matches('#')).is_none()
        {
            found.add(at.join("$ref"), format!("`{target}` does not exist"), "correct the reference");
        }
        if schema.contains_key("not") {
            found.add(at.join("not"), "progenitor cannot make a type of `not`", "remove it in the overlay");
        }
        let Some(values) = schema.get("enum").and_then(Value::as_array) else { return };
        let at = at.join("enum");
        let mut variants: BTreeMap<String, &str> = BTreeMap::new();
        for value in values.iter().filter(|value| !value.is_null()) {
            match value.as_str() {
                None => found.add(
                    &at,
                    format!("the value {value} is not a string"),
                    "describe the values in the overlay and remove the `enum`",
                ),
                Some(value) => {
                    let variant = spell_first_digit(value).unwrap_or_else(|| value.to_upper_camel_case());
                    if let Some(other) = variants.insert(variant, value) {
                        found.add(
                            &at,
                            format!("`{value}` and `{other}` make the same variant"),
                            "remove one of them in the overlay; it is then read as `Unknown`",
                        );
                    }
                }
            }
        }
    });
}

fn type_names(found: &mut Collector, document: &Value) {
    let at = Pointer::root().join("components").join("schemas");
    let mut types: BTreeMap<String, &str> = BTreeMap::new();
    for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
        let rust_name = schema["x-rust-name"].as_str().unwrap_or(name).to_upper_camel_case();
        if let Some(other) = types.insert(rust_name.clone(), name) {
            found.add(
                at.join(name),
                format!("`{name}` and `{other}` both make the type `{rust_name}`"),
                "give one of them another `x-rust-name` in the overlay",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn operation(id: &str) -> Value {
        json!({"operationId": id, "responses": {"204": {"description": ""}}})
    }

    fn problems(document: &Value) -> Vec<(String, String)> {
        guard("d", document)
            .expect_err("a finding")
            .0
            .into_iter()
            .map(|finding| (finding.place, finding.problem))
            .collect()
    }

    #[track_caller]
    fn refused(document: &Value, place: &str, words: &str) {
        let problems = problems(document);
        assert!(
            problems.iter().any(|(at, problem)| at == place && problem.contains(words)),
            "{place} {words}: {problems:?}"
        );
    }

    #[test]
    fn ids_must_be_there_and_make_different_methods() {
        let mut nameless = operation("");
        refused(&json!({"paths": {"/a": {"get": nameless.clone()}}}), "#/paths/~1a/get", "no `operationId`");
        nameless["operationId"].take();
        refused(&json!({"paths": {"/a": {"get": nameless}}}), "#/paths/~1a/get", "no `operationId`");
        let twins = json!({"paths": {"/a": {"get": operation("getOrder"), "post": operation("get_order")}}});
        refused(&twins, "#/paths/~1a/post/operationId", "as does the operation at #/paths/~1a/get/operationId");
        refused(&json!({"paths": {"/a": {"get": operation("Builder")}}}), "#/paths/~1a/get/operationId", "already");
        refused(&json!({"paths": {"/a": {"get": operation("7up")}}}), "#/paths/~1a/get/operationId", "no Rust name");
    }

    #[test]
    fn success_types_must_agree() {
        let document = json!({"paths": {"/a": {"get": {"operationId": "get_a", "responses": {
            "200": {"content": {"application/json": {"schema": {"type": "string"}}}},
            "204": {"description": ""},
            "default": {"description": ""},
        }}}}});
        refused(&document, "#/paths/~1a/get/responses", "200, 204");
        let none = json!({"paths": {"/a": {"get": {"operationId": "get_a", "responses": {"400": {}}}}}});
        refused(&none, "#/paths/~1a/get/responses", "stands for a success");
    }

    #[test]
    fn bodies_and_parameters_must_be_of_a_known_kind() {
        let mut post = operation("post_a");
        post["requestBody"] =
            json!({"content": {"multipart/form-data": {"schema": {}}, "application/json": {"schema": {}}}});
        post["parameters"] = json!([
            {"name": "c", "in": "cookie", "schema": {}},
            {"name": "q", "in": "query", "style": "deepObject", "schema": {}},
            {"name": "p", "in": "path", "schema": {}},
        ]);
        let document = json!({"paths": {"/a/{p}/{missing}": {"post": post}}});
        let at = "#/paths/~1a~1{p}~1{missing}/post";
        refused(&document, &format!("{at}/requestBody/content"), "several media types");
        refused(&document, &format!("{at}/requestBody/content/multipart~1form-data"), "cannot send");
        refused(&document, &format!("{at}/parameters/0/in"), "cookie");
        refused(&document, &format!("{at}/parameters/1/style"), "`q`");
        refused(&document, &format!("{at}/parameters/2"), "not required");
        refused(&document, at, "`missing`");
    }

    #[test]
    fn schemas_must_make_types() {
        let document = json!({"components": {"schemas": {
            "A": {"enum": ["foo", "FOO"]},
            "B": {"enum": ["x", 1]},
            "C": {"not": {}},
            "D": {"$ref": "#/components/schemas/Gone"},
            "E": {"x-rust-name": "A"},
        }}});
        refused(&document, "#/components/schemas/A/enum", "same variant");
        refused(&document, "#/components/schemas/B/enum", "not a string");
        refused(&document, "#/components/schemas/C/not", "`not`");
        refused(&document, "#/components/schemas/D/$ref", "does not exist");
        refused(&document, "#/components/schemas/E", "both make the type `A`");
    }
}
