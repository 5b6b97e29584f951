//! Disputes: what only Sezzle can open and close.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::model::clock::timestamp;
use crate::model::error::ControlError;
use crate::model::money::Money;

/// How long the merchant has to answer.
pub(crate) const TTL: TimeDelta = TimeDelta::days(14);
/// How long before that the merchant is reminded.
pub(crate) const REMINDER: TimeDelta = TimeDelta::days(3);

pub(crate) struct Dispute {
    pub(crate) id: String,
    pub(crate) amount: Money,
    pub(crate) due: DateTime<Utc>,
    pub(crate) outcome: Option<DisputeOutcome>,
}

/// How a dispute ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, strum::EnumString, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(
    serialize_all = "snake_case",
    parse_err_ty = ControlError,
    parse_err_fn = unknown_outcome
)]
#[non_exhaustive]
pub enum DisputeOutcome {
    /// For the shopper: what is captured and not yet refunded is refunded.
    CustomerWin,
    /// For the merchant.
    MerchantWin,
    /// For neither side.
    Neutral,
}

impl DisputeOutcome {
    /// Returns the name, such as `customer_win`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

fn unknown_outcome(_: &str) -> ControlError {
    ControlError::InvalidState("a dispute ends with customer_win, merchant_win or neutral")
}

impl Dispute {
    pub(crate) fn status(&self) -> &'static str {
        self.outcome.map_or("open", DisputeOutcome::name)
    }

    /// Returns the body that is part of its order.
    pub(crate) fn to_order_body(&self) -> Value {
        json!({"id": self.id, "status": self.status()})
    }

    pub(crate) fn to_event_data(&self, order_uuid: &str, reference_id: Option<&str>) -> Value {
        let mut data = json!({
            "dispute_id": self.id,
            "order_uuid": order_uuid,
            "dispute_type": "item_not_received",
            "dispute_status": self.status(),
            "dispute_amount_in_cents": self.amount.cents,
            "dispute_currency": self.amount.currency.code(),
            "dispute_due_date": timestamp(self.due),
        });
        if let Some(reference_id) = reference_id {
            data["order_reference_id"] = json!(reference_id);
        }
        data
    }
}
