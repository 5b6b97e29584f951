//! What Sezzle sends to a subscribed URL: events, their signature, and the subscription itself.
//!
//! 1. Take the body of the webhook as bytes, and the header `Sezzle-Signature`; [`Verifier::event`] turns the two into
//!    an [`Event`], or refuses them. A worker behind a queue that was fed by a verified handler reads with
//!    [`Event::from_json`].
//! 2. Store the event before you answer, and answer with status 200 exactly, whatever it is about. Sezzle repeats what
//!    was answered otherwise for five days and then **deletes the subscription, for all events**: a 404 for an order
//!    you do not know ends all webhooks.
//! 3. Drop an event whose `uuid` was stored before. Events may come twice, and in any order.
//! 4. Now and then ask [`Client::webhook_subscription`](crate::Client::webhook_subscription) whether the subscription
//!    is still there.
//!
//! The example `webhooks` does all of this with `axum`.

#[cfg(feature = "webhook")]
mod verifier;

use std::ops::Deref;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::events::EventData;
use crate::types::{EventEnvelope, Webhook};
use crate::{Client, Error};
#[cfg(feature = "webhook")]
pub use verifier::{MOST_BODY_BYTES, SIGNATURE_HEADER, SignatureDecoder, Verifier, VerifyError};

/// An event: something that happened to a customer, an order or a dispute.
///
/// The fields of its envelope are those of [`EventEnvelope`]: `event.uuid`, by which to drop duplicates, `event.event`,
/// `event.created_at`. What happened is in [`data`](Self::data).
///
/// Anybody can send something that reads as one: see [`Verifier::event`].
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

impl Client {
    /// The subscription of a URL, or `None` if there is none: it was never made, or Sezzle has deleted it since too many
    /// deliveries failed. Make it again with [`create_webhook`](Self::create_webhook); what happened in between is not
    /// delivered, so read the orders that are open.
    ///
    /// # Errors
    ///
    /// As for [`list_webhooks`](Self::list_webhooks), from whose answer the subscription is taken.
    pub async fn webhook_subscription(&self, url: &str) -> Result<Option<Webhook>, Error> {
        let subscriptions = self.list_webhooks().send().await?.into_inner();
        Ok(subscriptions.into_iter().find(|subscription| subscription.url.as_deref() == Some(url)))
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
