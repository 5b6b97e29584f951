//! Parameters: progenitor writes plain values into paths and headers, and forms into queries. Their names must differ in
//! Rust.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::adapt::notes::Notes;
use crate::adapt::rust_names;
use crate::io::finding::Pointer;
use crate::walk::{METHODS, Object, elements_of, resolve};

/// Headers that OpenAPI does not allow as parameters.
const RESERVED_HEADERS: [&str; 3] = ["accept", "authorization", "content-type"];

/// Names that the generated builders use.
const RESERVED_NAMES: [&str; 2] = ["client", "self"];

/// A parameter, and its location in the document.
#[derive(Clone, PartialEq)]
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

    fn is_in(&self, location: &str) -> bool {
        self.text("in") == location
    }

    fn is_required(&self) -> bool {
        self.object.get("required") == Some(&Value::Bool(true))
    }

    fn set(&mut self, key: &str, value: impl Into<Value>) {
        self.object.insert(key.to_owned(), value.into());
    }

    /// Makes it a string, which the caller formats.
    fn make_string(&mut self) {
        for key in ["content", "style", "explode", "example", "examples"] {
            self.object.remove(key);
        }
        self.set("schema", json!({"type": "string"}));
    }
}

/// The parameters of one operation.
struct Operation {
    method: String,
    before: Vec<Parameter>,
    parameters: Vec<Parameter>,
    has_body: bool,
}

/// Adapts the parameters of all operations of a path item. Returns the path with the new names of its parameters.
pub(super) fn adapt(notes: &mut Notes, source: &Value, at: &Pointer, path: String, item: &mut Object) -> String {
    let shared = list(source, &at.join("parameters"), item.get("parameters"));
    let mut template = path;
    let mut operations = Vec::new();
    for (method, operation) in item.iter().filter(|(method, _)| METHODS.contains(&method.as_str())) {
        let at = at.join(method);
        let own = list(source, &at.join("parameters"), operation.get("parameters"));
        let is_overridden =
            |one: &Parameter| own.iter().any(|other| one.name() == other.name() && one.text("in") == other.text("in"));
        let mut before: Vec<Parameter> = shared.iter().filter(|one| !is_overridden(one)).cloned().collect();
        before.extend(own);
        let parameters = adapt_locations_and_styles(notes, source, &at, &mut template, before.clone());
        let has_body = operation.get("requestBody").is_some();
        operations.push(Operation { method: method.clone(), before, parameters, has_body });
    }
    make_names_unique(notes, &mut template, &mut operations);
    if operations.iter().all(|operation| operation.before == operation.parameters) {
        return template;
    }
    item.remove("parameters");
    for Operation { method, parameters, .. } in operations {
        let Some(operation) = item[&method].as_object_mut() else { continue };
        operation.remove("parameters");
        if !parameters.is_empty() {
            let parameters: Vec<Object> = parameters.into_iter().map(|parameter| parameter.object).collect();
            operation.insert("parameters".to_owned(), json!(parameters));
        }
    }
    template
}

fn list(source: &Value, at: &Pointer, value: Option<&Value>) -> Vec<Parameter> {
    let elements = elements_of(value).enumerate();
    elements
        .filter_map(|(index, parameter)| match resolve(source, parameter).clone() {
            Value::Object(object) => Some(Parameter { at: at.join(index), object }),
            _ => None,
        })
        .collect()
}

fn adapt_locations_and_styles(
    notes: &mut Notes,
    source: &Value,
    at: &Pointer,
    template: &mut String,
    parameters: Vec<Parameter>,
) -> Vec<Parameter> {
    let mut adapted = Vec::new();
    for mut parameter in parameters {
        match parameter.text("in") {
            "path" => {
                if path_parameter(notes, source, template, &mut parameter) {
                    adapted.push(parameter);
                }
            }
            "query" => query_parameter(notes, source, parameter, &mut adapted),
            "header" if RESERVED_HEADERS.contains(&parameter.name().to_ascii_lowercase().as_str()) => {
                notes.rewrite(
                    &parameter.at,
                    format!("the header `{}` cannot be a parameter; it is left out", parameter.name()),
                );
            }
            "header" => {
                make_plain(notes, source, &mut parameter);
                adapted.push(parameter);
            }
            location => notes.decide(
                &parameter.at,
                format!("progenitor cannot send the parameter `{}` in `{location}`; it is left out", parameter.name()),
                "remove it with an overlay, and send it with the HTTP client",
            ),
        }
    }
    for name in names_in(template) {
        if !adapted.iter().any(|parameter| parameter.is_in("path") && parameter.name() == name) {
            notes.rewrite(at, format!("the path parameter `{name}` is not declared; it becomes a string"));
            let object = json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}});
            adapted.extend(object.as_object().cloned().map(|object| Parameter { at: at.clone(), object }));
        }
    }
    adapted
}

