//! Typed mocks of every operation, for tests of programs that use this crate (feature `mock`).
//!
//! They stand on [`httpmock`]: start its server, point a [`client`] at it, and say with [`MockServerExt`] which request
//! is to be answered with what.
//!
//! ```
//! use httpmock::MockServer;
//! use sezzle_api::ErrorCode;
//! use sezzle_api::mock::{MockServerExt, client, error};
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
//!     then.errors(422, &[error("invalid", "there is nothing left to capture")]);
//! });
//!
//! let client = client(&server)?;
//! let body = CaptureRequest::builder().capture_amount(Price::usd(4150)).build()?;
//! let transaction = client.capture_order().order_uuid("order-1").body(body.clone()).send().await?;
//! assert_eq!(transaction.uuid.as_deref(), Some("capture-1"));
//!
//! let refusal = client.capture_order().order_uuid("order-2").body(body).send().await.unwrap_err();
//! assert_eq!(refusal.code(), Some(&ErrorCode::Invalid));
//! # Ok(())
//! # }
//! ```

#[rustfmt::skip]
#[allow(clippy::all, clippy::missing_panics_doc, clippy::str_to_string, clippy::unwrap_used, reason = "the lints are for what people write")]
#[path = "mock/operations.rs"]
mod generated;

pub use generated::{MockServerExt, operations};
pub use httpmock;

use crate::types::ErrorDetail;
use crate::{Client, Credentials, Error, RetryPolicy, Server};

/// A client with a ready token for a mock server, so that no authentication has to be mocked. It attempts a call once:
/// what is mocked as a failure is to be seen as one.
///
/// # Errors
///
/// Never in practice: a mock server listens on this machine.
pub fn client(server: &httpmock::MockServer) -> Result<Client, Error> {
    let server = Server::Custom(server.base_url());
    Client::builder().server(server).credentials(Credentials::token("mock-token")).retries(RetryPolicy::none()).build()
}

/// One detail of an error, as in the array that the gateway answers with.
pub fn error(code: &str, message: &str) -> ErrorDetail {
    ErrorDetail {
        code: Some(code.to_owned()),
        message: Some(message.to_owned()),
        debug_uuid: Some("mock-debug-uuid".to_owned()),
        location: None,
        uuid: None,
    }
}

/// The signature of a webhook's body as Sezzle makes it: the value of the header `Sezzle-Signature`, to test a handler.
pub fn signature(private_key: &str, body: &[u8]) -> String {
    hmac_sha256::HMAC::mac(body, private_key).iter().map(|byte| format!("{byte:02x}")).collect()
}
