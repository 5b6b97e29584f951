//! Descriptions and examples: which nodes of the corrected document lack one, and which examples do not match their schema.

use std::collections::{BTreeMap, BTreeSet};

use openapi_lower::io::finding::{Finding, Pointer};
use openapi_lower::walk::{METHODS, Object, elements_of, members_of, resolve, type_of};
use serde_json::{Map, Value, json};

use crate::paths::BASE;
use crate::publication::patch::remedy;

/// The maximum depth of an example that is made up.
const MAX_DEPTH: usize = 8;

/// Returns a finding for each description or example that is missing or wrong, with YAML to paste where possible.
pub(crate) fn missing(document: &Value) -> Vec<Finding> {
    let mut words = Words { document, findings: Vec::new(), shown: BTreeSet::new(), examples: BTreeMap::new() };
    let root = Pointer::root();
    for (key, at) in [("paths", root.join("paths")), ("webhooks", root.join("webhooks"))] {
        words.items(&at, &document[key]);
    }
    let at = root.join("components");
    for (key, value) in members_of(&document["components"]) {
        let at = at.join(key);
        for (name, value) in members_of(value) {
            match key.as_str() {
                "schemas" => words.schema(&at.join(name), value),
                "parameters" => words.described(&at.join(name), value, "parameter"),
                "responses" => words.response(&at.join(name), value),
                _ => {}
            }
        }
    }
    words.unseen_fields();
    words.findings
}

struct Words<'a> {
    document: &'a Value,
    findings: Vec<Finding>,
    /// The fields that an example shows, with the name of their component.
    shown: BTreeSet<(String, String)>,
    /// The first example of each component.
    examples: BTreeMap<String, Pointer>,
}

impl<'a> Words<'a> {
    fn add(&mut self, at: &Pointer, problem: String, remedy: impl Into<String>) {
        self.findings.push(Finding::new(BASE, at, problem, remedy));
    }

    fn items(&mut self, at: &Pointer, items: &'a Value) {
        for (path, item) in members_of(items) {
            let at = at.join(path);
            for (method, operation) in members_of(item) {
                if METHODS.contains(&method.as_str()) {
                    self.operation(&at.join(method), operation);
                }
            }
        }
    }

    fn operation(&mut self, at: &Pointer, operation: &'a Value) {
        if is_empty(&operation["summary"]) {
            self.add(
                at,
                "the operation has no `summary`".to_owned(),
                "add one line in our own words, such as `summary: Voids an order.`",
            );
        }
        for (index, parameter) in elements_of(&operation["parameters"]).enumerate() {
            self.described(&at.join("parameters").join(index), parameter, "parameter");
        }
        self.content(&at.join("requestBody"), &operation["requestBody"]);
        for (status, response) in members_of(&operation["responses"]) {
            self.response(&at.join("responses").join(status), response);
        }
    }

    fn response(&mut self, at: &Pointer, response: &'a Value) {
        self.described(at, response, "response");
        self.content(at, response);
    }

    fn described(&mut self, at: &Pointer, value: &Value, kind: &str) {
        if value.get("$ref").is_none() && is_empty(&value["description"]) {
            self.add(at, format!("the {kind} has no `description`"), "add one in our own words");
        }
    }

    fn schema(&mut self, at: &Pointer, schema: &Value) {
        self.described(at, schema, "type");
        let own = [(at.clone(), schema)];
        let parts = elements_of(&schema["allOf"]).enumerate();
        let parts = parts.map(|(index, part)| (at.join("allOf").join(index), part));
        for (at, part) in own.into_iter().chain(parts) {
            for (name, field) in members_of(&part["properties"]) {
                self.described(&at.join("properties").join(name), field, "field");
            }
        }
    }

    fn content(&mut self, at: &Pointer, value: &'a Value) {
        for (media_type, media) in members_of(&value["content"]) {
            let at = at.join("content").join(media_type);
            if media["schema"].get("properties").is_some() {
                self.schema(&at.join("schema"), &media["schema"]);
            }
            match media.get("example") {
                Some(example) => {
                    let at = at.join("example");
                    self.whole_example(&at, &media["schema"], example);
                }
                None => {
                    let example = json!({"example": self.make_up(&media["schema"], 0)});
                    let remedy = remedy("add, with values of your own", &example);
                    self.add(&at, "there is no `example`".to_owned(), remedy);
                }
            }
        }
    }

