//! What the shopper does at the checkout, and what becomes of a checkout that is left alone.

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::agenda::Due;
use crate::card::{Card, CardStatus};
use crate::customer::{self, Customer, completed_details};
use crate::links::with_parameter;
use crate::order::{CheckoutStatus, HistoryEvent, Intent, Origin, ShippingMethod};
use crate::session::Session;
use crate::state::{FinishError, GatewayState};
use crate::timestamp;

impl GatewayState {
    /// Lets the shopper approve, and tells where the shop wants them to go next.
    ///
    /// The id is that of a session, of its order, of its checkout or tokenization, or of a card session. The consent to
    /// tokenization counts only if the session asks for it; a session without an order asks for nothing else.
    pub(crate) fn approve(&mut self, id: &str, consent_to_tokenization: bool) -> Result<String, FinishError> {
        let at = self.now();
        if self.card_sessions.contains_key(id) {
            return self.issue_card(id, at);
        }
        let session = self.open_session(id)?;
        session.status = CheckoutStatus::Complete;
        let uuid = session.uuid.clone();
        let asked = session.asks_for_tokenization(at);
        if let Some(order_uuid) = session.order_uuid.clone() {
            self.ship_first_way(&uuid, &order_uuid);
            self.authorize_at_checkout(&order_uuid, at);
        }
        let has_order = self.session(&uuid).is_some_and(|session| session.order_uuid.is_some());
        let customer = (asked && (consent_to_tokenization || !has_order)).then(|| self.tokenize(&uuid, at));
        let complete_url = self.session(&uuid).map_or("", |session| &session.complete_url);
        Ok(match customer {
            Some(customer_uuid) => with_parameter(complete_url, "customer-uuid", &customer_uuid),
            None => complete_url.to_owned(),
        })
    }

    /// Lets Sezzle deny the shopper the order, and tells where the shop wants them to go next.
    pub(crate) fn decline(&mut self, id: &str) -> Result<String, FinishError> {
        let at = self.now();
        if let Some(session) = self.card_sessions.get_mut(id) {
            if !matches!(session.status, CardStatus::Active) {
                return Err(FinishError::AlreadyFinished);
            }
            session.status = CardStatus::Declined;
            return Ok(session.origin.clone());
        }
        let session = self.open_session(id)?;
        session.status = CheckoutStatus::Denied;
        let destination = session.cancel_url.clone();
        let order_uuid = session.order_uuid.clone();
        if let Some(order) = order_uuid.and_then(|uuid| self.orders.get_mut(&uuid)) {
            order.status = CheckoutStatus::Denied;
            order.note(at, HistoryEvent::Denied, None);
        }
        Ok(destination)
    }

    /// Lets the shopper go back to the shop without deciding, and tells where that is. The checkout stays open.
    pub(crate) fn leave(&mut self, id: &str) -> Result<String, FinishError> {
        let at = self.now();
        if let Some(session) = self.card_sessions.get(id) {
            return match session.status {
                CardStatus::Active => Ok(session.origin.clone()),
                CardStatus::Issued(_) | CardStatus::Declined => Err(FinishError::AlreadyFinished),
            };
        }
        let session = self.open_session(id)?;
        let destination = session.cancel_url.clone();
        let order_uuid = session.order_uuid.clone();
        if let Some(order) = order_uuid.and_then(|uuid| self.orders.get_mut(&uuid)) {
            order.note(at, HistoryEvent::Left, None);
        }
        Ok(destination)
    }

    /// Closes the checkout, if it is open.
    pub(crate) fn close_checkout(&mut self, session_uuid: &str, event: HistoryEvent, at: DateTime<Utc>) {
        let session = self.sessions.get_mut(session_uuid);
        let Some(session) = session.filter(|session| session.status == CheckoutStatus::Active) else { return };
        session.status = CheckoutStatus::Deleted;
        if let Some(order) = session.order_uuid.as_ref().and_then(|uuid| self.orders.get_mut(uuid)) {
            order.status = CheckoutStatus::Deleted;
            order.note(at, event, None);
        }
    }

