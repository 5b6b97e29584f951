//! The client and how to build one.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::credentials::{SERVER_VARIABLE, variable};
use crate::token::Tokens;
use crate::{Credentials, Error, Server};

/// How long one request may take, unless [`ClientBuilder::timeout`] says otherwise: 30 seconds.
pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);

/// How long connecting may take, unless [`ClientBuilder::connect_timeout`] says otherwise: 10 seconds.
pub const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Whether the crate's own HTTP client can do https.
const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls"));

/// A client of the Sezzle merchant API, with one method for each operation.
///
/// Clones share connections and the bearer token: make one client for a program and clone it freely.
///
/// ```
/// use sezzle_api::{Client, Credentials, Server};
///
/// # fn main() -> Result<(), sezzle_api::Error> {
/// let client = Client::builder()
///     .server(Server::Sandbox)
///     .credentials(Credentials::keys("sz_pub_...", "sz_pr_..."))
///     .build()?;
/// # let _ = client;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    base_url: String,
    http: reqwest::Client,
    timeout: Duration,
    tokens: Tokens,
}

impl Client {
    /// Starts building a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A client from the environment: see [`ClientBuilder::from_env`].
    ///
    /// # Errors
    ///
    /// A variable is missing or not valid; the error names it.
    pub fn from_env() -> Result<Self, Error> {
        ClientBuilder::from_env()?.build()
    }

    /// The base URL of the gateway, without a slash at its end.
    pub fn base_url(&self) -> &str {
        &self.inner.base_url
    }

    pub(crate) fn http(&self) -> &reqwest::Client {
        &self.inner.http
    }

    pub(crate) fn timeout(&self) -> Duration {
        self.inner.timeout
    }

    pub(crate) fn tokens(&self) -> &Tokens {
        &self.inner.tokens
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.inner.base_url)
            .field("timeout", &self.inner.timeout)
            .finish_non_exhaustive()
    }
}

/// Builds a [`Client`].
#[must_use]
pub struct ClientBuilder {
    server: Server,
    credentials: Option<Credentials>,
    timeout: Duration,
    connect_timeout: Option<Duration>,
    http: Option<reqwest::ClientBuilder>,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            server: Server::default(),
            credentials: None,
            timeout: DEFAULT_TIMEOUT,
            connect_timeout: None,
            http: None,
        }
    }
}

impl ClientBuilder {
    /// Reads the keys from `SEZZLE_PUBLIC_KEY` and `SEZZLE_PRIVATE_KEY`, and the server from `SEZZLE_SERVER`:
    /// `sandbox`, `production` or a base URL. Without `SEZZLE_SERVER` it is the sandbox, where no money moves.
    ///
    /// # Errors
    ///
    /// A variable is missing or not valid; the error names it.
    pub fn from_env() -> Result<Self, Error> {
        let server = match std::env::var_os(SERVER_VARIABLE) {
            None => Server::default(),
            Some(_) => variable(SERVER_VARIABLE)?.parse().map_err(|error: Error| error.about(SERVER_VARIABLE))?,
        };
        Ok(Self::default().server(server).credentials(Credentials::from_env()?))
    }

    /// Which gateway to call. [`Server::Sandbox`] if this is never called.
    pub fn server(mut self, server: Server) -> Self {
        self.server = server;
        self
    }

    /// Who calls. There is no default.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// How long one request may take, from connecting to the last byte of the answer. [`DEFAULT_TIMEOUT`] if this is
    /// never called.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long connecting may take. If this is never called it is [`DEFAULT_CONNECT_TIMEOUT`], or whatever a builder
    /// given with [`http_client`](Self::http_client) says.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// An HTTP client of your own, with your proxy, your TLS settings or your connection pool: a builder of it, since
    /// two things are not left to chance. It follows no redirect, which could lead keys and tokens to another place and
    /// would hide whether a request was processed; and over plain http, which is for loopback only, it uses no proxy.
    ///
    /// ```
    /// use sezzle_api::{Client, Credentials, reqwest};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let http = reqwest::Client::builder().proxy(reqwest::Proxy::all("http://proxy.example:3128")?);
    /// let client = Client::builder().credentials(Credentials::token("..")).http_client(http).build()?;
    /// # let _ = client;
    /// # Ok(())
    /// # }
    /// ```
    pub fn http_client(mut self, http: reqwest::ClientBuilder) -> Self {
        self.http = Some(http);
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// The server or the credentials are missing or not valid, a timeout is zero, or TLS cannot be set up. Nothing is
    /// sent.
    ///
    /// # Panics
    ///
    /// With the feature `rustls-no-provider` and no HTTP client of your own, if the program has not installed a crypto
    /// provider: call `install_default()` of the one you chose first.
    pub fn build(self) -> Result<Client, Error> {
        let base_url = self.server.checked_url()?;
        let credentials = self.credentials.ok_or_else(|| {
            Error::invalid("credentials", "these are missing: call `ClientBuilder::credentials`, or use `from_env`")
        })?;
        credentials.check(["public_key", "private_key"])?;
        for (name, timeout) in [("timeout", Some(self.timeout)), ("connect_timeout", self.connect_timeout)] {
            if timeout.is_some_and(|timeout| timeout.is_zero()) {
                return Err(Error::invalid(name, "no request can be done in no time: give a longer one"));
            }
        }
        if self.http.is_none() && !HAS_TLS && base_url.starts_with("https:") {
            return Err(Error::invalid(
                "server",
                "https needs one of the features `rustls`, `rustls-no-provider` and `native-tls`, or an HTTP client of \
                 your own with TLS",
            ));
        }
        let default_timeout = self.http.is_none().then_some(DEFAULT_CONNECT_TIMEOUT);
        let mut http = self.http.unwrap_or_default().redirect(reqwest::redirect::Policy::none()).referer(false);
        if let Some(timeout) = self.connect_timeout.or(default_timeout) {
            http = http.connect_timeout(timeout);
        }
        if base_url.starts_with("http:") {
            http = http.no_proxy();
        }
        let http = http.build().map_err(Error::unbuildable)?;
        let tokens = Tokens::new(credentials)?;
        Ok(Client { inner: Arc::new(Inner { base_url, http, timeout: self.timeout, tokens }) })
    }
}

/// Shows of an HTTP client only that there is one: it may have headers of its own.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("server", &self.server)
            .field("credentials", &self.credentials)
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("http", &self.http.as_ref().map(|_| crate::secret::Redacted))
            .finish()
    }
}
