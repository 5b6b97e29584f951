//! The gateway over HTTP.
//!
//! A connection (`serve`) leads to `routes`, which checks a request (`guard`, `access`, `document`), injects faults, calls
//! its operation, and records it (`request_log`). `gateway` is what all requests share.

pub(crate) mod access;
pub(crate) mod delivery;
pub(crate) mod document;
pub(crate) mod error;
mod fault_body;
pub(crate) mod fault_injection;
pub(crate) mod gateway;
mod guard;
pub(crate) mod idempotency;
pub(crate) mod request_log;
pub(crate) mod routes;
pub(crate) mod serve;
