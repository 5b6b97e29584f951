//! A successful response.

use std::fmt;
use std::ops::{Deref, DerefMut};

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{HeaderMap, HeaderValue};

use crate::error::CallSummary;

/// The value of a successful response, with its status and headers.
///
/// It dereferences to the value; [`into_inner`](Self::into_inner) returns the value itself.
///
/// ```no_run
/// # async fn example(client: &sezzle_api::Client) -> Result<(), sezzle_api::Error> {
/// use sezzle_api::types::Order;
///
/// let response = client.get_order().order_uuid("..").send().await?;
/// println!("{:?} after {} attempts", response.checkout_status, response.attempts());
/// let order: Order = response.into_inner();
/// # let _ = order;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ResponseValue<T> {
    inner: T,
    status: StatusCode,
    headers: HeaderMap,
    body: Option<Bytes>,
    request_id: Option<HeaderValue>,
    attempts: u32,
}

impl<T> ResponseValue<T> {
    pub(crate) fn new(
        inner: T,
        status: StatusCode,
        headers: HeaderMap,
        body: Option<Bytes>,
        call: &CallSummary,
    ) -> Self {
        Self { inner, status, headers, body, request_id: call.request_id.clone(), attempts: call.attempts }
    }

    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> ResponseValue<U> {
        let Self { inner, status, headers, body, request_id, attempts } = self;
        ResponseValue { inner: change(inner), status, headers, body, request_id, attempts }
    }

    /// Returns the value.
    pub fn into_inner(self) -> T {
        self.inner
    }

    /// Returns the HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the HTTP headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the body as it was received. `None` unless
    /// [`ClientBuilder::keep_response_bodies`](crate::ClientBuilder::keep_response_bodies) is set, and for a response whose
    /// body is not read or is a stream. It may contain personal data.
    pub fn body(&self) -> Option<&[u8]> {
        self.body.as_deref()
    }

    /// Returns the `Sezzle-Request-Id` of the call: the caller's, or the one that the client generated. `None` for an
    /// operation that accepts none.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_ref().and_then(|id| id.to_str().ok())
    }

    /// Returns the number of attempts.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }
}

impl<T> Deref for ResponseValue<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inner
    }
}

impl<T> DerefMut for ResponseValue<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.inner
    }
}

impl<T> AsRef<T> for ResponseValue<T> {
    fn as_ref(&self) -> &T {
        &self.inner
    }
}

/// Serializes the value alone.
impl<T: serde::Serialize> serde::Serialize for ResponseValue<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.inner.serialize(serializer)
    }
}

/// Omits the headers, which may contain cookies, and the body.
impl<T: fmt::Debug> fmt::Debug for ResponseValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseValue")
            .field("status", &self.status)
            .field("inner", &self.inner)
            .finish_non_exhaustive()
    }
}
