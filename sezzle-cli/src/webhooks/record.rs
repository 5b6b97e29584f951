//! Webhooks in a file: one JSON object for each line, with the headers and the body as received.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::failure::Failure;

/// A received webhook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Webhook {
    pub(crate) received_at: DateTime<Utc>,
    /// The name of the event, if the body has one.
    pub(crate) event: Option<String>,
    pub(crate) uuid: Option<String>,
    pub(crate) order_uuid: Option<String>,
    pub(crate) headers: Vec<(String, String)>,
    /// The exact text that is signed.
    pub(crate) body: String,
}

impl Webhook {
    pub(crate) fn new(headers: Vec<(String, String)>, body: String) -> Self {
        let event: Value = serde_json::from_str(&body).unwrap_or_default();
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let data = &event["data"];
        let is_order = event["event"].as_str().is_some_and(|name| name.starts_with("order."));
        let order_uuid = if is_order { text(&data["uuid"]) } else { text(&data["order_uuid"]) };
        Self {
            received_at: Utc::now(),
            event: text(&event["event"]),
            uuid: text(&event["uuid"]),
            order_uuid,
            headers,
            body,
        }
    }
}

/// A file to which webhooks are appended.
pub(crate) struct Recorder(File);

impl Recorder {
    pub(crate) fn open(file: &Path) -> Result<Self, Failure> {
        let opened = OpenOptions::new().create(true).append(true).open(file);
        opened.map(Self).map_err(|error| Failure::usage(format!("{}: {error}", file.display())))
    }

    /// Appends a line with a single write, so that a killed process leaves whole lines.
    pub(crate) fn write(&mut self, webhook: &Webhook) -> Result<(), Failure> {
        let mut line = serde_json::to_string(webhook).map_err(|error| Failure::rejected(error.to_string()))?;
        line.push('\n');
        self.0.write_all(line.as_bytes())?;
        Ok(self.0.flush()?)
    }
}

/// Reads all webhooks of a file.
pub(crate) fn read(file: &Path) -> Result<Vec<Webhook>, Failure> {
    let opened = File::open(file).map_err(|error| Failure::usage(format!("{}: {error}", file.display())))?;
    let mut webhooks = Vec::new();
    for (index, line) in BufReader::new(opened).lines().enumerate() {
        let line = line?;
        if !line.trim().is_empty() {
            let webhook = serde_json::from_str(&line).map_err(|error| {
                Failure::usage(format!("{} line {}: not a recorded webhook: {error}", file.display(), index + 1))
            })?;
            webhooks.push(webhook);
        }
    }
    Ok(webhooks)
}
