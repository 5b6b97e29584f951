//! Enums that keep values they do not know.

use std::fmt;

/// A value of an enum that this version of the crate does not know.
///
/// A string is converted to an enum only if it is a known value, so that a typo in a request is not sent. To send another
/// value on purpose, construct the variant `Unknown`. To act on one that was read, compare with `as_str` of the enum, which
/// keeps working when the value becomes a variant of its own:
///
/// ```
/// use sezzle_api::UnknownValue;
/// use sezzle_api::types::LinkRel;
///
/// assert!("reauthorize".parse::<LinkRel>().is_err());
/// let rel = LinkRel::Unknown(UnknownValue::new("reauthorize"));
/// assert_eq!(rel.as_str(), "reauthorize");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    /// Creates a value to send.
    pub fn new(value: &str) -> Self {
        Self(value.into())
    }

    /// Returns the value as it was received.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The error of a string that is not a known value of an enum. Lists the known ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseValueError(&'static [&'static str]);

impl ParseValueError {
    pub(crate) fn new(values: &'static [&'static str]) -> Self {
        Self(values)
    }
}

impl fmt::Display for ParseValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a known value: use ")?;
        for (index, value) in self.0.iter().enumerate() {
            let separator = match index {
                0 => "",
                _ if index + 1 == self.0.len() => " or ",
                _ => ", ",
            };
            write!(f, "{separator}`{value}`")?;
        }
        Ok(())
    }
}

impl std::error::Error for ParseValueError {}

/// Implements the conversions of an open enum with its `as_str` and `find`.
macro_rules! conversions {
    ($name:ident) => {
        impl $crate::de::open_enum::OpenEnum for $name {
            fn read(value: &str) -> Self {
                Self::find(value)
                    .unwrap_or_else(|| Self::Unknown($crate::de::open_enum::UnknownValue::new(value)))
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::de::open_enum::ParseValueError;

            /// Returns the variant of a known value.
            fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                Self::find(value).ok_or(Self::Err::new(Self::VALUES))
            }
        }

        impl $crate::setter::FromText for $name {
            fn from_text(text: &str) -> ::std::result::Result<Self, ::std::string::String> {
                text.parse().map_err(|error: $crate::de::open_enum::ParseValueError| error.to_string())
            }
        }

        impl ::std::convert::From<&$name> for $name {
            fn from(value: &$name) -> Self {
                value.clone()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "schemars")]
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                ::schemars::json_schema!({"type": "string", "enum": Self::VALUES})
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                deserializer.deserialize_str($crate::de::open_enum::Reader(::std::marker::PhantomData))
            }
        }
    };
}

/// Declares an open enum that the document does not have.
macro_rules! declare {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $value:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = concat!("`", $value, "`")] $(#[$variant_doc])* $variant,)*
            /// A value that this version of the crate does not know; see [`Self::as_str`].
            Unknown($crate::de::open_enum::UnknownValue),
        }

        impl $name {
            /// The known values.
            pub const VALUES: &[&str] = &[$($value),*];

            /// Returns the value as it was received, known or not.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }

            fn find(value: &str) -> Option<Self> {
                match value {
                    $($value => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        $crate::de::open_enum::conversions!($name);
    };
}

pub(crate) use {conversions, declare};

/// An enum that keeps values it does not know.
pub(crate) trait OpenEnum {
    /// Returns the variant of a value that was received, known or not.
    fn read(value: &str) -> Self;
}

/// Reads an open enum from a string without copying it.
pub(crate) struct Reader<T>(pub(crate) std::marker::PhantomData<T>);

impl<T: OpenEnum> serde::de::Visitor<'_> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<T, E> {
        Ok(T::read(value))
    }
}
