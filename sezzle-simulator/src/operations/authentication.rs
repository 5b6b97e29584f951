//! Authentication.

use serde_json::json;

use crate::model::clock::timestamp;
use crate::model::error::RuleError;
use crate::model::links::checkout_url;
use crate::operations::call::{Body, Call};
use crate::state::{GatewayState, MERCHANT_UUID, PUBLIC_KEY};

pub(super) fn authenticate(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    if call.body["public_key"] != PUBLIC_KEY || call.body["private_key"] != state.private_key() {
        return Err(reject_keys(call, state));
    }
    let (token, expiration) = state.issue_token();
    Ok(Body::Json(json!({
        "token": token,
        "expiration_date": timestamp(expiration),
        "merchant_uuid": MERCHANT_UUID,
    })))
}

/// Returns the error for keys that are not accepted. With a `cancel_url` its message is a URL to send the shopper to.
fn reject_keys(call: &Call<'_>, state: &mut GatewayState) -> RuleError {
    let cancel_url = call.body["cancel_url"].as_str().filter(|url| !url.is_empty());
    let Some(cancel_url) = cancel_url else { return RuleError::new("unauthorized", "the keys were not accepted") };
    let id = state.ids.uuid();
    let error = RuleError::new("unauthed_checkout_url", checkout_url(call.base_url, &id));
    state.unauthed_checkouts.insert(id, cancel_url.to_owned());
    error
}
