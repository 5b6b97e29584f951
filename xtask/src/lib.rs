//! The way from the OpenAPI document to the generated code, one module for each stage.
//!
//! [`generate`](generate::generate) runs them in order; every other module is one stage, a function from a value to a
//! value. Only [`output`] touches files that exist already.

pub mod api;
pub mod build_cost;
pub mod ci;
pub mod codegen;
pub mod diff;
pub mod finding;
pub mod fit;
pub mod generate;
pub mod guard;
pub mod lower;
pub mod output;
pub mod overlay;
pub mod read;
pub mod relax;
pub mod style;
pub mod update;
pub mod walk;
