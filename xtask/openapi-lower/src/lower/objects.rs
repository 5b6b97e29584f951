//! The objects of OpenAPI, one function for each. A keyword that is not named in its function is dropped by
//! [`tables`](super::tables), or it is a mistake.

use serde_json::{Value, json};

use super::webhooks::insert;
use super::{JSON_SCHEMA, Lowering, OPENAPI_DIALECTS, Object, TARGET_VERSION};
use crate::finding::Pointer;
use crate::walk::METHODS;

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
        // 3.0 requires it, 3.1 does not.
        if lowered.get("paths").is_none() {
            insert(&mut lowered, &["paths"], json!({}));
        }
        self.add_payloads(&mut lowered, payloads);
        self.add_hoisted(&mut lowered);
        lowered
    }

    /// Schemas that references lead to and that are no components become some.
    fn add_hoisted(&mut self, document: &mut Value) {
        while let Some(place) = self.queue.pop() {
            let Some(schema) = self.source.pointer(&place).cloned() else { continue };
            let Some(name) = self.names.hoisted.get(&place).cloned() else { continue };
            if let Some(schema) = self.schema_itself(&Pointer::from(place), schema) {
                insert(document, &["components", "schemas", &name], schema);
            }
        }
    }

    /// 3.0 has one dialect. One that is not known is read as the one that all others extend or come before.
    pub(super) fn dialect(&mut self, at: &Pointer, value: &Value) -> Option<Value> {
        let uri = value.as_str().unwrap_or_default().trim_end_matches('#').replace("http://", "https://");
        if !uri.starts_with(OPENAPI_DIALECTS) && uri != JSON_SCHEMA {
            let remedy = format!("use {JSON_SCHEMA}, or leave the keyword out");
            self.mend(at, format!("the dialect {value} is read as JSON Schema 2020-12"), remedy);
        }
        None
    }

    fn info(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let info = self.object(at, value, |this, at, key, value| match key {
            "title" | "description" | "termsOfService" | "version" => this.text(at, value),
            "contact" => this.object(at, value, |this, at, key, value| match key {
                "name" | "url" | "email" => this.text(at, value),
                _ => this.other(at, key, "a contact"),
            }),
            "license" => this.license(at, value),
            _ => this.other(at, key, "info"),
        })?;
        for field in ["title", "version"] {
            if info.get(field).is_none() {
                self.found.add(at, format!("there is no `{field}`"), "add it in the overlay");
            }
        }
        Some(info)
    }

    fn license(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let license = self.object(at, value, |this, at, key, value| match key {
            "name" | "url" => this.text(at, value),
            _ => this.other(at, key, "a license"),
        })?;
        if license.get("name").is_none() {
            self.mend(at, "the license has no `name`", "name it, or leave it out");
            return None;
        }
        Some(license)
    }

    pub(super) fn server(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let server = self.object(at, value, |this, at, key, value| match key {
            "url" | "description" => this.text(at, value),
            "variables" => this.map(at, value, Self::server_variable),
            _ => this.other(at, key, "a server"),
        })?;
        if server.get("url").is_none() {
            self.mend(at, "the server has no `url`", "add it, or leave the server out");
            return None;
        }
        Some(server)
    }

    fn server_variable(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let mut variable = self.object(at, value, |this, at, key, value| match key {
            "description" | "default" => this.text(at, value),
            "enum" => this.list(at, value, Self::text).filter(|values| *values != json!([])),
            _ => this.other(at, key, "a server variable"),
        })?;
        if variable.get("default").is_none() {
            self.mend(at, "the server variable has no `default`", "add it");
            variable["default"] = variable["enum"].get(0).cloned().unwrap_or_else(|| "".into());
        }
        Some(variable)
    }

    fn tags(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let mut tags = self.list(at, value, |this, at, value| {
            let tag = this.object(at, value, |this, at, key, value| match key {
                "name" | "description" => this.text(at, value),
                "externalDocs" => this.external_docs(at, value),
                _ => this.other(at, key, "a tag"),
            })?;
            if tag.get("name").is_none() {
                this.mend(at, "the tag has no `name`", "add it, or leave the tag out");
                return None;
            }
            Some(tag)
        })?;
        if let Some(tags) = tags.as_array_mut() {
            let mut seen = Vec::new();
            tags.retain(|tag| {
                !seen.contains(&tag["name"]) && {
                    seen.push(tag["name"].clone());
                    true
                }
            });
        }
        Some(tags)
    }

    pub(super) fn external_docs(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let docs = self.object(at, value, |this, at, key, value| match key {
            "description" | "url" => this.text(at, value),
            _ => this.other(at, key, "external documentation"),
        })?;
        if docs.get("url").is_none() {
            self.mend(at, "there is no `url`", "add it, or leave `externalDocs` out");
            return None;
        }
        Some(docs)
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
        let paths = self.members(at, value)?;
        let mut lowered = Object::new();
        for (path, item) in paths {
            let at = at.join(&path);
            if path.starts_with("x-") {
                lowered.insert(path, item);
                continue;
            }
            if !path.starts_with('/') {
                self.found.add(&at, "a path starts with `/`", "correct it in the overlay");
                continue;
            }
            if let Some(item) = self.path_item(&at, item) {
                lowered.insert(path, item);
            }
        }
        Some(Value::Object(lowered))
    }

    /// 3.0 allows `$ref` here, and hardly any tool follows it: what it refers to is put in.
    pub(super) fn path_item(&mut self, at: &Pointer, mut value: Value) -> Option<Value> {
        let mut base = Object::new();
        if let Some(reference) = value.as_object_mut().and_then(|item| item.shift_remove("$ref")) {
            let reference = json!({ "$ref": reference });
            match self.descend(at, |this| this.object_reference(at, &reference, "pathItems", &mut Self::path_item))? {
                Value::Object(item) => base = item,
                _ => return None,
            }
        }
        let own = self.object(at, value, |this, at, key, value| match key {
            "summary" | "description" => this.text(at, value),
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
                        "`{key}` stands here and in what `$ref` leads to, of which 3.1 leaves open which one counts"
                    ),
                    "keep one of them",
                );
            }
            base.insert(key, value);
        }
        Some(Value::Object(base))
    }

    fn operation(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let mut operation = self.object(at, value, |this, at, key, value| match key {
            "summary" | "description" | "operationId" => this.text(at, value),
            "tags" => this.list(at, value, Self::text),
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
        // 3.0 requires one.
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
                self.mend(at, "this is a text, not a boolean", "remove the quotes");
                Some((text == "true").into())
            }
            _ => {
                self.found.add(at, "this is not a boolean", "write `true` or `false`");
                None
            }
        }
    }

    /// Expressions and path items.
    fn callback(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "callbacks", &mut Self::callback);
        }
        self.object(at, value, |this, at, _, value| this.path_item(at, value))
    }

    pub(super) fn parameter(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "parameters", &mut Self::parameter);
        }
        let place = value["in"].as_str().unwrap_or_default().to_owned();
        let styles: &[&str] = match place.as_str() {
            "path" => &["matrix", "label", "simple"],
            "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
            "header" => &["simple"],
            "cookie" => &["form"],
            _ => {
                let problem = format!("`{place}` is no place for a parameter");
                self.found.add(at.join("in"), problem, "use path, query, header or cookie; a body is `requestBody`");
                return None;
            }
        };
        let mut parameter = self.object(at, value, |this, at, key, value| match key {
            "in" => Some(value),
            "name" => this.text(at, value),
            _ => this.parameter_or_header(at, key, value, styles),
        })?;
        if parameter.get("name").is_none() {
            self.found.add(at, "the parameter has no `name`", "add it in the overlay");
        }
        if place == "path" && parameter["required"] != true {
            self.mend(at, "a path parameter without `required: true`", "add it");
            parameter["required"] = true.into();
        }
        Some(self.schema_or_content(at, parameter))
    }

    pub(super) fn header(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "headers", &mut Self::header);
        }
        let header =
            self.object(at, value, |this, at, key, value| this.parameter_or_header(at, key, value, &["simple"]))?;
        Some(self.schema_or_content(at, header))
    }

    fn parameter_or_header(&mut self, at: &Pointer, key: &str, value: Value, styles: &[&str]) -> Option<Value> {
        match key {
            "description" => self.text(at, value),
            "required" | "deprecated" | "allowEmptyValue" | "explode" | "allowReserved" => self.flag(at, value),
            "style" if value.as_str().is_some_and(|style| styles.contains(&style)) => Some(value),
            "style" => {
                self.mend(at, format!("{value} is no style here"), format!("use one of {}", styles.join(", ")));
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
            self.mend(&at.join("content"), "`content` has not exactly one media type", "keep one");
            if let Some(Value::Object(content)) = members.get_mut("content") {
                let first = content.keys().next().cloned();
                content.retain(|key, _| Some(key) == first.as_ref());
            }
            members.retain(|key, value| key != "content" || *value != json!({}));
        }
        match (members.contains_key("schema"), members.contains_key("content")) {
            (true, true) => {
                self.mend(at, "both `schema` and `content`", "keep one of them");
                members.shift_remove("content");
            }
            (false, false) => {
                self.mend(at, "neither `schema` nor `content`", "add the schema");
                members.insert("schema".to_owned(), json!({}));
            }
            _ => {}
        }
        one_of_example_and_examples(members);
        parameter
    }

    pub(super) fn request_body(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "requestBodies", &mut Self::request_body);
        }
        let mut body = self.object(at, value, |this, at, key, value| match key {
            "description" => this.text(at, value),
            "required" => this.flag(at, value),
            "content" => this.map(at, value, Self::media_type),
            _ => this.other(at, key, "a request body"),
        })?;
        if body.get("content").is_none() {
            self.mend(at, "the request body has no `content`", "add it");
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
                self.mend(&at, format!("`{status}` is no status"), "use a code, a range such as `4XX`, or `default`");
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
            return self.object_reference(at, &value, "responses", &mut Self::response);
        }
        let mut response = self.object(at, value, |this, at, key, value| match key {
            "description" => this.text(at, value),
            "headers" => this.map(at, value, Self::header),
            "content" => this.map(at, value, Self::media_type),
            "links" => this.map(at, value, Self::link),
            _ => this.other(at, key, "a response"),
        })?;
        if response.get("description").is_none() {
            self.mend(at, "the response has no `description`", "add it");
            response["description"] = "".into();
        }
        Some(response)
    }

    /// 3.1 says a body of bytes by leaving the schema out, 3.0 by `format: binary`.
    fn media_type(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let mut media = self.object(at, value, |this, at, key, value| match key {
            "example" => Some(value),
            "schema" => this.schema(at, value),
            "examples" => this.examples(at, value),
            "encoding" => this.map(at, value, Self::encoding),
            _ => this.other(at, key, "a media type"),
        })?;
        let name = at.as_str().rsplit('/').next().unwrap_or_default().replace("~1", "/");
        if media.get("schema").is_none() && super::schema::is_bytes(&name) {
            insert(&mut media, &["schema"], json!({"type": "string", "format": "binary"}));
        }
        media.as_object_mut().map(one_of_example_and_examples);
        Some(media)
    }

    fn encoding(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        self.object(at, value, |this, at, key, value| match key {
            "contentType" | "style" => this.text(at, value),
            "headers" => this.map(at, value, Self::header),
            "explode" | "allowReserved" => this.flag(at, value),
            _ => this.other(at, key, "an encoding"),
        })
    }

    fn examples(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let value = match value {
            Value::Array(elements) => {
                self.mend(at, "`examples` is an array", "name each example");
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
            return self.object_reference(at, &value, "examples", &mut Self::example);
        }
        let fields = ["summary", "description", "value", "externalValue"];
        let known = |key: &String| fields.contains(&key.as_str()) || key.starts_with("x-");
        if !value.as_object().is_some_and(|example| example.keys().all(known)) {
            self.mend(at, "an example without `value`", "put it under `value`");
            return Some(json!({ "value": value }));
        }
        self.object(at, value, |this, at, key, value| match key {
            "summary" | "description" | "externalValue" => this.text(at, value),
            _ => Some(value),
        })
    }

    fn link(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.object_reference(at, &value, "links", &mut Self::link);
        }
        self.object(at, value, |this, at, key, value| match key {
            "operationId" | "operationRef" | "description" => this.text(at, value),
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
