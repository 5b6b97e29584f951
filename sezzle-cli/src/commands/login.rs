//! `sezzle login`, `sezzle logout` and `sezzle whoami`.

use std::io::{BufRead, IsTerminal, stdin};

use clap::Args;
use serde_json::json;
use sezzle_api::Server;

use crate::connection::{Connection, KeySource, select_server};
use crate::failure::Failure;
use crate::globals::Globals;
use crate::keys::{DEFAULT_PROFILE, Profile, Profiles};
use crate::output::{self, Output};

/// Stores API keys for a server, in a file that only you can read
#[derive(Args, Debug)]
#[command(
    before_help = "Example: sezzle login --server sandbox",
    after_help = "Asks for the keys, or reads them from standard input: the public key, a line break, the private key."
)]
pub(crate) struct Login {
    /// Store the keys without trying them
    #[arg(long)]
    no_check: bool,
}

/// Deletes the keys of a profile
#[derive(Args, Debug)]
#[command(before_help = "Example: sezzle logout --profile default")]
pub(crate) struct Logout {
    /// Delete all profiles
    #[arg(long)]
    all: bool,
}

impl Login {
    pub(crate) async fn run(self, globals: &Globals) -> Result<(), Failure> {
        let name = globals.profile.as_deref().unwrap_or(DEFAULT_PROFILE);
        // A profile that does not exist yet has no server.
        let server = select_server(&Globals { profile: None, ..globals.clone() })?;
        let mut profiles = Profiles::read()?;
        let [public_key, private_key] = read_keys(globals)?;
        let connection = Connection::new(server, KeySource::Profile(name.to_owned()), public_key, private_key);
        // Checks the form of the keys.
        connection.client()?;
        if !self.no_check {
            connection.merchant().await?;
        }
        let Connection { server, public_key, private_key, .. } = connection;
        let server = match server {
            Server::Sandbox => "sandbox".to_owned(),
            Server::Production => "production".to_owned(),
            other => other.url().to_owned(),
        };
        profiles.profiles.insert(name.to_owned(), Profile { server: server.clone(), public_key, private_key });
        let path = profiles.write()?;
        output::print(&format!("Stored the keys for {server} as profile `{name}` in {}.\n", path.display()));
        Ok(())
    }
}

impl Logout {
    pub(crate) fn run(self, globals: &Globals) -> Result<(), Failure> {
        let mut profiles = Profiles::read()?;
        let name = globals.profile.as_deref().unwrap_or(DEFAULT_PROFILE);
        if self.all {
            profiles.profiles.clear();
        } else if profiles.profiles.remove(name).is_none() {
            return Err(Failure::usage(format!("there is no profile `{name}`")));
        }
        let path = profiles.write()?;
        let what = if self.all { "all profiles".to_owned() } else { format!("profile `{name}`") };
        output::print(&format!(
            "Deleted {what} in {}. The keys still work: revoke them in the merchant dashboard.\n",
            path.display()
        ));
        Ok(())
    }
}

/// Prints which server and keys a command uses.
pub(super) async fn whoami(globals: &Globals) -> Result<(), Failure> {
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

/// Asks for both keys on a terminal, or reads a line for each.
fn read_keys(globals: &Globals) -> Result<[String; 2], Failure> {
    if !stdin().is_terminal() {
        let mut lines = stdin().lock().lines();
        let mut line = || lines.next().transpose().map(|line| line.unwrap_or_default().trim().to_owned());
        return Ok([line()?, line()?]);
    }
    if globals.no_interaction {
        return Err(Failure::usage("the keys are missing: write both to standard input, or remove --no-interaction"));
    }
    let ask = |prompt| rpassword::prompt_password(prompt).map(|key| key.trim().to_owned());
    Ok([ask("Public key (sz_pub_..): ")?, ask("Private key (sz_pr_..): ")?])
}
