//! Fault injection: error responses, lost responses, broken connections.

pub(crate) mod active;
pub(crate) mod fault;
pub(crate) mod rule;
pub(crate) mod syntax;
