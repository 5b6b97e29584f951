//! Amounts of money: cents, in one of the two currencies of Sezzle.

use serde::Serialize;
use serde_json::Value;

use crate::model::error::RuleError;

/// The maximum of an amount, in cents. Older documents use 32 bits for amounts. Sums of such amounts cannot overflow.
pub(crate) const MAX_CENTS: i64 = i32::MAX as i64;

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumString, strum::IntoStaticStr,
)]
#[strum(const_into_str, serialize_all = "UPPERCASE")]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum Currency {
    Usd,
    Cad,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Money {
    #[serde(rename = "amount_in_cents")]
    pub(crate) cents: i64,
    pub(crate) currency: Currency,
}

impl Currency {
    /// Returns the ISO 4217 code.
    pub(crate) fn code(self) -> &'static str {
        self.into_str()
    }

    /// Reads the currency at a location of a request.
    pub(crate) fn read(value: &Value, location: &str) -> Result<Self, RuleError> {
        let known = value.as_str().and_then(|code| code.parse().ok());
        known.ok_or_else(|| RuleError::invalid(location, "the currency must be USD or CAD"))
    }
}

impl Money {
    /// Reads the price at a location of a request that matches its schema.
    pub(crate) fn read(price: &Value, location: &str, min: i64) -> Result<Self, RuleError> {
        let cents = read_cents(&price["amount_in_cents"], &at(location, "amount_in_cents"), min)?;
        let currency = Currency::read(&price["currency"], &at(location, "currency"))?;
        Ok(Self { cents, currency })
    }

    /// Checks that an amount has the currency of another one.
    pub(crate) fn expect_currency_of(self, other: Self, location: &str) -> Result<(), RuleError> {
        if self.currency == other.currency {
            return Ok(());
        }
        let message = format!("the currency must be the order's, {}", other.currency.code());
        Err(RuleError::invalid(at(location, "currency"), message))
    }

    /// Returns another amount of the same currency.
    pub(crate) fn with_cents(self, cents: i64) -> Self {
        Self { cents, ..self }
    }
}

/// Reads an amount in cents.
pub(crate) fn read_cents(value: &Value, location: &str, min: i64) -> Result<i64, RuleError> {
    let cents = value.as_i64().filter(|cents| (min..=MAX_CENTS).contains(cents));
    let name = location.rsplit('.').next().unwrap_or(location);
    cents.ok_or_else(|| {
        let message = format!("{name} must be a plain integer of at least {min} and at most {MAX_CENTS}");
        RuleError::invalid(location, message)
    })
}

/// Returns the location of a member. An empty location is the body as a whole.
pub(crate) fn at(location: &str, member: &str) -> String {
    if location.is_empty() { member.to_owned() } else { format!("{location}.{member}") }
}
