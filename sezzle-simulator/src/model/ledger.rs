//! A record of everything that moved money, for comparison with what a client reports.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::model::money::Money;

/// The kind of a [`LedgerEntry`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LedgerKind {
    /// An order was created: a session's, a customer's, a reauthorization, an upcharge or a charged virtual card. The
    /// amount is the one it was created with. No money moved yet.
    Order,
    /// An amount was captured.
    Capture,
    /// An amount was refunded.
    Refund,
    /// An amount was released, which moves no money.
    Release,
    /// An amount was charged back, because the shopper won a dispute. The order lists it as a refund.
    Chargeback,
    /// A part of a payout was transferred to the merchant's interest account. What the account earns, and what the
    /// merchant withdraws from it, is in the interest activity instead, in fractions of a cent.
    InterestTransfer,
}

/// One event that concerns money. An operation that took effect twice has two entries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LedgerEntry {
    /// The kind of the event.
    pub kind: LedgerKind,
    /// The id of the capture, refund, release or chargeback; of an order, the order's; of an interest transfer, the
    /// payout's.
    pub uuid: String,
    /// The id of the order. An interest transfer concerns no order; this is empty then.
    pub order_uuid: String,
    /// The amount in cents, never negative.
    pub amount_in_cents: i64,
    /// Sezzle's fee in cents: what a capture cost the merchant, or, as a negative number, what a refund returned of it.
    pub fee_in_cents: i64,
    /// ISO 4217 code of the amount.
    pub currency: &'static str,
    /// The time of the event, by the simulator's clock.
    pub at: DateTime<Utc>,
    /// The `Sezzle-Request-Id` of the request that caused it; none for events without a request, such as an expiry. An
    /// order that is captured at once and its capture have the same.
    pub request_id: Option<String>,
    /// How often the same request was repeated and got the same response, without further effect.
    pub repeats: u32,
}

impl LedgerEntry {
    /// Returns what the entry adds to the merchant's payouts in cents, fees included; negative if it reduces them. The
    /// sum over all entries of a currency is what its payouts amount to, once everything was paid out.
    #[must_use]
    pub fn payout_in_cents(&self) -> i64 {
        let amount = match self.kind {
            LedgerKind::Order | LedgerKind::Release => 0,
            LedgerKind::Capture => self.amount_in_cents,
            LedgerKind::Refund | LedgerKind::Chargeback | LedgerKind::InterestTransfer => -self.amount_in_cents,
        };
        amount - self.fee_in_cents
    }
}

#[derive(Default)]
pub(crate) struct Ledger {
    entries: Vec<LedgerEntry>,
    /// The indexes of the entries of a `Sezzle-Request-Id`.
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
            fee_in_cents: 0,
            currency: amount.currency.code(),
            at,
            request_id: request_id.map(str::to_owned),
            repeats: 0,
        });
    }

    /// Sets the fee of the latest entry.
    pub(crate) fn set_fee(&mut self, cents: i64) {
        if let Some(entry) = self.entries.last_mut() {
            entry.fee_in_cents = cents;
        }
    }

    /// Counts a request that was answered again without effect.
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
