//! The codes by which Sezzle says what is wrong.

use crate::open_enum;

/// What Sezzle calls the reason of a refusal. There may be others at any time: they are read as `Unknown`.
///
/// The first four are documented; the others have been seen in clients of the API.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorCode {
    /// `bad_request`: the request cannot be read.
    BadRequest,
    /// `unauthorized`: the keys or the token were not accepted.
    Unauthorized,
    /// `record_not_found`: there is nothing with this id.
    RecordNotFound,
    /// `invalid`: a value is not acceptable, or the state of the order does not allow it.
    Invalid,
    /// `unauthed_checkout_url`: the keys of an authentication with a `cancel_url` were not accepted.
    UnauthedCheckoutUrl,
    /// `already_completed`
    AlreadyCompleted,
    /// `duplicate`
    Duplicate,
    /// `invalid_authorization`
    InvalidAuthorization,
    /// `checkout_expired`
    CheckoutExpired,
    /// `token_is_expired`
    TokenIsExpired,
    /// A code this version of the crate does not know; [`Self::as_str`] shows it.
    Unknown(crate::UnknownValue),
}

/// The variants and what they stand for.
macro_rules! codes {
    ($($variant:ident $value:literal),*) => {
        impl ErrorCode {
            /// The codes this version of the crate knows.
            pub const VALUES: &[&str] = &[$($value),*];

            /// The code as it stands in JSON, known or not.
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
            /// The code is not known to this version of the crate.
            pub fn try_parse(value: &str) -> Result<Self, crate::UnknownValue> {
                match value {
                    $($value => Ok(Self::$variant),)*
                    other => Err(crate::UnknownValue::new(other)),
                }
            }
        }
    };
}

codes!(
    BadRequest "bad_request",
    Unauthorized "unauthorized",
    RecordNotFound "record_not_found",
    Invalid "invalid",
    UnauthedCheckoutUrl "unauthed_checkout_url",
    AlreadyCompleted "already_completed",
    Duplicate "duplicate",
    InvalidAuthorization "invalid_authorization",
    CheckoutExpired "checkout_expired",
    TokenIsExpired "token_is_expired"
);

open_enum::conversions!(ErrorCode);