    /// Compares a value in an example with its schema, which may have several parts.
    fn whole_example(&mut self, at: &Pointer, schema: &'a Value, value: &Value) {
        let mut fields = BTreeSet::new();
        let is_open = self.collect_fields(schema, &mut fields, 0) || fields.is_empty();
        for name in value.as_object().into_iter().flat_map(Object::keys) {
            if !is_open && !fields.contains(name.as_str()) {
                let problem = format!("the example does not match its schema: there is no field `{name}`");
                self.add(&at.join(name), problem, "rename or remove it");
            }
        }
        self.example(at, "", schema, value);
    }

    /// Compares a value in an example with its schema, or with a part of it. `owner` is the component that describes the value.
    fn example(&mut self, at: &Pointer, owner: &str, schema: &'a Value, value: &Value) {
        if let Some(target) = schema["$ref"].as_str() {
            let name = target.rsplit('/').next().unwrap_or_default();
            self.examples.entry(name.to_owned()).or_insert_with(|| at.clone());
            return self.example(at, name, resolve(self.document, schema), value);
        }
        let accepts_null = |schema: &Value| {
            let types = &schema["type"];
            *types == "null" || types.as_array().is_some_and(|types| types.iter().any(|name| name == "null"))
        };
        for keyword in ["anyOf", "oneOf"] {
            let choices = elements_of(&schema[keyword]);
            let mut choices = choices.filter(|choice| accepts_null(choice) == value.is_null());
            // Which of several choices an example shows is not decided here.
            if let (Some(only), None) = (choices.next(), choices.next()) {
                self.example(at, owner, only, value);
            }
        }
        for part in elements_of(&schema["allOf"]) {
            self.example(at, owner, part, value);
        }
        let problem = match (schema["enum"].as_array(), type_of(value)) {
            (Some(values), _) if !values.contains(value) => Some(format!("`{value}` is not a value of the enum")),
            (_, kind) if !has_type(schema, kind) => Some(format!("it is of type {kind}, but the schema is not")),
            _ => None,
        };
        if let Some(problem) = problem {
            let remedy = format!("write a value such as `{}`", self.make_up(schema, 0));
            self.add(at, format!("the example does not match its schema: {problem}"), remedy);
        }
        let members = value.as_object();
        for name in elements_of(&schema["required"]).filter_map(Value::as_str) {
            if members.is_some_and(|members| !members.contains_key(name)) {
                let missing = json!({ name: self.make_up(&schema["properties"][name], 0) });
                let remedy = remedy("add, with a value of your own", &missing);
                self.add(at, format!("the example lacks the required field `{name}`"), remedy);
            }
        }
        for (name, schema) in members_of(&schema["properties"]) {
            if let Some(value) = value.get(name) {
                self.shown.insert((owner.to_owned(), name.clone()));
                self.whole_example(&at.join(name), schema, value);
            }
        }
        for (index, element) in elements_of(value).enumerate() {
            self.whole_example(&at.join(index), &schema["items"], element);
        }
    }

    /// Collects the fields of a schema and its parts, and returns whether there may be others.
    fn collect_fields(&self, schema: &'a Value, fields: &mut BTreeSet<&'a str>, depth: usize) -> bool {
        let schema = resolve(self.document, schema);
        let own = members_of(&schema["properties"]);
        fields.extend(own.map(|(name, _)| name.as_str()));
        let mut is_open = depth > MAX_DEPTH || schema.get("additionalProperties").is_some_and(|free| *free != false);
        for part in ["allOf", "anyOf", "oneOf"].iter().filter_map(|keyword| schema[*keyword].as_array()).flatten() {
            is_open |= depth <= MAX_DEPTH && self.collect_fields(part, fields, depth + 1);
        }
        is_open
    }

    /// Finds the fields that no example shows.
    fn unseen_fields(&mut self) {
        let root = Pointer::root().join("components").join("schemas");
        for (owner, schema) in members_of(&self.document["components"]["schemas"]) {
            let parts = schema["allOf"].as_array().map_or(std::slice::from_ref(schema), Vec::as_slice);
            for (name, field) in parts.iter().flat_map(|part| members_of(&part["properties"])) {
                let key = (owner.clone(), name.clone());
                if self.shown.contains(&key) {
                    continue;
                }
                let at = self.examples.get(owner).cloned().unwrap_or_else(|| root.join(owner));
                let missing = json!({ name: self.make_up(field, 0) });
                let remedy = remedy("add it to an example of this type, with a value of your own", &missing);
                self.add(&at, format!("no example shows the field `{owner}.{name}`"), remedy);
            }
        }
    }

