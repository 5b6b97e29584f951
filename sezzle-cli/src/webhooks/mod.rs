//! What the commands about webhooks share.
//!
//! - `events`: the names of the events.
//! - `record`: webhooks in a file.
//! - `forward`: sends webhooks to a handler.
//! - `control`: the controls of a simulator.

pub(crate) mod control;
pub(crate) mod events;
pub(crate) mod forward;
pub(crate) mod record;
