//! The gateway to call.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use reqwest::Url;

use crate::error::Error;

/// The environment variable for the server: `sandbox`, `production` or a base URL.
pub const SERVER_ENV: &str = "SEZZLE_SERVER";

/// A Sezzle gateway.
///
/// Keys belong to one gateway: sandbox keys do not work in production and vice versa. The United States and Canada share a
/// gateway; they differ in the currency of an order.
///
/// Parses from `sandbox`, `production`, or a URL:
///
/// ```
/// use sezzle_api::Server;
///
/// assert_eq!("production".parse::<Server>()?, Server::Production);
/// assert_eq!("http://127.0.0.1:8420".parse::<Server>()?.url(), "http://127.0.0.1:8420");
/// // This would send the keys over the network in plain text.
/// assert!("http://gateway.example".parse::<Server>().is_err());
/// # Ok::<(), sezzle_api::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Server {
    /// `https://sandbox.gateway.sezzle.com`, where no money moves. The default.
    #[default]
    Sandbox,
    /// `https://gateway.sezzle.com`.
    Production,
    /// Another base URL, such as that of a local simulator or a proxy: the part before `/v2`.
    ///
    /// It must be `https`, or `http` to a loopback address, since every request carries credentials.
    Custom(String),
}

impl Server {
    /// Returns the base URL, to which the paths of the operations are appended.
    pub fn url(&self) -> &str {
        match self {
            Self::Sandbox => "https://sandbox.gateway.sezzle.com",
            Self::Production => "https://gateway.sezzle.com",
            Self::Custom(url) => url,
        }
    }

    /// Returns whether the gateway is on this machine: its host is `localhost` or a loopback address.
    pub fn is_loopback(&self) -> bool {
        Url::parse(self.url()).is_ok_and(|url| url.host_str().is_some_and(is_loopback_host))
    }

    /// Reads a server from the setting `name`.
    pub(crate) fn parse(name: &'static str, text: &str) -> Result<Self, Error> {
        match text {
            "sandbox" => Ok(Self::Sandbox),
            "production" => Ok(Self::Production),
            url if url.contains("://") => {
                normalize(url).map_err(|problem| Error::invalid(name, problem))?;
                Ok(Self::Custom(url.to_owned()))
            }
            _ => Err(Error::invalid(name, "not a server: use `sandbox`, `production` or a base URL")),
        }
    }

    /// Returns the base URL without a trailing slash, if it is safe to send credentials to.
    pub(crate) fn checked_url(&self) -> Result<String, Error> {
        normalize(self.url()).map_err(|problem| Error::invalid("server", problem))
    }
}

fn normalize(text: &str) -> Result<String, String> {
    const EXAMPLE: &str = "write it like `https://gateway.example.com`";
    let url = Url::parse(text).map_err(|error| format!("the base URL is invalid ({error}): {EXAMPLE}"))?;
    let Some(host) = url.host_str() else {
        return Err(format!("the base URL has no host: {EXAMPLE}"));
    };
    match url.scheme() {
        "https" => {}
        "http" if is_loopback_host(host) => {}
        "http" => {
            return Err(
                "the base URL is plain http to another machine, which would expose the keys to the network: use https"
                    .to_owned(),
            );
        }
        _ => return Err("the base URL is neither https nor http: use https".to_owned()),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the base URL contains a user name or a password: remove them".to_owned());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("the base URL has a query or a fragment: remove it".to_owned());
    }
    let base = url.as_str().trim_end_matches('/');
    if base.ends_with("/v2") {
        return Err("the base URL ends with `/v2`, which is part of every operation's path: remove it".to_owned());
    }
    Ok(base.to_owned())
}

fn is_loopback_host(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    address.map_or(host == "localhost", |address| address.is_loopback())
}

impl FromStr for Server {
    type Err = Error;

    /// Parses `sandbox`, `production` or a base URL.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is none of these, or the base URL is not safe.
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse("server", text)
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sandbox => f.write_str("Sandbox"),
            Self::Production => f.write_str("Production"),
            // An invalid URL may contain a password.
            Self::Custom(url) => {
                f.debug_tuple("Custom").field(&normalize(url).as_deref().unwrap_or("invalid")).finish()
            }
        }
    }
}
