//! `sezzle doctor`: checks of the machine, the keys and the subscriptions.

use std::env;
use std::time::{Duration, SystemTime};

use chrono::DateTime;
use clap::Args;
use serde::Serialize;
use serde_json::json;
use sezzle_api::reqwest::{Url, header};
use sezzle_api::types::{Webhook, WebhookEvent};
use sezzle_api::webhook::SIGNATURE_HEADER;
use sezzle_api::{SERVER_ENV, Server};

use crate::connection::{Connection, KeySource, select_server};
use crate::failure::{Failure, root_cause};
use crate::globals::Globals;
use crate::output::Output;
use crate::server::{http_client, is_production};

/// How much the clock may differ from that of the server.
const MAX_CLOCK_SKEW: Duration = Duration::from_secs(120);

/// How long a webhook URL may take to respond.
const REACH_TIMEOUT: Duration = Duration::from_secs(10);

/// Checks keys, clock, TLS and webhooks, and what can be checked before going live
#[derive(Args, Debug)]
#[command(
    before_help = "Example: sezzle doctor --server sandbox",
    after_help = "Sends an event with a wrong signature to the webhook URLs. Exits with 1 if a check fails; warnings, and checks that do \
                  not apply, do not count.\nWhat no program can check is in the guide of sezzle-api: going_live."
)]
pub(crate) struct Doctor {
    /// Check only the subscription of this URL
    #[arg(long, value_name = "URL")]
    webhook_url: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Status {
    Ok,
    Warning,
    Failed,
    Skipped,
}

/// The result of a check.
#[derive(Serialize)]
struct Check {
    check: &'static str,
    status: Status,
    detail: String,
}

/// The results so far.
#[derive(Default, Serialize)]
struct Checks(Vec<Check>);

impl Checks {
    fn add(&mut self, check: &'static str, status: Status, detail: impl Into<String>) {
        self.0.push(Check { check, status, detail: detail.into() });
    }

    /// Returns the value of a result. Adds a failed check if there is none.
    fn value<T>(&mut self, check: &'static str, result: Result<T, Failure>) -> Option<T> {
        result.map_err(|failure| self.add(check, Status::Failed, failure.message)).ok()
    }
}

impl Doctor {
    pub(crate) async fn run(self, globals: &Globals) -> Result<(), Failure> {
        let mut checks = Checks::default();
        checks.add("version", Status::Ok, format!("sezzle {}", env!("CARGO_PKG_VERSION")));
        self.check_all(globals, &mut checks).await?;
        Output::new(globals).value(&json!(checks));
        match checks.0.iter().filter(|check| check.status == Status::Failed).count() {
            0 => Ok(()),
            1 => Err(Failure::rejected("a check failed")),
            count => Err(Failure::rejected(format!("{count} checks failed"))),
        }
    }

    async fn check_all(&self, globals: &Globals, checks: &mut Checks) -> Result<(), Failure> {
        let server = match &globals.server {
            Some(_) => select_server(globals)?,
            // Fails for a file of profiles that other users can read, for example.
            None => match checks.value("server", select_server(globals)) {
                Some(server) => server,
                None => return Ok(()),
            },
        };
        let note = match is_production(&server) {
            true => "real money moves here",
            false => "no money moves here",
        };
        checks.add("server", Status::Ok, format!("{}: {note}", server.url()));
        if server == Server::Sandbox && globals.server.is_none() && env::var_os(SERVER_ENV).is_none() {
            let detail = format!("{SERVER_ENV} is not set, so programs that read it call the sandbox");
            checks.add("server selection", Status::Warning, detail);
        }
        let Some(connection) = checks.value("keys", Connection::open(globals).await) else { return Ok(()) };
        let source = match &connection.source {
            KeySource::Environment => "from the environment".to_owned(),
            KeySource::Profile(name) => format!("from profile `{name}`, in a file that only you can read"),
            KeySource::Simulator => "those of the simulator".to_owned(),
        };
        checks.add("keys", Status::Ok, source);
        if is_production(&server) && matches!(connection.source, KeySource::Profile(_)) {
            let detail = "a shop should read them from a secret store, not from a file of `sezzle login`";
            checks.add("key store", Status::Warning, detail);
        }
        check_connection(&connection.server, checks).await;
        let Some(merchant) = checks.value("authentication", connection.merchant().await) else { return Ok(()) };
        let merchant = merchant.unwrap_or_else(|| "without an id".to_owned());
        checks.add("authentication", Status::Ok, format!("merchant {merchant}"));
        self.check_webhooks(&connection, checks).await;
        Ok(())
    }

