//! Which gateway to talk to.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use reqwest::Url;

use crate::Error;

/// A Sezzle gateway.
///
/// Keys belong to one gateway: sandbox keys do not work in production, nor the other way round. The United States and
/// Canada share a gateway; the currency of an order tells them apart.
///
/// Parses from `sandbox`, `production`, or a URL:
///
/// ```
/// use sezzle_api::Server;
///
/// assert_eq!("production".parse::<Server>()?, Server::Production);
/// assert_eq!("http://127.0.0.1:8420".parse::<Server>()?.url(), "http://127.0.0.1:8420");
/// // Keys would go over the network for all to read.
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
    /// Any other base URL, such as a local simulator or a proxy: the part before `/v2`.
    ///
    /// It must be `https`, or `http` to a loopback address, since every request carries credentials.
    Custom(String),
}

impl Server {
    /// The base URL, to which the paths of the operations are added.
    pub fn url(&self) -> &str {
        match self {
            Self::Sandbox => "https://sandbox.gateway.sezzle.com",
            Self::Production => "https://gateway.sezzle.com",
            Self::Custom(url) => url,
        }
    }

    /// The base URL without a slash at its end.
    pub(crate) fn checked_url(&self) -> Result<String, Error> {
        check(self.url()).map_err(|problem| Error::invalid("server", problem))
    }
}

fn check(text: &str) -> Result<String, String> {
    const EXAMPLE: &str = "write it like `https://gateway.example.com`";
    let url = Url::parse(text).map_err(|error| format!("the base URL cannot be read ({error}): {EXAMPLE}"))?;
    let Some(host) = url.host_str() else {
        return Err(format!("the base URL names no host: {EXAMPLE}"));
    };
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let loopback = address.map_or(host == "localhost", |address| address.is_loopback());
    match url.scheme() {
        "https" => {}
        "http" if loopback => {}
        "http" => {
            return Err(
                "the base URL is plain http to another machine, which would show the keys to the network: use https"
                    .to_owned(),
            );
        }
        _ => return Err("the base URL is neither https nor http: use https".to_owned()),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the base URL holds a user name or a password: use `ClientBuilder::credentials`".to_owned());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("the base URL has a query or a fragment: end it with the host or a path".to_owned());
    }
    let base = url.as_str().trim_end_matches('/');
    if base.ends_with("/v2") {
        return Err("the base URL ends in `/v2`, which every operation adds itself: leave it out".to_owned());
    }
    Ok(base.to_owned())
}

impl FromStr for Server {
    type Err = Error;

    /// Reads `sandbox`, `production`, or a base URL.
    ///
    /// # Errors
    ///
    /// The text is none of these.
    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "sandbox" => Ok(Self::Sandbox),
            "production" => Ok(Self::Production),
            url if url.contains("://") => {
                check(url).map_err(|problem| Error::invalid("server", problem))?;
                Ok(Self::Custom(url.to_owned()))
            }
            _ => Err(Error::invalid("server", "not a server: use `sandbox`, `production` or a base URL")),
        }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sandbox => f.write_str("Sandbox"),
            Self::Production => f.write_str("Production"),
            // A URL that will be refused may still hold a password.
            Self::Custom(url) => f.debug_tuple("Custom").field(&check(url).as_deref().unwrap_or("not valid")).finish(),
        }
    }
}
