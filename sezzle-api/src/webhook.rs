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

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

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
    #[inline]
    pub fn from_json(body: &[u8]) -> Result<Self, Error> {
        let unreadable = || Error::invalid("event", crate::decode::problem::<EventEnvelope>(body));
        let Parts { envelope, data } = serde_json::from_slice(body).map_err(|_| unreadable())?;
        let name = envelope.event.as_ref().map_or("", |event| event.as_str());
        let data = EventData::read(name, data.unwrap_or(RawValue::NULL)).map_err(|_| unreadable())?;
        Ok(Self { envelope, data })
    }

    /// Sezzle's id of the order that the event is about, if it is about one: what was authorized, captured, refunded or
    /// disputed. `None` too where the data cannot be read, and is there as it came.
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

/// An event as it is read in one go: its data is looked at once its name is known.
struct Parts<'a> {
    envelope: EventEnvelope,
    data: Option<&'a RawValue>,
}

impl<'de> Deserialize<'de> for Parts<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Not as the envelope: a type of named fields would take a list of their values too.
        deserializer.deserialize_map(PartsVisitor)
    }
}

struct PartsVisitor;

impl<'de> Visitor<'de> for PartsVisitor {
    type Value = Parts<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Parts<'de>, A::Error> {
        let mut data = None;
        let fields = WithoutData { map, data: &mut data };
        let envelope = EventEnvelope::deserialize(MapAccessDeserializer::new(fields))?;
        Ok(Parts { envelope, data })
    }
}

/// The fields of an event but for its data, which is put aside.
struct WithoutData<'a, 'de, A> {
    map: A,
    data: &'a mut Option<&'de RawValue>,
}

#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de, A: MapAccess<'de>> MapAccess<'de> for WithoutData<'_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        while let Some(Key(key)) = self.map.next_key()? {
            if key != "data" {
                return seed.deserialize(key.into_deserializer()).map(Some);
            }
            *self.data = Some(self.map.next_value()?);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}
