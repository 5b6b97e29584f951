//! Whether the parts of an order make its total.

use std::fmt;

use super::MoneyError;
use crate::types::{Price, SessionOrder};

impl SessionOrder {
    /// Checks that the parts make the total: items times their quantity, and `shipping_amount`, and `tax_amount`,
    /// without the discounts, are `order_amount`. All in its currency.
    ///
    /// Sezzle asks for it and does not say whether it checks. Call this before you create a session:
    ///
    /// ```
    /// use sezzle_api::types::{LineItem, Price, SessionOrder};
    ///
    /// let coffee = LineItem::builder().name("Coffee beans, 1 kg").sku("coffee-1kg").quantity(2).price(Price::usd(1900));
    /// let order = SessionOrder::builder()
    ///     .items([coffee])
    ///     .shipping_amount(Price::usd(350))
    ///     .order_amount(Price::usd(4200))
    ///     .build()?;
    /// assert_eq!(
    ///     order.check_total().unwrap_err().to_string(),
    ///     "order_amount: 42.00 USD is 0.50 USD more than its parts: items 38.00 + shipping_amount 3.50 + tax_amount 0.00 \
    ///      - discounts 0.00 = 41.50 USD",
    /// );
    /// # Ok::<(), sezzle_api::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The parts make another total; there are no items to make one; a part is of another currency, is negative or has
    /// no quantity; or a sum is too large. The error names the field.
    pub fn check_total(&self) -> Result<(), TotalError> {
        let currency = self.order_amount.currency.as_str();
        if self.items.is_empty() {
            return Err(TotalError::part("items".to_owned(), PartProblem::NoItems));
        }
        let mut items = Price::new(0, currency);
        for (index, item) in self.items.iter().enumerate() {
            let field = || format!("items[{index}].price");
            if item.quantity < 1 {
                return Err(TotalError::part(format!("items[{index}].quantity"), PartProblem::NoQuantity));
            }
            let price = item.price.checked_mul(item.quantity).map_err(|error| TotalError::money(field(), error))?;
            add(&mut items, &price, field)?;
        }
        let mut discounts = Price::new(0, currency);
        for (index, discount) in self.discounts.iter().enumerate() {
            add(&mut discounts, &discount.amount, || format!("discounts[{index}].amount"))?;
        }
        let mut shipping = Price::new(0, currency);
        if let Some(amount) = &self.shipping_amount {
            add(&mut shipping, amount, || "shipping_amount".to_owned())?;
        }
        let mut tax = Price::new(0, currency);
        if let Some(amount) = &self.tax_amount {
            add(&mut tax, amount, || "tax_amount".to_owned())?;
        }

        let whole = |error| TotalError::money("order_amount".to_owned(), error);
        let sum = Price::sum(currency, [&items, &shipping, &tax]).and_then(|sum| sum.checked_sub(&discounts));
        let sum = sum.map_err(whole)?;
        let difference = self.order_amount.checked_sub(&sum).map_err(whole)?;
        if difference.amount_in_cents == 0 {
            return Ok(());
        }
        let parts = Box::new(Parts { items, shipping, tax, discounts });
        Err(TotalError(Problem::Difference { order_amount: self.order_amount.clone(), sum, difference, parts }))
    }
}

/// Adds a part of an order, whose field is named in the error if it cannot be one.
fn add(sum: &mut Price, part: &Price, field: impl Fn() -> String) -> Result<(), TotalError> {
    if part.amount_in_cents < 0 {
        return Err(TotalError::part(field(), PartProblem::Negative));
    }
    *sum = sum.checked_add(part).map_err(|error| TotalError::money(field(), error))?;
    Ok(())
}

/// Why the parts of an order do not make its total; see [`SessionOrder::check_total`].
#[derive(Clone, Debug, PartialEq)]
pub struct TotalError(Problem);

#[derive(Clone, Debug, PartialEq)]
enum Problem {
    Part { field: String, problem: PartProblem },
    Difference { order_amount: Price, sum: Price, difference: Price, parts: Box<Parts> },
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum PartProblem {
    NoItems,
    NoQuantity,
    Negative,
    Money(MoneyError),
}

#[derive(Clone, Debug, PartialEq)]
struct Parts {
    items: Price,
    shipping: Price,
    tax: Price,
    discounts: Price,
}

impl TotalError {
    /// The field of the order that is wrong, such as `order_amount` or `items[1].price`.
    pub fn field(&self) -> &str {
        match &self.0 {
            Problem::Part { field, .. } => field,
            Problem::Difference { .. } => "order_amount",
        }
    }

    /// What `order_amount` is more than the sum of its parts; negative if it is less. `None` if there is no sum.
    pub fn difference(&self) -> Option<&Price> {
        match &self.0 {
            Problem::Part { .. } => None,
            Problem::Difference { difference, .. } => Some(difference),
        }
    }

    fn part(field: String, problem: PartProblem) -> Self {
        Self(Problem::Part { field, problem })
    }

    fn money(field: String, error: MoneyError) -> Self {
        Self::part(field, PartProblem::Money(error))
    }
}

impl fmt::Display for TotalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Problem::Part { field, problem } => match problem {
                PartProblem::NoItems => write!(f, "{field}: there are none whose sum could be checked"),
                PartProblem::NoQuantity => write!(f, "{field}: it is less than one"),
                PartProblem::Negative => write!(f, "{field}: it is negative"),
                PartProblem::Money(error) => write!(f, "{field}: {error}"),
            },
            Problem::Difference { order_amount, sum, difference, parts } => {
                let word = if difference.amount_in_cents > 0 { "more" } else { "less" };
                let difference = difference.to_decimal().abs();
                write!(
                    f,
                    "order_amount: {order_amount} is {difference} {} {word} than its parts: items {} + shipping_amount {} + \
                     tax_amount {} - discounts {} = {sum}",
                    order_amount.currency,
                    parts.items.to_decimal(),
                    parts.shipping.to_decimal(),
                    parts.tax.to_decimal(),
                    parts.discounts.to_decimal(),
                )
            }
        }
    }
}

impl std::error::Error for TotalError {}
