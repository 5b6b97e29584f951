//! The merchant's accounts: the postings of each day, payouts, the interest account, and the orders by day.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::money::Currency;
use crate::model::order::Order;

/// The fixed part of the fee for a capture, in cents.
const FIXED_FEE: i64 = 30;
/// The variable part of the fee for a capture, in percent.
const FEE_PERCENT: i64 = 6;

/// The type of a row in the details of a payout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(const_into_str, serialize_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum PostingKind {
    /// The amount of an order, stated with its first capture. It moves no money.
    Order,
    Capture,
    Refund,
    Fee,
    ReturnedFee,
    Chargeback,
    /// A transfer from the payout to the interest account.
    InterestTransfer,
}

pub(crate) struct Posting {
    pub(crate) kind: PostingKind,
    pub(crate) at: DateTime<Utc>,
    /// Empty for an interest transfer.
    pub(crate) order_uuid: String,
    pub(crate) cents: i64,
}

#[derive(Default)]
pub(crate) struct Accounting {
    /// The postings of the next payout.
    pub(crate) postings: HashMap<Currency, Vec<Posting>>,
    /// By uuid.
    pub(crate) payouts: HashMap<String, Payout>,
    /// The uuids of the payouts, in order of time.
    pub(crate) payout_days: BTreeMap<(Currency, DateTime<Utc>), String>,
    pub(crate) interest: HashMap<Currency, InterestAccount>,
    /// The uuids of the approved orders, in order of time.
    pub(crate) orders: BTreeMap<NaiveDate, Vec<String>>,
    /// The number of approved orders of each shopper, by e-mail address or else phone number. Personal data.
    pub(crate) shoppers: HashMap<String, u64>,
    /// By uuid of an approved order: its sequence number among those of the same shopper.
    pub(crate) customer_order_ids: HashMap<String, u64>,
}

pub(crate) struct Payout {
    pub(crate) uuid: String,
    pub(crate) date: DateTime<Utc>,
    pub(crate) currency: Currency,
    pub(crate) postings: Vec<Posting>,
    /// Whether the merchant is in the interest programme.
    pub(crate) has_interest: bool,
}

#[derive(Default)]
pub(crate) struct InterestAccount {
    /// In ten-thousandths of the major unit.
    pub(crate) balance: i64,
    /// Oldest first.
    pub(crate) activity: Vec<Activity>,
}

pub(crate) struct Activity {
    pub(crate) kind: &'static str,
    pub(crate) at: DateTime<Utc>,
    /// In ten-thousandths of the major unit.
    pub(crate) change: i64,
    pub(crate) balance: i64,
}

impl Accounting {
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

impl PostingKind {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Order | Self::Capture => "001",
            Self::Refund => "002",
            Self::Fee => "003",
            Self::ReturnedFee => "004",
            Self::Chargeback => "005",
            Self::InterestTransfer => "008",
        }
    }

    /// Returns the amount as its total states it: negative if it reduces the payout.
    pub(crate) fn in_total(self, cents: i64) -> i64 {
        match self {
            Self::Order | Self::Capture | Self::ReturnedFee => cents,
            Self::Refund | Self::Fee | Self::Chargeback | Self::InterestTransfer => -cents,
        }
    }

    /// Returns the amount as a row states it. In published samples the row of a refund is positive, unlike its total.
    pub(crate) fn in_row(self, cents: i64) -> i64 {
        if self == Self::Refund { cents } else { self.in_total(cents) }
    }

    pub(crate) fn moves_money(self) -> bool {
        self != Self::Order
    }
}

impl Payout {
    /// Returns the total of the postings of a kind, in cents.
    pub(crate) fn total(&self, kind: PostingKind) -> i64 {
        let postings = self.postings.iter().filter(|posting| posting.kind == kind);
        postings.map(|posting| kind.in_total(posting.cents)).sum()
    }

    /// Returns the amount that is paid out, in cents.
    pub(crate) fn net(&self) -> i64 {
        let postings = self.postings.iter().filter(|posting| posting.kind.moves_money());
        postings.map(|posting| posting.kind.in_total(posting.cents)).sum()
    }
}

impl InterestAccount {
    pub(crate) fn change(&mut self, kind: &'static str, change: i64, at: DateTime<Utc>) {
        // Centuries of interest on interest must not overflow.
        self.balance = self.balance.saturating_add(change);
        self.activity.push(Activity { kind, at, change, balance: self.balance });
    }
}

/// Returns Sezzle's fee for a capture, in cents.
pub(crate) fn capture_fee(cents: i64) -> i64 {
    percentage_fee(cents) + FIXED_FEE
}

/// Returns the variable part of the fee for an amount, in cents, rounded half up. A refund of the amount returns it.
pub(crate) fn percentage_fee(cents: i64) -> i64 {
    (cents * FEE_PERCENT + 50) / 100
}
