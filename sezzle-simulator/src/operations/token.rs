//! Requests to tokenize a shopper.

use crate::model::error::RuleError;
use crate::operations::call::{Body, Call};
use crate::state::GatewayState;

pub(super) fn get_tokenization(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let missing = || RuleError::not_found("there is no such request to tokenize a shopper");
    let tokenization = state.tokenization(call.path_parameter("token")).ok_or_else(missing)?;
    let customer = tokenization.customer_uuid.as_ref().and_then(|uuid| state.customers.get(uuid));
    if customer.is_none() && state.now >= tokenization.expiration {
        return Err(RuleError::new("token_is_expired", "the request to tokenize the shopper has expired"));
    }
    Ok(Body::Json(tokenization.to_body(call.base_url, customer)))
}
