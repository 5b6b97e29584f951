//! The interest account: a share of each payout goes there and earns interest every day.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::csv::Table;
use crate::agenda::Due;
use crate::money::Currency;
use crate::state::GatewayState;
use crate::timestamp;

/// What the account earns in a year, in percent.
const YEARLY_PERCENT: i64 = 4;
/// Ten-thousandths in a cent.
const PER_CENT: i64 = 100;

const COLUMNS: [&str; 4] =
    ["type", "event_date", "interest_account_change_amount", "interest_account_balance_after_change"];

#[derive(Default)]
pub(super) struct InterestAccount {
    /// In ten-thousandths of the major unit.
    balance: i64,
    /// Oldest first.
    activity: Vec<Activity>,
}

struct Activity {
    kind: &'static str,
    at: DateTime<Utc>,
    /// In ten-thousandths of the major unit.
    change: i64,
    balance: i64,
}

impl InterestAccount {
    fn change(&mut self, kind: &'static str, change: i64, at: DateTime<Utc>) {
        // Centuries of interest on interest must not overflow.
        self.balance = self.balance.saturating_add(change);
        self.activity.push(Activity { kind, at, change, balance: self.balance });
    }
}

impl GatewayState {
    /// Moves cents of a payout to the interest account.
    pub(super) fn transfer_to_interest(&mut self, currency: Currency, cents: i64, at: DateTime<Utc>) {
        if cents == 0 {
            return;
        }
        let account = self.books.interest.entry(currency).or_default();
        if account.balance == 0 {
            self.agenda.schedule(at + TimeDelta::days(1), Due::Interest { currency });
        }
        account.change("INTEREST_PAYOUT", cents * PER_CENT, at);
    }

    /// Adds a day's interest, rounded down.
    pub(crate) fn accrue_interest(&mut self, currency: Currency, at: DateTime<Utc>) {
        let account = self.books.interest.entry(currency).or_default();
        if account.balance == 0 {
            return;
        }
        let interest = account.balance / (365 * 100) * YEARLY_PERCENT
            + account.balance % (365 * 100) * YEARLY_PERCENT / (365 * 100);
        if interest > 0 {
            account.change("INTEREST_ACCRUAL", interest, at);
        }
        self.agenda.schedule(at + TimeDelta::days(1), Due::Interest { currency });
    }

    /// Empties the interest account into the merchant's bank account.
    pub(crate) fn withdraw_interest(&mut self, currency: Currency) {
        let at = self.now();
        let account = self.books.interest.entry(currency).or_default();
        let balance = account.balance;
        if balance > 0 {
            account.change("INTEREST_WITHDRAWAL", -balance, at);
        }
    }

    /// In ten-thousandths of the major unit.
    pub(crate) fn interest_balance(&self, currency: Currency) -> i64 {
        self.books.interest.get(&currency).map_or(0, |account| account.balance)
    }

    /// What moved on the account between two days, newest first, as CSV.
    pub(crate) fn interest_activity(
        &self,
        currency: Currency,
        days: (NaiveDate, NaiveDate),
        offset: usize,
        count: usize,
    ) -> String {
        let mut table = Table::new(&COLUMNS);
        let activity = self.books.interest.get(&currency).map(|account| account.activity.as_slice());
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
}

/// Ten-thousandths as a decimal number.
pub(crate) fn four_decimals(amount: i64) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    let amount = amount.unsigned_abs();
    format!("{sign}{}.{:04}", amount / 10_000, amount % 10_000)
}
