//! What the document does not say of an order: where two of its descriptions differ.

use crate::types::{AuthorizationEvent, CheckoutStatus, Price, RefundEvent};

impl CheckoutStatus {
    /// Whether the shopper has finished the checkout, in either of the two words for it. Whether Sezzle approved is in
    /// the order's authorization.
    pub fn is_complete(&self) -> bool {
        matches!(self, Self::Complete | Self::Completed)
    }
}

impl AuthorizationEvent {
    /// The amount, in whichever of the two forms the gateway sent it.
    pub fn price(&self) -> Option<Price> {
        price(self.amount.as_ref(), self.amount_in_cents, self.currency_code.as_deref())
    }
}

impl RefundEvent {
    /// The amount, in whichever of the two forms the gateway sent it.
    pub fn price(&self) -> Option<Price> {
        price(self.amount.as_ref(), self.amount_in_cents, self.currency_code.as_deref())
    }
}

fn price(nested: Option<&Price>, cents: Option<i64>, currency: Option<&str>) -> Option<Price> {
    nested.cloned().or_else(|| Some(Price { amount_in_cents: cents?, currency: currency?.to_owned() }))
}
