//! What the generated client requires of a document, beyond what progenitor does: names that are free in
//! `sezzle-api`, the media type of bodies, and formats that take effect.

use std::collections::BTreeMap;

use heck::ToUpperCamelCase;
use openapi_lower::adapt::rust_names;
use openapi_lower::io::finding::{Collector, Pointer, Result};
use openapi_lower::walk::{Object, elements_of, members_of, operations, resolve, schemas_mut};
use serde_json::Value;

/// Methods of `Client` that are not generated, and names beside the generated builders.
const RESERVED_METHODS: [&str; 23] = [
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
    "request_operation",
    "request_to",
    "response_value",
    "result",
    "same_origin_url",
    "send_prepared",
    "server",
    "string",
];

/// Methods and fields of the builders of requests that are not parameters.
const RESERVED_PARAMETERS: [&str; 11] = [
    "body_map",
    "client",
    "header_map",
    "into_future",
    "into_inner",
    "new",
    "prepare",
    "send",
    "send_blocking",
    "start",
    "to_request",
];

/// Types that the generated code uses.
const RESERVED_TYPES: [&str; 9] = ["Box", "Default", "Err", "None", "Ok", "Option", "Self", "String", "Vec"];

/// The only media type of request bodies that the client sends.
const BODY_TYPE: &str = "application/json";

/// Checks that the generated client supports all of an adapted document.
pub(crate) fn check(name: &str, document: &Value) -> Result<()> {
    let mut found = Collector::new(name);
    operations(document, |at, path, _, operation| {
        let id = operation["operationId"].as_str().unwrap_or_default();
        let method = rust_names::of_operation(id);
        if RESERVED_METHODS.contains(&method.as_str()) {
            let problem = format!("`{id}` makes the method `{method}`, which `Client` already has");
            found.add(at.join("operationId"), problem, "rename the operation in the overlay");
        }
        request_body(&mut found, document, at, operation);
        let lists =
            [(&document["paths"][path]["parameters"], at.clone()), (&operation["parameters"], at.join("parameters"))];
        for (list, at) in lists {
            for (index, value) in elements_of(list).enumerate() {
                parameter(&mut found, document, &at.join(index), resolve(document, value));
            }
        }
    });
    schemas_mut(&mut document.clone(), &mut |at, schema| {
        marker(&mut found, at, schema);
        for value in elements_of(schema.get("enum")).filter(|value| !value.is_string() && !value.is_null()) {
            let remedy = "describe the values in the overlay and remove the `enum`";
            found.add(at.join("enum"), format!("the value {value} is not a string"), remedy);
        }
    });
    type_names(&mut found, document);
    found.finish(())
}

fn request_body(found: &mut Collector, document: &Value, at: &Pointer, operation: &Value) {
    let Some(body) = operation.get("requestBody") else { return };
    let at = at.join("requestBody").join("content");
    for (media_type, _) in resolve(document, body)["content"].as_object().into_iter().flatten() {
        if media_type != BODY_TYPE {
            let remedy = format!("use `{BODY_TYPE}` in the overlay, or remove the operation");
            found.add(at.join(media_type), format!("a body of `{media_type}` cannot be sent"), remedy);
        }
    }
}

fn parameter(found: &mut Collector, document: &Value, at: &Pointer, parameter: &Value) {
    let name = parameter["name"].as_str().unwrap_or_default();
    let rust_name = rust_names::of_parameter(name);
    if RESERVED_PARAMETERS.contains(&rust_name.as_str()) || rust_name.is_empty() {
        found.add(at, format!("the name of the parameter `{name}` is reserved"), "remove it in the overlay");
    }
    let schema = resolve(document, &parameter["schema"]);
    let is_plain = matches!(schema["type"].as_str(), Some("string" | "integer" | "boolean" | "number"))
        && schema["format"] != "password"
        && schema["nullable"] != true;
    if !is_plain {
        let problem = format!("the parameter `{name}` has a type that cannot be sent");
        found.add(at.join("schema"), problem, "make it a string, a number or a boolean in the overlay");
    }
}

/// Checks that a format with an effect has it: the generator ignores the format if other keywords are beside it.
fn marker(found: &mut Collector, at: &Pointer, schema: &Object) {
    const MARKERS: [&str; 5] = ["password", "personal-data", "text-or-number", "absolute-url", "decimal"];
    const BESIDE: [&str; 8] =
        ["type", "format", "description", "nullable", "example", "title", "deprecated", "readOnly"];
    let Some(format) = schema.get("format").and_then(Value::as_str) else { return };
    let lower = format.to_lowercase();
    if !MARKERS.contains(&lower.as_str()) {
        return;
    }
    let expected = if lower == "decimal" { "number" } else { "string" };
    // A part of an `allOf` is merged with the others, and loses its format.
    let is_part = at.as_str().rsplit('/').nth(1) == Some("allOf");
    let is_alone =
        !is_part && schema.keys().all(|keyword| BESIDE.contains(&keyword.as_str()) || keyword.starts_with("x-"));
    if lower != format || !is_alone || schema.get("type") != Some(&expected.into()) {
        found.add(
            at.join("format"),
            format!("`{format}` takes effect only on a plain `type: {expected}`"),
            "set it on the schema of the value itself, in lower case, without other keywords",
        );
    }
    // `Debug` of the struct around a property hides it; other values have no such struct.
    let is_hidden = at.as_str().contains("/properties/")
        && !["/oneOf/", "/anyOf/"].iter().any(|keyword| at.as_str().contains(keyword));
    if lower == "personal-data" && !is_hidden {
        let problem = "`personal-data` takes effect only on a property";
        found.add(at.join("format"), problem, "set it on the property");
    }
}

