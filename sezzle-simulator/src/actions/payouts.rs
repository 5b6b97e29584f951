//! Postings, the daily payouts made of them, and the interest account.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use crate::model::accounting::{Payout, Posting, PostingKind};
use crate::model::ledger::LedgerKind;
use crate::model::money::{Currency, Money};
use crate::model::schedule::ScheduledEvent;
use crate::state::GatewayState;

/// What the account earns in a year, in percent.
const YEARLY_PERCENT: i64 = 4;
/// Ten-thousandths in a cent.
const PER_CENT: i64 = 100;

/// Records an amount for the next payout.
pub(crate) fn post(state: &mut GatewayState, kind: PostingKind, order_uuid: &str, amount: Money) {
    let at = state.now;
    let postings = state.accounting.postings.entry(amount.currency).or_default();
    if postings.is_empty() {
        state.schedule.schedule(next_payout(at), ScheduledEvent::Payout { currency: amount.currency });
    }
    postings.push(Posting { kind, at, order_uuid: order_uuid.to_owned(), cents: amount.cents });
}

/// Pays out the postings since the last payout.
pub(crate) fn pay_out(state: &mut GatewayState, currency: Currency) {
    let at = state.now;
    let Some(postings) = state.accounting.postings.remove(&currency) else { return };
    let uuid = state.ids.uuid();
    let share = state.settings.interest_share;
    let mut payout = Payout { uuid: uuid.clone(), date: at, currency, postings, has_interest: share.is_some() };
    let transfer = payout.net().max(0) * i64::from(share.unwrap_or(0)) / 100;
    if transfer > 0 {
        let kind = PostingKind::InterestTransfer;
        payout.postings.push(Posting { kind, at, order_uuid: String::new(), cents: transfer });
        state.record(LedgerKind::InterestTransfer, &uuid, "", Money { cents: transfer, currency });
        let account = state.accounting.interest.entry(currency).or_default();
        if account.balance == 0 {
            state.schedule.schedule(at + TimeDelta::days(1), ScheduledEvent::Interest { currency });
        }
        account.change("INTEREST_PAYOUT", transfer * PER_CENT, at);
    }
    state.accounting.payout_days.insert((currency, at), uuid.clone());
    state.accounting.payouts.insert(uuid, payout);
}

/// Adds a day's interest, rounded down.
pub(crate) fn accrue_interest(state: &mut GatewayState, currency: Currency) {
    let at = state.now;
    let account = state.accounting.interest.entry(currency).or_default();
    if account.balance == 0 {
        return;
    }
    let interest =
        account.balance / (365 * 100) * YEARLY_PERCENT + account.balance % (365 * 100) * YEARLY_PERCENT / (365 * 100);
    if interest > 0 {
        account.change("INTEREST_ACCRUAL", interest, at);
    }
    state.schedule.schedule(at + TimeDelta::days(1), ScheduledEvent::Interest { currency });
}

/// Empties the interest account into the merchant's bank account.
pub(crate) fn withdraw_interest(state: &mut GatewayState, currency: Currency) {
    let account = state.accounting.interest.entry(currency).or_default();
    let balance = account.balance;
    if balance > 0 {
        account.change("INTEREST_WITHDRAWAL", -balance, state.now);
    }
}

/// Returns five minutes past the next midnight, in UTC.
fn next_payout(at: DateTime<Utc>) -> DateTime<Utc> {
    let midnight = at.date_naive().and_time(NaiveTime::MIN).and_utc();
    midnight + TimeDelta::days(1) + TimeDelta::minutes(5)
}
