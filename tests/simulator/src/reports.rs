//! What the merchant's reports are made of: postings of each day, payouts, the interest account, and the orders by day.

mod csv;
mod interest;
mod order_report;
mod settlements;

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::agenda::Due;
use crate::money::{Currency, Money};
use crate::order::Order;
use crate::state::GatewayState;

use interest::InterestAccount;
pub(crate) use interest::four_decimals;
use settlements::Payout;
pub(crate) use settlements::number;

/// What a capture costs besides its share, in cents.
const FIXED_FEE: i64 = 30;
/// What Sezzle keeps of a capture, in percent.
const FEE_PERCENT: i64 = 6;

/// Something that changes what the merchant is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PostingKind {
    /// An order that was captured at once.
    Order,
    Capture,
    Refund,
    Fee,
    ReturnedFee,
    Chargeback,
}

struct Posting {
    kind: PostingKind,
    at: DateTime<Utc>,
    order_uuid: String,
    cents: i64,
}

#[derive(Default)]
pub(crate) struct Books {
    /// Not paid out yet.
    postings: HashMap<Currency, Vec<Posting>>,
    /// By uuid.
    payouts: HashMap<String, Payout>,
    /// The uuids of the payouts, in order of time.
    payout_days: BTreeMap<(Currency, DateTime<Utc>), String>,
    interest: HashMap<Currency, InterestAccount>,
    /// The uuids of the approved orders, in order of time.
    orders: BTreeMap<NaiveDate, Vec<String>>,
}

impl Books {
    /// Files an approved order under the day on which it was made.
    pub(crate) fn file_order(&mut self, order: &Order) {
        self.orders.entry(order.created_at.date_naive()).or_default().push(order.uuid.clone());
    }
}

impl GatewayState {
    /// Notes an amount for the next payout.
    pub(crate) fn post(&mut self, kind: PostingKind, order_uuid: &str, amount: Money, at: DateTime<Utc>) {
        let postings = self.books.postings.entry(amount.currency).or_default();
        if postings.is_empty() {
            self.agenda.schedule(next_payout(at), Due::Payout { currency: amount.currency });
        }
        postings.push(Posting { kind, at, order_uuid: order_uuid.to_owned(), cents: amount.cents });
    }
}

/// Five minutes into the next day, in UTC.
fn next_payout(at: DateTime<Utc>) -> DateTime<Utc> {
    let midnight = at.date_naive().and_time(chrono::NaiveTime::MIN).and_utc();
    midnight + TimeDelta::days(1) + TimeDelta::minutes(5)
}

/// What Sezzle charges for a capture, in cents.
pub(crate) fn capture_fee(cents: i64) -> i64 {
    percentage_fee(cents) + FIXED_FEE
}

/// The share of a fee that comes back with a refund of this amount, in cents, rounded half up.
pub(crate) fn percentage_fee(cents: i64) -> i64 {
    (cents * FEE_PERCENT + 50) / 100
}
