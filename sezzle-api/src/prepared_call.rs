//! Calls that are stored before they are sent.

use std::fmt;

use reqwest::{Method, Request, Url};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::call::encode::{accept_json, header_value, json_text_body, new_request};
use crate::call::options::CallOptions;
use crate::call::request_id::{REQUEST_ID, ensure_request_id};
use crate::client::Client;
use crate::error::{CallSummary, Error};
use crate::generated::operations;
use crate::operation::Operation;
use crate::response::ResponseValue;

/// A call of an operation that accepts a `Sezzle-Request-Id`, as data.
///
/// Store it before you send it with [`Client::send_prepared`]: after a crash, the same call can be sent again with the same
/// id, and has no further effect. The method `prepare` of the operation's builder creates it. Settings of the builder, such
/// as a timeout, are not part of it, nor are the server and the credentials.
///
/// It is serialized with all its values. It never contains keys or tokens. The path contains the id of the order or
/// customer, and the body contains amounts and, for [`Client::create_customer_order`], the merchant's order number.
/// Deserializing checks that the path is one of the operation.
///
/// ```no_run
/// # async fn example(client: &sezzle_api::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use sezzle_api::PreparedCall;
/// use sezzle_api::types::{Price, Transaction};
///
/// let call = client.refund_order().order_uuid("order-1").body(Price::usd(1250)).prepare()?;
/// std::fs::write("refund.json", serde_json::to_vec(&call)?)?;
///
/// // Later, perhaps in another process:
/// let call: PreparedCall = serde_json::from_slice(&std::fs::read("refund.json")?)?;
/// let refund = client.send_prepared::<Transaction>(&call).await?;
/// # let _ = refund;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Fields", try_from = "Fields")]
pub struct PreparedCall {
    operation: &'static Operation,
    path: String,
    body: String,
    request_id: String,
}

/// The serialized form.
#[derive(Serialize, Deserialize)]
struct Fields {
    operation: String,
    path: String,
    body: String,
    request_id: String,
}

impl PreparedCall {
    /// Creates a call from stored values: the [id](Operation::id) of the operation, the path, the body as JSON text, and the
    /// `Sezzle-Request-Id`.
    ///
    /// # Errors
    ///
    /// Returns an error if the operation is unknown or accepts no `Sezzle-Request-Id`, the path is not one of this operation,
    /// the body is not JSON, or the id cannot be sent.
    pub fn from_parts(
        operation: &str,
        path: impl Into<String>,
        body: impl Into<String>,
        request_id: impl Into<String>,
    ) -> Result<Self, Error> {
        let (path, body, request_id) = (path.into(), body.into(), request_id.into());
        let operation = operations::ALL.iter().find(|known| known.id == operation && known.accepts_request_id);
        let operation =
            operation.ok_or_else(|| Error::invalid("operation", "is not one that accepts a `Sezzle-Request-Id`"))?;
        if !is_path_of(operation, &path) {
            return Err(Error::invalid(
                "path",
                format!("is not one of `{}`: expected {}", operation.id, operation.path),
            ));
        }
        if serde_json::from_str::<IgnoredAny>(&body).is_err() {
            return Err(Error::invalid("body", "is not JSON"));
        }
        header_value("sezzle_request_id", &request_id)?;
        Ok(Self { operation, path, body, request_id })
    }

    /// Takes the parts from a request.
    pub(crate) fn from_request(
        client: &Client,
        operation: &'static Operation,
        request: Result<Request, Error>,
    ) -> Result<Self, Error> {
        let read = |request| Self::read(client, operation, request);
        request.and_then(read).map_err(|error| error.in_call(CallSummary::new(operation, &client.inner.base_url)))
    }

    fn read(client: &Client, operation: &'static Operation, mut request: Request) -> Result<Self, Error> {
        let id = ensure_request_id(&mut request, operation)?;
        let base_path = Url::parse(client.base_url()).map(|url| url.path().trim_end_matches('/').len());
        let path = base_path.ok().and_then(|length| request.url().path().get(length..)).unwrap_or_default();
        let body = request.body().and_then(reqwest::Body::as_bytes).and_then(|body| str::from_utf8(body).ok());
        let id = id.as_ref().and_then(|id| id.to_str().ok());
        Self::from_parts(operation.id, path, body.unwrap_or_default(), id.unwrap_or_default())
    }

    /// Returns the operation.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Returns the path, without the base URL of the gateway.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the body, as JSON.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// Returns the `Sezzle-Request-Id`.
    pub fn request_id(&self) -> &str {
        &self.request_id
    }

    fn to_request(&self, client: &Client) -> Result<Request, Error> {
        let mut request = new_request(client, Method::POST, format_args!("{}", self.path))?;
        accept_json(&mut request);
        json_text_body(&mut request, self.body.clone().into());
        request.headers_mut().insert(REQUEST_ID, header_value("sezzle_request_id", &self.request_id)?);
        Ok(request)
    }
}

impl Client {
    /// Sends a stored call, with the retry rules of its operation.
    ///
    /// `T` is what the operation returns, such as [`Transaction`](crate::types::Transaction), or `serde_json::Value`.
    ///
    /// # Errors
    ///
    /// Returns the same errors as the operation itself.
    pub async fn send_prepared<T: DeserializeOwned>(&self, call: &PreparedCall) -> Result<ResponseValue<T>, Error> {
        Call::start(self.clone(), call.operation, CallOptions::default(), call.to_request(self))?.json().await
    }
}

/// Returns whether a path is that of the operation, with one encoded value for each parameter.
fn is_path_of(operation: &Operation, path: &str) -> bool {
    let is_value = |segment: &str| {
        !matches!(segment, "" | "." | "..")
            && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte))
            && !segment.to_ascii_lowercase().contains("%2e")
    };
    let (mut expected, mut actual) = (operation.path.split('/'), path.split('/'));
    loop {
        match (expected.next(), actual.next()) {
            (None, None) => return true,
            (Some(parameter), Some(value)) if parameter.starts_with('{') && is_value(value) => {}
            (Some(expected), Some(actual)) if expected == actual => {}
            _ => return false,
        }
    }
}

impl From<PreparedCall> for Fields {
    fn from(call: PreparedCall) -> Self {
        let PreparedCall { operation, path, body, request_id } = call;
        Self { operation: operation.id.to_owned(), path, body, request_id }
    }
}

impl TryFrom<Fields> for PreparedCall {
    type Error = Error;

    fn try_from(fields: Fields) -> Result<Self, Error> {
        Self::from_parts(&fields.operation, fields.path, fields.body, fields.request_id)
    }
}

/// Omits the path and the body.
impl fmt::Debug for PreparedCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreparedCall")
            .field("operation", &self.operation.id)
            .field("request_id", &self.request_id)
            .finish_non_exhaustive()
    }
}

/// Adds the method `prepare` to the builder of an operation that accepts a `Sezzle-Request-Id`.
macro_rules! prepare {
    ($name:ident: $operation:ident) => {
        impl $name {
            /// Prepares the call without sending it, to store it first; see [`PreparedCall`](crate::PreparedCall).
            ///
            /// Generates a `Sezzle-Request-Id` if none is set.
            ///
            /// # Errors
            ///
            /// Returns an error if the request is not valid.
            pub fn prepare(self) -> ::std::result::Result<$crate::prepared_call::PreparedCall, $crate::error::Error> {
                let operation = &$crate::generated::operations::$operation;
                $crate::prepared_call::PreparedCall::from_request(&self.client, operation, self.to_request())
            }
        }
    };
}

pub(crate) use prepare;
