//! `sezzle api`: a request to any path.

use clap::Args;
use sezzle_api::reqwest::Method;

use crate::account::server::Context;
use crate::call::body;
use crate::error::{CliError, Result};
use crate::output::{self, Format};

#[derive(Args)]
#[command(before_help = "Example:\n  sezzle api GET /v2/order/ORDER_UUID")]
pub(crate) struct Api {
    /// HTTP method
    method: Method,

    /// Path, such as /v2/order/ID, with encoded values
    path: String,

    /// Query parameter
    #[arg(long, value_name = "NAME=VALUE")]
    query: Vec<String>,

    /// Header, except for credentials
    #[arg(long, value_name = "NAME:VALUE")]
    header: Vec<String>,

    /// JSON file with the body, or - for standard input
    #[arg(long, value_name = "FILE")]
    body: Option<String>,

    /// Format of a JSON response
    #[arg(short, long, value_name = "FORMAT", default_value = "json")]
    output: Format,
}

/// Runs the command.
pub(crate) async fn run(options: &Api, context: &Context) -> Result<()> {
    let body = options.body.as_deref().map(body::read).transpose()?;
    let connection = context.connect().await?;
    if connection.is_production && options.method != Method::GET && !context.globals.yes {
        return Err(CliError::usage("this changes production: add --yes to confirm"));
    }
    let mut request = connection.client.request(options.method.clone(), &options.path);
    for pair in &options.query {
        let (name, value) = pair.split_once('=').ok_or_else(|| CliError::usage("--query: write NAME=VALUE"))?;
        request = request.query(name, value);
    }
    for pair in &options.header {
        let (name, value) = pair.split_once(':').ok_or_else(|| CliError::usage("--header: write NAME:VALUE"))?;
        if name.trim().eq_ignore_ascii_case("authorization") {
            return Err(CliError::usage("--header: credentials come from `sezzle login` or the environment"));
        }
        request = request.header(name.trim(), value.trim());
    }
    if let Some(body) = &body {
        request = request.json(body);
    }
    let response = request.send_stream().await?.into_inner().bytes().await?;
    match serde_json::from_slice(&response) {
        Ok(json) => output::json(&json, options.output),
        Err(_) => output::bytes(&response),
    }
    Ok(())
}
