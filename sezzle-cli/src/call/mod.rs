//! A call of an operation, from the generated commands to the printed response.
//!
//! The generated code creates a [`Call`] and adds the arguments; [`Call::run`] does the rest, which is the same for all
//! operations.

pub(crate) mod body;
pub(crate) mod price;

use std::fmt::Display;
use std::io::{self, BufRead, IsTerminal, Write};

use clap::Args;
use indicatif::ProgressBar;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};
use sezzle_api::reqwest::Method;
use sezzle_api::{Operation, PreparedCall};
use uuid::Uuid;

use crate::account::server::{Connection, Context};
use crate::call::body::BodyFlags;
use crate::call::price::Amount;
use crate::error::{CliError, Result};
use crate::output::{self, Format};

const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Flags of all operations.
#[derive(Args)]
pub(crate) struct CallFlags {
    /// Print the request, without credentials, and do not send it
    #[arg(long)]
    pub(crate) dry_run: bool,

    /// Format of the response
    #[arg(short, long, value_name = "FORMAT", default_value = "json")]
    pub(crate) output: Format,
}

/// The flag of operations that accept a `Sezzle-Request-Id`.
#[derive(Args)]
pub(crate) struct RequestIdFlag {
    /// Idempotency key: repeating a command with the same id has no second effect
    #[arg(long, value_name = "ID")]
    request_id: Option<String>,
}

/// A call of an operation.
pub(crate) struct Call {
    operation: &'static Operation,
    flags: CallFlags,
    path: String,
    query: Vec<(&'static str, String)>,
    members: Map<String, Value>,
    body: Option<(BodyFlags, &'static [&'static str], &'static str)>,
    request_id: Option<String>,
    /// Whether all pages are read, because the operation has an offset and the command does not set it.
    is_paged: bool,
    returns_csv: bool,
}

impl Call {
    pub(crate) fn new(operation: &'static Operation, flags: CallFlags) -> Self {
        Self {
            operation,
            flags,
            path: operation.path.to_owned(),
            query: Vec::new(),
            members: Map::new(),
            body: None,
            request_id: None,
            is_paged: false,
            returns_csv: false,
        }
    }

    pub(crate) fn path(mut self, name: &str, value: &str) -> Self {
        let value = utf8_percent_encode(value, SEGMENT).to_string();
        self.path = self.path.replace(&format!("{{{name}}}"), &value);
        self
    }

    pub(crate) fn query(mut self, name: &'static str, value: Option<impl Display>) -> Self {
        self.is_paged |= name == "offset" && value.is_none();
        self.query.extend(value.map(|value| (name, value.to_string())));
        self
    }

    pub(crate) fn field(mut self, name: &str, value: Option<impl Into<Value>>) -> Self {
        self.members.extend(value.map(|value| (name.to_owned(), value.into())));
        self
    }

    pub(crate) fn list(mut self, name: &str, values: &[String]) -> Self {
        if !values.is_empty() {
            self.members.insert(name.to_owned(), json!(values));
        }
        self
    }

    /// Sets a member to a price, or adds its members to the body if the name is empty.
    pub(crate) fn price(mut self, name: &str, amount: Option<Amount>) -> Self {
        match amount.map(|amount| amount.to_json()) {
            Some(Value::Object(price)) if name.is_empty() => self.members.extend(price),
            Some(price) => drop(self.members.insert(name.to_owned(), price)),
            None => {}
        }
        self
    }

    pub(crate) fn body(mut self, flags: BodyFlags, required: &'static [&'static str], template: &'static str) -> Self {
        self.body = Some((flags, required, template));
        self
    }

    /// Sets the request id, or generates one.
    pub(crate) fn request_id(mut self, flag: RequestIdFlag) -> Self {
        self.request_id = Some(flag.request_id.unwrap_or_else(|| Uuid::new_v4().to_string()));
        self
    }

    pub(crate) fn csv(mut self) -> Self {
        self.returns_csv = true;
        self
    }

    /// Sends the request and prints the response.
    pub(crate) async fn run(mut self, context: &Context) -> Result<()> {
        let body = match self.body.take() {
            Some((flags, _, template)) if flags.template => {
                output::line(template);
                return Ok(());
            }
            Some((flags, required, _)) => Some(body::build(&flags, std::mem::take(&mut self.members), required)?),
            None => None,
        };
        self.check_path()?;
        if self.flags.dry_run {
            return self.print_request(context, body.as_ref());
        }
        let connection = context.connect().await?;
        if connection.is_production && self.operation.accepts_request_id {
            self.confirm(context, &connection, body.as_ref())?;
        }
        match (self.is_paged, self.returns_csv) {
            (true, false) => output::json(&self.all_pages(&connection).await?, self.flags.output),
            (true, true) => self.print_csv_pages(&connection).await?,
            (false, true) => self.print_csv(&connection).await?,
            (false, false) => {
                if let Some(response) = self.send(&connection, body).await? {
                    output::json(&response, self.flags.output);
                }
            }
        }
        Ok(())
    }

