//! The journal and the inbox on PostgreSQL, which the tests start themselves.

#![allow(clippy::unwrap_used, reason = "a test should stop at an unexpected failure")]

#[path = "../scenarios/mod.rs"]
mod scenarios;
mod server;
