//! Reports as typed rows: the details of a payout, the interest activity, and lists that are returned page by page.
//!
//! | report | from the gateway | from a file |
//! |---|---|---|
//! | details of a payout | [`get_settlement_details()..rows()`](crate::builder::GetSettlementDetails::rows) | [`ReportReader<SettlementRow, _>`](ReportReader) |
//! | interest activity | [`get_interest_activity()..pager()`](crate::builder::GetInterestActivity::pager) | [`ReportReader<InterestRow, _>`](ReportReader) |
//! | payouts | [`list_settlements()..pager()`](crate::builder::ListSettlements::pager) | |
//! | orders | [`get_order_report()..pager()`](crate::builder::GetOrderReport::pager) | |
//!
//! Each has a method `next` that returns one element, and implements `futures_core::Stream` or [`Iterator`].
//!
//! Columns are found by name, in any order. Rows may be shorter than their header. Columns that this version does not
//! know, such as those of metadata, are kept by name. A line that cannot be read is an error with its number, and the
//! lines after it are still read. If a quote is not closed, that is the line in which it is opened.

mod codes;
mod columns;
mod days;
mod error;
mod interest;
mod pager;
mod parser;
mod reader;
mod records;
mod settlement;
mod sums;

pub use codes::{InterestType, SettlementType};
pub use columns::OtherColumns;
pub use error::{LineError, ReportError};
pub use interest::InterestRow;
pub use pager::Pager;
pub use reader::{Report, ReportReader, ReportStream};
pub use settlement::{SettlementRow, SettlementTotals};
pub use sums::{SettlementSum, SettlementSums};
