//! Which server a command uses, and with which keys.
//!
//! The server is that of `--server`, `SEZZLE_SERVER`, the profile, or the sandbox. A server on this machine that answers
//! `/_simulator/keys` is a simulator, whose own keys are used. The keys for other servers are those in the environment, or
//! else of the profile, which belongs to one server.

use std::env;
use std::time::Duration;

use clap::Args;
use serde_json::Value;
use sezzle_api::{Client, Credentials, Server};

use crate::account::keys::{self, Profile};
use crate::error::{CliError, Result};

/// The URL of `--server sim`.
const SIMULATOR_URL: &str = "http://127.0.0.1:8420";

const DETECTION_TIMEOUT: Duration = Duration::from_secs(2);

/// Options of all commands.
#[derive(Args, Clone)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Globals {
    /// sandbox, production, sim, or a URL [default: sandbox]
    #[arg(long, global = true, env = "SEZZLE_SERVER", hide_env = true)]
    pub(crate) server: Option<String>,

    /// Profile in the file of keys
    #[arg(long, global = true, env = "SEZZLE_PROFILE", hide_env = true, default_value = "default")]
    pub(crate) profile: String,

    /// Confirm what moves money on production
    #[arg(long, global = true)]
    pub(crate) yes: bool,

    /// Fail instead of asking
    #[arg(long, global = true)]
    pub(crate) no_interaction: bool,
}

pub(crate) struct Context {
    pub(crate) globals: Globals,
}

/// A client, and what it is connected to.
pub(crate) struct Connection {
    pub(crate) client: Client,
    pub(crate) url: String,
    pub(crate) is_production: bool,
    pub(crate) is_simulator: bool,
    /// Where the keys are from.
    pub(crate) source: String,
    pub(crate) private_key: String,
}

/// API keys and where they are from.
struct Keys {
    public_key: String,
    private_key: String,
    source: String,
}

impl Context {
    /// Returns the profile, if the file of keys has it.
    pub(crate) fn profile(&self) -> Result<Option<Profile>> {
        Ok(keys::read(&keys::path()?)?.remove(&self.globals.profile))
    }

    /// Returns the server without contacting it.
    pub(crate) fn server(&self) -> Result<Server> {
        let name = self.globals.server.clone().filter(|name| !name.is_empty());
        let name = match name {
            Some(name) => name,
            None => self.profile()?.map_or_else(|| "sandbox".to_owned(), |profile| profile.server),
        };
        let name = if name == "sim" { SIMULATOR_URL } else { name.trim_end_matches('/') };
        name.parse().map_err(|error: sezzle_api::Error| CliError::usage(error.to_string()))
    }

    /// Returns a client for the server.
    pub(crate) async fn connect(&self) -> Result<Connection> {
        let server = self.server()?;
        let url = server.url().to_owned();
        let simulator = if is_loopback(&url) { simulator_keys(&url).await? } else { None };
        let is_simulator = simulator.is_some();
        let keys = match simulator {
            Some(keys) => keys,
            None => self.keys(&server)?,
        };
        let credentials = Credentials::keys(keys.public_key, keys.private_key.clone());
        let client = Client::builder().server(server.clone()).credentials(credentials).build();
        Ok(Connection {
            client: client.map_err(|error| CliError::usage(format!("keys of {}: {error}", keys.source)))?,
            url,
            is_production: server == Server::Production,
            is_simulator,
            source: keys.source,
            private_key: keys.private_key,
        })
    }

    fn keys(&self, server: &Server) -> Result<Keys> {
        let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        match (variable(sezzle_api::PUBLIC_KEY_ENV), variable(sezzle_api::PRIVATE_KEY_ENV)) {
            (Some(public_key), Some(private_key)) => {
                return Ok(Keys { public_key, private_key, source: "the environment".to_owned() });
            }
            (None, None) => {}
            _ => return Err(CliError::usage("only one of SEZZLE_PUBLIC_KEY and SEZZLE_PRIVATE_KEY is set")),
        }
        let name = &self.globals.profile;
        let missing = || {
            CliError::usage(format!(
                "there are no keys for {}: run `sezzle login`, or set SEZZLE_PUBLIC_KEY and SEZZLE_PRIVATE_KEY",
                server.url()
            ))
        };
        let Profile { server: of, public_key, private_key } = self.profile()?.ok_or_else(missing)?;
        if of.parse().ok().as_ref() != Some(server) {
            let message =
                format!("the keys of profile {name} belong to {of}, not to {}: use another --profile", server.url());
            return Err(CliError::usage(message));
        }
        Ok(Keys { public_key, private_key, source: format!("profile {name}") })
    }
}

fn is_loopback(url: &str) -> bool {
    let host = url::Url::parse(url).ok();
    match host.as_ref().and_then(url::Url::host) {
        Some(url::Host::Domain(name)) => name == "localhost",
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Returns the keys of a simulator, or `None` if the server is not one.
async fn simulator_keys(url: &str) -> Result<Option<Keys>> {
    let http = reqwest::Client::builder().no_proxy().timeout(DETECTION_TIMEOUT).build();
    let http = http.map_err(|error| CliError::failed(error.to_string()))?;
    let response = match http.get(format!("{url}/_simulator/keys")).send().await {
        Ok(response) => response,
        Err(error) if error.is_connect() => {
            return Err(CliError::failed(format!("there is no server at {url}: start one with `sezzle sim`")));
        }
        Err(_) => return Ok(None),
    };
    let keys = if response.status().is_success() { response.json::<Value>().await.ok() } else { None };
    let key = |name: &str| keys.as_ref()?[name].as_str().map(str::to_owned);
    let keys = key("public_key").zip(key("private_key"));
    Ok(keys.map(|(public_key, private_key)| Keys { public_key, private_key, source: "the simulator".to_owned() }))
}
