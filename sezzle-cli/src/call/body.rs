//! The body of a request, from a file and flags.

use std::fs;
use std::io::{self, Read};

use clap::Args;
use serde_json::{Map, Value};

use crate::error::{CliError, Result};

/// Flags of operations with a body.
#[derive(Args)]
pub(crate) struct BodyFlags {
    /// JSON file with the body, or - for standard input; other flags replace its members
    #[arg(long, value_name = "FILE")]
    pub(crate) body: Option<String>,

    /// Print an example body with comments, which --body accepts
    #[arg(long)]
    pub(crate) template: bool,
}

/// Reads a body. Lines that start with `//` are comments.
pub(crate) fn read(file: &str) -> Result<Value> {
    let text = match file {
        "-" => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).map(|_| text)
        }
        file => fs::read_to_string(file),
    };
    let text = text.map_err(|error| CliError::usage(format!("--body: {file} cannot be read: {error}")))?;
    // Comments become empty lines, so that errors have the right line number.
    let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    let text = lines.collect::<Vec<_>>().join("\n");
    if text.trim().is_empty() {
        return Err(CliError::usage("--body: the body is empty; --template prints an example"));
    }
    serde_json::from_str(&text).map_err(|error| {
        CliError::usage(format!("--body: not JSON at line {} column {}", error.line(), error.column()))
    })
}

/// Returns the body: the members of the file, replaced by those of the flags.
pub(crate) fn build(flags: &BodyFlags, members: Map<String, Value>, required: &[&str]) -> Result<Value> {
    let mut body = match &flags.body {
        Some(file) => match read(file)? {
            Value::Object(body) => body,
            _ => return Err(CliError::usage("--body: the body must be a JSON object; --template prints an example")),
        },
        None if members.is_empty() && !required.is_empty() => {
            return Err(CliError::usage("the body is empty: use flags, or --body FILE; --template prints an example"));
        }
        None => Map::new(),
    };
    body.extend(members);
    let missing: Vec<&str> = required.iter().copied().filter(|name| !body.contains_key(*name)).collect();
    if missing.is_empty() {
        return Ok(Value::Object(body));
    }
    let names = missing.join(", ");
    Err(CliError::usage(format!("the body has no {names}: use a flag or --body FILE; --template prints an example")))
}
