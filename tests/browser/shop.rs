//! A small shop that sells coffee through the SDK, and keeps the webhooks it gets.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{Html, Redirect};
use axum::routing::{get, post};
use sezzle_api::types::{
    Discount, Intent, LineItem, Locale, Order, Price, SessionCustomer, SessionOrder, SessionRequest, WebhookEvent,
    WebhookRequest,
};
use sezzle_api::{Client, Credentials, Event, Server};
use sezzle_simulator::Simulator;
use tokio::task::JoinHandle;

use crate::chromium::PATIENCE;
use crate::hmac;

/// What the cart costs, in cents. Not divisible by four.
pub(crate) const TOTAL: i64 = 2 * 1900 + 350 + 203 - 200;

/// The shop, its page at [`url`](Self::url), and the gateway it sells through.
pub(crate) struct Shop {
    pub(crate) url: String,
    pub(crate) simulator: Simulator,
    pub(crate) client: Client,
    counter: Arc<Counter>,
    server: JoinHandle<()>,
}

/// What the shop knows.
struct Counter {
    client: Client,
    url: String,
    private_key: String,
    sessions: Mutex<Vec<Sold>>,
    webhooks: Mutex<Vec<Event>>,
}

/// What the shop keeps of a session.
#[derive(Clone)]
pub(crate) struct Sold {
    pub(crate) session_uuid: String,
    pub(crate) order_uuid: Option<String>,
    pub(crate) token: Option<String>,
}

impl Shop {
    pub(crate) async fn open() -> Self {
        let simulator = Simulator::start().await.expect("the simulator starts");
        let client = Client::builder()
            .server(Server::Custom(simulator.url().to_owned()))
            .credentials(Credentials::keys(simulator.public_key(), simulator.private_key()))
            .build()
            .expect("the client can be built");
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("there is a free port");
        let url = format!("http://{}", listener.local_addr().expect("it has an address"));
        let counter = Arc::new(Counter {
            client: client.clone(),
            url: url.clone(),
            private_key: simulator.private_key(),
            sessions: Mutex::default(),
            webhooks: Mutex::default(),
        });
        let router = Router::new()
            .route("/", get(|| async { Html(FRONT) }))
            .route("/buy/{cart}", post(buy))
            .route("/thanks", get(thanks))
            .route("/cart", get(|| async { page("Your cart", "Nothing was bought.") }))
            .route("/webhook", post(webhook))
            .with_state(Arc::clone(&counter));
        let server = tokio::spawn(async move { axum::serve(listener, router).await.expect("the shop serves") });
        let shop = Self { url, simulator, client, counter, server };
        shop.subscribe().await;
        shop
    }

    async fn subscribe(&self) {
        let events = [
            WebhookEvent::OrderAuthorized,
            WebhookEvent::OrderCaptured,
            WebhookEvent::OrderRefunded,
            WebhookEvent::CustomerTokenized,
            WebhookEvent::DisputeMerchantInputRequested,
            WebhookEvent::DisputeClosedMerchantWin,
        ];
        let request = WebhookRequest::builder().url(format!("{}/webhook", self.url)).events(events);
        self.client.create_webhook().body(request).send().await.expect("the shop can subscribe");
    }

    /// The session that was created last.
    pub(crate) fn sold(&self) -> Sold {
        self.counter.sessions.lock().expect("nobody panicked").last().expect("something was sold").clone()
    }

    pub(crate) async fn order(&self) -> Order {
        let uuid = self.sold().order_uuid.expect("the session has an order");
        self.client.get_order().order_uuid(uuid).send().await.expect("the order can be read").into_inner()
    }

