//! Reports as typed rows: the details of a payout, the movements of the interest account, and lists page by page.
//!
//! | report | from the gateway | from a file |
//! |---|---|---|
//! | details of a payout | [`get_settlement_details()..rows()`](crate::builder::GetSettlementDetails::rows) | [`ReportReader<SettlementRow, _>`](ReportReader) |
//! | interest activity | [`get_interest_activity()..pages()`](crate::builder::GetInterestActivity::pages) | [`ReportReader<InterestRow, _>`](ReportReader) |
//! | payouts | [`list_settlements()..pages()`](crate::builder::ListSettlements::pages) | |
//! | orders | [`get_order_report()..pages()`](crate::builder::GetOrderReport::pages) | |
//!
//! Each has a `next` that gives an element at a time; to make it a stream of the crate `futures`:
//! `futures::stream::unfold(rows, |mut rows| async { rows.next().await.map(|row| (row, rows)) })`.
//!
//! Columns are found by their names, in any order; rows may be shorter than their header; columns this version does not
//! know, those of metadata among them, are kept by name. A line that cannot be read is an error with its number, and
//! the lines after it are still read. That includes a quote that is not closed: what it would swallow is read again as
//! rows. For that, a line within quotes must have fewer than half as many commas as a row.

mod codes;
mod columns;
mod interest;
mod pages;
mod parser;
mod reader;
mod records;
mod settlement;
mod sums;

use std::fmt;
use std::io;

pub use codes::{InterestType, SettlementType, TypeCode};
pub use columns::OtherColumns;
pub use interest::InterestRow;
pub use pages::{InterestActivity, OrderReports, Pages, Settlements};
pub use reader::{ReportReader, ReportStream};
pub use settlement::{SettlementRow, SettlementTotals};
pub use sums::{SettlementSum, SettlementSums};

use crate::Error;
use columns::{Line, Problem, Table};

/// Stands for the totals of a report that has none.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct NoTotals;

impl Table for NoTotals {
    const COLUMNS: &'static [&'static str] = &[];

    fn read(_: &Line<'_>) -> Result<Self, Problem> {
        Ok(Self)
    }
}

/// Why a row of a report cannot be had.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReportError {
    /// A line cannot be read. Those after it can: go on.
    Line(LineError),
    /// The call failed, or its answer broke off. Nothing more comes.
    Call(Error),
    /// The file cannot be read. Nothing more comes.
    Io(io::Error),
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(error) => error.fmt(f),
            Self::Call(error) => error.fmt(f),
            Self::Io(error) => write!(f, "the report cannot be read: {error}"),
        }
    }
}

impl std::error::Error for ReportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Line(_) => None,
            // Their texts are part of this one's.
            Self::Call(error) => error.source(),
            Self::Io(error) => error.source(),
        }
    }
}

/// A line of a report that cannot be read.
#[derive(Clone, PartialEq, Eq)]
pub struct LineError {
    line: u64,
    problem: Problem,
    raw: String,
}

/// How much of a line is kept.
const MOST_RAW_BYTES: usize = 4096;

impl LineError {
    fn new(line: u64, problem: Problem, raw: &[u8]) -> Self {
        let raw = String::from_utf8_lossy(&raw[..raw.len().min(MOST_RAW_BYTES)]);
        Self { line, problem, raw: raw.trim_end_matches(['\r', '\n']).to_owned() }
    }

    /// The number of the line, counted from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The column that cannot be read, if it is one and not the whole line.
    pub fn column(&self) -> Option<&'static str> {
        self.problem.column
    }

    /// The first 4096 bytes of the line as it came. They are not part of what is printed: metadata may hold anything.
    pub fn raw(&self) -> &str {
        &self.raw
    }
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of the report cannot be read: ", self.line)?;
        if let Some(column) = self.problem.column {
            write!(f, "{column}: ")?;
        }
        f.write_str(self.problem.problem)
    }
}

impl fmt::Debug for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LineError").field("text", &self.to_string()).finish_non_exhaustive()
    }
}

impl std::error::Error for LineError {}
