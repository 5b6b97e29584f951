//! What really happened to money, for comparison with what a client believes.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::money::Money;

/// What moved money, or promised to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LedgerKind {
    /// An order was made: a session's, a customer's, a reauthorization, an upcharge or a charged virtual card. The
    /// amount is the one it was made with.
    Order,
    /// An amount was captured.
    Capture,
    /// An amount was refunded.
    Refund,
    /// An amount was released.
    Release,
}

/// One thing that happened, once. What was asked for twice and done twice stands here twice.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LedgerEntry {
    /// What happened.
    pub kind: LedgerKind,
    /// The id of the capture, refund or release; for an order, of the order.
    pub uuid: String,
    /// The order it happened to.
    pub order_uuid: String,
    /// The amount in cents.
    pub amount_in_cents: i64,
    /// ISO 4217 code of the amount.
    pub currency: &'static str,
    /// When it happened, by the simulator's clock.
    pub at: DateTime<Utc>,
    /// The `Sezzle-Request-Id` of the request that did it. What nobody asked for has none, such as an expiry. An order
    /// that is captured at once and its capture have the same.
    pub request_id: Option<String>,
    /// How often the same request came again and got the same answer, without anything happening.
    pub repeats: u32,
}

#[derive(Default)]
pub(crate) struct Ledger {
    entries: Vec<LedgerEntry>,
    /// Where the entries of a `Sezzle-Request-Id` are.
    by_request: HashMap<String, Vec<usize>>,
}

impl Ledger {
    pub(crate) fn record(
        &mut self,
        at: DateTime<Utc>,
        kind: LedgerKind,
        uuid: &str,
        order_uuid: &str,
        amount: Money,
        request_id: Option<&str>,
    ) {
        if let Some(id) = request_id {
            self.by_request.entry(id.to_owned()).or_default().push(self.entries.len());
        }
        self.entries.push(LedgerEntry {
            kind,
            uuid: uuid.to_owned(),
            order_uuid: order_uuid.to_owned(),
            amount_in_cents: amount.cents,
            currency: amount.currency.code(),
            at,
            request_id: request_id.map(str::to_owned),
            repeats: 0,
        });
    }

    /// Notes that a request was answered again without acting.
    pub(crate) fn note_repeat(&mut self, request_id: &str) {
        for index in self.by_request.get(request_id).into_iter().flatten() {
            if let Some(entry) = self.entries.get_mut(*index) {
                entry.repeats += 1;
            }
        }
    }

    pub(crate) fn entries(&self) -> &[LedgerEntry] {
        &self.entries
    }
}
