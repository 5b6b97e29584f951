//! Converts the other errors of the crate, so that `?` works on all of them in a function that returns [`Error`].

use crate::de::open_enum::ParseValueError;
use crate::error::Error;
use crate::money::OrderTotalError;
#[cfg(feature = "reports")]
use crate::reports::{LineError, ReportError};
use crate::setter::BuildError;
#[cfg(feature = "webhook")]
use crate::webhook::VerifyError;

macro_rules! invalid {
    ($($(#[$attribute:meta])* $error:ty: $field:literal,)*) => {
        $($(#[$attribute])* impl From<$error> for Error {
            /// Returns an error of kind [`NotSent`](crate::ErrorKind::NotSent) with the same text.
            fn from(error: $error) -> Self {
                Self::invalid($field, error.to_string())
            }
        })*
    };
}

invalid! {
    ParseValueError: "value",
    OrderTotalError: "order",
    #[cfg(feature = "reports")]
    LineError: "report",
}

#[cfg(feature = "webhook")]
impl From<VerifyError> for Error {
    /// Returns an error of kind [`NotSent`](crate::ErrorKind::NotSent) with the same text. It no longer tells a forged webhook
    /// from one that cannot be read: match [`VerifyError`] first.
    fn from(error: VerifyError) -> Self {
        Self::invalid("webhook", error.to_string())
    }
}

impl From<BuildError> for Error {
    /// Returns an error of kind [`NotSent`](crate::ErrorKind::NotSent) with the same text.
    fn from(error: BuildError) -> Self {
        Self::invalid(error.field, error.reason)
    }
}

#[cfg(feature = "reports")]
impl From<ReportError> for Error {
    /// Returns the error of the call, or one of kind [`NotSent`](crate::ErrorKind::NotSent) with the same text.
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Call(error) => error,
            error => Self::invalid("report", error.to_string()),
        }
    }
}
