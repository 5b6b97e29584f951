//! `sezzle-api` as its users see it: against the wire, against the simulator, against the document.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod bad_input;
mod document;
mod environment;
mod errors;
mod examples;
mod secrets;
mod session;
mod support;
mod token;
mod tolerance;
mod traps;
