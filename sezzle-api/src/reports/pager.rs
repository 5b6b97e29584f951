//! Lists that the gateway returns page by page.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use chrono::{Days, NaiveDate};
use futures_core::Stream;
use reqwest::StatusCode;

use crate::call::body::MAX_RESPONSE_BYTES;
use crate::client::Client;
use crate::error::{CallSummary, Error};
use crate::operation::Operation;
use crate::reports::error::{LineError, ReportError};
use crate::reports::interest::InterestRow;
use crate::reports::reader::ReportReader;
use crate::types::{OrderReportItem, SettlementSummary};
use crate::{builder, operations};

/// The items of a list that the gateway returns page by page.
///
/// A page is requested when all items of the page before it were taken. An error ends the list, except
/// [`ReportError::Line`]. It is a [`Stream`] too, for combinators such as those of the crate `futures`.
pub struct Pager<T, E = Error> {
    items: std::vec::IntoIter<Result<T, E>>,
    /// The next page, requested when it is first polled. `None` after the last one.
    next_page: Option<PageFuture<T, E>>,
}

type PageFuture<T, E> = Pin<Box<dyn Future<Output = Result<Page<T, E>, E>> + Send>>;

struct Page<T, E> {
    items: Vec<Result<T, E>>,
    next: Option<PageFuture<T, E>>,
}

impl<T, E> Page<T, E> {
    const END: Self = Self { items: Vec::new(), next: None };
}

impl<T, E> Pager<T, E> {
    fn new(first_page: PageFuture<T, E>) -> Self {
        Self { items: Vec::new().into_iter(), next_page: Some(first_page) }
    }

    /// Returns the next item, or `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns an error if the request for a page failed; no items follow. Returns [`ReportError::Line`] if a line of a
    /// page cannot be read; the next call goes on with the line after it.
    pub async fn next(&mut self) -> Option<Result<T, E>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Collects the remaining items in memory.
    ///
    /// # Errors
    ///
    /// Returns the first error of [`next`](Self::next).
    pub async fn collect(mut self) -> Result<Vec<T>, E> {
        let mut all = Vec::new();
        while let Some(item) = self.next().await {
            all.push(item?);
        }
        Ok(all)
    }
}

impl<T, E> Stream for Pager<T, E> {
    type Item = Result<T, E>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<T, E>>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(item));
            }
            let Some(page) = &mut self.next_page else { return Poll::Ready(None) };
            let page = ready!(page.as_mut().poll(context));
            self.next_page = None;
            match page {
                Ok(page) => {
                    self.items = page.items.into_iter();
                    self.next_page = page.next;
                }
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
    }
}

impl<T, E> Unpin for Pager<T, E> {}

impl<T, E> fmt::Debug for Pager<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pager").field("is_done", &self.next_page.is_none()).finish_non_exhaustive()
    }
}

/// How far a list was read.
struct Position<T> {
    call: CallSummary,
    offset: i32,
    last_page: Vec<T>,
}

impl<T: Clone + PartialEq> Position<T> {
    fn new(client: &Client, operation: &'static Operation, offset: i32) -> Self {
        Self { call: CallSummary::new(operation, &client.inner.base_url), offset, last_page: Vec::new() }
    }

    /// Advances by the number of rows in a page, since pages differ in length.
    ///
    /// # Errors
    ///
    /// Returns an error if the page equals the one before it: a server that ignores the offset would never end the list.
    fn advance(&mut self, page: Vec<T>) -> Result<(), Error> {
        if page == self.last_page {
            let problem = format!("the page at offset {} is the same as the page before it", self.offset);
            return Err(Error::invalid_response(StatusCode::OK, problem).in_call(self.call.clone()));
        }
        // At the maximum, the next page is the same again.
        self.offset = self.offset.saturating_add(i32::try_from(page.len()).unwrap_or(i32::MAX));
        self.last_page = page;
        Ok(())
    }
}

