//! What Sezzle sends to a subscribed URL.

use std::ops::Deref;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::Error;
use crate::events::EventData;
use crate::types::EventEnvelope;

/// An event: something that happened to a customer, an order or a dispute.
///
/// The fields of its envelope are those of [`EventEnvelope`]: `event.uuid`, by which to drop duplicates, `event.event`,
/// `event.created_at`. What happened is in [`data`](Self::data).
///
/// Verify the signature of a webhook before you trust what is read here.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// Id, time and name.
    pub envelope: EventEnvelope,
    /// What happened. Data that cannot be read is kept as it came.
    pub data: EventData,
}

impl Event {
    /// Reads an event from the body of a webhook.
    ///
    /// # Errors
    ///
    /// The body is not a JSON object, or its envelope cannot be read. Data that cannot be read is no error.
    pub fn from_json(body: &[u8]) -> Result<Self, Error> {
        let unreadable = || Error::invalid("event", crate::decode::problem::<EventEnvelope>(body));
        // Not into the envelope at once: a type of named fields would take a list of their values too.
        let mut fields: serde_json::Map<String, Value> = serde_json::from_slice(body).map_err(|_| unreadable())?;
        let envelope: EventEnvelope = serde_json::from_slice(body).map_err(|_| unreadable())?;
        let name = envelope.event.as_ref().map_or("", |event| event.as_str());
        let data = EventData::read(name, fields.remove("data").unwrap_or_default());
        Ok(Self { envelope, data })
    }
}

impl Deref for Event {
    type Target = EventEnvelope;

    fn deref(&self) -> &EventEnvelope {
        &self.envelope
    }
}

/// Reads the data of a known event; what cannot be read is kept.
pub(crate) fn read_data<T: DeserializeOwned>(data: Value, known: impl FnOnce(T) -> EventData) -> EventData {
    // Only an object says something; anything else would read as one with every field missing.
    if data.is_object()
        && let Ok(read) = serde_json::from_value(data.clone())
    {
        return known(read);
    }
    EventData::Unknown(crate::RawJson(data))
}
