//! Events as Sezzle sends them.

use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::de::diagnose::diagnose;
use crate::error::Error;
use crate::generated::events::EventData;
use crate::generated::types::EventEnvelope;

/// An event: something that happened to a customer, an order or a dispute.
///
/// It dereferences to its envelope, an [`EventEnvelope`]: `event.uuid`, which identifies duplicates, `event.event`,
/// `event.created_at`. What happened is in [`data`](Self::data).
///
/// An event that was only parsed may be forged: see `Verifier::verify_event`.
///
/// ```
/// use sezzle_api::Event;
/// use sezzle_api::events::EventData;
///
/// let body = br#"{"uuid": "event-1", "event": "order.refunded", "data": {"uuid": "order-1"}}"#;
/// let event = Event::from_json(body)?;
/// assert_eq!(event.uuid.as_deref(), Some("event-1"));
/// assert!(matches!(&event.data, EventData::OrderRefunded(data) if data.uuid.as_deref() == Some("order-1")));
/// # Ok::<(), sezzle_api::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Event {
    /// Id, time and name.
    #[serde(flatten)]
    pub envelope: EventEnvelope,
    /// What happened. Data that cannot be read is kept as raw JSON.
    pub data: EventData,
}

impl Event {
    /// Parses the body of a webhook.
    ///
    /// Fields of the envelope that cannot be read are `None`, and data that cannot be read is kept as raw JSON.
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not a JSON object.
    #[inline]
    pub fn from_json(body: &[u8]) -> Result<Self, Error> {
        // serde would also read the array of a struct's values.
        if body.trim_ascii_start().starts_with(b"[") {
            return Err(Error::invalid("event", "expected a JSON object"));
        }
        let invalid = |error| Error::invalid("event", diagnose(&error, body));
        let envelope = serde_json::from_slice(body).or_else(|_| read_envelope(body)).map_err(invalid)?;
        let RawData { data } = serde_json::from_slice(body).map_err(invalid)?;
        let name = envelope.event.as_ref().map_or("", |event| event.as_str());
        let data = data.unwrap_or(RawValue::NULL);
        let data = EventData::read(name, data)
            .map_err(|error| Error::invalid("event", diagnose(&error, data.get().as_bytes())))?;
        Ok(Self { envelope, data })
    }

    /// Returns Sezzle's id of the order that was authorized, captured, refunded or disputed. `None` if the event is about
    /// something else, or if its data cannot be read.
    pub fn order_uuid(&self) -> Option<&str> {
        match &self.data {
            EventData::OrderAuthorized(data) => data.uuid.as_deref(),
            EventData::OrderCaptured(data) => data.uuid.as_deref(),
            EventData::OrderRefunded(data) => data.uuid.as_deref(),
            EventData::DisputeMerchantInputRequested(data)
            | EventData::DisputeDeadlineApproaching(data)
            | EventData::DisputeClosedCustomerWin(data)
            | EventData::DisputeClosedMerchantWin(data)
            | EventData::DisputeClosedNeutral(data) => data.order_uuid.as_deref(),
            _ => None,
        }
    }
}

/// Reads an envelope without the members that cannot be read.
fn read_envelope(body: &[u8]) -> serde_json::Result<EventEnvelope> {
    let mut members: Map<String, Value> = serde_json::from_slice(body)?;
    let is_readable =
        |name: &str, value: &Value| EventEnvelope::deserialize(Value::from_iter([(name, value.clone())])).is_ok();
    members.retain(|name, value| is_readable(name, value));
    EventEnvelope::deserialize(Value::Object(members))
}

/// Reads what `Serialize` wrote, such as an event from a queue, and any other body of a webhook.
impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Self::from_json(value.to_string().as_bytes()).map_err(serde::de::Error::custom)
    }
}

impl Deref for Event {
    type Target = EventEnvelope;

    fn deref(&self) -> &EventEnvelope {
        &self.envelope
    }
}

/// The data of an event, not parsed yet: its type depends on the name of the event.
#[derive(Deserialize)]
struct RawData<'a> {
    #[serde(borrow)]
    data: Option<&'a RawValue>,
}
