//! The state of a simulator: keys, tokens, and everything created since it started.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::model::accounting::Accounting;
use crate::model::card::CardSession;
use crate::model::clock::Clock;
use crate::model::customer::Customer;
use crate::model::error::{ControlError, RuleError};
use crate::model::ids::Ids;
use crate::model::ledger::{Ledger, LedgerKind};
use crate::model::money::Money;
use crate::model::order::Order;
use crate::model::schedule::{Schedule, ScheduledEvent};
use crate::model::session::Session;
use crate::model::tokenization::Tokenization;
use crate::model::webhooks::outbox::{Message, Outbox};
use crate::model::webhooks::subscriptions::Subscriptions;
use crate::settings::Settings;

pub(crate) const PUBLIC_KEY: &str = "sz_pub_simulator";
pub(crate) const PRIVATE_KEY: &str = "sz_pr_simulator";
pub(crate) const MERCHANT_UUID: &str = "merchant-simulator";

const TOKEN_TTL: TimeDelta = TimeDelta::minutes(120);

#[derive(Default)]
pub(crate) struct GatewayState {
    pub(crate) settings: Settings,
    pub(crate) clock: Clock,
    /// The virtual time of the request or scheduled event in progress.
    pub(crate) now: DateTime<Utc>,
    /// The `Sezzle-Request-Id` of the request in progress, for the ledger.
    pub(crate) request_id: Option<String>,
    pub(crate) ids: Ids,
    private_key: String,
    /// When each token ends.
    tokens: HashMap<String, DateTime<Utc>>,
    /// By uuid.
    pub(crate) sessions: HashMap<String, Session>,
    /// The uuid of the session behind each id that opens a checkout page.
    checkouts: HashMap<String, String>,
    /// The `cancel_url` behind each checkout id that was given out because API keys were not accepted.
    pub(crate) unauthed_checkouts: HashMap<String, String>,
    /// By uuid.
    pub(crate) orders: HashMap<String, Order>,
    /// By uuid.
    pub(crate) customers: HashMap<String, Customer>,
    /// By uuid.
    pub(crate) card_sessions: HashMap<String, CardSession>,
    /// The uuid of the card session behind each card token.
    pub(crate) card_tokens: HashMap<String, String>,
    pub(crate) schedule: Schedule,
    pub(crate) subscriptions: Subscriptions,
    pub(crate) outbox: Outbox,
    pub(crate) ledger: Ledger,
    pub(crate) accounting: Accounting,
}

impl GatewayState {
    pub(crate) fn new(settings: Settings) -> Self {
        let clock = Clock::new(settings.start, settings.frozen);
        Self {
            now: clock.now(),
            clock,
            ids: Ids::new(settings.seed),
            outbox: Outbox::new(settings.seed, Arc::default()),
            private_key: PRIVATE_KEY.to_owned(),
            settings,
            ..Self::default()
        }
    }

    /// Forgets everything, as if the simulator had just started.
    pub(crate) fn reset(&mut self) {
        let outbox = Outbox::new(self.settings.seed, Arc::clone(self.outbox.notify()));
        *self = Self { outbox, ..Self::new(self.settings.clone()) };
        self.outbox.notify().wake();
    }

    /// Adds a new order.
    pub(crate) fn insert_order(&mut self, order: Order) {
        self.record(LedgerKind::Order, &order.uuid, &order.uuid, order.amount);
        self.orders.insert(order.uuid.clone(), order);
    }

    /// Adds an entry to the ledger.
    pub(crate) fn record(&mut self, kind: LedgerKind, uuid: &str, order_uuid: &str, amount: Money) {
        self.ledger.record(self.now, kind, uuid, order_uuid, amount, self.request_id.as_deref());
    }

    /// Sends an event to all subscriptions to it.
    pub(crate) fn emit(&mut self, name: &str, data: &Value) {
        self.outbox.post(&Message::new(self.ids.uuid(), self.now, name, data), &self.subscriptions);
    }

    /// Delivers an event once more to all current subscriptions to it.
    pub(crate) fn redeliver(&mut self, event_uuid: &str) -> Result<(), ControlError> {
        self.outbox.redeliver(event_uuid, &self.subscriptions, self.now)
    }

    /// Returns the key that is accepted now; webhooks are signed with it.
    pub(crate) fn private_key(&self) -> &str {
        &self.private_key
    }

    /// Replaces the private key. Tokens stay valid.
    pub(crate) fn rotate_keys(&mut self) -> &str {
        self.private_key = format!("{PRIVATE_KEY}_{}", self.ids.digits(12));
        &self.private_key
    }

