//! The program `sezzle`, run as users run it, against a simulator.

#![allow(clippy::unwrap_used, reason = "a test should stop at an unexpected failure")]

// The reviewed help is that of the default features.
#[cfg(not(feature = "journal"))]
mod help;
#[cfg(feature = "journal")]
mod journal;
mod operations;
mod program;
mod secrets;
mod settlements;
mod snapshot;
mod transcripts;
mod webhooks;
