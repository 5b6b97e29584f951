//! Runs the scheduled events that are due. Imports the other actions, and none of them imports it.

use chrono::TimeDelta;

use crate::actions::{checkout, disputes, payments, payouts};
use crate::model::schedule::ScheduledEvent;
use crate::state::GatewayState;

/// Brings the state up to date: runs all events that are due, each at its own time.
pub(crate) fn run_due_events(state: &mut GatewayState) {
    let now = state.clock.now();
    while let Some((at, event)) = state.schedule.next(now) {
        state.now = at;
        match event {
            ScheduledEvent::Checkout { session_uuid } => {
                checkout::close_checkout(state, &session_uuid, "checkout expired");
            }
            ScheduledEvent::Authorization { order_uuid } => payments::end_authorization(state, &order_uuid),
            ScheduledEvent::Customer { customer_uuid } => drop(state.customers.remove(&customer_uuid)),
            ScheduledEvent::DisputeReminder { order_uuid } => disputes::remind_of_dispute(state, &order_uuid),
            ScheduledEvent::Payout { currency } => payouts::pay_out(state, currency),
            ScheduledEvent::Interest { currency } => payouts::accrue_interest(state, currency),
        }
    }
    state.now = now;
}

/// Moves the clock forward and runs the events that are due.
pub(crate) fn advance(state: &mut GatewayState, by: TimeDelta) {
    state.clock.advance(by);
    run_due_events(state);
    state.outbox.notify().wake();
}
