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
use crate::model::error::ControlError;
use crate::model::ids::Ids;
use crate::model::ledger::{Ledger, LedgerKind};
use crate::model::order::Order;
use crate::model::schedule::{Schedule, ScheduledEvent};
use crate::model::session::Session;
use crate::model::webhooks::event::Event;
use crate::model::webhooks::outbox::{Outbox, RedeliverError};
use crate::model::webhooks::subscriptions::Subscriptions;
use crate::settings::Settings;

pub(crate) const PUBLIC_KEY: &str = "sz_pub_simulator";
pub(crate) const PRIVATE_KEY: &str = "sz_pr_simulator";
pub(crate) const MERCHANT_UUID: &str = "merchant-simulator";

const TOKEN_TTL: TimeDelta = TimeDelta::minutes(120);

/// The status of a bearer token.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum TokenStatus {
    Live,
    Expired,
    Unknown,
}

pub(crate) struct GatewayState {
    pub(crate) settings: Settings,
    pub(crate) clock: Clock,
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
        let outbox = Outbox::new(settings.seed, Arc::default());
        Self::with_outbox(settings, outbox)
    }

    fn with_outbox(settings: Settings, outbox: Outbox) -> Self {
        Self {
            clock: settings.clock(),
            ids: Ids::new(settings.seed),
            settings,
            private_key: PRIVATE_KEY.to_owned(),
            tokens: HashMap::new(),
            sessions: HashMap::new(),
            checkouts: HashMap::new(),
            unauthed_checkouts: HashMap::new(),
            orders: HashMap::new(),
            customers: HashMap::new(),
            card_sessions: HashMap::new(),
            card_tokens: HashMap::new(),
            schedule: Schedule::default(),
            subscriptions: Subscriptions::default(),
            outbox,
            ledger: Ledger::default(),
            accounting: Accounting::default(),
        }
    }

    /// Forgets everything, as if the simulator had just started.
    pub(crate) fn reset(&mut self) {
        let outbox = Outbox::new(self.settings.seed, Arc::clone(self.outbox.notify()));
        *self = Self::with_outbox(self.settings.clone(), outbox);
        self.outbox.notify().wake();
    }

    /// The virtual time.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Adds a new order.
    pub(crate) fn insert_order(&mut self, order: Order, request_id: Option<&str>) {
        let (at, uuid) = (order.created_at, &order.uuid);
        self.ledger.record(at, LedgerKind::Order, uuid, uuid, order.amount, request_id);
        self.orders.insert(order.uuid.clone(), order);
    }

    /// Sends an event to all subscriptions to it.
    pub(crate) fn emit(&mut self, at: DateTime<Utc>, name: &'static str, data_type: &'static str, data: Value) {
        let uuid = self.ids.uuid();
        self.outbox.post(Event { uuid, created_at: at, name, data_type, data }, &self.subscriptions);
    }

    /// Delivers an event once more to all current subscriptions to it.
    pub(crate) fn redeliver(&mut self, event_uuid: &str) -> Result<(), RedeliverError> {
        let now = self.now();
        self.outbox.redeliver(event_uuid, &self.subscriptions, now)
    }

    /// The key that is accepted now; webhooks are signed with it.
    pub(crate) fn private_key(&self) -> &str {
        &self.private_key
    }

    /// Replaces the private key. Tokens stay valid.
    pub(crate) fn rotate_keys(&mut self) -> &str {
        self.private_key = format!("{PRIVATE_KEY}_{}", self.ids.digits(12));
        &self.private_key
    }

    /// Creates a token and returns it with its expiration. Earlier tokens stay valid.
    pub(crate) fn issue_token(&mut self, now: DateTime<Utc>) -> (String, DateTime<Utc>) {
        let token = self.ids.uuid();
        let expiration = now + TOKEN_TTL;
        self.tokens.insert(token.clone(), expiration);
        (token, expiration)
    }

    pub(crate) fn token_status(&self, token: &str, now: DateTime<Utc>) -> TokenStatus {
        match self.tokens.get(token) {
            Some(expiration) if now < *expiration => TokenStatus::Live,
            Some(_) => TokenStatus::Expired,
            None => TokenStatus::Unknown,
        }
    }

    pub(crate) fn expire_tokens(&mut self) {
        for expiration in self.tokens.values_mut() {
            *expiration = DateTime::<Utc>::MIN_UTC;
        }
    }

    pub(crate) fn insert_session(&mut self, session: Session) {
        for id in session.checkout_ids() {
            self.checkouts.insert(id.to_owned(), session.uuid.clone());
        }
        let due = ScheduledEvent::Checkout { session_uuid: session.uuid.clone() };
        self.schedule.schedule(session.checkout_expiration, due);
        self.sessions.insert(session.uuid.clone(), session);
    }

    pub(crate) fn session(&self, uuid: &str) -> Option<&Session> {
        self.sessions.get(uuid)
    }

    /// Returns the session whose checkout page this id opens.
    pub(crate) fn session_at_checkout(&self, id: &str) -> Option<&Session> {
        self.sessions.get(self.checkouts.get(id)?)
    }

    pub(crate) fn order(&self, uuid: &str) -> Option<&Order> {
        self.orders.get(uuid)
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
        let shown = |segment| if self.is_secret(&decoded(segment)) { "{secret}" } else { segment };
        let segments = path.split('/').map(shown);
        segments.collect::<Vec<_>>().join("/")
    }

    fn is_secret(&self, text: &str) -> bool {
        let is_key = text.contains(PUBLIC_KEY) || text.contains(PRIVATE_KEY);
        let is_tokenization = || {
            let session = self.session_at_checkout(text);
            session.and_then(|session| session.tokenization.as_ref()).is_some_and(|asked| asked.token == text)
        };
        is_key || self.tokens.contains_key(text) || self.card_tokens.contains_key(text) || is_tokenization()
    }
}

