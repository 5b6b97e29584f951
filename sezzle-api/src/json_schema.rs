//! JSON schemas of values whose Rust types have less detail than the document (feature `schemars`).

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// Declares a type that describes a format of the document.
macro_rules! format {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $format:literal) => {
        $(#[$doc])*
        pub(crate) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"type": $kind, "format": $format})
            }
        }
    };
}

format!(
    /// A string that `Debug` redacts.
    PersonalData, "string", "personal-data"
);
format!(
    /// A string that may be sent as a number.
    TextOrNumber, "string", "text-or-number"
);
format!(
    /// An absolute URL.
    Url, "string", "absolute-url"
);
format!(
    /// An exact decimal number.
    Decimal, "number", "decimal"
);

impl JsonSchema for crate::Secret {
    fn schema_name() -> Cow<'static, str> {
        "Secret".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "format": "password"})
    }
}
