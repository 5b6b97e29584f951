//! JSON Schema 2020-12, as OpenAPI 3.1 uses it, becomes the Schema Object of OpenAPI 3.0.3.

use serde_json::{Value, json};

use super::{Lowering, Object};
use crate::finding::Pointer;

impl Lowering {
    pub(super) fn schema(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let schema = match value {
            Value::Object(schema) => schema,
            // `true` accepts everything, as the empty schema does; `false` accepts nothing.
            Value::Bool(true) => return Some(json!({})),
            Value::Bool(false) => return Some(json!({"not": {}})),
            _ => {
                self.found.add(at, "a schema is an object or a boolean", "write a schema here");
                return None;
            }
        };
        for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
            if schema.contains_key(bound) && schema.contains_key(exclusive) {
                self.found.add(
                    at.join(exclusive),
                    format!("`{exclusive}` stands beside `{bound}`, and 3.0 has room for one of them"),
                    "keep the narrower one",
                );
            }
        }
        let mut lowered = Object::new();
        for (key, value) in schema {
            if key.starts_with("x-") {
                lowered.insert(key, value);
                continue;
            }
            self.keyword(&at.join(&key), &key, value, &mut lowered);
        }
        Some(Value::Object(siblings_of_ref(lowered)))
    }

    fn keyword(&mut self, at: &Pointer, key: &str, value: Value, lowered: &mut Object) {
        let kept = match key {
            "title" | "description" | "default" | "multipleOf" | "maximum" | "minimum" | "maxLength" | "minLength"
            | "pattern" | "maxItems" | "minItems" | "uniqueItems" | "maxProperties" | "minProperties" | "required"
            | "format" | "readOnly" | "writeOnly" | "deprecated" | "externalDocs" | "example" | "discriminator"
            | "xml" => Some(value),
            // Notes for authors.
            "$comment" => None,
            "$ref" => self.schema_reference(at, value),
            "type" => self.type_keyword(at, value, lowered),
            "enum" => enum_keyword(value, lowered),
            "const" => {
                lowered.insert("enum".to_owned(), json!([value]));
                None
            }
            "examples" => {
                // 3.0 has room for one.
                if let Some(first) = value.as_array().and_then(|examples| examples.first()) {
                    lowered.entry("example").or_insert_with(|| first.clone());
                }
                None
            }
            "exclusiveMinimum" => self.exclusive_bound(at, "minimum", key, value, lowered),
            "exclusiveMaximum" => self.exclusive_bound(at, "maximum", key, value, lowered),
            "properties" => self.map(at, value, Self::schema),
            "additionalProperties" if value.is_boolean() => Some(value),
            "additionalProperties" | "items" | "not" => self.schema(at, value),
            "allOf" | "anyOf" | "oneOf" => self.list(at, value, Self::schema),
            _ => self.unknown(at, key, value, "a schema"),
        };
        if let Some(value) = kept {
            lowered.insert(key.to_owned(), value);
        }
    }

    fn schema_reference(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        match value.as_str() {
            Some(target) if target.starts_with("#/components/schemas/") => Some(value),
            _ => {
                self.found.add(
                    at,
                    format!("{value} is not one of this document's component schemas"),
                    "move the schema into `components/schemas` and refer to it there",
                );
                None
            }
        }
    }

    fn type_keyword(&mut self, at: &Pointer, value: Value, lowered: &mut Object) -> Option<Value> {
        let Value::Array(types) = value else {
            return Some(value);
        };
        let (null, others): (Vec<_>, Vec<_>) = types.into_iter().partition(|name| name == "null");
        if !null.is_empty() {
            lowered.insert("nullable".to_owned(), true.into());
        }
        match others.as_slice() {
            [one] => Some(one.clone()),
            _ => {
                self.found.add(
                    at,
                    "a `type` with several types other than null has no lowering rule",
                    "write one schema for each type under `anyOf`",
                );
                None
            }
        }
    }

    fn exclusive_bound(
        &mut self,
        at: &Pointer,
        bound: &str,
        key: &str,
        value: Value,
        lowered: &mut Object,
    ) -> Option<Value> {
        if !value.is_number() {
            self.found.add(
                at,
                format!("`{key}` is a number in 3.1"),
                format!("write the bound itself here and leave `{bound}` out"),
            );
            return None;
        }
        lowered.insert(bound.to_owned(), value);
        Some(true.into())
    }
}

