//! Webhooks: events, their signature, and the subscription.
//!
//! 1. Take the body of the webhook as bytes, and pass it with the headers to [`Verifier::verify_headers`], which returns an
//!    [`Event`]. If it returns an error that [is not authentic](VerifyError::is_authentic), respond with 401 and stop.
//! 2. Store the event, or the body of one that cannot be parsed. Drop an event whose `uuid` is already stored: events may
//!    arrive twice, and in any order.
//! 3. Then respond with status 200 exactly, whatever the event is about. Sezzle repeats deliveries with any other status for
//!    five days and then **deletes the subscription, for all events**: a 404 for an unknown order ends all webhooks.
//! 4. Check regularly with [`Client::find_webhook`](crate::Client::find_webhook) that the subscription still exists.
//!
//! The example `webhooks` does all of this with `axum`.

pub(crate) mod event;
mod subscription;
#[cfg(feature = "webhook")]
mod verifier;

pub use event::Event;
#[cfg(feature = "webhook")]
pub use verifier::{DEFAULT_MAX_BODY_BYTES, SIGNATURE_HEADER, SignatureDecoder, Verifier, VerifyError};
