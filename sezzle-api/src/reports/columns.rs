//! Cells by the names of their columns, in any order, and in rows shorter than their header.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::de::lenient;
use crate::reports::error::Problem;
use crate::reports::records::Cells;
use crate::secret::Redacted;

/// A kind of row: its columns, and how to read one.
pub trait Table: Sized {
    /// The names of the columns that this version knows.
    #[doc(hidden)]
    const COLUMNS: &'static [&'static str];

    #[doc(hidden)]
    fn read(line: &Line<'_>) -> Result<Self, Problem>;
}

/// Where the columns of a table are in its lines.
#[derive(Debug)]
pub(crate) struct Header {
    names: Vec<Arc<str>>,
    /// The index of each of [`Table::COLUMNS`].
    known: Vec<Option<usize>>,
    /// The indexes of the columns that are not among them.
    others: Vec<usize>,
}

impl Header {
    /// Reads a header. A record is one if at least two of its cells name columns of the table: one could be a
    /// coincidence.
    pub(crate) fn find<T: Table>(cells: Cells<'_>) -> Option<Self> {
        let column = |cell: &str| T::COLUMNS.iter().position(|name| name.eq_ignore_ascii_case(cell));
        let mut header = Self { names: Vec::new(), known: vec![None; T::COLUMNS.len()], others: Vec::new() };
        for (index, cell) in cells.iter().enumerate() {
            header.names.push(cell.into());
            match column(cell) {
                Some(column) if header.known[column].is_none() => header.known[column] = Some(index),
                _ => header.others.push(index),
            }
        }
        let found = header.known.iter().flatten().count();
        (found >= 2).then_some(header)
    }

    pub(crate) fn names(&self) -> &[Arc<str>] {
        &self.names
    }

    /// Returns whether a record repeats this header, as in files that were joined.
    pub(crate) fn is_repeated_in(&self, cells: Cells<'_>) -> bool {
        self.names.iter().map(|name| &**name).eq(cells.iter())
    }

    /// Reads a record below this header.
    pub(crate) fn read<T: Table>(&self, cells: Cells<'_>, number: u64) -> Result<T, Problem> {
        if (self.names.len()..cells.len()).any(|index| !cells.get(index).is_empty()) {
            return Err((None, "there are more cells than columns"));
        }
        T::read(&Line { header: self, cells, number })
    }
}

/// A record and its header.
pub struct Line<'a> {
    header: &'a Header,
    cells: Cells<'a>,
    pub(crate) number: u64,
}

impl Line<'_> {
    /// Returns the value in a column of the table, by its index in [`Table::COLUMNS`]. Empty and absent are the same.
    pub(crate) fn cell<T: Cell>(&self, column: usize, name: &'static str) -> Result<Option<T>, Problem> {
        let text = self.header.known[column].map_or("", |index| self.cells.get(index));
        if text.is_empty() {
            return Ok(None);
        }
        T::read(text).map(Some).ok_or((Some(name), T::EXPECTED))
    }

    pub(crate) fn others(&self) -> OtherColumns {
        // A row may be much shorter than its header.
        let others = self.header.others.iter().take_while(|index| **index < self.cells.len());
        let cells = others.map(|&index| (&self.header.names[index], self.cells.get(index)));
        let mut columns = BTreeMap::new();
        for (name, text) in cells.filter(|(_, text)| !text.is_empty()) {
            columns.entry(Arc::clone(name)).or_insert_with(|| text.into());
        }
        OtherColumns(columns)
    }
}

/// A value in a cell.
pub(crate) trait Cell: Sized {
    /// The error if it cannot be read.
    const EXPECTED: &'static str;

    fn read(text: &str) -> Option<Self>;
}

impl Cell for Decimal {
    const EXPECTED: &'static str = "expected a decimal such as 41.50";

    fn read(text: &str) -> Option<Self> {
        Self::from_str_exact(text).ok()
    }
}

impl Cell for DateTime<Utc> {
    const EXPECTED: &'static str = "expected a time such as 2026-03-01T12:00:00Z";

    fn read(text: &str) -> Option<Self> {
        lenient::parse_time(text)
    }
}

/// The columns of a row that this version does not know, by name: requested metadata, and columns that Sezzle has added.
/// Empty cells are left out. Of columns with the same name, the first with a cell counts.
///
/// `Debug` prints the names only, since metadata may contain personal data.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct OtherColumns(BTreeMap<Arc<str>, Box<str>>);

impl OtherColumns {
    /// Returns the cell in a column.
    pub fn get(&self, column: &str) -> Option<&str> {
        self.0.get(column).map(|text| &**text)
    }

    /// Returns names and cells, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (&**name, &**text))
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for OtherColumns {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for OtherColumns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let columns = BTreeMap::<Box<str>, Box<str>>::deserialize(deserializer)?;
        Ok(Self(columns.into_iter().map(|(name, text)| (name.into(), text)).collect()))
    }
}

impl fmt::Debug for OtherColumns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(name, _)| (name, Redacted))).finish()
    }
}

/// Declares a table: a struct of its columns, and how a line is read into it.
macro_rules! table {
    (
        $(#[$doc:meta])*
        $name:ident $(, checked by $check:ident)? {
            $($(#[$field_doc:meta])* $field:ident: $type:ty = $column:literal,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ::serde::Deserialize, ::serde::Serialize)]
        #[serde(default)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$field_doc])* pub $field: Option<$type>,)*
            /// The columns that this version does not know.
            pub other: $crate::reports::columns::OtherColumns,
            /// The line of the report on which the row begins, counted from 1.
            pub line: u64,
        }

        impl $crate::reports::columns::Table for $name {
            const COLUMNS: &'static [&'static str] = &[$($column),*];

            // Only programs that read this table compile it.
            #[inline]
            fn read(
                line: &$crate::reports::columns::Line<'_>,
            ) -> Result<Self, $crate::reports::error::Problem> {
                let mut columns = 0..;
                let row = Self {
                    $($field: line.cell(columns.next().unwrap_or_default(), $column)?,)*
                    other: line.others(),
                    line: line.number,
                };
                $(row.$check()?;)?
                Ok(row)
            }
        }
    };
}

pub(crate) use table;
