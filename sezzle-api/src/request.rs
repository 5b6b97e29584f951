//! Requests to operations that this crate does not know.

use std::fmt;

use reqwest::Method;
use reqwest::header::{ACCEPT, HeaderName, HeaderValue};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::call::Call;
use crate::call::byte_stream::ByteStream;
use crate::call::encode;
use crate::call::options::{CallOptions, setters};
use crate::client::Client;
use crate::error::Error;
use crate::operation::Operation;
use crate::response::ResponseValue;

/// Operations that are not in the document. Only their method is known.
static IDEMPOTENT: Operation = Operation {
    id: "request",
    method: "",
    path: "",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
static NOT_IDEMPOTENT: Operation = Operation { idempotent: false, ..IDEMPOTENT };

impl Client {
    /// Starts a request to an operation that this type has no method for: a new one, or one that is not documented.
    ///
    /// It is authorized, retried and read like any other, and returns the same errors. `path` starts with a slash and is
    /// appended to the base URL, as in `/v2/widget/queue`. It is sent as it is: encode the values that you put into it.
    ///
    /// ```no_run
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::http::Method;
    ///
    /// let flags = client.request(Method::GET, "/v2/feature-flags").query("name", "express");
    /// let flags = flags.send_json::<serde_json::Value>().await?.into_inner();
    /// # let _ = flags;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Without a runtime, run it with `Client::block_on` (feature `blocking`).
    pub fn request(&self, method: Method, path: &str) -> Request {
        self.request_to(method, check_path(path).map(|()| format!("{}{path}", self.base_url())))
    }

    /// Starts a request to an operation of the table [`operations`](crate::operations), for programs that select operations
    /// at run time.
    ///
    /// It is retried, identified and named in errors as the method of this operation would. `path` is the one of the
    /// operation, with the values of its parameters.
    pub fn request_operation(&self, operation: &'static Operation, path: &str) -> Request {
        // The methods of the table are valid.
        let method = Method::from_bytes(operation.method.as_bytes()).unwrap_or_default();
        Request { operation, ..self.request(method, path) }
    }

    /// Starts a request to a URL of the gateway.
    pub(crate) fn request_to(&self, method: Method, url: Result<String, Error>) -> Request {
        let operation = if method.is_idempotent() { &IDEMPOTENT } else { &NOT_IDEMPOTENT };
        let request = url.and_then(|url| self.inner.http.request(method, url).build().map_err(Error::unbuildable));
        Request { client: self.clone(), operation, options: CallOptions::default(), request }
    }
}

/// A request made with [`Client::request`].
#[must_use]
pub struct Request {
    client: Client,
    operation: &'static Operation,
    options: CallOptions,
    request: Result<reqwest::Request, Error>,
}

impl Request {
    /// Adds a parameter to the query.
    pub fn query(self, name: &str, value: impl fmt::Display) -> Self {
        self.change(|request| encode::query(request, name, &value))
    }

    /// Adds a header, such as `Sezzle-Request-Id`.
    pub fn header(self, name: &str, value: impl fmt::Display) -> Self {
        self.change(|request| {
            let name = HeaderName::try_from(name)
                .map_err(|_| Error::invalid("header", "is not a valid header name: use letters and `-`"))?;
            request.headers_mut().append(name, encode::header_value("header", &value)?);
            Ok(())
        })
    }

    /// Sets the body to a value as JSON.
    pub fn json(self, body: &impl Serialize) -> Self {
        self.change(|request| encode::json_body(request, body))
    }

    setters!();

    /// Sends the request and reads a JSON response, into `serde_json::Value` if you have no type for it.
    ///
    /// # Errors
    ///
    /// Returns an error as for every operation; [`Error::kind`] is how far the call got.
    pub async fn send_json<T: DeserializeOwned>(self) -> Result<ResponseValue<T>, Error> {
        self.change(|request| {
            request.headers_mut().append(ACCEPT, HeaderValue::from_static("application/json"));
            Ok(())
        })
        .start()?
        .json()
        .await
    }

    /// Sends the request and ignores the body of the response.
    ///
    /// # Errors
    ///
    /// Returns an error as for every operation; [`Error::kind`] is how far the call got.
    pub async fn send_empty(self) -> Result<ResponseValue<()>, Error> {
        self.start()?.empty().await
    }

    /// Sends the request and returns the body of the response as it arrives.
    ///
    /// # Errors
    ///
    /// Returns an error as for every operation; [`Error::kind`] is how far the call got.
    pub async fn send_stream(self) -> Result<ResponseValue<ByteStream>, Error> {
        self.start()?.stream().await
    }

    fn start(self) -> Result<Call, Error> {
        Call::start(self.client, self.operation, self.options, self.request)
    }

    fn change(mut self, change: impl FnOnce(&mut reqwest::Request) -> Result<(), Error>) -> Self {
        self.request = self.request.and_then(|mut request| change(&mut request).map(|()| request));
        self
    }
}

/// Omits the URL, headers and body.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").finish_non_exhaustive()
    }
}

/// Rejects a path that would leave the base URL.
fn check_path(path: &str) -> Result<(), Error> {
    let is_dot_segment = |segment: &str| {
        let dots = segment.to_ascii_lowercase().replace("%2e", ".");
        dots == "." || dots == ".."
    };
    let problem = if !path.starts_with('/') || path.starts_with("//") {
        "must start with a single slash, as in `/v2/order`"
    } else if path.contains(['?', '#']) {
        "has a query or a fragment: pass parameters separately"
    } else if path.contains(|c: char| c == '\\' || c.is_control() || c.is_whitespace()) {
        "contains characters that paths do not allow: percent-encode them"
    } else if path.split('/').any(is_dot_segment) {
        "leads to another path: remove `.` and `..`"
    } else {
        return Ok(());
    };
    Err(Error::invalid("path", problem))
}
