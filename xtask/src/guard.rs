//! Stage 6: what progenitor cannot take is found before it is tried.
//!
//! progenitor panics on much that is legal. Each check here stands for one such place, or for a choice that must not be
//! left to chance, such as the name of a method.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde_json::Value;

use crate::finding::{Collector, Pointer, Result};
use crate::passes::spell_first_digit;
use crate::walk::{is_error_status, operations, resolve, schemas_mut};

/// Names that an operation cannot have: methods that `Client` has without being generated, and names that the generated
/// builders stand beside.
const RESERVED_METHODS: [&str; 21] = [
    "all",
    "base_url",
    "block_on",
    "builder",
    "byte_stream",
    "client",
    "clone",
    "error",
    "find_webhook",
    "follow",
    "from",
    "from_env",
    "new",
    "replace_credentials",
    "request",
    "request_to",
    "response_value",
    "result",
    "same_origin_url",
    "server",
    "string",
];

/// Names that a parameter cannot have: what the builders of requests have without being generated.
const RESERVED_PARAMETERS: [&str; 8] =
    ["body_map", "client", "header_map", "into_inner", "into_request", "new", "send", "send_blocking"];

/// Names that a field cannot have: methods of the builders of types.
const RESERVED_FIELDS: [&str; 4] = ["build", "extra", "try_from", "try_into"];

/// Names that a type cannot have: types that the generated code uses.
const RESERVED_TYPES: [&str; 9] = ["Box", "Default", "Err", "None", "Ok", "Option", "Self", "String", "Vec"];

/// The one media type that the crate's transport sends.
const BODY_TYPE: &str = "application/json";

/// Methods that the HTTP client has no function for.
const UNKNOWN_METHODS: [&str; 2] = ["options", "trace"];

/// Checks a lowered document.
///
/// # Errors
///
/// Everything progenitor would refuse or panic on, as far as it is known.
pub fn guard(name: &str, document: &Value) -> Result<()> {
    let mut found = Collector::new(name);
    let mut methods: BTreeMap<String, String> = BTreeMap::new();
    operations(document, |at, path, method, operation| {
        if UNKNOWN_METHODS.contains(&method) {
            found.add(at, format!("the method `{method}` cannot be sent"), "remove the operation in the overlay");
        }
        operation_id(&mut found, &mut methods, at, operation);
        success_types(&mut found, document, at, operation);
        request_body(&mut found, document, at, operation);
        parameters(&mut found, document, at, path, operation);
    });
    paths(&mut found, document);
    references(&mut found, document, &Pointer::root(), document);
    schemas(&mut found, document);
    merges(&mut found, document);
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
    } else {
        own_method(found, methods, &at, id);
    }
}

/// No other operation has the method that an id makes.
fn own_method(found: &mut Collector, methods: &mut BTreeMap<String, String>, at: &Pointer, id: &str) {
    let method = id.to_snake_case();
    if let Some(other) = methods.insert(method.clone(), at.to_string()) {
        let problem = format!("`{id}` makes the method `{method}`, as does the operation at {other}");
        found.add(at, problem, "rename one of the two in the overlay");
    }
}

fn paths(found: &mut Collector, document: &Value) {
    for path in document["paths"].as_object().into_iter().flat_map(serde_json::Map::keys) {
        if !path.starts_with('/') && !path.starts_with("x-") {
            let at = Pointer::root().join("paths").join(path);
            found.add(at, "the path does not start with a slash", "write it as it follows the base URL");
        }
    }
}

/// References anywhere must lead somewhere; a cycle of nothing but references leads nowhere.
fn references(found: &mut Collector, document: &Value, at: &Pointer, value: &Value) {
    match value {
        Value::Object(members) => {
            if let Some(target) = members.get("$ref").and_then(Value::as_str) {
                let place = target.strip_prefix('#').and_then(|place| document.pointer(place));
                if place.is_none() {
                    found.add(at.join("$ref"), format!("`{target}` does not exist"), "correct the reference");
                } else if resolve(document, value).get("$ref").is_some() {
                    found.add(at.join("$ref"), format!("`{target}` leads back to itself"), "refer to a definition");
                }
            }
            for (name, value) in members {
                if !matches!(name.as_str(), "example" | "examples") && !name.starts_with("x-") {
                    references(found, document, &at.join(name), value);
                }
            }
        }
        Value::Array(elements) => {
            elements.iter().enumerate().for_each(|(index, value)| references(found, document, &at.join(index), value));
        }
        _ => {}
    }
}