/// Returns the names of the parameters in a path, each once.
fn names_in(template: &str) -> BTreeSet<String> {
    let opened = template.split('{').skip(1);
    let names = opened.filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Adapts a path parameter. Returns `false` if the path does not contain it.
fn path_parameter(notes: &mut Notes, source: &Value, template: &mut String, parameter: &mut Parameter) -> bool {
    let name = parameter.name().to_owned();
    let variable = format!("{{{name}}}");
    if !template.contains(&variable) {
        notes.rewrite(&parameter.at, format!("the path does not contain `{name}`; the parameter is left out"));
        return false;
    }
    if !parameter.is_required() {
        notes.rewrite(&parameter.at, format!("the path parameter `{name}` must be required"));
        parameter.set("required", true);
    }
    let style = parameter.object.remove("style");
    let prefix = match style.as_ref().and_then(Value::as_str) {
        Some("label") => ".".to_owned(),
        Some("matrix") => format!(";{name}="),
        _ => String::new(),
    };
    if !prefix.is_empty() && !template.contains(&format!("{prefix}{variable}")) {
        notes.rewrite(&parameter.at, format!("the prefix `{prefix}` of the parameter's style is now part of the path"));
        *template = template.replace(&variable, &format!("{prefix}{variable}"));
    }
    make_plain(notes, source, parameter);
    true
}

/// Adapts the schema of a parameter in a path or a header, which must be a plain value.
fn make_plain(notes: &mut Notes, source: &Value, parameter: &mut Parameter) {
    let schema = resolve(source, parameter.object.get("schema").unwrap_or(&Value::Null));
    let is_plain = is_scalar(schema)
        && schema["format"] != "binary"
        && ["allOf", "anyOf", "oneOf", "not"].iter().all(|keyword| schema.get(keyword).is_none());
    if !is_plain {
        notes.rewrite(&parameter.at, format!("`{}` becomes a string that the caller formats", parameter.name()));
        parameter.make_string();
    } else if schema["nullable"] == true {
        let mut schema = schema.clone();
        if let Some(schema) = schema.as_object_mut() {
            schema.remove("nullable");
        }
        notes.rewrite(&parameter.at, format!("`{}` cannot be null in a path or a header", parameter.name()));
        parameter.set("schema", schema);
    }
}

fn query_parameter(notes: &mut Notes, source: &Value, mut parameter: Parameter, adapted: &mut Vec<Parameter>) {
    let schema = resolve(source, parameter.object.get("schema").unwrap_or(&Value::Null)).clone();
    let exploded = parameter.object.get("explode") != Some(&Value::Bool(false));
    let mut members = Object::new();
    let plain = collect_members(source, &schema, &mut members);
    match parameter.text("style") {
        _ if schema.is_null() => {
            notes.rewrite(&parameter.at, format!("`{}` becomes a string that the caller formats", parameter.name()));
            parameter.make_string();
        }
        "deepObject" => return split_members(notes, source, &parameter, plain, members, true, adapted),
        "" | "form" if exploded && (!members.is_empty() || !plain) => {
            return split_members(notes, source, &parameter, plain, members, false, adapted);
        }
        "" | "form" if exploded || schema["type"] != "array" && schema["type"] != "object" => {}
        style => {
            let separator = match style {
                "spaceDelimited" => "spaces",
                "pipeDelimited" => "`|`",
                _ => "commas",
            };
            notes.rewrite(
                &parameter.at,
                format!("`{}` becomes a string: the caller joins the values with {separator}", parameter.name()),
            );
            parameter.make_string();
        }
    }
    adapted.push(parameter);
}

/// Collects the members of an object, `allOf` included. Returns whether it can have no others.
fn collect_members(source: &Value, schema: &Value, members: &mut Object) -> bool {
    let mut all = !["anyOf", "oneOf"].iter().any(|keyword| {
        let parts = schema[*keyword].as_array();
        parts.into_iter().flatten().any(|part| {
            let mut inner = Object::new();
            !collect_members(source, resolve(source, part), &mut inner) || !inner.is_empty()
        })
    });
    for part in elements_of(&schema["allOf"]) {
        all &= collect_members(source, resolve(source, part), members);
    }
    let properties = schema["properties"].as_object();
    members.extend(properties.into_iter().flatten().map(|(name, member)| (name.clone(), member.clone())));
    all && (members.is_empty() || !schema.get("additionalProperties").is_some_and(|free| *free != Value::Bool(false)))
}

/// Makes a parameter of each member: `filter[status]`, or `status` where the members are in the query themselves.
fn split_members(
    notes: &mut Notes,
    source: &Value,
    parameter: &Parameter,
    all: bool,
    members: Object,
    deep: bool,
    adapted: &mut Vec<Parameter>,
) {
    let schema = resolve(source, &parameter.object["schema"]);
    let (plain, other): (Vec<_>, Vec<_>) = members.into_iter().partition(|(_, member)| {
        let member = resolve(source, member);
        let of_texts = member["type"] == "array" && resolve(source, &member["items"])["type"] == "string";
        let composed = ["allOf", "anyOf", "oneOf"].iter().any(|keyword| member.get(*keyword).is_some());
        !composed && (is_scalar(member) || of_texts && !deep)
    });
    if plain.is_empty() || !other.is_empty() || !all {
        notes.decide(
            &parameter.at,
            format!("progenitor cannot write all of `{}`: some members are free or not plain", parameter.name()),
            "describe each member as a parameter with an overlay",
        );
    } else {
        notes.rewrite(&parameter.at, format!("each member of `{}` becomes a parameter", parameter.name()));
    }
    for (name, member) in plain {
        let required =
            parameter.is_required() && schema["required"].as_array().is_some_and(|all| all.contains(&json!(name)));
        let description = resolve(source, &member).get("description").or_else(|| parameter.object.get("description"));
        let mut object = json!({
            "name": if deep { format!("{}[{name}]", parameter.name()) } else { name },
            "in": "query",
            "required": required,
            "schema": member,
        });
        if let Some(description) = description {
            object["description"] = description.clone();
        }
        adapted.extend(object.as_object().cloned().map(|object| Parameter { at: parameter.at.clone(), object }));
    }
}

fn is_scalar(schema: &Value) -> bool {
    matches!(schema["type"].as_str(), Some("string" | "integer" | "number" | "boolean"))
}

/// Renames path parameters with the same Rust name. Of other parameters, one stays, a required one first.
fn make_names_unique(notes: &mut Notes, template: &mut String, operations: &mut [Operation]) {
    let mut taken_by_any: BTreeSet<String> = BTreeSet::new();
    for operation in &mut *operations {
        let mut taken: BTreeSet<String> = RESERVED_NAMES.iter().map(|name| (*name).to_owned()).collect();
        taken.extend(operation.has_body.then(|| "body".to_owned()));
        let parameters = &operation.parameters;
        let mut order: Vec<usize> = (0..parameters.len()).filter(|index| !parameters[*index].is_in("path")).collect();
        order.sort_by_key(|index| !parameters[*index].is_required());
        order.retain(|index| !taken.insert(rust_names::of_parameter(parameters[*index].name())));
        for index in &order {
            let Parameter { at, .. } = &parameters[*index];
            let name = parameters[*index].name();
            notes.decide(
                at,
                format!("the parameter `{name}` has the same name as another in Rust; it is left out"),
                "remove it with an overlay, and send it with the HTTP client",
            );
        }
        order.sort_unstable_by(|a, b| b.cmp(a));
        for index in order {
            operation.parameters.remove(index);
        }
        taken_by_any.extend(taken);
    }
    for name in names_in(template) {
        let mut other = name.clone();
        while !taken_by_any.insert(rust_names::of_parameter(&other)) {
            other.push_str("_in_path");
        }
        if other == name {
            continue;
        }
        *template = template.replace(&format!("{{{name}}}"), &format!("{{{other}}}"));
        for parameter in operations.iter_mut().flat_map(|operation| &mut operation.parameters) {
            if parameter.is_in("path") && parameter.name() == name {
                notes.rewrite(&parameter.at, format!("the path parameter `{name}` is renamed to `{other}`"));
                parameter.set("name", other.clone());
            }
        }
    }
}
