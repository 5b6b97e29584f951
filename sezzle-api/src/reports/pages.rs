//! Lists that come in pages.

use std::ops::ControlFlow;

use chrono::{Days, NaiveDate};

use super::{InterestRow, LineError, ReportError, ReportReader};
use crate::call::body::MAX_RESPONSE_BYTES;
use crate::types::{OrderReportItem, SettlementSummary};
use crate::{Error, Operation, builder, operations};

/// A list that the gateway gives page by page, element by element.
///
/// The next page is asked for when the elements of the last have been taken. An error ends the list, except
/// [`ReportError::Line`].
#[derive(Debug)]
pub struct Pages<S: Source> {
    source: S,
    page: std::vec::IntoIter<Result<S::Item, S::Error>>,
    is_done: bool,
}

impl<S: Source> Pages<S> {
    fn new(source: S) -> Self {
        Self { source, page: Vec::new().into_iter(), is_done: false }
    }

    /// The next element; `None` at the end.
    ///
    /// # Errors
    ///
    /// A page could not be had. Nothing more comes, and what came before is good.
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

    /// All that are left, in memory.
    ///
    /// # Errors
    ///
    /// A page could not be had or read.
    pub async fn collect(mut self) -> Result<Vec<S::Item>, S::Error> {
        let mut all = Vec::new();
        while let Some(item) = self.next().await {
            all.push(item?);
        }
        Ok(all)
    }
}

type Page<S> = ControlFlow<(), Vec<Result<<S as Source>::Item, <S as Source>::Error>>>;

/// Where pages come from.
#[allow(async_fn_in_trait, reason = "nobody outside this crate can name or implement it")]
pub trait Source: Sized {
    /// What is in the list.
    type Item;
    /// What may be wrong with it.
    type Error;

    #[doc(hidden)]
    async fn page(&mut self) -> Result<Page<Self>, Self::Error>;
}

/// How far a list has been read.
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

    /// Goes on by the rows of a page, whose lengths differ. Says no to a page that comes twice: the list would not end.
    fn advance(&mut self, rows: usize, page: Vec<T>) -> Result<(), Error> {
        let unreadable = |problem: String| Error::invalid_response(self.operation, reqwest::StatusCode::OK, problem);
        if !page.is_empty() && page == self.last_page {
            let offset = self.offset;
            return Err(unreadable(format!("the page at offset {offset} is the one before it once more")));
        }
        let offset = i32::try_from(rows).ok().and_then(|rows| self.offset.checked_add(rows));
        self.offset = offset.ok_or_else(|| unreadable("it is too long to be counted".to_owned()))?;
        self.last_page = page;
        Ok(())
    }
}

/// Pages of [`list_settlements`](crate::Client::list_settlements).
#[derive(Clone, Debug)]
pub struct Settlements<'a> {
    request: builder::ListSettlements<'a>,
    position: Position<SettlementSummary>,
}

impl<'a> builder::ListSettlements<'a> {
    /// All payouts from `offset` on, page by page. Without a call of `currency_code` those in US dollars: ask for each
    /// currency that you sell in.
    ///
    /// ```no_run
    /// # async fn example(client: &sezzle_api::Client, start: sezzle_api::chrono::NaiveDate) -> Result<(), sezzle_api::Error> {
    /// let mut payouts = client.list_settlements().start_date(start).currency_code("CAD").pages()?;
    /// while let Some(payout) = payouts.next().await {
    ///     println!("{:?}", payout?.uuid);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// A parameter is missing or not valid. Nothing is sent yet.
    pub fn pages(self) -> Result<Pages<Settlements<'a>>, Error> {
        let offset = offset(self.clone().into_request())?;
        Ok(Pages::new(Settlements { request: self, position: Position::new(&operations::LIST_SETTLEMENTS, offset) }))
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

/// Pages of [`get_interest_activity`](crate::Client::get_interest_activity).
#[derive(Clone, Debug)]
pub struct InterestActivity<'a> {
    request: builder::GetInterestActivity<'a>,
    position: Position<Result<InterestRow, LineError>>,
}

impl<'a> builder::GetInterestActivity<'a> {
    /// All movements from `offset` on, page by page.
    ///
    /// # Errors
    ///
    /// A parameter is missing or not valid. Nothing is sent yet.
    pub fn pages(self) -> Result<Pages<InterestActivity<'a>>, Error> {
        let offset = offset(self.clone().into_request())?;
        let position = Position::new(&operations::GET_INTEREST_ACTIVITY, offset);
        Ok(Pages::new(InterestActivity { request: self, position }))
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
        // A line that cannot be read was a row all the same.
        self.position.advance(page.len(), page.clone()).map_err(ReportError::Call)?;
        Ok(ControlFlow::Continue(page.into_iter().map(|row| row.map_err(ReportError::Line)).collect()))
    }
}

/// The most days from the first to the last day of an order report.
const MOST_DAYS: u64 = 7;

/// Order reports of [`get_order_report`](crate::Client::get_order_report), a few days each.
#[derive(Clone, Debug)]
pub struct OrderReports<'a> {
    request: builder::GetOrderReport<'a>,
    next: Option<NaiveDate>,
    end: NaiveDate,
}

impl<'a> builder::GetOrderReport<'a> {
    /// All orders between two days however far apart, by as many reports as it takes: one covers seven days.
    ///
    /// # Errors
    ///
    /// A day is missing, or the end is before the start. Nothing is sent yet.
    pub fn pages(self) -> Result<Pages<OrderReports<'a>>, Error> {
        let request = self.clone().into_request()?;
        let day = |name| parameter(&request, name).and_then(|day| day.parse::<NaiveDate>().ok());
        let (Some(start), Some(end)) = (day("start-date"), day("end-date")) else {
            return Err(Error::invalid("start_date", "set it and `end_date`"));
        };
        if end < start {
            return Err(Error::invalid("end_date", "it is before `start_date`"));
        }
        Ok(Pages::new(OrderReports { request: self, next: Some(start), end }))
    }
}

impl Source for OrderReports<'_> {
    type Item = OrderReportItem;
    type Error = Error;

    async fn page(&mut self) -> Result<Page<Self>, Error> {
        // Unlike an empty page, days without orders are not the end.
        let Some(start) = self.next.filter(|start| *start <= self.end) else {
            return Ok(ControlFlow::Break(()));
        };
        let last = start.checked_add_days(Days::new(MOST_DAYS - 1)).map_or(self.end, |last| last.min(self.end));
        let items = self.request.clone().start_date(start).end_date(last).send().await?.into_inner();
        self.next = last.succ_opt();
        Ok(ControlFlow::Continue(items.into_iter().map(Ok).collect()))
    }
}

/// From where on a list is asked for.
fn offset(request: Result<reqwest::Request, Error>) -> Result<i32, Error> {
    let offset = parameter(&request?, "offset").and_then(|offset| offset.parse().ok()).unwrap_or_default();
    if offset < 0 { Err(Error::invalid("offset", "it is negative")) } else { Ok(offset) }
}

fn parameter(request: &reqwest::Request, name: &str) -> Option<String> {
    request.url().query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}
