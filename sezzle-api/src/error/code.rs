//! The codes of Sezzle's error responses.

use crate::de::open_enum::declare;

declare! {
    /// The reason that Sezzle gives for an error response. Values that this version does not know are read as `Unknown`.
    ///
    /// The first four are documented; the others are known from other clients of the API.
    ErrorCode {
        /// The request cannot be read.
        BadRequest = "bad_request",
        /// The keys or the token were rejected.
        Unauthorized = "unauthorized",
        /// There is no record with this id.
        RecordNotFound = "record_not_found",
        /// A value is not acceptable, or the state of the order does not allow the operation.
        Invalid = "invalid",
        /// The keys of an authentication with a `cancel_url` were rejected.
        UnauthedCheckoutUrl = "unauthed_checkout_url",
        AlreadyCompleted = "already_completed",
        Duplicate = "duplicate",
        InvalidAuthorization = "invalid_authorization",
        CheckoutExpired = "checkout_expired",
        TokenIsExpired = "token_is_expired",
    }
}