impl builder::ListSettlements {
    /// Returns all payouts from `offset` on. They are those in US dollars unless `currency_code` is set: make one request
    /// for each currency that you sell in.
    ///
    /// ```no_run
    /// # async fn example(client: &sezzle_api::Client, start: sezzle_api::chrono::NaiveDate) -> Result<(), sezzle_api::Error> {
    /// let mut payouts = client.list_settlements().start_date(start).currency_code("CAD").pager()?;
    /// while let Some(payout) = payouts.next().await {
    ///     println!("{:?}", payout?.uuid);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if a parameter is missing or invalid. Nothing was sent.
    pub fn pager(self) -> Result<Pager<SettlementSummary>, Error> {
        let offset = offset(&self.to_request()?)?;
        let position = Position::new(&self.client, &operations::LIST_SETTLEMENTS, offset);
        Ok(Pager::new(self.page(position)))
    }

    fn page(self, mut position: Position<SettlementSummary>) -> PageFuture<SettlementSummary, Error> {
        Box::pin(async move {
            let page = self.clone().offset(position.offset).send().await?.into_inner();
            if page.is_empty() {
                return Ok(Page::END);
            }
            position.advance(page.clone())?;
            Ok(Page { items: page.into_iter().map(Ok).collect(), next: Some(self.page(position)) })
        })
    }
}

impl builder::GetInterestActivity {
    /// Returns all changes of the interest account from `offset` on.
    ///
    /// # Errors
    ///
    /// Returns an error if a parameter is missing or invalid. Nothing was sent.
    pub fn pager(self) -> Result<Pager<InterestRow, ReportError>, Error> {
        let offset = offset(&self.to_request()?)?;
        let position = Position::new(&self.client, &operations::GET_INTEREST_ACTIVITY, offset);
        Ok(Pager::new(self.page(position)))
    }

    fn page(self, mut position: Position<Result<InterestRow, LineError>>) -> PageFuture<InterestRow, ReportError> {
        Box::pin(async move {
            let response = self.clone().offset(position.offset).send().await.map_err(ReportError::Call)?;
            let body = response.into_inner().bytes_up_to(MAX_RESPONSE_BYTES).await.map_err(ReportError::Call)?;
            let mut page = Vec::new();
            for row in ReportReader::<InterestRow, _>::new(&*body) {
                match row {
                    Ok(row) => page.push(Ok(row)),
                    Err(ReportError::Line(error)) => page.push(Err(error)),
                    Err(error) => return Err(error),
                }
            }
            if page.is_empty() {
                return Ok(Page::END);
            }
            // The offset counts lines that cannot be read as well.
            position.advance(page.clone()).map_err(ReportError::Call)?;
            let items = page.into_iter().map(|row| row.map_err(ReportError::Line)).collect();
            Ok(Page { items, next: Some(self.page(position)) })
        })
    }
}

/// The maximum number of days in one order report.
const MAX_DAYS: u64 = 7;

impl builder::GetOrderReport {
    /// Returns all orders between two days. Requests one report for every seven days, the maximum that Sezzle accepts.
    ///
    /// # Errors
    ///
    /// Returns an error if a day is missing, or the end is before the start. Nothing was sent.
    pub fn pager(self) -> Result<Pager<OrderReportItem>, Error> {
        let request = self.to_request()?;
        let day = |name| parameter(&request, name).and_then(|day| day.parse::<NaiveDate>().ok());
        let (Some(start), Some(end)) = (day("start-date"), day("end-date")) else {
            return Err(Error::invalid("start_date", "set `start_date` and `end_date`"));
        };
        if end < start {
            return Err(Error::invalid("end_date", "it is before `start_date`"));
        }
        Ok(Pager::new(self.page(start, end)))
    }

    fn page(self, start: NaiveDate, end: NaiveDate) -> PageFuture<OrderReportItem, Error> {
        Box::pin(async move {
            let last = start.checked_add_days(Days::new(MAX_DAYS - 1)).map_or(end, |last| last.min(end));
            let items = self.clone().start_date(start).end_date(last).send().await?.into_inner();
            // Days without orders do not end the list, unlike an empty page.
            let next = last.succ_opt().filter(|start| *start <= end).map(|start| self.page(start, end));
            Ok(Page { items: items.into_iter().map(Ok).collect(), next })
        })
    }
}

/// Returns the offset at which a list begins.
fn offset(request: &reqwest::Request) -> Result<i32, Error> {
    let offset = parameter(request, "offset").and_then(|offset| offset.parse().ok()).unwrap_or_default();
    if offset < 0 { Err(Error::invalid("offset", "it must not be negative")) } else { Ok(offset) }
}

fn parameter(request: &reqwest::Request, name: &str) -> Option<String> {
    request.url().query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}
