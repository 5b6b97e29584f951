//! Amounts: exact, in one currency, and with nothing lost.
//!
//! An amount is a [`Price`]: whole cents of a currency. There is no way from or to a binary fraction such as `41.50`,
//! which cannot hold most amounts:
//!
//! ```compile_fail
//! let price = sezzle_api::types::Price::usd(41.50);
//! ```
//!
//! nor is there a `+` that would have to guess what a US dollar and a Canadian dollar make:
//!
//! ```compile_fail
//! use sezzle_api::types::Price;
//!
//! let sum = Price::usd(4150) + Price::cad(350);
//! ```
//!
//! Instead:
//!
//! ```
//! use sezzle_api::Decimal;
//! use sezzle_api::money::MoneyError;
//! use sezzle_api::types::Price;
//!
//! let coffee = Price::from_decimal(Decimal::new(1900, 2), "USD")?;
//! let total = Price::sum("USD", [coffee.checked_mul(2)?, Price::usd(350)])?;
//! assert_eq!(total, Price::usd(4150));
//! assert_eq!(total.to_string(), "41.50 USD");
//! assert_eq!("41.50 USD".parse::<Price>()?, total);
//!
//! let mixed = Price::sum("USD", [Price::usd(4150), Price::cad(350)]);
//! assert!(matches!(mixed, Err(MoneyError::CurrencyMix { .. })));
//! # Ok::<(), MoneyError>(())
//! ```

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::types::{Price, RedirectUrl};

mod total;

pub use total::TotalError;

/// How many digits a cent stands behind the point. The currencies Sezzle trades in, US and Canadian dollars, have two.
const CENT_DIGITS: u32 = 2;

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

    /// The amount that a decimal says in the major unit of a currency, such as `41.50` dollars.
    ///
    /// # Errors
    ///
    /// There is a fraction of a cent in it, which is not rounded here: how to round is yours to decide. Or there are
    /// too many cents for an `i64`.
    pub fn from_decimal(amount: Decimal, currency: impl Into<String>) -> Result<Self, MoneyError> {
        let cents = amount.checked_mul(Decimal::ONE_HUNDRED).ok_or(MoneyError::Overflow)?;
        if !cents.is_integer() {
            return Err(MoneyError::FractionOfACent);
        }
        let cents = i64::try_from(cents.trunc()).map_err(|_| MoneyError::Overflow)?;
        Ok(Self::new(cents, currency))
    }

    /// The amount in the major unit of the currency, with two digits behind the point.
    pub fn to_decimal(&self) -> Decimal {
        Decimal::new(self.amount_in_cents, CENT_DIGITS)
    }

    /// The sum of two amounts.
    ///
    /// # Errors
    ///
    /// Their currencies differ, or the sum is too large.
    pub fn checked_add(&self, other: &Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_add)
    }

    /// What is left of this amount without the other. It may be negative.
    ///
    /// # Errors
    ///
    /// Their currencies differ, or the difference is too large.
    pub fn checked_sub(&self, other: &Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_sub)
    }

    /// The amount, `quantity` times.
    ///
    /// # Errors
    ///
    /// It is too large.
    pub fn checked_mul(&self, quantity: i32) -> Result<Self, MoneyError> {
        let cents = self.amount_in_cents.checked_mul(i64::from(quantity)).ok_or(MoneyError::Overflow)?;
        Ok(Self::new(cents, &*self.currency))
    }

    /// The sum of amounts that are all of one currency. No amounts make zero.
    ///
    /// # Errors
    ///
    /// One of them is of another currency, or the sum is too large.
    pub fn sum(
        currency: impl Into<String>,
        prices: impl IntoIterator<Item = impl std::borrow::Borrow<Self>>,
    ) -> Result<Self, MoneyError> {
        prices.into_iter().try_fold(Self::new(0, currency), |sum, price| sum.checked_add(price.borrow()))
    }

    fn combine(&self, other: &Self, combine: fn(i64, i64) -> Option<i64>) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            let (expected, found) = (self.currency.clone(), other.currency.clone());
            return Err(MoneyError::CurrencyMix { expected, found });
        }
        let cents = combine(self.amount_in_cents, other.amount_in_cents).ok_or(MoneyError::Overflow)?;
        Ok(Self::new(cents, &*self.currency))
    }
}

/// For people: `41.50 USD`.
impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.to_decimal(), self.currency)
    }
}

impl FromStr for Price {
    type Err = MoneyError;

    /// Reads what `Display` writes: a decimal of at most two digits behind the point, a space, and the three letters of
    /// a currency.
    ///
    /// # Errors
    ///
    /// The text is nothing of the kind.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let (amount, currency) = text.split_once(' ').ok_or(MoneyError::NotAnAmount)?;
        if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(MoneyError::NotAnAmount);
        }
        let digits = amount.strip_prefix('-').unwrap_or(amount);
        if !digits.starts_with(|c: char| c.is_ascii_digit())
            || digits.contains(|c: char| !c.is_ascii_digit() && c != '.')
        {
            return Err(MoneyError::NotAnAmount);
        }
        let amount = Decimal::from_str_exact(amount).map_err(|_| MoneyError::NotAnAmount)?;
        Self::from_decimal(amount, currency)
    }
}

/// Why an amount cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MoneyError {
    /// Amounts of two currencies have no sum.
    CurrencyMix {
        /// The currency of the sum.
        expected: String,
        /// That of the amount that does not fit.
        found: String,
    },
    /// The amount does not fit into 64 bits of cents.
    Overflow,
    /// There is a fraction of a cent in a decimal.
    FractionOfACent,
    /// The text is not an amount such as `41.50 USD`.
    NotAnAmount,
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CurrencyMix { expected, found } => write!(f, "{found} among {expected}: convert it first"),
            Self::Overflow => f.write_str("the amount is too large"),
            Self::FractionOfACent => f.write_str("there is a fraction of a cent in the amount: round it first"),
            Self::NotAnAmount => f.write_str("not an amount: write it like `41.50 USD`"),
        }
    }
}

impl std::error::Error for MoneyError {}

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
