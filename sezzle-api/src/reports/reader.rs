//! Reports as they come from the gateway, and from files.

use std::fmt;
use std::io::{self, Read};
use std::sync::Arc;

use super::ReportError;
use super::parser::{Next, Parser, Row};
use super::settlement::{SettlementRow, SettlementTotals};
use crate::builder;
use crate::{ByteStream, Error};

/// The rows of a report as they come from the gateway, read piece by piece: a report of any length takes the same
/// memory.
///
/// [`rows`](crate::builder::GetSettlementDetails::rows) makes one.
pub struct ReportStream<T: Row> {
    body: Option<ByteStream>,
    parser: Parser<T>,
}

impl<T: Row> ReportStream<T> {
    /// Reads rows from the body of an answer.
    pub fn new(body: ByteStream) -> Self {
        Self { body: Some(body), parser: Parser::new() }
    }

    /// The next row; `None` at the end.
    ///
    /// # Errors
    ///
    /// A line cannot be read ([`ReportError::Line`]): go on, the lines after it are still to come. Or the answer broke
    /// off ([`ReportError::Call`]): nothing more comes, and what came before is good.
    pub async fn next(&mut self) -> Option<Result<T, ReportError>> {
        loop {
            match self.parser.next() {
                Next::Row(row) => return Some(Ok(row)),
                Next::Malformed(error) => return Some(Err(ReportError::Line(error))),
                Next::End => return None,
                Next::NeedsInput => {}
            }
            match self.body.as_mut()?.chunk().await {
                Ok(Some(bytes)) => self.parser.records.feed(&bytes),
                Ok(None) => self.parser.records.finish(),
                Err(error) => {
                    self.body = None;
                    return Some(Err(ReportError::Call(error)));
                }
            }
        }
    }

    /// The names of the columns in their order, those this version does not know included. They are there once the
    /// first row has been read.
    pub fn columns(&self) -> &[Arc<str>] {
        self.parser.columns()
    }
}

impl ReportStream<SettlementRow> {
    /// The totals that stand above the rows. They are there once the first row has been read.
    pub fn totals(&self) -> Option<&SettlementTotals> {
        self.parser.totals()
    }
}

/// The rows of a report in a file, or in anything else that can be read. A report of any length takes the same memory,
/// and no buffer around the file is needed.
///
/// ```
/// use sezzle_api::reports::{ReportReader, SettlementRow};
///
/// let file = "type,order_uuid,amount,posting_currency\n\
///             REFUND,order-1,-.30,USD\n\
///             REFUND,order-2,a lot,USD\n";
/// let mut rows = ReportReader::<SettlementRow, _>::new(file.as_bytes());
/// let row = rows.next().unwrap()?;
/// assert_eq!(row.amount.unwrap().to_string(), "-0.30");
/// assert_eq!(
///     rows.next().unwrap().unwrap_err().to_string(),
///     "line 3 of the report cannot be read: amount: expected a decimal such as 41.50",
/// );
/// assert!(rows.next().is_none());
/// # Ok::<(), sezzle_api::reports::ReportError>(())
/// ```
pub struct ReportReader<T: Row, R> {
    file: Option<R>,
    block: Vec<u8>,
    parser: Parser<T>,
}

/// How much is read from a file at once.
const BLOCK_BYTES: usize = 64 << 10;

impl<T: Row, R: Read> ReportReader<T, R> {
    /// Reads rows from a file.
    pub fn new(file: R) -> Self {
        Self { file: Some(file), block: vec![0; BLOCK_BYTES], parser: Parser::new() }
    }

    /// The names of the columns in their order, those this version does not know included. They are there once the
    /// first row has been read.
    pub fn columns(&self) -> &[Arc<str>] {
        self.parser.columns()
    }
}

impl<R: Read> ReportReader<SettlementRow, R> {
    /// The totals that stand above the rows. They are there once the first row has been read.
    pub fn totals(&self) -> Option<&SettlementTotals> {
        self.parser.totals()
    }
}

impl<T: Row, R: Read> Iterator for ReportReader<T, R> {
    type Item = Result<T, ReportError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.parser.next() {
                Next::Row(row) => return Some(Ok(row)),
                Next::Malformed(error) => return Some(Err(ReportError::Line(error))),
                Next::End => return None,
                Next::NeedsInput => {}
            }
            match self.file.as_mut()?.read(&mut self.block) {
                Ok(0) => self.parser.records.finish(),
                Ok(length) => self.parser.records.feed(&self.block[..length]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.file = None;
                    // The answer of a blocking call may break off.
                    let error = error.downcast::<Error>().map_or_else(ReportError::Io, ReportError::Call);
                    return Some(Err(error));
                }
            }
        }
    }
}

/// Shows nothing of the contents.
impl<T: Row> fmt::Debug for ReportStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportStream").field("columns", &self.columns()).finish_non_exhaustive()
    }
}

/// Shows nothing of the contents.
impl<T: Row, R: Read> fmt::Debug for ReportReader<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportReader").field("columns", &self.columns()).finish_non_exhaustive()
    }
}

impl builder::GetSettlementDetails<'_> {
    /// Sends the request and reads the rows of the answer.
    ///
    /// ```no_run
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use sezzle_api::reports::{ReportError, SettlementSums};
    ///
    /// let mut rows = client.get_settlement_details().payout_uuid("..").metadata("shop").rows().await?;
    /// let mut sums = SettlementSums::default();
    /// while let Some(row) = rows.next().await {
    ///     match row {
    ///         Ok(row) => sums.add(&row)?,
    ///         Err(ReportError::Line(error)) => eprintln!("{error}"),
    ///         Err(error) => return Err(error.into()),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As for `send`.
    pub async fn rows(self) -> Result<ReportStream<SettlementRow>, Error> {
        Ok(ReportStream::new(self.send().await?.into_inner()))
    }

    /// Does what [`rows`](Self::rows) does, in a program without a runtime: see [`blocking`](crate::blocking). A row that
    /// cannot be had is an error as there.
    ///
    /// # Errors
    ///
    /// As for `send_blocking`.
    #[cfg(feature = "blocking")]
    pub fn rows_blocking(self) -> Result<ReportReader<SettlementRow, crate::blocking::ByteReader>, Error> {
        Ok(ReportReader::new(self.send_blocking()?.into_inner()))
    }
}
