//! Authentication of requests by the header `Authorization`.

use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::http::document::Operation;
use crate::http::document::deviation::Deviation;
use crate::http::gateway::Gateway;
use crate::model::error::RuleError;
use crate::state::PUBLIC_KEY;

/// The operation that the mobile SDKs call with only the public key.
const TAKES_PUBLIC_KEY: &str = "create_session";

enum Credentials<'a> {
    Token(&'a str),
    PublicKey,
}

/// Checks the header `Authorization`. Returns how it deviates from the document.
pub(crate) fn check(
    gateway: &Gateway,
    operation: &Operation,
    headers: &HeaderMap,
) -> Result<Option<Deviation>, RuleError> {
    let header = headers.get(header::AUTHORIZATION).and_then(|header| header.to_str().ok());
    let credentials = header.and_then(|header| read(header, operation, gateway.settings.strict));
    let missing = || RuleError::new("unauthorized", "the bearer token is missing");
    let (credentials, sent) = credentials.ok_or_else(missing)?;
    if let Credentials::Token(token) = credentials {
        gateway.state().check_token(token)?;
    }
    Ok(sent.map(|sent| Deviation {
        pointer: "header Authorization".to_owned(),
        sent: sent.to_owned(),
        expected: "must be a bearer token".to_owned(),
    }))
}

/// Returns the credentials in the header, and how they deviate from `Bearer` and a token.
fn read<'a>(header: &'a str, operation: &Operation, strict: bool) -> Option<(Credentials<'a>, Option<&'static str>)> {
    if let Some(token) = header.strip_prefix("Bearer ") {
        return Some((Credentials::Token(token), None));
    }
    if strict {
        return None;
    }
    match header.split_once(' ') {
        None if header.eq_ignore_ascii_case("bearer") => None,
        None => Some((Credentials::Token(header), Some("the token alone"))),
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => {
            Some((Credentials::Token(token.trim_start()), Some("the token after `Bearer` in another case")))
        }
        Some((scheme, user)) if scheme.eq_ignore_ascii_case("basic") => {
            let is_taken = operation.id == TAKES_PUBLIC_KEY && is_public_key(user.trim_start());
            is_taken.then_some((Credentials::PublicKey, Some("the public key as Basic")))
        }
        Some(_) => None,
    }
}

/// Returns whether these are Basic credentials with the public key as user name, and no password.
fn is_public_key(encoded: &str) -> bool {
    let decoded = BASE64_STANDARD.decode(encoded).unwrap_or_default();
    decoded.strip_suffix(b":").unwrap_or(&decoded) == PUBLIC_KEY.as_bytes()
}
