// The README is the crate's front page. These definitions replace its links to files, because the first one wins.
//! [getting started]: crate::guide::getting_started
//! [authentication]: crate::guide::authentication
//! [money]: crate::guide::money
//! [orders]: crate::guide::orders
//! [errors and retries]: crate::guide::errors_and_retries
//! [webhooks]: crate::guide::webhooks
//! [reports]: crate::guide::reports
//! [testing]: crate::guide::testing
//! [going live]: crate::guide::going_live
//! [checking]: crate::guide::checking
//! [regenerating]: crate::guide::regenerating
//! [simulator]: crate::guide::testing
//! [sources]: crate::guide::regenerating#in-the-repository
//! [provenance]: crate::guide::regenerating#in-the-repository
//! [changes]: crate::guide::regenerating#in-the-repository
//! [security]: crate::guide::regenerating#in-the-repository
//!
#![doc = include_str!("../README.md")]
// docs.rs shows on each item which feature it needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

// In reading order: a client, its calls, what they return, the rest of the API.
mod client;

mod auth;
mod call;
mod hooks;
mod operation;
mod operation_builder;
mod prepared_call;
mod request;
mod response;
mod retry;

#[cfg(feature = "blocking")]
pub mod blocking;
#[cfg(feature = "blocking")]
mod runtime;

mod error;
mod secret;
mod url;

#[rustfmt::skip]
#[allow(clippy::all, clippy::str_to_string, clippy::needless_pass_by_value, reason = "the lints are for hand-written code")]
mod generated;
mod de;
#[cfg(feature = "schemars")]
mod json_schema;
pub mod setter;
mod type_builder;
mod types_ext;

pub mod money;
#[cfg(feature = "reports")]
pub mod reports;
pub mod webhook;

#[cfg(doc)]
pub mod guide;
#[cfg(feature = "mock")]
pub mod mock;

pub use call::byte_stream::ByteStream;
pub use chrono;
pub use client::Client;
pub use client::builder::{ClientBuilder, DEFAULT_CONNECT_TIMEOUT, DEFAULT_DEADLINE, DEFAULT_TIMEOUT};
pub use client::credentials::{Credentials, PRIVATE_KEY_ENV, PUBLIC_KEY_ENV};
pub use client::server::{SERVER_ENV, Server};
pub use de::open_enum::{ParseValueError, UnknownValue};
pub use de::or_raw::OrRaw;
pub use de::raw_json::RawJson;
pub use error::code::ErrorCode;
pub use error::{Error, ErrorKind};
#[cfg(feature = "mock")]
pub use generated::response_builders;
pub use generated::{builder, events, operations, type_builders, types};
pub use hooks::Attempt;
#[cfg(feature = "unknown-fields")]
pub use hooks::UnknownField;
pub use http;
pub use operation::Operation;
pub use prepared_call::PreparedCall;
pub use request::Request;
/// The crate whose types [`ClientBuilder::http_client`] takes.
#[cfg(feature = "reqwest-0-13")]
pub use reqwest;
pub use response::ResponseValue;
pub use retry::budget::DEFAULT_RETRY_BUDGET;
pub use retry::{DEFAULT_BASE_DELAY, DEFAULT_MAX_ATTEMPTS, DEFAULT_MAX_DELAY, DEFAULT_MAX_RETRY_AFTER, RetryPolicy};
pub use rust_decimal::Decimal;
pub use secret::Secret;
pub use setter::{BuildError, IntoOptional, IntoValue};
pub use webhook::Event;
