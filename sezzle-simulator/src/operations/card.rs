//! Virtual cards.

use serde_json::json;

use crate::actions::direct_orders;
use crate::model::card::CardSession;
use crate::model::error::RuleError;
use crate::model::links::checkout_path;
use crate::model::order::read_reference;
use crate::operations::call::{Body, Call};
use crate::state::GatewayState;

pub(super) fn create_card_session(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let session = CardSession::read(&call.body, state.ids.uuid(), state.now)?;
    let url = format!("{}{}", call.base_url, checkout_path(&session.uuid));
    let body = json!({"uuid": session.uuid, "dashboard_url": url});
    state.card_sessions.insert(session.uuid.clone(), session);
    Ok(Body::Json(body))
}

pub(super) fn update_card_session(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let uuid = call.path_parameter("session_id");
    let missing = || RuleError::not_found("there is no such card session");
    let order_id = read_reference(&call.body["order_id"], "order_id")?;
    let order_id = order_id.unwrap_or_default();
    let mut session = state.card_sessions.remove(uuid).ok_or_else(missing)?;
    let updated = match (session.card(), &session.order_uuid) {
        (None, _) => {
            Err(RuleError::new("bad_request", "the shopper has no card yet, so it cannot have paid for an order"))
        }
        (Some(_), None) => {
            session.order_uuid = Some(direct_orders::order_for_card(state, &session, &order_id));
            Ok(())
        }
        (Some(_), Some(order_uuid)) => {
            if let Some(order) = state.orders.get_mut(order_uuid) {
                order.reference_id = Some(order_id);
                order.note(state.now, "reference changed", None);
            }
            Ok(())
        }
    };
    state.card_sessions.insert(session.uuid.clone(), session);
    updated.map(|()| Body::Empty)
}

pub(super) fn get_card(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let uuid = state.card_tokens.get(call.path_parameter("token"));
    let session = uuid.and_then(|uuid| state.card_sessions.get_mut(uuid));
    let data = session.and_then(|session| session.card_mut()).and_then(|card| card.take(state.now));
    let gone = || RuleError::not_found("there is no such card, it was read before, or its time is over");
    Ok(Body::Json(data.ok_or_else(gone)?))
}
