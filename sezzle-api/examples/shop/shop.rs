//! The shop's use of Sezzle: creates sessions, reads orders, captures and refunds, receives webhooks.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use sezzle_api::types::{
    CaptureRequest, Discount, Intent, LineItem, Locale, Order, Price, SessionCustomer, SessionOrder, SessionRequest,
    WebhookEvent, WebhookRequest,
};
use sezzle_api::webhook::{DEFAULT_MAX_BODY_BYTES, SIGNATURE_HEADER, Verifier};
use sezzle_api::{Client, Error, ErrorKind, Event};

use super::pages;

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
            let events = WebhookEvent::VALUES.iter().copied().map(WebhookEvent::from);
            self.client.create_webhook().body(WebhookRequest::builder().url(url).events(events)).send().await?;
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
    async fn checkout(&self, cart: &str) -> Result<String, Error> {
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
        let session = self.client.create_session().body(request).send().await?.into_inner();
        let tokenization = session.tokenization();
        lock(&self.sales).push(Sale {
            reference_id,
            total: price(TOTAL).build()?,
            session_uuid: session.uuid.clone().unwrap_or_default(),
            order_uuid: session.order.as_ref().and_then(|order| order.uuid.clone()),
            token: tokenization.and_then(|it| it.token.as_ref()).map(|token| token.expose().to_owned()),
        });
        let checkout_url = session.order.as_ref().and_then(|order| order.checkout_url.clone());
        let approval_url = || Some(tokenization?.approval_url.as_ref()?.expose().to_owned());
        Ok(checkout_url.or_else(approval_url).unwrap_or_else(|| self.url.clone()))
    }

    /// Asks Sezzle whether the shopper agreed.
    async fn is_approved(&self, sale: &Sale) -> Result<bool, Error> {
        if let Some(uuid) = &sale.order_uuid {
            let order = self.order(uuid).await?;
            let is_ours = order.reference_id.as_ref() == Some(&sale.reference_id);
            return Ok(is_approved(&order) && is_ours && order.order_amount.as_ref() == Some(&sale.total));
        }
        let Some(token) = &sale.token else { return Ok(false) };
        let tokenization = self.client.get_tokenization().token(&**token).send().await?;
        Ok(tokenization.customer.is_some())
    }

    async fn order(&self, uuid: &str) -> Result<Order, Error> {
        Ok(self.client.get_order().order_uuid(uuid).send().await?.into_inner())
    }

    /// Captures or refunds an amount. The request id comes from the page with the form: submitting it twice, by a double click
    /// or after a crash, moves the money once.
    async fn move_money(&self, uuid: &str, act: Act, amount: Price, key: &str) -> Result<(), Error> {
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

/// Returns whether the order is approved, so that money can be captured.
pub(crate) fn is_approved(order: &Order) -> bool {
    order.authorization.as_ref().and_then(|authorization| authorization.approved) == Some(true)
}

/// What the form of an order's page does.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Act {
    Capture,
    Refund,
}

/// The form of an order's page.
#[derive(Deserialize)]
struct Movement {
    amount: String,
    currency: String,
    key: String,
}

#[derive(Deserialize)]
struct Thanks {
    order: String,
}

/// Returns the routes of the shop's pages, and `/sezzle` for webhooks.
pub(crate) fn router(shop: Arc<Shop>) -> Router {
    Router::new()
        .route("/", get(front))
        .route("/buy/{cart}", post(buy))
        .route("/thanks", get(thanks))
        .route("/cart", get(|| async { pages::message("Your cart", "Nothing was bought.", None) }))
        .route("/orders/{uuid}", get(order))
        .route("/orders/{uuid}/{act}", post(move_money))
        .route("/sezzle", post(webhook).layer(DefaultBodyLimit::max(DEFAULT_MAX_BODY_BYTES)))
        .with_state(shop)
}

async fn front(State(shop): State<Arc<Shop>>) -> Html<String> {
    pages::front(&shop.sales())
}

async fn buy(State(shop): State<Arc<Shop>>, Path(cart): Path<String>) -> Result<Redirect, Failed> {
    Ok(Redirect::to(&shop.checkout(&cart).await?))
}

