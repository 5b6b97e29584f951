//! Where a session comes in two forms.

use crate::generated::types::{Session, TokenizationRequest};

impl Session {
    /// Returns the request to tokenize the shopper, from either of the two places where the gateway puts it: beside the order,
    /// as in the document's schema, or inside it, as in the document's example.
    pub fn tokenization(&self) -> Option<&TokenizationRequest> {
        self.tokenize.as_ref().or_else(|| self.order.as_ref()?.tokenize.as_ref())
    }
}
