//! The way to operations that this crate does not know.

use std::fmt;
use std::time::Duration;

use reqwest::Method;
use reqwest::header::{ACCEPT, HeaderName, HeaderValue};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::call_options::CallOptions;
use crate::{Client, Error, Operation, ResponseValue, RetryPolicy, transport};

/// What is known of an operation that the document does not have: its method.
static IDEMPOTENT: Operation = Operation {
    id: "request",
    method: "",
    path: "",
    authorized: true,
    idempotent: true,
    request_id: false,
    optional_response_body: false,
};
static NOT_IDEMPOTENT: Operation = Operation { idempotent: false, ..IDEMPOTENT };

impl Client {
    /// Starts a request that no method of this type makes: an operation Sezzle has added since, or has not documented.
    ///
    /// It is authorized, sent and read like any other, and fails with the same errors. `path` starts with a slash and
    /// follows the base URL, as in `/v2/widget/queue`; it is sent as it is, so encode what you put into it.
    ///
    /// ```no_run
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::reqwest::Method;
    ///
    /// let flags = client.request(Method::GET, "/v2/feature-flags").query("name", "express");
    /// let flags = flags.send_json::<serde_json::Value>().await?.into_inner();
    /// # let _ = flags;
    /// # Ok(())
    /// # }
    /// ```
    pub fn request(&self, method: Method, path: &str) -> Request<'_> {
        self.request_to(checked_path(path).map(|()| (method, format!("{}{path}", self.base_url()))))
    }

    /// The same for a URL on the gateway.
    pub(crate) fn request_to(&self, target: Result<(Method, String), Error>) -> Request<'_> {
        let idempotent = target.as_ref().is_ok_and(|(method, _)| method.is_idempotent());
        let operation = if idempotent { &IDEMPOTENT } else { &NOT_IDEMPOTENT };
        let builder = target.map(|(method, url)| self.http().request(method, url));
        Request { client: self, operation, options: CallOptions::default(), builder, query: Vec::new() }
    }
}

/// A request made with [`Client::request`].
#[must_use]
pub struct Request<'a> {
    client: &'a Client,
    operation: &'static Operation,
    options: CallOptions,
    builder: Result<reqwest::RequestBuilder, Error>,
    query: Vec<(String, String)>,
}

impl Request<'_> {
    /// Adds a parameter to the query.
    pub fn query(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.query.push((name.to_owned(), value.to_string()));
        self
    }

    /// Adds a header, such as `Sezzle-Request-Id`.
    pub fn header(self, name: &str, value: impl fmt::Display) -> Self {
        self.map(|builder| {
            let name = HeaderName::try_from(name)
                .map_err(|_| Error::invalid("header", "this cannot be the name of a header: use letters and `-`"))?;
            Ok(builder.header(name, transport::header_value("header", &value)?))
        })
    }

    /// Sets the body to a value as JSON.
    pub fn json(self, body: &impl Serialize) -> Self {
        self.map(|builder| Ok(builder.json(body)))
    }

    /// How often this call is attempted, and how long it waits in between, instead of what the client says.
    pub fn retries(mut self, retries: RetryPolicy) -> Self {
        self.options.retries = Some(retries);
        self
    }

    /// How long one attempt of this call may take, instead of what the client says.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// How long this call may take with all its attempts and waits, instead of what the client says.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.options.deadline = Some(deadline);
        self
    }

    /// Sends the request and reads a JSON answer, into `serde_json::Value` if no type is at hand.
    ///
    /// # Errors
    ///
    /// As for every operation; [`Error::kind`] tells how far it got.
    pub async fn send_json<T: DeserializeOwned>(self) -> Result<ResponseValue<T>, Error> {
        let (client, operation, options, request) =
            self.map(|builder| Ok(builder.header(ACCEPT, HeaderValue::from_static("application/json")))).built();
        transport::json(client, operation, options, request).await
    }

    /// Sends the request; the answer's body is not looked at.
    ///
    /// # Errors
    ///
    /// As for every operation; [`Error::kind`] tells how far it got.
    pub async fn send_empty(self) -> Result<ResponseValue<()>, Error> {
        let (client, operation, options, request) = self.built();
        transport::empty(client, operation, options, request).await
    }

    /// Does what [`send_json`](Self::send_json) does, in a program without a runtime: see [`blocking`](crate::blocking).
    ///
    /// # Errors
    ///
    /// As for `send_json`, or a tokio runtime is running on this thread; nothing is sent then.
    #[cfg(feature = "blocking")]
    pub fn send_json_blocking<T: DeserializeOwned>(self) -> Result<ResponseValue<T>, Error> {
        let client = self.client;
        client.block_on(self.send_json())?
    }

    /// Does what [`send_empty`](Self::send_empty) does, in a program without a runtime: see
    /// [`blocking`](crate::blocking).
    ///
    /// # Errors
    ///
    /// As for `send_empty`, or a tokio runtime is running on this thread; nothing is sent then.
    #[cfg(feature = "blocking")]
    pub fn send_empty_blocking(self) -> Result<ResponseValue<()>, Error> {
        let client = self.client;
        client.block_on(self.send_empty())?
    }

    fn map(mut self, change: impl FnOnce(reqwest::RequestBuilder) -> Result<reqwest::RequestBuilder, Error>) -> Self {
        self.builder = self.builder.and_then(change);
        self
    }
}

impl<'a> Request<'a> {
    fn built(self) -> (&'a Client, &'static Operation, CallOptions, Result<reqwest::Request, Error>) {
        let request = self.builder.and_then(|builder| builder.build().map_err(Error::unbuildable));
        let request = request.map(|mut request| {
            if !self.query.is_empty() {
                request.url_mut().query_pairs_mut().extend_pairs(self.query);
            }
            request
        });
        (self.client, self.operation, self.options, request)
    }
}

/// Shows no header and no body.
impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").finish_non_exhaustive()
    }
}

/// The path must stay on the gateway, and below its base URL.
fn checked_path(path: &str) -> Result<(), Error> {
    let climbs = |segment: &str| {
        let dots = segment.to_ascii_lowercase().replace("%2e", ".");
        dots == "." || dots == ".."
    };
    let problem = if !path.starts_with('/') || path.starts_with("//") {
        "it must start with one slash, as in `/v2/order`"
    } else if path.contains(['?', '#']) {
        "it has a query or a fragment: use `query`"
    } else if path.contains(|c: char| c == '\\' || c.is_control() || c.is_whitespace()) {
        "there are characters in it that no path has: encode them"
    } else if path.split('/').any(climbs) {
        "it leads to another place: leave out `.` and `..`"
    } else {
        return Ok(());
    };
    Err(Error::invalid("path", problem))
}
