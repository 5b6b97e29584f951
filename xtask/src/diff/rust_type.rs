//! The Rust types that are generated for schemas, as far as a change of them can be seen.

use heck::ToUpperCamelCase;
use openapi_lower::compare::model::schema::{Schema, Shape, ShapeKind};
use openapi_lower::compare::terms::Terms;
use serde_json::Value;

/// The terms of the generated crate.
pub(super) const TERMS: Terms = Terms { component: name, value: |schema| value_type(schema, 0), field: field_type };

/// The maximum depth of a type in a message. Only cyclic references are that deep.
const MAX_DEPTH: usize = 6;

/// Returns the type for a string. Formats without a type of their own are removed before code is generated.
fn string(format: Option<&str>) -> &'static str {
    match format {
        Some("date-time") => "DateTime<Utc>",
        Some("date") => "NaiveDate",
        Some("password") => "Secret",
        _ => "String",
    }
}

fn integer(format: Option<&str>) -> &'static str {
    match format {
        Some("int8") => "i8",
        Some("uint8") => "u8",
        Some("int16") => "i16",
        Some("uint16") => "u16",
        Some("int32") => "i32",
        Some("uint" | "uint32") => "u32",
        Some("uint64") => "u64",
        _ => "i64",
    }
}

fn number(format: Option<&str>) -> &'static str {
    match format {
        Some("float") => "f32",
        Some("decimal") => "Decimal",
        _ => "f64",
    }
}

/// Returns the Rust name of a component schema.
#[must_use]
pub fn name(document: &Value, component: &str) -> String {
    let schema = Schema::component(document, component);
    let given = schema.and_then(|schema| schema.keyword("x-rust-name").and_then(Value::as_str));
    given.unwrap_or(component).to_upper_camel_case()
}

/// Returns the type of a field. `required` is false for a field that may be absent.
#[must_use]
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
        ShapeKind::Scalar("string") => string(shape.format).to_owned(),
        ShapeKind::Scalar("integer") => integer(shape.format).to_owned(),
        ShapeKind::Scalar("number") => number(shape.format).to_owned(),
        ShapeKind::Scalar(_) => "bool".to_owned(),
        ShapeKind::Enum => titled(&shape, "an enum"),
        ShapeKind::Object => titled(&shape, "a struct"),
        ShapeKind::Choice => "a choice of types".to_owned(),
        ShapeKind::Array => format!("Vec<{}>", inner(&shape.items)),
        ShapeKind::Map => format!("BTreeMap<String, {}>", inner(&shape.additional)),
        ShapeKind::Any => "Value".to_owned(),
    }
}
