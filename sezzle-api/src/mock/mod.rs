//! Typed mocks of every operation, for tests of programs that use this crate (feature `mock`).
//!
//! They are based on [`httpmock`]: start its server, create a [`client`] for it, and define the response to each request with
//! [`MockServerExt`].
//!
//! ```
//! use httpmock::MockServer;
//! use sezzle_api::ErrorCode;
//! use sezzle_api::mock::{MockServerExt, client, error_detail};
//! use sezzle_api::types::{CaptureRequest, Price, Transaction};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = MockServer::start_async().await;
//! let captured = Transaction::builder().uuid("capture-1").build()?;
//! server.capture_order(|when, then| {
//!     when.order_uuid("order-1");
//!     then.ok(&captured);
//! });
//! server.capture_order(|when, then| {
//!     when.order_uuid("order-2");
//!     then.errors(422, &[error_detail("invalid", "there is nothing left to capture")]);
//! });
//!
//! let client = client(&server)?;
//! let body = CaptureRequest::builder().capture_amount(Price::usd(4150)).build()?;
//! let transaction = client.capture_order().order_uuid("order-1").body(body.clone()).send().await?;
//! assert_eq!(transaction.uuid.as_deref(), Some("capture-1"));
//!
//! let error = client.capture_order().order_uuid("order-2").body(body).send().await.unwrap_err();
//! assert_eq!(error.code(), Some(&ErrorCode::Invalid));
//! # Ok(())
//! # }
//! ```

#[rustfmt::skip]
#[allow(clippy::all, clippy::missing_panics_doc, clippy::str_to_string, clippy::unwrap_used, reason = "the lints are for hand-written code")]
mod generated;

pub use generated::{MockServerExt, operations};
pub use httpmock;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;

use crate::client::Client;
use crate::client::credentials::Credentials;
use crate::client::server::Server;
use crate::error::error_response::ErrorResponse;
use crate::error::redact::RequestValues;
use crate::error::{CallSummary, Cause, Error};
use crate::generated::types::ErrorDetail;
use crate::operation::Operation;
use crate::retry::RetryPolicy;

/// Creates a client for a mock server. It has a token, so that authentication need not be mocked, and never retries.
///
/// # Errors
///
/// Does not fail for a mock server, which listens on loopback.
pub fn client(server: &httpmock::MockServer) -> Result<Client, Error> {
    let server = Server::Custom(server.base_url());
    Client::builder()
        .server(server)
        .credentials(Credentials::token("mock-token"))
        .retry_policy(RetryPolicy::never())
        .build()
}

/// Creates the error of a call that Sezzle rejected, for a fake behind a trait of your own. An unusual status is 500.
///
/// ```
/// use sezzle_api::{ErrorCode, ErrorKind, mock, operations};
///
/// let error = mock::error(422, "invalid");
/// assert_eq!((error.kind(), error.code()), (ErrorKind::ErrorResponse, Some(&ErrorCode::Invalid)));
///
/// // Whether a call can be repeated depends on the operation.
/// let error = mock::in_operation(mock::no_response(), &operations::CAPTURE_ORDER);
/// assert!(error.may_have_been_processed() && error.is_retryable());
/// ```
pub fn error(status: u16, code: &str) -> Error {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::json!([error_detail(code, "a message")]).to_string();
    let response = ErrorResponse::new(status, &HeaderMap::new(), body.as_bytes(), &RequestValues::default(), false);
    Cause::ErrorResponse(response).into()
}

/// Creates an error of kind [`NotSent`](crate::ErrorKind::NotSent): the connection failed.
pub fn not_sent() -> Error {
    Cause::NoConnection { problem: "connection refused".to_owned() }.into()
}

/// Creates an error of kind [`NoResponse`](crate::ErrorKind::NoResponse): no response arrived in time.
pub fn no_response() -> Error {
    Cause::TimedOut { status: None }.into()
}

/// Creates an error of kind [`InvalidResponse`](crate::ErrorKind::InvalidResponse): a success that cannot be read.
pub fn invalid_response() -> Error {
    Error::invalid_response(StatusCode::OK, "it is empty")
}

/// Creates an error of kind [`DeadlineExceeded`](crate::ErrorKind::DeadlineExceeded), after an attempt without a response.
pub fn deadline_exceeded() -> Error {
    Cause::Deadline(Some(no_response())).into()
}

/// Returns the error as if this operation had returned it.
pub fn in_operation(error: Error, operation: &'static Operation) -> Error {
    error.in_call(CallSummary::new(operation, &"http://mock.example".into()))
}

/// Creates a detail of an error response.
pub fn error_detail(code: &str, message: &str) -> ErrorDetail {
    let detail = ErrorDetail::builder().code(code).message(message).debug_uuid("mock-debug-uuid").build();
    detail.unwrap_or_else(|error| unreachable!("no field is required: {error}"))
}

/// Signs the body of a webhook as Sezzle does. Returns the value of the header `Sezzle-Signature`, to test a handler.
pub fn sign_webhook(private_key: &str, body: &[u8]) -> String {
    hmac_sha256::HMAC::mac(body, private_key).iter().map(|byte| format!("{byte:02x}")).collect()
}