/// The page that Sezzle redirects the shopper to. It can be opened without paying, so it asks Sezzle for the state.
async fn thanks(State(shop): State<Arc<Shop>>, Query(thanks): Query<Thanks>) -> Result<Html<String>, Failed> {
    let sale = shop.sales().into_iter().find(|sale| sale.reference_id == thanks.order);
    let Some(sale) = sale else { return Ok(pages::message("Thank you", "We know no such order.", None)) };
    let text = match (shop.is_approved(&sale).await?, &sale.order_uuid) {
        (true, Some(_)) => "Approved.",
        (true, None) => "You are remembered.",
        (false, _) => "Not approved.",
    };
    Ok(pages::message("Thank you", text, sale.order_uuid.as_deref()))
}

async fn order(State(shop): State<Arc<Shop>>, Path(uuid): Path<String>) -> Result<Html<String>, Failed> {
    let events = shop.events().into_iter().filter(|event| event.order_uuid() == Some(&uuid)).collect::<Vec<_>>();
    Ok(pages::order(&shop.order(&uuid).await?, &events))
}

async fn move_money(
    State(shop): State<Arc<Shop>>,
    Path((uuid, act)): Path<(String, Act)>,
    Form(Movement { amount, currency, key }): Form<Movement>,
) -> Result<Redirect, Failed> {
    // Exact: rejects fractions of a cent.
    let price = format!("{} {currency}", amount.trim()).parse::<Price>().ok();
    let price = price.filter(|price| price.amount_in_cents > 0);
    let price = price.ok_or_else(|| Failed::Amount { order_uuid: uuid.clone() })?;
    shop.move_money(&uuid, act, price, &key)
        .await
        .map_err(|error| Failed::Call { error, order_uuid: Some(uuid.clone()) })?;
    Ok(Redirect::to(&format!("/orders/{uuid}")))
}

/// Stores authentic events, each once, and then responds with 200. See the example `webhooks` for the details.
async fn webhook(State(shop): State<Arc<Shop>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get(SIGNATURE_HEADER).map(HeaderValue::as_bytes).unwrap_or_default();
    if shop.verifier.verify(&body, signature).is_err() {
        return StatusCode::UNAUTHORIZED;
    }
    // Any other status for an authentic event would end all webhooks after some days.
    match Event::from_json(&body) {
        Ok(event) => {
            let mut events = lock(&shop.events);
            if event.uuid.is_none() || !events.iter().any(|known| known.uuid == event.uuid) {
                events.push(event);
            }
        }
        Err(error) => eprintln!("an event cannot be read: {error}"),
    }
    StatusCode::OK
}

/// A failure, shown as a page with advice.
enum Failed {
    Call { error: Error, order_uuid: Option<String> },
    Amount { order_uuid: String },
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Call { error, order_uuid: None }
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let (error, order_uuid) = match self {
            Self::Call { error, order_uuid } => (error, order_uuid),
            Self::Amount { order_uuid } => {
                let page = pages::message("That failed", "Write the amount as in 11.53.", Some(&order_uuid));
                return (StatusCode::BAD_REQUEST, page).into_response();
            }
        };
        let order_uuid = order_uuid.as_deref();
        eprintln!("{error}");
        // The message may repeat what a shopper entered: show it on the shop's own pages, but do not log it.
        let message = error
            .api_message()
            .filter(|_| error.kind() == ErrorKind::ErrorResponse && !error.may_have_been_processed());
        if let (Some(message), Some(_)) = (message, order_uuid) {
            let page = pages::message("That was refused", &format!("Sezzle says: {message}."), order_uuid);
            return (StatusCode::UNPROCESSABLE_ENTITY, page).into_response();
        }
        let advice = match error {
            _ if error.may_have_been_processed() => "It may have been processed: check the order first.",
            _ if error.is_retryable() => "Nothing has changed. Try again.",
            _ => "Nothing has changed.",
        };
        (StatusCode::BAD_GATEWAY, pages::message("That failed", &format!("{error}. {advice}"), order_uuid))
            .into_response()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
