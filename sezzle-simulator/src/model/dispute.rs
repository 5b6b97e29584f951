//! Disputes: what only Sezzle can open and close.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::agenda::Due;
use crate::authorization::Authorization;
use crate::control_error::ControlError;
use crate::money::Money;
use crate::order::{HistoryEvent, Order};
use crate::payments::RefundCause;
use crate::state::GatewayState;
use crate::timestamp;

/// How long the merchant has to answer.
const LIFE: TimeDelta = TimeDelta::days(14);
/// How long before that the merchant is reminded.
const REMINDER: TimeDelta = TimeDelta::days(3);

pub(crate) struct Dispute {
    pub(crate) id: String,
    pub(crate) amount: Money,
    pub(crate) due: DateTime<Utc>,
    pub(crate) outcome: Option<DisputeOutcome>,
}

/// How a dispute ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// Such as `customer_win`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::CustomerWin => "customer_win",
            Self::MerchantWin => "merchant_win",
            Self::Neutral => "neutral",
        }
    }

    fn event(self) -> &'static str {
        match self {
            Self::CustomerWin => "dispute.closed.customer_win",
            Self::MerchantWin => "dispute.closed.merchant_win",
            Self::Neutral => "dispute.closed.neutral",
        }
    }
}

impl std::str::FromStr for DisputeOutcome {
    type Err = ControlError;

    fn from_str(name: &str) -> Result<Self, ControlError> {
        let all = [Self::CustomerWin, Self::MerchantWin, Self::Neutral];
        let outcome = all.into_iter().find(|outcome| outcome.name() == name);
        outcome.ok_or(ControlError::NotPossible("a dispute ends with customer_win, merchant_win or neutral"))
    }
}

impl Dispute {
    pub(crate) fn status(&self) -> &'static str {
        self.outcome.map_or("open", DisputeOutcome::name)
    }

    /// As its order shows it.
    pub(crate) fn to_order_body(&self) -> Value {
        json!({"id": self.id, "status": self.status()})
    }

    fn to_event_data(&self, order: &Order) -> Value {
        let mut data = json!({
            "dispute_id": self.id,
            "order_uuid": order.uuid,
            "dispute_type": "item_not_received",
            "dispute_status": self.status(),
            "dispute_amount_in_cents": self.amount.cents,
            "dispute_currency": self.amount.currency.code(),
            "dispute_due_date": timestamp(self.due),
        });
        if let Some(reference_id) = &order.reference_id {
            data["order_reference_id"] = json!(reference_id);
        }
        data
    }
}

impl GatewayState {
    /// Lets the shopper dispute what was captured and not refunded.
    pub(crate) fn open_dispute(&mut self, order_uuid: &str) -> Result<(), ControlError> {
        let at = self.now();
        let order = self.orders.get_mut(order_uuid).ok_or(ControlError::NoSuchOrder)?;
        let refundable = order.authorization.as_ref().map_or(0, Authorization::refundable);
        if refundable == 0 {
            return Err(ControlError::NotPossible("nothing of the order is captured and not refunded"));
        }
        if order.dispute.as_ref().is_some_and(|dispute| dispute.outcome.is_none()) {
            return Err(ControlError::NotPossible("the order is in dispute already"));
        }
        let amount = order.amount.with_cents(refundable);
        let dispute = Dispute { id: self.ids.digits(8), amount, due: at + LIFE, outcome: None };
        let data = dispute.to_event_data(order);
        order.note(at, HistoryEvent::DisputeOpened, Some(amount));
        order.dispute = Some(dispute);
        self.agenda.schedule(at + LIFE - REMINDER, Due::DisputeReminder { order_uuid: order_uuid.to_owned() });
        self.emit(at, "dispute.merchant_input_requested", "dispute", data);
        Ok(())
    }

    /// Reminds the merchant, unless that dispute is over.
    pub(crate) fn remind_of_dispute(&mut self, order_uuid: &str, at: DateTime<Utc>) {
        let Some(order) = self.orders.get_mut(order_uuid) else { return };
        // A later dispute about the same order has a reminder of its own.
        let current = |dispute: &&Dispute| dispute.outcome.is_none() && dispute.due - REMINDER == at;
        let Some(dispute) = order.dispute.as_ref().filter(current) else { return };
        let data = dispute.to_event_data(order);
        order.note(at, HistoryEvent::DisputeReminded, None);
        self.emit(at, "dispute.deadline_approaching", "dispute", data);
    }

    /// Ends a dispute.
    pub(crate) fn close_dispute(&mut self, order_uuid: &str, outcome: DisputeOutcome) -> Result<(), ControlError> {
        let at = self.now();
        let order = self.orders.get_mut(order_uuid).ok_or(ControlError::NoSuchOrder)?;
        let open = order.dispute.as_mut().filter(|dispute| dispute.outcome.is_none());
        let dispute = open.ok_or(ControlError::NotPossible("the order is not in dispute"))?;
        dispute.outcome = Some(outcome);
        let disputed = dispute.amount;
        order.note(at, HistoryEvent::DisputeClosed, None);
        let refundable = order.authorization.as_ref().map_or(0, Authorization::refundable);
        let data = order.dispute.as_ref().map(|dispute| dispute.to_event_data(order)).unwrap_or_default();
        self.emit(at, outcome.event(), "dispute", data);
        let amount = disputed.with_cents(disputed.cents.min(refundable));
        if outcome == DisputeOutcome::CustomerWin && amount.cents > 0 {
            self.apply_refund(order_uuid, amount, RefundCause::Dispute, at, None);
        }
        Ok(())
    }
}
