//! What the document does not say of a session: where its tokenization stands.

use crate::types::{Session, TokenizationRequest};

impl Session {
    /// The request to tokenize the shopper, in whichever of the two places the gateway put it: beside the order, as the
    /// document's schema says, or inside it, as the document's example shows.
    pub fn tokenization(&self) -> Option<&TokenizationRequest> {
        self.tokenize.as_ref().or_else(|| self.order.as_ref()?.tokenize.as_ref())
    }
}
