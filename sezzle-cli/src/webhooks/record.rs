//! Webhooks in a file: one JSON object for each line, with the headers and the body as received.

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::failure::Failure;
use crate::output;
use crate::private_file;

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
        let failed = |problem: &dyn Display| Failure::usage(format!("{}: {problem}", file.display()));
        if !ends_with_whole_line(file).map_err(|error| failed(&error))? {
            return Err(failed(&"the last line has no line break: complete the line, or delete it"));
        }
        // Events contain personal data.
        private_file::options().create(true).append(true).open(file).map(Self).map_err(|error| failed(&error))
    }

    /// Appends a line with a single write, so that a killed process leaves whole lines. So does a full disk.
    pub(crate) fn write(&mut self, webhook: &Webhook) -> Result<(), Failure> {
        let mut line = serde_json::to_string(webhook).map_err(|error| Failure::rejected(error.to_string()))?;
        line.push('\n');
        let length = self.0.metadata()?.len();
        if let Err(error) = self.0.write_all(line.as_bytes()) {
            // Fails for what is no file, such as a pipe.
            let _ = self.0.set_len(length);
            return Err(error.into());
        }
        Ok(())
    }
}

/// Returns whether a line can be appended. That is so for a new file, and for what is no file, such as a pipe.
fn ends_with_whole_line(file: &Path) -> io::Result<bool> {
    if !file.is_file() {
        return Ok(true);
    }
    let mut file = File::open(file)?;
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

/// Reads all webhooks of a file.
pub(crate) fn read(file: &Path) -> Result<Vec<Webhook>, Failure> {
    let failed = |at: &str, problem: &dyn Display| Failure::usage(format!("{}{at}: {problem}", file.display()));
    let content = fs::read(file).map_err(|error| failed("", &error))?;
    let mut webhooks = Vec::new();
    for (index, line) in content.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let at = format!(" line {}", index + 1);
        if !line.ends_with(b"\n") {
            let file = file.display();
            output::warn(&format!("warning: {file}{at}: has no line break, so it may be incomplete and is skipped"));
        } else if !line.trim_ascii().is_empty() {
            let invalid = |error: serde_json::Error| failed(&format!("{at}: not a recorded webhook"), &error);
            webhooks.push(serde_json::from_slice(line).map_err(invalid)?);
        }
    }
    Ok(webhooks)
}