    async fn check_webhooks(&self, connection: &Connection, checks: &mut Checks) {
        let Some(client) = checks.value("subscription", connection.client()) else { return };
        let listed = client.list_webhooks().send().await.map_err(Failure::from);
        let Some(webhooks) = checks.value("subscription", listed) else { return };
        let is_selected = |webhook: &&Webhook| self.webhook_url.is_none() || webhook.url == self.webhook_url;
        let selected: Vec<_> = webhooks.iter().filter(is_selected).collect();
        if selected.is_empty() {
            let (status, detail) = match &self.webhook_url {
                Some(url) => {
                    (Status::Failed, format!("{url} is not subscribed: create it with `sezzle webhook create`"))
                }
                None => (Status::Warning, "there is none: create one with `sezzle webhook create`".to_owned()),
            };
            checks.add("subscription", status, detail);
            return;
        }
        for webhook in selected {
            let url = webhook.url.as_deref().unwrap_or_default();
            let events: Vec<_> = webhook.events.iter().map(WebhookEvent::as_str).collect();
            let missing: Vec<_> =
                WebhookEvent::VALUES.iter().filter(|event| !events.contains(event)).copied().collect();
            match missing.is_empty() {
                true => checks.add("subscription", Status::Ok, format!("{url}: all {} events", events.len())),
                false => checks.add("subscription", Status::Failed, format!("{url}: lacks {}", missing.join(", "))),
            }
            check_reachable(url, connection.server.is_loopback(), checks).await;
        }
    }
}

/// Checks the connection, and compares the clocks by the header `Date`.
async fn check_connection(server: &Server, checks: &mut Checks) {
    let has_tls = server.url().starts_with("https:");
    let name = if has_tls { "tls" } else { "connection" };
    let Some(http) = checks.value(name, http_client(server.url(), REACH_TIMEOUT)) else { return };
    let response = match http.get(server.url()).send().await {
        Ok(response) => response,
        Err(error) => {
            checks.add(name, Status::Failed, root_cause(&error));
            return;
        }
    };
    match has_tls {
        true => checks.add("tls", Status::Ok, "the certificate is trusted"),
        false => checks.add("tls", Status::Skipped, "this machine, without TLS"),
    }
    let date = response.headers().get(header::DATE).and_then(|date| date.to_str().ok());
    let Some(time) = date.and_then(|date| DateTime::parse_from_rfc2822(date).ok()) else {
        checks.add("clock", Status::Skipped, "the server does not send its time");
        return;
    };
    let time = SystemTime::from(time);
    let skew = time.elapsed().unwrap_or_else(|error| error.duration());
    match skew <= MAX_CLOCK_SKEW {
        true => checks.add("clock", Status::Ok, "in step with the server's"),
        false => checks.add(
            "clock",
            Status::Failed,
            format!("{} s from the server's, so tokens may be used too long: synchronize the clock", skew.as_secs()),
        ),
    }
}

async fn check_reachable(url: &str, is_local: bool, checks: &mut Checks) {
    const NAME: &str = "webhook url";
    if !is_local && Url::parse(url).is_ok_and(|url| url.scheme() != "https") {
        checks.add(NAME, Status::Failed, format!("{url}: events contain personal data: use https"));
        return;
    }
    // With a signature that no key makes. A handler that accepts it finds no event that it knows.
    let Some(http) = checks.value(NAME, http_client(url, REACH_TIMEOUT)) else { return };
    let request = http.post(url).header(SIGNATURE_HEADER, "00");
    let status = match request.body(r#"{"event":"doctor.forged"}"#).send().await {
        Ok(response) => response.status().as_u16(),
        Err(error) => {
            let detail = format!("{url}: not reachable from here: {}", root_cause(&error));
            checks.add(NAME, Status::Failed, detail);
            return;
        }
    };
    checks.add(NAME, Status::Ok, format!("{url}: responds with {status}"));
    let (result, detail) = match status {
        200..300 => (Status::Failed, "accepts an event with a wrong signature: verify the raw body"),
        401 | 403 => (Status::Ok, "rejects an event with a wrong signature"),
        _ => (Status::Warning, "rejects an event with a wrong signature, but not with 401"),
    };
    checks.add("webhook signature", result, format!("{url}: {detail}"));
}
