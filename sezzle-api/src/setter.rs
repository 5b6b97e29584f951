//! What the setters of builders take, and what becomes of values that cannot be used.
//!
//! A builder keeps the first problem until it is asked for its value, so that calls can be chained. The macros in this file
//! make the fields and setters of `type_builder!` and `operation_builder!`, by the kind of the field: `optional`,
//! `required`, `list`, `required_list` or `map`. After `optional` and `required`, `(url)` accepts absolute URLs only.

use std::fmt::{self, Display};
use std::marker::PhantomData;

use chrono::{DateTime, NaiveDate, Utc};

use crate::url::check_absolute;

/// A value for a required field, or for an element of a list: anything that converts into it, such as a reference, a builder,
/// a number of another type, or a string for a string, a date or an enum.
///
/// A string for an enum must be one of its known values. To send another one, pass the variant `Unknown`.
///
/// `Form` distinguishes kinds of conversions and is always inferred.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value for a field of type `{T}`",
    label = "expected `{T}`, or something that converts into it",
    note = "pass the value, a reference to it or its builder; dates and enums can be strings, amounts are whole cents"
)]
pub trait IntoValue<T, Form> {
    /// Returns the value.
    ///
    /// # Errors
    ///
    /// Returns the reason if the value cannot be converted.
    fn into_value(self) -> Result<T, String>;
}

/// A value for an optional field: a [value for a required one](IntoValue), or an `Option` of that.
///
/// ```
/// use sezzle_api::types::{Price, SessionOrder};
///
/// let (total, shipping): (Price, Option<Price>) = (Price::usd(4150), None);
/// let order = SessionOrder::builder()
///     .intent("AUTH")
///     .order_amount(&total)
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
    label = "expected `{T}`, something that converts into it, or an `Option` of either",
    note = "pass the value, a reference to it or its builder; dates and enums can be strings, amounts are whole cents"
)]
pub trait IntoOptional<T, Form> {
    /// Returns the value, if there is one.
    ///
    /// # Errors
    ///
    /// Returns the reason if the value cannot be converted.
    fn into_optional(self) -> Result<Option<T>, String>;
}

/// The form of a value with a conversion of the standard library.
#[derive(Debug)]
pub enum Converted {}

/// The form of a string for a value that has a text form.
#[derive(Debug)]
pub enum Parsed {}

/// The form of a bare value.
#[derive(Debug)]
pub struct Bare<Form>(PhantomData<Form>);

/// The form of an `Option`.
#[derive(Debug)]
pub struct Wrapped<Form>(PhantomData<Form>);

// The compiler would report the missing conversion of the standard library instead of the texts above.
#[diagnostic::do_not_recommend]
impl<T, V> IntoValue<T, Converted> for V
where
    V: TryInto<T, Error: Display>,
{
    fn into_value(self) -> Result<T, String> {
        self.try_into().map_err(|error| error.to_string())
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromText, S: AsRef<str>> IntoValue<T, Parsed> for S {
    fn into_value(self) -> Result<T, String> {
        T::from_text(self.as_ref())
    }
}

/// A type whose values can be given as strings: dates, enums and URLs.
pub trait FromText: Sized {
    /// Returns the value.
    ///
    /// # Errors
    ///
    /// Returns the reason if the string is no such value.
    fn from_text(text: &str) -> Result<Self, String>;
}

impl FromText for NaiveDate {
    fn from_text(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| "not a date such as 2026-03-01".to_owned())
    }
}

impl FromText for DateTime<Utc> {
    fn from_text(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| "not a time such as 2026-03-01T12:00:00Z".to_owned())
    }
}

#[diagnostic::do_not_recommend]
impl<T, V: IntoValue<T, Form>, Form> IntoOptional<T, Bare<Form>> for V {
    fn into_optional(self) -> Result<Option<T>, String> {
        self.into_value().map(Some)
    }
}

#[diagnostic::do_not_recommend]
impl<T, V: IntoValue<T, Form>, Form> IntoOptional<T, Wrapped<Form>> for Option<V> {
    fn into_optional(self) -> Result<Option<T>, String> {
        self.map(V::into_value).transpose()
    }
}

/// A builder could not return its value: a required field was not set, or the value of a field could not be converted.
///
/// The text names the field.
#[derive(Clone, Debug)]
pub struct BuildError {
    pub(crate) field: &'static str,
    pub(crate) reason: String,
}

