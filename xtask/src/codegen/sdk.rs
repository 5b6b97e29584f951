//! The hand-written modules of `sezzle-api` that generated code names.

/// The readers of lenient fields.
pub(super) const LENIENT: &str = "crate::de::lenient";

/// The enums that keep unknown values, and their macro.
pub(super) const OPEN_ENUM: &str = "crate::de::open_enum";

/// The schemas of formats (feature `schemars`).
pub(super) const JSON_SCHEMA: &str = "crate::json_schema";

/// A string that is never printed.
pub(super) const SECRET: &str = "crate::secret::Secret";

/// What `Debug` shows instead of a value.
pub(super) const REDACTED: &str = "crate::secret::Redacted";

/// What `Debug` shows instead of a URL.
pub(super) const REDACTED_URL: &str = "crate::url::RedactedUrl";

/// The wrapper of fields that may hold other JSON, and its readers.
pub(super) const OR_RAW: &str = "crate::de::or_raw";

/// A JSON value as it was received.
pub(super) const RAW_JSON: &str = "crate::de::raw_json::RawJson";

/// An exact decimal number.
pub(super) const DECIMAL: &str = "::rust_decimal::Decimal";

/// The row type of the operation table.
pub(super) const OPERATION: &str = "crate::operation::Operation";

/// The client.
pub(super) const CLIENT: &str = "crate::client::Client";

/// The error of a call.
pub(super) const ERROR: &str = "crate::error::Error";

/// The body of a response that is read piece by piece.
pub(super) const BYTE_STREAM: &str = "crate::call::byte_stream::ByteStream";

/// The functions that write the parts of a request.
pub(super) const ENCODE: &str = "crate::call::encode";

/// The macro that declares the builder of an operation.
pub(super) const OPERATION_BUILDER: &str = "crate::operation_builder::operation_builder";

/// The macro that adds `prepare` to the builder of an operation.
pub(super) const PREPARE: &str = "crate::prepared_call::prepare";

/// The macro that declares the builder of a type.
pub(super) const TYPE_BUILDER: &str = "crate::type_builder::type_builder";

/// A path as syntax.
///
/// # Panics
///
/// `text` is not a path.
pub(super) fn path(text: &str) -> syn::Path {
    syn::parse_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}
