//! The gateway that a command uses.

use std::time::Duration;

use serde::Deserialize;
use sezzle_api::reqwest::{self, redirect::Policy};
use sezzle_api::{SERVER_ENV, Server};

use crate::failure::{Failure, root_cause};

/// The URL of `sezzle sim` with its default port.
const SIMULATOR_URL: &str = "http://127.0.0.1:8420";

/// How long a server on this machine may take to respond as a simulator.
const DETECTION_TIMEOUT: Duration = Duration::from_secs(2);

/// Reads a server, as given on the command line or in `SEZZLE_SERVER`.
pub(crate) fn parse(text: &str) -> Result<Server, Failure> {
    if text == "sim" {
        return Ok(Server::Custom(SIMULATOR_URL.to_owned()));
    }
    match text.parse::<Server>()? {
        Server::Custom(url) => Ok(Server::Custom(url.trim_end_matches('/').to_owned())),
        server => Ok(server),
    }
}

/// Reads the server from `SEZZLE_SERVER`, if it is set.
pub(crate) fn from_env() -> Result<Option<Server>, Failure> {
    match std::env::var(SERVER_ENV) {
        Ok(text) => parse(&text).map(Some).map_err(|failure| Failure {
            message: format!("{SERVER_ENV}: {}", failure.message.trim_start_matches("server: ")),
            ..failure
        }),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => {
            Err(Failure::usage(format!("{SERVER_ENV}: is not valid UTF-8: set it again")))
        }
    }
}

/// Creates an HTTP client for a URL, which follows no redirect. Proxies of the environment are for HTTPS to other machines.
pub(crate) fn http_client(url: &str, timeout: Duration) -> Result<reqwest::Client, Failure> {
    let mut builder = reqwest::Client::builder().timeout(timeout).redirect(Policy::none());
    if url.starts_with("http:") || Server::Custom(url.to_owned()).is_loopback() {
        builder = builder.no_proxy();
    }
    builder.build().map_err(|error| Failure::rejected(root_cause(&error)))
}

/// Returns whether real money may move on this server: on all but the sandbox and this machine.
pub(crate) fn is_production(server: &Server) -> bool {
    *server != Server::Sandbox && server.url() != Server::Sandbox.url() && !server.is_loopback()
}

/// The keys of a simulator, which are public.
#[derive(Deserialize)]
pub(crate) struct SimulatorKeys {
    pub(crate) public_key: String,
    pub(crate) private_key: String,
}

/// Returns the keys of the server if it is a simulator: it is on this machine and responds at `/_simulator/`.
pub(crate) async fn detect_simulator(server: &Server) -> Option<SimulatorKeys> {
    if !server.is_loopback() {
        return None;
    }
    let http = http_client(server.url(), DETECTION_TIMEOUT).ok()?;
    let response = http.get(format!("{}/_simulator/keys", server.url())).send().await.ok()?;
    response.error_for_status().ok()?.json().await.ok()
}
