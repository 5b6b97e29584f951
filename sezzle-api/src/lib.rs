//! Client for the Sezzle merchant API v2: buy now, pay later.
//!
//! Build a [`Client`], call the method named after the operation, set its parameters, and `send`:
//!
//! ```no_run
//! use sezzle_api::types::{Intent, Price, SessionOrder, SessionRequest};
//! use sezzle_api::{Client, Credentials, Server};
//!
//! # async fn example() -> Result<(), sezzle_api::Error> {
//! let client = Client::builder()
//!     .server(Server::Sandbox)
//!     .credentials(Credentials::keys("sz_pub_...", "sz_pr_..."))
//!     .build()?;
//!
//! let order = SessionOrder::builder()
//!     .intent(Intent::Auth)
//!     .reference_id("order-1001")
//!     .order_amount(Price::usd(4150));
//! let request = SessionRequest::builder()
//!     .cancel_url("https://shop.example/cart")
//!     .complete_url("https://shop.example/thanks?order=1001")
//!     .order(order);
//! let session = client.create_session().body(request).send().await?;
//! let checkout_url = session.order.as_ref().and_then(|order| order.checkout_url.as_deref());
//! println!("send the shopper to {checkout_url:?}");
//! # Ok(())
//! # }
//! ```
//!
//! The types in [`types`] and the methods of [`Client`] are generated from the OpenAPI document of the API. What comes
//! from the gateway is read leniently: fields it adds are ignored, values it adds to an enum are kept as `Unknown`, and
//! `null` reads as absent or empty.
//!
//! A call is attempted again by the client where that cannot act twice: if the operation is idempotent, if the gateway
//! knows it by its `Sezzle-Request-Id`, which is the same on every attempt, or if it certainly did nothing. How often,
//! and for how long, is said by a [`RetryPolicy`], by timeouts and by deadlines, for the client ([`ClientBuilder`]) and
//! for each call (`client.get_order().order_uuid(id).deadline(time)`).
//!
//! Around the calls: [`webhook`] verifies what Sezzle sends, `reports` reads settlements as typed rows, and [`money`]
//! adds up amounts.
//!
//! Every failure is an [`Error`], which says how far the call got and whether Sezzle may have acted on it. Keys, tokens
//! and personal data are not printed by `Debug` or `Display` of any type here; nor are the gateway's links, which may
//! carry tokens, and the gateway's messages, which may repeat what it was sent.

mod answer;
mod budget;
mod byte_stream;
mod call;
mod call_options;
mod client;
mod credentials;
mod decode;
mod error;
mod error_body;
mod error_code;
#[rustfmt::skip]
#[allow(clippy::all, clippy::str_to_string, clippy::needless_pass_by_value, reason = "the lints are for what people write")]
mod generated;
#[cfg(feature = "schemars")]
mod json_schema;
mod lenient;
mod link;
#[cfg(feature = "mock")]
pub mod mock;
pub mod money;
mod open_enum;
mod operation;
mod order;
mod random;
mod raw_json;
mod redact;
#[cfg(feature = "reports")]
pub mod reports;
mod request;
mod response;
mod retry;
mod retry_after;
mod secret;
mod server;
mod session;
pub mod setter;
mod swap;
mod token;
mod trace;
mod transport;
pub mod webhook;

pub use budget::DEFAULT_RETRY_BUDGET;
pub use byte_stream::ByteStream;
pub use chrono;
pub use client::{Client, ClientBuilder, DEFAULT_CONNECT_TIMEOUT, DEFAULT_DEADLINE, DEFAULT_TIMEOUT};
pub use credentials::{Credentials, PRIVATE_KEY_VARIABLE, PUBLIC_KEY_VARIABLE, SERVER_VARIABLE};
pub use error::{Error, ErrorKind};
pub use error_code::ErrorCode;
pub use generated::{builder, events, operations, types};
pub use open_enum::UnknownValue;
pub use operation::Operation;
pub use raw_json::RawJson;
pub use request::Request;
pub use reqwest;
pub use response::ResponseValue;
pub use retry::{DEFAULT_ATTEMPTS, DEFAULT_BASE_DELAY, DEFAULT_MAX_DELAY, DEFAULT_MAX_RETRY_AFTER, RetryPolicy};
pub use rust_decimal::Decimal;
pub use secret::Secret;
pub use server::Server;
pub use setter::IntoOptional;
pub use webhook::Event;

/// The README's program is compiled with the documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
