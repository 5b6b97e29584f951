//! Amounts in flags.

use std::str::FromStr;

use serde_json::{Value, json};
use sezzle_api::types::Price;

/// An amount with its currency, such as `41.50 USD`.
#[derive(Clone, Debug)]
pub(crate) struct Amount(pub(crate) Price);

impl FromStr for Amount {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let price = text.trim().parse().map(Self);
        price.map_err(|_| "write a decimal and a currency, such as \"41.50 USD\"".to_owned())
    }
}

impl Amount {
    pub(crate) fn to_json(&self) -> Value {
        json!({"amount_in_cents": self.0.amount_in_cents, "currency": self.0.currency})
    }
}
