//! Opening, reminding of and closing disputes.

use chrono::{DateTime, Utc};

use crate::actions::payments;
use crate::model::authorization::Authorization;
use crate::model::dispute::{Dispute, DisputeOutcome, REMINDER, TTL};
use crate::model::error::ControlError;
use crate::model::order::HistoryEvent;
use crate::model::schedule::ScheduledEvent;
use crate::state::GatewayState;

/// Lets the shopper dispute what was captured and not refunded.
pub(crate) fn open_dispute(state: &mut GatewayState, order_uuid: &str) -> Result<(), ControlError> {
    let at = state.now();
    let order = state.orders.get_mut(order_uuid).ok_or(ControlError::NoSuchOrder)?;
    let refundable = order.authorization.as_ref().map_or(0, Authorization::refundable);
    if refundable == 0 {
        return Err(ControlError::InvalidState("nothing of the order is captured and not refunded"));
    }
    if order.dispute.as_ref().is_some_and(|dispute| dispute.outcome.is_none()) {
        return Err(ControlError::InvalidState("the order is in dispute already"));
    }
    let amount = order.amount.with_cents(refundable);
    let dispute = Dispute { id: state.ids.digits(8), amount, due: at + TTL, outcome: None };
    let data = dispute.to_event_data(&order.uuid, order.reference_id.as_deref());
    order.note(at, HistoryEvent::DisputeOpened, Some(amount));
    order.dispute = Some(dispute);
    state.schedule.schedule(at + TTL - REMINDER, ScheduledEvent::DisputeReminder { order_uuid: order_uuid.to_owned() });
    state.emit(at, "dispute.merchant_input_requested", "dispute", data);
    Ok(())
}

/// Reminds the merchant, unless that dispute is over.
pub(crate) fn remind_of_dispute(state: &mut GatewayState, order_uuid: &str, at: DateTime<Utc>) {
    let Some(order) = state.orders.get_mut(order_uuid) else { return };
    // A later dispute about the same order has a reminder of its own.
    let current = |dispute: &&Dispute| dispute.outcome.is_none() && dispute.due - REMINDER == at;
    let Some(dispute) = order.dispute.as_ref().filter(current) else { return };
    let data = dispute.to_event_data(&order.uuid, order.reference_id.as_deref());
    order.note(at, HistoryEvent::DisputeReminded, None);
    state.emit(at, "dispute.deadline_approaching", "dispute", data);
}

/// Ends a dispute.
pub(crate) fn close_dispute(
    state: &mut GatewayState,
    order_uuid: &str,
    outcome: DisputeOutcome,
) -> Result<(), ControlError> {
    let at = state.now();
    let order = state.orders.get_mut(order_uuid).ok_or(ControlError::NoSuchOrder)?;
    let open = order.dispute.as_mut().filter(|dispute| dispute.outcome.is_none());
    let dispute = open.ok_or(ControlError::InvalidState("the order is not in dispute"))?;
    dispute.outcome = Some(outcome);
    let disputed = dispute.amount;
    order.note(at, HistoryEvent::DisputeClosed, None);
    let refundable = order.authorization.as_ref().map_or(0, Authorization::refundable);
    let data = order
        .dispute
        .as_ref()
        .map(|dispute| dispute.to_event_data(&order.uuid, order.reference_id.as_deref()))
        .unwrap_or_default();
    state.emit(at, outcome.event(), "dispute", data);
    let amount = disputed.with_cents(disputed.cents.min(refundable));
    if outcome == DisputeOutcome::CustomerWin && amount.cents > 0 {
        payments::apply_refund(state, order_uuid, amount, payments::RefundCause::Dispute, at, None);
    }
    Ok(())
}
