//! The order report.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::model::clock::timestamp;
use crate::model::order::{Order, Origin};
use crate::state::GatewayState;

/// Returns the approved orders that were created between two days, oldest first.
pub(crate) fn order_report(state: &GatewayState, (first, last): (NaiveDate, NaiveDate)) -> Vec<Value> {
    if last < first {
        return Vec::new();
    }
    let uuids = state.accounting.orders.range(first..=last).flat_map(|(_, uuids)| uuids);
    uuids.filter_map(|uuid| state.orders.get(uuid)).filter_map(item).collect()
}

fn item(order: &Order) -> Option<Value> {
    let authorization = order.authorization.as_ref()?;
    let captured = authorization.captures.total();
    let customer = |key: &str| order.customer[key].as_str().unwrap_or_default();
    let name = format!("{} {}", customer("first_name"), customer("last_name"));
    let is_card = matches!(order.origin, Origin::Card);
    Some(json!({
        "created_at": timestamp(order.created_at),
        "order_uuid": authorization.sezzle_order_id,
        "order_platform_uuid": order.uuid,
        "customer_name": name.trim(),
        "customer_email": customer("email"),
        "external_reference_id": order.reference_id.as_deref().unwrap_or_default(),
        "customer_currency_code": order.amount.currency.code(),
        "merchant_currency_code": order.amount.currency.code(),
        "order_amount_in_cents": order.amount.cents,
        "captured_amount_in_cents": captured,
        "uncaptured_amount_in_cents": authorization.capturable(),
        "total_fees_in_cents": order.fees,
        "net_amount_in_cents": captured - order.fees,
        "refund_fee_in_cents": order.returned_fees,
        "released_amount_in_cents": authorization.releases.total(),
        "order_type": if is_card { "Virtual Card" } else { "Standard Checkout" },
        "financing_option": authorization.financing_option,
    }))
}
