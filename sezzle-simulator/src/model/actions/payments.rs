//! Authorizations, captures, releases and refunds, and the rules for them.

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::agenda::Due;
use crate::authorization::{Authorization, Movement, Movements};
use crate::control_error::ControlError;
use crate::error::ApiError;
use crate::ledger::LedgerKind;
use crate::money::{Money, at as within};
use crate::order::{CheckoutStatus, HistoryEvent, Intent, Order, Origin};
use crate::reports::{PostingKind, capture_fee, percentage_fee};
use crate::state::GatewayState;

impl GatewayState {
    /// Captures an amount of an order, if the rules allow it, and tells the capture's id.
    ///
    /// # Errors
    ///
    /// If there is no such order, it is not authorized or no longer, it was captured at once, or the amount is more
    /// than what is left.
    pub(crate) fn capture(
        &mut self,
        order_uuid: &str,
        amount: Money,
        location: &str,
        at: DateTime<Utc>,
        request_id: Option<&str>,
    ) -> Result<String, ApiError> {
        let (order, authorization) = self.authorized(order_uuid, amount, location)?;
        if order.intent == Intent::Capture {
            return Err(ApiError::invalid("", "an order with intent CAPTURE is captured already"));
        }
        authorization.expect_current()?;
        expect_at_most(amount, authorization.capturable(), location, "is left of the authorization")?;
        Ok(self.apply_capture(order_uuid, amount, at, request_id))
    }

    /// Releases an amount of an order, if the rules allow it, and tells the release's id.
    ///
    /// # Errors
    ///
    /// As for a capture.
    pub(crate) fn release(
        &mut self,
        order_uuid: &str,
        amount: Money,
        at: DateTime<Utc>,
        request_id: Option<&str>,
    ) -> Result<String, ApiError> {
        let (_, authorization) = self.authorized(order_uuid, amount, "")?;
        authorization.expect_current()?;
        expect_at_most(amount, authorization.capturable(), "", "is left of the authorization")?;
        Ok(self.apply_release(order_uuid, amount, at, request_id))
    }

    /// Refunds an amount of an order, if the rules allow it, and tells the refund's id.
    ///
    /// # Errors
    ///
    /// If there is no such order, it is not authorized, or the amount is more than what was captured and not refunded.
    pub(crate) fn refund(
        &mut self,
        order_uuid: &str,
        amount: Money,
        at: DateTime<Utc>,
        request_id: Option<&str>,
    ) -> Result<String, ApiError> {
        let (_, authorization) = self.authorized(order_uuid, amount, "")?;
        expect_at_most(amount, authorization.refundable(), "", "was captured and not refunded")?;
        Ok(self.apply_refund(order_uuid, amount, RefundCause::Merchant, at, request_id))
    }

    /// Gives an order its authorization. One that is not approved is denied.
    pub(crate) fn authorize(&mut self, order_uuid: &str, plan: &str, approved: bool, at: DateTime<Utc>) {
        let (uuid, sezzle_order_id) = (self.ids.uuid(), self.ids.dashboard_id());
        let expiration = at + self.settings.authorization_life;
        let Some(order) = self.orders.get_mut(order_uuid) else { return };
        order.authorization = Some(Authorization {
            uuid,
            created_at: at,
            expiration,
            amount: order.amount,
            approved,
            financing_option: plan.to_owned(),
            sezzle_order_id,
            expired: false,
            captures: Movements::default(),
            refunds: Movements::default(),
            releases: Movements::default(),
        });
        if approved {
            order.status = CheckoutStatus::Complete;
            order.note(at, HistoryEvent::Authorized, Some(order.amount));
            self.books.file_order(order);
            if order.intent == Intent::Auth {
                self.agenda.schedule(expiration, Due::Authorization { order_uuid: order_uuid.to_owned() });
            }
        } else {
            order.status = CheckoutStatus::Denied;
            order.note(at, HistoryEvent::Denied, None);
        }
    }

    pub(crate) fn emit_authorized(&mut self, order_uuid: &str, at: DateTime<Utc>) {
        let authorization = self.order(order_uuid).and_then(|order| order.authorization.as_ref());
        let Some(authorization) = authorization else { return };
        let data = json!({"uuid": order_uuid, "authorization": authorization.to_event_data()});
        self.emit(at, "order.authorized", "order", data);
    }

    /// Ends an authorization before its time.
    pub(crate) fn expire_authorization(&mut self, order_uuid: &str) -> Result<(), ControlError> {
        let at = self.now();
        let order = self.orders.get(order_uuid).ok_or(ControlError::NoSuchOrder)?;
        let authorization = order.authorization.as_ref().filter(|authorization| authorization.approved);
        let authorization = authorization.ok_or(ControlError::NotPossible("the order has no authorization"))?;
        if authorization.expired {
            return Err(ControlError::NotPossible("the authorization has expired already"));
        }
        if order.intent == Intent::Capture {
            return Err(ControlError::NotPossible("the order was captured at once, so nothing can expire"));
        }
        self.end_authorization(order_uuid, at);
        Ok(())
    }

    /// Ends an authorization: what is not captured is released, and an order of which nothing was is deleted.
    pub(crate) fn end_authorization(&mut self, order_uuid: &str, at: DateTime<Utc>) {
        let Some(order) = self.orders.get_mut(order_uuid) else { return };
        let Some(authorization) = order.authorization.as_mut().filter(|authorization| !authorization.expired) else {
            return;
        };
        authorization.expired = true;
        authorization.expiration = authorization.expiration.min(at);
        let rest = authorization.amount.with_cents(authorization.capturable());
        order.note(at, HistoryEvent::AuthorizationExpired, None);
        if rest.cents > 0 {
            self.apply_release(order_uuid, rest, at, None);
        }
    }

