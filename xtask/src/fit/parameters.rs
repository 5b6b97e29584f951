//! progenitor writes plain values into paths and headers, and forms into queries. Names must differ in Rust.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use serde_json::{Value, json};

use super::{Notes, Object, inlined};
use crate::finding::Pointer;
use crate::walk::{METHODS, resolve};

/// Headers that OpenAPI says are not parameters.
const NOT_PARAMETERS: [&str; 3] = ["accept", "authorization", "content-type"];

/// Names that the generated builders use themselves.
const TAKEN: [&str; 2] = ["client", "self"];

/// A parameter in the place of the document that it comes from.
struct Parameter {
    at: Pointer,
    object: Object,
}

impl Parameter {
    fn text(&self, key: &str) -> &str {
        self.object.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    fn name(&self) -> &str {
        self.text("name")
    }

    fn is_in(&self, place: &str) -> bool {
        self.text("in") == place
    }

    fn is_required(&self) -> bool {
        self.object.get("required") == Some(&Value::Bool(true))
    }

    fn set(&mut self, key: &str, value: impl Into<Value>) {
        self.object.insert(key.to_owned(), value.into());
    }

    /// From now on the caller writes the whole value.
    fn becomes_text(&mut self) {
        for key in ["content", "style", "explode", "example", "examples"] {
            self.object.remove(key);
        }
        self.set("schema", json!({"type": "string"}));
    }
}

/// Fits the parameters of all operations at one path, and returns the path with the names its parameters then have.
pub(super) fn fit(notes: &mut Notes, source: &Value, at: &Pointer, path: String, item: &mut Object) -> String {
    let shared = list(source, &at.join("parameters"), item.get("parameters"));
    let mut template = path;
    let mut changes = Vec::new();
    let methods: Vec<String> = item.keys().filter(|key| METHODS.contains(&key.as_str())).cloned().collect();
    for method in &methods {
        let at = at.join(method);
        let own = list(source, &at.join("parameters"), item[method].get("parameters"));
        let is_overridden =
            |one: &Parameter| own.iter().any(|other| one.name() == other.name() && one.text("in") == other.text("in"));
        let mut merged: Vec<Parameter> = shared
            .iter()
            .filter(|one| !is_overridden(one))
            .map(|one| Parameter { at: one.at.clone(), object: one.object.clone() })
            .collect();
        merged.extend(own);
        let before: Vec<Object> = merged.iter().map(|parameter| parameter.object.clone()).collect();
        let has_body = item[method].get("requestBody").is_some();
        let (fitted, renamed) = operation(notes, source, &at, &template, merged, has_body);
        template = renamed;
        changes.push((method, before, fitted));
    }
    // A name in the template is for all operations, so a change of one moves the parameters of all.
    let changed = changes.iter().any(|(_, before, after)| before != after);
    if changed {
        item.remove("parameters");
        for (method, _, parameters) in changes {
            if let Some(operation) = item[method.as_str()].as_object_mut() {
                operation.remove("parameters");
                if !parameters.is_empty() {
                    operation.insert("parameters".to_owned(), json!(parameters));
                }
            }
        }
    }
    template
}

fn list(source: &Value, at: &Pointer, value: Option<&Value>) -> Vec<Parameter> {
    let elements = value.and_then(Value::as_array).into_iter().flatten().enumerate();
    elements
        .filter_map(|(index, parameter)| match inlined(source, parameter) {
            Value::Object(object) => Some(Parameter { at: at.join(index), object }),
            _ => None,
        })
        .collect()
}

fn operation(
    notes: &mut Notes,
    source: &Value,
    at: &Pointer,
    template: &str,
    parameters: Vec<Parameter>,
    has_body: bool,
) -> (Vec<Object>, String) {
    let mut template = template.to_owned();
    let mut fitted = Vec::new();
    for mut parameter in parameters {
        match parameter.text("in") {
            "path" => {
                if path_parameter(notes, source, &mut template, &mut parameter) {
                    fitted.push(parameter);
                }
            }
            "query" => query_parameter(notes, source, parameter, &mut fitted),
            "header" if NOT_PARAMETERS.contains(&parameter.name().to_ascii_lowercase().as_str()) => {
                notes.reworded(&parameter.at, format!("the header `{}` is not a parameter", parameter.name()));
            }
            "header" => {
                plain(notes, source, &mut parameter);
                fitted.push(parameter);
            }
            place => notes.lost(
                &parameter.at,
                format!("progenitor cannot send the parameter `{}` in `{place}`", parameter.name()),
                "send it with the HTTP client",
            ),
        }
    }
    for name in names_in(&template) {
        if !fitted.iter().any(|parameter| parameter.is_in("path") && parameter.name() == name) {
            notes.reworded(at, format!("the path names `{name}`, which nothing declares; it is a text"));
            let object = json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}});
            fitted.extend(object.as_object().cloned().map(|object| Parameter { at: at.clone(), object }));
        }
    }
    let fitted = different_names(notes, &mut template, fitted, has_body);
    (fitted.into_iter().map(|parameter| parameter.object).collect(), template)
}

