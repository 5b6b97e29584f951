//! Turns a lowered document into the generated files.
//!
//! [`emit`] has progenitor write Rust for the document, `passes` turn that into the code of `sezzle-api`, [`render`]
//! writes it as text, `test_dispatch` adds what the tests need, and `cli_commands`
//! the commands of `sezzle-cli`. `conventions` holds the overlay to what the
//! passes understand, `widened` the document to what
//! the crate has types for, and `unique_names` its names to those that Rust can distinguish. Nothing here touches a file.

pub(crate) mod cli_commands;
pub(crate) mod conventions;
pub mod emit;
pub(crate) mod passes;
pub mod render;
pub(crate) mod rust_names;
mod sdk;
pub(crate) mod syntax;
pub(crate) mod test_dispatch;
pub(crate) mod unique_names;
pub(crate) mod widened;