    pub(crate) fn apply_capture(
        &mut self,
        order_uuid: &str,
        amount: Money,
        at: DateTime<Utc>,
        request_id: Option<&str>,
    ) -> String {
        let fee = amount.with_cents(capture_fee(amount.cents));
        let is_first = self.order(order_uuid).is_some_and(|order| !order.is_captured());
        let uuid = self.apply(order_uuid, amount, Kind::Capture, at, request_id);
        self.ledger.set_fee(fee.cents);
        if let Some(order) = self.orders.get_mut(order_uuid) {
            order.fees += fee.cents;
            let ordered = order.amount;
            if is_first {
                self.post(PostingKind::Order, order_uuid, ordered, at);
            }
        }
        self.post(PostingKind::Capture, order_uuid, amount, at);
        self.post(PostingKind::Fee, order_uuid, fee, at);
        // The shop charged a virtual card by itself and never learns the id of the order behind it.
        if self.order(order_uuid).is_some_and(|order| !matches!(order.origin, Origin::Card { .. })) {
            let capture = Movement { uuid: uuid.clone(), amount }.to_body();
            self.emit(at, "order.captured", "order", json!({"uuid": order_uuid, "capture": capture}));
        }
        uuid
    }

    pub(crate) fn apply_release(
        &mut self,
        order_uuid: &str,
        amount: Money,
        at: DateTime<Utc>,
        request_id: Option<&str>,
    ) -> String {
        let uuid = self.apply(order_uuid, amount, Kind::Release, at, request_id);
        if let Some(order) = self.orders.get_mut(order_uuid)
            && order.authorization.as_ref().is_some_and(Authorization::is_void)
        {
            order.status = CheckoutStatus::Deleted;
        }
        uuid
    }

    /// Refunds an amount, and returns the refund's id. After a chargeback Sezzle keeps its fees.
    pub(crate) fn apply_refund(
        &mut self,
        order_uuid: &str,
        amount: Money,
        cause: RefundCause,
        at: DateTime<Utc>,
        request_id: Option<&str>,
    ) -> String {
        let (kind, posting, source) = match cause {
            RefundCause::Merchant => (Kind::Refund, PostingKind::Refund, "gateway"),
            RefundCause::Dispute => (Kind::Chargeback, PostingKind::Chargeback, "dashboard"),
        };
        let uuid = self.apply(order_uuid, amount, kind, at, request_id);
        self.post(posting, order_uuid, amount, at);
        if cause == RefundCause::Merchant {
            let returned = self.return_fee(order_uuid);
            if returned > 0 {
                self.ledger.set_fee(-returned);
                self.post(PostingKind::ReturnedFee, order_uuid, amount.with_cents(returned), at);
            }
        }
        let mut refund = Movement { uuid: uuid.clone(), amount }.to_body();
        refund["source"] = json!(source);
        self.emit(at, "order.refunded", "order", json!({"uuid": order_uuid, "refund": refund}));
        uuid
    }

    /// Brings what was returned of an order's fees up to its refunds, and tells by how much, in cents.
    fn return_fee(&mut self, order_uuid: &str) -> i64 {
        let Some(order) = self.orders.get_mut(order_uuid) else { return 0 };
        let refunded = order.authorization.as_ref().map_or(0, |authorization| authorization.refunds.total());
        let returned = percentage_fee(refunded) - order.returned_fees;
        order.returned_fees += returned;
        returned
    }

    /// Writes a movement into the order, its history and the ledger, and tells its id.
    fn apply(
        &mut self,
        order_uuid: &str,
        amount: Money,
        kind: Kind,
        at: DateTime<Utc>,
        request_id: Option<&str>,
    ) -> String {
        let uuid = self.ids.uuid();
        let (ledger_kind, event) = match kind {
            Kind::Capture => (LedgerKind::Capture, HistoryEvent::Captured),
            Kind::Release => (LedgerKind::Release, HistoryEvent::Released),
            Kind::Refund => (LedgerKind::Refund, HistoryEvent::Refunded),
            Kind::Chargeback => (LedgerKind::Chargeback, HistoryEvent::Refunded),
        };
        if let Some(order) = self.orders.get_mut(order_uuid) {
            if let Some(authorization) = &mut order.authorization {
                let movements = match kind {
                    Kind::Capture => &mut authorization.captures,
                    Kind::Release => &mut authorization.releases,
                    Kind::Refund | Kind::Chargeback => &mut authorization.refunds,
                };
                movements.push(&uuid, amount);
            }
            order.note(at, event, Some(amount));
        }
        self.ledger.record(at, ledger_kind, &uuid, order_uuid, amount, request_id);
        uuid
    }

    /// The order with its approved authorization, if an amount at a place of the request is of its currency.
    fn authorized(
        &self,
        order_uuid: &str,
        amount: Money,
        location: &str,
    ) -> Result<(&Order, &Authorization), ApiError> {
        let order = self.order(order_uuid).ok_or_else(ApiError::no_such_order)?;
        let authorization = order.approved_authorization()?;
        amount.expect_currency_of(order.amount, location)?;
        Ok((order, authorization))
    }
}

/// Why an amount is refunded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum RefundCause {
    /// The merchant refunds it.
    Merchant,
    /// The shopper won a dispute, which makes it a chargeback.
    Dispute,
}

#[derive(Clone, Copy)]
enum Kind {
    Capture,
    Release,
    Refund,
    Chargeback,
}

fn expect_at_most(amount: Money, most: i64, location: &str, what: &str) -> Result<(), ApiError> {
    if amount.cents <= most {
        return Ok(());
    }
    Err(ApiError::invalid(
        within(location, "amount_in_cents"),
        format!("amount_in_cents is more than the {most} that {what}"),
    ))
}
