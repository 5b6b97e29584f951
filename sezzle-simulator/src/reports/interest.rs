//! The interest account: a share of each payout goes there and earns interest every day.

use chrono::NaiveDate;

use super::csv::Table;
use crate::model::clock::timestamp;
use crate::model::money::Currency;
use crate::model::state::GatewayState;

const COLUMNS: [&str; 4] =
    ["type", "event_date", "interest_account_change_amount", "interest_account_balance_after_change"];

/// In ten-thousandths of the major unit.
pub(crate) fn interest_balance(state: &GatewayState, currency: Currency) -> i64 {
    state.accounting.interest.get(&currency).map_or(0, |account| account.balance)
}

/// What moved on the account between two days, newest first, as CSV.
pub(crate) fn interest_activity(
    state: &GatewayState,
    currency: Currency,
    days: (NaiveDate, NaiveDate),
    offset: usize,
    count: usize,
) -> String {
    let mut table = Table::new(&COLUMNS);
    let activity = state.accounting.interest.get(&currency).map(|account| account.activity.as_slice());
    let activity = activity.unwrap_or_default();
    let from = activity.partition_point(|activity| activity.at.date_naive() < days.0);
    let to = activity.partition_point(|activity| activity.at.date_naive() <= days.1);
    let within = activity.get(from..to).unwrap_or_default();
    for activity in within.iter().rev().skip(offset).take(count) {
        table.row([
            activity.kind.to_owned(),
            timestamp(activity.at),
            four_decimals(activity.change),
            four_decimals(activity.balance),
        ]);
    }
    table.into_text()
}

/// Ten-thousandths as a decimal number.
pub(crate) fn four_decimals(amount: i64) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    let amount = amount.unsigned_abs();
    format!("{sign}{}.{:04}", amount / 10_000, amount % 10_000)
}