    fn open_session(&mut self, id: &str) -> Result<&mut Session, FinishError> {
        let uuid = match (self.session_at_checkout(id), self.orders.get(id).map(|order| &order.origin)) {
            (Some(session), _) => session.uuid.clone(),
            (None, Some(Origin::Session { session_uuid })) => session_uuid.clone(),
            (None, _) => id.to_owned(),
        };
        let session = self.sessions.get_mut(&uuid).ok_or(FinishError::NoSuchSession)?;
        match session.status {
            CheckoutStatus::Active => Ok(session),
            CheckoutStatus::Complete | CheckoutStatus::Denied => Err(FinishError::AlreadyFinished),
            CheckoutStatus::Deleted => Err(FinishError::Closed),
        }
    }

    /// In an express checkout the shopper takes the first way to ship that the shop offers.
    fn ship_first_way(&mut self, session_uuid: &str, order_uuid: &str) {
        let option = self.sessions.get(session_uuid).and_then(|session| session.shipping_options.first());
        if let (Some(option), Some(order)) = (option, self.orders.get_mut(order_uuid)) {
            order.amount = order.amount.with_cents(option.total);
            order.shipping = Some(order.amount.with_cents(option.shipping));
            order.tax = Some(order.amount.with_cents(option.tax));
            order.shipping_method =
                Some(ShippingMethod { name: option.name.clone(), description: option.description.clone() });
        }
    }

    fn authorize_at_checkout(&mut self, order_uuid: &str, at: DateTime<Utc>) {
        let Some(order) = self.orders.get_mut(order_uuid) else { return };
        order.customer = completed_details(&order.customer);
        let plan = order.financing_option.clone().unwrap_or_else(|| "4-pay-biweekly".to_owned());
        self.authorize(order_uuid, &plan, true, at);
        self.emit_authorized(order_uuid, at);
        if self.order(order_uuid).is_some_and(|order| order.intent == Intent::Capture) {
            self.capture_at_once(order_uuid, at, None);
        }
    }

    /// Remembers the shopper, and tells the id of the customer they are from now on.
    fn tokenize(&mut self, session_uuid: &str, at: DateTime<Utc>) -> String {
        let customer_uuid = self.ids.uuid();
        let expiration = at + customer::LIFE;
        let Some(session) = self.sessions.get_mut(session_uuid) else { return customer_uuid };
        let Some(tokenization) = &mut session.tokenization else { return customer_uuid };
        tokenization.customer_uuid = Some(customer_uuid.clone());
        let data = json!({
            "token": tokenization.token,
            "expiration": timestamp(tokenization.expiration),
            "customer": {
                "uuid": customer_uuid,
                "created_at": crate::event_timestamp(at),
                "expiration": timestamp(expiration),
            },
        });
        let customer = Customer {
            uuid: customer_uuid.clone(),
            created_at: at,
            expiration,
            spending_limit: self.settings.spending_limit,
            details: completed_details(&session.customer),
        };
        self.customers.insert(customer_uuid.clone(), customer);
        self.agenda.schedule(expiration, Due::Customer { customer_uuid: customer_uuid.clone() });
        self.emit(at, "customer.tokenized", "tokenize", data);
        customer_uuid
    }

    fn issue_card(&mut self, session_uuid: &str, at: DateTime<Utc>) -> Result<String, FinishError> {
        let session = self.card_sessions.get_mut(session_uuid).ok_or(FinishError::NoSuchSession)?;
        if !matches!(session.status, CardStatus::Active) {
            return Err(FinishError::AlreadyFinished);
        }
        session.customer = completed_details(&session.customer);
        let card = Card::issue(&mut self.ids, session.wants_token, &session.customer, at);
        if let Some(token) = &card.token {
            self.card_tokens.insert(token.clone(), session_uuid.to_owned());
        }
        session.status = CardStatus::Issued(card);
        Ok(session.origin.clone())
    }

    /// Captures the whole order as it is authorized, for the intent `CAPTURE`.
    pub(crate) fn capture_at_once(&mut self, order_uuid: &str, at: DateTime<Utc>, request_id: Option<&str>) {
        let Some(amount) = self.order(order_uuid).map(|order| order.amount) else { return };
        self.apply_capture(order_uuid, amount, at, request_id);
    }
}
