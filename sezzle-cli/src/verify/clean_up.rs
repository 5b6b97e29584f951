//! Deletes what a run created and did not delete: because it was interrupted, or because a response was unexpected.

use serde_json::Value;
use sezzle_api::Operation;
use sezzle_api::operations::{
    DELETE_CHECKOUT, DELETE_CUSTOMER, DELETE_WEBHOOK, GET_CUSTOMER, GET_ORDER, GET_SESSION, GET_TOKENIZATION,
    GET_WEBHOOK, LIST_WEBHOOKS, REFUND_ORDER, RELEASE_ORDER,
};

use crate::failure::Failure;
use crate::verify::call::{Call, Reply};
use crate::verify::exchange::{Exchange, Skipped};
use crate::verify::player::Player;
use crate::verify::progress::{Kind, Resource};
use crate::verify::shopper::{WEBHOOK_URL, price};

/// The variant of all calls of this module.
const VARIANT: &str = "clean_up";

/// Deletes all that is left of a run. What cannot be deleted becomes a leftover.
pub(super) async fn clean_up(player: &mut Player, is_resumed: bool) -> Result<(), Failure> {
    if let Some(pending) = player.progress.pending.clone() {
        find_pending(player, pending).await?;
    }
    let is_webhook = |skipped: &Skipped| skipped.step.contains("webhook");
    if is_resumed || player.progress.run.skipped.iter().any(is_webhook) {
        find_webhooks(player).await?;
    }
    find_in_state(player, is_resumed).await?;
    // Newest first: a session may lead to an order and a customer.
    while let Some(Resource { kind, id }) = player.progress.created.last().cloned() {
        let (name, reason, remains) = match kind {
            Kind::Webhook => {
                let reason = delete(player, "subscriptions", [&GET_WEBHOOK, &DELETE_WEBHOOK], &id).await?;
                ("webhook", reason, None)
            }
            Kind::Customer => ("customer", delete_customer(player, &id).await?, None),
            Kind::Order => {
                let remains = "orders cannot be deleted; what was captured is refunded, and the rest released";
                ("order", settle(player, &id).await?, Some(remains))
            }
            Kind::Session => {
                let remains = "sessions cannot be deleted; this one has no open checkout";
                ("session", close_session(player, &id).await?, Some(remains))
            }
        };
        player.deleted(kind, &id)?;
        if let Some(reason) = reason.as_deref().or(remains) {
            player.leave(name, &id, reason)?;
        }
    }
    Ok(())
}

/// Repeats a call that may have created an order. Its `Sezzle-Request-Id` lets it take effect once.
async fn find_pending(player: &mut Player, pending: Exchange) -> Result<(), Failure> {
    let step = format!("{}/{VARIANT}", pending.operation);
    let reply = player.call(Call { exchange: Exchange { step, ..pending }, needs_token: true }).await?;
    match reply.id("/uuid", "/v2/order/") {
        Some(order) if reply.is_success() => player.created(Kind::Order, &order),
        _ => Ok(()),
    }
}

/// Finds the subscription of the run, whose id may not be known.
async fn find_webhooks(player: &mut Player) -> Result<(), Failure> {
    let url = format!("{WEBHOOK_URL}{}", player.progress.reference_prefix());
    let listed = player.call(Call::new(&LIST_WEBHOOKS, VARIANT)).await?;
    for webhook in listed.json.as_array().into_iter().flatten() {
        let is_own = webhook["url"].as_str().is_some_and(|other| other.starts_with(&url));
        if let Some(id) = webhook["uuid"].as_str().filter(|_| is_own) {
            player.created(Kind::Webhook, id)?;
        }
    }
    Ok(())
}

/// Finds what is left in the state of a simulator, whatever its responses were. Orders that are paid are left until the end,
/// since reports consist of them.
async fn find_in_state(player: &mut Player, is_resumed: bool) -> Result<(), Failure> {
    let state = player.state().await;
    let prefix = player.progress.reference_prefix();
    let url = format!("{WEBHOOK_URL}{prefix}");
    let list = |name: &str| state[name].as_array().into_iter().flatten();
    let starts_with = |value: &Value, start: &str| value.as_str().is_some_and(|text| text.starts_with(start));
    let orders: Vec<&Value> = list("orders").filter(|order| starts_with(&order["reference_id"], &prefix)).collect();
    let is_own = |session: &&Value| orders.iter().any(|order| order["uuid"] == session["order_uuid"]);
    let customers = list("sessions").filter(is_own).map(|session| &session["tokenize"]["customer_uuid"]);
    let customers = customers.filter(|id| list("customers").any(|customer| customer["uuid"] == **id));
    let is_open = |order: &&&Value| {
        let [uncaptured, captured] = open_cents(order);
        uncaptured > 0 || captured > 0 && !is_resumed
    };
    let open_orders = orders.iter().filter(is_open).map(|order| &order["uuid"]);
    let webhooks = list("subscriptions").filter(|webhook| starts_with(&webhook["url"], &url));
    let found = customers.map(|id| (Kind::Customer, id));
    let found = found.chain(open_orders.map(|id| (Kind::Order, id)));
    for (kind, id) in found.chain(webhooks.map(|webhook| (Kind::Webhook, &webhook["uuid"]))) {
        player.created(kind, id.as_str().unwrap_or_default())?;
    }
    Ok(())
}

