//! Authorizations, captures, releases and refunds, and the rules for them.

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::actions::payouts;
use crate::model::accounting::{PostingKind, capture_fee, percentage_fee};
use crate::model::authorization::{Authorization, Movement, Movements};
use crate::model::error::{ControlError, RuleError};
use crate::model::ledger::LedgerKind;
use crate::model::money::{Money, at as within};
use crate::model::order::{CheckoutStatus, HistoryEvent, Intent, Order, Origin};
use crate::model::schedule::ScheduledEvent;
use crate::state::GatewayState;

/// Captures an amount of an order, and returns the capture's id.
///
/// # Errors
///
/// If there is no such order, it is not authorized or no longer, it was captured at once, or the amount is more
/// than what is left.
pub(crate) fn capture(
    state: &mut GatewayState,
    order_uuid: &str,
    amount: Money,
    location: &str,
    at: DateTime<Utc>,
    request_id: Option<&str>,
) -> Result<String, RuleError> {
    let (order, authorization) = authorized(state, order_uuid, amount, location)?;
    if order.intent == Intent::Capture {
        return Err(RuleError::invalid("", "an order with intent CAPTURE is captured already"));
    }
    authorization.expect_current()?;
    expect_at_most(amount, authorization.capturable(), location, "is left of the authorization")?;
    Ok(apply_capture(state, order_uuid, amount, at, request_id))
}

/// Releases an amount of an order, and returns the release's id.
///
/// # Errors
///
/// As for a capture.
pub(crate) fn release(
    state: &mut GatewayState,
    order_uuid: &str,
    amount: Money,
    at: DateTime<Utc>,
    request_id: Option<&str>,
) -> Result<String, RuleError> {
    let (_, authorization) = authorized(state, order_uuid, amount, "")?;
    authorization.expect_current()?;
    expect_at_most(amount, authorization.capturable(), "", "is left of the authorization")?;
    Ok(apply_release(state, order_uuid, amount, at, request_id))
}

/// Refunds an amount of an order, and returns the refund's id.
///
/// # Errors
///
/// If there is no such order, it is not authorized, or the amount is more than what was captured and not refunded.
pub(crate) fn refund(
    state: &mut GatewayState,
    order_uuid: &str,
    amount: Money,
    at: DateTime<Utc>,
    request_id: Option<&str>,
) -> Result<String, RuleError> {
    let (_, authorization) = authorized(state, order_uuid, amount, "")?;
    expect_at_most(amount, authorization.refundable(), "", "was captured and not refunded")?;
    Ok(apply_refund(state, order_uuid, amount, RefundCause::Merchant, at, request_id))
}

