//! A local gateway that behaves like the Sezzle merchant API v2: buy now, pay later, without an account and without
//! the network.
//!
//! It speaks HTTP and depends on the OpenAPI document alone, so it checks any client from the outside. Bodies of
//! requests are held to the document's schemas, and so are the simulator's own answers; an answer that breaks them is
//! a mistake here and shows up in [`Simulator::findings`].
//!
//! # In a test
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! use sezzle_simulator::Simulator;
//!
//! let simulator = Simulator::start().await?;
//! // Point the client at `simulator.url()`, with `simulator.public_key()` and `simulator.private_key()`.
//! assert!(simulator.url().starts_with("http://127.0.0.1:"));
//! assert!(simulator.requests().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! Each simulator stands alone, and dropping one stops it. The test plays the shopper with [`Simulator::approve`] and
//! [`Simulator::decline`].
//!
//! # By hand
//!
//! `cargo run -p sezzle-simulator` prints what to export. A person plays the shopper on the page behind an order's
//! `checkout_url`; a script does with `POST /_simulator/sessions/{session_uuid}/approve` or `/decline`, which answer
//! 204, 404 or 409.
//!
//! # What is there
//!
//! Authentication and sessions. Every other operation of the document is known, its request is checked, and it is
//! answered with 501.
//!
//! # Choices
//!
//! Where the document leaves room, the simulator does the following.
//!
//! - An order that waits for the shopper links `self` with GET and PATCH, and `checkout` with DELETE. Once approved it
//!   links `self` with GET and PATCH, and `refund` with POST; with intent `AUTH` also `release` and `capture` with
//!   POST. Once declined it links `self` alone.
//! - A tokenization links its session with GET under the rel `token`. It lasts 30 minutes by its `expiration`, which
//!   is told but not enforced, and so is an order's `checkout_expiration`.
//! - `checkout_url` and `approval_url` lead to the same page, and the decision there is for the session as a whole.
//! - The shopper is sent to the shop's URL as it is, without `customer-uuid`.
//! - An order without an intent is a `CAPTURE`, and its amount must be at least 100 cents.
//! - The bearer is checked before the body. An expired token and an unknown one get the same code.
//! - Of several mistakes in a body, the one whose location sorts first is told.
//! - Formats that JSON Schema knows are checked, such as `date-time`. Unknown properties are let through.
//! - Errors that the document lists nowhere have the documented form: 404 `not_found` for an unknown path, 405
//!   `method_not_allowed`, 409 `conflict`, 413 `payload_too_large` above 1 MiB, 501 `not_implemented`.

mod agenda;
mod authorization;
mod card;
mod checkout;
mod clock;
mod control;
mod control_error;
mod customer;
mod direct_orders;
mod dispute;
mod document;
mod error;
mod events;
mod faults;
mod gateway;
mod guard;
mod idempotency;
mod ids;
mod ledger;
mod links;
mod log;
mod money;
mod operations;
mod order;
mod payments;
mod reports;
mod routes;
mod serve;
mod session;
mod settings;
mod shopper;
mod simulator;
mod snapshot;
mod state;
mod tokenization;
mod webhooks;

pub use control_error::ControlError;
pub use dispute::DisputeOutcome;
pub use faults::{ActiveFault, ErrorShape, Fault, FaultError, FaultRule, FaultSyntaxError, RetryAfter};
pub use ledger::{LedgerEntry, LedgerKind};
pub use log::{Finding, RecordedRequest};
pub use settings::Builder;
pub use simulator::Simulator;
pub use state::FinishError;
pub use webhooks::{DeliveryAttempt, DeliveryOrder, DeliveryOutcome, RedeliverError};

/// Points in time as the gateway writes them.
fn timestamp(time: chrono::DateTime<chrono::Utc>) -> String {
    time.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// Points in time as events write them.
fn event_timestamp(time: chrono::DateTime<chrono::Utc>) -> String {
    time.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
}
