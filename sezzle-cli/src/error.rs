//! Errors of commands, with the exit code.

use std::fmt;
use std::io;

use sezzle_api::Error;
use sezzle_api::reports::ReportError;

/// The gateway rejected the request, or a check failed.
pub(crate) const EXIT_FAILED: u8 = 1;
/// The arguments or the body are invalid. Nothing was sent.
pub(crate) const EXIT_USAGE: u8 = 2;
/// The request may have been processed.
pub(crate) const EXIT_UNKNOWN: u8 = 3;

/// An error with the exit code of the program.
#[derive(Debug)]
pub(crate) struct CliError {
    pub(crate) code: u8,
    pub(crate) message: String,
}

pub(crate) type Result<T, E = CliError> = std::result::Result<T, E>;

impl CliError {
    pub(crate) fn failed(message: impl Into<String>) -> Self {
        Self { code: EXIT_FAILED, message: message.into() }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { code: EXIT_USAGE, message: message.into() }
    }

    /// Returns the error of a call, with the HTTP status and Sezzle's own messages.
    pub(crate) fn of_call(error: &Error, request_id: Option<&str>) -> Self {
        let mut message = error.to_string();
        if let Some(status) = error.status() {
            message = format!("HTTP {status}: {message}");
        }
        for detail in error.details() {
            let location = detail.location.as_deref().map(|location| format!(" at {location}")).unwrap_or_default();
            let text = detail.message.as_deref().unwrap_or_default();
            message.push_str(&format!(
                "\n  {}{location}: {text}",
                detail.code.as_ref().map_or("error", |code| code.as_ref())
            ));
        }
        let is_read = error.operation().is_some_and(|operation| operation.idempotent);
        if !error.may_have_been_processed() || is_read {
            return Self::failed(message);
        }
        message.push_str("\nThe request may have been processed: read the order before you send it again.");
        if let Some(id) = request_id {
            message.push_str(&format!("\nThe same command with `--request-id {id}` has no second effect."));
        }
        Self { code: EXIT_UNKNOWN, message }
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<Error> for CliError {
    fn from(error: Error) -> Self {
        Self::of_call(&error, None)
    }
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        Self::failed(error.to_string())
    }
}

impl From<ReportError> for CliError {
    fn from(error: ReportError) -> Self {
        Self::failed(error.to_string())
    }
}
