//! Webhooks: who is told of what happens, and the telling.

mod delivery;
mod operations;
mod outbox;
mod samples;
mod schedule;
mod sender;
mod signature;
mod subscriptions;

pub(crate) use delivery::{Bell, DeliverySettings, deliver, settled};
pub(crate) use operations::HANDLERS;
pub use outbox::{DeliveryAttempt, DeliveryOrder, DeliveryOutcome, RedeliverError};
pub(crate) use outbox::{Job, Outbox};
#[cfg(test)]
pub(crate) use samples::sample;
pub(crate) use subscriptions::{Subscription, Subscriptions};