fn names_in(template: &str) -> Vec<String> {
    template.split(['{', '}']).skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether the parameter is in the path at all.
fn path_parameter(notes: &mut Notes, source: &Value, template: &mut String, parameter: &mut Parameter) -> bool {
    let name = parameter.name().to_owned();
    let place = format!("{{{name}}}");
    if !template.contains(&place) {
        notes.reworded(&parameter.at, format!("the path does not name `{name}`, so it is not sent"));
        return false;
    }
    if !parameter.is_required() {
        notes.reworded(&parameter.at, format!("the path parameter `{name}` is required, as all of them are"));
        parameter.set("required", true);
    }
    let style = parameter.object.remove("style");
    let prefix = match style.as_ref().and_then(Value::as_str) {
        Some("label") => ".".to_owned(),
        Some("matrix") => format!(";{name}="),
        _ => String::new(),
    };
    if !prefix.is_empty() && !template.contains(&format!("{prefix}{place}")) {
        notes.reworded(&parameter.at, format!("`{prefix}` of the parameter's style stands in the path"));
        *template = template.replace(&place, &format!("{prefix}{place}"));
    }
    plain(notes, source, parameter);
    true
}

/// A path and a header take plain values.
fn plain(notes: &mut Notes, source: &Value, parameter: &mut Parameter) {
    let schema = resolve(source, parameter.object.get("schema").unwrap_or(&Value::Null));
    let is_plain = matches!(schema["type"].as_str(), Some("string" | "integer" | "number" | "boolean"))
        && schema["format"] != "binary"
        && ["allOf", "anyOf", "oneOf", "not"].iter().all(|keyword| schema.get(keyword).is_none());
    if !is_plain {
        notes.reworded(&parameter.at, format!("`{}` is written by the caller, as a text", parameter.name()));
        parameter.becomes_text();
    } else if schema["nullable"] == true {
        let mut schema = schema.clone();
        if let Some(schema) = schema.as_object_mut() {
            schema.remove("nullable");
        }
        notes.reworded(&parameter.at, format!("`{}` cannot be null where it is sent", parameter.name()));
        parameter.set("schema", schema);
    }
}

fn query_parameter(notes: &mut Notes, source: &Value, mut parameter: Parameter, fitted: &mut Vec<Parameter>) {
    let schema = resolve(source, parameter.object.get("schema").unwrap_or(&Value::Null)).clone();
    if schema.is_null() {
        notes.reworded(&parameter.at, format!("`{}` is written by the caller, as a text", parameter.name()));
        parameter.becomes_text();
    }
    match parameter.text("style") {
        "deepObject" => return deep_object(notes, source, parameter, &schema, fitted),
        "" | "form" if parameter.object.get("explode") != Some(&Value::Bool(false)) => {}
        "" | "form" if schema["type"] != "array" && schema["type"] != "object" => {}
        style => {
            let separator = match style {
                "spaceDelimited" => "spaces",
                "pipeDelimited" => "`|`",
                _ => "commas",
            };
            notes.reworded(
                &parameter.at,
                format!("`{}` is a text: the caller joins the values with {separator}", parameter.name()),
            );
            parameter.becomes_text();
        }
    }
    fitted.push(parameter);
}

/// `filter[status]` and its like are parameters of their own.
fn deep_object(notes: &mut Notes, source: &Value, parameter: Parameter, schema: &Value, fitted: &mut Vec<Parameter>) {
    let members = schema["properties"].as_object().into_iter().flatten();
    let (plain, other): (Vec<_>, Vec<_>) = members.partition(|(_, member)| {
        matches!(resolve(source, member)["type"].as_str(), Some("string" | "integer" | "number" | "boolean"))
    });
    let free = schema.get("additionalProperties").is_some_and(|free| *free != Value::Bool(false));
    if plain.is_empty() || !other.is_empty() || free {
        notes.lost(
            &parameter.at,
            format!("progenitor cannot write all of `{}`, whose members are free or not plain", parameter.name()),
            "describe each `name[member]` as a parameter with an overlay",
        );
    } else {
        notes.reworded(&parameter.at, format!("each member of `{}` is a parameter", parameter.name()));
    }
    for (name, member) in plain {
        let required =
            parameter.is_required() && schema["required"].as_array().is_some_and(|all| all.contains(&json!(name)));
        let description = resolve(source, member).get("description").or_else(|| parameter.object.get("description"));
        let mut object = json!({
            "name": format!("{}[{name}]", parameter.name()),
            "in": "query",
            "required": required,
            "schema": member,
        });
        if let Some(description) = description {
            object["description"] = description.clone();
        }
        fitted.extend(object.as_object().cloned().map(|object| Parameter { at: parameter.at.clone(), object }));
    }
}

/// Names in paths can be changed. Of other parameters with one name in Rust, the first that is required stays.
fn different_names(
    notes: &mut Notes,
    template: &mut String,
    mut parameters: Vec<Parameter>,
    has_body: bool,
) -> Vec<Parameter> {
    let mut taken: BTreeSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
    taken.extend(has_body.then(|| "body".to_owned()));
    // What cannot be renamed has the first choice, and what cannot be left out before the rest.
    let mut order: Vec<usize> = (0..parameters.len()).collect();
    order.sort_by_key(|index| (parameters[*index].is_in("path"), !parameters[*index].is_required()));
    let mut left_out = BTreeSet::new();
    for index in order {
        let parameter = &mut parameters[index];
        let name = parameter.name().to_owned();
        if taken.insert(rust_name(&name)) {
            continue;
        }
        if parameter.is_in("path") {
            let mut other = format!("{name}_in_path");
            while !taken.insert(rust_name(&other)) {
                other.push('_');
                other.push('2');
            }
            notes.reworded(&parameter.at, format!("in the path, `{name}` is called `{other}`"));
            *template = template.replace(&format!("{{{name}}}"), &format!("{{{other}}}"));
            parameter.set("name", other);
        } else {
            left_out.insert(index);
            notes.lost(
                &parameter.at,
                format!("the parameter `{name}` has no name of its own in Rust, and is left out"),
                "send it with the HTTP client",
            );
        }
    }
    let kept = parameters.into_iter().enumerate().filter(|(index, _)| !left_out.contains(index));
    kept.map(|(_, parameter)| parameter).collect()
}

fn rust_name(name: &str) -> String {
    name.replace(|c: char| !c.is_alphanumeric(), "-").to_snake_case()
}
