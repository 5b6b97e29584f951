//! Runs the command of an operation: from arguments to a request, and from the response to text.

use std::io::{IsTerminal, stderr};

use clap::{ArgMatches, FromArgMatches};
use serde_json::{Map, Value};
use sezzle_api::Client;

use crate::connection::{Connection, select_server};
use crate::failure::Failure;
use crate::globals::{Format, Globals};
use crate::operation::body;
use crate::operation::pages::Pages;
use crate::operation::production::confirm;
use crate::operation::request::PreparedRequest;
use crate::operation::spec::{Command, Response};
use crate::output::{self, Output};

/// Runs the command of an operation.
pub(crate) async fn run(spec: &'static Command, matches: &ArgMatches) -> Result<(), Failure> {
    let globals = Globals::from_arg_matches(matches).map_err(|error| Failure::usage(error.to_string()))?;
    let shows_secrets = !spec.secrets.is_empty() && matches.get_flag("show-secrets");
    let output = Output::new(&globals).with_secrets(if shows_secrets { &[] } else { spec.secrets });
    if let Some(body) = spec.body.as_ref().filter(|_| matches.get_flag("template")) {
        output::print(&format!("{}\n", body.template));
        return Ok(());
    }
    let mut prepared = PreparedRequest::new(spec, matches)?;
    if matches.get_flag("dry-run") {
        output.value(&prepared.describe(select_server(&globals)?.url()));
        return Ok(());
    }
    let connection = Connection::open(&globals).await?;
    if let (Some(spec), Some(body)) = (&spec.body, &mut prepared.body) {
        body::add_keys(spec, body, &connection);
    }
    if spec.operation.accepts_request_id {
        confirm(&globals, matches.get_flag("yes"), &connection.server, &summary(spec, &prepared))?;
    }
    let client = connection.client()?;
    send(spec, &prepared, &client, matches, &output).await
}

async fn send(
    spec: &Command,
    prepared: &PreparedRequest,
    client: &Client,
    matches: &ArgMatches,
    output: &Output,
) -> Result<(), Failure> {
    let failure = |error| Failure::of_call(&error, spec.operation.method);
    let all_pages = spec.is_paged() && !matches.contains_id("offset");
    match spec.response {
        Response::Json if all_pages => output.value(&Pages::new(client, prepared).elements().await?.into()),
        Response::Csv if all_pages => output.csv(&Pages::new(client, prepared).csv().await?)?,
        Response::Json => {
            output.value(&prepared.request(client).send_json::<Value>().await.map_err(failure)?.into_inner())
        }
        Response::Csv => {
            let mut body = prepared.request(client).send_stream().await.map_err(failure)?.into_inner();
            if output.format() == Some(Format::Json) {
                let text = body.bytes().await.map_err(failure)?;
                return output.csv(&String::from_utf8_lossy(&text));
            }
            while let Some(chunk) = body.chunk().await.map_err(failure)? {
                output::print_bytes(&chunk);
            }
        }
        Response::Empty => {
            let response = prepared.request(client).send_empty().await.map_err(failure)?;
            if stderr().is_terminal() {
                output::warn(&response.status().to_string());
            }
        }
    }
    Ok(())
}

/// What the question before a movement of money shows.
fn summary(spec: &Command, prepared: &PreparedRequest) -> Vec<(&'static str, String)> {
    let mut lines = vec![("command", format!("{} {}", spec.group, spec.verb)), ("path", prepared.path.clone())];
    if let Some(body) = &prepared.body {
        let price = body.as_object().into_iter().flat_map(Map::values).find(|value| value["amount_in_cents"].is_i64());
        let price = serde_json::from_value::<sezzle_api::types::Price>(price.unwrap_or(body).clone());
        lines.push(("amount", price.map_or_else(|_| body.to_string(), |price| price.to_string())));
    }
    lines
}
