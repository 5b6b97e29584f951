//! Orders.

use serde_json::{Value, json};

use crate::actions::{checkout, direct_orders, payments};
use crate::model::error::{ControlError, RuleError};
use crate::model::money::{Money, read_cents};
use crate::model::order::{
    CHECKOUT_DELETED, CheckoutStatus, Intent, MIN_ORDER_CENTS, Order, Origin, ShippingOption, read_reference, text,
};
use crate::operations::call::{Body, Call};
use crate::state::GatewayState;

pub(super) fn get_order(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let order = state.order(order_uuid(call))?;
    Ok(Body::Json(order.to_details_body(call.base_url, state.settings.complete_status)))
}

pub(super) fn update_order(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let order = state.orders.get_mut(order_uuid(call)).ok_or(ControlError::NoSuchOrder)?;
    order.reference_id = read_reference(&call.body["reference_id"], "reference_id")?;
    order.note(state.now, "reference changed", None);
    Ok(Body::Empty)
}

pub(super) fn capture_order(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let location = "capture_amount";
    let amount = Money::read(&call.body["capture_amount"], location, 1)?;
    let uuid = payments::capture(state, order_uuid(call), amount, location)?;
    Ok(transaction(&uuid))
}

pub(super) fn release_order(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let amount = Money::read(&call.body, "", 1)?;
    let uuid = payments::release(state, order_uuid(call), amount)?;
    Ok(transaction(&uuid))
}

pub(super) fn refund_order(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let amount = Money::read(&call.body, "", 1)?;
    let uuid = payments::refund(state, order_uuid(call), amount)?;
    Ok(transaction(&uuid))
}

pub(super) fn reauthorize_order(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let amount = Money::read(&call.body, "", MIN_ORDER_CENTS)?;
    let uuid = direct_orders::reauthorize(state, order_uuid(call), amount)?;
    created_order(call, state, &uuid)
}

pub(super) fn upcharge_order(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let amount = Money::read(&call.body["upcharge_amount"], "upcharge_amount", 1)?;
    let intent = Intent::read(&call.body["intent"]);
    let uuid = direct_orders::upcharge(state, order_uuid(call), intent, amount)?;
    Ok(transaction(&uuid))
}

pub(super) fn delete_checkout(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let session_uuid = open_checkout(order_uuid(call), state)?;
    checkout::close_checkout(state, &session_uuid, CHECKOUT_DELETED);
    Ok(Body::Empty)
}

pub(super) fn update_checkout(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let order_uuid = order_uuid(call);
    let session_uuid = open_checkout(order_uuid, state)?;
    let order = state.order(order_uuid)?;
    if call.body["currency_code"] != order.amount.currency.code() {
        let message = format!("the currency must be the order's, {}", order.amount.currency.code());
        return Err(RuleError::invalid("currency_code", message));
    }
    if call.body["address_uuid"] == "" {
        return Err(RuleError::invalid("address_uuid", "address_uuid must not be empty"));
    }
    let options = read_options(&call.body, order)?;
    let session = state.sessions.get_mut(&session_uuid).ok_or(ControlError::NoSuchOrder)?;
    if !session.is_express {
        return Err(RuleError::invalid("", "only an express checkout has shipping options"));
    }
    session.shipping_options = options;
    if let Some(order) = state.orders.get_mut(order_uuid) {
        order.note(state.now, "checkout updated", None);
    }
    Ok(Body::Empty)
}

/// Returns the response with the id of a capture, release, refund or upcharge.
fn transaction(uuid: &str) -> Body {
    Body::Json(json!({"uuid": uuid}))
}

fn order_uuid<'a>(call: &'a Call<'_>) -> &'a str {
    call.path_parameter("order_uuid")
}

/// Returns the response with an order that was created without a checkout.
pub(super) fn created_order(call: &Call<'_>, state: &GatewayState, uuid: &str) -> Result<Body, RuleError> {
    let order = state.order(uuid)?;
    Ok(Body::Json(order.to_created_body(call.base_url)))
}

/// Returns the id of the order's session if its checkout is open.
fn open_checkout(order_uuid: &str, state: &GatewayState) -> Result<String, RuleError> {
    let order = state.order(order_uuid)?;
    match (&order.origin, order.status) {
        (Origin::Session { session_uuid }, CheckoutStatus::Active) => Ok(session_uuid.clone()),
        (Origin::Session { .. }, CheckoutStatus::Deleted) if order.authorization.is_none() => {
            Err(RuleError::new("checkout_expired", "the checkout has expired or was deleted"))
        }
        _ => Err(RuleError::new("already_completed", "the checkout is finished")),
    }
}

/// Reads the shipping options, or the single option that older documents have in the body itself.
fn read_options(body: &Value, order: &Order) -> Result<Vec<ShippingOption>, RuleError> {
    match body["shipping_options"].as_array() {
        Some(options) => {
            let read = |(index, option)| {
                let location = format!("shipping_options.{index}.");
                read_option(option, &location, "final_order_amount_in_cents", order)
            };
            options.iter().enumerate().map(read).collect()
        }
        None if body.get("amount_in_cents").is_some() => Ok(vec![read_option(body, "", "amount_in_cents", order)?]),
        None => Ok(Vec::new()),
    }
}

fn read_option(option: &Value, location: &str, total: &str, order: &Order) -> Result<ShippingOption, RuleError> {
    let cents = |key: &str, min: i64, otherwise: i64| match option.get(key) {
        Some(value) => read_cents(value, &format!("{location}{key}"), min),
        None => Ok(otherwise),
    };
    Ok(ShippingOption {
        name: text(&option["name"]).unwrap_or_default(),
        description: text(&option["description"]).unwrap_or_default(),
        shipping: cents("shipping_amount_in_cents", 0, 0)?,
        tax: cents("tax_amount_in_cents", 0, 0)?,
        total: cents(total, MIN_ORDER_CENTS, order.amount.cents)?,
    })
}
