//! The movements of the interest account.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::codes::InterestType;
use super::columns::{Problem, table};

table! {
    /// A movement of the interest account.
    ///
    /// Amounts are exact decimals in the major unit of the currency that was asked for, with four digits behind the
    /// point.
    InterestRow, checked by check {
        /// What moved it.
        interest_type: InterestType = "type",
        /// When. Rows are not in this order.
        event_date: DateTime<Utc> = "event_date",
        /// By how much.
        change: Decimal = "interest_account_change_amount",
        /// What the account held then.
        balance_after: Decimal = "interest_account_balance_after_change",
    }
}

impl InterestRow {
    fn check(&self) -> Result<(), Problem> {
        match (&self.interest_type, &self.change) {
            (None, _) => Err(Problem::of("type", "there is none")),
            (_, None) => Err(Problem::of("interest_account_change_amount", "there is none")),
            _ => Ok(()),
        }
    }
}
