//! Reads JSON that differs from the document.
//!
//! - `lenient`: readers for single fields, such as times in several formats.
//! - `open_enum`: enums that keep values they do not know.
//! - `or_raw`: fields whose values may be of a type that the crate has no type for.
//! - `raw_json`: JSON that no type describes.
//! - `unknown_fields`: reports members that no type has.
//! - `diagnose`: why a response cannot be read, without showing its values.

pub(crate) mod diagnose;
pub(crate) mod lenient;
pub(crate) mod open_enum;
pub(crate) mod or_raw;
pub(crate) mod raw_json;
#[cfg(feature = "unknown-fields")]
pub(crate) mod unknown_fields;
