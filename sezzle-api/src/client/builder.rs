//! Checks the settings of a client and puts it together.

use std::env;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::auth::authenticate::authenticate;
use crate::auth::token_cache::TokenCache;
use crate::call::options::check_nonzero;
use crate::client::credentials::{Credentials, read_env};
use crate::client::server::{SERVER_ENV, Server};
use crate::client::{Client, Inner};
use crate::error::Error;
#[cfg(feature = "unknown-fields")]
use crate::hooks::UnknownField;
use crate::hooks::{Attempt, Hooks};
use crate::retry::RetryPolicy;
use crate::retry::budget::{DEFAULT_RETRY_BUDGET, RetryBudget};
#[cfg(feature = "blocking")]
use crate::runtime::Runtime;
use crate::secret::{Redacted, Secret};

/// The default timeout of one attempt: 30 seconds. See [`ClientBuilder::timeout`].
pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);

/// The default deadline of a call with all its attempts and waits: 90 seconds. See [`ClientBuilder::deadline`].
pub const DEFAULT_DEADLINE: Duration = Duration::from_secs(90);

/// The default timeout for connecting: 10 seconds. See [`ClientBuilder::connect_timeout`].
pub const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Whether the crate's own HTTP client supports https.
const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls"));

impl Client {
    /// Starts building a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Creates a client from environment variables; see [`ClientBuilder::from_env`].
    ///
    /// # Errors
    ///
    /// Returns an error that names the variable if one is missing or invalid.
    pub fn from_env() -> Result<Self, Error> {
        ClientBuilder::from_env()?.build()
    }
}

/// Builds a [`Client`].
#[must_use]
pub struct ClientBuilder {
    server: Server,
    credentials: Option<Credentials>,
    timeout: Duration,
    deadline: Duration,
    retry_policy: RetryPolicy,
    retry_budget: u32,
    connect_timeout: Option<Duration>,
    hooks: Hooks,
    shows_api_messages: bool,
    keeps_bodies: bool,
    http: Option<reqwest::ClientBuilder>,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            server: Server::default(),
            credentials: None,
            timeout: DEFAULT_TIMEOUT,
            deadline: DEFAULT_DEADLINE,
            retry_policy: RetryPolicy::default(),
            retry_budget: DEFAULT_RETRY_BUDGET,
            connect_timeout: None,
            hooks: Hooks::default(),
            shows_api_messages: false,
            keeps_bodies: false,
            http: None,
        }
    }
}

impl ClientBuilder {
    /// Reads the keys from `SEZZLE_PUBLIC_KEY` and `SEZZLE_PRIVATE_KEY`, and the server from `SEZZLE_SERVER`:
    /// `sandbox`, `production` or a base URL.
    ///
    /// Without `SEZZLE_SERVER` the client uses the sandbox, where no money moves.
    ///
    /// # Errors
    ///
    /// Returns an error that names the variable if one is missing or invalid.
    pub fn from_env() -> Result<Self, Error> {
        let server = match env::var_os(SERVER_ENV) {
            None => Server::default(),
            Some(_) => Server::parse(SERVER_ENV, &read_env(SERVER_ENV)?)?,
        };
        Ok(Self::default().server(server).credentials(Credentials::from_env()?))
    }

    /// Sets the gateway to call. Defaults to [`Server::Sandbox`].
    pub fn server(mut self, server: Server) -> Self {
        self.server = server;
        self
    }

    /// Sets the URL of a gateway and the public and private key of a merchant there, such as those of a simulator:
    ///
    /// ```
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// use sezzle_api::Client;
    /// use sezzle_simulator::Simulator;
    ///
    /// let simulator = Simulator::start().await?;
    /// let client = Client::builder().gateway(simulator.url(), simulator.keys()).build()?;
    /// # let _ = client;
    /// # Ok(())
    /// # }
    /// ```
    pub fn gateway(self, url: impl Into<String>, keys: (impl Into<Secret>, impl Into<Secret>)) -> Self {
        self.server(Server::Custom(url.into())).credentials(Credentials::keys(keys.0, keys.1))
    }

