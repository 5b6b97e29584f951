//! Reports from the gateway, and from files.

use std::fmt;
use std::future::poll_fn;
use std::io::{self, Read};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use crate::builder;
use crate::call::byte_stream::ByteStream;
use crate::error::Error;
use crate::reports::error::ReportError;
use crate::reports::parser::{Parser, Row};
use crate::reports::settlement::{SettlementRow, SettlementTotals};
use crate::reports::sums::SettlementSums;

/// The rows of a report from the gateway, read as they arrive, in constant memory.
///
/// [`rows`](crate::builder::GetSettlementDetails::rows) returns one. It is a [`Stream`] too.
pub struct ReportStream<T: Row> {
    body: Option<ByteStream>,
    parser: Parser<T>,
}

impl<T: Row> ReportStream<T> {
    /// Reads rows from the body of a response.
    pub fn new(body: ByteStream) -> Self {
        Self { body: Some(body), parser: Parser::new() }
    }

    /// Returns the next row, or `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns [`ReportError::Line`] if a line cannot be read; the next call goes on with the line after it. Returns
    /// [`ReportError::Call`] if the response ended early; no rows follow.
    pub async fn next(&mut self) -> Option<Result<T, ReportError>> {
        poll_fn(|context| self.poll_row(context)).await
    }

    fn poll_row(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, ReportError>>> {
        loop {
            if let Poll::Ready(next) = self.parser.next() {
                return Poll::Ready(next.map(|row| row.map_err(ReportError::Line)));
            }
            let Some(body) = &mut self.body else { return Poll::Ready(None) };
            match ready!(body.poll_chunk(context)) {
                Ok(Some(bytes)) => self.parser.records.feed(&bytes),
                Ok(None) => self.parser.records.finish(),
                Err(error) => {
                    self.body = None;
                    return Poll::Ready(Some(Err(ReportError::Call(error))));
                }
            }
        }
    }

    /// Returns the names of the columns in their order, including those this version does not know. They are available
    /// once the first row was read.
    pub fn columns(&self) -> &[Arc<str>] {
        self.parser.columns()
    }
}

impl<T: Row> Stream for ReportStream<T> {
    type Item = Result<T, ReportError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_row(context)
    }
}

impl<T: Row> Unpin for ReportStream<T> {}

impl ReportStream<SettlementRow> {
    /// Returns the totals above the rows. They are available once the first row was read.
    pub fn totals(&self) -> Option<&SettlementTotals> {
        self.parser.totals()
    }

    /// Reads the whole report, and returns its sums.
    ///
    /// # Errors
    ///
    /// Returns the first error. To skip lines that cannot be read, record the rows yourself: see [`SettlementSums`].
    pub async fn sums(mut self) -> Result<SettlementSums, ReportError> {
        let mut sums = SettlementSums::default();
        while let Some(row) = self.next().await {
            sums.record(&row?).map_err(ReportError::Sum)?;
        }
        if let Some(totals) = self.totals() {
            sums.record_totals(totals);
        }
        Ok(sums)
    }
}

/// The rows of a report in a file, or in anything else that implements [`Read`], in constant memory. The reader has a
/// buffer of its own.
///
/// ```
/// use sezzle_api::reports::{ReportReader, SettlementRow};
///
/// let file = "type,external_reference_id,amount,posting_currency\n\
///             REFUND,order-1,.30,USD\n\
///             REFUND,order-2,a lot,USD\n";
/// let mut rows = ReportReader::<SettlementRow, _>::new(file.as_bytes());
/// let row = rows.next().unwrap()?;
/// assert_eq!(row.amount.unwrap().to_string(), "0.30");
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

    /// Returns the names of the columns in their order, including those this version does not know. They are available
    /// once the first row was read.
    pub fn columns(&self) -> &[Arc<str>] {
        self.parser.columns()
    }
}

impl<R: Read> ReportReader<SettlementRow, R> {
    /// Returns the totals above the rows. They are available once the first row was read.
    pub fn totals(&self) -> Option<&SettlementTotals> {
        self.parser.totals()
    }

    /// Reads the whole report, and returns its sums.
    ///
    /// # Errors
    ///
    /// Returns the first error. To skip lines that cannot be read, record the rows yourself: see [`SettlementSums`].
    pub fn sums(mut self) -> Result<SettlementSums, ReportError> {
        let mut sums = SettlementSums::default();
        for row in self.by_ref() {
            sums.record(&row?).map_err(ReportError::Sum)?;
        }
        if let Some(totals) = self.totals() {
            sums.record_totals(totals);
        }
        Ok(sums)
    }
}

impl<T: Row, R: Read> Iterator for ReportReader<T, R> {
    type Item = Result<T, ReportError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Poll::Ready(next) = self.parser.next() {
                return next.map(|row| row.map_err(ReportError::Line));
            }
            match self.file.as_mut()?.read(&mut self.block) {
                Ok(0) => self.parser.records.finish(),
                Ok(length) => self.parser.records.feed(&self.block[..length]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.file = None;
                    // The reader of a blocking call wraps its errors.
                    let error = error.downcast::<Error>().map_or_else(ReportError::Io, ReportError::Call);
                    return Some(Err(error));
                }
            }
        }
    }
}

/// Prints the names of the columns, not the rows.
impl<T: Row> fmt::Debug for ReportStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportStream").field("columns", &self.columns()).finish_non_exhaustive()
    }
}

/// Prints the names of the columns, not the rows.
impl<T: Row, R: Read> fmt::Debug for ReportReader<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportReader").field("columns", &self.columns()).finish_non_exhaustive()
    }
}

impl builder::GetSettlementDetails {
    /// Sends the request, and returns the rows of the response as they arrive.
    ///
    /// ```no_run
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut rows = client.get_settlement_details().payout_uuid("..").metadata("shop").rows().await?;
    /// while let Some(row) = rows.next().await {
    ///     let row = row?;
    ///     println!("{:?} {:?} {:?}", row.kind(), row.api_order_uuid(), row.value());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the same errors as `send`.
    pub async fn rows(self) -> Result<ReportStream<SettlementRow>, Error> {
        Ok(ReportStream::new(self.send().await?.into_inner()))
    }

    /// Does the same as [`rows`](Self::rows) in a program without a runtime: see [`blocking`](crate::blocking).
    ///
    /// # Errors
    ///
    /// Returns the same errors as `send_blocking`.
    #[cfg(feature = "blocking")]
    pub fn rows_blocking(self) -> Result<ReportReader<SettlementRow, crate::blocking::ByteReader>, Error> {
        Ok(ReportReader::new(self.send_blocking()?.into_inner()))
    }
}
