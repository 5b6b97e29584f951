//! What one simulator knows: its merchant's keys, the tokens it gave out, and the sessions.

use std::collections::HashMap;
use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::session::{Decision, Session};

pub(crate) const PUBLIC_KEY: &str = "sz_pub_simulator";
pub(crate) const PRIVATE_KEY: &str = "sz_pr_simulator";
pub(crate) const MERCHANT_UUID: &str = "merchant-simulator";

const TOKEN_LIFE: TimeDelta = TimeDelta::minutes(120);

/// Why a session cannot be approved or declined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FinishError {
    /// The simulator has no session with this id.
    NoSuchSession,
    /// The shopper has approved or declined before.
    AlreadyFinished,
}

impl fmt::Display for FinishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchSession => "there is no such session",
            Self::AlreadyFinished => "the shopper has already finished this session",
        })
    }
}

impl std::error::Error for FinishError {}

/// Whether a bearer token opens the gateway.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum TokenStanding {
    Live,
    Expired,
    Unknown,
}

#[derive(Default)]
pub(crate) struct GatewayState {
    /// When each token ends.
    tokens: HashMap<String, DateTime<Utc>>,
    /// By uuid.
    sessions: HashMap<String, Session>,
    /// The uuid of the session behind each id that a checkout URL may carry.
    checkouts: HashMap<String, String>,
}

impl GatewayState {
    /// Makes a token that lives beside those that exist, and tells when it ends.
    pub(crate) fn issue_token(&mut self, now: DateTime<Utc>) -> (String, DateTime<Utc>) {
        let token = Uuid::new_v4().to_string();
        let expiration = now + TOKEN_LIFE;
        self.tokens.insert(token.clone(), expiration);
        (token, expiration)
    }

    pub(crate) fn token_standing(&self, token: &str, now: DateTime<Utc>) -> TokenStanding {
        match self.tokens.get(token) {
            Some(expiration) if now < *expiration => TokenStanding::Live,
            Some(_) => TokenStanding::Expired,
            None => TokenStanding::Unknown,
        }
    }

    pub(crate) fn expire_tokens(&mut self) {
        for expiration in self.tokens.values_mut() {
            *expiration = DateTime::<Utc>::MIN_UTC;
        }
    }

    pub(crate) fn insert_session(&mut self, session: Session) {
        for id in session.checkout_ids() {
            self.checkouts.insert(id.to_owned(), session.uuid().to_owned());
        }
        self.sessions.insert(session.uuid().to_owned(), session);
    }

    pub(crate) fn session(&self, uuid: &str) -> Option<&Session> {
        self.sessions.get(uuid)
    }

    pub(crate) fn session_at_checkout(&self, id: &str) -> Option<&Session> {
        self.sessions.get(self.checkouts.get(id)?)
    }

    /// Lets the shopper decide, once.
    pub(crate) fn finish_session(&mut self, uuid: &str, decision: Decision) -> Result<(), FinishError> {
        self.sessions.get_mut(uuid).ok_or(FinishError::NoSuchSession)?.finish(decision)
    }

    /// Lets the shopper decide at the checkout, and tells where the shop wants them to go next.
    pub(crate) fn finish_checkout(&mut self, id: &str, decision: Decision) -> Result<&str, FinishError> {
        let uuid = self.checkouts.get(id).ok_or(FinishError::NoSuchSession)?;
        let session = self.sessions.get_mut(uuid).ok_or(FinishError::NoSuchSession)?;
        session.finish(decision)?;
        Ok(session.destination(decision))
    }

    /// Replaces keys and tokens among the segments of a path.
    pub(crate) fn without_secrets(&self, path: &str) -> String {
        let segments = path.split('/').map(|segment| if self.is_secret(segment) { "{secret}" } else { segment });
        segments.collect::<Vec<_>>().join("/")
    }

    fn is_secret(&self, text: &str) -> bool {
        let is_key = text == PUBLIC_KEY || text == PRIVATE_KEY;
        let is_tokenization = || self.session_at_checkout(text).is_some_and(|session| session.has_token(text));
        is_key || self.tokens.contains_key(text) || is_tokenization()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_live_side_by_side_for_120_minutes() {
        let mut state = GatewayState::default();
        let now = Utc::now();
        let (first, expiration) = state.issue_token(now);
        let (second, _) = state.issue_token(now + TimeDelta::minutes(1));
        assert_eq!(expiration - now, TimeDelta::minutes(120));

        let almost = expiration - TimeDelta::milliseconds(1);
        assert_eq!(state.token_standing(&first, almost), TokenStanding::Live);
        assert_eq!(state.token_standing(&first, expiration), TokenStanding::Expired);
        assert_eq!(state.token_standing(&second, expiration), TokenStanding::Live);
        assert_eq!(state.token_standing("another", now), TokenStanding::Unknown);
    }

    #[test]
    fn secrets_are_taken_out_of_paths() {
        let mut state = GatewayState::default();
        let (bearer, _) = state.issue_token(Utc::now());
        let path = format!("/v2/{bearer}/{PUBLIC_KEY}/{PRIVATE_KEY}/end");
        assert_eq!(state.without_secrets(&path), "/v2/{secret}/{secret}/{secret}/end");
    }
}
