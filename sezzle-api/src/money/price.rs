//! Arithmetic and text of amounts.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::error::Error;
use crate::generated::types::Price;

/// Decimal places of a cent. US and Canadian dollars, the currencies of Sezzle, have two.
const CENT_DIGITS: u32 = 2;

impl Price {
    /// Creates an amount in cents of a currency, given by its ISO 4217 code.
    pub fn new(amount_in_cents: i64, currency: impl Into<String>) -> Self {
        // Not a literal: the document may come to have more fields.
        let price = Self::builder().amount_in_cents(amount_in_cents).currency(currency.into()).build();
        price.unwrap_or_else(|error| unreachable!("all required fields are set: {error}"))
    }

    /// Creates an amount in cents of US dollars.
    pub fn usd(amount_in_cents: i64) -> Self {
        Self::new(amount_in_cents, "USD")
    }

    /// Creates an amount in cents of Canadian dollars.
    pub fn cad(amount_in_cents: i64) -> Self {
        Self::new(amount_in_cents, "CAD")
    }

    /// Converts a decimal in the major unit of a currency, such as `41.50` dollars.
    ///
    /// # Errors
    ///
    /// Returns an error if the amount has a fraction of a cent, which you must round first, or does not fit into an `i64` of
    /// cents.
    pub fn from_decimal(amount: Decimal, currency: impl Into<String>) -> Result<Self, MoneyError> {
        let cents = amount.checked_mul(Decimal::ONE_HUNDRED).ok_or(MoneyError::Overflow)?;
        if !cents.is_integer() {
            return Err(MoneyError::FractionalCents);
        }
        let cents = i64::try_from(cents.trunc()).map_err(|_| MoneyError::Overflow)?;
        Ok(Self::new(cents, currency))
    }

    /// Returns the amount in the major unit of the currency, with two decimal places.
    pub fn to_decimal(&self) -> Decimal {
        Decimal::new(self.amount_in_cents, CENT_DIGITS)
    }

    /// Adds two amounts.
    ///
    /// # Errors
    ///
    /// Returns an error if their currencies differ or the sum is too large.
    pub fn checked_add(&self, other: &Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_add)
    }

    /// Subtracts an amount. The result may be negative.
    ///
    /// # Errors
    ///
    /// Returns an error if their currencies differ or the difference is too large.
    pub fn checked_sub(&self, other: &Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_sub)
    }

    /// Multiplies the amount by a quantity.
    ///
    /// # Errors
    ///
    /// Returns an error if the product is too large.
    pub fn checked_mul(&self, quantity: i32) -> Result<Self, MoneyError> {
        let cents = self.amount_in_cents.checked_mul(i64::from(quantity)).ok_or(MoneyError::Overflow)?;
        Ok(Self::new(cents, &*self.currency))
    }

    /// Adds up amounts of one currency. The sum of no amounts is zero.
    ///
    /// # Errors
    ///
    /// Returns an error if an amount is in another currency or the sum is too large.
    pub fn sum(
        currency: impl Into<String>,
        prices: impl IntoIterator<Item = impl std::borrow::Borrow<Self>>,
    ) -> Result<Self, MoneyError> {
        prices.into_iter().try_fold(Self::new(0, currency), |sum, price| sum.checked_add(price.borrow()))
    }

    /// Compares two amounts.
    ///
    /// # Errors
    ///
    /// Returns an error if their currencies differ.
    pub fn checked_cmp(&self, other: &Self) -> Result<Ordering, MoneyError> {
        self.check_currency(other)?;
        Ok(self.amount_in_cents.cmp(&other.amount_in_cents))
    }

    fn check_currency(&self, other: &Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            return Ok(());
        }
        Err(MoneyError::CurrencyMismatch { expected: self.currency.clone(), found: other.currency.clone() })
    }

    fn combine(&self, other: &Self, combine: fn(i64, i64) -> Option<i64>) -> Result<Self, MoneyError> {
        self.check_currency(other)?;
        let cents = combine(self.amount_in_cents, other.amount_in_cents).ok_or(MoneyError::Overflow)?;
        Ok(Self::new(cents, &*self.currency))
    }
}

/// Prints `41.50 USD`.
impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.to_decimal(), self.currency)
    }
}

impl FromStr for Price {
    type Err = MoneyError;

    /// Parses what `Display` prints: a decimal with at most two decimal places, a space, and the three letters of a
    /// currency.
    ///
    /// # Errors
    ///
    /// Returns an error if the text has another form.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let (amount, currency) = text.split_once(' ').ok_or(MoneyError::Parse)?;
        if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(MoneyError::Parse);
        }
        let digits = amount.strip_prefix('-').unwrap_or(amount);
        if !digits.starts_with(|c: char| c.is_ascii_digit())
            || digits.contains(|c: char| !c.is_ascii_digit() && c != '.')
        {
            return Err(MoneyError::Parse);
        }
        let amount = Decimal::from_str_exact(amount).map_err(|_| MoneyError::Parse)?;
        Self::from_decimal(amount, currency)
    }
}

/// Why an amount cannot be computed or parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MoneyError {
    /// The amounts are in different currencies.
    CurrencyMismatch {
        /// The currency of the first amount, or of the sum.
        expected: String,
        /// The currency of the other amount.
        found: String,
    },
    /// The amount does not fit into an `i64` of cents.
    Overflow,
    /// The decimal has a fraction of a cent.
    FractionalCents,
    /// The text is not an amount such as `41.50 USD`.
    Parse,
    /// A response or a report has no amount, or no currency.
    Missing {
        /// The field of the response, or the column of the report.
        field: &'static str,
    },
}

const LOOK_UP: &str = "look it up in the merchant dashboard";

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CurrencyMismatch { expected, found } => {
                write!(f, "currency mismatch: {found} with {expected}: convert it first")
            }
            Self::Overflow => f.write_str("the amount does not fit into 64 bits of cents"),
            Self::FractionalCents => f.write_str("the amount has a fraction of a cent: round it first"),
            Self::Parse => f.write_str("not an amount: write it as in `41.50 USD`"),
            Self::Missing { field } => write!(f, "`{field}` is missing: {LOOK_UP}"),
        }
    }
}

impl std::error::Error for MoneyError {}

/// For `?`: a missing amount is an incomplete response, all else is invalid input, of kind
/// [`NotSent`](crate::ErrorKind::NotSent). That is about the amounts alone: calls made before may have taken effect.
impl From<MoneyError> for Error {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::Missing { field } => Self::missing(field, LOOK_UP),
            other => Self::invalid("amount", other.to_string()),
        }
    }
}
