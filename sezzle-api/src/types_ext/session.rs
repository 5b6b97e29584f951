//! The fields of a session that a shop needs, and the two forms in which some of them come.

use crate::error::Error;
use crate::generated::types::{Session, TokenizationRequest};

impl Session {
    /// Returns the id of the session.
    ///
    /// # Errors
    ///
    /// Returns an error if the session has none.
    pub fn session_uuid(&self) -> Result<&str, Error> {
        self.uuid.as_deref().ok_or_else(|| Error::missing("uuid", "create another session"))
    }

    /// Returns the URL of the checkout page, to which the shop redirects the shopper.
    ///
    /// # Errors
    ///
    /// Returns an error if the session has none, such as one that was created without an order.
    pub fn checkout_url(&self) -> Result<&str, Error> {
        let url = self.order.as_ref().and_then(|order| order.checkout_url.as_deref());
        url.ok_or_else(|| Error::missing("order.checkout_url", NO_ORDER))
    }

    /// Returns the id of the order. Store it with your own order before you redirect the shopper.
    ///
    /// # Errors
    ///
    /// Returns an error if the session has none, such as one that was created without an order.
    pub fn order_uuid(&self) -> Result<&str, Error> {
        let uuid = self.order.as_ref().and_then(|order| order.uuid.as_deref());
        uuid.ok_or_else(|| Error::missing("order.uuid", NO_ORDER))
    }

    /// Returns the request to tokenize the shopper, from either of the two places where the gateway puts it: beside the order,
    /// as in the document's schema, or inside it, as in the document's example.
    pub fn tokenization(&self) -> Option<&TokenizationRequest> {
        self.tokenize.as_ref().or_else(|| self.order.as_ref()?.tokenize.as_ref())
    }
}

const NO_ORDER: &str = "only a session that was created with an `order` has it";