/// Refuses schemas that are merged into themselves, which no generator survives.
///
/// # Errors
///
/// The schemas.
pub fn refuse_endless_merges(name: &str, document: &Value) -> Result<()> {
    let mut found = Collector::new(name);
    merges(&mut found, document);
    found.finish(())
}

/// A schema that is merged into itself, through whichever others, would be merged for ever.
fn merges(found: &mut Collector, document: &Value) {
    let schemas = document["components"]["schemas"].as_object();
    let edges: BTreeMap<&str, BTreeSet<&str>> = schemas
        .into_iter()
        .flatten()
        .map(|(name, schema)| {
            let mut merged = BTreeSet::new();
            merged_into(schema, false, &mut merged);
            merged.extend(schema["$ref"].as_str().and_then(|target| target.rsplit('/').next()));
            (name.as_str(), merged)
        })
        .collect();
    for name in edges.keys() {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut open = vec![*name];
        while let Some(next) = open.pop() {
            open.extend(edges.get(next).into_iter().flatten().filter(|merged| reached.insert(merged)));
        }
        if reached.contains(name) {
            found.add(
                Pointer::root().join("components").join("schemas").join(name),
                format!("`{name}` is merged into itself by `allOf`"),
                "refer to it with a plain `$ref` in the overlay",
            );
        }
    }
}

/// The components that an `allOf` of several schemas merges, anywhere below `schema`.
fn merged_into<'a>(schema: &'a Value, merging: bool, merged: &mut BTreeSet<&'a str>) {
    match schema {
        Value::Object(members) => {
            if merging {
                merged.extend(members.get("$ref").and_then(Value::as_str).and_then(|target| target.rsplit('/').next()));
            }
            for (name, value) in members {
                match name.as_str() {
                    "allOf" => {
                        let parts = value.as_array().into_iter().flatten();
                        let shapes = parts.filter(|part| !part.as_object().is_some_and(says_no_shape)).count();
                        let several = shapes > 1 || !says_no_shape(&without(members, "allOf"));
                        merged_into(value, merging || several, merged);
                    }
                    "anyOf" | "oneOf" => merged_into(value, merging, merged),
                    "example" | "enum" => {}
                    _ => merged_into(value, false, merged),
                }
            }
        }
        Value::Array(parts) => parts.iter().for_each(|part| merged_into(part, merging, merged)),
        _ => {}
    }
}

