//! The codes by which Sezzle says what is wrong.

use crate::open_enum;

open_enum::declare! {
    /// What Sezzle calls the reason of a refusal. There may be others at any time: they are read as `Unknown`.
    ///
    /// The first four are documented; the others have been seen in clients of the API.
    ErrorCode {
        /// The request cannot be read.
        BadRequest = "bad_request",
        /// The keys or the token were not accepted.
        Unauthorized = "unauthorized",
        /// There is nothing with this id.
        RecordNotFound = "record_not_found",
        /// A value is not acceptable, or the state of the order does not allow it.
        Invalid = "invalid",
        /// The keys of an authentication with a `cancel_url` were not accepted.
        UnauthedCheckoutUrl = "unauthed_checkout_url",
        AlreadyCompleted = "already_completed",
        Duplicate = "duplicate",
        InvalidAuthorization = "invalid_authorization",
        CheckoutExpired = "checkout_expired",
        TokenIsExpired = "token_is_expired",
    }
}
