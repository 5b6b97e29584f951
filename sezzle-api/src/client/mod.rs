//! The client and how to build one.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::budget::{DEFAULT_RETRY_BUDGET, RetryBudget};
use crate::call_options::check_time;
use crate::credentials::{SERVER_VARIABLE, variable};
use crate::token::Tokens;
use crate::{Credentials, Error, RetryPolicy, Server};

/// How long one attempt may take, unless [`ClientBuilder::timeout`] says otherwise: 30 seconds.
pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);

/// How long a call may take with all its attempts and waits, unless [`ClientBuilder::deadline`] says otherwise: 90
/// seconds.
pub const DEFAULT_DEADLINE: Duration = Duration::from_secs(90);

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
    deadline: Duration,
    retries: RetryPolicy,
    budget: RetryBudget,
    tokens: Tokens,
    #[cfg(feature = "blocking")]
    runtime: crate::blocking::Runtime,
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

    /// Takes other credentials from now on, for this client and all its clones: after a rotation of the API keys, without
    /// a restart. Calls that are under way go on with the token they have; later ones get a new one.
    ///
    /// # Errors
    ///
    /// These cannot be keys, or cannot be a token. The client goes on with the old ones.
    pub fn replace_credentials(&self, credentials: Credentials) -> Result<(), Error> {
        credentials.check(["public_key", "private_key"])?;
        self.inner.tokens.replace(credentials)
    }

    pub(crate) fn http(&self) -> &reqwest::Client {
        &self.inner.http
    }

    pub(crate) fn timeout(&self) -> Duration {
        self.inner.timeout
    }

    pub(crate) fn deadline(&self) -> Duration {
        self.inner.deadline
    }

    pub(crate) fn retries(&self) -> RetryPolicy {
        self.inner.retries
    }

    pub(crate) fn budget(&self) -> &RetryBudget {
        &self.inner.budget
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn runtime(&self) -> &crate::blocking::Runtime {
        &self.inner.runtime
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
            .field("deadline", &self.inner.deadline)
            .field("retries", &self.inner.retries)
            .finish_non_exhaustive()
    }
}

/// Builds a [`Client`].
#[must_use]
pub struct ClientBuilder {
    server: Server,
    credentials: Option<Credentials>,
    timeout: Duration,
    deadline: Duration,
    retries: RetryPolicy,
    retry_budget: u32,
    connect_timeout: Option<Duration>,
    http: Option<reqwest::ClientBuilder>,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            server: Server::default(),
            credentials: None,
            timeout: DEFAULT_TIMEOUT,
            deadline: DEFAULT_DEADLINE,
            retries: RetryPolicy::default(),
            retry_budget: DEFAULT_RETRY_BUDGET,
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

    /// How long one attempt may take, from connecting to the last byte of the answer. [`DEFAULT_TIMEOUT`] if this is
    /// never called.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long a call may take, with all its attempts and the waits between them. An attempt that is under way when
    /// the deadline comes is given up, and none starts that less than a tenth of a second would be left for.
    /// [`DEFAULT_DEADLINE`] if this is never called; `Duration::MAX` for none.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// How often calls are attempted, and how long they wait in between.
    pub fn retries(mut self, retries: RetryPolicy) -> Self {
        self.retries = retries;
        self
    }

    /// How many tokens the client's budget for repetitions holds, which all its calls and clones share. A repetition
    /// takes 5 of them, or 10 after an attempt that timed out; a call that succeeds at once gives 1 back, one that
    /// succeeds later what its last repetition took. Once there are too few, calls fail without further attempts, so
    /// that an outage is not made worse. [`DEFAULT_RETRY_BUDGET`] if this is never called.
    pub fn retry_budget(mut self, tokens: u32) -> Self {
        self.retry_budget = tokens;
        self
    }

    /// How long connecting may take. If this is never called it is [`DEFAULT_CONNECT_TIMEOUT`], or whatever a builder
    /// given with [`http_client`](Self::http_client) says.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// An HTTP client of your own, with your proxy, your TLS settings or your connection pool: a builder of it, since
    /// three things are not left to chance. It follows no redirect, which could lead keys and tokens to another place
    /// and would hide whether a request was processed; it repeats no request by itself, which could act twice; and over
    /// plain http, which is for loopback only, it uses no proxy.
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
        check_time("timeout", Some(self.timeout))?;
        check_time("deadline", Some(self.deadline))?;
        check_time("connect_timeout", self.connect_timeout)?;
        if self.http.is_none() && !HAS_TLS && base_url.starts_with("https:") {
            return Err(Error::invalid(
                "server",
                "https needs one of the features `rustls`, `rustls-no-provider` and `native-tls`, or an HTTP client of \
                 your own with TLS",
            ));
        }
        let default_timeout = self.http.is_none().then_some(DEFAULT_CONNECT_TIMEOUT);
        // A compressed body could be a thousand times as long as what came over the wire.
        let http = self.http.unwrap_or_default().no_gzip().no_brotli().no_zstd().no_deflate();
        // Whether a request may be sent again is decided in one place.
        let http = http.retry(reqwest::retry::never());
        let mut http = http.redirect(reqwest::redirect::Policy::none()).referer(false);
        if let Some(timeout) = self.connect_timeout.or(default_timeout) {
            http = http.connect_timeout(timeout);
        }
        if base_url.starts_with("http:") {
            http = http.no_proxy();
        }
        let http = http.build().map_err(|error| {
            let problem = std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string);
            let remedy = "see that the system's certificates are installed, or trust roots of your own";
            Error::invalid("http_client", format!("it cannot be set up: {problem}: {remedy}"))
        })?;
        let tokens = Tokens::new(credentials)?;
        let (timeout, deadline, retries) = (self.timeout, self.deadline, self.retries);
        let budget = RetryBudget::new(self.retry_budget);
        let inner = Inner {
            base_url,
            http,
            timeout,
            deadline,
            retries,
            budget,
            tokens,
            #[cfg(feature = "blocking")]
            runtime: crate::blocking::Runtime::default(),
        };
        Ok(Client { inner: Arc::new(inner) })
    }
}

/// Shows of an HTTP client only that there is one: it may have headers of its own.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("server", &self.server)
            .field("credentials", &self.credentials)
            .field("timeout", &self.timeout)
            .field("deadline", &self.deadline)
            .field("retries", &self.retries)
            .field("retry_budget", &self.retry_budget)
            .field("connect_timeout", &self.connect_timeout)
            .field("http", &self.http.as_ref().map(|_| crate::secret::Redacted))
            .finish()
    }
}
