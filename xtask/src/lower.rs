//! Stage 3: OpenAPI 3.1 becomes OpenAPI 3.0.3 with the same meaning.
//!
//! There is one function for each kind of object of the specification. Each lists the keywords it knows; a keyword
//! without a rule is a finding, never dropped in silence.

mod schema;

use heck::ToUpperCamelCase;
use serde_json::{Map, Value, json};

use crate::finding::{Collector, Pointer, Result};

/// The version the result declares.
pub const TARGET_VERSION: &str = "3.0.3";

/// The only dialect whose keywords are known here, and the default of OpenAPI 3.1.
const DIALECT: &str = "https://spec.openapis.org/oas/3.1/dialect/base";

/// Lowers the document called `name`.
///
/// # Errors
///
/// Everything in the document that OpenAPI 3.0.3 cannot say, or that has no rule.
pub fn lower(name: &str, document: Value) -> Result<Value> {
    let mut lowering = Lowering { found: Collector::new(name) };
    let lowered = lowering.document(&Pointer::root(), document);
    lowering.found.finish(lowered)
}

type Object = Map<String, Value>;

struct Lowering {
    found: Collector,
}

impl Lowering {
    fn document(&mut self, at: &Pointer, value: Value) -> Value {
        let version = value["openapi"].as_str().unwrap_or_default();
        if !version.starts_with("3.1.") {
            self.found.add(
                at.join("openapi"),
                format!("the document is not OpenAPI 3.1 but `{version}`"),
                "give a 3.1 document",
            );
            return value;
        }
        let mut payloads = Object::new();
        let mut lowered = self
            .object(at, value, |this, at, key, value| match key {
                "openapi" => Some(TARGET_VERSION.into()),
                "info" => this.object(at, value, Self::info),
                "jsonSchemaDialect" => this.dialect(at, &value),
                "paths" => this.map(at, value, Self::path_item),
                "components" => this.object(at, value, Self::components),
                "servers" | "security" | "tags" | "externalDocs" => Some(value),
                "webhooks" => {
                    payloads = this.webhooks(at, value);
                    None
                }
                _ => this.unknown(at, key, value, "the document"),
            })
            .unwrap_or_default();
        // 3.0 requires it, 3.1 does not.
        lowered.as_object_mut().map(|document| document.entry("paths").or_insert_with(|| json!({})));
        if !payloads.is_empty() {
            self.add_payloads(&mut lowered, payloads);
        }
        lowered
    }

    /// 3.0 has no webhooks. Their payloads are kept, by the name of the event: types are made of them.
    fn webhooks(&mut self, at: &Pointer, value: Value) -> Object {
        let Some(Value::Object(webhooks)) = self.map(at, value, Self::path_item) else { return Object::new() };
        webhooks
            .into_iter()
            .filter_map(|(event, mut item)| {
                let operation = item.as_object_mut()?.values_mut().find(|value| value.get("requestBody").is_some())?;
                let schema = operation["requestBody"]["content"]["application/json"].get_mut("schema")?;
                Some((event, schema.take()))
            })
            .collect()
    }

    /// Payloads become components, to which the extension `x-webhooks` leads from the name of the event.
    fn add_payloads(&mut self, document: &mut Value, payloads: Object) {
        for (event, schema) in payloads {
            let reference = if schema.get("$ref").is_some() {
                schema
            } else {
                let name = format!("{}Event", event.to_upper_camel_case());
                let schemas = &mut document["components"]["schemas"];
                if schemas.get(&name).is_some() {
                    self.found.add(
                        Pointer::root().join("webhooks").join(&event),
                        format!("its payload would be called `{name}`, as a schema is already"),
                        "move the payload into `components/schemas` under another name and refer to it",
                    );
                }
                schemas[&name] = schema;
                json!({ "$ref": format!("#/components/schemas/{name}") })
            };
            document["x-webhooks"][&event] = reference;
        }
    }

    fn dialect(&mut self, at: &Pointer, value: &Value) -> Option<Value> {
        // The default says nothing new, and 3.0 has no such field.
        if value != DIALECT {
            self.found.add(
                at,
                format!("a dialect this lowering does not know: {value}"),
                format!("use {DIALECT}, or leave the field out"),
            );
        }
        None
    }

    fn info(&mut self, at: &Pointer, key: &str, value: Value) -> Option<Value> {
        match key {
            "title" | "description" | "termsOfService" | "contact" | "version" => Some(value),
            // 3.0 has no place for these, and no code is made from them.
            "summary" => None,
            "license" => self.object(at, value, |this, at, key, value| match key {
                "name" | "url" => Some(value),
                "identifier" => None,
                _ => this.unknown(at, key, value, "a license"),
            }),
            _ => self.unknown(at, key, value, "info"),
        }
    }

    fn components(&mut self, at: &Pointer, key: &str, value: Value) -> Option<Value> {
        match key {
            "schemas" => self.map(at, value, Self::schema),
            "responses" => self.map(at, value, Self::response),
            "parameters" => self.map(at, value, Self::parameter),
            "requestBodies" => self.map(at, value, Self::request_body),
            "headers" => self.map(at, value, Self::header),
            "securitySchemes" => self.map(at, value, Self::security_scheme),
            "examples" | "links" => self.map(at, value, Self::described_only),
            _ => self.unknown(at, key, value, "components"),
        }
    }

