//! Authorizations, captures, releases and refunds, and the rules for them.

use serde_json::json;

use crate::actions::payouts;
use crate::model::accounting::{PostingKind, capture_fee, percentage_fee};
use crate::model::authorization::{Authorization, Movements};
use crate::model::error::{ControlError, RuleError};
use crate::model::ledger::LedgerKind;
use crate::model::money::{Money, at as within};
use crate::model::order::{CAPTURED, CheckoutStatus, Intent, Order, Origin};
use crate::model::schedule::ScheduledEvent;
use crate::state::GatewayState;

/// Captures an amount of an order, and returns the capture's id.
pub(crate) fn capture(
    state: &mut GatewayState,
    order_uuid: &str,
    amount: Money,
    location: &str,
) -> Result<String, RuleError> {
    let (order, authorization) = authorized(state, order_uuid, amount, location)?;
    if order.intent == Intent::Capture {
        return Err(RuleError::invalid("", "an order with intent CAPTURE is captured already"));
    }
    authorization.expect_current()?;
    expect_at_most(amount, authorization.capturable(), location, "is left of the authorization")?;
    Ok(apply_capture(state, order_uuid, amount))
}

/// Releases an amount of an order, and returns the release's id.
pub(crate) fn release(state: &mut GatewayState, order_uuid: &str, amount: Money) -> Result<String, RuleError> {
    let (_, authorization) = authorized(state, order_uuid, amount, "")?;
    authorization.expect_current()?;
    expect_at_most(amount, authorization.capturable(), "", "is left of the authorization")?;
    Ok(apply_release(state, order_uuid, amount))
}

/// Refunds an amount of an order, and returns the refund's id.
pub(crate) fn refund(state: &mut GatewayState, order_uuid: &str, amount: Money) -> Result<String, RuleError> {
    let (_, authorization) = authorized(state, order_uuid, amount, "")?;
    expect_at_most(amount, authorization.refundable(), "", "was captured and not refunded")?;
    Ok(apply_refund(state, order_uuid, amount, LedgerKind::Refund))
}

/// Authorizes an order, or denies it if it is not approved.
pub(crate) fn authorize(state: &mut GatewayState, order_uuid: &str, plan: &str, approved: bool) {
    let (uuid, sezzle_order_id) = (state.ids.uuid(), state.ids.dashboard_id());
    let (now, expiration) = (state.now, state.now + state.settings.authorization_ttl);
    let Some(order) = state.orders.get_mut(order_uuid) else { return };
    order.authorization = Some(Authorization {
        uuid,
        created_at: now,
        expiration,
        amount: order.amount,
        approved,
        financing_option: plan.to_owned(),
        sezzle_order_id,
        expired: false,
        captures: Movements::default(),
        refunds: Movements::default(),
        releases: Movements::default(),
    });
    if approved {
        order.status = CheckoutStatus::Complete;
        order.note(now, "authorized", Some(order.amount));
        state.accounting.file_order(order);
        if order.intent == Intent::Auth {
            state.schedule.schedule(expiration, ScheduledEvent::Authorization { order_uuid: order_uuid.to_owned() });
        }
    } else {
        order.status = CheckoutStatus::Denied;
        order.note(now, "denied", None);
    }
}

pub(crate) fn emit_authorized(state: &mut GatewayState, order_uuid: &str) {
    let authorization = state.orders.get(order_uuid).and_then(|order| order.authorization.as_ref());
    let Some(authorization) = authorization else { return };
    let data = json!({"uuid": order_uuid, "authorization": authorization.to_event_data()});
    state.emit("order.authorized", &data);
}

/// Expires an authorization now.
pub(crate) fn expire_authorization(state: &mut GatewayState, order_uuid: &str) -> Result<(), ControlError> {
    let order = state.orders.get(order_uuid).ok_or(ControlError::NoSuchOrder)?;
    let authorization = order.authorization.as_ref().filter(|authorization| authorization.approved);
    let authorization = authorization.ok_or(ControlError::InvalidState("the order has no authorization"))?;
    if authorization.expired {
        return Err(ControlError::InvalidState("the authorization has expired already"));
    }
    if order.intent == Intent::Capture {
        return Err(ControlError::InvalidState("the order was captured at once, so nothing can expire"));
    }
    end_authorization(state, order_uuid);
    Ok(())
}

/// Ends an authorization: what is not captured is released, and an order of which nothing was is deleted.
pub(crate) fn end_authorization(state: &mut GatewayState, order_uuid: &str) {
    let Some(order) = state.orders.get_mut(order_uuid) else { return };
    let current = order.authorization.as_mut().filter(|authorization| !authorization.expired);
    let Some(authorization) = current else { return };
    authorization.expired = true;
    authorization.expiration = authorization.expiration.min(state.now);
    let rest = authorization.amount.with_cents(authorization.capturable());
    order.note(state.now, "authorization expired", None);
    if rest.cents > 0 {
        apply_release(state, order_uuid, rest);
    }
}

