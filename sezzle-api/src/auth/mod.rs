//! Authentication: where the bearer token of a call comes from.
//!
//! - `token_cache`: keeps the token, and decides when to fetch another. Knows no client.
//! - `authenticate`: the call that exchanges API keys for a token.

pub(crate) mod authenticate;
pub(crate) mod token_cache;
