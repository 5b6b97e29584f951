//! Runs the command of an operation: from arguments to a request, and from the response to text.

use std::io::{IsTerminal, stderr};

use clap::{ArgMatches, FromArgMatches};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};
use sezzle_api::{Client, Operation, Request};

use crate::connection::{Connection, select_server};
use crate::failure::Failure;
use crate::globals::{Format, Globals};
use crate::operation::body;
use crate::operation::pages::Pages;
use crate::operation::production::confirm;
use crate::operation::spec::{Command, Response};
use crate::output::{self, Output};

/// What is encoded in a value within a path: all but unreserved characters (RFC 3986).
const PATH_VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The request of a command, except for the credentials.
pub(crate) struct Prepared {
    operation: &'static Operation,
    path: String,
    query: Vec<(&'static str, String)>,
    request_id: Option<String>,
    body: Option<Value>,
}

impl Prepared {
    fn new(spec: &'static Command, matches: &ArgMatches) -> Result<Self, Failure> {
        let mut path = spec.operation.path.to_owned();
        let mut query = Vec::new();
        for parameter in spec.parameters {
            let Some(value) = matches.get_one::<Value>(parameter.flag) else { continue };
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            if !parameter.is_path {
                query.push((parameter.name, text));
            } else if text.trim().is_empty() {
                return Err(Failure::usage(format!("`{}` is empty", parameter.name)));
            } else {
                let value = utf8_percent_encode(&text, PATH_VALUE).to_string();
                path = path.replace(&format!("{{{}}}", parameter.name), &value);
            }
        }
        let request_id = spec.operation.accepts_request_id.then(|| matches.get_one::<String>("request-id").cloned());
        let body = spec.body.as_ref().map(|body| body::build(body, matches)).transpose()?;
        Ok(Self { operation: spec.operation, path, query, request_id: request_id.flatten(), body })
    }

    /// Starts the request.
    pub(crate) fn request(&self, client: &Client) -> Request {
        let mut request = client.request_operation(self.operation, &self.path);
        for (name, value) in &self.query {
            request = request.query(name, value);
        }
        if let Some(id) = &self.request_id {
            request = request.header("Sezzle-Request-Id", id);
        }
        if let Some(body) = &self.body {
            request = request.json(body);
        }
        request
    }

    /// Returns the request as it would be sent, without credentials.
    fn describe(&self, base_url: &str) -> Value {
        let encode = |text: &str| utf8_percent_encode(text, PATH_VALUE).to_string();
        let query: Vec<_> = self.query.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        let mut headers = Map::new();
        if let Some(id) = &self.request_id {
            headers.insert("sezzle-request-id".to_owned(), id.as_str().into());
        }
        let mut request = json!({
            "method": self.operation.method,
            "url": format!("{base_url}{}{mark}{}", self.path, query.join("&")),
            "headers": headers,
        });
        if let Some(body) = &self.body {
            request["headers"]["content-type"] = "application/json".into();
            request["body"] = body.clone();
        }
        request
    }
}

/// Runs the command of an operation.
pub(crate) async fn run(spec: &'static Command, matches: &ArgMatches) -> Result<(), Failure> {
    let globals = Globals::from_arg_matches(matches).map_err(|error| Failure::usage(error.to_string()))?;
    let output = Output::with_secrets(&globals, spec.secrets);
    if let Some(body) = spec.body.as_ref().filter(|_| matches.get_flag("template")) {
        output::print(&format!("{}\n", body.template));
        return Ok(());
    }
    let mut prepared = Prepared::new(spec, matches)?;
    if matches.get_flag("dry-run") {
        output.value(&prepared.describe(select_server(&globals)?.url()));
        return Ok(());
    }
    let connection = Connection::open(&globals).await?;
    if let (Some(spec), Some(body)) = (&spec.body, &mut prepared.body) {
        body::add_keys(spec, body, &connection);
    }
    if spec.operation.accepts_request_id {
        confirm(&globals, &connection.server, &summary(spec, &prepared))?;
    }
    let client = connection.client()?;
    send(spec, &prepared, &client, matches, &output).await
}

async fn send(
    spec: &Command,
    prepared: &Prepared,
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
                eprintln!("{}", response.status());
            }
        }
    }
    Ok(())
}

/// What the question before a movement of money shows.
fn summary(spec: &Command, prepared: &Prepared) -> Vec<(&'static str, String)> {
    let mut lines = vec![("command", format!("{} {}", spec.group, spec.verb)), ("path", prepared.path.clone())];
    if let Some(body) = &prepared.body {
        let price = body.as_object().into_iter().flat_map(Map::values).find(|value| value["amount_in_cents"].is_i64());
        let price = serde_json::from_value::<sezzle_api::types::Price>(price.unwrap_or(body).clone());
        lines.push(("amount", price.map_or_else(|_| body.to_string(), |price| price.to_string())));
    }
    lines
}
