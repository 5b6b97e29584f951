//! Servers and API keys.

pub(crate) mod commands;
pub(crate) mod keys;
pub(crate) mod server;