impl BuildError {
    pub(crate) fn new(field: &'static str, reason: &str) -> Self {
        Self { field, reason: reason.to_owned() }
    }

    /// A required field was not set.
    pub(crate) fn missing(field: &'static str) -> Self {
        Self::new(field, "missing")
    }
}

impl Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.field, self.reason)
    }
}

impl std::error::Error for BuildError {}

/// The first problem of a builder, if it has one.
#[derive(Clone, Default)]
pub(crate) struct FirstProblem(Option<Box<BuildError>>);

impl FirstProblem {
    /// Converts the value of an optional field.
    pub(crate) fn optional<T, F>(&mut self, field: &'static str, value: impl IntoOptional<T, F>) -> Option<T> {
        value.into_optional().unwrap_or_else(|reason| self.add(field, reason))
    }

    /// Converts the value of a required field.
    pub(crate) fn required<T, F>(&mut self, field: &'static str, value: impl IntoValue<T, F>) -> Option<T> {
        value.into_value().map_or_else(|reason| self.add(field, reason), Some)
    }

    /// Converts the elements of a list.
    pub(crate) fn list<T, F>(
        &mut self,
        field: &'static str,
        values: impl IntoIterator<Item: IntoValue<T, F>>,
    ) -> Option<Vec<T>> {
        let convert = |(index, value): (usize, _)| {
            IntoValue::into_value(value).map_err(|error| format!("element {index}: {error}"))
        };
        let list: Result<_, String> = values.into_iter().enumerate().map(convert).collect();
        list.map_or_else(|reason| self.add(field, reason), Some)
    }

    /// Rejects a URL that is not absolute.
    pub(crate) fn url(&mut self, field: &'static str, value: Option<String>) -> Option<String> {
        match check_absolute(value.as_deref()?) {
            Ok(()) => value,
            Err(reason) => self.add(field, reason.to_owned()),
        }
    }

    fn add<T>(&mut self, field: &'static str, reason: String) -> Option<T> {
        self.0.get_or_insert_with(|| Box::new(BuildError { field, reason }));
        None
    }

    /// Returns the problem as an error, if there is one.
    #[inline]
    pub(crate) fn check(&self) -> Result<(), BuildError> {
        self.0.as_ref().map_or(Ok(()), |problem| Err((**problem).clone()))
    }
}

/// The type of a builder's field.
macro_rules! field {
    (list $ty:ty) => { ::std::vec::Vec<$ty> };
    (required_list $ty:ty) => { ::std::option::Option<::std::vec::Vec<$ty>> };
    (map $ty:ty) => { ::std::collections::BTreeMap<::std::string::String, $ty> };
    ($kind:ident $ty:ty) => { ::std::option::Option<$ty> };
}

/// The setter of a builder's field.
macro_rules! setter {
    (optional $(($check:ident))? $(#[$doc:meta])* $name:ident: $ty:ty) => {
        $(#[$doc])*
        pub fn $name<V, F>(mut self, value: V) -> Self
        where
            V: $crate::setter::IntoOptional<$ty, F>,
        {
            self.$name = self.first_problem.optional(stringify!($name), value);
            $(self.$name = self.first_problem.$check(stringify!($name), self.$name);)?
            self
        }
    };
    (required $(($check:ident))? $(#[$doc:meta])* $name:ident: $ty:ty) => {
        $(#[$doc])*
        ///
        /// Required.
        pub fn $name<V, F>(mut self, value: V) -> Self
        where
            V: $crate::setter::IntoValue<$ty, F>,
        {
            self.$name = self.first_problem.required(stringify!($name), value);
            $(self.$name = self.first_problem.$check(stringify!($name), self.$name);)?
            self
        }
    };
    (list $(#[$doc:meta])* $name:ident: $ty:ty) => {
        $(#[$doc])*
        pub fn $name<I, F>(mut self, values: I) -> Self
        where
            I: ::std::iter::IntoIterator<Item: $crate::setter::IntoValue<$ty, F>>,
        {
            self.$name = self.first_problem.list(stringify!($name), values).unwrap_or_default();
            self
        }
    };
    (required_list $(#[$doc:meta])* $name:ident: $ty:ty) => {
        $(#[$doc])*
        ///
        /// Required.
        pub fn $name<I, F>(mut self, values: I) -> Self
        where
            I: ::std::iter::IntoIterator<Item: $crate::setter::IntoValue<$ty, F>>,
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
        $builder.$name.ok_or_else(|| $crate::setter::BuildError::missing(stringify!($name)))?
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
