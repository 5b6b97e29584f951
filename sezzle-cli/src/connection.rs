//! The server, the keys and the client that a command uses.

use std::env;

use sezzle_api::types::ApiKeys;
use sezzle_api::{Client, Credentials, PRIVATE_KEY_ENV, PUBLIC_KEY_ENV, Server};

use crate::failure::Failure;
use crate::globals::Globals;
use crate::keys::{DEFAULT_PROFILE, Profile, Profiles};
use crate::output;
use crate::server::{self, detect_simulator};

/// A server with the keys for it.
pub(crate) struct Connection {
    pub(crate) server: Server,
    pub(crate) is_simulator: bool,
    pub(crate) source: KeySource,
    pub(crate) public_key: String,
    pub(crate) private_key: String,
}

/// Where the keys are from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum KeySource {
    Environment,
    Profile(String),
    Simulator,
}

/// Returns the server of a command: `--server`, the server of `--profile`, `SEZZLE_SERVER`, the server of the default
/// profile, the sandbox.
pub(crate) fn select_server(globals: &Globals) -> Result<Server, Failure> {
    if let Some(text) = &globals.server {
        return server::parse(text);
    }
    if globals.profile.is_none()
        && let Some(server) = server::from_env()?
    {
        return Ok(server);
    }
    match select_profile(globals)? {
        Some((_, profile)) => server::parse(&profile.server),
        None => Ok(Server::Sandbox),
    }
}

/// Returns the profile that is named, or else the default one if there is one.
fn select_profile(globals: &Globals) -> Result<Option<(String, Profile)>, Failure> {
    let mut profiles = Profiles::read()?.profiles;
    let name = globals.profile.as_deref().unwrap_or(DEFAULT_PROFILE);
    match profiles.remove(name) {
        Some(profile) => Ok(Some((name.to_owned(), profile))),
        None if globals.profile.is_none() => Ok(None),
        None => {
            Err(Failure::usage(format!("--profile: there is no profile `{name}`: run `sezzle login --profile {name}`")))
        }
    }
}

impl Connection {
    /// Combines a server and its keys, which are not printed from now on.
    pub(crate) fn new(server: Server, source: KeySource, public_key: String, private_key: String) -> Self {
        output::hide(&public_key);
        output::hide(&private_key);
        Self { server, is_simulator: false, source, public_key, private_key }
    }

    /// Selects the server and its keys.
    ///
    /// The keys of the environment belong to `SEZZLE_SERVER`, so a simulator that is named on the command line gets its own
    /// ones instead.
    pub(crate) async fn open(globals: &Globals) -> Result<Self, Failure> {
        let server = select_server(globals)?;
        let simulator = detect_simulator(&server).await;
        let is_simulator = simulator.is_some();
        let connection = |source, public_key, private_key| {
            Ok(Self { is_simulator, ..Self::new(server.clone(), source, public_key, private_key) })
        };

        let is_env_server = globals.server.is_none() || server::from_env()?.as_ref() == Some(&server);
        let has_env_keys = [PUBLIC_KEY_ENV, PRIVATE_KEY_ENV].iter().any(|name| env::var_os(name).is_some());
        if globals.profile.is_none() && has_env_keys && (is_env_server || !is_simulator) {
            // Checks both, and names the one that is missing.
            Credentials::from_env()?;
            let key = |name| env::var(name).unwrap_or_default();
            return connection(KeySource::Environment, key(PUBLIC_KEY_ENV), key(PRIVATE_KEY_ENV));
        }
        if let Some((name, profile)) = select_profile(globals)? {
            // Keys are sent to their own server only.
            if server::parse(&profile.server)? == server {
                return connection(KeySource::Profile(name), profile.public_key, profile.private_key);
            }
            if globals.profile.is_some() {
                let (own, url) = (&profile.server, server.url());
                let problem = format!("--profile: the keys of `{name}` belong to {own}, not to {url}: remove --server");
                return Err(Failure::usage(problem));
            }
        }
        if let Some(keys) = simulator {
            return connection(KeySource::Simulator, keys.public_key, keys.private_key);
        }
        let url = server.url();
        if server.is_loopback() {
            let problem =
                format!("there is no simulator at {url}: start one with `sezzle sim`, or set the keys of that server");
            return Err(Failure::usage(problem));
        }
        Err(Failure::usage(format!(
            "there are no keys for {url}: run `sezzle login`, or set {PUBLIC_KEY_ENV} and {PRIVATE_KEY_ENV}"
        )))
    }

    /// Creates a client.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        let credentials = Credentials::keys(self.public_key.as_str(), self.private_key.as_str());
        Ok(Client::builder().server(self.server.clone()).credentials(credentials).show_api_messages(true).build()?)
    }

    /// Authenticates, and returns the id of the merchant.
    pub(crate) async fn merchant(&self) -> Result<Option<String>, Failure> {
        let keys = ApiKeys::builder().public_key(self.public_key.as_str()).private_key(self.private_key.as_str());
        let token = self.client()?.authenticate().body(keys).send().await?;
        Ok(token.merchant_uuid.as_deref().map(str::to_owned))
    }
}