    /// Waits for an event of this name, whose signature was right.
    pub(crate) async fn told_of(&self, name: &str) -> Event {
        let begun = Instant::now();
        loop {
            let told = self.told();
            if let Some(event) = told.iter().find(|event| is_named(event, name)) {
                return event.clone();
            }
            assert!(begun.elapsed() < PATIENCE, "no {name} among {} webhooks", told.len());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub(crate) fn told(&self) -> Vec<Event> {
        self.counter.webhooks.lock().expect("nobody panicked").clone()
    }
}

pub(crate) fn is_named(event: &Event, name: &str) -> bool {
    event.event.as_ref().is_some_and(|event| event.as_str() == name)
}

impl Drop for Shop {
    fn drop(&mut self) {
        self.server.abort();
        // A second panic would end the process before the first is told.
        if !std::thread::panicking() {
            assert_eq!(self.simulator.findings(), [], "an answer broke the document");
        }
    }
}

const FRONT: &str = r#"<!doctype html><html lang="en"><title>Coffee</title><h1>Coffee</h1>
<form method="post">
<button id="coffee" formaction="/buy/coffee">Buy</button>
<button id="remember" formaction="/buy/remember">Buy and remember me</button>
<button id="cafe" formaction="/buy/cafe">Acheter</button>
<button id="tokenize" formaction="/buy/tokenize">Only remember me</button>
</form>"#;

fn page(title: &str, text: &str) -> Html<String> {
    Html(format!("<!doctype html><html lang=en><title>{title}</title><h1>{title}</h1><p id=answer>{text}</p>"))
}

/// Creates a session for the cart and sends the shopper to its checkout.
async fn buy(State(shop): State<Arc<Counter>>, Path(cart): Path<String>) -> Redirect {
    let (locale, currency) = if cart == "cafe" { (Locale::FrCa, "CAD") } else { (Locale::EnUs, "USD") };
    let price = |cents: i64| Price::builder().amount_in_cents(cents).currency(currency);
    let coffee = LineItem::builder().name("Coffee & <cups>").sku("coffee-1kg").quantity(2).price(price(1900));
    let order = SessionOrder::builder()
        .intent(Intent::Auth)
        .reference_id("order-1001")
        .description("Two bags of coffee")
        .items([coffee])
        .discounts([Discount::builder().name("Autumn").amount(price(200))])
        .shipping_amount(price(350))
        .tax_amount(price(203))
        .order_amount(price(TOTAL))
        .locale(locale);
    let request = SessionRequest::builder()
        .cancel_url(format!("{}/cart", shop.url))
        .complete_url(format!("{}/thanks?order=order-1001#end", shop.url));
    let remember = SessionCustomer::builder().tokenize(true);
    let request = match &cart[..] {
        "tokenize" => request.customer(remember),
        "remember" => request.customer(remember).order(order),
        _ => request.order(order),
    };
    let session = shop.client.create_session().body(request).send().await.expect("the session is created");
    let order = session.order.as_ref();
    let tokenize = session.tokenize.as_ref();
    let checkout = order.and_then(|order| order.checkout_url.clone());
    let checkout = checkout.or_else(|| tokenize?.approval_url.as_ref().map(|url| url.expose().to_owned()));
    shop.sessions.lock().expect("nobody panicked").push(Sold {
        session_uuid: session.uuid.clone().expect("the session has an id"),
        order_uuid: order.and_then(|order| order.uuid.clone()),
        token: tokenize.and_then(|tokenize| tokenize.token.as_ref()).map(|token| token.expose().to_owned()),
    });
    Redirect::to(&checkout.expect("there is a checkout"))
}

/// The redirect proves nothing, so the order is read.
async fn thanks(State(shop): State<Arc<Counter>>, RawQuery(query): RawQuery) -> Html<String> {
    let sold = shop.sessions.lock().expect("nobody panicked").last().expect("something was sold").clone();
    let approved = match sold.order_uuid {
        Some(uuid) => {
            let order = shop.client.get_order().order_uuid(uuid).send().await.expect("the order can be read");
            order.authorization.as_ref().and_then(|authorization| authorization.approved) == Some(true)
        }
        None => query.is_some_and(|query| query.contains("customer-uuid=")),
    };
    page("Thank you", if approved { "Approved." } else { "Not approved." })
}

/// Keeps what is signed with the private key, and answers 401 to anything else.
async fn webhook(State(shop): State<Arc<Counter>>, headers: HeaderMap, body: Bytes) -> axum::http::StatusCode {
    let signature = headers.get("sezzle-signature").and_then(|signature| signature.to_str().ok());
    if signature != Some(&hmac::hex(shop.private_key.as_bytes(), &body)[..]) {
        return axum::http::StatusCode::UNAUTHORIZED;
    }
    let event = Event::from_json(&body).expect("the event can be read");
    shop.webhooks.lock().expect("nobody panicked").push(event);
    axum::http::StatusCode::OK
}
