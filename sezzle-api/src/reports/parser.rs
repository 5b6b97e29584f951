//! From records to typed rows: which record is a header, which the totals, and which a row.

use std::sync::Arc;
use std::task::Poll;

use crate::reports::columns::{Header, Line, Table};
use crate::reports::error::{LineError, Problem};
use crate::reports::interest::InterestRow;
use crate::reports::records::Records;
use crate::reports::settlement::{SettlementRow, SettlementTotals};

/// A report of rows of one kind. Implemented for [`SettlementRow`] and [`InterestRow`].
pub trait Row: Table {
    /// The row of totals above the others; `()` if there is none.
    type Totals: Table;
}

impl Row for SettlementRow {
    type Totals = SettlementTotals;
}

impl Row for InterestRow {
    type Totals = ();
}

impl Table for () {
    const COLUMNS: &'static [&'static str] = &[];

    fn read(_: &Line<'_>) -> Result<Self, Problem> {
        Ok(())
    }
}

/// Reads a report that arrives in pieces.
pub(crate) struct Parser<T: Row> {
    pub(crate) records: Records,
    section: Section,
    totals: Option<T::Totals>,
}

/// The part of the report that the parser is in.
enum Section {
    /// Before the first header. A page of HTML, say, has many lines: only the first of them is reported.
    Start {
        has_failed: bool,
    },
    Totals(Header),
    Rows(Header),
}

impl<T: Row> Parser<T> {
    pub(crate) fn new() -> Self {
        Self { records: Records::new(), section: Section::Start { has_failed: false }, totals: None }
    }

    pub(crate) fn totals(&self) -> Option<&T::Totals> {
        self.totals.as_ref()
    }

    /// Returns the names of the columns of the rows; none before their header was read.
    pub(crate) fn columns(&self) -> &[Arc<str>] {
        match &self.section {
            Section::Rows(header) => header.names(),
            Section::Start { .. } | Section::Totals(_) => &[],
        }
    }

    /// Reads the next row; `Pending` if that takes more input.
    pub(crate) fn next(&mut self) -> Poll<Option<Result<T, LineError>>> {
        loop {
            let result = match self.records.next() {
                Poll::Ready(Some(Ok(()))) => self.record(),
                Poll::Ready(Some(Err(reason))) => Err((None, reason)),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            };
            match result {
                Ok(Some(row)) => return Poll::Ready(Some(Ok(row))),
                Ok(None) => {}
                Err(problem) => {
                    if let Section::Start { has_failed } = &mut self.section
                        && std::mem::replace(has_failed, true)
                    {
                        continue;
                    }
                    let error = LineError::new(self.records.line(), problem, self.records.raw());
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }

    /// Reads a record, which may be no row.
    fn record(&mut self) -> Result<Option<T>, Problem> {
        let cells = self.records.cells().ok_or((None, "it is not UTF-8"))?;
        if cells.iter().all(str::is_empty) {
            return Ok(None);
        }
        let number = self.records.line();
        match &self.section {
            Section::Rows(header) if header.is_repeated_in(cells) => return Ok(None),
            Section::Rows(header) => return header.read(cells, number).map(Some),
            Section::Start { .. } | Section::Totals(_) => {}
        }
        if let Some(header) = Header::find::<T>(cells) {
            self.section = Section::Rows(header);
        } else if let Section::Totals(header) = &self.section {
            if self.totals.is_some() {
                return Err((None, "there are two lines of totals"));
            }
            self.totals = Some(header.read(cells, number)?);
        } else if let Some(header) = Header::find::<T::Totals>(cells) {
            self.section = Section::Totals(header);
        } else {
            return Err((None, "it is not the header of such a report"));
        }
        Ok(None)
    }
}