/// Authorizes an order, or denies it if it is not approved.
pub(crate) fn authorize(state: &mut GatewayState, order_uuid: &str, plan: &str, approved: bool, at: DateTime<Utc>) {
    let (uuid, sezzle_order_id) = (state.ids.uuid(), state.ids.dashboard_id());
    let expiration = at + state.settings.authorization_ttl;
    let Some(order) = state.orders.get_mut(order_uuid) else { return };
    order.authorization = Some(Authorization {
        uuid,
        created_at: at,
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
        order.note(at, HistoryEvent::Authorized, Some(order.amount));
        state.accounting.file_order(order);
        if order.intent == Intent::Auth {
            state.schedule.schedule(expiration, ScheduledEvent::Authorization { order_uuid: order_uuid.to_owned() });
        }
    } else {
        order.status = CheckoutStatus::Denied;
        order.note(at, HistoryEvent::Denied, None);
    }
}

pub(crate) fn emit_authorized(state: &mut GatewayState, order_uuid: &str, at: DateTime<Utc>) {
    let authorization = state.order(order_uuid).and_then(|order| order.authorization.as_ref());
    let Some(authorization) = authorization else { return };
    let data = json!({"uuid": order_uuid, "authorization": authorization.to_event_data()});
    state.emit(at, "order.authorized", "order", data);
}

/// Expires an authorization now.
pub(crate) fn expire_authorization(state: &mut GatewayState, order_uuid: &str) -> Result<(), ControlError> {
    let at = state.now();
    let order = state.orders.get(order_uuid).ok_or(ControlError::NoSuchOrder)?;
    let authorization = order.authorization.as_ref().filter(|authorization| authorization.approved);
    let authorization = authorization.ok_or(ControlError::InvalidState("the order has no authorization"))?;
    if authorization.expired {
        return Err(ControlError::InvalidState("the authorization has expired already"));
    }
    if order.intent == Intent::Capture {
        return Err(ControlError::InvalidState("the order was captured at once, so nothing can expire"));
    }
    end_authorization(state, order_uuid, at);
    Ok(())
}

/// Ends an authorization: what is not captured is released, and an order of which nothing was is deleted.
pub(crate) fn end_authorization(state: &mut GatewayState, order_uuid: &str, at: DateTime<Utc>) {
    let Some(order) = state.orders.get_mut(order_uuid) else { return };
    let Some(authorization) = order.authorization.as_mut().filter(|authorization| !authorization.expired) else {
        return;
    };
    authorization.expired = true;
    authorization.expiration = authorization.expiration.min(at);
    let rest = authorization.amount.with_cents(authorization.capturable());
    order.note(at, HistoryEvent::AuthorizationExpired, None);
    if rest.cents > 0 {
        apply_release(state, order_uuid, rest, at, None);
    }
}

pub(crate) fn apply_capture(
    state: &mut GatewayState,
    order_uuid: &str,
    amount: Money,
    at: DateTime<Utc>,
    request_id: Option<&str>,
) -> String {
    let fee = amount.with_cents(capture_fee(amount.cents));
    let is_first = state.order(order_uuid).is_some_and(|order| !order.is_captured());
    let uuid = apply(state, order_uuid, amount, Kind::Capture, at, request_id);
    state.ledger.set_fee(fee.cents);
    if let Some(order) = state.orders.get_mut(order_uuid) {
        order.fees += fee.cents;
        let ordered = order.amount;
        if is_first {
            payouts::post(state, PostingKind::Order, order_uuid, ordered, at);
        }
    }
    payouts::post(state, PostingKind::Capture, order_uuid, amount, at);
    payouts::post(state, PostingKind::Fee, order_uuid, fee, at);
    // The shop charged a virtual card by itself and never learns the id of the order behind it.
    if state.order(order_uuid).is_some_and(|order| !matches!(order.origin, Origin::Card { .. })) {
        let capture = Movement { uuid: uuid.clone(), amount }.to_body();
        state.emit(at, "order.captured", "order", json!({"uuid": order_uuid, "capture": capture}));
    }
    uuid
}

pub(crate) fn apply_release(
    state: &mut GatewayState,
    order_uuid: &str,
    amount: Money,
    at: DateTime<Utc>,
    request_id: Option<&str>,
) -> String {
    let uuid = apply(state, order_uuid, amount, Kind::Release, at, request_id);
    if let Some(order) = state.orders.get_mut(order_uuid)
        && order.authorization.as_ref().is_some_and(Authorization::is_void)
    {
        order.status = CheckoutStatus::Deleted;
    }
    uuid
}

/// Refunds an amount, and returns the refund's id. After a chargeback Sezzle keeps its fees.
pub(crate) fn apply_refund(
    state: &mut GatewayState,
    order_uuid: &str,
    amount: Money,
    cause: RefundCause,
    at: DateTime<Utc>,
    request_id: Option<&str>,
) -> String {
    let (kind, posting, source) = match cause {
        RefundCause::Merchant => (Kind::Refund, PostingKind::Refund, "gateway"),
        RefundCause::Dispute => (Kind::Chargeback, PostingKind::Chargeback, "dashboard"),
    };
    let uuid = apply(state, order_uuid, amount, kind, at, request_id);
    payouts::post(state, posting, order_uuid, amount, at);
    if cause == RefundCause::Merchant {
        let returned = return_fee(state, order_uuid);
        if returned > 0 {
            state.ledger.set_fee(-returned);
            payouts::post(state, PostingKind::ReturnedFee, order_uuid, amount.with_cents(returned), at);
        }
    }
    let mut refund = Movement { uuid: uuid.clone(), amount }.to_body();
    refund["source"] = json!(source);
    state.emit(at, "order.refunded", "order", json!({"uuid": order_uuid, "refund": refund}));
    uuid
}

/// Updates the returned fees of an order to match its refunds. Returns the difference in cents.
fn return_fee(state: &mut GatewayState, order_uuid: &str) -> i64 {
    let Some(order) = state.orders.get_mut(order_uuid) else { return 0 };
    let refunded = order.authorization.as_ref().map_or(0, |authorization| authorization.refunds.total());
    let returned = percentage_fee(refunded) - order.returned_fees;
    order.returned_fees += returned;
    returned
}

/// Records a movement in the order, its history and the ledger. Returns its id.
fn apply(
    state: &mut GatewayState,
    order_uuid: &str,
    amount: Money,
    kind: Kind,
    at: DateTime<Utc>,
    request_id: Option<&str>,
) -> String {
    let uuid = state.ids.uuid();
    let (ledger_kind, event) = match kind {
        Kind::Capture => (LedgerKind::Capture, HistoryEvent::Captured),
        Kind::Release => (LedgerKind::Release, HistoryEvent::Released),
        Kind::Refund => (LedgerKind::Refund, HistoryEvent::Refunded),
        Kind::Chargeback => (LedgerKind::Chargeback, HistoryEvent::Refunded),
    };
    if let Some(order) = state.orders.get_mut(order_uuid) {
        if let Some(authorization) = &mut order.authorization {
            let movements = match kind {
                Kind::Capture => &mut authorization.captures,
                Kind::Release => &mut authorization.releases,
                Kind::Refund | Kind::Chargeback => &mut authorization.refunds,
            };
            movements.push(&uuid, amount);
        }
        order.note(at, event, Some(amount));
    }
    state.ledger.record(at, ledger_kind, &uuid, order_uuid, amount, request_id);
    uuid
}

/// The order with its approved authorization, if an amount at a place of the request is of its currency.
fn authorized<'a>(
    state: &'a GatewayState,
    order_uuid: &str,
    amount: Money,
    location: &str,
) -> Result<(&'a Order, &'a Authorization), RuleError> {
    let order = state.order(order_uuid).ok_or_else(RuleError::no_such_order)?;
    let authorization = order.approved_authorization()?;
    amount.expect_currency_of(order.amount, location)?;
    Ok((order, authorization))
}

/// Captures the whole order as it is authorized, for the intent `CAPTURE`.
pub(crate) fn capture_at_once(state: &mut GatewayState, order_uuid: &str, at: DateTime<Utc>, request_id: Option<&str>) {
    let Some(amount) = state.order(order_uuid).map(|order| order.amount) else { return };
    apply_capture(state, order_uuid, amount, at, request_id);
}

/// Why an amount is refunded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum RefundCause {
    /// The merchant refunds it.
    Merchant,
    /// The shopper won a dispute, which makes it a chargeback.
    Dispute,
}

#[derive(Clone, Copy)]
enum Kind {
    Capture,
    Release,
    Refund,
    Chargeback,
}

fn expect_at_most(amount: Money, most: i64, location: &str, what: &str) -> Result<(), RuleError> {
    if amount.cents <= most {
        return Ok(());
    }
    Err(RuleError::invalid(
        within(location, "amount_in_cents"),
        format!("amount_in_cents is more than the {most} that {what}"),
    ))
}
