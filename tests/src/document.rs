//! The document that the crate is generated from, and functions to walk it.

use serde_json::{Map, Value, json};

/// Returns the document after the overlay.
pub fn document() -> Value {
    serde_json::from_str(include_str!("../../sezzle-simulator/openapi.json")).unwrap()
}

/// Returns the schema that `schema` refers to, or itself.
pub fn resolve<'a>(document: &'a Value, mut schema: &'a Value) -> &'a Value {
    while let Some(target) = schema["$ref"].as_str() {
        schema = document.pointer(target.trim_start_matches('#')).unwrap();
    }
    schema
}

/// Returns all properties of an object schema, including those of `allOf`, and the names of the required ones.
pub fn properties<'a>(document: &'a Value, schema: &'a Value) -> (Map<String, Value>, Vec<String>) {
    let schema = resolve(document, schema);
    let mut all = schema["properties"].as_object().cloned().unwrap_or_default();
    let names =
        |value: &Value| value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let mut required: Vec<String> = names(&schema["required"]);
    for part in schema["allOf"].as_array().into_iter().flatten() {
        let (more, more_required) = properties(document, part);
        all.extend(more);
        required.extend(more_required);
    }
    (all, required)
}

/// Replaces each timestamp in `written` by that in `original` if both are the same time.
pub fn same_times(written: &mut Value, original: &Value) {
    match written {
        Value::Object(members) => members.iter_mut().for_each(|(name, value)| same_times(value, &original[name])),
        Value::Array(elements) => {
            elements.iter_mut().zip(0..).for_each(|(value, index)| same_times(value, &original[index as usize]))
        }
        Value::String(text) => {
            let time = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().ok();
            if let Some(original) = original.as_str()
                && time(text).is_some()
                && time(text) == time(original)
            {
                *text = original.to_owned();
            }
        }
        _ => {}
    }
}

/// An operation of the document.
pub struct Described<'a> {
    /// The operation id.
    pub id: &'a str,
    /// The path, with its parameters in braces.
    pub path: &'a str,
    /// The method, in upper case.
    pub method: String,
    /// The parameters.
    pub parameters: Vec<&'a Value>,
    /// The operation object.
    pub operation: &'a Value,
}

/// Returns the example of a media type.
///
/// # Panics
///
/// There is none.
pub fn example_of<'a>(media: &'a Value, of: &str) -> &'a Value {
    let help = "add it to openapi/sezzle-v2.yaml; `cargo xtask generate` prints the line and an example";
    media.get("example").unwrap_or_else(|| panic!("{of} has no example: {help}"))
}

/// Returns all operations of the document.
pub fn described(document: &Value) -> Vec<Described<'_>> {
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            all.push(Described {
                id: operation["operationId"].as_str().unwrap(),
                path,
                method: method.to_uppercase(),
                parameters: parameters.map(|parameter| resolve(document, parameter)).collect(),
                operation,
            });
        }
    }
    all
}

/// Returns a value for each parameter of an operation, and the document's example for its body.
pub fn arguments_of(id: &str) -> Value {
    let document = document();
    let operations = described(&document);
    operations.iter().find(|operation| operation.id == id).map(Described::arguments).unwrap()
}

impl Described<'_> {
    /// Returns the JSON content of the request body.
    pub fn request_content(&self) -> Option<&Value> {
        Some(&self.operation["requestBody"]["content"]["application/json"]).filter(|content| content.is_object())
    }

    /// Returns a value for each parameter, and the example for the body.
    pub fn arguments(&self) -> Value {
        let mut arguments = Map::new();
        for parameter in &self.parameters {
            let name = parameter["name"].as_str().unwrap();
            let value = match (parameter["schema"]["type"].as_str(), parameter["schema"]["format"].as_str()) {
                (Some("string"), Some("date")) => json!("2026-03-01"),
                (Some("integer"), _) => json!(40),
                (Some("string"), _) => json!(format!("a value/of {name}")),
                other => panic!("{}: `{name}` is a {other:?}: add a value for it here", self.id),
            };
            arguments.insert(name.to_lowercase().replace('-', "_"), value);
        }
        if let Some(content) = self.request_content() {
            arguments.insert("body".to_owned(), example_of(content, &format!("the body of {}", self.id)).clone());
        }
        Value::Object(arguments)
    }

    /// Returns the argument for a parameter as a string.
    pub fn argument(&self, name: &str) -> String {
        match &self.arguments()[name.to_lowercase().replace('-', "_")] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    /// Returns status, media type and body of the documented success.
    pub fn success(&self, document: &Value) -> (u16, Option<String>, Option<Value>) {
        let responses = self.operation["responses"].as_object().unwrap();
        let (status, response) = responses.iter().find(|(status, _)| status.starts_with('2')).unwrap();
        let content = resolve(document, response)["content"].as_object().and_then(|content| content.iter().next());
        let (media_type, example) = match content {
            Some((media_type, media)) => {
                let example = example_of(media, &format!("the response {status} of {}", self.id));
                (Some(media_type.clone()), Some(example.clone()))
            }
            None => (None, None),
        };
        (status.parse().unwrap(), media_type, example)
    }
}
