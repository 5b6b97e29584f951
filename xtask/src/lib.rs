//! Maintenance commands of this workspace: from the OpenAPI document to the generated code.
//!
//! | module | content |
//! |---|---|
//! | [`commands`] | one module per command |
//! | [`diff`] | differences between documents in terms of the generated crate |
//! | [`conventions`], [`client_rules`] | what the overlay and the document may contain, beyond the specifications |
//! | [`emit`], [`passes`], [`render`], [`harness`] | code generation |
//! | [`output`] | writes or compares the generated files |
//!
//! Everything that works on any OpenAPI document is in the crate [`openapi_lower`].

pub mod commands;

pub mod diff;

pub mod client_rules;
pub mod conventions;
pub mod emit;
pub mod harness;
pub mod passes;
pub mod render;

pub mod output;
pub mod paths;
