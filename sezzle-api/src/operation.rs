//! What the client needs to know about an operation to call it.

/// A row of the table [`operations`](crate::operations), which is generated from the document.
///
/// ```
/// use sezzle_api::operations;
///
/// assert!(operations::CAPTURE_ORDER.is_retry_safe() && !operations::CREATE_SESSION.is_retry_safe());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Operation {
    /// The name of the method of [`Client`](crate::Client).
    pub id: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with the names of its parameters in braces.
    pub path: &'static str,
    /// Whether the request carries the bearer token.
    pub requires_auth: bool,
    /// Whether sending the request twice has the same effect as sending it once.
    pub idempotent: bool,
    /// Whether the operation accepts the header `Sezzle-Request-Id`, by which the gateway recognizes a repeated request.
    pub accepts_request_id: bool,
    /// Whether a success may have no body. The body is then read as an empty object.
    pub optional_response_body: bool,
}

impl Operation {
    /// Returns whether a request that may have been processed can safely be sent again: the operation is idempotent, or the
    /// gateway recognizes the request by its `Sezzle-Request-Id`, which stays the same.
    pub const fn is_retry_safe(&self) -> bool {
        self.idempotent || self.accepts_request_id
    }
}
