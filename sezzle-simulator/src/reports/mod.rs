//! Reports as JSON and CSV, made from the merchant's accounts and orders.

mod csv;
pub(crate) mod interest;
pub(crate) mod order_report;
pub(crate) mod settlements;