/// Whether nothing stands there that is merged with what `allOf` has: a reference beside it stays a reference.
fn says_no_shape(schema: &serde_json::Map<String, Value>) -> bool {
    const NO_SHAPE: [&str; 11] = [
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

fn without(schema: &serde_json::Map<String, Value>, keyword: &str) -> serde_json::Map<String, Value> {
    schema.iter().filter(|(other, _)| *other != keyword).map(|(other, value)| (other.clone(), value.clone())).collect()
}

/// Refuses operations of one name. Which of them should have another nobody can say but the author.
///
/// # Errors
///
/// The operations.
pub fn refuse_shared_ids(name: &str, document: &Value) -> Result<()> {
    let mut found = Collector::new(name);
    let mut methods: BTreeMap<String, String> = BTreeMap::new();
    operations(document, |at, _, _, operation| {
        if let Some(id) = operation["operationId"].as_str() {
            own_method(&mut found, &mut methods, &at.join("operationId"), id);
        }
    });
    found.finish(())
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
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let known = match status.strip_suffix("XX") {
            Some(class) => class.len() == 1 && digits(class),
            None => status == "default" || status.len() == 3 && digits(status),
        };
        if !known || !is_error_status(status) && !status.starts_with('2') {
            found.add(
                at.join("responses").join(status),
                format!("`{status}` is the status of neither a success nor an error"),
                "remove it in the overlay",
            );
        }
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
        if media_type != BODY_TYPE {
            found.add(
                at.join(media_type),
                format!("a body of `{media_type}` cannot be sent"),
                format!("use `{BODY_TYPE}` in the overlay, or remove the operation"),
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
    let has_body = operation.get("requestBody").is_some();
    let mut names: BTreeSet<String> = has_body.then(|| "body".to_owned()).into_iter().collect();
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
            let rust_name = name.to_snake_case();
            if RESERVED_PARAMETERS.contains(&rust_name.as_str()) || rust_name.is_empty() {
                found.add(&at, format!("the parameter `{name}` makes no free name"), "remove it in the overlay");
            }
            if !names.insert(rust_name) {
                found.add(&at, format!("two parameters are called `{name}` in Rust"), "remove one in the overlay");
            }
            let kind = resolve(document, &parameter["schema"]);
            let plain = matches!(kind["type"].as_str(), Some("string" | "integer" | "boolean" | "number"))
                && kind["format"] != "password"
                && kind["nullable"] != true;
            if !plain {
                found.add(
                    at.join("schema"),
                    format!(
                        "a {} parameter of this type cannot be written",
                        parameter["in"].as_str().unwrap_or_default()
                    ),
                    "make it a string, an integer or a boolean in the overlay",
                );
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
        fields(found, at, schema);
        marker(found, at, schema);
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

/// Two fields of one name would not compile, nor one that takes the name of a method.
fn fields(found: &mut Collector, at: &Pointer, schema: &serde_json::Map<String, Value>) {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return };
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for name in properties.keys() {
        let at = at.join("properties").join(name);
        let field = name.to_snake_case();
        if field.is_empty() || RESERVED_FIELDS.contains(&field.as_str()) {
            found.add(&at, format!("`{name}` makes no free name for a field"), "remove it in the overlay");
        } else if let Some(other) = names.insert(field, name) {
            found.add(&at, format!("`{name}` and `{other}` make the same field"), "remove one of them in the overlay");
        }
    }
}

/// A secret or personal datum must become one: anything beside the format would make the generator miss it.
fn marker(found: &mut Collector, at: &Pointer, schema: &serde_json::Map<String, Value>) {
    const MARKERS: [&str; 4] = ["password", "personal-data", "text-or-number", "decimal"];
    const BESIDE: [&str; 8] =
        ["type", "format", "description", "nullable", "example", "title", "deprecated", "readOnly"];
    let Some(format) = schema.get("format").and_then(Value::as_str) else { return };
    let lower = format.to_lowercase();
    if !MARKERS.contains(&lower.as_str()) {
        return;
    }
    let kind = if lower == "decimal" { "number" } else { "string" };
    // A part of an `allOf` is merged with the others, and the format is lost.
    let part = at.as_str().rsplit('/').nth(1) == Some("allOf");
    let alone = !part && schema.keys().all(|keyword| BESIDE.contains(&keyword.as_str()) || keyword.starts_with("x-"));
    if lower != format || !alone || schema.get("type") != Some(&kind.into()) {
        found.add(
            at.join("format"),
            format!("`{format}` has an effect only on a plain `type: {kind}`"),
            "mark the schema of the value itself, in lower case and with no other keyword beside it",
        );
    }
    // Below a property the value is part of a struct, which is what hides it.
    let hidden = at.as_str().contains("/properties/")
        && !["/oneOf/", "/anyOf/"].iter().any(|keyword| at.as_str().contains(keyword));
    if lower == "personal-data" && !hidden {
        found.add(at.join("format"), "`personal-data` has an effect only on a property", "mark the property");
    }
}

fn type_names(found: &mut Collector, document: &Value) {
    let at = Pointer::root().join("components").join("schemas");
    let mut types: BTreeMap<String, &str> = BTreeMap::new();
    for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
        let rust_name = schema["x-rust-name"].as_str().unwrap_or(name).to_upper_camel_case();
        if RESERVED_TYPES.contains(&rust_name.as_str()) || rust_name.is_empty() {
            found.add(
                at.join(name),
                format!("`{name}` makes the type `{rust_name}`, which the generated code uses itself"),
                "give it another `x-rust-name` in the overlay",
            );
        }
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
    fn client_methods_are_reserved() {
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../sezzle-api/src"))];
        let mut methods = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let is_generated = path.to_string_lossy().contains("generated");
                if is_generated || path.extension().is_none_or(|extension| extension != "rs") {
                    continue;
                }
                let file = syn::parse_file(&std::fs::read_to_string(&path).expect("a text")).expect("Rust");
                for item in file.items {
                    let syn::Item::Impl(item) = item else { continue };
                    if item.trait_.is_none() && crate::passes::self_name(&item) == "Client" {
                        methods.extend(item.items.into_iter().filter_map(|item| match item {
                            syn::ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
                            _ => None,
                        }));
                    }
                }
            }
        }
        assert!(methods.len() >= 9, "{methods:?}");
        methods.retain(|method| !RESERVED_METHODS.contains(&method.as_str()));
        assert!(methods.is_empty(), "{methods:?}");
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
    fn methods_paths_and_statuses_must_be_of_a_known_kind() {
        let mut odd = operation("get_a");
        odd["responses"]["302"] = json!({"description": ""});
        odd["responses"]["abc"] = json!({"$ref": "#/components/responses/Gone"});
        let document = json!({"paths": {"a": {"trace": odd}}});
        refused(&document, "#/paths/a", "slash");
        refused(&document, "#/paths/a/trace", "`trace`");
        refused(&document, "#/paths/a/trace/responses/302", "neither");
        refused(&document, "#/paths/a/trace/responses/abc", "neither");
        refused(&document, "#/paths/a/trace/responses/abc/$ref", "does not exist");
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
        refused(&document, &format!("{at}/requestBody/content/multipart~1form-data"), "cannot be sent");
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
            "F": {"properties": {"fooBar": {}, "foo_bar": {}, "build": {}}},
            "G": {"properties": {
                "a": {"type": "string", "format": "password", "enum": ["x"]},
                "b": {"type": "integer", "format": "personal-data"},
                "c": {"type": "string", "format": "Password"},
                "d": {"allOf": [{"type": "string", "format": "password"}, {"description": "d"}]},
                "e": {"type": "string", "format": "password", "description": "d", "nullable": true},
            }},
            "H": {"type": "string", "format": "personal-data"},
            "I": {"properties": {"a": {"allOf": [{"$ref": "#/components/schemas/I"}, {"properties": {}}]}}},
            "J": {"allOf": [{"$ref": "#/components/schemas/K"}, {"properties": {}}]},
            "K": {"properties": {"j": {"allOf": [{"$ref": "#/components/schemas/J"}, {"properties": {}}]}}},
            "N": {"properties": {"n": {"allOf": [{"$ref": "#/components/schemas/N"}], "nullable": true, "description": "d"}}},
            "L": {"$ref": "#/components/schemas/L"},
            "M": {"properties": {"m": {"$ref": "#/components/schemas/M"}, "n": {"allOf": [{"$ref": "#/components/schemas/M"}]}}},
            "Option": {},
            "C": {"not": {}},
            "D": {"$ref": "#/components/schemas/Gone"},
            "E": {"x-rust-name": "A"},
        }}});
        refused(&document, "#/components/schemas/A/enum", "same variant");
        refused(&document, "#/components/schemas/B/enum", "not a string");
        refused(&document, "#/components/schemas/C/not", "`not`");
        refused(&document, "#/components/schemas/D/$ref", "does not exist");
        refused(&document, "#/components/schemas/E", "both make the type `A`");
        refused(&document, "#/components/schemas/F/properties/foo_bar", "same field");
        refused(&document, "#/components/schemas/F/properties/build", "no free name");
        refused(&document, "#/components/schemas/G/properties/a/format", "plain `type: string`");
        refused(&document, "#/components/schemas/G/properties/b/format", "plain `type: string`");
        refused(&document, "#/components/schemas/G/properties/c/format", "plain `type: string`");
        refused(&document, "#/components/schemas/G/properties/d/allOf/0/format", "plain `type: string`");
        refused(&document, "#/components/schemas/H/format", "only on a property");
        refused(&document, "#/components/schemas/I", "merged into itself");
        refused(&document, "#/components/schemas/J", "merged into itself");
        refused(&document, "#/components/schemas/L/$ref", "leads back to itself");
        refused(&document, "#/components/schemas/Option", "uses itself");
        let places: Vec<_> = problems(&document).into_iter().map(|(place, _)| place).collect();
        assert!(
            !places
                .iter()
                .any(|place| place.contains("/M") || place.contains("/N") || place.contains("/G/properties/e")),
            "{places:?}"
        );
    }
}