fn type_names(found: &mut Collector, document: &Value) {
    let at = Pointer::root().join("components").join("schemas");
    let mut types: BTreeMap<String, &str> = BTreeMap::new();
    for (name, schema) in members_of(&document["components"]["schemas"]) {
        let rust_name = schema["x-rust-name"].as_str().unwrap_or(name).to_upper_camel_case();
        let remedy = "set another `x-rust-name` in the overlay";
        if RESERVED_TYPES.contains(&rust_name.as_str()) || rust_name.is_empty() {
            let problem = format!("`{name}` makes the type `{rust_name}`, whose name is reserved");
            found.add(at.join(name), problem, remedy);
        }
        if let Some(other) = types.insert(rust_name.clone(), name) {
            let problem = format!("`{name}` and `{other}` both make the type `{rust_name}`");
            found.add(at.join(name), problem, remedy);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn rejects(document: &Value, location: &str, words: &str) {
        let findings = check("d", document).expect_err("a finding");
        let matches = findings.0.iter().any(|found| found.location == location && found.problem.contains(words));
        assert!(matches, "{location} {words}: {findings}");
    }

    #[test]
    fn methods_of_the_client_are_reserved() {
        let mut methods = Vec::new();
        let files = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../sezzle-api/src")).into_iter();
        for path in files.map(|entry| entry.expect("an entry").into_path()) {
            let is_rust = path.extension().is_some_and(|extension| extension == "rs");
            if !is_rust || path.to_string_lossy().contains("generated") {
                continue;
            }
            let file = syn::parse_file(&std::fs::read_to_string(&path).expect("UTF-8")).expect("Rust");
            for item in file.items {
                if let syn::Item::Impl(item) = item
                    && item.trait_.is_none()
                    && crate::codegen::syntax::self_name(&item) == "Client"
                {
                    methods.extend(item.items.into_iter().filter_map(|item| match item {
                        syn::ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
                        _ => None,
                    }));
                }
            }
        }
        assert!(methods.len() >= 9, "{methods:?}");
        methods.retain(|method| !RESERVED_METHODS.contains(&method.as_str()));
        assert!(methods.is_empty(), "{methods:?}");

        let operation = json!({"operationId": "Builder", "responses": {"204": {"description": ""}}});
        rejects(&json!({"paths": {"/a": {"get": operation}}}), "#/paths/~1a/get/operationId", "already has");
    }

    #[test]
    fn bodies_and_parameters_must_be_supported() {
        let document = json!({"paths": {"/a": {"post": {
            "operationId": "post_a",
            "requestBody": {"content": {"multipart/form-data": {"schema": {}}}},
            "parameters": [
                {"name": "send", "in": "query", "schema": {"type": "string"}},
                {"name": "list", "in": "query", "schema": {"type": "array"}},
            ],
        }}}});
        let at = "#/paths/~1a/post";
        rejects(&document, &format!("{at}/requestBody/content/multipart~1form-data"), "cannot be sent");
        rejects(&document, &format!("{at}/parameters/0"), "`send` is reserved");
        rejects(&document, &format!("{at}/parameters/1/schema"), "`list`");
    }

    #[test]
    fn schemas_must_make_types() {
        let document = json!({"components": {"schemas": {
            "A": {},
            "B": {"enum": ["x", 1]},
            "D": {"properties": {
                "a": {"type": "string", "format": "password", "enum": ["x"]},
                "b": {"type": "integer", "format": "personal-data"},
                "c": {"type": "string", "format": "Password"},
                "d": {"allOf": [{"type": "string", "format": "password"}, {"description": "d"}]},
                "fine": {"type": "string", "format": "password", "description": "d", "nullable": true},
            }},
            "E": {"type": "string", "format": "personal-data"},
            "Option": {},
            "F": {"x-rust-name": "A"},
        }}});
        let at = "#/components/schemas";
        rejects(&document, &format!("{at}/B/enum"), "not a string");
        for property in ["a", "b", "c", "d/allOf/0"] {
            rejects(&document, &format!("{at}/D/properties/{property}/format"), "plain `type: string`");
        }
        rejects(&document, &format!("{at}/E/format"), "only on a property");
        rejects(&document, &format!("{at}/Option"), "reserved");
        rejects(&document, &format!("{at}/F"), "both make the type `A`");
        let findings = check("d", &document).expect_err("findings");
        assert!(!findings.to_string().contains("/fine"), "{findings}");
    }
}
