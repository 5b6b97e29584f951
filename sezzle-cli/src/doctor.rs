//! `sezzle doctor`: checks keys, server and webhooks.

use std::time::Duration;

use chrono::{DateTime, Utc};
use clap::Args;
use serde_json::Value;
use sezzle_api::reqwest::Method;

use crate::account::server::{Connection, Context};
use crate::error::{CliError, Result};
use crate::output;
use crate::webhooks::events::EVENTS;

/// The maximum difference between the clocks of this machine and the server, in seconds.
const MAX_SKEW: i64 = 60;

const TIMEOUT: Duration = Duration::from_secs(10);

#[derive(Args)]
#[command(before_help = "Example:\n  sezzle doctor --webhook-url https://shop.example/sezzle-events")]
pub(crate) struct Doctor {
    /// URL that must be subscribed to all events and reachable from here
    #[arg(long, value_name = "URL")]
    webhook_url: Option<String>,
}

/// The result of a check: passed with a detail, failed with a remedy, or not applicable.
enum Outcome {
    Ok(String),
    Failed(String),
    Skipped(String),
}

use Outcome::{Failed, Ok as Passed, Skipped};

/// Runs all checks and prints them. Fails if one fails.
pub(crate) async fn run(options: &Doctor, context: &Context) -> Result<()> {
    let mut report = Report { failed: 0 };
    report.add("version", Passed(format!("sezzle {}", env!("CARGO_PKG_VERSION"))));
    let connection = match context.connect().await {
        Ok(connection) => connection,
        Err(error) => {
            report.add("keys", Failed(error.to_string()));
            return report.finish();
        }
    };
    report.add("keys", Passed(format!("from {}", connection.source)));
    report.add("tls", tls(&connection));
    let http =
        reqwest::Client::builder().timeout(TIMEOUT).build().map_err(|error| CliError::failed(error.to_string()))?;
    report.add("clock", clock(&connection, &http).await);
    let subscriptions = connection.client.request(Method::GET, "/v2/webhooks").send_json::<Vec<Value>>().await;
    match subscriptions {
        Ok(subscriptions) => {
            report.add("authentication", Passed(format!("accepted by {}", connection.url)));
            check_webhooks(&mut report, options, &subscriptions.into_inner(), &http).await;
        }
        Err(error) => report.add("authentication", Failed(CliError::from(error).to_string())),
    }
    report.finish()
}

fn tls(connection: &Connection) -> Outcome {
    if connection.url.starts_with("https://") {
        Passed("https".to_owned())
    } else {
        Skipped("plain http on this machine".to_owned())
    }
}

/// Compares the clock with the `Date` of a response.
async fn clock(connection: &Connection, http: &reqwest::Client) -> Outcome {
    if connection.is_simulator {
        return Skipped("the simulator has a clock of its own".to_owned());
    }
    let response = match http.get(&connection.url).send().await {
        Ok(response) => response,
        Err(error) => return Failed(format!("{} does not respond: {error}", connection.url)),
    };
    let date = response.headers().get("date").and_then(|date| DateTime::parse_from_rfc2822(date.to_str().ok()?).ok());
    let Some(date) = date else { return Skipped("the server sends no date".to_owned()) };
    let skew = (Utc::now() - date.to_utc()).num_seconds();
    if skew.abs() <= MAX_SKEW {
        return Passed(format!("differs from the server's by {skew} s"));
    }
    Failed(format!("differs from the server's by {skew} s: synchronize it"))
}

async fn check_webhooks(report: &mut Report, options: &Doctor, subscriptions: &[Value], http: &reqwest::Client) {
    let url_of = |subscription: &Value| subscription["url"].as_str().unwrap_or_default().to_owned();
    if let Some(wanted) = &options.webhook_url {
        match subscriptions.iter().find(|subscription| url_of(subscription) == *wanted) {
            Some(subscription) => report.add("subscription", completeness(subscription)),
            None => report.add("subscription", Failed(format!("{wanted} is not subscribed: `sezzle webhook create`"))),
        }
        report.add("webhook url", reachable(wanted, http).await);
        return;
    }
    if subscriptions.is_empty() {
        report.add("subscription", Skipped("there is none: `sezzle webhook create`".to_owned()));
    }
    for subscription in subscriptions {
        report.add("subscription", completeness(subscription));
        report.add("webhook url", reachable(&url_of(subscription), http).await);
    }
}

fn completeness(subscription: &Value) -> Outcome {
    let url = subscription["url"].as_str().unwrap_or_default();
    let has = |event: &str| subscription["events"].as_array().is_some_and(|events| events.iter().any(|e| e == event));
    let missing: Vec<&str> = EVENTS.iter().map(|(event, _)| *event).filter(|event| !has(event)).collect();
    if missing.is_empty() {
        return Passed(format!("{url} gets all events"));
    }
    Failed(format!("{url} does not get {}: `sezzle webhook update`", missing.join(", ")))
}

/// Checks that a server responds at the URL, with any status.
async fn reachable(url: &str, http: &reqwest::Client) -> Outcome {
    match http.head(url).send().await {
        Ok(_) => Passed(format!("{url} responds")),
        Err(error) if error.is_builder() => Failed(format!("{url} is not a valid URL")),
        Err(_) => Failed(format!("{url} does not respond from here")),
    }
}

struct Report {
    failed: usize,
}

impl Report {
    fn add(&mut self, name: &str, outcome: Outcome) {
        let (status, detail) = match outcome {
            Passed(detail) => ("ok", detail),
            Skipped(detail) => ("skipped", detail),
            Failed(detail) => {
                self.failed += 1;
                ("FAILED", detail)
            }
        };
        output::line(&format!("{status:<8} {name}: {detail}"));
    }

    fn finish(&self) -> Result<()> {
        match self.failed {
            0 => Ok(()),
            1 => Err(CliError::failed("1 check failed")),
            failed => Err(CliError::failed(format!("{failed} checks failed"))),
        }
    }
}
