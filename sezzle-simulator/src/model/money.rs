//! Amounts of money: cents, in one of the two currencies of Sezzle.

use serde_json::{Value, json};

use crate::model::error::RuleError;

/// The maximum of an amount, in cents. Older documents use 32 bits for amounts. Sums of such amounts cannot overflow.
pub(crate) const MAX_CENTS: i64 = i32::MAX as i64;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumString, strum::IntoStaticStr)]
#[strum(const_into_str, serialize_all = "UPPERCASE")]
pub(crate) enum Currency {
    Usd,
    Cad,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Money {
    pub(crate) cents: i64,
    pub(crate) currency: Currency,
}

impl Currency {
    /// Returns the ISO 4217 code.
    pub(crate) fn code(self) -> &'static str {
        self.into_str()
    }

    /// Reads the currency at a location of a request.
    ///
    /// # Errors
    ///
    /// Returns an error if the currency is not supported.
    pub(crate) fn read(value: &Value, location: &str) -> Result<Self, RuleError> {
        let known = value.as_str().and_then(|code| code.parse().ok());
        known.ok_or_else(|| RuleError::invalid(location, "the currency must be USD or CAD"))
    }
}

impl Money {
    /// Reads the price at a location of a request that matches its schema.
    ///
    /// # Errors
    ///
    /// Returns an error if the amount is below `min` or above [`MAX_CENTS`], or the currency is not supported.
    pub(crate) fn read(price: &Value, location: &str, min: i64) -> Result<Self, RuleError> {
        let cents = read_cents(&price["amount_in_cents"], &at(location, "amount_in_cents"), min)?;
        let currency = Currency::read(&price["currency"], &at(location, "currency"))?;
        Ok(Self { cents, currency })
    }

    pub(crate) fn to_body(self) -> Value {
        json!({"amount_in_cents": self.cents, "currency": self.currency.code()})
    }

    /// Checks that an amount has the currency of another one.
    ///
    /// # Errors
    ///
    /// Returns an error if the currencies differ.
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
///
/// # Errors
///
/// Returns an error if it is not a plain integer from `min` to [`MAX_CENTS`].
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_within_their_bounds() {
        let read = |cents: Value, currency: &str| {
            Money::read(&json!({"amount_in_cents": cents, "currency": currency}), "", 1).map_err(|error| error.location)
        };
        assert_eq!(read(json!(1), "USD"), Ok(Money { cents: 1, currency: Currency::Usd }));
        assert_eq!(read(json!(MAX_CENTS), "CAD"), Ok(Money { cents: MAX_CENTS, currency: Currency::Cad }));
        for cents in [json!(0), json!(-1), json!(MAX_CENTS + 1), json!(1.5), json!(u64::MAX)] {
            assert_eq!(read(cents, "USD"), Err(Some("amount_in_cents".to_owned())));
        }
        assert_eq!(read(json!(1), "EUR"), Err(Some("currency".to_owned())));
    }
}
