//! Reports of the interest account, which receives a share of each payout and earns daily interest.

use chrono::NaiveDate;

use super::{decimal, to_csv};
use crate::model::clock::timestamp;
use crate::model::money::Currency;
use crate::state::GatewayState;

const COLUMNS: [&str; 4] =
    ["type", "event_date", "interest_account_change_amount", "interest_account_balance_after_change"];

/// The digits of amounts of the interest account.
pub(crate) const DECIMALS: usize = 4;

/// Returns the balance in ten-thousandths of the major unit.
pub(crate) fn interest_balance(state: &GatewayState, currency: Currency) -> i64 {
    state.accounting.interest.get(&currency).map_or(0, |account| account.balance)
}

/// Returns the activity between two days, newest first, as CSV.
pub(crate) fn interest_activity(
    state: &GatewayState,
    currency: Currency,
    days: (NaiveDate, NaiveDate),
    offset: usize,
    count: usize,
) -> String {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    let activity = state.accounting.interest.get(&currency).map(|account| account.activity.as_slice());
    let activity = activity.unwrap_or_default();
    let from = activity.partition_point(|activity| activity.at.date_naive() < days.0);
    let to = activity.partition_point(|activity| activity.at.date_naive() <= days.1);
    let within = activity.get(from..to).unwrap_or_default();
    for activity in within.iter().rev().skip(offset).take(count) {
        let amounts = [activity.change, activity.balance].map(|amount| decimal(amount, DECIMALS));
        rows.push([vec![activity.kind.to_owned(), timestamp(activity.at)], amounts.to_vec()].concat());
    }
    to_csv(&rows)
}
