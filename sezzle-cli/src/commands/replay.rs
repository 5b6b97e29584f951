//! `sezzle replay`: sends recorded webhooks to a handler again.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use clap::{Args, value_parser};
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use crate::failure::Failure;
use crate::output;
use crate::webhooks::forward::{Handler, parse_duration};
use crate::webhooks::record::{self, Webhook};

/// Sends recorded webhooks to a handler again
#[derive(Args, Debug)]
#[command(
    before_help = "Example: sezzle replay events.jsonl --forward-to http://127.0.0.1:3000/webhooks --shuffle --duplicate 2"
)]
pub(crate) struct Replay {
    /// File that `sezzle listen --record` has written
    file: PathBuf,

    /// URL of the handler; it gets the recorded body and headers
    #[arg(long, value_name = "URL")]
    forward_to: String,

    /// Send each event N times in total
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = value_parser!(u32).range(1..))]
    duplicate: u32,

    /// Send the events in random order
    #[arg(long)]
    shuffle: bool,

    /// Seed of the order, to repeat it
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,

    /// Also send a copy of each event with a changed body, which the handler must reject
    #[arg(long)]
    corrupt: bool,

    /// Shell command to run after each delivery, with the body on standard input; fails if it exits non-zero
    #[arg(long, value_name = "CMD")]
    verify_cmd: Option<String>,

    /// Timeout of each delivery
    #[arg(long, value_name = "TIME", value_parser = parse_duration, default_value = "10s")]
    timeout: Duration,
}

/// A delivery to make.
struct Delivery {
    webhook: Webhook,
    is_corrupt: bool,
}

pub(super) async fn replay(options: &Replay) -> Result<(), Failure> {
    let handler = Handler::new(&options.forward_to, options.timeout)?;
    let webhooks = record::read(&options.file)?;
    if webhooks.is_empty() {
        return Err(Failure::usage(format!("{}: contains no webhooks", options.file.display())));
    }
    let deliveries = deliveries(webhooks, options);
    let (mut failures, total) = (0, deliveries.len());
    for (index, delivery) in deliveries.iter().enumerate() {
        let result = handler.send(&delivery.webhook).await;
        let is_expected = match (&result, delivery.is_corrupt) {
            (Ok(status), false) => *status == 200,
            (Ok(status), true) => (400..500).contains(status),
            (Err(_), _) => false,
        };
        let outcome = match &result {
            Ok(status) => status.to_string(),
            Err(failure) => failure.clone(),
        };
        let name = delivery.webhook.event.as_deref().unwrap_or("unknown event");
        let copy = if delivery.is_corrupt { " (corrupted)" } else { "" };
        let verdict = if is_expected { "" } else { " FAILED" };
        print(&format!("{}/{total} {name}{copy} -> {outcome}{verdict}", index + 1))?;
        failures += usize::from(!is_expected);
        if let Some(command) = &options.verify_cmd
            && !verify(command, delivery, &outcome).await?
        {
            print(&format!("{}/{total} {name}: the verify command FAILED", index + 1))?;
            failures += 1;
        }
    }
    match failures {
        0 => Ok(()),
        1 => Err(Failure::rejected("1 check failed")),
        failures => Err(Failure::rejected(format!("{failures} checks failed"))),
    }
}

/// Prints a line. If standard output is closed, the deliveries continue, because the exit code still matters.
fn print(line: &str) -> Result<(), Failure> {
    output::write_line(line).or_else(|error| output::check_closed(&error))
}

fn deliveries(webhooks: Vec<Webhook>, options: &Replay) -> Vec<Delivery> {
    let mut deliveries = Vec::new();
    for webhook in webhooks {
        if options.corrupt {
            deliveries.push(Delivery { webhook: corrupted(&webhook), is_corrupt: true });
        }
        let copies = (0..options.duplicate).map(|_| Delivery { webhook: webhook.clone(), is_corrupt: false });
        deliveries.extend(copies);
    }
    if options.shuffle {
        options.seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed).shuffle(&mut deliveries);
    }
    deliveries
}

/// Changes the body without breaking its JSON, so that only the signature shows the change.
fn corrupted(webhook: &Webhook) -> Webhook {
    Webhook { body: format!("{} ", webhook.body), ..webhook.clone() }
}

/// Runs the verify command. Returns whether it succeeded.
async fn verify(command: &str, delivery: &Delivery, outcome: &str) -> Result<bool, Failure> {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let webhook = &delivery.webhook;
    let mut child = Command::new(shell)
        .args([flag, command])
        .env("SEZZLE_EVENT", webhook.event.as_deref().unwrap_or_default())
        .env("SEZZLE_EVENT_UUID", webhook.uuid.as_deref().unwrap_or_default())
        .env("SEZZLE_ORDER_UUID", webhook.order_uuid.as_deref().unwrap_or_default())
        .env("SEZZLE_STATUS", outcome)
        .env("SEZZLE_CORRUPT", if delivery.is_corrupt { "1" } else { "" })
        .env_remove(sezzle_api::PUBLIC_KEY_ENV)
        .env_remove(sezzle_api::PRIVATE_KEY_ENV)
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::usage(format!("--verify-cmd: {error}")))?;
    if let Some(mut input) = child.stdin.take() {
        // The command may not read its input.
        let _ = input.write_all(webhook.body.as_bytes()).await;
    }
    Ok(child.wait().await?.success())
}