    fn check_path(&self) -> Result<()> {
        let invalid = self.path.split('/').skip(1).any(|segment| matches!(segment, "" | "." | ".."));
        if invalid {
            return Err(CliError::usage("an id is empty or consists of dots"));
        }
        Ok(())
    }

    fn print_request(&self, context: &Context, body: Option<&Value>) -> Result<()> {
        let mut url = url::Url::parse(&format!("{}{}", context.server()?.url(), self.path))
            .map_err(|error| CliError::usage(format!("the URL is invalid: {error}")))?;
        if !self.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&self.query);
        }
        output::line(&format!("{} {url}", self.operation.method));
        if let Some(id) = &self.request_id {
            output::line(&format!("sezzle-request-id: {id}"));
        }
        if let Some(body) = body {
            output::line(&format!(
                "content-type: application/json\n\n{}",
                serde_json::to_string_pretty(body).unwrap_or_default()
            ));
        }
        Ok(())
    }

    /// Asks before money moves on production.
    fn confirm(&self, context: &Context, connection: &Connection, body: Option<&Value>) -> Result<()> {
        if context.globals.yes {
            return Ok(());
        }
        if context.globals.no_interaction || !io::stdin().is_terminal() {
            return Err(CliError::usage("this moves money on production: add --yes to confirm"));
        }
        eprintln!("{} {} at {}", self.operation.method, self.path, connection.url);
        eprintln!("{}", body.map(ToString::to_string).unwrap_or_default());
        eprint!("Send this to production? [y/N] ");
        io::stderr().flush()?;
        let mut answer = String::new();
        io::stdin().lock().read_line(&mut answer)?;
        if matches!(answer.trim(), "y" | "Y" | "yes") { Ok(()) } else { Err(CliError::failed("cancelled")) }
    }

    /// Sends the request and returns the JSON of the response, if it has a body.
    async fn send(&self, connection: &Connection, body: Option<Value>) -> Result<Option<Value>> {
        if let (Some(id), Some(body)) = (&self.request_id, &body) {
            let call = PreparedCall::from_parts(self.operation.id, &self.path, body.to_string(), id)
                .map_err(|error| CliError::usage(error.to_string()))?;
            let response = connection.client.send_prepared::<Value>(&call).await;
            return Ok(Some(response.map_err(|error| CliError::of_call(&error, Some(id)))?.into_inner()));
        }
        let bytes = self.send_bytes(connection, body, None).await?;
        if bytes.is_empty() {
            return Ok(None);
        }
        serde_json::from_slice(&bytes).map(Some).map_err(|_| CliError::failed("the response is not JSON"))
    }

    async fn send_bytes(&self, connection: &Connection, body: Option<Value>, offset: Option<usize>) -> Result<Vec<u8>> {
        let method = Method::from_bytes(self.operation.method.as_bytes()).unwrap_or(Method::GET);
        let mut request = connection.client.request(method, &self.path);
        for (name, value) in &self.query {
            request = request.query(name, value);
        }
        if let Some(offset) = offset {
            request = request.query("offset", offset);
        }
        if let Some(body) = &body {
            request = request.json(body);
        }
        Ok(request.send_stream().await?.into_inner().bytes().await?)
    }

    /// Reads all pages of a list, until one is empty.
    async fn all_pages(&self, connection: &Connection) -> Result<Value> {
        let progress = ProgressBar::new_spinner();
        let mut all = Vec::new();
        loop {
            let page = self.send_bytes(connection, None, Some(all.len())).await?;
            let page: Vec<Value> =
                serde_json::from_slice(&page).map_err(|_| CliError::failed("the response is not a JSON array"))?;
            if page.is_empty() {
                progress.finish_and_clear();
                return Ok(Value::Array(all));
            }
            all.extend(page);
            progress.set_message(format!("{} rows", all.len()));
            progress.tick();
        }
    }

    /// Prints all pages of a report, with one header.
    async fn print_csv_pages(&self, connection: &Connection) -> Result<()> {
        let progress = ProgressBar::new_spinner();
        let mut offset = 0;
        loop {
            let page = self.send_bytes(connection, None, Some(offset)).await?;
            let end = page.iter().position(|byte| *byte == b'\n').map_or(page.len(), |end| end + 1);
            let (header, rows) = page.split_at(end);
            if offset == 0 {
                output::bytes(header);
            }
            if rows.is_empty() {
                progress.finish_and_clear();
                return Ok(());
            }
            output::bytes(rows);
            offset += rows.iter().filter(|byte| **byte == b'\n').count();
            progress.set_message(format!("{offset} rows"));
            progress.tick();
        }
    }

    async fn print_csv(&self, connection: &Connection) -> Result<()> {
        let mut request = connection.client.request(Method::GET, &self.path);
        for (name, value) in &self.query {
            request = request.query(name, value);
        }
        let mut report = request.send_stream().await?.into_inner();
        while let Some(chunk) = report.chunk().await? {
            output::bytes(&chunk);
        }
        Ok(())
    }
}
