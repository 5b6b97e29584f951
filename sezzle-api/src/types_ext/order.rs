//! Amounts of an order's captures, releases and refunds, which two sources describe differently.

use crate::generated::types::{AuthorizationEvent, Price, RefundEvent};

impl AuthorizationEvent {
    /// Returns the amount, in whichever of its two forms the gateway sent it.
    pub fn price(&self) -> Option<Price> {
        price(self.amount.as_ref(), self.amount_in_cents, self.currency_code.as_deref())
    }
}

impl RefundEvent {
    /// Returns the amount, in whichever of its two forms the gateway sent it.
    pub fn price(&self) -> Option<Price> {
        price(self.amount.as_ref(), self.amount_in_cents, self.currency_code.as_deref())
    }
}

fn price(nested: Option<&Price>, cents: Option<i64>, currency: Option<&str>) -> Option<Price> {
    nested.cloned().or_else(|| Some(Price { amount_in_cents: cents?, currency: currency?.to_owned() }))
}
