//! Errors in a report.

use std::fmt;
use std::io;

use crate::error::Error;
use crate::money::MoneyError;

/// An error while reading a report.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReportError {
    /// A line cannot be read. Reading continues with the line after it.
    Line(LineError),
    /// The request failed, or the response ended early. No rows follow.
    Call(Error),
    /// The file cannot be read. No rows follow.
    Io(io::Error),
    /// The amounts cannot be added up.
    Sum(MoneyError),
}

impl From<MoneyError> for ReportError {
    fn from(error: MoneyError) -> Self {
        Self::Sum(error)
    }
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(error) => error.fmt(f),
            Self::Call(error) => error.fmt(f),
            Self::Io(error) => write!(f, "the report cannot be read: {error}"),
            Self::Sum(error) => write!(f, "the amounts of the report cannot be added up: {error}"),
        }
    }
}

impl std::error::Error for ReportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            // `Display` already includes the errors themselves.
            Self::Io(error) => error.source(),
            Self::Line(_) | Self::Sum(_) | Self::Call(_) => None,
        }
    }
}

/// The column that cannot be read, unless the whole line cannot, and why.
pub(crate) type Problem = (Option<&'static str>, &'static str);

/// A line of a report that cannot be read.
#[derive(Clone, PartialEq, Eq)]
pub struct LineError {
    line: u64,
    column: Option<&'static str>,
    reason: &'static str,
    raw: String,
}

/// How much of a line is kept.
const MAX_RAW_BYTES: usize = 4096;

impl LineError {
    pub(crate) fn new(line: u64, (column, reason): Problem, raw: &[u8]) -> Self {
        let raw = String::from_utf8_lossy(&raw[..raw.len().min(MAX_RAW_BYTES)]);
        Self { line, column, reason, raw: raw.trim_end_matches(['\r', '\n']).to_owned() }
    }

    /// Returns the number of the line, counted from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Returns the column that cannot be read, unless the whole line cannot.
    pub fn column(&self) -> Option<&'static str> {
        self.column
    }

    /// Returns the first 4096 bytes of the line as received. `Display` and `Debug` leave them out, since metadata may
    /// contain personal data.
    pub fn raw(&self) -> &str {
        &self.raw
    }
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of the report cannot be read: ", self.line)?;
        if let Some(column) = self.column {
            write!(f, "{column}: ")?;
        }
        f.write_str(self.reason)
    }
}

impl fmt::Debug for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LineError").field("message", &self.to_string()).finish_non_exhaustive()
    }
}

impl std::error::Error for LineError {}
