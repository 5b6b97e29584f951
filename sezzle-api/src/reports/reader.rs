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

/// The rows of a report, read from a source in constant memory: see [`ReportStream`] and [`ReportReader`].
pub struct Report<T: Row, S> {
    /// `None` after an error.
    source: Option<S>,
    parser: Parser<T>,
}

/// The rows of a report from the gateway, read as they arrive.
///
/// [`rows`](crate::builder::GetSettlementDetails::rows) returns one. It is a [`Stream`] too.
pub type ReportStream<T> = Report<T, ByteStream>;

/// The rows of a report in a file, or in anything else that implements [`Read`]. It is an [`Iterator`], and has a buffer of
/// its own.
///
/// ```
/// use sezzle_api::reports::{ReportReader, SettlementRow};
/// use sezzle_api::types::Price;
///
/// let file = "type,external_reference_id,amount,posting_currency\n\
///             REFUND,order-1,.30,USD\n\
///             REFUND,order-2,a lot,USD\n";
/// let mut rows = ReportReader::<SettlementRow, _>::new(file.as_bytes());
/// assert_eq!(rows.next().unwrap()?.price()?, Price::usd(30));
/// assert_eq!(
///     rows.next().unwrap().unwrap_err().to_string(),
///     "line 3 of the report cannot be read: amount: expected a decimal such as 41.50",
/// );
/// assert!(rows.next().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub type ReportReader<T, R> = Report<T, R>;

impl<T: Row, S> Report<T, S> {
    /// Reads rows from the body of a response, or from a file.
    pub fn new(source: S) -> Self {
        Self { source: Some(source), parser: Parser::new() }
    }

    /// Returns the names of the columns in their order, including those this version does not know. They are available
    /// once the first row was read.
    pub fn columns(&self) -> &[Arc<str>] {
        self.parser.columns()
    }
}

impl<S> Report<SettlementRow, S> {
    /// Returns the totals above the rows. They are available once the first row was read.
    pub fn totals(&self) -> Option<&SettlementTotals> {
        self.parser.totals()
    }
}

impl<T: Row> ReportStream<T> {
    /// Returns the next row, or `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns [`ReportError::Line`] if a line cannot be read; the next call goes on with the line after it. Returns
    /// [`ReportError::Call`] if the response ended early; no rows follow.
    pub async fn next(&mut self) -> Option<Result<T, ReportError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T: Row> Stream for ReportStream<T> {
    type Item = Result<T, ReportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Poll::Ready(next) = self.parser.next() {
                return Poll::Ready(next.map(|row| row.map_err(ReportError::Line)));
            }
            let Some(body) = &mut self.source else { return Poll::Ready(None) };
            match ready!(body.poll_chunk(context)) {
                Ok(Some(bytes)) => self.parser.records.feed(&bytes),
                Ok(None) => self.parser.records.finish(),
                Err(error) => {
                    self.source = None;
                    return Poll::Ready(Some(Err(ReportError::Call(error))));
                }
            }
        }
    }
}

impl<T: Row, S> Unpin for Report<T, S> {}

impl ReportStream<SettlementRow> {
    /// Reads the whole report, and returns its sums.
    ///
    /// # Errors
    ///
    /// Returns the first error. To skip lines that cannot be read, record the rows yourself: see [`SettlementSums`].
    pub async fn sums(mut self) -> Result<SettlementSums, ReportError> {
        let mut sums = SettlementSums::default();
        while let Some(row) = self.next().await {
            sums.record(&row?)?;
        }
        sums.record_totals(self.totals());
        Ok(sums)
    }
}

impl<R: Read> ReportReader<SettlementRow, R> {
    /// Reads the whole report, and returns its sums.
    ///
    /// # Errors
    ///
    /// Returns the first error. To skip lines that cannot be read, record the rows yourself: see [`SettlementSums`].
    pub fn sums(mut self) -> Result<SettlementSums, ReportError> {
        let mut sums = SettlementSums::default();
        self.try_for_each(|row| Ok::<_, ReportError>(sums.record(&row?)?))?;
        sums.record_totals(self.totals());
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
            match self.parser.records.read(self.source.as_mut()?) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.source = None;
                    // The reader of a blocking call wraps its errors.
                    let error = error.downcast::<Error>().map_or_else(ReportError::Io, ReportError::Call);
                    return Some(Err(error));
                }
            }
        }
    }
}

/// Prints the names of the columns, not the rows.
impl<T: Row, S> fmt::Debug for Report<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report").field("columns", &self.columns()).finish_non_exhaustive()
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
    ///     println!("{:?} {:?} {}", row.kind(), row.api_order_uuid(), row.price()?);
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
