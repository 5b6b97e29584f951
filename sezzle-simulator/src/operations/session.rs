//! Sessions.

use crate::model::error::{ControlError, RuleError};
use crate::model::session::Session;
use crate::operations::call::{Body, Call};
use crate::state::GatewayState;

pub(super) fn create_session(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let (session, order) = Session::read(&call.body, &mut state.ids, state.settings.checkout_ttl, state.now)?;
    let body = session.to_body(call.base_url, order.as_ref());
    if let Some(order) = order {
        state.insert_order(order);
    }
    state.insert_session(session);
    Ok(Body::Json(body))
}

pub(super) fn get_session(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let session = state.sessions.get(call.path_parameter("session_uuid"));
    let session = session.ok_or(ControlError::NoSuchSession)?;
    Ok(Body::Json(session.to_body(call.base_url, state.order_of(session))))
}
