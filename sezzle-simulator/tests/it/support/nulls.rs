//! A client that sends `null` for every absent member.

use serde_json::{Map, Value};

/// Adds a null for every member that the schema of an operation's body has and the body has not.
pub(crate) fn fill(document: &Value, method: &str, path: &str, body: &mut Value) {
    if !body.is_null() {
        fill_value(document, request_schema(document, method, path), body);
    }
}

fn request_schema<'a>(document: &'a Value, method: &str, path: &str) -> &'a Value {
    let segments: Vec<&str> = path.split('/').collect();
    let is_template_of_path = |template: &str| {
        let template: Vec<&str> = template.split('/').collect();
        template.len() == segments.len()
            && template.iter().zip(&segments).all(|(part, segment)| part.starts_with('{') || part == segment)
    };
    let paths = document["paths"].as_object().expect("paths");
    let templates = paths.keys().filter(|template| is_template_of_path(template));
    let template = templates.min_by_key(|template| template.matches('{').count()).expect("a path");
    &paths[template][method.to_lowercase().as_str()]["requestBody"]["content"]["application/json"]["schema"]
}

fn fill_value(document: &Value, schema: &Value, value: &mut Value) {
    let reference = schema["$ref"].as_str().and_then(|reference| document.pointer(&reference[1..]));
    let schema = reference.unwrap_or(schema);
    match value {
        Value::Object(members) => {
            for (name, schema) in schema["properties"].as_object().unwrap_or(&Map::new()) {
                fill_value(document, schema, members.entry(name.clone()).or_insert(Value::Null));
            }
        }
        Value::Array(elements) => {
            elements.iter_mut().for_each(|element| fill_value(document, &schema["items"], element));
        }
        _ => {}
    }
}
