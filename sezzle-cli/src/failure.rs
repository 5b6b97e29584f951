//! Errors and exit codes.

use std::fmt::Display;
use std::io;
use std::path::Path;

use sezzle_api::{Error, reqwest};

/// The request was rejected, or a check failed.
const REJECTED: u8 = 1;
/// The command cannot be run as it was given. Nothing was sent.
const USAGE: u8 = 2;
/// The request may have been processed.
const UNCERTAIN: u8 = 3;

/// Why a command failed, and the exit code of the program.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) code: u8,
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn rejected(message: impl Into<String>) -> Self {
        Self { code: REJECTED, message: message.into() }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { code: USAGE, message: message.into() }
    }

    pub(crate) fn uncertain(message: impl Into<String>) -> Self {
        Self { code: UNCERTAIN, message: message.into() }
    }

    /// Creates a failure for the file or folder of an option that cannot be written.
    pub(crate) fn unwritable(option: &str, path: &Path, problem: &dyn Display) -> Self {
        Self::usage(format!("{option}: {} cannot be written: {problem}", path.display()))
    }

    /// Converts the error of a request with this HTTP method. A request that only reads can always be repeated.
    pub(crate) fn of_call(error: &Error, method: &str) -> Self {
        let mut message = error.to_string();
        if error.may_have_been_processed() && method != "GET" {
            message.push_str("\nThe request may have been processed: read the state before you repeat it.");
            if let Some(id) = error.request_id() {
                message.push_str(&format!("\nRepeating it with `--request-id {id}` has no further effect."));
            }
            return Self { code: UNCERTAIN, message };
        }
        let is_invalid = error.attempts() == 0 && error.status().is_none() && !error.is_retryable();
        Self { code: if is_invalid { USAGE } else { REJECTED }, message }
    }
}

/// Converts the error of a request that only reads, or was not sent.
impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::of_call(&error, "GET")
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::rejected(error.to_string())
    }
}

/// Returns the cause of an error, without the URL.
pub(crate) fn root_cause(error: &reqwest::Error) -> String {
    let mut error: &dyn std::error::Error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}
