//! The state as JSON, for `/_simulator/state`.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::model::card::CardSession;
use crate::model::clock::timestamp;
use crate::model::customer::Customer;
use crate::model::dispute::Dispute;
use crate::model::order::{HistoryEntry, Order};
use crate::model::session::Session;
use crate::model::webhooks::subscriptions::Subscription;
use crate::reports::settlements;
use crate::state::GatewayState;

/// Returns the state without keys, tokens, card data and personal data. All lists are sorted by time of creation.
pub(crate) fn to_json(state: &GatewayState) -> Value {
    let now = state.now;
    json!({
        "now": timestamp(now),
        "sessions": sorted(state.sessions.values().map(|session| (session.created_at, session_json(session)))),
        "orders": sorted(state.orders.values().map(|order| (order.created_at, order_json(order)))),
        "customers":
            sorted(state.customers.values().map(|customer| (customer.created_at, customer_json(customer)))),
        "card_sessions": sorted(state.card_sessions.values().map(|card| (card.created_at, card_json(card, now)))),
        "payouts": settlements::payouts_json(state),
        "subscriptions": state.subscriptions.iter().map(subscription_json).collect::<Vec<_>>(),
    })
}

fn sorted(entries: impl Iterator<Item = (DateTime<Utc>, Value)>) -> Vec<Value> {
    let mut entries: Vec<_> = entries.collect();
    entries.sort_by_cached_key(|(at, value)| (*at, value["uuid"].to_string()));
    entries.into_iter().map(|(_, value)| value).collect()
}

fn session_json(session: &Session) -> Value {
    let tokenization = session.tokenization.as_ref().map(|tokenization| {
        json!({
            "expiration": timestamp(tokenization.expiration),
            "customer_uuid": tokenization.customer_uuid,
        })
    });
    json!({
        "uuid": session.uuid,
        "created_at": timestamp(session.created_at),
        "status": session.status.into_str(),
        "order_uuid": session.order_uuid,
        "tokenize": tokenization,
        "locale": session.locale.into_str(),
        "is_express": session.is_express,
        "checkout_expiration": timestamp(session.checkout_expiration),
    })
}

fn order_json(order: &Order) -> Value {
    let authorization = order.authorization.as_ref().map(|authorization| {
        json!({
            "approved": authorization.approved,
            "expiration": timestamp(authorization.expiration),
            "expired": authorization.expired,
            "amount_in_cents": authorization.amount.cents,
            "captured_in_cents": authorization.captures.total(),
            "released_in_cents": authorization.releases.total(),
            "refunded_in_cents": authorization.refunds.total(),
            "financing_option": authorization.financing_option,
            "sezzle_order_id": authorization.sezzle_order_id,
        })
    });
    json!({
        "uuid": order.uuid,
        "created_at": timestamp(order.created_at),
        "origin": order.origin.into_str(),
        "intent": order.intent.into_str(),
        "status": order.status.into_str(),
        "reference_id": order.reference_id,
        "amount_in_cents": order.amount.cents,
        "currency": order.amount.currency.code(),
        "authorization": authorization,
        "dispute": order.dispute.as_ref().map(Dispute::status),
        "fees_in_cents": order.fees,
        "history": order.history.iter().map(history_json).collect::<Vec<_>>(),
    })
}

fn history_json(entry: &HistoryEntry) -> Value {
    json!({
        "at": timestamp(entry.at),
        "event": entry.event,
        "amount_in_cents": entry.amount.map(|amount| amount.cents),
    })
}

fn customer_json(customer: &Customer) -> Value {
    json!({
        "uuid": customer.uuid,
        "created_at": timestamp(customer.created_at),
        "expiration": timestamp(customer.expiration),
        "spending_limit_in_cents": customer.spending_limit,
    })
}

fn subscription_json(subscription: &Subscription) -> Value {
    json!({"uuid": subscription.uuid, "url": subscription.url, "events": subscription.events})
}

fn card_json(session: &CardSession, now: DateTime<Utc>) -> Value {
    json!({
        "uuid": session.uuid,
        "created_at": timestamp(session.created_at),
        "status": session.status.into_str(),
        "amount_in_cents": session.amount.cents,
        "currency": session.amount.currency.code(),
        "reference_id": session.reference_id,
        "card_is_gone": session.card().map(|card| card.is_gone(now)),
        "order_uuid": session.order_uuid,
    })
}
