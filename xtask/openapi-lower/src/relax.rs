//! Stage 4: what would make a client refuse an answer it could have used is taken out.
//!
//! The gateway may send a longer name, a code in another form, or a field nobody has heard of. None of it may cost a
//! merchant the whole order, so no check on values is generated: the gateway is the one that checks.

use serde_json::{Value, json};

use crate::walk::{is_error_status, operations, resolve, schemas_mut};

/// Keywords that only say which values of a type are good ones.
pub(crate) const CHECKS_ON_VALUES: [&str; 14] = [
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    // Not a check, but in an answer it would put a value where the gateway sent none.
    "default",
];

/// Formats of texts that make another type of them.
const TEXT_FORMATS: [&str; 7] = ["date-time", "date", "binary", "byte", "password", "personal-data", "text-or-number"];

/// Makes the types generated from a 3.0 document lenient readers.
#[must_use]
pub fn relax(mut document: Value) -> Value {
    schemas_mut(&mut document, &mut |_, schema| {
        for keyword in CHECKS_ON_VALUES {
            schema.shift_remove(keyword);
        }
        // Ids that look like UUIDs are not always any, and so on: a text is a text unless the crate knows better.
        let format = schema.get("format").and_then(Value::as_str);
        if schema.get("type") == Some(&"string".into()) && format.is_some_and(|format| !TEXT_FORMATS.contains(&format))
        {
            schema.shift_remove("format");
        }
        if schema.get("additionalProperties") == Some(&Value::Bool(false)) {
            schema.shift_remove("additionalProperties");
        }
    });
    one_error_schema(&mut document);
    document
}

/// Gives all error responses of an operation the content of the first one that has any: the crate reads every error
/// answer the same way, and progenitor takes one error type for each operation.
fn one_error_schema(document: &mut Value) {
    let mut changes = Vec::new();
    operations(document, |at, _, _, operation| {
        let errors = || {
            let responses = operation["responses"].as_object().into_iter().flatten();
            responses.filter(|(status, _)| is_error_status(status))
        };
        let content = errors().find_map(|(_, response)| resolve(document, response).get("content"));
        for (status, response) in errors() {
            let description = resolve(document, response)["description"].as_str().unwrap_or_default();
            let mut response = json!({ "description": description });
            if let Some(content) = content {
                response["content"] = content.clone();
            }
            changes.push((at.join("responses").join(status), response));
        }
    });
    for (at, response) in changes {
        if let Some(place) = document.pointer_mut(at.as_str()) {
            *place = response;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_go_and_shapes_stay() {
        let relaxed = relax(json!({"components": {"schemas": {
            "A": {
                "type": "object",
                "required": ["pattern"],
                "additionalProperties": false,
                "properties": {
                    "pattern": {"type": "string", "pattern": "^a$", "maxLength": 1, "enum": ["a"]},
                    "list": {"type": "array", "uniqueItems": true, "items": {"type": "integer", "minimum": 0, "format": "int64"}},
                    "flag": {"type": "boolean", "default": false},
                    "id": {"type": "string", "format": "uuid"},
                    "time": {"type": "string", "format": "date-time"},
                },
            },
            "Map": {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}},
        }}}));
        assert_eq!(
            relaxed["components"]["schemas"],
            json!({
                "A": {
                    "type": "object",
                    "required": ["pattern"],
                    "properties": {
                        "pattern": {"type": "string", "enum": ["a"]},
                        "list": {"type": "array", "items": {"type": "integer", "format": "int64"}},
                        "flag": {"type": "boolean"},
                        "id": {"type": "string"},
                        "time": {"type": "string", "format": "date-time"},
                    },
                },
                "Map": {"type": "object", "additionalProperties": {"type": "string"}},
            })
        );
    }

    #[test]
    fn examples_are_not_schemas() {
        let document = json!({"paths": {"/a": {"get": {"responses": {"200": {"content": {"application/json": {
            "schema": {"type": "string"},
            "example": {"schema": {"pattern": "stays"}, "default": 1},
        }}}}}}}});
        assert_eq!(relax(document.clone()), document);
    }

    #[test]
    fn every_error_status_gets_the_first_error_schema() {
        let relaxed = relax(json!({
            "paths": {"/a": {"get": {"responses": {
                "200": {"description": "ok"},
                "400": {"$ref": "#/components/responses/Bad"},
                "404": {"description": "empty"},
                "default": {"description": "other", "content": {"application/json": {"schema": {"type": "integer"}}}},
            }}}},
            "components": {"responses": {"Bad": {"description": "bad", "content": {"application/json": {"schema": {"type": "array"}}}}}},
        }));
        let content = json!({"application/json": {"schema": {"type": "array"}}});
        assert_eq!(
            relaxed["paths"]["/a"]["get"]["responses"],
            json!({
                "200": {"description": "ok"},
                "400": {"description": "bad", "content": content},
                "404": {"description": "empty", "content": content},
                "default": {"description": "other", "content": content},
            })
        );
    }
}