/// Returns the cents of an order in a simulator's state that are authorized, and neither captured nor released, and those that
/// are captured and not refunded.
fn open_cents(order: &Value) -> [i64; 2] {
    let authorization = &order["authorization"];
    let cents = |name: &str| authorization[name].as_i64().unwrap_or_default();
    let uncaptured = match authorization["approved"] == true && authorization["expired"] == false {
        true => cents("amount_in_cents") - cents("captured_in_cents") - cents("released_in_cents"),
        false => 0,
    };
    [uncaptured, cents("captured_in_cents") - cents("refunded_in_cents")]
}

/// Returns the same for an order as the API returns it, if that can be read.
fn open_cents_in_response(order: &Value) -> Option<[i64; 2]> {
    let Some(authorization) = order.get("authorization").filter(|authorization| !authorization.is_null()) else {
        return order.is_object().then_some([0, 0]);
    };
    let cents =
        |event: &Value| event["amount"]["amount_in_cents"].as_i64().or_else(|| event["amount_in_cents"].as_i64());
    let sum = |name: &str| match &authorization[name] {
        Value::Null => Some(0),
        events => events.as_array()?.iter().map(cents).sum::<Option<i64>>(),
    };
    let captured = sum("captures")?;
    let uncaptured = match authorization["approved"] == false {
        true => 0,
        false => authorization["authorization_amount"]["amount_in_cents"].as_i64()? - captured - sum("releases")?,
    };
    Some([uncaptured, captured - sum("refunds")?])
}

/// Returns an entry of a list in the state of a simulator, and null if it is not there. `None` on other servers.
async fn in_state(player: &Player, list: &str, id: &str) -> Option<Value> {
    player.control.as_ref()?;
    let state = player.state().await;
    let found = state[list].as_array()?.iter().find(|entry| entry["uuid"] == id).cloned();
    Some(found.unwrap_or_default())
}

/// Returns why something still exists, if it does.
fn reason(reply: &Reply) -> Option<String> {
    (!reply.is_success() && reply.status != 404).then(|| rejected(reply))
}

pub(super) fn rejected(reply: &Reply) -> String {
    match reply.status {
        0 => "the server did not respond".to_owned(),
        status => format!("the server responded with {status}"),
    }
}

async fn delete_customer(player: &mut Player, id: &str) -> Result<Option<String>, Failure> {
    delete(player, "customers", [&GET_CUSTOMER, &DELETE_CUSTOMER], id).await
}

/// Deletes what is in a list of a simulator's state, or else what an operation finds. Returns why it still exists, if it does.
async fn delete(
    player: &mut Player,
    list: &str,
    [get, delete]: [&'static Operation; 2],
    id: &str,
) -> Result<Option<String>, Failure> {
    let exists = match in_state(player, list, id).await {
        Some(found) => !found.is_null(),
        None => player.call(Call::new(get, VARIANT).id(id)).await?.status != 404,
    };
    if !exists {
        return Ok(None);
    }
    Ok(reason(&player.call(Call::new(delete, VARIANT).id(id)).await?))
}

/// Releases what is neither captured nor released of an order, and refunds what is captured.
async fn settle(player: &mut Player, id: &str) -> Result<Option<String>, Failure> {
    let cents = match in_state(player, "orders", id).await {
        Some(order) => Some(open_cents(&order)),
        None => open_cents_in_response(&player.call(Call::new(&GET_ORDER, VARIANT).id(id)).await?.json),
    };
    let Some([uncaptured, captured]) = cents else {
        return Ok(Some("it cannot be read: release and refund it in the merchant dashboard".to_owned()));
    };
    let mut reasons = None;
    for (operation, cents) in [(&RELEASE_ORDER, uncaptured), (&REFUND_ORDER, captured)] {
        if cents > 0 {
            let reply = player.call(Call::new(operation, VARIANT).id(id).json(&price(cents))).await?;
            reasons = reasons.or((!reply.is_success()).then(|| rejected(&reply)));
        }
    }
    Ok(reasons)
}

/// Deletes the checkout of a session if it is open, and adds the order and the customer of the session.
async fn close_session(player: &mut Player, id: &str) -> Result<Option<String>, Failure> {
    let session = player.call(Call::new(&GET_SESSION, VARIANT).id(id)).await?;
    let token = session.id("/tokenize/token", "/v2/token/");
    if let Some(token) = token {
        player.add_secret(&token);
        let tokenization = player.call(Call::new(&GET_TOKENIZATION, VARIANT).id(&token)).await?;
        if let Some(customer) = tokenization.text("/customer/uuid")
            && let Some(reason) = delete_customer(player, &customer).await?
        {
            return Ok(Some(reason));
        }
    }
    let Some(order) = session.id("/order/uuid", "/v2/order/") else { return Ok(None) };
    let read = player.call(Call::new(&GET_ORDER, VARIANT).id(&order)).await?;
    if read.text("/checkout_status").as_deref() == Some("active") {
        return Ok(reason(&player.call(Call::new(&DELETE_CHECKOUT, VARIANT).id(&order)).await?));
    }
    settle(player, &order).await
}