    fn path_item(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        self.object(at, value, |this, at, key, value| match key {
            "summary" | "description" | "servers" => Some(value),
            "parameters" => this.list(at, value, Self::parameter),
            "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace" => {
                this.object(at, value, Self::operation)
            }
            _ => this.unknown(at, key, value, "a path item"),
        })
    }

    fn operation(&mut self, at: &Pointer, key: &str, value: Value) -> Option<Value> {
        match key {
            "tags" | "summary" | "description" | "externalDocs" | "operationId" | "deprecated" | "security"
            | "servers" => Some(value),
            "parameters" => self.list(at, value, Self::parameter),
            "requestBody" => self.request_body(at, value),
            "responses" => self.map(at, value, Self::response),
            _ => self.unknown(at, key, value, "an operation"),
        }
    }

    fn parameter(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        self.object_or_reference(at, value, |this, at, key, value| match key {
            "name" | "in" | "description" | "required" | "deprecated" | "allowEmptyValue" | "style" | "explode"
            | "allowReserved" | "example" => Some(value),
            "schema" => this.schema(at, value),
            "content" => this.map(at, value, Self::media_type),
            "examples" => this.map(at, value, Self::described_only),
            _ => this.unknown(at, key, value, "a parameter"),
        })
    }

    fn header(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        // The same fields as a parameter, less `name` and `in`.
        self.parameter(at, value)
    }

    fn request_body(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        self.object_or_reference(at, value, |this, at, key, value| match key {
            "description" | "required" => Some(value),
            "content" => this.map(at, value, Self::media_type),
            _ => this.unknown(at, key, value, "a request body"),
        })
    }

    fn response(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        self.object_or_reference(at, value, |this, at, key, value| match key {
            "description" => Some(value),
            "headers" => this.map(at, value, Self::header),
            "content" => this.map(at, value, Self::media_type),
            "links" => this.map(at, value, Self::described_only),
            _ => this.unknown(at, key, value, "a response"),
        })
    }

    fn media_type(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        self.object(at, value, |this, at, key, value| match key {
            "example" => Some(value),
            "schema" => this.schema(at, value),
            "examples" => this.map(at, value, Self::described_only),
            _ => this.unknown(at, key, value, "a media type"),
        })
    }

    fn security_scheme(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value["type"] == "mutualTLS" {
            self.found.add(
                at.join("type"),
                "`mutualTLS` has no lowering rule: OpenAPI 3.0 does not know it",
                "remove the scheme in the overlay, and configure the certificate on the HTTP client",
            );
        }
        Some(value)
    }

