//! Receiving, forwarding, recording and triggering webhooks.

pub(crate) mod control;
pub(crate) mod events;
pub(crate) mod forward;
pub(crate) mod listen;
pub(crate) mod record;
pub(crate) mod replay;
pub(crate) mod trigger;
