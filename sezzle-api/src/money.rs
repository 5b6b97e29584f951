//! Short ways to write an amount and a URL.

use crate::types::{Price, RedirectUrl};

impl Price {
    /// An amount in cents of a currency, given by its ISO 4217 code.
    pub fn new(amount_in_cents: i64, currency: impl Into<String>) -> Self {
        Self { amount_in_cents, currency: currency.into() }
    }

    /// An amount in cents of US dollars.
    pub fn usd(amount_in_cents: i64) -> Self {
        Self::new(amount_in_cents, "USD")
    }

    /// An amount in cents of Canadian dollars.
    pub fn cad(amount_in_cents: i64) -> Self {
        Self::new(amount_in_cents, "CAD")
    }
}

impl From<&str> for RedirectUrl {
    fn from(href: &str) -> Self {
        Self::from(href.to_owned())
    }
}

impl From<String> for RedirectUrl {
    fn from(href: String) -> Self {
        Self { href, method: None }
    }
}
