//! Reading documents, and reporting problems in them.

pub mod finding;
pub mod lines;
pub mod read;
pub mod style;
