//! Enums that keep the values they do not know.

use std::fmt;

/// A value of an enum that this version of the crate does not know.
///
/// It can be looked at but neither built nor matched by value, so that code keeps working on the day the value becomes
/// a variant of its own. Compare with `as_str` of the enum if you must act on it before that:
///
/// ```
/// use sezzle_api::types::LinkRel;
///
/// let rel = LinkRel::from("reauthorize");
/// assert!(matches!(rel, LinkRel::Unknown(_)));
/// // True today, and on the day it is a variant.
/// assert_eq!(rel.as_str(), "reauthorize");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownValue(Box<Text>);

/// Behind one thin pointer, so that an enum fits into two registers: known values then cost no more to hand on than
/// those of an enum without this variant. A value that is not long is there with one allocation.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Text {
    Short { length: u8, bytes: [u8; SHORT] },
    Long(Box<str>),
}

/// Longer than most values.
const SHORT: usize = 22;

impl UnknownValue {
    pub(crate) fn new(value: &str) -> Self {
        let mut bytes = [0; SHORT];
        Self(Box::new(match bytes.get_mut(..value.len()) {
            Some(place) => {
                place.copy_from_slice(value.as_bytes());
                Text::Short { length: value.len() as u8, bytes }
            }
            None => Text::Long(value.into()),
        }))
    }

    /// The value as it came.
    pub fn as_str(&self) -> &str {
        match &*self.0 {
            // Always text, since it was made of one.
            Text::Short { length, bytes } => std::str::from_utf8(&bytes[..usize::from(*length)]).unwrap_or_default(),
            Text::Long(text) => text,
        }
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

/// An error too, as the answer of a strict `try_parse`.
impl std::error::Error for UnknownValue {}

/// What every open enum converts from and to, given its `as_str` and `try_parse`.
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
            /// A value this version of the crate does not know; [`Self::as_str`] shows it.
            Unknown($crate::de::open_enum::UnknownValue),
        }

        impl $name {
            /// The values this version of the crate knows.
            pub const VALUES: &[&str] = &[$($value),*];

            /// The value as it came, known or not.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }

            /// The variant for `value`, which must be a known one.
            ///
            /// # Errors
            ///
            /// The value is not known to this version of the crate.
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

/// Reads an open enum from a string without a copy of it.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_every_length_are_kept() {
        for value in ["", "ä", "reauthorize", &"x".repeat(SHORT), &"x".repeat(SHORT + 1), &"ü".repeat(300)] {
            assert_eq!(UnknownValue::new(value).as_str(), value);
            assert_eq!(UnknownValue::new(value), UnknownValue::new(value));
        }
        assert_ne!(UnknownValue::new("a"), UnknownValue::new("a\0"));
        assert_eq!(size_of::<crate::generated::types::LinkRel>(), 2 * size_of::<usize>());
    }
}