    /// Creates a token and returns it with its expiration. Earlier tokens stay valid.
    pub(crate) fn issue_token(&mut self) -> (String, DateTime<Utc>) {
        let (token, expiration) = (self.ids.uuid(), self.now + TOKEN_TTL);
        self.tokens.insert(token.clone(), expiration);
        (token, expiration)
    }

    /// Checks that a bearer token is valid.
    pub(crate) fn check_token(&self, token: &str) -> Result<(), RuleError> {
        match self.tokens.get(token) {
            Some(expiration) if self.now < *expiration => Ok(()),
            Some(_) => Err(RuleError::new("unauthorized", "the token has expired")),
            None => Err(RuleError::new("unauthorized", "the token is not known")),
        }
    }

    pub(crate) fn expire_tokens(&mut self) {
        self.tokens.values_mut().for_each(|expiration| *expiration = DateTime::<Utc>::MIN_UTC);
    }

    pub(crate) fn insert_session(&mut self, session: Session) {
        for id in session.checkout_ids() {
            self.checkouts.insert(id.to_owned(), session.uuid.clone());
        }
        let due = ScheduledEvent::Checkout { session_uuid: session.uuid.clone() };
        self.schedule.schedule(session.checkout_expiration, due);
        self.sessions.insert(session.uuid.clone(), session);
    }

    /// Returns the session whose checkout page this id opens.
    pub(crate) fn session_at_checkout(&self, id: &str) -> Option<&Session> {
        self.sessions.get(self.checkouts.get(id)?)
    }

    /// Returns the tokenization with this token.
    pub(crate) fn tokenization(&self, token: &str) -> Option<&Tokenization> {
        // The checkout of an order has an id, too, which is no token.
        self.session_at_checkout(token)?.tokenization.as_ref().filter(|tokenization| tokenization.token == token)
    }

    pub(crate) fn order(&self, uuid: &str) -> Result<&Order, ControlError> {
        self.orders.get(uuid).ok_or(ControlError::NoSuchOrder)
    }

    pub(crate) fn card_token(&self, card_session_uuid: &str) -> Option<&str> {
        self.card_sessions.get(card_session_uuid)?.card()?.token.as_deref()
    }

    pub(crate) fn order_of(&self, session: &Session) -> Option<&Order> {
        self.orders.get(session.order_uuid.as_deref()?)
    }

    /// Sets what Sezzle approves for one order of this customer, at most, in cents.
    pub(crate) fn set_spending_limit(&mut self, customer_uuid: &str, cents: i64) -> Result<(), ControlError> {
        let customer = self.customers.get_mut(customer_uuid).ok_or(ControlError::NoSuchCustomer)?;
        customer.spending_limit = cents;
        Ok(())
    }

    /// Replaces keys and tokens among the segments of a path.
    pub(crate) fn without_secrets(&self, path: &str) -> String {
        let redact = |segment| if self.is_secret(&decode(segment)) { "{secret}" } else { segment };
        path.split('/').map(redact).collect::<Vec<_>>().join("/")
    }

    fn is_secret(&self, text: &str) -> bool {
        let is_key = text.contains(PUBLIC_KEY) || text.contains(PRIVATE_KEY);
        let is_token = self.tokens.contains_key(text) || self.card_tokens.contains_key(text);
        is_key || is_token || self.tokenization(text).is_some()
    }
}

/// Decodes a path segment, however often it was percent-encoded.
fn decode(segment: &str) -> String {
    let decoded = percent_decode_str(segment).decode_utf8_lossy();
    if decoded == segment { segment.to_owned() } else { decode(&decoded) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_removed_from_paths() {
        let mut state = GatewayState::new(Settings::default());
        let (bearer, _) = state.issue_token();
        let rotated = state.rotate_keys().to_owned();
        let path = format!("/v2/{bearer}/{PUBLIC_KEY}/{PRIVATE_KEY}/{rotated}/end");
        assert_eq!(state.without_secrets(&path), "/v2/{secret}/{secret}/{secret}/{secret}/end");
        for hidden in ["%73z_pr_simulator", "sz%5Fpub%5fsimulator", "%2573z_pr_simulator", "Bearer%20sz_pr_simulator"] {
            assert_eq!(state.without_secrets(&format!("/v2/session/{hidden}")), "/v2/session/{secret}");
        }
        assert_eq!(state.without_secrets("/v2/100%/%zz/%ff"), "/v2/100%/%zz/%ff");
    }
}
