//! Looks for ids, in the response or else in the state of the simulator.

use serde_json::Value;

use crate::verify::call::Reply;
use crate::verify::player::Player;

/// Returns the id of a session.
pub(super) async fn session(player: &Player, reply: &Reply, reference_id: Option<&str>) -> Option<String> {
    let id = reply.text("/uuid").or_else(|| reply.id_in_link("/v2/session/"));
    if id.is_some() {
        return id;
    }
    let state = player.state().await;
    // A session without an order has no reference id.
    let order = match reference_id {
        Some(reference_id) => order_in_state(&state, reference_id).get("uuid")?,
        None => &Value::Null,
    };
    newest(&state["sessions"], |session| session["order_uuid"] == *order)
}

/// Returns the id of an order of this run.
pub(super) async fn order(player: &Player, reply: &Reply, pointer: &str, reference_id: &str) -> Option<String> {
    match reply.text(pointer).or_else(|| reply.id_in_link("/v2/order/")) {
        Some(id) => Some(id),
        None => order_in_state(&player.state().await, reference_id)["uuid"].as_str().map(str::to_owned),
    }
}

/// Returns the newest order with this reference id.
fn order_in_state<'a>(state: &'a Value, reference_id: &str) -> &'a Value {
    let mut orders = state["orders"].as_array().into_iter().flatten();
    orders.rfind(|order| order["reference_id"] == reference_id).unwrap_or(&Value::Null)
}

/// Returns the token of a tokenization request.
pub(super) async fn token(player: &mut Player, reply: &Reply, session: &str) -> Option<String> {
    let token = reply.text("/tokenize/token").or_else(|| reply.id_in_link("/v2/token/"));
    let token = match token {
        Some(token) => Some(token),
        None => card_token(player, session).await,
    };
    token.inspect(|token| player.add_secret(token))
}

/// Returns the token that the shopper's page received.
pub(super) async fn card_token(player: &Player, session: &str) -> Option<String> {
    let token = player.control_get(&format!("/sessions/{session}/token")).await;
    token["token"].as_str().map(str::to_owned)
}

/// Returns the customer of a session in which the shopper agreed.
pub(super) async fn customer(player: &Player, reply: &Reply, session: &str) -> Option<String> {
    if let Some(id) = reply.text("/customer/uuid").or_else(|| reply.id_in_link("/v2/customer/")) {
        return Some(id);
    }
    let state = player.state().await;
    let sessions = state["sessions"].as_array().into_iter().flatten();
    let session = sessions.clone().find(|candidate| candidate["uuid"] == session)?;
    session["tokenize"]["customer_uuid"].as_str().map(str::to_owned)
}

/// Returns the id of a card session.
pub(super) async fn card_session(player: &Player, reply: &Reply, reference_id: &str) -> Option<String> {
    match reply.text("/uuid") {
        Some(id) => Some(id),
        None => newest(&player.state().await["card_sessions"], |session| session["reference_id"] == reference_id),
    }
}

/// Returns the id of a subscription.
pub(super) async fn webhook(player: &Player, reply: &Reply, url: &str) -> Option<String> {
    match reply.text("/uuid").or_else(|| reply.id_in_link("/v2/webhooks/")) {
        Some(id) => Some(id),
        None => newest(&player.state().await["subscriptions"], |subscription| subscription["url"] == url),
    }
}

/// Returns the id of the newest payout.
pub(super) async fn payout(player: &Player, reply: &Reply) -> Option<String> {
    let newest_listed = reply.json.as_array().and_then(|payouts| payouts.last());
    match newest_listed.and_then(|payout| payout["uuid"].as_str()) {
        Some(id) => Some(id.to_owned()),
        None => newest(&player.state().await["payouts"], |_| true),
    }
}

fn newest(list: &Value, is_wanted: impl Fn(&Value) -> bool) -> Option<String> {
    let found = list.as_array()?.iter().rfind(|element| is_wanted(element))?;
    found["uuid"].as_str().map(str::to_owned)
}
