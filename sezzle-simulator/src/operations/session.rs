//! Sessions.

use super::{Answer, Call, Table};
use crate::error::ApiError;
use crate::state::GatewayState;

pub(super) const HANDLERS: Table = &[("create_session", create_session), ("get_session", get_session)];

fn create_session(call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    let (session, order) = state.read_session(&call.body, call.now)?;
    let body = session.to_body(call.base_url, order.as_ref());
    if let Some(order) = order {
        state.insert_order(order, None);
    }
    state.insert_session(session);
    Ok(Answer::created(body))
}

fn get_session(call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    let session = state.session(call.path_parameter("session_uuid"));
    let session = session.ok_or_else(|| ApiError::record_not_found("there is no such session"))?;
    Ok(Answer::ok(session.to_body(call.base_url, state.order_of(session))))
}
