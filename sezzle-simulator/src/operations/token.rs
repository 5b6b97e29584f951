//! Requests to tokenize a shopper.

use crate::model::error::RuleError;
use crate::operations::call::{Call, Reply, Table};
use crate::state::GatewayState;

pub(super) const HANDLERS: Table = &[("get_tokenization", get_tokenization)];

fn get_tokenization(call: &Call<'_>, state: &mut GatewayState) -> Result<Reply, RuleError> {
    let token = call.path_parameter("token");
    let session = state.session_at_checkout(token);
    // An order's id opens the same checkout, and is no token.
    let tokenization = session.and_then(|session| session.tokenization.as_ref()).filter(|asked| asked.token == token);
    let missing = || RuleError::not_found("there is no such request to tokenize a shopper");
    let tokenization = tokenization.ok_or_else(missing)?;
    let customer = tokenization.customer_uuid.as_ref().and_then(|uuid| state.customers.get(uuid));
    if customer.is_none() && call.now >= tokenization.expiration {
        return Err(RuleError::new("token_is_expired", "the request to tokenize the shopper has expired"));
    }
    Ok(Reply::ok(tokenization.to_body(call.base_url, customer)))
}
