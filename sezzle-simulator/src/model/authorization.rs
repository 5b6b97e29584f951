//! An authorization: what may be captured, and what became of it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};

use crate::model::clock::timestamp;
use crate::model::error::RuleError;
use crate::model::money::Money;

/// Pay in full, the plan of every order that is made without a checkout.
pub(crate) const PAY_IN_FULL: &str = "pay-in-full";

pub(crate) struct Authorization {
    pub(crate) uuid: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) expiration: DateTime<Utc>,
    pub(crate) amount: Money,
    pub(crate) approved: bool,
    pub(crate) financing_option: String,
    /// The order's id in the merchant dashboard.
    pub(crate) sezzle_order_id: String,
    /// Whether its time is over. What was not captured by then has been released.
    pub(crate) expired: bool,
    pub(crate) captures: Movements,
    pub(crate) refunds: Movements,
    pub(crate) releases: Movements,
}

/// Captures, refunds or releases.
#[derive(Default, Serialize)]
pub(crate) struct Movements(Vec<Movement>);

/// One capture, refund, release or upcharge.
#[derive(Serialize)]
pub(crate) struct Movement {
    pub(crate) uuid: String,
    pub(crate) amount: Money,
}

impl Authorization {
    /// Returns an error if the authorization has expired: it can be neither captured nor released.
    pub(crate) fn expect_current(&self) -> Result<(), RuleError> {
        if self.expired {
            return Err(RuleError::new("invalid_authorization", "the authorization has expired"));
        }
        Ok(())
    }

    /// Returns what can still be captured or released, in cents.
    pub(crate) fn capturable(&self) -> i64 {
        if self.approved { self.amount.cents - self.captures.total() - self.releases.total() } else { 0 }
    }

    /// Returns what can still be refunded, in cents.
    pub(crate) fn refundable(&self) -> i64 {
        self.captures.total() - self.refunds.total()
    }

    /// Returns whether nothing was captured and nothing can be any more.
    pub(crate) fn is_void(&self) -> bool {
        self.captures.total() == 0 && self.capturable() == 0
    }

    pub(crate) fn to_body(&self) -> Value {
        json!({
            "authorization_amount": self.amount,
            "authorization_amount_in_user_currency": self.amount,
            "approved": self.approved,
            "expiration": timestamp(self.expiration),
            "financing_option": self.financing_option,
            "sezzle_order_id": self.sezzle_order_id,
            "releases": self.releases,
            "captures": self.captures,
            "refunds": self.refunds,
        })
    }

    /// Returns the authorization as its event has it.
    pub(crate) fn to_event_data(&self) -> Value {
        let mut body = self.to_body();
        body["uuid"] = json!(self.uuid);
        body["created_at"] = json!(crate::model::clock::event_timestamp(self.created_at));
        body
    }
}

impl Movements {
    pub(crate) fn push(&mut self, uuid: &str, amount: Money) {
        self.0.push(Movement { uuid: uuid.to_owned(), amount });
    }

    /// Returns the sum in cents.
    pub(crate) fn total(&self) -> i64 {
        self.0.iter().map(|movement| movement.amount.cents).sum()
    }
}