/// Decodes a path segment, however often it was percent-encoded.
fn decoded(segment: &str) -> String {
    let mut text = segment.to_owned();
    while text.contains('%') {
        let decoded = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        if decoded == text {
            break;
        }
        text = decoded;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_valid_for_120_minutes() {
        let mut state = GatewayState::new(Settings::default());
        let now = Utc::now();
        let (first, expiration) = state.issue_token(now);
        let (second, _) = state.issue_token(now + TimeDelta::minutes(1));
        assert_eq!(expiration - now, TimeDelta::minutes(120));

        let almost = expiration - TimeDelta::milliseconds(1);
        assert_eq!(state.token_status(&first, almost), TokenStatus::Live);
        assert_eq!(state.token_status(&first, expiration), TokenStatus::Expired);
        assert_eq!(state.token_status(&second, expiration), TokenStatus::Live);
        assert_eq!(state.token_status("another", now), TokenStatus::Unknown);
    }

    #[test]
    fn secrets_are_removed_from_paths() {
        let mut state = GatewayState::new(Settings::default());
        let (bearer, _) = state.issue_token(Utc::now());
        let rotated = state.rotate_keys().to_owned();
        let path = format!("/v2/{bearer}/{PUBLIC_KEY}/{PRIVATE_KEY}/{rotated}/end");
        assert_eq!(state.without_secrets(&path), "/v2/{secret}/{secret}/{secret}/{secret}/end");
        for hidden in ["%73z_pr_simulator", "sz%5Fpub%5fsimulator", "%2573z_pr_simulator", "Bearer%20sz_pr_simulator"] {
            assert_eq!(state.without_secrets(&format!("/v2/session/{hidden}")), "/v2/session/{secret}");
        }
        assert_eq!(state.without_secrets("/v2/100%/%zz/%ff"), "/v2/100%/%zz/%ff");
    }
}
