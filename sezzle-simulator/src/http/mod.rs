//! The gateway over HTTP.
//!
//! `serve` accepts connections. `routes` checks a request (`origin`, `authentication`, `document`), injects faults, calls its operation
//! and records it (`request_log`). `gateway` holds what all requests share. `delivery` sends webhooks.

pub(crate) mod serve;

pub(crate) mod routes;

pub(crate) mod authentication;
pub(crate) mod document;
pub(crate) mod idempotency;
mod origin;

mod fault_body;
pub(crate) mod fault_injection;

pub(crate) mod error;
pub(crate) mod gateway;
pub(crate) mod request_log;

pub(crate) mod delivery;
mod sender;
mod signature;
