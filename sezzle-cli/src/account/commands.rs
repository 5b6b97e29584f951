//! `sezzle login`, `logout` and `whoami`.

use std::io::{self, BufRead, IsTerminal};

use serde_json::{Value, json};
use sezzle_api::reqwest::Method;
use sezzle_api::{Client, Credentials, Server};

use crate::account::keys::{self, Profile};
use crate::account::server::Context;
use crate::error::{CliError, Result};
use crate::output;

/// Reads the keys, checks them on the server, and stores them.
pub(crate) async fn login(context: &Context) -> Result<()> {
    let server = context.server()?;
    let [public_key, private_key] = read_keys(context)?;
    let credentials = Credentials::keys(public_key.clone(), private_key.clone());
    let client = Client::builder().server(server.clone()).credentials(credentials).build();
    let client = client.map_err(|error| CliError::usage(error.to_string()))?;
    let merchant = authenticate(&client, &public_key, &private_key).await?;
    let name = match &server {
        Server::Sandbox => "sandbox".to_owned(),
        Server::Production => "production".to_owned(),
        other => other.url().to_owned(),
    };
    let file = keys::path()?;
    let mut profiles = keys::read(&file)?;
    profiles.insert(context.globals.profile.clone(), Profile { server: name.clone(), public_key, private_key });
    keys::write(&file, &profiles)?;
    output::line(&format!("Merchant {merchant} on {name}, stored as profile {}", context.globals.profile));
    Ok(())
}

/// Reads both keys from the terminal without showing them, or from two lines of standard input.
fn read_keys(context: &Context) -> Result<[String; 2]> {
    if io::stdin().is_terminal() {
        if context.globals.no_interaction {
            return Err(CliError::usage("write the public and the private key to standard input, each on a line"));
        }
        let ask = |name: &str| rpassword::prompt_password(format!("{name} key (not shown): "));
        return Ok([ask("Public")?.trim().to_owned(), ask("Private")?.trim().to_owned()]);
    }
    let mut lines = io::stdin().lock().lines();
    let mut next = || -> Result<String> {
        let missing = || CliError::usage("standard input must have two lines: the public and the private key");
        Ok(lines.next().ok_or_else(missing)??.trim().to_owned())
    };
    Ok([next()?, next()?])
}

/// Returns the id of the merchant with these keys.
async fn authenticate(client: &Client, public_key: &str, private_key: &str) -> Result<String> {
    let body = json!({"public_key": public_key, "private_key": private_key});
    let token = client.request(Method::POST, "/v2/authentication").json(&body).send_json::<Value>().await?.into_inner();
    Ok(token["merchant_uuid"].as_str().unwrap_or("without an id").to_owned())
}

/// Removes the profile.
pub(crate) fn logout(context: &Context) -> Result<()> {
    let file = keys::path()?;
    let mut profiles = keys::read(&file)?;
    let name = &context.globals.profile;
    if profiles.remove(name).is_none() {
        return Err(CliError::failed(format!("there is no profile {name}")));
    }
    keys::write(&file, &profiles)?;
    output::line(&format!("Removed profile {name}"));
    Ok(())
}

/// Prints the server, the merchant, and where the keys are from.
pub(crate) async fn whoami(context: &Context) -> Result<()> {
    let connection = context.connect().await?;
    // Any call with the keys shows that they are valid.
    connection.client.request(Method::GET, "/v2/webhooks").send_json::<Value>().await?;
    output::line(&format!("{} with the keys of {}", connection.url, connection.source));
    Ok(())
}