    /// Returns a value that the schema accepts.
    fn make_up(&self, schema: &Value, depth: usize) -> Value {
        let schema = resolve(self.document, schema);
        if depth > MAX_DEPTH {
            return Value::Null;
        }
        if let Some(value) = schema.get("const").or_else(|| schema["enum"].get(0)).or_else(|| schema.get("example")) {
            return value.clone();
        }
        let mut members = Object::new();
        let all = elements_of(&schema["allOf"]);
        let choices = ["anyOf", "oneOf"].iter().filter_map(|keyword| schema[*keyword].get(0));
        for part in all.chain(choices) {
            match self.make_up(part, depth + 1) {
                Value::Object(more) => members.extend(more),
                value if !value.is_null() => return value,
                _ => {}
            }
        }
        for (name, field) in members_of(&schema["properties"]) {
            members.insert(name.clone(), self.make_up(field, depth + 1));
        }
        let name = schema["type"].as_str().or_else(|| schema["type"].get(0)?.as_str());
        match (name, schema["format"].as_str()) {
            (Some("string"), Some("date-time")) => "2026-03-01T12:00:00Z".into(),
            (Some("string"), Some("date")) => "2026-03-01".into(),
            (Some("string"), _) => "text".into(),
            (Some("integer" | "number"), _) => 1.into(),
            (Some("boolean"), _) => true.into(),
            (Some("array"), _) => json!([self.make_up(&schema["items"], depth + 1)]),
            _ => Map::into(members),
        }
    }
}

fn is_empty(text: &Value) -> bool {
    text.as_str().is_none_or(|text| text.trim().is_empty())
}

/// Returns whether a schema, its `allOf` aside, accepts values of a type.
fn has_type(schema: &Value, kind: &str) -> bool {
    let accepts = |name: &Value| name == kind || kind == "integer" && name == "number";
    match &schema["type"] {
        Value::Null => true,
        Value::Array(names) => names.iter().any(accepts),
        name => accepts(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_texts_and_examples_are_found() {
        let json = |media: Value| json!({"content": {"application/json": media}});
        let document = json!({
            "paths": {"/a": {"post": {
                "summary": "Does.",
                "parameters": [{"name": "a"}, {"$ref": "#/components/parameters/B"}],
                "requestBody": json(json!({"schema": {"$ref": "#/components/schemas/A"}})),
                "responses": {
                    "200": {"description": "Done.", "content": json(json!({
                        "schema": {"$ref": "#/components/schemas/A"}, "example": {"kind": "gone", "size": "1", "old": 1},
                    }))["content"]},
                    "404": {"description": ""},
                },
            }}},
            "components": {"schemas": {"A": {
                "description": "A.",
                "required": ["id"],
                "properties": {
                    "id": {"type": "string", "description": "d"},
                    "kind": {"enum": ["x", "y"], "description": "d"},
                    "size": {"type": ["integer", "null"]},
                },
            }}},
        });
        let at = "#/paths/~1a/post";
        let example = format!("{at}/responses/200/content/application~1json/example");
        let found = missing(&document);
        let found: Vec<_> = found.iter().map(|found| (found.location.as_str(), found.problem.as_str())).collect();
        assert_eq!(
            found,
            [
                (&*format!("{at}/parameters/0"), "the parameter has no `description`"),
                (&format!("{at}/requestBody/content/application~1json"), "there is no `example`"),
                (&format!("{example}/old"), "the example does not match its schema: there is no field `old`"),
                (&example, "the example lacks the required field `id`"),
                (
                    &format!("{example}/kind"),
                    "the example does not match its schema: `\"gone\"` is not a value of the enum"
                ),
                (
                    &format!("{example}/size"),
                    "the example does not match its schema: it is of type string, but the schema is not"
                ),
                (&format!("{at}/responses/404"), "the response has no `description`"),
                ("#/components/schemas/A/properties/size", "the field has no `description`"),
                (&example, "no example shows the field `A.id`"),
            ]
        );
    }

    #[test]
    fn pasted_example_matches_its_schema() {
        let schema = json!({"allOf": [{"$ref": "#/components/schemas/B"}], "properties": {"list": {
            "type": "array", "items": {"type": ["string", "null"], "format": "date-time"},
        }}});
        let document = json!({"components": {"schemas": {
            "B": {"description": "d", "properties": {"self": {"$ref": "#/components/schemas/C"}}},
            "C": {"description": "d", "enum": ["c"]},
        }}});
        let words = Words { document: &document, findings: vec![], shown: BTreeSet::new(), examples: BTreeMap::new() };
        assert_eq!(words.make_up(&schema, 0), json!({"self": "c", "list": ["2026-03-01T12:00:00Z"]}));
    }
}
