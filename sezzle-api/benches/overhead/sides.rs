//! The two sides that are compared, ready to call.

use std::time::Duration;

use sezzle_api::{Client, Credentials};
use tokio::runtime::{Builder, Runtime};

use crate::plain::Plain;

pub(crate) type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[derive(Clone, Copy)]
pub(crate) enum Side {
    Sdk,
    Plain,
}

/// A client of each side.
#[derive(Clone)]
pub(crate) struct Sides {
    pub(crate) sdk: Client,
    pub(crate) plain: Plain,
}

/// Builds the client of the SDK with its defaults.
pub(crate) fn sdk(url: &str, credentials: Credentials, timeout: Duration) -> Result<Client> {
    let server = sezzle_api::Server::Custom(url.to_owned());
    let builder = Client::builder().server(server).credentials(credentials);
    Ok(builder.timeout(timeout).deadline(timeout.max(sezzle_api::DEFAULT_DEADLINE)).build()?)
}

/// Builds a runtime of one thread, so that the time of a block is the work of the side that ran in it.
pub(crate) fn runtime() -> Result<Runtime> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}
