//! Webhooks: events, subscriptions, and the deliveries between them.
//!
//! An event goes to the `outbox`, which decides what is to be attempted when; `http/delivery.rs` makes the attempts.

pub(crate) mod event;
pub(crate) mod notify;
pub(crate) mod outbox;
pub(crate) mod samples;
mod schedule;
pub(crate) mod sender;
pub(crate) mod signature;
pub(crate) mod subscriptions;
