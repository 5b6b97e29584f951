//! Names that become public: of operations and of inline types. Published ones are names of handlers, or missing.

use heck::{ToKebabCase, ToSnakeCase, ToUpperCamelCase};
use openapi_lower::io::finding::{Finding, Pointer, segments};
use openapi_lower::walk::{Object, operations, schemas_mut};
use serde_json::{Value, json};

use crate::paths::OVERLAY;
use crate::publication::patch::remedy;

/// Returns a finding for each operation and inline type of the corrected document `name` that has no name of its own, with
/// the overlay action to paste.
pub(crate) fn missing(name: &str, document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    operations(document, |at, path, method, operation| {
        let id = operation["operationId"].as_str().unwrap_or_default();
        let words = id.to_snake_case();
        if !words.is_empty() && !words.starts_with("handle_") && !words.ends_with("_request") {
            return;
        }
        let problem = match words.as_str() {
            "" => "the operation has no `operationId`, which names its method".to_owned(),
            _ => format!("`{id}` is the name of a handler, and would become the public method `{words}`"),
        };
        let place = if id.is_empty() { at.clone() } else { at.join("operationId") };
        let id = suggest_method(method, path, &words);
        let (verb, group) = id.split_once('_').unwrap_or((&id, &id));
        let update = json!({"operationId": id, "x-cli": [group.to_kebab_case(), verb]});
        let description = "The names of the method in the crate and of the command.";
        findings.push(Finding::new(name, place, problem, action(at, description, &update)));
    });
    schemas_mut(&mut document.clone(), &mut |at, schema| {
        if let Some(title) = untitled_type(at, schema) {
            let description = "The name of the type in the crate.";
            let remedy = action(at, description, &json!({ "title": title }));
            findings.push(Finding::new(name, at, "an inline type without a name", remedy));
        }
    });
    findings
}

/// Returns the remedy to add an action to the overlay.
fn action(at: &Pointer, description: &str, update: &Value) -> String {
    let action = json!([{"target": json_path(at), "description": description, "update": update}]);
    remedy(&format!("add to `actions` in {OVERLAY}, with a name of your choice"), &action)
}

/// Returns a JSONPath for a JSON pointer.
fn json_path(at: &Pointer) -> String {
    let is_plain = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let path = segments(at.as_str()).map(|name| match name.parse::<usize>() {
        Ok(index) if !at.as_str().contains(&format!("/responses/{name}")) => format!("[{index}]"),
        _ if is_plain(&name) && !name.starts_with(|first: char| first.is_ascii_digit()) => format!(".{name}"),
        _ => format!("['{}']", name.replace('\'', "\\'")),
    });
    format!("${}", path.collect::<String>())
}

/// Returns a verb and a noun.
fn suggest_method(method: &str, path: &str, words: &str) -> String {
    let mut name = words.trim_start_matches("handle_").trim_end_matches("_request").to_owned();
    if name.is_empty() {
        let mut nouns = path.split('/').filter(|part| !part.is_empty() && !part.starts_with('{') && *part != "v2");
        name = nouns.next_back().unwrap_or("resource").to_snake_case();
    }
    let verb = match method {
        "post" => "create",
        "put" | "patch" => "update",
        other => other,
    };
    if name.contains('_') { name } else { format!("{verb}_{name}") }
}

/// Returns a title for a schema that makes a type, is no component, and has none.
fn untitled_type(at: &Pointer, schema: &Object) -> Option<String> {
    let segments: Vec<&str> = at.as_str().split('/').skip(1).collect();
    let makes_type = schema.contains_key("properties") || schema.get("enum").is_some_and(Value::is_array);
    let (key, parent) = match segments.as_slice() {
        [.., parent, name] if *parent == "properties" => (*name, *parent),
        [.., key] => (*key, *key),
        [] => return None,
    };
    if !makes_type || schema.contains_key("title") || !matches!(parent, "properties" | "items" | "schema") {
        return None;
    }
    let owner = match segments.as_slice() {
        ["components", "schemas", owner, ..] => *owner,
        ["paths", path, ..] => path.rsplit("~1").find(|part| !part.starts_with('{')).unwrap_or_default(),
        _ => segments.get(2).copied().unwrap_or_default(),
    };
    let role = if parent == "properties" {
        key
    } else if segments.contains(&"requestBody") {
        "request"
    } else {
        "item"
    };
    Some(format!("{owner}_{role}").to_upper_camel_case())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_names_are_replaced() {
        let document = json!({
            "paths": {"/v2/order/{id}/void": {
                "post": {
                    "operationId": "HandleVoidOrder",
                    "requestBody": {"content": {"application/json": {"schema": {"properties": {"a": {"enum": ["x"]}}}}}},
                },
                "get": {},
                "put": {"operationId": "void_order"},
            }},
            "components": {"schemas": {
                "A": {"properties": {"b": {"title": "B", "enum": ["x"]}, "c": {"type": "array", "items": {"enum": ["x"]}}}},
            }},
        });
        let findings = missing("d", &document);
        let named: Vec<_> = findings
            .iter()
            .map(|finding| {
                let name = finding.remedy.lines().find(|line| line.contains("operationId:") || line.contains("title:"));
                (finding.location.as_str(), name.unwrap_or_default().trim())
            })
            .collect();
        let at = "#/paths/~1v2~1order~1{id}~1void";
        assert_eq!(
            named,
            [
                (&*format!("{at}/post/operationId"), "operationId: void_order"),
                (&format!("{at}/get"), "operationId: get_void"),
                (&format!("{at}/post/requestBody/content/application~1json/schema"), "title: VoidRequest"),
                (&format!("{at}/post/requestBody/content/application~1json/schema/properties/a"), "title: VoidA"),
                ("#/components/schemas/A/properties/c/items", "title: AItem"),
            ]
        );
        assert!(
            findings[0].remedy.contains("\n  - target: $.paths['/v2/order/{id}/void'].post\n"),
            "{}",
            findings[0].remedy
        );
    }
}
