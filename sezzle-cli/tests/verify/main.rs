//! `sezzle verify`, run as users run it, against a simulator or through a proxy in front of one.

#![allow(clippy::unwrap_used, reason = "a test should stop at an unexpected failure")]

mod cassettes;
mod changes;
mod failures;
mod interruptions;
#[path = "../commands/program.rs"]
#[allow(dead_code, reason = "shared with the tests of the other commands")]
mod program;
mod proxy;
mod run;
mod secrets;
mod verification;
