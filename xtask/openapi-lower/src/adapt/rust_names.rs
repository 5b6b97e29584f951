//! The names that progenitor makes of those in a document, as far as two of them may become one.

use heck::{ToPascalCase, ToSnakeCase};

/// The type of a schema.
pub(super) fn of_type(name: &str) -> String {
    name.replace(|c: char| !is_part(c), "-").to_pascal_case()
}

/// The argument for a parameter.
pub(super) fn of_parameter(name: &str) -> String {
    name.replace(|c: char| !is_part(c), "-").to_snake_case()
}

/// The field of a property.
pub(super) fn of_field(name: &str) -> String {
    spelled(name, str::to_snake_case)
}

/// The variant that progenitor tries first for a value of an enum.
pub(super) fn of_variant(value: &str) -> String {
    spelled(value, str::to_pascal_case)
}

/// The variant that it tries next, for all values of the enum.
pub(super) fn of_variant_with_marks(value: &str) -> String {
    of_variant(&value.replace(|c: char| c == '_' || !is_part(c), "X"))
}

fn spelled(text: &str, in_case: fn(&str) -> String) -> String {
    match text {
        "+1" => "plus1".to_owned(),
        "-1" => "minus1".to_owned(),
        _ => in_case(&text.replace('\'', "").replace(|c: char| !is_part(c), "-")),
    }
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
