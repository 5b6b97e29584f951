//! Decisions of the shopper at the checkout, and its expiry.

use serde_json::json;

use crate::actions::payments;
use crate::model::card::{Card, CardStatus};
use crate::model::clock::{event_timestamp, timestamp};
use crate::model::customer::{self, Customer, completed_details};
use crate::model::error::ControlError;
use crate::model::links::with_parameter;
use crate::model::order::{CheckoutStatus, Intent, Order, Origin};
use crate::model::schedule::ScheduledEvent;
use crate::model::session::Session;
use crate::state::GatewayState;

/// Approves a checkout and returns the URL to redirect the shopper to.
///
/// The id is that of a session, of its order, of its checkout or tokenization, or of a card session. The consent to
/// tokenization counts only if the session asks for it; a session without an order asks only for that.
pub(crate) fn approve(
    state: &mut GatewayState,
    id: &str,
    consent_to_tokenization: bool,
) -> Result<String, ControlError> {
    if state.card_sessions.contains_key(id) {
        return issue_card(state, id);
    }
    let now = state.now;
    let (session, order) = open_session(state, id)?;
    session.status = CheckoutStatus::Complete;
    let (uuid, complete_url) = (session.uuid.clone(), session.complete_url.clone());
    let is_tokenized = session.asks_for_tokenization(now) && (consent_to_tokenization || order.is_none());
    if let Some(order) = order {
        // In an express checkout the shopper selects the first shipping option.
        if let Some(option) = session.shipping_options.first() {
            order.amount = order.amount.with_cents(option.total);
            order.shipping = Some(order.amount.with_cents(option.shipping));
            order.tax = Some(order.amount.with_cents(option.tax));
            order.shipping_method = Some(option.clone());
        }
        order.customer = completed_details(&order.customer);
        let plan = order.financing_option.clone().unwrap_or_else(|| "4-pay-biweekly".to_owned());
        let (order_uuid, intent) = (order.uuid.clone(), order.intent);
        payments::authorize(state, &order_uuid, &plan, true);
        payments::emit_authorized(state, &order_uuid);
        if intent == Intent::Capture {
            payments::capture_at_once(state, &order_uuid);
        }
    }
    if !is_tokenized {
        return Ok(complete_url);
    }
    Ok(with_parameter(&complete_url, "customer-uuid", &tokenize(state, &uuid)))
}

/// Denies the order and returns the URL to redirect the shopper to.
pub(crate) fn decline(state: &mut GatewayState, id: &str) -> Result<String, ControlError> {
    if let Some(session) = state.card_sessions.get_mut(id) {
        session.expect_active()?;
        session.status = CardStatus::Declined;
        return Ok(session.origin.clone());
    }
    let now = state.now;
    let (session, order) = open_session(state, id)?;
    session.status = CheckoutStatus::Denied;
    if let Some(order) = order {
        order.status = CheckoutStatus::Denied;
        order.note(now, "denied", None);
    }
    Ok(session.cancel_url.clone())
}

/// Returns the shopper to the shop without a decision, and returns that URL. The checkout stays open.
pub(crate) fn cancel(state: &mut GatewayState, id: &str) -> Result<String, ControlError> {
    if let Some(session) = state.card_sessions.get(id) {
        return session.expect_active().map(|()| session.origin.clone());
    }
    let now = state.now;
    let (session, order) = open_session(state, id)?;
    if let Some(order) = order {
        order.note(now, "left", None);
    }
    Ok(session.cancel_url.clone())
}

/// Closes the checkout, if it is open. The event becomes part of the order's history.
pub(crate) fn close_checkout(state: &mut GatewayState, session_uuid: &str, event: &'static str) {
    let now = state.now;
    let Ok((session, order)) = open_session(state, session_uuid) else { return };
    session.status = CheckoutStatus::Deleted;
    if let Some(order) = order {
        order.status = CheckoutStatus::Deleted;
        order.note(now, event, None);
    }
}

/// Returns a session whose checkout is open, and its order.
fn open_session<'a>(
    state: &'a mut GatewayState,
    id: &str,
) -> Result<(&'a mut Session, Option<&'a mut Order>), ControlError> {
    let uuid = match (state.session_at_checkout(id), state.orders.get(id).map(|order| &order.origin)) {
        (Some(session), _) => session.uuid.clone(),
        (None, Some(Origin::Session { session_uuid })) => session_uuid.clone(),
        (None, _) => id.to_owned(),
    };
    let session = state.sessions.get_mut(&uuid).ok_or(ControlError::NoSuchSession)?;
    let order = session.order_uuid.as_ref().and_then(|uuid| state.orders.get_mut(uuid));
    match session.status {
        CheckoutStatus::Active => Ok((session, order)),
        CheckoutStatus::Complete | CheckoutStatus::Denied => Err(ControlError::AlreadyFinished),
        CheckoutStatus::Deleted => Err(ControlError::CheckoutClosed),
    }
}

/// Creates a customer from the shopper and returns its id.
fn tokenize(state: &mut GatewayState, session_uuid: &str) -> String {
    let customer_uuid = state.ids.uuid();
    let expiration = state.now + customer::TTL;
    let Some(session) = state.sessions.get_mut(session_uuid) else { return customer_uuid };
    let Some(tokenization) = &mut session.tokenization else { return customer_uuid };
    tokenization.customer_uuid = Some(customer_uuid.clone());
    let data = json!({
        "token": tokenization.token,
        "expiration": timestamp(tokenization.expiration),
        "customer": {
            "uuid": customer_uuid,
            "created_at": event_timestamp(state.now),
            "expiration": timestamp(expiration),
        },
    });
    let customer = Customer {
        uuid: customer_uuid.clone(),
        created_at: state.now,
        expiration,
        spending_limit: state.settings.spending_limit,
        details: completed_details(&session.customer),
    };
    state.customers.insert(customer_uuid.clone(), customer);
    state.schedule.schedule(expiration, ScheduledEvent::Customer { customer_uuid: customer_uuid.clone() });
    state.emit("customer.tokenized", &data);
    customer_uuid
}

fn issue_card(state: &mut GatewayState, session_uuid: &str) -> Result<String, ControlError> {
    let session = state.card_sessions.get_mut(session_uuid).ok_or(ControlError::NoSuchSession)?;
    session.expect_active()?;
    session.customer = completed_details(&session.customer);
    let card = Card::issue(&mut state.ids, session.wants_token, &session.customer, state.now);
    if let Some(token) = &card.token {
        state.card_tokens.insert(token.clone(), session_uuid.to_owned());
    }
    session.status = CardStatus::Issued(card);
    Ok(session.origin.clone())
}
