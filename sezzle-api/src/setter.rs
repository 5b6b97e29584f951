//! What the setters of optional fields take.

use std::borrow::Cow;
use std::fmt::Display;

/// A value for an optional field: the value itself, anything that converts into it such as its builder, or an `Option`
/// of either.
///
/// ```
/// use sezzle_api::types::{Price, SessionOrder};
///
/// let shipping: Option<Price> = None;
/// let order = SessionOrder::builder()
///     .order_amount(Price::usd(4150))
///     .tax_amount(Price::builder().amount_in_cents(350).currency("USD"))
///     .shipping_amount(shipping)
///     .description("Two bags of coffee")
///     .build()?;
/// assert_eq!(order.tax_amount, Some(Price::usd(350)));
/// # Ok::<(), sezzle_api::Error>(())
/// ```
///
/// `Form` tells the two apart and is always inferred.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no value for a field of type `{T}`",
    note = "give the value, something that converts into it, or an `Option` of either"
)]
pub trait IntoOptional<T, Form> {
    /// The value, if there is one.
    ///
    /// # Errors
    ///
    /// The value cannot be converted; the text says why.
    fn into_optional(self) -> Result<Option<T>, String>;
}

/// The form of a bare value.
#[derive(Debug)]
pub enum Bare {}

/// The form of an `Option`.
#[derive(Debug)]
pub enum Wrapped {}

impl<T, V> IntoOptional<T, Bare> for V
where
    V: TryInto<T>,
    V::Error: Display,
{
    fn into_optional(self) -> Result<Option<T>, String> {
        self.try_into().map(Some).map_err(|problem| problem.to_string())
    }
}

impl<T, V> IntoOptional<T, Wrapped> for Option<V>
where
    V: TryInto<T>,
    V::Error: Display,
{
    fn into_optional(self) -> Result<Option<T>, String> {
        self.map(TryInto::try_into).transpose().map_err(|problem| problem.to_string())
    }
}

/// Why a field has no value yet: it was not set, which is a fixed text, or what it was set to could not be converted.
pub(crate) type Problem = Cow<'static, str>;

/// Collects the elements of a list, each a value or its builder.
pub(crate) fn list<T, I>(name: &str, values: I) -> Result<Vec<T>, Problem>
where
    I: IntoIterator,
    I::Item: TryInto<T>,
    <I::Item as TryInto<T>>::Error: Display,
{
    let convert = |(index, value): (usize, I::Item)| {
        value.try_into().map_err(|problem| format!("`{name}[{index}]`: {problem}").into())
    };
    values.into_iter().enumerate().map(convert).collect()
}
