//! What one simulator knows: its merchant's keys, the tokens it gave out, and everything that was made since.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use percent_encoding::percent_decode_str;

use crate::agenda::{Agenda, Due};
use crate::card::CardSession;
use crate::clock::Clock;
use crate::control_error::ControlError;
use crate::customer::Customer;
use crate::idempotency::Replays;
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::order::{HistoryEvent, Order};
use crate::reports::Books;
use crate::session::Session;
use crate::settings::Settings;
use crate::webhooks::{Outbox, RedeliverError, Subscriptions};

pub(crate) const PUBLIC_KEY: &str = "sz_pub_simulator";
pub(crate) const PRIVATE_KEY: &str = "sz_pr_simulator";
pub(crate) const MERCHANT_UUID: &str = "merchant-simulator";

const TOKEN_LIFE: TimeDelta = TimeDelta::minutes(120);

/// Why the shopper cannot finish or leave a checkout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FinishError {
    /// The simulator has no session with this id.
    NoSuchSession,
    /// The shopper has approved or declined before.
    AlreadyFinished,
    /// The checkout has expired or was deleted.
    Closed,
}

impl fmt::Display for FinishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchSession => "there is no such session",
            Self::AlreadyFinished => "the shopper has already finished this session",
            Self::Closed => "the checkout has expired or was deleted",
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
    pub(crate) agenda: Agenda,
    pub(crate) subscriptions: Subscriptions,
    pub(crate) outbox: Outbox,
    pub(crate) ledger: Ledger,
    pub(crate) replays: Replays,
    pub(crate) books: Books,
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
            agenda: Agenda::default(),
            subscriptions: Subscriptions::default(),
            outbox,
            ledger: Ledger::default(),
            replays: Replays::default(),
            books: Books::default(),
        }
    }

    /// Forgets everything, as if the simulator had just started.
    pub(crate) fn reset(&mut self) {
        let outbox = Outbox::new(self.settings.seed, Arc::clone(self.outbox.bell()));
        *self = Self::with_outbox(self.settings.clone(), outbox);
        self.outbox.bell().ring();
    }

    /// The virtual time.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Lets everything happen that has become due, each thing at its own time.
    pub(crate) fn catch_up(&mut self) {
        let now = self.now();
        while let Some((at, due)) = self.agenda.next(now) {
            match due {
                Due::Checkout { session_uuid } => {
                    self.close_checkout(&session_uuid, HistoryEvent::CheckoutExpired, at);
                }
                Due::Authorization { order_uuid } => self.end_authorization(&order_uuid, at),
                Due::Customer { customer_uuid } => drop(self.customers.remove(&customer_uuid)),
                Due::DisputeReminder { order_uuid } => self.remind_of_dispute(&order_uuid, at),
                Due::Payout { currency } => self.pay_out(currency, at),
                Due::Interest { currency } => self.accrue_interest(currency, at),
            }
        }
    }

    pub(crate) fn advance(&mut self, by: TimeDelta) {
        self.clock.advance(by);
        self.catch_up();
        self.outbox.bell().ring();
    }

    /// Delivers an event once more to all who want it now.
    pub(crate) fn redeliver(&mut self, event_uuid: &str) -> Result<(), RedeliverError> {
        let now = self.now();
        self.outbox.redeliver(event_uuid, &self.subscriptions, now)
    }

    /// The key that is accepted now; webhooks are signed with it.
    pub(crate) fn private_key(&self) -> &str {
        &self.private_key
    }

    /// Makes a new private key, which is accepted from now on instead of the old one. Tokens stay as they are.
    pub(crate) fn rotate_keys(&mut self) -> &str {
        self.private_key = format!("{PRIVATE_KEY}_{}", self.ids.digits(12));
        &self.private_key
    }

    /// Makes a token that lives beside those that exist, and tells when it ends.
    pub(crate) fn issue_token(&mut self, now: DateTime<Utc>) -> (String, DateTime<Utc>) {
        let token = self.ids.uuid();
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
            self.checkouts.insert(id.to_owned(), session.uuid.clone());
        }
        let due = Due::Checkout { session_uuid: session.uuid.clone() };
        self.agenda.schedule(session.checkout_expiration, due);
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

/// What a segment of a path means, however often it was percent-encoded.
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
    fn tokens_live_side_by_side_for_120_minutes() {
        let mut state = GatewayState::new(Settings::default());
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
