//! What a schema becomes in Rust, as far as a change of it can be seen.

use heck::ToUpperCamelCase;
use serde_json::Value;

use super::shape::{Schema, Shape};

/// Deeper types are cut short; only references in a circle go that deep.
const DEEPEST: usize = 6;

/// The sorts of types, which differ in how they are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Scalar(&'static str),
    Enum,
    Choice,
    List,
    Map,
    Struct,
    Any,
}

/// The sort of the type made for a shape.
pub(super) fn sort(shape: &Shape<'_>) -> Sort {
    if !shape.choices.is_empty() {
        return Sort::Choice;
    }
    let mut types = shape.types.iter();
    let (Some(only), None) = (types.next(), types.next()) else { return Sort::Any };
    match *only {
        "string" if shape.values.is_some() => Sort::Enum,
        "string" => Sort::Scalar(text(shape.format)),
        "integer" => Sort::Scalar(integer(shape.format)),
        "number" => Sort::Scalar(number(shape.format)),
        "boolean" => Sort::Scalar("bool"),
        "array" => Sort::List,
        "object" if shape.fields.is_empty() => Sort::Map,
        "object" => Sort::Struct,
        _ => Sort::Any,
    }
}

/// The other formats of texts make no type of their own (see [`relax`](crate::relax)).
fn text(format: Option<&str>) -> &'static str {
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

/// The Rust name of a component schema.
pub(super) fn name(document: &Value, component: &str) -> String {
    let schema = Schema::component(document, component);
    let given = schema.and_then(|schema| schema.parts[0].get("x-rust-name").and_then(Value::as_str));
    given.unwrap_or(component).to_upper_camel_case()
}

/// The type written for a schema, without `Option`.
pub(super) fn rust_type(schema: &Schema<'_>) -> String {
    write(schema, 0)
}

fn write(schema: &Schema<'_>, depth: usize) -> String {
    if let Some(component) = schema.component_name() {
        return name(schema.document, component);
    }
    if depth > DEEPEST {
        return "..".to_owned();
    }
    let shape = schema.shape();
    let inner = |inner: &Option<Schema<'_>>| match inner {
        Some(inner) if inner.shape().nullable => format!("Option<{}>", write(inner, depth + 1)),
        Some(inner) => write(inner, depth + 1),
        None => "Value".to_owned(),
    };
    match sort(&shape) {
        Sort::Scalar(name) => name.to_owned(),
        Sort::Enum => shape.title.map_or_else(|| "an enum".to_owned(), ToUpperCamelCase::to_upper_camel_case),
        Sort::Struct => shape.title.map_or_else(|| "a struct".to_owned(), ToUpperCamelCase::to_upper_camel_case),
        Sort::Choice => "a choice of types".to_owned(),
        Sort::List => format!("Vec<{}>", inner(&shape.items)),
        Sort::Map => format!("BTreeMap<String, {}>", inner(&shape.additional)),
        Sort::Any => "Value".to_owned(),
    }
}

/// Whether a field of this type that may be absent or null is an `Option`: absent collections are read as empty ones.
pub(super) fn is_optional(schema: &Schema<'_>, required: bool) -> bool {
    let shape = schema.shape();
    let collection = schema.component_name().is_none() && matches!(sort(&shape), Sort::List | Sort::Map);
    shape.nullable || (!required && !collection)
}
