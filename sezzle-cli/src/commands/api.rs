//! `sezzle api`: requests that have no command.

use clap::Args;
use serde_json::Value;
use sezzle_api::reqwest::{Method, StatusCode, Url};

use crate::connection::{Connection, select_server};
use crate::failure::Failure;
use crate::globals::Globals;
use crate::operation::request::PreparedRequest;
use crate::operation::{confirm, parse_body};
use crate::output::{self, Output};

/// Sends a request to any path of the gateway
#[derive(Args, Debug)]
#[command(before_help = "Example: sezzle api GET /v2/order/ORDER_UUID")]
pub(crate) struct Api {
    /// HTTP method
    method: Method,

    /// Path, with its query
    path: String,

    /// JSON file with the body, or - for standard input
    #[arg(long, value_name = "FILE")]
    body: Option<String>,

    /// Parameter of the query; repeatable
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    query: Vec<(String, String)>,

    /// Sezzle-Request-Id: operations that accept one process the same id only once
    #[arg(long, value_name = "ID")]
    request_id: Option<String>,

    /// Print the request without sending it
    #[arg(long)]
    dry_run: bool,

    /// Do not ask, on production
    #[arg(long)]
    yes: bool,

    /// Print tokens and card data unredacted
    #[arg(long)]
    show_secrets: bool,
}

/// Splits a path and the parameters of its query.
fn split_query(path: &str) -> (&str, Vec<(String, String)>) {
    let Some((path, query)) = path.split_once('?') else { return (path, Vec::new()) };
    let query = Url::parse(&format!("http://localhost/?{query}"));
    (path, query.map(|url| url.query_pairs().into_owned().collect()).unwrap_or_default())
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write it like start-date=2026-03-01")?;
    Ok((name.to_owned(), value.to_owned()))
}

impl Api {
    pub(crate) async fn run(self, globals: &Globals) -> Result<(), Failure> {
        let mut output = Output::new(globals);
        if self.show_secrets {
            output = output.with_secrets(&[]);
        }
        let (path, mut query) = split_query(&self.path);
        query.extend(self.query);
        let request = PreparedRequest {
            operation: None,
            method: self.method,
            path: path.to_owned(),
            query,
            request_id: self.request_id,
            body: self.body.as_deref().map(|source| parse_body("--body", source)).transpose()?,
        };
        if self.dry_run {
            output.value(&request.describe(select_server(globals)?.url()));
            return Ok(());
        }
        let connection = Connection::open(globals).await?;
        if !request.method.is_safe() {
            let line = format!("{} {}", request.method, self.path);
            let body = request.body.as_ref().map_or_else(String::new, Value::to_string);
            confirm(globals, self.yes, &connection.server, &[("request", line), ("body", body)])?;
        }
        let failure = |error| Failure::of_call(&error, request.method.as_str());
        let response = request.request(&connection.client()?).send_stream().await.map_err(failure)?;
        let is_empty = response.status() == StatusCode::NO_CONTENT;
        let text = response.into_inner().bytes().await.map_err(failure)?;
        match serde_json::from_slice(&text) {
            Ok(value) => output.value(&value),
            Err(_) if is_empty || text.is_empty() => {}
            Err(_) => output::print(&String::from_utf8_lossy(&text)),
        }
        Ok(())
    }
}
