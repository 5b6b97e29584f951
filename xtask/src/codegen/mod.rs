//! Turns a lowered document into the generated files.
//!
//! [`emit`] has progenitor write Rust for the document, `passes` turn that into the code of `sezzle-api`, [`render`]
//! writes it as text, `cli` adds the commands of the program `sezzle`, and `test_dispatch` what the tests need. [`conventions`] holds the overlay to what the
//! passes understand. Nothing here touches a file.

pub(crate) mod cli;
pub mod conventions;
pub mod emit;
pub(crate) mod passes;
pub mod render;
mod sdk;
pub(crate) mod syntax;
pub(crate) mod test_dispatch;
