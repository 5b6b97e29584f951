//! `sezzle-api` as its users see it: against the wire, against the simulator, against the document.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod adversary;
mod bad_input;
mod blocking;
mod calls;
mod day;
mod disagreements;
mod document;
mod environment;
mod errors;
mod events;
mod examples;
#[rustfmt::skip]
mod generated;
mod links;
mod matrix;
mod mocks;
mod money;
mod operations;
mod receiver;
mod reports;
mod request;
mod retries;
mod schemas;
mod scripted;
mod secrets;
mod session;
mod support;
mod texts;
mod tls;
mod token;
mod tolerance;
mod traces;
mod traps;
mod virtual_time;
mod weather;
mod webhooks;