    /// Sets the credentials. There is no default.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// Sets the timeout of one attempt, from connecting until the last byte of the response. Defaults to
    /// [`DEFAULT_TIMEOUT`].
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the deadline of a call, with all its attempts and the waits between them. Defaults to [`DEFAULT_DEADLINE`];
    /// `Duration::MAX` disables it.
    ///
    /// An attempt in progress is cancelled when the deadline is reached. No attempt starts with less than a tenth of a
    /// second left.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Sets how many attempts a call makes and how long it waits between them. Defaults to [`RetryPolicy::new`].
    pub fn retry_policy(mut self, policy: RetryPolicy) -> Self {
        self.retry_policy = policy;
        self
    }

    /// Sets the capacity of the retry budget, which all calls and clones of the client share. Defaults to
    /// [`DEFAULT_RETRY_BUDGET`].
    ///
    /// A retry withdraws 5 from the budget, or 10 after a timeout. A call that succeeds at the first attempt deposits 1;
    /// one that succeeds later deposits what its last retry withdrew. While the budget is too low for a retry, calls fail
    /// after their first attempt, so that the client does not make an outage worse.
    pub fn retry_budget(mut self, capacity: u32) -> Self {
        self.retry_budget = capacity;
        self
    }

    /// Sets the timeout for connecting. Defaults to [`DEFAULT_CONNECT_TIMEOUT`], or to the setting of the builder given to
    /// [`http_client`](Self::http_client).
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// Sets a function that is called after each attempt of each call, for metrics and logs.
    ///
    /// It runs on the task of the call and delays it: record a number, and do nothing slow. If it panics, the call continues.
    /// An attempt whose future is dropped, for example by a timeout of your own, is not reported. The exchange of keys for a token
    /// is a call of its own, of the operation `authenticate`. See the [guide](crate::guide::observing_calls) for a histogram.
    ///
    /// ```
    /// use sezzle_api::Client;
    ///
    /// let builder = Client::builder().on_attempt(|attempt| {
    ///     println!("{} {:?} {:?}", attempt.operation.id, attempt.status, attempt.duration);
    /// });
    /// # let _ = builder;
    /// ```
    pub fn on_attempt(mut self, report: impl Fn(&Attempt<'_>) + Send + Sync + 'static) -> Self {
        self.hooks.on_attempt = Some(Arc::new(report));
        self
    }

    /// Sets a function that is called for each member of a response that the types of this crate do not have (feature
    /// `unknown-fields`), to learn of additions to the API. It never receives values. Decoding is slower while it is set.
    #[cfg(feature = "unknown-fields")]
    pub fn on_unknown_fields(mut self, report: impl Fn(&UnknownField<'_>) + Send + Sync + 'static) -> Self {
        self.hooks.on_unknown_fields = Some(Arc::new(report));
        self
    }

    /// Sets whether responses keep their bodies as received, for [`ResponseValue::body`](crate::ResponseValue::body).
    /// Defaults to `false`.
    pub fn keep_response_bodies(mut self, keep: bool) -> Self {
        self.keeps_bodies = keep;
        self
    }

    /// Sets whether errors print Sezzle's messages, for development. Defaults to `false`, since a message may repeat values
    /// of the request, such as an e-mail address.
    pub fn show_api_messages(mut self, show: bool) -> Self {
        self.shows_api_messages = show;
        self
    }

    /// Sets the HTTP client to use, for proxies, custom root certificates or connection pooling.
    ///
    /// It is passed as a builder because the crate overrides some settings. The client never follows redirects, which
    /// could send keys and tokens to another host and would hide whether a request was processed. It never retries by
    /// itself, which could process a request twice. It accepts no compressed responses, whose size has no limit. And it
    /// uses no proxy over plain http, which is allowed for loopback only.
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
    ///
    /// Needs the feature `reqwest-0-13`, whose name changes with the version of `reqwest`.
    #[cfg(feature = "reqwest-0-13")]
    pub fn http_client(mut self, http: reqwest::ClientBuilder) -> Self {
        self.http = Some(http);
        self
    }

    /// Creates the client. Sends nothing.
    ///
    /// # Errors
    ///
    /// Returns an error if the server or the credentials are missing or invalid, a timeout is zero, or TLS cannot be set
    /// up: https needs one of the features `rustls`, `rustls-no-provider` and `native-tls`, or an
    /// [`http_client`](Self::http_client) with TLS. With `rustls-no-provider`, the program has to call `install_default()` of
    /// a crypto provider first.
    pub fn build(self) -> Result<Client, Error> {
        let base_url = self.server.checked_url()?;
        let credentials =
            self.credentials.ok_or_else(|| Error::invalid("credentials", "missing: configure the API keys"))?;
        credentials.check(["public_key", "private_key"])?;
        check_nonzero("timeout", Some(self.timeout))?;
        check_nonzero("deadline", Some(self.deadline))?;
        check_nonzero("connect_timeout", self.connect_timeout)?;
        if self.http.is_none() && !HAS_TLS && base_url.starts_with("https:") {
            return Err(Error::invalid("server", "this program was built without TLS, which https needs"));
        }
        let connect_timeout = self.connect_timeout.or_else(|| self.http.is_none().then_some(DEFAULT_CONNECT_TIMEOUT));
        // A compressed body could expand to a thousand times the bytes received.
        let mut http = self.http.unwrap_or_default().no_gzip().no_brotli().no_zstd().no_deflate();
        // Only the loop over attempts decides about retries.
        http = http.retry(reqwest::retry::never()).redirect(reqwest::redirect::Policy::none()).referer(false);
        if let Some(timeout) = connect_timeout {
            http = http.connect_timeout(timeout);
        }
        if base_url.starts_with("http:") {
            http = http.no_proxy();
        }
        let http = build_http(http)?.map_err(|error| {
            let problem = std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string);
            let remedy = "check that the system's certificates are installed, or set root certificates of your own";
            Error::invalid("http_client", format!("cannot be set up: {problem}: {remedy}"))
        })?;
        let inner = Inner {
            base_url: base_url.into(),
            http,
            timeout: self.timeout,
            deadline: self.deadline,
            retry_policy: self.retry_policy,
            retry_budget: RetryBudget::new(self.retry_budget),
            tokens: TokenCache::new(credentials)?,
            authenticate: |client, keys| Box::pin(authenticate(client, keys)),
            hooks: self.hooks,
            shows_api_messages: self.shows_api_messages,
            keeps_bodies: self.keeps_bodies,
            #[cfg(feature = "blocking")]
            runtime: Runtime::default(),
        };
        Ok(Client { inner: Arc::new(inner) })
    }
}

/// Builds the HTTP client. reqwest panics if there is no crypto provider.
fn build_http(http: reqwest::ClientBuilder) -> Result<reqwest::Result<reqwest::Client>, Error> {
    #[cfg(feature = "rustls-no-provider")]
    return std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| http.build()))
        .map_err(|_| Error::invalid("http_client", "TLS has no crypto provider: install one when the program starts"));
    #[cfg(not(feature = "rustls-no-provider"))]
    Ok(http.build())
}

/// Redacts the HTTP client: it may have headers with secrets.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("server", &self.server)
            .field("credentials", &self.credentials)
            .field("timeout", &self.timeout)
            .field("deadline", &self.deadline)
            .field("retry_policy", &self.retry_policy)
            .field("retry_budget", &self.retry_budget)
            .field("connect_timeout", &self.connect_timeout)
            .field("http", &self.http.as_ref().map(|_| Redacted))
            .finish()
    }
}
