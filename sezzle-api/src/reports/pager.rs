//! Lists that the gateway returns page by page.

use std::ops::ControlFlow;

use chrono::{Days, NaiveDate};

use crate::call::body::MAX_RESPONSE_BYTES;
use crate::error::Error;
use crate::operation::Operation;
use crate::reports::error::{LineError, ReportError};
use crate::reports::interest::InterestRow;
use crate::reports::reader::ReportReader;
use crate::types::{OrderReportItem, SettlementSummary};
use crate::{builder, operations};

/// The items of a list that the gateway returns page by page.
///
/// A page is requested when all items of the page before it were taken. An error ends the list, except
/// [`ReportError::Line`].
#[derive(Debug)]
pub struct Pager<S: Source> {
    source: S,
    page: std::vec::IntoIter<Result<S::Item, S::Error>>,
    is_done: bool,
}

impl<S: Source> Pager<S> {
    fn new(source: S) -> Self {
        Self { source, page: Vec::new().into_iter(), is_done: false }
    }

    /// Returns the next item, or `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns an error if the request for a page failed; no items follow. Returns [`ReportError::Line`] if a line of a
    /// page cannot be read; the next call goes on with the line after it.
    pub async fn next(&mut self) -> Option<Result<S::Item, S::Error>> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(item);
            }
            if self.is_done {
                return None;
            }
            match self.source.page().await {
                Ok(ControlFlow::Continue(page)) => self.page = page.into_iter(),
                Ok(ControlFlow::Break(())) => self.is_done = true,
                Err(error) => {
                    self.is_done = true;
                    return Some(Err(error));
                }
            }
        }
    }

    /// Collects the remaining items in memory.
    ///
    /// # Errors
    ///
    /// Returns the first error of [`next`](Self::next).
    pub async fn collect(mut self) -> Result<Vec<S::Item>, S::Error> {
        let mut all = Vec::new();
        while let Some(item) = self.next().await {
            all.push(item?);
        }
        Ok(all)
    }
}

type Page<S> = ControlFlow<(), Vec<Result<<S as Source>::Item, <S as Source>::Error>>>;

/// A paged list of the gateway.
#[allow(async_fn_in_trait, reason = "other crates can neither name nor implement it")]
pub trait Source: Sized {
    /// An item of the list.
    type Item;
    /// The error of a page or an item.
    type Error;

    #[doc(hidden)]
    async fn page(&mut self) -> Result<Page<Self>, Self::Error>;
}

/// How far a list was read.
#[derive(Clone, Debug)]
struct Position<T> {
    operation: &'static Operation,
    offset: i32,
    last_page: Vec<T>,
}

impl<T: Clone + PartialEq> Position<T> {
    fn new(operation: &'static Operation, offset: i32) -> Self {
        Self { operation, offset, last_page: Vec::new() }
    }

    /// Advances by the number of rows in a page, since pages differ in length.
    ///
    /// # Errors
    ///
    /// Returns an error if the page equals the one before it: a server that ignores the offset would never end the list.
    fn advance(&mut self, rows: usize, page: Vec<T>) -> Result<(), Error> {
        let unreadable = |problem: String| Error::invalid_response(self.operation, reqwest::StatusCode::OK, problem);
        if !page.is_empty() && page == self.last_page {
            let offset = self.offset;
            return Err(unreadable(format!("the page at offset {offset} is the same as the page before it")));
        }
        let offset = i32::try_from(rows).ok().and_then(|rows| self.offset.checked_add(rows));
        self.offset = offset.ok_or_else(|| unreadable("the offset of the next page exceeds 32 bits".to_owned()))?;
        self.last_page = page;
        Ok(())
    }
}

/// The payouts of [`list_settlements`](crate::Client::list_settlements).
#[derive(Clone, Debug)]
pub struct Settlements<'a> {
    request: builder::ListSettlements<'a>,
    position: Position<SettlementSummary>,
}

impl<'a> builder::ListSettlements<'a> {
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
    pub fn pager(self) -> Result<Pager<Settlements<'a>>, Error> {
        let offset = offset(self.clone().into_request())?;
        Ok(Pager::new(Settlements { request: self, position: Position::new(&operations::LIST_SETTLEMENTS, offset) }))
    }
}

impl Source for Settlements<'_> {
    type Item = SettlementSummary;
    type Error = Error;

    async fn page(&mut self) -> Result<Page<Self>, Error> {
        let page = self.request.clone().offset(self.position.offset).send().await?.into_inner();
        if page.is_empty() {
            return Ok(ControlFlow::Break(()));
        }
        self.position.advance(page.len(), page.clone())?;
        Ok(ControlFlow::Continue(page.into_iter().map(Ok).collect()))
    }
}