    /// Objects in which 3.1 changed nothing and that hold no schemas: examples and links.
    fn described_only(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.reference(at, &value);
        }
        Some(value)
    }

    /// Applies `rule` to each member of an object. What the rule returns stays.
    fn object(
        &mut self,
        at: &Pointer,
        value: Value,
        mut rule: impl FnMut(&mut Self, &Pointer, &str, Value) -> Option<Value>,
    ) -> Option<Value> {
        let Value::Object(members) = value else {
            self.found.add(at, "this is not an object", "write an object here");
            return None;
        };
        let mut lowered = Object::new();
        for (key, value) in members {
            let kept = if key.starts_with("x-") { Some(value) } else { rule(self, &at.join(&key), &key, value) };
            if let Some(value) = kept {
                lowered.insert(key, value);
            }
        }
        Some(Value::Object(lowered))
    }

    fn object_or_reference(
        &mut self,
        at: &Pointer,
        value: Value,
        rule: impl FnMut(&mut Self, &Pointer, &str, Value) -> Option<Value>,
    ) -> Option<Value> {
        if value.get("$ref").is_some() {
            return self.reference(at, &value);
        }
        self.object(at, value, rule)
    }

    /// A Reference Object. 3.1 gives a meaning to `summary` and `description` beside `$ref`, 3.0 to nothing; what
    /// else stands there is ignored by both.
    fn reference(&mut self, at: &Pointer, value: &Value) -> Option<Value> {
        let Some(target) = value["$ref"].as_str() else {
            self.found.add(at.join("$ref"), "`$ref` is not a string", "write the pointer as a string");
            return None;
        };
        self.check_target(at, target);
        Some(json!({ "$ref": target }))
    }

    fn check_target(&mut self, at: &Pointer, target: &str) {
        if !target.starts_with("#/components/") {
            self.found.add(
                at.join("$ref"),
                format!("`{target}` is not in this document's components"),
                "move what it refers to into `components` and refer to it there",
            );
        }
    }

    /// Applies `rule` to each value of a map from names of the author's choice.
    fn map(
        &mut self,
        at: &Pointer,
        value: Value,
        mut rule: impl FnMut(&mut Self, &Pointer, Value) -> Option<Value>,
    ) -> Option<Value> {
        let Value::Object(members) = value else {
            self.found.add(at, "this is not an object", "write an object here");
            return None;
        };
        let lowered = members
            .into_iter()
            .filter_map(|(key, value)| {
                let value = rule(self, &at.join(&key), value)?;
                Some((key, value))
            })
            .collect();
        Some(Value::Object(lowered))
    }

    fn list(
        &mut self,
        at: &Pointer,
        value: Value,
        mut rule: impl FnMut(&mut Self, &Pointer, Value) -> Option<Value>,
    ) -> Option<Value> {
        let Value::Array(elements) = value else {
            self.found.add(at, "this is not an array", "write an array here");
            return None;
        };
        let lowered =
            elements.into_iter().enumerate().filter_map(|(index, value)| rule(self, &at.join(index), value)).collect();
        Some(Value::Array(lowered))
    }

    fn unknown(&mut self, at: &Pointer, key: &str, value: Value, owner: &str) -> Option<Value> {
        self.found.add(
            at,
            format!("`{key}` in {owner} has no lowering rule"),
            "remove it in the overlay, or add a rule to xtask/src/lower",
        );
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(more: Value) -> Value {
        let mut document = json!({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}});
        if let (Value::Object(document), Value::Object(more)) = (&mut document, more) {
            document.extend(more);
        }
        document
    }

    fn places(document: Value) -> Vec<String> {
        match lower("d", document) {
            Ok(lowered) => panic!("no finding, but {lowered}"),
            Err(findings) => findings.0.into_iter().map(|finding| finding.place).collect(),
        }
    }

    #[test]
    fn the_version_is_lowered_and_what_only_describes_is_dropped() {
        let lowered = lower(
            "d",
            document(json!({
                "info": {"title": "t", "version": "1", "summary": "s", "license": {"name": "MIT", "identifier": "MIT"}, "x-logo": {}},
                "jsonSchemaDialect": DIALECT,
            })),
        );
        assert_eq!(
            lowered,
            Ok(json!({
                "openapi": "3.0.3",
                "info": {"title": "t", "version": "1", "license": {"name": "MIT"}, "x-logo": {}},
                "paths": {},
            }))
        );
    }

    #[test]
    fn references_lose_their_siblings() {
        let lowered = lower(
            "d",
            document(json!({"paths": {"/a": {"get": {"responses": {
                "400": {"$ref": "#/components/responses/Bad", "description": "d", "example": {"code": "c"}},
            }}}}})),
        )
        .expect("lowers");
        assert_eq!(lowered["paths"]["/a"]["get"]["responses"]["400"], json!({"$ref": "#/components/responses/Bad"}));
    }

    #[test]
    fn what_has_no_rule_is_found_wherever_it_stands_and_all_at_once() {
        assert_eq!(
            places(document(json!({
                "webhook": {},
                "info": {"title": "t", "version": "1", "sumary": ""},
                "paths": {"/a": {"get": {"operationID": "x", "parameters": [{"name": "q", "in": "query", "schma": {}}]}, "$ref": "#/x"}},
                "components": {"pathItems": {}, "securitySchemes": {"m": {"type": "mutualTLS"}}},
            }))),
            [
                "#/info/sumary",
                "#/paths/~1a/get/operationID",
                "#/paths/~1a/get/parameters/0/schma",
                "#/paths/~1a/$ref",
                "#/webhook",
                "#/components/pathItems",
                "#/components/securitySchemes/m/type",
            ]
        );
    }

    #[test]
    fn payloads_of_webhooks_become_components() {
        let post =
            |schema: Value| json!({"post": {"requestBody": {"content": {"application/json": {"schema": schema}}}}});
        let mut webhooks_only = document(json!({"webhooks": {
            "order.captured": post(json!({"type": ["object", "null"]})),
            "order.refunded": post(json!({"$ref": "#/components/schemas/OrderCapturedEvent"})),
        }}));
        webhooks_only.as_object_mut().map(|document| document.remove("paths"));
        let lowered = lower("d", webhooks_only).expect("lowers");
        let reference = json!({"$ref": "#/components/schemas/OrderCapturedEvent"});
        assert_eq!(lowered["components"]["schemas"]["OrderCapturedEvent"], json!({"nullable": true, "type": "object"}));
        assert_eq!(lowered["x-webhooks"], json!({"order.captured": reference, "order.refunded": reference}));
        assert_eq!(lowered["paths"], json!({}));

        let clash = document(json!({
            "webhooks": {"order.captured": post(json!({}))},
            "components": {"schemas": {"OrderCapturedEvent": {}}},
        }));
        assert_eq!(places(clash), ["#/webhooks/order.captured"]);
    }

    #[test]
    fn another_version_or_dialect_is_refused() {
        assert_eq!(places(json!({"openapi": "2.0"})), ["#/openapi"]);
        assert_eq!(places(document(json!({"jsonSchemaDialect": "https://example.com"}))), ["#/jsonSchemaDialect"]);
    }

    #[test]
    fn a_reference_out_of_the_components_is_refused() {
        assert_eq!(
            places(document(json!({"components": {"schemas": {"A": {"$ref": "other.yaml#/A"}}}}))),
            ["#/components/schemas/A/$ref"]
        );
    }
}
