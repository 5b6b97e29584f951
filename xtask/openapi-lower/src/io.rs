//! Reading documents, reporting problems in them, and writing results.

pub mod finding;
pub mod lines;
pub mod output;
pub mod read;
pub mod style;