/// Captures the whole order as it is authorized, for the intent `CAPTURE`.
pub(crate) fn capture_at_once(state: &mut GatewayState, order_uuid: &str) {
    let Some(amount) = state.orders.get(order_uuid).map(|order| order.amount) else { return };
    apply_capture(state, order_uuid, amount);
}

fn apply_capture(state: &mut GatewayState, order_uuid: &str, amount: Money) -> String {
    let uuid = apply(state, order_uuid, amount, LedgerKind::Capture);
    let fee = amount.with_cents(capture_fee(amount.cents));
    state.ledger.set_fee(fee.cents);
    let Some(order) = state.orders.get_mut(order_uuid) else { return uuid };
    let (ordered, is_first) = (order.amount, order.fees == 0);
    let is_for_card = matches!(order.origin, Origin::Card);
    order.fees += fee.cents;
    if is_first {
        payouts::post(state, PostingKind::Order, order_uuid, ordered);
    }
    payouts::post(state, PostingKind::Capture, order_uuid, amount);
    payouts::post(state, PostingKind::Fee, order_uuid, fee);
    // The shop charged a virtual card by itself and never learns the id of the order behind it.
    if !is_for_card {
        state.emit("order.captured", &json!({"uuid": order_uuid, "capture": {"uuid": uuid, "amount": amount}}));
    }
    uuid
}

fn apply_release(state: &mut GatewayState, order_uuid: &str, amount: Money) -> String {
    let uuid = apply(state, order_uuid, amount, LedgerKind::Release);
    if let Some(order) = state.orders.get_mut(order_uuid)
        && order.authorization.as_ref().is_some_and(Authorization::is_void)
    {
        order.status = CheckoutStatus::Deleted;
    }
    uuid
}

/// Applies a refund by the merchant, or a chargeback after a dispute, for which Sezzle keeps its fees. Returns its id.
pub(crate) fn apply_refund(state: &mut GatewayState, order_uuid: &str, amount: Money, kind: LedgerKind) -> String {
    let uuid = apply(state, order_uuid, amount, kind);
    let is_chargeback = kind == LedgerKind::Chargeback;
    let posting = if is_chargeback { PostingKind::Chargeback } else { PostingKind::Refund };
    payouts::post(state, posting, order_uuid, amount);
    if let Some(order) = state.orders.get_mut(order_uuid).filter(|_| !is_chargeback) {
        let refunded = order.authorization.as_ref().map_or(0, |authorization| authorization.refunds.total());
        let returned = percentage_fee(refunded) - order.returned_fees;
        if returned > 0 {
            order.returned_fees += returned;
            state.ledger.set_fee(-returned);
            payouts::post(state, PostingKind::ReturnedFee, order_uuid, amount.with_cents(returned));
        }
    }
    let source = if is_chargeback { "dashboard" } else { "gateway" };
    let refund = json!({"uuid": uuid, "amount": amount, "source": source});
    state.emit("order.refunded", &json!({"uuid": order_uuid, "refund": refund}));
    uuid
}

/// Records a movement in the order, its history and the ledger. Returns its id.
fn apply(state: &mut GatewayState, order_uuid: &str, amount: Money, kind: LedgerKind) -> String {
    let uuid = state.ids.uuid();
    if let Some(order) = state.orders.get_mut(order_uuid)
        && let Some(authorization) = &mut order.authorization
    {
        let (movements, event) = match kind {
            LedgerKind::Capture => (&mut authorization.captures, CAPTURED),
            LedgerKind::Release => (&mut authorization.releases, "released"),
            _ => (&mut authorization.refunds, "refunded"),
        };
        movements.push(&uuid, amount);
        order.note(state.now, event, Some(amount));
    }
    state.record(kind, &uuid, order_uuid, amount);
    uuid
}

/// Returns an order and its approved authorization, if the amount at a location of the request has its currency.
fn authorized<'a>(
    state: &'a GatewayState,
    order_uuid: &str,
    amount: Money,
    location: &str,
) -> Result<(&'a Order, &'a Authorization), RuleError> {
    let order = state.order(order_uuid)?;
    let authorization = order.approved_authorization()?;
    amount.expect_currency_of(order.amount, location)?;
    Ok((order, authorization))
}

fn expect_at_most(amount: Money, max: i64, location: &str, what: &str) -> Result<(), RuleError> {
    if amount.cents <= max {
        return Ok(());
    }
    let message = format!("amount_in_cents is more than the {max} that {what}");
    Err(RuleError::invalid(within(location, "amount_in_cents"), message))
}