/// The changes of [`get_interest_activity`](crate::Client::get_interest_activity).
#[derive(Clone, Debug)]
pub struct InterestActivity<'a> {
    request: builder::GetInterestActivity<'a>,
    position: Position<Result<InterestRow, LineError>>,
}

impl<'a> builder::GetInterestActivity<'a> {
    /// Returns all changes of the interest account from `offset` on.
    ///
    /// # Errors
    ///
    /// Returns an error if a parameter is missing or invalid. Nothing was sent.
    pub fn pager(self) -> Result<Pager<InterestActivity<'a>>, Error> {
        let offset = offset(self.clone().into_request())?;
        let position = Position::new(&operations::GET_INTEREST_ACTIVITY, offset);
        Ok(Pager::new(InterestActivity { request: self, position }))
    }
}

impl Source for InterestActivity<'_> {
    type Item = InterestRow;
    type Error = ReportError;

    async fn page(&mut self) -> Result<Page<Self>, ReportError> {
        let answer = self.request.clone().offset(self.position.offset).send().await.map_err(ReportError::Call)?;
        let body = answer.into_inner().bytes_up_to(MAX_RESPONSE_BYTES).await.map_err(ReportError::Call)?;
        let mut page = Vec::new();
        for row in ReportReader::<InterestRow, _>::new(&*body) {
            match row {
                Ok(row) => page.push(Ok(row)),
                Err(ReportError::Line(error)) => page.push(Err(error)),
                Err(error) => return Err(error),
            }
        }
        if page.is_empty() {
            return Ok(ControlFlow::Break(()));
        }
        // The offset counts lines that cannot be read as well.
        self.position.advance(page.len(), page.clone()).map_err(ReportError::Call)?;
        Ok(ControlFlow::Continue(page.into_iter().map(|row| row.map_err(ReportError::Line)).collect()))
    }
}

/// The maximum number of days in one order report.
const MAX_DAYS: u64 = 7;

/// Reports of [`get_order_report`](crate::Client::get_order_report), of up to seven days each.
#[derive(Clone, Debug)]
pub struct OrderReports<'a> {
    request: builder::GetOrderReport<'a>,
    next: Option<NaiveDate>,
    end: NaiveDate,
}

impl<'a> builder::GetOrderReport<'a> {
    /// Returns all orders between two days. Requests one report for every seven days, the maximum that Sezzle accepts.
    ///
    /// # Errors
    ///
    /// Returns an error if a day is missing, or the end is before the start. Nothing was sent.
    pub fn pager(self) -> Result<Pager<OrderReports<'a>>, Error> {
        let request = self.clone().into_request()?;
        let day = |name| parameter(&request, name).and_then(|day| day.parse::<NaiveDate>().ok());
        let (Some(start), Some(end)) = (day("start-date"), day("end-date")) else {
            return Err(Error::invalid("start_date", "set `start_date` and `end_date`"));
        };
        if end < start {
            return Err(Error::invalid("end_date", "it is before `start_date`"));
        }
        Ok(Pager::new(OrderReports { request: self, next: Some(start), end }))
    }
}

impl Source for OrderReports<'_> {
    type Item = OrderReportItem;
    type Error = Error;

    async fn page(&mut self) -> Result<Page<Self>, Error> {
        // Days without orders do not end the list, unlike an empty page.
        let Some(start) = self.next.filter(|start| *start <= self.end) else {
            return Ok(ControlFlow::Break(()));
        };
        let last = start.checked_add_days(Days::new(MAX_DAYS - 1)).map_or(self.end, |last| last.min(self.end));
        let items = self.request.clone().start_date(start).end_date(last).send().await?.into_inner();
        self.next = last.succ_opt();
        Ok(ControlFlow::Continue(items.into_iter().map(Ok).collect()))
    }
}

/// Returns the offset at which a list begins.
fn offset(request: Result<reqwest::Request, Error>) -> Result<i32, Error> {
    let offset = parameter(&request?, "offset").and_then(|offset| offset.parse().ok()).unwrap_or_default();
    if offset < 0 { Err(Error::invalid("offset", "it must not be negative")) } else { Ok(offset) }
}

fn parameter(request: &reqwest::Request, name: &str) -> Option<String> {
    request.url().query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}
