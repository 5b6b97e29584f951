//! The program `sezzle`, run as users run it, against a simulator.

mod help;
mod operations;
mod program;
mod secrets;
mod settlements;
mod snapshot;
mod transcripts;
