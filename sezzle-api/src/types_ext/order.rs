//! What a shop asks about an order: whether it is the right one, whether it can be captured, and how much of it was.

use chrono::{DateTime, Utc};

use crate::generated::types::{
    Authorization, AuthorizationEvent, CheckoutStatus, Order, OrderCreated, Price, RefundEvent,
};
use crate::money::MoneyError;

impl Order {
    /// Returns whether Sezzle has approved the order: the checkout is complete, and the authorization is approved.
    ///
    /// This remains `true` when the authorization expires after a partial capture. Before you capture and ship, call
    /// [`is_capturable`](Self::is_capturable); with [`Intent::Capture`](crate::types::Intent::Capture), compare
    /// [`captured`](Self::captured) with the amount of your order, and check that [`refunded`](Self::refunded) is zero.
    pub fn is_approved(&self) -> bool {
        self.checkout_status == Some(CheckoutStatus::Complete) && is_approved(self.authorization.as_ref())
    }

    /// Returns whether an amount of the order can be captured at the time `now`: the order is approved, its authorization has
    /// not expired, and something [remains](Self::remaining).
    ///
    /// Returns `false` if the gateway did not send what decides it, such as the expiration. Anyone can open `complete_url`,
    /// so check that the order is yours as well:
    ///
    /// ```no_run
    /// # async fn example(client: sezzle_api::Client) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::chrono::Utc;
    /// use sezzle_api::types::Price;
    ///
    /// let order = client.get_order().order_uuid("..").send().await?;
    /// if order.matches("order-1001", &Price::usd(4150)) && order.is_capturable(Utc::now()) {
    ///     // Capture, then ship.
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn is_capturable(&self, now: DateTime<Utc>) -> bool {
        let expiration = self.authorization.as_ref().and_then(|authorization| authorization.expiration.as_ref());
        expiration.is_some_and(|expiration| now < *expiration)
            && self.remaining().is_ok_and(|remaining| remaining.amount_in_cents > 0)
    }

    /// Returns whether this is the order with the shop's `reference_id` and `amount`.
    pub fn matches(&self, reference_id: &str, amount: &Price) -> bool {
        self.reference_id.as_deref() == Some(reference_id) && self.order_amount.as_ref() == Some(amount)
    }

    /// Returns the sum of the captures.
    ///
    /// # Errors
    ///
    /// Returns an error if an amount is missing or in another currency than the order, or the sum is too large.
    pub fn captured(&self) -> Result<Price, MoneyError> {
        self.sum("authorization.captures[].amount", |authorization| &authorization.captures)
    }

    /// Returns the sum of the refunds.
    ///
    /// # Errors
    ///
    /// Returns an error as [`captured`](Self::captured) does.
    pub fn refunded(&self) -> Result<Price, MoneyError> {
        self.sum("authorization.refunds[].amount", |authorization| &authorization.refunds)
    }

    /// Returns the sum of the releases. When an authorization expires, Sezzle releases what was not captured.
    ///
    /// # Errors
    ///
    /// Returns an error as [`captured`](Self::captured) does.
    pub fn released(&self) -> Result<Price, MoneyError> {
        self.sum("authorization.releases[].amount", |authorization| &authorization.releases)
    }

    /// Returns the authorized amount minus captures and releases; zero if the order is not [approved](Self::is_approved).
    ///
    /// It can be captured or released until the authorization expires: see [`is_capturable`](Self::is_capturable).
    ///
    /// # Errors
    ///
    /// Returns an error as [`captured`](Self::captured) does.
    pub fn remaining(&self) -> Result<Price, MoneyError> {
        let authorized = self.authorization.as_ref().filter(|_| self.is_approved());
        let Some(authorized) = authorized else { return Ok(Price::new(0, self.currency()?)) };
        let authorized = authorized.authorization_amount.as_ref();
        let authorized = authorized.ok_or(MoneyError::Missing { field: "authorization.authorization_amount" })?;
        authorized.checked_sub(&self.captured()?)?.checked_sub(&self.released()?)
    }

    fn sum(
        &self,
        field: &'static str,
        events: fn(&Authorization) -> &Vec<AuthorizationEvent>,
    ) -> Result<Price, MoneyError> {
        self.authorization.iter().flat_map(events).try_fold(Price::new(0, self.currency()?), |sum, event| {
            sum.checked_add(&event.price().ok_or(MoneyError::Missing { field })?)
        })
    }

    fn currency(&self) -> Result<&str, MoneyError> {
        let authorized = || self.authorization.as_ref()?.authorization_amount.as_ref();
        let amount = self.order_amount.as_ref().or_else(authorized);
        amount.map(|amount| &*amount.currency).ok_or(MoneyError::Missing { field: "order_amount" })
    }
}

impl OrderCreated {
    /// Returns whether Sezzle has approved the order. The call that creates it succeeds even if it is declined.
    pub fn is_approved(&self) -> bool {
        is_approved(self.authorization.as_ref())
    }
}

fn is_approved(authorization: Option<&Authorization>) -> bool {
    authorization.is_some_and(|authorization| authorization.approved == Some(true))
}

impl AuthorizationEvent {
    /// Returns the amount, in whichever of its two forms the gateway sent it.
    pub fn price(&self) -> Option<Price> {
        price(self.amount.as_ref(), self.amount_in_cents.as_ref(), self.currency_code.as_deref())
    }
}

impl RefundEvent {
    /// Returns the amount, in whichever of its two forms the gateway sent it.
    pub fn price(&self) -> Option<Price> {
        price(self.amount.as_ref(), self.amount_in_cents.as_ref(), self.currency_code.as_deref())
    }
}

fn price(nested: Option<&Price>, cents: Option<&i64>, currency: Option<&str>) -> Option<Price> {
    nested.cloned().or_else(|| Some(Price::new(*cents?, currency?)))
}
