//! What a client reports while it works: see [`ClientBuilder::on_attempt`](crate::ClientBuilder::on_attempt) and
//! [`ClientBuilder::on_unknown_fields`](crate::ClientBuilder::on_unknown_fields).

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use reqwest::StatusCode;

use crate::error::ErrorKind;
use crate::operation::Operation;

/// One attempt of a call, after it ended. Contains no credentials, bodies or values of the request.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The operation.
    pub operation: &'static Operation,
    /// The base URL of the gateway.
    pub server: &'a str,
    /// The number of the attempt within the call, from 1.
    pub number: u32,
    /// The HTTP status, if a response arrived.
    pub status: Option<StatusCode>,
    /// How far the attempt got if it failed; `None` if it succeeded.
    pub error: Option<ErrorKind>,
    /// The time from the start of the attempt to its end. For a stream, to the head of the response.
    pub duration: Duration,
    /// The wait before the next attempt; `None` if this was the last one.
    pub next_attempt_in: Option<Duration>,
}

/// A member of a response that the types of the crate do not have.
#[cfg(feature = "unknown-fields")]
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct UnknownField<'a> {
    /// The operation.
    pub operation: &'static Operation,
    /// Where the member is in the response, as a JSON pointer (RFC 6901) such as `/order/new_field`.
    pub pointer: &'a str,
    /// The JSON type of its value: `null`, `boolean`, `number`, `string`, `array` or `object`; `unknown` if the body has a
    /// number or string that cannot be read.
    pub json_type: &'static str,
}

pub(crate) type OnAttempt = Arc<dyn Fn(&Attempt<'_>) + Send + Sync>;
#[cfg(feature = "unknown-fields")]
pub(crate) type OnUnknownFields = Arc<dyn Fn(&UnknownField<'_>) + Send + Sync>;

/// The callbacks of a client. A call without any pays for a comparison with `None`.
#[derive(Clone, Default)]
pub(crate) struct Hooks {
    pub(crate) on_attempt: Option<OnAttempt>,
    #[cfg(feature = "unknown-fields")]
    pub(crate) on_unknown_fields: Option<OnUnknownFields>,
}

/// Calls a callback. If it panics, the call that it observes has its result all the same: a payment may have been made.
pub(crate) fn shield(callback: impl FnOnce()) {
    let _ = catch_unwind(AssertUnwindSafe(callback));
}
