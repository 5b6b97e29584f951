//! Orders created without a checkout: a customer's, a reauthorization, an upcharge, and what a virtual card paid.

use crate::actions::payments;
use crate::model::authorization::{Movement, PAY_IN_FULL};
use crate::model::card::CardSession;
use crate::model::error::{ControlError, RuleError};
use crate::model::money::{Money, at as within};
use crate::model::order::{CheckoutStatus, Intent, Order, Origin};
use crate::state::GatewayState;

/// All upcharges of an order together are at most this share of it, in percent.
const MAX_UPCHARGE_PERCENT: i64 = 15;

/// Creates an order for a customer, approved or not, and returns its id.
pub(crate) fn order_for_customer(
    state: &mut GatewayState,
    customer_uuid: &str,
    intent: Intent,
    amount: Money,
    reference_id: Option<String>,
) -> Result<String, RuleError> {
    let customer = state.customers.get(customer_uuid).ok_or(ControlError::NoSuchCustomer)?;
    let approved = customer.may_spend(amount.cents);
    let origin = Origin::Customer { customer_uuid: customer_uuid.to_owned() };
    let mut order = Order::new(state.ids.uuid(), state.now, origin, intent, amount);
    order.reference_id = reference_id;
    order.customer = customer.details.clone();
    Ok(insert(state, order, PAY_IN_FULL, approved))
}

/// Creates a new order for one whose authorization has ended, approved or not, and returns its id.
pub(crate) fn reauthorize(state: &mut GatewayState, order_uuid: &str, amount: Money) -> Result<String, RuleError> {
    let approved = amount.cents <= spending_limit_of(state, order_uuid);
    let of = state.orders.get_mut(order_uuid).ok_or(ControlError::NoSuchOrder)?;
    amount.expect_currency_of(of.amount, "")?;
    let authorization = of.approved_authorization()?;
    if !authorization.expired && !authorization.is_void() {
        let message = "the order can be authorized again only once its authorization has expired or was released";
        return Err(RuleError::new("invalid_authorization", message));
    }
    let plan = authorization.financing_option.clone();
    let origin = Origin::Reauthorization;
    let mut order = Order::new(state.ids.uuid(), state.now, origin, Intent::Auth, amount);
    order.reference_id = of.reference_id.clone();
    order.description = of.description.clone();
    order.metadata = of.metadata.clone();
    order.customer = of.customer.clone();
    of.note(state.now, "reauthorized", Some(amount));
    Ok(insert(state, order, &plan, approved))
}

/// Creates an upcharge of an order and returns its id.
pub(crate) fn upcharge(
    state: &mut GatewayState,
    parent_uuid: &str,
    intent: Intent,
    amount: Money,
) -> Result<String, RuleError> {
    let location = "upcharge_amount";
    let parent = state.orders.get_mut(parent_uuid).ok_or(ControlError::NoSuchOrder)?;
    amount.expect_currency_of(parent.amount, location)?;
    if parent.status != CheckoutStatus::Complete {
        return Err(RuleError::new("invalid_authorization", "the order has no approved authorization"));
    }
    if matches!(parent.origin, Origin::Upcharge { .. }) {
        return Err(RuleError::invalid("", "an upcharge cannot be charged on top of an upcharge"));
    }
    let before: i64 = parent.upcharges.iter().map(|upcharge| upcharge.amount.cents).sum();
    let max = parent.amount.cents * MAX_UPCHARGE_PERCENT / 100;
    if before + amount.cents > max {
        let message = format!("all upcharges of the order together are at most {MAX_UPCHARGE_PERCENT} % of it, {max}");
        return Err(RuleError::invalid(within(location, "amount_in_cents"), message));
    }
    let origin = Origin::Upcharge { parent: parent_uuid.to_owned() };
    let mut order = Order::new(state.ids.uuid(), state.now, origin, intent, amount);
    order.reference_id = parent.reference_id.clone();
    order.customer = parent.customer.clone();
    parent.upcharges.push(Movement { uuid: order.uuid.clone(), amount });
    parent.note(state.now, "upcharged", Some(amount));
    Ok(insert(state, order, PAY_IN_FULL, true))
}

/// Creates the order that a virtual card paid for, and returns its id.
pub(crate) fn order_for_card(state: &mut GatewayState, session: &CardSession, order_id: &str) -> String {
    let origin = Origin::Card;
    let mut order = Order::new(state.ids.uuid(), state.now, origin, Intent::Capture, session.amount);
    order.reference_id = Some(order_id.to_owned());
    order.customer = session.customer.clone();
    insert(state, order, "4-pay-biweekly", true)
}

/// Adds an order, authorizes it, and captures it if its intent is `CAPTURE`. Returns its id.
fn insert(state: &mut GatewayState, order: Order, plan: &str, approved: bool) -> String {
    let (uuid, intent) = (order.uuid.clone(), order.intent);
    let is_for_customer = matches!(order.origin, Origin::Customer { .. });
    state.insert_order(order);
    payments::authorize(state, &uuid, plan, approved);
    if approved && is_for_customer {
        payments::emit_authorized(state, &uuid);
    }
    if approved && intent == Intent::Capture {
        payments::capture_at_once(state, &uuid);
    }
    uuid
}

/// Returns what Sezzle approves for the shopper of an order without a checkout, in cents.
fn spending_limit_of(state: &GatewayState, order_uuid: &str) -> i64 {
    let customer_uuid = match state.orders.get(order_uuid).map(|order| &order.origin) {
        Some(Origin::Customer { customer_uuid }) => Some(customer_uuid),
        Some(Origin::Session { session_uuid }) => {
            let tokenization = state.sessions.get(session_uuid).and_then(|session| session.tokenization.as_ref());
            tokenization.and_then(|tokenization| tokenization.customer_uuid.as_ref())
        }
        _ => None,
    };
    let customer = customer_uuid.and_then(|uuid| state.customers.get(uuid));
    customer.map_or(state.settings.spending_limit, |customer| customer.spending_limit)
}
