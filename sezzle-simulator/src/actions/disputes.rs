//! Opening, reminding of and closing disputes.

use crate::actions::payments;
use crate::model::authorization::Authorization;
use crate::model::dispute::{Dispute, DisputeOutcome, REMINDER, TTL};
use crate::model::error::ControlError;
use crate::model::ledger::LedgerKind;
use crate::model::schedule::ScheduledEvent;
use crate::state::GatewayState;

/// Opens a dispute about what was captured and not refunded.
pub(crate) fn open_dispute(state: &mut GatewayState, order_uuid: &str) -> Result<(), ControlError> {
    let now = state.now;
    let order = state.orders.get_mut(order_uuid).ok_or(ControlError::NoSuchOrder)?;
    let refundable = order.authorization.as_ref().map_or(0, Authorization::refundable);
    if refundable == 0 {
        return Err(ControlError::InvalidState("nothing of the order is captured and not refunded"));
    }
    if order.open_dispute().is_some() {
        return Err(ControlError::InvalidState("the order is in dispute already"));
    }
    let amount = order.amount.with_cents(refundable);
    let dispute = Dispute { id: state.ids.digits(8), amount, due: now + TTL, outcome: None };
    let data = dispute.to_event_data(order_uuid, order.reference_id.as_deref());
    order.note(now, "dispute opened", Some(amount));
    order.dispute = Some(dispute);
    let reminder = ScheduledEvent::DisputeReminder { order_uuid: order_uuid.to_owned() };
    state.schedule.schedule(now + TTL - REMINDER, reminder);
    state.emit("dispute.merchant_input_requested", &data);
    Ok(())
}

/// Reminds the merchant, unless that dispute is over.
pub(crate) fn remind_of_dispute(state: &mut GatewayState, order_uuid: &str) {
    let now = state.now;
    let Some(order) = state.orders.get_mut(order_uuid) else { return };
    // A later dispute about the same order has a reminder of its own.
    let Some(dispute) = order.open_dispute().filter(|dispute| dispute.due - REMINDER == now) else { return };
    let data = dispute.to_event_data(order_uuid, order.reference_id.as_deref());
    order.note(now, "dispute reminder", None);
    state.emit("dispute.deadline_approaching", &data);
}

/// Ends a dispute.
pub(crate) fn close_dispute(
    state: &mut GatewayState,
    order_uuid: &str,
    outcome: DisputeOutcome,
) -> Result<(), ControlError> {
    let order = state.orders.get_mut(order_uuid).ok_or(ControlError::NoSuchOrder)?;
    let open = order.dispute.as_mut().filter(|dispute| dispute.outcome.is_none());
    let dispute = open.ok_or(ControlError::InvalidState("the order is not in dispute"))?;
    dispute.outcome = Some(outcome);
    let data = dispute.to_event_data(order_uuid, order.reference_id.as_deref());
    let refundable = order.authorization.as_ref().map_or(0, Authorization::refundable);
    let amount = dispute.amount.with_cents(dispute.amount.cents.min(refundable));
    order.note(state.now, "dispute closed", None);
    state.emit(&format!("dispute.closed.{}", outcome.name()), &data);
    if outcome == DisputeOutcome::CustomerWin && amount.cents > 0 {
        payments::apply_refund(state, order_uuid, amount, LedgerKind::Chargeback);
    }
    Ok(())
}
