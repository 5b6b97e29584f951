//! Authentication.

use serde_json::json;

use super::{Answer, Call, Table};
use crate::error::ApiError;
use crate::state::{GatewayState, MERCHANT_UUID, PUBLIC_KEY};
use crate::timestamp;

pub(super) const HANDLERS: Table = &[("authenticate", authenticate)];

fn authenticate(call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    if call.body["public_key"] != PUBLIC_KEY || call.body["private_key"] != state.private_key() {
        return Err(ApiError::unauthorized("the keys were not accepted"));
    }
    let (token, expiration) = state.issue_token(call.now);
    Ok(Answer::created(json!({
        "token": token,
        "expiration_date": timestamp(expiration),
        "merchant_uuid": MERCHANT_UUID,
    })))
}
