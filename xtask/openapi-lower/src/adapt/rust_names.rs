//! The Rust names that progenitor makes of the names in a document, as far as they can collide.

use heck::{ToPascalCase, ToSnakeCase};

/// Returns the method for an operation id.
#[must_use]
pub fn of_operation(id: &str) -> String {
    id.to_snake_case()
}

/// Returns the type for a schema.
#[must_use]
pub fn of_type(name: &str) -> String {
    name.replace(|c: char| !is_part(c), "-").to_pascal_case()
}

/// Returns the argument for a parameter.
#[must_use]
pub fn of_parameter(name: &str) -> String {
    name.replace(|c: char| !is_part(c), "-").to_snake_case()
}

/// Returns the field for a property.
#[must_use]
pub fn of_field(name: &str) -> String {
    convert(name, str::to_snake_case)
}

/// Returns the variant that progenitor tries first for a value of an enum.
#[must_use]
pub fn of_variant(value: &str) -> String {
    convert(value, str::to_pascal_case)
}

/// Returns the variant that it tries next, if two values of the enum make the same variant.
#[must_use]
pub fn of_variant_with_marks(value: &str) -> String {
    of_variant(&value.replace(|c: char| c == '_' || !is_part(c), "X"))
}

fn convert(text: &str, in_case: fn(&str) -> String) -> String {
    match text {
        "+1" => "plus1".to_owned(),
        "-1" => "minus1".to_owned(),
        _ => in_case(&text.replace('\'', "").replace(|c: char| !is_part(c), "-")),
    }
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
