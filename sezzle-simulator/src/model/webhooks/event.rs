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
    pub(crate) name: &'static str,
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

/// The events of the document.
pub(crate) const NAMES: [&str; 9] = [
    "customer.tokenized",
    "order.authorized",
    "order.captured",
    "order.refunded",
    "dispute.merchant_input_requested",
    "dispute.deadline_approaching",
    "dispute.closed.customer_win",
    "dispute.closed.merchant_win",
    "dispute.closed.neutral",
];

/// Returns the static name of an event, if the document has it.
pub(crate) fn name(text: &str) -> Option<&'static str> {
    NAMES.into_iter().find(|name| *name == text)
}
