//! What webhooks tell of: things that happened, waiting to be delivered.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::state::GatewayState;

/// Something that happened, as a webhook tells it.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    /// The same in every delivery of the event.
    pub(crate) uuid: String,
    pub(crate) created_at: DateTime<Utc>,
    /// Such as `order.authorized`.
    pub(crate) name: &'static str,
    /// `customer`, `order` or `dispute`.
    pub(crate) data_type: &'static str,
    pub(crate) data: Value,
}

impl GatewayState {
    /// Notes that something happened at this time.
    pub(crate) fn emit(&mut self, at: DateTime<Utc>, name: &'static str, data_type: &'static str, data: Value) {
        let uuid = self.ids.uuid();
        self.events.push(Event { uuid, created_at: at, name, data_type, data });
    }

    /// Hands over the events since the last call, oldest first.
    pub(crate) fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }
}
