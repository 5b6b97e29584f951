//! JSON schemas of values whose Rust types have less detail than the document (feature `schemars`).

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::secret::Secret;

/// A string that `Debug` redacts.
pub(crate) struct PersonalData;

/// A string that may be sent as a number.
pub(crate) struct TextOrNumber;

/// An absolute URL.
pub(crate) struct Url;

/// An exact decimal number.
pub(crate) struct Decimal;

macro_rules! schemas {
    ($($name:ident: $kind:literal, $format:literal;)*) => {
        $(impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"type": $kind, "format": $format})
            }
        })*
    };
}

schemas! {
    PersonalData: "string", "personal-data";
    TextOrNumber: "string", "text-or-number";
    Url: "string", "absolute-url";
    Decimal: "number", "decimal";
    Secret: "string", "password";
}
