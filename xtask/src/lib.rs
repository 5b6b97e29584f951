//! Maintenance commands of this workspace: from the OpenAPI document to the generated code.
//!
//! | module | content |
//! |---|---|
//! | [`commands`] | one module per command |
//! | [`diff`] | differences between documents in terms of the generated crate |
//! | `client_rules` | what the document may contain, beyond the specifications |
//! | `publication` | the base document: our texts, names, and the structure of newer publications |
//! | [`codegen`] | code generation: progenitor, and the passes that turn its output into the code of this workspace |
//! | [`output`] | writes or compares the generated files |
//!
//! Everything that works on any OpenAPI document is in the crate [`openapi_lower`].

pub mod commands;
pub mod diff;

mod client_rules;
pub mod codegen;
mod publication;

pub mod output;
pub mod paths;
