//! `sezzle verify`, run as users run it, against a simulator or through a proxy in front of one.

#![allow(clippy::unwrap_used, reason = "a test should stop at an unexpected failure")]

mod cassettes;
mod changes;
mod failures;
mod interruptions;
mod program;
mod proxy;
mod run;
mod secrets;
