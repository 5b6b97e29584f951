//! Enums that keep values they do not know.

use std::fmt;

/// A value of an enum that this version of the crate does not know.
///
/// It can be read, but neither constructed nor matched by value, so that code keeps working when the value becomes a
/// variant of its own. To act on it before that, compare with `as_str` of the enum:
///
/// ```
/// use sezzle_api::types::LinkRel;
///
/// let rel = LinkRel::from("reauthorize");
/// assert!(matches!(rel, LinkRel::Unknown(_)));
/// // Remains true when it becomes a variant.
/// assert_eq!(rel.as_str(), "reauthorize");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    pub(crate) fn new(value: &str) -> Self {
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

/// Also the error of `try_parse`.
impl std::error::Error for UnknownValue {}

/// Implements the conversions of an open enum with its `as_str` and `try_parse`.
macro_rules! conversions {
    ($name:ident) => {
        impl ::std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                Self::try_parse(value).unwrap_or_else(Self::Unknown)
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                Ok(Self::from(value))
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

            /// Returns the variant for a known value.
            ///
            /// # Errors
            ///
            /// Returns an error if this version of the crate does not know the value.
            pub fn try_parse(value: &str) -> Result<Self, $crate::de::open_enum::UnknownValue> {
                match value {
                    $($value => Ok(Self::$variant),)*
                    other => Err($crate::de::open_enum::UnknownValue::new(other)),
                }
            }
        }

        $crate::de::open_enum::conversions!($name);
    };
}

pub(crate) use {conversions, declare};

/// Reads an open enum from a string without copying it.
pub(crate) struct Reader<T>(pub(crate) std::marker::PhantomData<T>);

impl<T: for<'a> From<&'a str>> serde::de::Visitor<'_> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<T, E> {
        Ok(T::from(value))
    }
}
