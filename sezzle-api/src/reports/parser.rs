//! From records to typed rows.

use std::sync::Arc;

use super::columns::{Header, Problem, Table};
use super::interest::InterestRow;
use super::records::{Records, Step};
use super::settlement::{SettlementRow, SettlementTotals};
use super::{LineError, NoTotals};

/// A report of rows of one kind. Implemented for [`SettlementRow`] and [`InterestRow`].
pub trait Row: Table {
    /// The row of totals above the others.
    type Totals: Table;
}

impl Row for SettlementRow {
    type Totals = SettlementTotals;
}

impl Row for InterestRow {
    type Totals = NoTotals;
}

/// What comes next in a report.
pub(crate) enum Next<T> {
    Row(T),
    Malformed(LineError),
    NeedsInput,
    End,
}

/// Reads a report that comes piece by piece.
pub(crate) struct Parser<T: Row> {
    pub(crate) records: Records,
    place: Place,
    totals: Option<T::Totals>,
}

/// In which of the tables of a report the parser is.
enum Place {
    /// Before the first header. Only the first of the lines that are none is an error.
    Before {
        has_failed: bool,
    },
    Totals(Header),
    Rows(Header),
}

impl<T: Row> Parser<T> {
    pub(crate) fn new() -> Self {
        Self { records: Records::new(), place: Place::Before { has_failed: false }, totals: None }
    }

    pub(crate) fn totals(&self) -> Option<&T::Totals> {
        self.totals.as_ref()
    }

    /// The names of the columns of the rows, once their header was read.
    pub(crate) fn columns(&self) -> &[Arc<str>] {
        match &self.place {
            Place::Rows(header) => header.names(),
            Place::Before { .. } | Place::Totals(_) => &[],
        }
    }

    pub(crate) fn next(&mut self) -> Next<T> {
        loop {
            let result = match self.records.step() {
                Step::Record => self.record(),
                Step::Malformed(problem) => Err(Problem::of_line(problem)),
                Step::NeedsInput => return Next::NeedsInput,
                Step::End => return Next::End,
            };
            match result {
                Ok(Some(row)) => return Next::Row(row),
                Ok(None) => {}
                Err(problem) => {
                    if let Place::Before { has_failed } = &mut self.place
                        && std::mem::replace(has_failed, true)
                    {
                        continue;
                    }
                    return Next::Malformed(LineError::new(self.records.last_line(), problem, self.records.raw()));
                }
            }
        }
    }

    fn record(&mut self) -> Result<Option<T>, Problem> {
        let cells = self.records.cells().ok_or(Problem::of_line("it is not UTF-8"))?;
        if cells.iter().all(str::is_empty) {
            return Ok(None);
        }
        match &self.place {
            Place::Rows(header) if header.is(cells) => Ok(None),
            Place::Rows(header) => header.read(cells, self.records.last_line()).map(Some),
            Place::Before { .. } | Place::Totals(_) => {
                if let Some(header) = Header::find::<T>(cells) {
                    self.records.set_width(header.names().len());
                    self.place = Place::Rows(header);
                } else if let Place::Totals(header) = &self.place {
                    if self.totals.is_some() {
                        return Err(Problem::of_line("there are two lines of totals"));
                    }
                    self.totals = Some(header.read(cells, self.records.last_line())?);
                } else if let Some(header) = Header::find::<T::Totals>(cells) {
                    self.records.set_width(header.names().len());
                    self.place = Place::Totals(header);
                } else {
                    return Err(Problem::of_line("it is not the header of such a report"));
                }
                Ok(None)
            }
        }
    }
}
