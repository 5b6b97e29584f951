//! Webhook events.

use chrono::{DateTime, Utc};
use serde_json::Value;

/// An event.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    /// The same in every delivery of the event.
    pub(crate) uuid: String,
    pub(crate) created_at: DateTime<Utc>,
    /// Such as `order.authorized`.
    pub(crate) name: String,
    pub(crate) data: Value,
}

impl Event {
    pub(crate) fn data_type(&self) -> &'static str {
        match self.name.split_once('.') {
            Some(("order", _)) => "order",
            Some(("dispute", _)) => "dispute",
            _ => "tokenize",
        }
    }
}
