//! The objects of OpenAPI, one function each. A keyword that its function does not name is listed in
//! [`tables`](super::tables), or it is a mistake.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::io::finding::{Pointer, unescape};
use crate::lower::context::Lowering;
use crate::lower::schema::content::is_bytes;
use crate::lower::webhooks::insert;
use crate::walk::{METHODS, Object};

/// The version that the result declares.
const TARGET_VERSION: &str = "3.0.3";

/// The dialects of OpenAPI 3.1 and 3.2, of which the default of 3.1 is called `base`.
const OPENAPI_DIALECTS: [&str; 2] =
    ["https://spec.openapis.org/oas/3.1/dialect/", "https://spec.openapis.org/oas/3.2/dialect/"];

/// The dialect that they extend.
const JSON_SCHEMA: &str = "https://json-schema.org/draft/2020-12/schema";

impl Lowering<'_> {
    pub(super) fn document(&mut self, value: Value) -> Value {
        let mut payloads = Object::new();
        let mut lowered = self
            .object(&Pointer::root(), value, |this, at, key, value| match key {
                "openapi" => Some(TARGET_VERSION.into()),
                "info" => this.info(at, value),
                "jsonSchemaDialect" => this.dialect(at, &value),
                "paths" => this.paths(at, value),
                "components" => this.object(at, value, Self::components),
                "servers" => this.list(at, value, Self::server),
                "security" => this.security(at, value),
                "tags" => this.tags(at, value),
                "externalDocs" => this.external_docs(at, value),
                "webhooks" => {
                    payloads = this.webhooks(at, value);
                    None
                }
                _ => this.other(at, key, "the document"),
            })
            .unwrap_or_default();
        if lowered.get("info").is_none() {
            self.found.add(Pointer::root(), "the document has no `info`", "add `info` with `title` and `version`");
        }
        // Required by 3.0, not by 3.1.
        if lowered.get("paths").is_none() {
            insert(&mut lowered, &["paths"], json!({}));
        }
        self.add_payloads(&mut lowered, payloads);
        self.add_hoisted(&mut lowered);
        lowered
    }

    /// Adds the referenced schemas that were not components.
    fn add_hoisted(&mut self, document: &mut Value) {
        while let Some(location) = self.queue.pop() {
            let Some(schema) = self.source.pointer(&location).cloned() else { continue };
            let Some(name) = self.names.hoisted.get(&location).cloned() else { continue };
            if let Some(schema) = self.schema_itself(&Pointer::from(location), schema) {
                insert(document, &["components", "schemas", &name], schema);
            }
        }
    }

    /// OpenAPI 3.0 has one dialect. An unknown one is read as JSON Schema 2020-12, on which the others build.
    pub(super) fn dialect(&mut self, at: &Pointer, value: &Value) -> Option<Value> {
        let uri = value.as_str().unwrap_or_default().trim_end_matches('#').replace("http://", "https://");
        if !OPENAPI_DIALECTS.iter().any(|dialect| uri.starts_with(dialect)) && uri != JSON_SCHEMA {
            let remedy = format!("use {JSON_SCHEMA}, or remove the keyword");
            self.repair(at, format!("the dialect {value} is read as JSON Schema 2020-12"), remedy);
        }
        None
    }

    fn info(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let info = self.object(at, value, |this, at, key, value| match key {
            "title" | "description" | "termsOfService" | "version" => this.string(at, value),
            "contact" => this.object(at, value, |this, at, key, value| match key {
                "name" | "url" | "email" => this.string(at, value),
                _ => this.other(at, key, "a contact"),
            }),
            "license" => this.license(at, value),
            _ => this.other(at, key, "info"),
        })?;
        for field in ["title", "version"] {
            if info.get(field).is_none() {
                self.found.add(at, format!("there is no `{field}`"), "add it with an overlay");
            }
        }
        Some(info)
    }

    fn license(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let license = self.object(at, value, |this, at, key, value| match key {
            "name" | "url" => this.string(at, value),
            _ => this.other(at, key, "a license"),
        })?;
        self.with_member(at, license, "name", "the license has no `name`", "add it, or remove the license")
    }

    pub(super) fn server(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let server = self.object(at, value, |this, at, key, value| match key {
            "url" | "description" => this.string(at, value),
            "variables" => this.map(at, value, Self::server_variable),
            _ => this.other(at, key, "a server"),
        })?;
        self.with_member(at, server, "url", "the server has no `url`", "add it, or remove the server")
    }

    fn server_variable(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let mut variable = self.object(at, value, |this, at, key, value| match key {
            "description" | "default" => this.string(at, value),
            "enum" => this.list(at, value, Self::string).filter(|values| *values != json!([])),
            _ => this.other(at, key, "a server variable"),
        })?;
        if variable.get("default").is_none() {
            self.repair(at, "the server variable has no `default`", "add it");
            variable["default"] = variable["enum"].get(0).cloned().unwrap_or_else(|| "".into());
        }
        Some(variable)
    }

    fn tags(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let mut tags = self.list(at, value, |this, at, value| {
            let tag = this.object(at, value, |this, at, key, value| match key {
                "name" | "description" => this.string(at, value),
                "externalDocs" => this.external_docs(at, value),
                _ => this.other(at, key, "a tag"),
            })?;
            this.with_member(at, tag, "name", "the tag has no `name`", "add it, or remove the tag")
        })?;
        if let Some(tags) = tags.as_array_mut() {
            let mut names = HashSet::new();
            tags.retain(|tag| names.insert(tag["name"].clone()));
        }
        Some(tags)
    }

    pub(super) fn external_docs(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let docs = self.object(at, value, |this, at, key, value| match key {
            "description" | "url" => this.string(at, value),
            _ => this.other(at, key, "external documentation"),
        })?;
        self.with_member(at, docs, "url", "there is no `url`", "add it, or remove `externalDocs`")
    }

    fn components(&mut self, at: &Pointer, key: &str, value: Value) -> Option<Value> {
        let lowered = match key {
            "schemas" => self.map(at, value, Self::schema),
            "responses" => self.map(at, value, Self::response),
            "parameters" => self.map(at, value, Self::parameter),
            "requestBodies" => self.map(at, value, Self::request_body),
            "headers" => self.map(at, value, Self::header),
            "securitySchemes" => self.map(at, value, Self::security_scheme),
            "examples" => self.map(at, value, Self::example),
            "links" => self.map(at, value, Self::link),
            "callbacks" => self.map(at, value, Self::callback),
            _ => self.other(at, key, "components"),
        }?;
        let Value::Object(members) = lowered else { return None };
        Some(members.into_iter().map(|(name, value)| (self.names.of_component(key, &name), value)).collect())
    }

    fn paths(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        self.object(at, value, |this, at, path, item| {
            if !path.starts_with('/') {
                this.found.add(at, "a path starts with `/`", "correct it with an overlay");
                return None;
            }
            this.path_item(at, item)
        })
    }

    /// 3.0 allows `$ref` here, but hardly any tool follows it, so the target is inlined.
    pub(super) fn path_item(&mut self, at: &Pointer, mut value: Value) -> Option<Value> {
        let mut base = Object::new();
        if let Some(reference) = value.as_object_mut().and_then(|item| item.shift_remove("$ref")) {
            let reference = json!({ "$ref": reference });
            match self.descend(at, |this| this.object_reference(at, &reference, "pathItems", Self::path_item))? {
                Value::Object(item) => base = item,
                _ => return None,
            }
        }
        let own = self.object(at, value, |this, at, key, value| match key {
            "summary" | "description" => this.string(at, value),
            "servers" => this.list(at, value, Self::server),
            "parameters" => this.list(at, value, Self::parameter),
            _ if METHODS.contains(&key) => this.operation(at, value),
            _ => this.other(at, key, "a path item"),
        })?;
        let Value::Object(own) = own else { return None };
        if base.is_empty() {
            return Some(Value::Object(own));
        }
        for (key, value) in own {
            if METHODS.contains(&key.as_str()) && base.contains_key(&key) {
                self.found.add(
                    at.join(&key),
                    format!(
                        "`{key}` is here and in the target of `$ref`; OpenAPI 3.1 does not define which one applies"
                    ),
                    "remove one of the two",
                );
            }
            base.insert(key, value);
        }
        Some(Value::Object(base))
    }

    fn operation(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let mut operation = self.object(at, value, |this, at, key, value| match key {
            "summary" | "description" | "operationId" => this.string(at, value),
            "tags" => this.list(at, value, Self::string),
            "deprecated" => this.flag(at, value),
            "externalDocs" => this.external_docs(at, value),
            "security" => this.security(at, value),
            "servers" => this.list(at, value, Self::server),
            "parameters" => this.list(at, value, Self::parameter),
            "requestBody" => this.request_body(at, value),
            "responses" => this.responses(at, value),
            "callbacks" => this.map(at, value, Self::callback),
            _ => this.other(at, key, "an operation"),
        })?;
        // 3.0 requires a response.
        if operation["responses"].as_object().is_none_or(|responses| responses.keys().all(|key| key.starts_with("x-")))
        {
            insert(&mut operation, &["responses", "default", "description"], "Any response.".into());
        }
        Some(operation)
    }

    fn flag(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        match value.as_str() {
            None if value.is_boolean() => Some(value),
            Some(text @ ("true" | "false")) => {
                self.repair(at, "a string instead of a boolean", "remove the quotes");
                Some((text == "true").into())
            }
            _ => {
                self.found.add(at, "not a boolean", "write `true` or `false`");
                None
            }
        }
    }

    /// A map from expressions to path items.
    fn callback(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "callbacks", Self::callback);
        }
        self.object(at, value, |this, at, _, value| this.path_item(at, value))
    }

    pub(super) fn parameter(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "parameters", Self::parameter);
        }
        let location = value["in"].as_str().unwrap_or_default().to_owned();
        let styles: &[&str] = match location.as_str() {
            "path" => &["matrix", "label", "simple"],
            "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
            "header" => &["simple"],
            "cookie" => &["form"],
            "querystring" if self.is_new_in_3_2(&at.join("in"), "querystring", "a parameter") => return None,
            _ => {
                let problem = format!("a parameter cannot be in `{location}`");
                self.found.add(
                    at.join("in"),
                    problem,
                    "use path, query, header or cookie; for a body, use `requestBody`",
                );
                return None;
            }
        };
        let mut parameter = self.object(at, value, |this, at, key, value| match key {
            "in" => Some(value),
            "style" if value == "cookie" && this.is_new_in_3_2(at, "style: cookie", "a parameter") => None,
            "name" => this.string(at, value),
            _ => this.parameter_or_header(at, key, value, styles),
        })?;
        if parameter.get("name").is_none() {
            self.found.add(at, "the parameter has no `name`", "add it with an overlay");
        }
        if location == "path" && parameter["required"] != true {
            self.repair(at, "a path parameter must have `required: true`", "add it");
            parameter["required"] = true.into();
        }
        Some(self.schema_or_content(at, parameter))
    }

    pub(super) fn header(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "headers", Self::header);
        }
        let header =
            self.object(at, value, |this, at, key, value| this.parameter_or_header(at, key, value, &["simple"]))?;
        Some(self.schema_or_content(at, header))
    }

    fn parameter_or_header(&mut self, at: &Pointer, key: &str, value: Value, styles: &[&str]) -> Option<Value> {
        match key {
            "description" => self.string(at, value),
            "required" | "deprecated" | "allowEmptyValue" | "explode" | "allowReserved" => self.flag(at, value),
            "style" if value.as_str().is_some_and(|style| styles.contains(&style)) => Some(value),
            "style" => {
                self.repair(
                    at,
                    format!("{value} is not a valid style here"),
                    format!("use one of {}", styles.join(", ")),
                );
                None
            }
            "example" => Some(value),
            "schema" => self.schema(at, value),
            "content" => self.map(at, value, Self::media_type),
            "examples" => self.examples(at, value),
            _ => self.other(at, key, "a parameter or header"),
        }
    }

    /// 3.0 wants exactly one of the two, and at most one of `example` and `examples`.
    fn schema_or_content(&mut self, at: &Pointer, mut parameter: Value) -> Value {
        let Some(members) = parameter.as_object_mut() else { return parameter };
        if members.get("content").is_some_and(|content| content.as_object().is_none_or(|content| content.len() != 1)) {
            self.repair(&at.join("content"), "`content` has not exactly one media type", "keep one");
            if let Some(Value::Object(content)) = members.get_mut("content") {
                let first = content.keys().next().cloned();
                content.retain(|key, _| Some(key) == first.as_ref());
            }
            members.retain(|key, value| key != "content" || *value != json!({}));
        }
        match (members.contains_key("schema"), members.contains_key("content")) {
            (true, true) => {
                self.repair(at, "both `schema` and `content`", "remove one of the two");
                members.shift_remove("content");
            }
            (false, false) => {
                self.repair(at, "neither `schema` nor `content`", "add the schema");
                members.insert("schema".to_owned(), json!({}));
            }
            _ => {}
        }
        one_of_example_and_examples(members);
        parameter
    }

    pub(super) fn request_body(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "requestBodies", Self::request_body);
        }
        let mut body = self.object(at, value, |this, at, key, value| match key {
            "description" => this.string(at, value),
            "required" => this.flag(at, value),
            "content" => this.map(at, value, Self::media_type),
            _ => this.other(at, key, "a request body"),
        })?;
        if body.get("content").is_none() {
            self.repair(at, "the request body has no `content`", "add it");
            body["content"] = json!({});
        }
        Some(body)
    }

    fn responses(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let responses = self.members(at, value)?;
        let mut lowered = Object::new();
        for (status, response) in responses {
            let at = at.join(&status);
            if status.starts_with("x-") {
                lowered.insert(status, response);
                continue;
            }
            let upper = status.to_ascii_uppercase();
            let code = upper.as_bytes();
            let range = matches!(code, [b'1'..=b'5', b'X', b'X']);
            let known = range || matches!(code, [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9']) || status == "default";
            if !known {
                self.repair(
                    &at,
                    format!("`{status}` is not a status"),
                    "use a code, a range such as `4XX`, or `default`",
                );
                continue;
            }
            if let Some(response) = self.response(&at, response) {
                lowered.insert(if range { upper } else { status }, response);
            }
        }
        Some(Value::Object(lowered))
    }

    pub(super) fn response(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "responses", Self::response);
        }
        let mut response = self.object(at, value, |this, at, key, value| match key {
            "description" => this.string(at, value),
            "headers" => this.map(at, value, Self::header),
            "content" => this.map(at, value, Self::media_type),
            "links" => this.map(at, value, Self::link),
            _ => this.other(at, key, "a response"),
        })?;
        if response.get("description").is_none() {
            // 3.2 does not require it.
            if !self.is_3_2() {
                self.repair(at, "the response has no `description`", "add it");
            }
            response["description"] = "".into();
        }
        Some(response)
    }

    /// A body of bytes has no schema in 3.1, and `format: binary` in 3.0.
    fn media_type(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let mut media = self.object(at, value, |this, at, key, value| match key {
            "example" => Some(value),
            "schema" => this.schema(at, value),
            "examples" => this.examples(at, value),
            "encoding" => this.map(at, value, Self::encoding),
            _ => this.other(at, key, "a media type"),
        })?;
        let name = at.as_str().rsplit('/').next().map(unescape).unwrap_or_default();
        if media.get("schema").is_none() && is_bytes(&name) {
            insert(&mut media, &["schema"], json!({"type": "string", "format": "binary"}));
        }
        media.as_object_mut().map(one_of_example_and_examples);
        Some(media)
    }

    fn encoding(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        self.object(at, value, |this, at, key, value| match key {
            "contentType" | "style" => this.string(at, value),
            "headers" => this.map(at, value, Self::header),
            "explode" | "allowReserved" => this.flag(at, value),
            _ => this.other(at, key, "an encoding"),
        })
    }

    fn examples(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let value = match value {
            Value::Array(elements) => {
                self.repair(at, "`examples` must be a map", "name each example");
                elements
                    .into_iter()
                    .enumerate()
                    .map(|(index, value)| (format!("example{}", index + 1), value))
                    .collect()
            }
            value => value,
        };
        self.map(at, value, Self::example)
    }

    fn example(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some_and(Value::is_string) {
            return self.object_reference(at, &value, "examples", Self::example);
        }
        let fields = ["summary", "description", "value", "externalValue"];
        let known = |key: &String| fields.contains(&key.as_str()) || key.starts_with("x-");
        for key in value.as_object().into_iter().flat_map(Object::keys) {
            if self.is_new_in_3_2(&at.join(key), key, "an example") {
                return None;
            }
        }
        if !value.as_object().is_some_and(|example| example.keys().all(known)) {
            self.repair(at, "the example has no `value`", "move it to a member `value`");
            return Some(json!({ "value": value }));
        }
        self.object(at, value, |this, at, key, value| match key {
            "summary" | "description" | "externalValue" => this.string(at, value),
            _ => Some(value),
        })
    }

    fn link(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "links", Self::link);
        }
        self.object(at, value, |this, at, key, value| match key {
            "operationId" | "operationRef" | "description" => this.string(at, value),
            "parameters" | "requestBody" => Some(value),
            "server" => this.server(at, value),
            _ => this.other(at, key, "a link"),
        })
    }
}

fn one_of_example_and_examples(members: &mut Object) {
    if members.contains_key("examples") {
        members.shift_remove("example");
    }
}
