//! What the crate has to know of an operation to send it.

/// A row of the policy table, [`operations`](crate::operations), which is made from the document.
///
/// ```
/// use sezzle_api::operations;
///
/// assert!(operations::CAPTURE_ORDER.is_repeatable() && !operations::CREATE_SESSION.is_repeatable());
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
    pub authorized: bool,
    /// Whether sending the request twice has no more effect than sending it once.
    pub idempotent: bool,
    /// Whether the gateway recognizes a request that it has seen by the header `Sezzle-Request-Id`.
    pub request_id: bool,
    /// Whether a success may come without its body. The body is then read as an empty object.
    pub optional_response_body: bool,
}

impl Operation {
    /// Whether a request that may have been processed may be sent again: it has no more effect, or the gateway knows it
    /// by its `Sezzle-Request-Id`, which stays the same.
    pub const fn is_repeatable(&self) -> bool {
        self.idempotent || self.request_id
    }
}
