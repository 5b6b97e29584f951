//! `sezzle whoami`.

use clap::Args;
use serde_json::json;

use crate::connection::{Connection, KeySource};
use crate::failure::Failure;
use crate::globals::Globals;
use crate::output::Output;

/// Shows the server, the merchant, and where the keys are from
#[derive(Args, Debug)]
#[command(before_help = "Example: sezzle whoami --server sandbox")]
pub(crate) struct Whoami {}

impl Whoami {
    pub(crate) async fn run(self, globals: &Globals) -> Result<(), Failure> {
        let connection = Connection::open(globals).await?;
        let keys = match &connection.source {
            KeySource::Environment => "environment".to_owned(),
            KeySource::Profile(name) => format!("profile {name}"),
            KeySource::Simulator => "simulator".to_owned(),
        };
        let merchant = connection.merchant().await?;
        Output::new(globals).value(&json!({
            "server": connection.server.url(),
            "simulator": connection.is_simulator,
            "keys": keys,
            "merchant_uuid": merchant,
        }));
        Ok(())
    }
}
