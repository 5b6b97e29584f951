//! The rows of the interest activity.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use crate::reports::codes::InterestType;
use crate::reports::columns::table;
use crate::reports::error::Problem;

table! {
    /// A change of the interest account.
    ///
    /// Amounts are exact decimals in the major unit of the requested currency, with four decimal places.
    InterestRow, checked by check {
        /// The kind of change.
        interest_type: InterestType = "type",
        /// The time of the change. Rows are not sorted by it.
        event_date: DateTime<Utc> = "event_date",
        /// The amount added to the account; negative if it was taken out.
        change: Decimal = "interest_account_change_amount",
        /// The balance after the change.
        balance_after: Decimal = "interest_account_balance_after_change",
    }
}

impl InterestRow {
    fn check(&self) -> Result<(), Problem> {
        match (&self.interest_type, &self.change) {
            (None, _) => Err((Some("type"), "it is missing")),
            (_, None) => Err((Some("interest_account_change_amount"), "it is missing")),
            _ => Ok(()),
        }
    }
}
