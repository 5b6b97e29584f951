//! Looks for ids: on a simulator in its state, which no proxy changes, and otherwise in the response.

use serde_json::Value;

use crate::verify::call::Reply;
use crate::verify::player::Player;

/// Returns the id of a session.
pub(super) async fn session(player: &Player, reply: &Reply, reference_id: Option<&str>) -> Option<String> {
    let state = player.state().await;
    let order = reference_id.and_then(|reference_id| order_in_state(&state, reference_id, "session"));
    // A session without an order has no reference id.
    let is_wanted = |session: &Value| {
        session["order_uuid"].as_str() == order.as_deref() && order.is_some() == reference_id.is_some()
    };
    newest(&state["sessions"], is_wanted).or_else(|| reply.id("/uuid", "/v2/session/"))
}

/// Returns the id of an order of this run, with this origin in the state.
pub(super) async fn order(
    player: &Player,
    reply: &Reply,
    pointer: &str,
    reference_id: &str,
    origin: &str,
) -> Option<String> {
    order_in_state(&player.state().await, reference_id, origin).or_else(|| reply.id(pointer, "/v2/order/"))
}

/// Returns the newest order with this reference id and this origin.
fn order_in_state(state: &Value, reference_id: &str, origin: &str) -> Option<String> {
    newest(&state["orders"], |order| order["reference_id"] == reference_id && order["origin"] == origin)
}

/// Returns the token of a tokenization request.
pub(super) async fn token(player: &mut Player, reply: &Reply, session: &str) -> Option<String> {
    let known = card_token(player, session).await;
    let token = known.or_else(|| reply.id("/tokenize/token", "/v2/token/"));
    token.inspect(|token| player.add_secret(token))
}

/// Returns the token that the shopper's page received.
pub(super) async fn card_token(player: &Player, session: &str) -> Option<String> {
    let token = player.control_get(&format!("/sessions/{session}/token")).await;
    token["token"].as_str().map(str::to_owned)
}

/// Returns the customer of a session in which the shopper agreed.
pub(super) async fn customer(player: &Player, reply: &Reply, session: &str) -> Option<String> {
    let state = player.state().await;
    let mut sessions = state["sessions"].as_array().into_iter().flatten();
    let session = sessions.find(|candidate| candidate["uuid"] == session).unwrap_or(&Value::Null);
    let known = session["tokenize"]["customer_uuid"].as_str().map(str::to_owned);
    known.or_else(|| reply.id("/customer/uuid", "/v2/customer/"))
}

/// Returns the id of a card session.
pub(super) async fn card_session(player: &Player, reply: &Reply, reference_id: &str) -> Option<String> {
    let known = newest(&player.state().await["card_sessions"], |session| session["reference_id"] == reference_id);
    known.or_else(|| reply.text("/uuid"))
}

/// Returns the id of a subscription.
pub(super) async fn webhook(player: &Player, reply: &Reply, url: &str) -> Option<String> {
    let known = newest(&player.state().await["subscriptions"], |subscription| subscription["url"] == url);
    known.or_else(|| reply.id("/uuid", "/v2/webhooks/"))
}

/// Returns the id of the newest payout.
pub(super) async fn payout(player: &Player, reply: &Reply) -> Option<String> {
    let listed = reply.json.as_array().and_then(|payouts| payouts.last()?["uuid"].as_str());
    newest(&player.state().await["payouts"], |_| true).or_else(|| listed.map(str::to_owned))
}

fn newest(list: &Value, is_wanted: impl Fn(&Value) -> bool) -> Option<String> {
    let found = list.as_array()?.iter().rfind(|element| is_wanted(element))?;
    found["uuid"].as_str().map(str::to_owned)
}
