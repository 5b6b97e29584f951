//! The subscription to webhooks.

use crate::client::Client;
use crate::error::Error;
use crate::generated::types::Webhook;

impl Client {
    /// Returns the webhook subscription of a URL, or `None` if there is none: it was never created, or Sezzle has deleted it
    /// after too many failed deliveries.
    ///
    /// Create it again with [`create_webhook`](Self::create_webhook). Events in between are not delivered later, so read the
    /// open orders.
    ///
    /// # Errors
    ///
    /// Returns an error as [`list_webhooks`](Self::list_webhooks) does, which it calls.
    pub async fn find_webhook(&self, url: &str) -> Result<Option<Webhook>, Error> {
        let webhooks = self.list_webhooks().send().await?.into_inner();
        Ok(webhooks.into_iter().find(|webhook| webhook.url.as_deref() == Some(url)))
    }
}
