//! Tokenized customers.

use serde_json::{Value, json};

use crate::actions::direct_orders;
use crate::model::customer::Customer;
use crate::model::error::{ControlError, RuleError};
use crate::model::money::Money;
use crate::model::order::{Intent, MIN_ORDER_CENTS, read_reference};
use crate::operations::call::{Body, Call};
use crate::operations::order::created_order;
use crate::state::GatewayState;

pub(super) fn list_customers(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let mut customers: Vec<&Customer> = state.customers.values().collect();
    customers.sort_by(|one, other| (one.created_at, &one.uuid).cmp(&(other.created_at, &other.uuid)));
    let bodies: Vec<Value> = customers.into_iter().map(|customer| customer.to_listed_body(call.base_url)).collect();
    Ok(Body::Json(json!(bodies)))
}

pub(super) fn get_customer(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let customer = state.customers.get(customer_uuid(call)).ok_or(ControlError::NoSuchCustomer)?;
    Ok(Body::Json(customer.to_body(call.base_url)))
}

pub(super) fn delete_customer(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    state.customers.remove(customer_uuid(call)).ok_or(ControlError::NoSuchCustomer)?;
    Ok(Body::Empty)
}

pub(super) fn preapprove_customer(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let amount = Money::read(&call.body, "", MIN_ORDER_CENTS)?;
    let customer = state.customers.get(customer_uuid(call)).ok_or(ControlError::NoSuchCustomer)?;
    let approved = customer.may_spend(amount.cents);
    Ok(Body::Json(json!({"uuid": state.ids.uuid(), "approved": approved})))
}

pub(super) fn create_customer_order(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let amount = Money::read(&call.body["order_amount"], "order_amount", MIN_ORDER_CENTS)?;
    let reference_id = read_reference(&call.body["reference_id"], "reference_id")?;
    let intent = Intent::read(&call.body["intent"]);
    let uuid = direct_orders::order_for_customer(state, customer_uuid(call), intent, amount, reference_id)?;
    created_order(call, state, &uuid)
}

fn customer_uuid<'a>(call: &'a Call<'_>) -> &'a str {
    call.path_parameter("customer_uuid")
}
