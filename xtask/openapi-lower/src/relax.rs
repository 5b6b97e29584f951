//! Removes the constraints that would make a generated client reject a usable response.
//!
//! A server may send a longer name, a code in another form, or an unknown field. None of this should make the whole
//! response unreadable, so the client gets no checks on values: checking them is up to the server.

use serde_json::{Value, json};

use crate::walk::{is_error_status, members_of, operations, resolve, schemas_mut};

/// Keywords that only restrict the values of a type.
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
    // Not a check, but it would add a value to a response that has none.
    "default",
];

/// Removes constraints from an OpenAPI 3.0 document. Of the formats of strings, those in `string_formats` stay.
#[must_use]
pub fn relax(mut document: Value, string_formats: &[&str]) -> Value {
    schemas_mut(&mut document, &mut |_, schema| {
        for keyword in CHECKS_ON_VALUES {
            schema.shift_remove(keyword);
        }
        // A value that looks like a UUID is not always one, and so on: a string stays a string.
        let format = schema.get("format").and_then(Value::as_str);
        if schema.get("type") == Some(&"string".into())
            && format.is_some_and(|format| !string_formats.contains(&format))
        {
            schema.shift_remove("format");
        }
        if schema.get("additionalProperties") == Some(&Value::Bool(false)) {
            schema.shift_remove("additionalProperties");
        }
    });
    unify_error_schemas(&mut document);
    document
}

/// Gives all error responses of an operation the content of the first one that has any: a client reads every error the
/// same way.
fn unify_error_schemas(document: &mut Value) {
    let mut changes = Vec::new();
    operations(document, |at, _, _, operation| {
        let errors = || {
            let responses = members_of(&operation["responses"]);
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
        if let Some(target) = document.pointer_mut(at.as_str()) {
            *target = response;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMATS: &[&str] = &["date-time"];

    #[test]
    fn checks_are_removed_and_types_stay() {
        let relaxed = relax(
            json!({"components": {"schemas": {
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
            }}}),
            FORMATS,
        );
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
    fn examples_are_not_changed() {
        let document = json!({"paths": {"/a": {"get": {"responses": {"200": {"content": {"application/json": {
            "schema": {"type": "string"},
            "example": {"schema": {"pattern": "stays"}, "default": 1},
        }}}}}}}});
        assert_eq!(relax(document.clone(), FORMATS), document);
    }

    #[test]
    fn error_statuses_share_the_first_error_schema() {
        let relaxed = relax(
            json!({
                "paths": {"/a": {"get": {"responses": {
                    "200": {"description": "ok"},
                    "400": {"$ref": "#/components/responses/Bad"},
                    "404": {"description": "empty"},
                    "default": {"description": "other", "content": {"application/json": {"schema": {"type": "integer"}}}},
                }}}},
                "components": {"responses": {"Bad": {"description": "bad", "content": {"application/json": {"schema": {"type": "array"}}}}}},
            }),
            FORMATS,
        );
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
