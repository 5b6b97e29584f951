//! Reads the parts of a document that are compared.

pub(super) mod body;
pub(super) mod event;
pub(super) mod operation;
pub(super) mod parameter;
pub mod schema;
pub(super) mod usage;
