//! What the setters of builders take, and what becomes of values that cannot be used.
//!
//! A builder keeps the first problem until it is asked for its value, so that calls can be chained. The macros in this file
//! make the fields and setters of `type_builder!` and `operation_builder!`, by the kind of the field: `optional`,
//! `required`, `list`, `required_list` or `map`.

use std::fmt::{self, Display};

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
/// `Form` distinguishes the two and is always inferred.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value for a field of type `{T}`",
    note = "pass the value, something that converts into it, or an `Option` of either"
)]
pub trait IntoOptional<T, Form> {
    /// Returns the value, if there is one.
    ///
    /// # Errors
    ///
    /// Returns the reason if the value cannot be converted.
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
        self.try_into().map(Some).map_err(|error| error.to_string())
    }
}

impl<T, V> IntoOptional<T, Wrapped> for Option<V>
where
    V: TryInto<T>,
    V::Error: Display,
{
    fn into_optional(self) -> Result<Option<T>, String> {
        self.map(TryInto::try_into).transpose().map_err(|error| error.to_string())
    }
}

/// Why a builder cannot return its value.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) field: &'static str,
    pub(crate) reason: String,
}

impl Problem {
    /// A required field was not set.
    pub(crate) fn missing(field: &'static str) -> Self {
        Self { field, reason: format!("missing, set it with `.{field}(..)`") }
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.field, self.reason)
    }
}

/// The first problem of a builder, if it has one.
#[derive(Clone, Default)]
pub(crate) struct FirstProblem(Option<Box<Problem>>);

impl FirstProblem {
    /// Converts the value of an optional field.
    pub(crate) fn optional<T, F>(&mut self, field: &'static str, value: impl IntoOptional<T, F>) -> Option<T> {
        value.into_optional().unwrap_or_else(|reason| self.add(field, reason))
    }

    /// Converts the value of a required field.
    pub(crate) fn required<T, V: TryInto<T, Error: Display>>(&mut self, field: &'static str, value: V) -> Option<T> {
        value.try_into().map_or_else(|error| self.add(field, error.to_string()), Some)
    }

    /// Converts the elements of a list.
    pub(crate) fn list<T, V: TryInto<T, Error: Display>>(
        &mut self,
        field: &'static str,
        values: impl IntoIterator<Item = V>,
    ) -> Option<Vec<T>> {
        let convert =
            |(index, value): (usize, V)| value.try_into().map_err(|error| format!("element {index}: {error}"));
        let list: Result<_, String> = values.into_iter().enumerate().map(convert).collect();
        list.map_or_else(|reason| self.add(field, reason), Some)
    }

    fn add<T>(&mut self, field: &'static str, reason: String) -> Option<T> {
        self.0.get_or_insert_with(|| Box::new(Problem { field, reason }));
        None
    }

    /// Returns the problem as an error, if there is one.
    #[inline]
    pub(crate) fn check(&self) -> Result<(), Problem> {
        self.0.as_ref().map_or(Ok(()), |problem| Err((**problem).clone()))
    }
}

/// The type of a builder's field.
macro_rules! field {
    (optional $ty:ty) => { ::std::option::Option<$ty> };
    (required $ty:ty) => { ::std::option::Option<$ty> };
    (list $ty:ty) => { ::std::vec::Vec<$ty> };
    (required_list $ty:ty) => { ::std::option::Option<::std::vec::Vec<$ty>> };
    (map $ty:ty) => { ::std::collections::BTreeMap<::std::string::String, $ty> };
}

/// The setter of a builder's field.
macro_rules! setter {
    (optional $(#[$doc:meta])* $name:ident: $ty:ty) => {
        $(#[$doc])*
        pub fn $name<V, F>(mut self, value: V) -> Self
        where
            V: $crate::setter::IntoOptional<$ty, F>,
        {
            self.$name = self.first_problem.optional(stringify!($name), value);
            self
        }
    };
    (required $(#[$doc:meta])* $name:ident: $ty:ty) => {
        $(#[$doc])*
        ///
        /// Required.
        pub fn $name<V>(mut self, value: V) -> Self
        where
            V: ::std::convert::TryInto<$ty>,
            V::Error: ::std::fmt::Display,
        {
            self.$name = self.first_problem.required(stringify!($name), value);
            self
        }
    };
    (list $(#[$doc:meta])* $name:ident: $ty:ty) => {
        $(#[$doc])*
        pub fn $name<I>(mut self, values: I) -> Self
        where
            I: ::std::iter::IntoIterator,
            I::Item: ::std::convert::TryInto<$ty, Error: ::std::fmt::Display>,
        {
            self.$name = self.first_problem.list(stringify!($name), values).unwrap_or_default();
            self
        }
    };
    (required_list $(#[$doc:meta])* $name:ident: $ty:ty) => {
        $(#[$doc])*
        ///
        /// Required.
        pub fn $name<I>(mut self, values: I) -> Self
        where
            I: ::std::iter::IntoIterator,
            I::Item: ::std::convert::TryInto<$ty, Error: ::std::fmt::Display>,
        {
            self.$name = self.first_problem.list(stringify!($name), values);
            self
        }
    };
    (map $(#[$doc:meta])* $name:ident: $ty:ty) => {
        $(#[$doc])*
        pub fn $name<I, K, V>(mut self, pairs: I) -> Self
        where
            I: ::std::iter::IntoIterator<Item = (K, V)>,
            K: ::std::convert::Into<::std::string::String>,
            V: ::std::convert::Into<$ty>,
        {
            self.$name = pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect();
            self
        }
    };
}

/// The value of a builder's field.
macro_rules! value {
    (required $name:ident, $builder:expr) => {
        $builder.$name.ok_or_else(|| $crate::setter::Problem::missing(stringify!($name)))?
    };
    (required_list $name:ident, $builder:expr) => {
        $crate::setter::value!(required $name, $builder)
    };
    ($kind:ident $name:ident, $builder:expr) => {
        $builder.$name
    };
}

/// A `Debug` that shows the name alone: a builder may hold keys and personal data.
macro_rules! opaque_debug {
    ($name:ident) => {
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}

pub(crate) use {field, opaque_debug, setter, value};
