//! The document that tests of comparisons change.

use serde_json::{Value, json};

/// Returns a document with one operation, changed by `change`.
pub(crate) fn document(change: impl FnOnce(&mut Value)) -> Value {
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "security": [{"Bearer": []}],
        "paths": {"/orders/{id}": {"post": {
            "operationId": "updateOrder",
            "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 10}},
            ],
            "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Update"}}}},
            "responses": {
                "200": {"description": "ok", "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Order"},
                }}},
                "404": {"description": "gone"},
            },
        }}},
        "webhooks": {"order.done": {"post": {"requestBody": {"content": {"application/json": {"schema": {
            "$ref": "#/components/schemas/Order",
        }}}}}}},
        "components": {
            "schemas": {
                "Update": {"type": "object", "required": ["note"], "properties": {
                    "note": {"type": "string", "maxLength": 10},
                    "price": {"$ref": "#/components/schemas/Price"},
                    "day": {"type": "string", "format": "date"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                }},
                "Order": {"type": "object", "required": ["id", "lines"], "properties": {
                    "id": {"type": "string", "description": "Its id."},
                    "at": {"type": "string", "format": "date-time"},
                    "state": {"$ref": "#/components/schemas/State"},
                    "lines": {"type": "array", "items": {"type": "object", "properties": {
                        "sku": {"type": "string"}, "name": {"type": "string"},
                    }}},
                    "parent": {"$ref": "#/components/schemas/Order"},
                    "count": {"type": "integer"},
                    "extra": {"oneOf": [
                        {"$ref": "#/components/schemas/Price"}, {"$ref": "#/components/schemas/State"},
                    ]},
                }},
                "State": {"type": "string", "enum": ["open", "done"]},
                "Price": {"type": "object", "required": ["cents"], "properties": {"cents": {"type": "integer"}}},
                "Unused": {"type": "object", "properties": {"a": {"type": "string"}}},
            },
            "securitySchemes": {"Bearer": {"type": "http", "scheme": "bearer"}},
        },
    });
    change(&mut document);
    document
}

pub(crate) const OPERATION: &str = "/paths/~1orders~1{id}/post";
pub(crate) const SCHEMAS: &str = "/components/schemas";

/// Sets the value at `pointer` below `at`; null removes it.
pub(crate) fn set(document: &mut Value, at: &str, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let key = &key.replace("~1", "/");
    let parent = document.pointer_mut(&format!("{at}{parent}")).expect("a parent");
    match (parent, value) {
        (Value::Array(list), Value::Null) => drop(list.remove(key.parse().expect("an index"))),
        (Value::Array(list), value) if *key == "-" => list.push(value),
        (Value::Object(members), Value::Null) => drop(members.shift_remove(key)),
        (parent, value) => parent[key] = value,
    }
}
