//! Webhooks: events, subscriptions, and the deliveries between them.
//!
//! An event goes to the `outbox`, which decides what is attempted when; `http/delivery.rs` makes the attempts.

pub(crate) mod outbox;
pub(crate) mod subscriptions;
