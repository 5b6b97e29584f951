//! How changes name types.

use serde_json::Value;

use crate::compare::model::schema::{Schema, ShapeKind};

/// The maximum depth of a type in a message. Only cyclic references are that deep.
const MAX_DEPTH: usize = 6;

/// The terms in which changes are reported. A generator can report them in terms of the types that it generates.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// Returns the name of a component schema. Components with the same name are compared with each other.
    pub component: fn(document: &Value, name: &str) -> String,
    /// Returns the type of a schema, whether it is nullable or not.
    pub value: fn(schema: &Schema<'_>) -> String,
    /// Returns the type of a field. `required` is false if the field may be absent.
    pub field: fn(schema: &Schema<'_>, required: bool) -> String,
}

impl Terms {
    /// The terms of OpenAPI itself.
    pub const OPENAPI: Self = Self {
        component: |_, name| name.to_owned(),
        value: |schema| describe(schema, 0),
        field: |schema, _| describe(schema, 0),
    };
}

fn describe(schema: &Schema<'_>, depth: usize) -> String {
    if let Some(name) = schema.component_name() {
        return name.to_owned();
    }
    if depth > MAX_DEPTH {
        return "..".to_owned();
    }
    let shape = schema.shape();
    let inner = |inner: &Option<Schema<'_>>| match inner {
        Some(inner) => describe(inner, depth + 1),
        None => "any type".to_owned(),
    };
    match (shape.kind(), shape.format) {
        (ShapeKind::Scalar(name), Some(format)) => format!("{name} ({format})"),
        (ShapeKind::Scalar(name), None) => name.to_owned(),
        (ShapeKind::Enum, _) => "enum".to_owned(),
        (ShapeKind::Object, _) => "object".to_owned(),
        (ShapeKind::Choice, _) => "choice of schemas".to_owned(),
        (ShapeKind::Array, _) => format!("array of {}", inner(&shape.items)),
        (ShapeKind::Map, _) => format!("map of {}", inner(&shape.additional)),
        (ShapeKind::Any, _) => "any type".to_owned(),
    }
}
