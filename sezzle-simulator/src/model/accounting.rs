//! The data of the merchant's reports: the postings of each day, payouts, the interest account, and the orders by day.

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

/// The fixed part of the fee for a capture, in cents.
const FIXED_FEE: i64 = 30;
/// The variable part of the fee for a capture, in percent.
const FEE_PERCENT: i64 = 6;

/// The type of a row in the details of a payout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PostingKind {
    /// The amount of an order, stated with its first capture. It moves no money.
    Order,
    Capture,
    Refund,
    Fee,
    ReturnedFee,
    Chargeback,
    /// What goes from the payout to the interest account.
    InterestTransfer,
}

struct Posting {
    kind: PostingKind,
    at: DateTime<Utc>,
    /// Empty for an interest transfer.
    order_uuid: String,
    cents: i64,
}

#[derive(Default)]
pub(crate) struct Books {
    /// The postings of the next payout.
    postings: HashMap<Currency, Vec<Posting>>,
    /// By uuid.
    payouts: HashMap<String, Payout>,
    /// The uuids of the payouts, in order of time.
    payout_days: BTreeMap<(Currency, DateTime<Utc>), String>,
    interest: HashMap<Currency, InterestAccount>,
    /// The uuids of the approved orders, in order of time.
    orders: BTreeMap<NaiveDate, Vec<String>>,
    /// The number of approved orders of each shopper, by e-mail address or else phone number. Personal data.
    shoppers: HashMap<String, u64>,
    /// By uuid of an approved order: its sequence number among those of the same shopper.
    customer_order_ids: HashMap<String, u64>,
}

impl Books {
    /// Files an approved order under the day on which it was created, and numbers it among those of its shopper.
    pub(crate) fn file_order(&mut self, order: &Order) {
        self.orders.entry(order.created_at.date_naive()).or_default().push(order.uuid.clone());
        let known = ["email", "phone"].iter().filter_map(|key| order.customer[key].as_str());
        let shopper = known.map(str::trim).find(|text| !text.is_empty()).unwrap_or_default().to_lowercase();
        let count = self.shoppers.entry(shopper).or_default();
        *count += 1;
        self.customer_order_ids.insert(order.uuid.clone(), *count);
    }
}

impl GatewayState {
    /// Records an amount for the next payout.
    pub(crate) fn post(&mut self, kind: PostingKind, order_uuid: &str, amount: Money, at: DateTime<Utc>) {
        let postings = self.books.postings.entry(amount.currency).or_default();
        if postings.is_empty() {
            self.agenda.schedule(next_payout(at), Due::Payout { currency: amount.currency });
        }
        postings.push(Posting { kind, at, order_uuid: order_uuid.to_owned(), cents: amount.cents });
    }
}

/// Returns five minutes past the next midnight, in UTC.
fn next_payout(at: DateTime<Utc>) -> DateTime<Utc> {
    let midnight = at.date_naive().and_time(chrono::NaiveTime::MIN).and_utc();
    midnight + TimeDelta::days(1) + TimeDelta::minutes(5)
}

/// Returns Sezzle's fee for a capture, in cents.
pub(crate) fn capture_fee(cents: i64) -> i64 {
    percentage_fee(cents) + FIXED_FEE
}

/// Returns the variable part of the fee for an amount, in cents, rounded half up. A refund of the amount returns it.
pub(crate) fn percentage_fee(cents: i64) -> i64 {
    (cents * FEE_PERCENT + 50) / 100
}
