//! Decisions of the shopper at the checkout, and its expiry.

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::actions::payments;
use crate::model::card::{Card, CardStatus};
use crate::model::clock::timestamp;
use crate::model::customer::{self, Customer, completed_details};
use crate::model::error::CheckoutError;
use crate::model::links::with_parameter;
use crate::model::order::{CheckoutStatus, HistoryEvent, Intent, Origin, ShippingMethod};
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
) -> Result<String, CheckoutError> {
    let at = state.now();
    if state.card_sessions.contains_key(id) {
        return issue_card(state, id, at);
    }
    let session = open_session(state, id)?;
    session.status = CheckoutStatus::Complete;
    let uuid = session.uuid.clone();
    let asked = session.asks_for_tokenization(at);
    if let Some(order_uuid) = session.order_uuid.clone() {
        apply_first_shipping_option(state, &uuid, &order_uuid);
        authorize_at_checkout(state, &order_uuid, at);
    }
    let has_order = state.session(&uuid).is_some_and(|session| session.order_uuid.is_some());
    let customer = (asked && (consent_to_tokenization || !has_order)).then(|| tokenize(state, &uuid, at));
    let complete_url = state.session(&uuid).map_or("", |session| &session.complete_url);
    Ok(match customer {
        Some(customer_uuid) => with_parameter(complete_url, "customer-uuid", &customer_uuid),
        None => complete_url.to_owned(),
    })
}

/// Denies the order and returns the URL to redirect the shopper to.
pub(crate) fn decline(state: &mut GatewayState, id: &str) -> Result<String, CheckoutError> {
    let at = state.now();
    if let Some(session) = state.card_sessions.get_mut(id) {
        if !matches!(session.status, CardStatus::Active) {
            return Err(CheckoutError::AlreadyFinished);
        }
        session.status = CardStatus::Declined;
        return Ok(session.origin.clone());
    }
    let session = open_session(state, id)?;
    session.status = CheckoutStatus::Denied;
    let destination = session.cancel_url.clone();
    let order_uuid = session.order_uuid.clone();
    if let Some(order) = order_uuid.and_then(|uuid| state.orders.get_mut(&uuid)) {
        order.status = CheckoutStatus::Denied;
        order.note(at, HistoryEvent::Denied, None);
    }
    Ok(destination)
}

/// Returns the shopper to the shop without a decision, and returns that URL. The checkout stays open.
pub(crate) fn cancel(state: &mut GatewayState, id: &str) -> Result<String, CheckoutError> {
    let at = state.now();
    if let Some(session) = state.card_sessions.get(id) {
        return match session.status {
            CardStatus::Active => Ok(session.origin.clone()),
            CardStatus::Issued(_) | CardStatus::Declined => Err(CheckoutError::AlreadyFinished),
        };
    }
    let session = open_session(state, id)?;
    let destination = session.cancel_url.clone();
    let order_uuid = session.order_uuid.clone();
    if let Some(order) = order_uuid.and_then(|uuid| state.orders.get_mut(&uuid)) {
        order.note(at, HistoryEvent::Cancelled, None);
    }
    Ok(destination)
}

/// Closes the checkout, if it is open.
pub(crate) fn close_checkout(state: &mut GatewayState, session_uuid: &str, event: HistoryEvent, at: DateTime<Utc>) {
    let session = state.sessions.get_mut(session_uuid);
    let Some(session) = session.filter(|session| session.status == CheckoutStatus::Active) else { return };
    session.status = CheckoutStatus::Deleted;
    if let Some(order) = session.order_uuid.as_ref().and_then(|uuid| state.orders.get_mut(uuid)) {
        order.status = CheckoutStatus::Deleted;
        order.note(at, event, None);
    }
}

fn open_session<'a>(state: &'a mut GatewayState, id: &str) -> Result<&'a mut Session, CheckoutError> {
    let uuid = match (state.session_at_checkout(id), state.orders.get(id).map(|order| &order.origin)) {
        (Some(session), _) => session.uuid.clone(),
        (None, Some(Origin::Session { session_uuid })) => session_uuid.clone(),
        (None, _) => id.to_owned(),
    };
    let session = state.sessions.get_mut(&uuid).ok_or(CheckoutError::NoSuchSession)?;
    match session.status {
        CheckoutStatus::Active => Ok(session),
        CheckoutStatus::Complete | CheckoutStatus::Denied => Err(CheckoutError::AlreadyFinished),
        CheckoutStatus::Deleted => Err(CheckoutError::Closed),
    }
}

/// In an express checkout the shopper selects the first shipping option.
fn apply_first_shipping_option(state: &mut GatewayState, session_uuid: &str, order_uuid: &str) {
    let option = state.sessions.get(session_uuid).and_then(|session| session.shipping_options.first());
    if let (Some(option), Some(order)) = (option, state.orders.get_mut(order_uuid)) {
        order.amount = order.amount.with_cents(option.total);
        order.shipping = Some(order.amount.with_cents(option.shipping));
        order.tax = Some(order.amount.with_cents(option.tax));
        order.shipping_method =
            Some(ShippingMethod { name: option.name.clone(), description: option.description.clone() });
    }
}

fn authorize_at_checkout(state: &mut GatewayState, order_uuid: &str, at: DateTime<Utc>) {
    let Some(order) = state.orders.get_mut(order_uuid) else { return };
    order.customer = completed_details(&order.customer);
    let plan = order.financing_option.clone().unwrap_or_else(|| "4-pay-biweekly".to_owned());
    payments::authorize(state, order_uuid, &plan, true, at);
    payments::emit_authorized(state, order_uuid, at);
    if state.order(order_uuid).is_some_and(|order| order.intent == Intent::Capture) {
        payments::capture_at_once(state, order_uuid, at, None);
    }
}

/// Creates a customer from the shopper and returns its id.
fn tokenize(state: &mut GatewayState, session_uuid: &str, at: DateTime<Utc>) -> String {
    let customer_uuid = state.ids.uuid();
    let expiration = at + customer::TTL;
    let Some(session) = state.sessions.get_mut(session_uuid) else { return customer_uuid };
    let Some(tokenization) = &mut session.tokenization else { return customer_uuid };
    tokenization.customer_uuid = Some(customer_uuid.clone());
    let data = json!({
        "token": tokenization.token,
        "expiration": timestamp(tokenization.expiration),
        "customer": {
            "uuid": customer_uuid,
            "created_at": crate::model::clock::event_timestamp(at),
            "expiration": timestamp(expiration),
        },
    });
    let customer = Customer {
        uuid: customer_uuid.clone(),
        created_at: at,
        expiration,
        spending_limit: state.settings.spending_limit,
        details: completed_details(&session.customer),
    };
    state.customers.insert(customer_uuid.clone(), customer);
    state.schedule.schedule(expiration, ScheduledEvent::Customer { customer_uuid: customer_uuid.clone() });
    state.emit(at, "customer.tokenized", "tokenize", data);
    customer_uuid
}

fn issue_card(state: &mut GatewayState, session_uuid: &str, at: DateTime<Utc>) -> Result<String, CheckoutError> {
    let session = state.card_sessions.get_mut(session_uuid).ok_or(CheckoutError::NoSuchSession)?;
    if !matches!(session.status, CardStatus::Active) {
        return Err(CheckoutError::AlreadyFinished);
    }
    session.customer = completed_details(&session.customer);
    let card = Card::issue(&mut state.ids, session.wants_token, &session.customer, at);
    if let Some(token) = &card.token {
        state.card_tokens.insert(token.clone(), session_uuid.to_owned());
    }
    session.status = CardStatus::Issued(card);
    Ok(session.origin.clone())
}
