//! What the JSON of a value looks like, where its Rust type says less than the document (feature `schemars`).

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// Describes a format of the document by a type of its own.
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
    /// A text that `Debug` does not show.
    PersonalData, "string", "personal-data"
);
format!(
    /// A text that may come as a number.
    TextOrNumber, "string", "text-or-number"
);
format!(
    /// An exact decimal.
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
