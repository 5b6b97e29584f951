//! The Rust types that are generated for schemas, as far as a change of them can be seen.

use heck::ToUpperCamelCase;
use openapi_lower::compare::model::schema::{Schema, Shape, ShapeKind};
use openapi_lower::compare::terms::Terms;
use serde_json::Value;

/// The terms of the generated crate.
pub(super) const TERMS: Terms = Terms { component: name, value: |schema| value_type(schema, 0), field: field_type };

/// The maximum depth of a type in a message. Only cyclic references are that deep.
const MAX_DEPTH: usize = 6;

/// Returns the type for a string, a number, an integer or a boolean. Formats without a type of their own are removed before code
/// is generated.
fn scalar(name: &str, format: Option<&str>) -> &'static str {
    match (name, format) {
        ("string", Some("date-time")) => "DateTime<Utc>",
        ("string", Some("date")) => "NaiveDate",
        ("string", Some("password")) => "Secret",
        ("string", _) => "String",
        ("integer", Some("int8")) => "i8",
        ("integer", Some("uint8")) => "u8",
        ("integer", Some("int16")) => "i16",
        ("integer", Some("uint16")) => "u16",
        ("integer", Some("int32")) => "i32",
        ("integer", Some("uint" | "uint32")) => "u32",
        ("integer", Some("uint64")) => "u64",
        ("integer", _) => "i64",
        ("number", Some("float")) => "f32",
        ("number", Some("decimal")) => "Decimal",
        ("number", _) => "f64",
        _ => "bool",
    }
}

/// Returns the Rust name of a component schema.
pub fn name(document: &Value, component: &str) -> String {
    let schema = Schema::component(document, component);
    let given = schema.and_then(|schema| schema.keyword("x-rust-name").and_then(Value::as_str));
    given.unwrap_or(component).to_upper_camel_case()
}

/// Returns the type of a field. `required` is false for a field that may be absent.
pub fn field_type(schema: &Schema<'_>, required: bool) -> String {
    let name = value_type(schema, 0);
    // An absent collection is read as an empty one.
    let shape = schema.shape();
    let is_collection = schema.component_name().is_none() && matches!(shape.kind(), ShapeKind::Array | ShapeKind::Map);
    if shape.nullable || !required && !is_collection { format!("Option<{name}>") } else { name }
}

fn value_type(schema: &Schema<'_>, depth: usize) -> String {
    if let Some(component) = schema.component_name() {
        return name(schema.document, component);
    }
    if depth > MAX_DEPTH {
        return "..".to_owned();
    }
    let shape = schema.shape();
    let inner = |inner: &Option<Schema<'_>>| match inner {
        Some(inner) if inner.shape().nullable => format!("Option<{}>", value_type(inner, depth + 1)),
        Some(inner) => value_type(inner, depth + 1),
        None => "Value".to_owned(),
    };
    let titled = |shape: &Shape<'_>, untitled: &str| {
        shape.title.map_or_else(|| untitled.to_owned(), ToUpperCamelCase::to_upper_camel_case)
    };
    match shape.kind() {
        ShapeKind::Scalar(name) => scalar(name, shape.format).to_owned(),
        ShapeKind::Enum => titled(&shape, "an enum"),
        ShapeKind::Object => titled(&shape, "a struct"),
        ShapeKind::Choice => "a choice of types".to_owned(),
        ShapeKind::Array => format!("Vec<{}>", inner(&shape.items)),
        ShapeKind::Map => format!("BTreeMap<String, {}>", inner(&shape.additional)),
        ShapeKind::Any => "Value".to_owned(),
    }
}
