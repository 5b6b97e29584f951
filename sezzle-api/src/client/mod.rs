//! The client: [`Client`] itself here, and what it is made from.
//!
//! - `builder`: [`ClientBuilder`](crate::ClientBuilder), which checks the settings and puts a client together.
//! - `server`: which gateway to call.
//! - `credentials`: API keys or a bearer token.

pub(crate) mod builder;
pub(crate) mod credentials;
pub(crate) mod server;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::auth::token_cache::{Keys, TokenCache, TokenFuture};
use crate::client::credentials::Credentials;
use crate::error::Error;
use crate::hooks::Hooks;
use crate::retry::RetryPolicy;
use crate::retry::budget::RetryBudget;
#[cfg(feature = "blocking")]
use crate::runtime::Runtime;

/// A client of the Sezzle merchant API, with one method for each operation.
///
/// Clones share connections and the bearer token: create one client per program and clone it freely.
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
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    /// Without a trailing slash.
    pub(crate) base_url: Arc<str>,
    pub(crate) http: reqwest::Client,
    pub(crate) timeout: Duration,
    pub(crate) deadline: Duration,
    pub(crate) retry_policy: RetryPolicy,
    pub(crate) retry_budget: RetryBudget,
    pub(crate) tokens: TokenCache,
    /// Exchanges API keys for a token. It is a call like any other, so it needs the client; the builder sets it here to
    /// keep calls from depending on it.
    pub(crate) authenticate: fn(Client, Arc<Keys>) -> TokenFuture,
    pub(crate) hooks: Hooks,
    pub(crate) shows_api_messages: bool,
    pub(crate) keeps_bodies: bool,
    #[cfg(feature = "blocking")]
    pub(crate) runtime: Runtime,
}

impl Client {
    /// Returns the base URL of the gateway, without a trailing slash.
    pub fn base_url(&self) -> &str {
        &self.inner.base_url
    }

    /// Replaces the credentials of this client and all its clones, for example after rotating API keys.
    ///
    /// Calls in progress continue with the token they have; later calls get a new one.
    ///
    /// # Errors
    ///
    /// Returns an error if the credentials cannot be valid keys or a valid token. The client then keeps its old credentials.
    pub fn replace_credentials(&self, credentials: Credentials) -> Result<(), Error> {
        credentials.check(["public_key", "private_key"])?;
        self.inner.tokens.replace_credentials(credentials)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.inner.base_url)
            .field("timeout", &self.inner.timeout)
            .field("deadline", &self.inner.deadline)
            .field("retry_policy", &self.inner.retry_policy)
            .finish_non_exhaustive()
    }
}
