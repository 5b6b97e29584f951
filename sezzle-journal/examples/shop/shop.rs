//! The shop's use of Sezzle: creates sessions, reads orders, captures and refunds, receives webhooks.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Deserialize;
use sezzle_api::http::HeaderMap;
use sezzle_api::types::{
    CaptureRequest, Discount, Intent, LineItem, Locale, Order, Price, SessionCustomer, SessionOrder, SessionRequest,
    WebhookEvent, WebhookRequest,
};
use sezzle_api::webhook::{Verifier, VerifyError};
use sezzle_api::{Client, Error, Event};

/// The price of a cart, in cents: two bags of coffee, shipping and tax, minus a discount.
pub(crate) const TOTAL: i64 = 2 * 1900 + 350 + 203 - 200;

/// A shop that sells coffee. A real one keeps sales and events in a database, and requires a login to capture and refund.
pub(crate) struct Shop {
    client: Client,
    verifier: Verifier,
    url: String,
    /// The number of the next order. A real shop takes it from its database.
    next: AtomicU32,
    sales: Mutex<Vec<Sale>>,
    events: Mutex<Vec<Event>>,
}

/// What the shop stores about a session.
#[derive(Clone)]
pub(crate) struct Sale {
    /// The shop's own number of the order.
    pub(crate) reference_id: String,
    pub(crate) session_uuid: String,
    pub(crate) total: Price,
    /// `None` for a session that only tokenizes the shopper.
    pub(crate) order_uuid: Option<String>,
    /// Identifies the customer once the shopper has consented.
    pub(crate) token: Option<String>,
}

impl Shop {
    /// Creates a shop that shoppers and webhooks reach at `url`.
    ///
    /// # Errors
    ///
    /// Returns an error if the private key is invalid.
    pub(crate) fn new(client: Client, private_key: &str, url: &str) -> Result<Self, Error> {
        let (sales, events) = Default::default();
        let (verifier, url) = (Verifier::new(private_key)?, url.trim_end_matches('/').to_owned());
        Ok(Self { client, verifier, url, next: AtomicU32::new(1001), sales, events })
    }

    /// Returns the URL of the shop.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Subscribes to all events, unless the shop already is.
    ///
    /// # Errors
    ///
    /// Returns an error if a call to the gateway fails.
    pub(crate) async fn subscribe(&self) -> Result<(), Error> {
        let url = format!("{}/sezzle", self.url);
        if self.client.find_webhook(&url).await?.is_none() {
            self.client
                .create_webhook()
                .body(WebhookRequest::builder().url(url).events(WebhookEvent::VALUES))
                .send()
                .await?;
        }
        Ok(())
    }

    /// Returns all sales, oldest first.
    pub(crate) fn sales(&self) -> Vec<Sale> {
        lock(&self.sales).clone()
    }

    /// Returns the received events, each once.
    pub(crate) fn events(&self) -> Vec<Event> {
        lock(&self.events).clone()
    }

    /// Creates a session for a cart. Returns the URL to redirect the shopper to.
    pub(crate) async fn checkout(&self, cart: &str) -> Result<String, Error> {
        let (locale, currency) = if cart == "cafe" { (Locale::FrCa, "CAD") } else { (Locale::EnUs, "USD") };
        let price = |cents: i64| Price::builder().amount_in_cents(cents).currency(currency);
        let reference_id = format!("order-{}", self.next.fetch_add(1, Ordering::Relaxed));
        let coffee = LineItem::builder()
            .name("Coffee beans, light & sweet, 1 kg")
            .sku("coffee-1kg")
            .quantity(2)
            .price(price(1900));
        let order = SessionOrder::builder()
            .intent(Intent::Auth)
            .reference_id(&*reference_id)
            .description("Two bags of coffee")
            .items([coffee])
            .discounts([Discount::builder().name("Autumn").amount(price(200))])
            .shipping_amount(price(350))
            .tax_amount(price(203))
            .order_amount(price(TOTAL))
            .locale(locale);
        let request = SessionRequest::builder()
            .cancel_url(format!("{}/cart", self.url))
            .complete_url(format!("{}/thanks?order={reference_id}#answer", self.url));
        let remember = SessionCustomer::builder().tokenize(true);
        let request = match cart {
            "tokenize" => request.customer(remember),
            "remember" => request.customer(remember).order(order),
            _ => request.order(order),
        };
        let session = self.client.create_session().body(request).send().await?;
        let tokenization = session.tokenization();
        let token = tokenization.and_then(|tokenization| tokenization.token.as_ref());
        let url = match tokenization.and_then(|tokenization| tokenization.approval_url.as_ref()) {
            Some(url) if cart == "tokenize" => url.expose(),
            _ => session.checkout_url()?,
        };
        lock(&self.sales).push(Sale {
            reference_id,
            total: price(TOTAL).build()?,
            session_uuid: session.session_uuid()?.to_owned(),
            order_uuid: session.order_uuid().ok().map(str::to_owned),
            token: token.map(|token| token.expose().to_owned()),
        });
        Ok(url.to_owned())
    }

    /// Asks Sezzle whether the shopper agreed.
    pub(crate) async fn is_approved(&self, sale: &Sale) -> Result<bool, Error> {
        if let Some(uuid) = &sale.order_uuid {
            let order = self.order(uuid).await?;
            return Ok(order.matches(&sale.reference_id, &sale.total) && order.is_approved());
        }
        let Some(token) = &sale.token else { return Ok(false) };
        let tokenization = self.client.get_tokenization().token(&**token).send().await?;
        Ok(tokenization.customer.is_some())
    }

    pub(crate) async fn order(&self, uuid: &str) -> Result<Order, Error> {
        Ok(self.client.get_order().order_uuid(uuid).send().await?.into_inner())
    }

    /// Stores an authentic event, unless it is stored already. One that cannot be parsed has to be stored as well: see the
    /// example `webhooks`.
    ///
    /// # Errors
    ///
    /// Returns an error if the webhook does not come from Sezzle.
    pub(crate) fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), VerifyError> {
        match self.verifier.verify_headers(headers, body) {
            Ok(event) => {
                let mut events = lock(&self.events);
                if event.uuid.is_none() || !events.iter().any(|known| known.uuid == event.uuid) {
                    events.push(event);
                }
            }
            Err(error) if error.is_authentic() => eprintln!("{error}"),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Captures or refunds an amount. The request id comes from the page with the form: submitting it twice, by a double click
    /// or after a crash, moves the money once.
    pub(crate) async fn move_money(&self, uuid: &str, act: Act, amount: Price, key: &str) -> Result<(), Error> {
        match act {
            Act::Capture => {
                let capture = CaptureRequest::builder().capture_amount(amount);
                self.client.capture_order().order_uuid(uuid).sezzle_request_id(key).body(capture).send().await?;
            }
            Act::Refund => {
                self.client.refund_order().order_uuid(uuid).sezzle_request_id(key).body(amount).send().await?;
            }
        }
        Ok(())
    }
}

/// What the form of an order's page does.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Act {
    Capture,
    Refund,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