/// `null` among the values makes a schema nullable; in 3.0 both must be said.
fn enum_keyword(value: Value, lowered: &mut Object) -> Option<Value> {
    if value.as_array().is_some_and(|values| values.contains(&Value::Null)) {
        lowered.insert("nullable".to_owned(), true.into());
    }
    Some(value)
}

/// 3.0 ignores what stands beside `$ref`, so a `$ref` with company moves into an `allOf`.
fn siblings_of_ref(mut schema: Object) -> Object {
    if schema.len() == 1 {
        return schema;
    }
    if let Some(target) = schema.shift_remove("$ref") {
        let reference = json!({ "$ref": target });
        match schema.get_mut("allOf").and_then(Value::as_array_mut) {
            Some(all) => all.insert(0, reference),
            None => {
                schema.insert("allOf".to_owned(), json!([reference]));
            }
        }
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Result;

    fn lower_schema(schema: &Value) -> Result<Value> {
        let document = json!({
            "openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {},
            "components": {"schemas": {"S": schema}},
        });
        crate::lower::lower("d", document).map(|mut document| document["components"]["schemas"]["S"].take())
    }

    #[test]
    fn each_rule_rewrites_as_it_says() {
        let reference = json!({"$ref": "#/components/schemas/S"});
        for (before, after) in [
            (json!(true), json!({})),
            (json!(false), json!({"not": {}})),
            (json!({"type": "string", "$comment": "c"}), json!({"type": "string"})),
            (json!({"type": ["string", "null"]}), json!({"nullable": true, "type": "string"})),
            (json!({"type": ["string"]}), json!({"type": "string"})),
            (json!({"const": "a"}), json!({"enum": ["a"]})),
            (json!({"enum": ["a", null]}), json!({"nullable": true, "enum": ["a", null]})),
            (json!({"examples": [1, 2]}), json!({"example": 1})),
            (json!({"exclusiveMinimum": 0}), json!({"minimum": 0, "exclusiveMinimum": true})),
            (json!({"exclusiveMaximum": 9.5}), json!({"maximum": 9.5, "exclusiveMaximum": true})),
            (reference.clone(), reference.clone()),
            (
                json!({"$ref": "#/components/schemas/S", "description": "d"}),
                json!({"description": "d", "allOf": [reference]}),
            ),
            (
                json!({"allOf": [{"$ref": "#/components/schemas/S", "description": "d"}, {"type": "object"}]}),
                json!({"allOf": [{"description": "d", "allOf": [reference]}, {"type": "object"}]}),
            ),
            (
                json!({"$ref": "#/components/schemas/S", "allOf": [{"type": "object"}]}),
                json!({"allOf": [reference, {"type": "object"}]}),
            ),
            (
                json!({"properties": {"const": {"const": 1}, "x-y": {"type": ["integer", "null"]}}}),
                json!({"properties": {"const": {"enum": [1]}, "x-y": {"nullable": true, "type": "integer"}}}),
            ),
            (
                json!({"additionalProperties": false, "items": true}),
                json!({"additionalProperties": false, "items": {}}),
            ),
        ] {
            assert_eq!(lower_schema(&before), Ok(after), "{before}");
        }
    }

    #[test]
    fn what_has_no_rule_is_refused_with_its_pointer() {
        for (schema, place) in [
            (json!({"prefixItems": []}), "/prefixItems"),
            (json!({"items": {"if": {}}}), "/items/if"),
            (json!({"properties": {"a": {"unevaluatedProperties": false}}}), "/properties/a/unevaluatedProperties"),
            (json!({"type": ["string", "integer"]}), "/type"),
            (json!({"minimum": 1, "exclusiveMinimum": 0}), "/exclusiveMinimum"),
            (json!({"exclusiveMinimum": true}), "/exclusiveMinimum"),
            (json!({"$ref": "#/paths/~1a"}), "/$ref"),
            (json!({"allOf": {}}), "/allOf"),
            (json!({"properties": []}), "/properties"),
        ] {
            let findings = lower_schema(&schema).expect_err("no rule");
            assert_eq!(findings.0[0].place, format!("#/components/schemas/S{place}"), "{schema}");
        }
    }
}
