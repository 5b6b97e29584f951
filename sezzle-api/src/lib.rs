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
//! [regenerating]: crate::guide::regenerating
//! [simulator]: crate::guide::testing
//! [sources]: crate::guide::regenerating#in-the-repository
//! [provenance]: crate::guide::regenerating#in-the-repository
//! [changes]: crate::guide::regenerating#in-the-repository
//! [security]: crate::guide::regenerating#in-the-repository
//!
#![doc = include_str!("../README.md")]
// Says on each item which feature it needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod answer;
#[cfg(feature = "blocking")]
pub mod blocking;
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
#[cfg(doc)]
pub mod guide;
#[cfg(feature = "schemars")]
mod json_schema;
mod lenient;
mod link;
#[cfg(feature = "mock")]
pub mod mock;
pub mod money;
mod open_enum;
mod operation;
mod operation_builder;
mod order;
mod order_ids;
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
mod type_builder;
pub mod webhook;

pub use budget::DEFAULT_RETRY_BUDGET;
pub use byte_stream::ByteStream;
pub use chrono;
pub use client::{Client, ClientBuilder, DEFAULT_CONNECT_TIMEOUT, DEFAULT_DEADLINE, DEFAULT_TIMEOUT};
pub use credentials::{Credentials, PRIVATE_KEY_VARIABLE, PUBLIC_KEY_VARIABLE, SERVER_VARIABLE};
pub use error::{Error, ErrorKind};
pub use error_code::ErrorCode;
#[cfg(feature = "mock")]
pub use generated::response_builders;
pub use generated::{builder, events, operations, type_builders, types};
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
pub use type_builder::BuildError;
pub use webhook::Event;
