//! Compares the total of an order with the sum of its parts.

use std::fmt;

use crate::generated::types::{Price, SessionOrder};
use crate::money::price::MoneyError;

impl SessionOrder {
    /// Checks that `order_amount` is the sum of the items times their quantity, `shipping_amount` and `tax_amount`, minus the
    /// discounts, all in one currency.
    ///
    /// Sezzle requires this, but does not document whether it checks. Call this before you create a session:
    ///
    /// ```
    /// use sezzle_api::types::{Intent, LineItem, Price, SessionOrder};
    ///
    /// let coffee = LineItem::builder().name("Coffee beans, 1 kg").sku("coffee-1kg").quantity(2).price(Price::usd(1900));
    /// let order = SessionOrder::builder()
    ///     .intent(Intent::Auth)
    ///     .items([coffee])
    ///     .shipping_amount(Price::usd(350))
    ///     .order_amount(Price::usd(4200))
    ///     .build()?;
    /// assert_eq!(
    ///     order.validate_total().unwrap_err().to_string(),
    ///     "order_amount: 42.00 USD is 0.50 USD more than its parts: items 38.00 + shipping_amount 3.50 + tax_amount 0.00 \
    ///      - discounts 0.00 = 41.50 USD",
    /// );
    /// # Ok::<(), sezzle_api::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error that names the field if the sum differs, there are no items, a part is negative, has no quantity or
    /// is in another currency, or a sum is too large.
    pub fn validate_total(&self) -> Result<(), OrderTotalError> {
        let currency = self.order_amount.currency.as_str();
        if self.items.is_empty() {
            return Err(OrderTotalError::new("items", "is empty, so there is no sum to check: add the items"));
        }
        let mut items = Price::new(0, currency);
        for (index, item) in self.items.iter().enumerate() {
            if item.quantity < 1 {
                return Err(OrderTotalError::new(format!("items[{index}].quantity"), "must be at least 1"));
            }
            let field = || format!("items[{index}].price");
            let price = item
                .price
                .checked_mul(item.quantity)
                .map_err(|error| OrderTotalError::new(field(), error.to_string()))?;
            add(&mut items, &price, field)?;
        }
        let mut discounts = Price::new(0, currency);
        for (index, discount) in self.discounts.iter().enumerate() {
            add(&mut discounts, &discount.amount, || format!("discounts[{index}].amount"))?;
        }
        let mut shipping = Price::new(0, currency);
        if let Some(amount) = self.shipping_amount.as_ref() {
            add(&mut shipping, amount, || "shipping_amount".to_owned())?;
        }
        let mut tax = Price::new(0, currency);
        if let Some(amount) = self.tax_amount.as_ref() {
            add(&mut tax, amount, || "tax_amount".to_owned())?;
        }

        let total_error = |error: MoneyError| OrderTotalError::new("order_amount", error.to_string());
        let sum = Price::sum(currency, [&items, &shipping, &tax]).and_then(|sum| sum.checked_sub(&discounts));
        let sum = sum.map_err(total_error)?;
        let difference = self.order_amount.checked_sub(&sum).map_err(total_error)?;
        if difference.amount_in_cents == 0 {
            return Ok(());
        }
        let problem = format!(
            "{} is {} {currency} {} than its parts: items {} + shipping_amount {} + tax_amount {} - discounts {} = {sum}",
            self.order_amount,
            difference.to_decimal().abs(),
            if difference.amount_in_cents > 0 { "more" } else { "less" },
            items.to_decimal(),
            shipping.to_decimal(),
            tax.to_decimal(),
            discounts.to_decimal(),
        );
        Err(OrderTotalError { difference: Some(difference), ..OrderTotalError::new("order_amount", problem) })
    }
}

/// Adds a part to its sum. Errors name the field of the part.
fn add(sum: &mut Price, part: &Price, field: impl Fn() -> String) -> Result<(), OrderTotalError> {
    if part.amount_in_cents < 0 {
        return Err(OrderTotalError::new(field(), "must not be negative"));
    }
    *sum = sum.checked_add(part).map_err(|error| OrderTotalError::new(field(), error.to_string()))?;
    Ok(())
}

/// Why the total of an order is not the sum of its parts; see [`SessionOrder::validate_total`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderTotalError {
    field: String,
    problem: String,
    difference: Option<Price>,
}

impl OrderTotalError {
    fn new(field: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { field: field.into(), problem: problem.into(), difference: None }
    }

    /// Returns the field that is wrong, such as `order_amount` or `items[1].price`.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// Returns `order_amount` minus the sum of the parts. `None` if there is no sum.
    pub fn difference(&self) -> Option<&Price> {
        self.difference.as_ref()
    }
}

impl fmt::Display for OrderTotalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.problem)
    }
}

impl std::error::Error for OrderTotalError {}
