//! The shop's use of Sezzle: creates sessions, reads orders, captures and refunds through the journal, receives webhooks into
//! the inbox. Its own tables are in the same file as those of the journal.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, Row};
use serde::Deserialize;
use sezzle_api::types::{
    CaptureRequest, Discount, Intent, LineItem, Locale, Order, Price, SessionCustomer, SessionOrder, SessionRequest,
    WebhookEvent, WebhookRequest,
};
use sezzle_api::webhook::Verifier;
use sezzle_api::{Client, Event, Secret};
use sezzle_journal::sqlite::SqliteStore;
use sezzle_journal::{Inbox, Journal, Outcome, State};

/// The price of a cart, in cents: two bags of coffee, shipping and tax, minus a discount.
pub(crate) const TOTAL: i64 = 2 * 1900 + 350 + 203 - 200;

/// How long a call belongs to the process that makes it. Short, so that a restart after a crash can be watched.
const LEASE: Duration = Duration::from_secs(5);

const TABLES: &str = "
CREATE TABLE IF NOT EXISTS sales (
    id INTEGER PRIMARY KEY, currency TEXT NOT NULL, order_uuid TEXT, token TEXT);
CREATE TABLE IF NOT EXISTS events (order_uuid TEXT, name TEXT NOT NULL);";

pub(crate) type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// A shop that sells coffee. A real one requires a login to capture and refund.
pub(crate) struct Shop {
    client: Client,
    url: String,
    database: PathBuf,
    journal: Journal<SqliteStore>,
    pub(crate) inbox: Inbox<SqliteStore>,
}

/// What the shop stores about a session.
pub(crate) struct Sale {
    /// The shop's own number of the order.
    pub(crate) reference_id: String,
    pub(crate) currency: String,
    /// `None` for a session that only tokenizes the shopper, or could not be created.
    pub(crate) order_uuid: Option<String>,
    /// Identifies the customer once the shopper has consented.
    pub(crate) token: Option<String>,
}

/// What the form of an order's page does.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Act {
    Capture,
    Refund,
}

impl Shop {
    /// Opens the shop's database. Shoppers and webhooks reach the shop at `url`.
    ///
    /// # Errors
    ///
    /// Returns an error if the private key is invalid or the database cannot be opened.
    pub(crate) async fn open(client: Client, private_key: &str, url: &str, database: &Path) -> Result<Self> {
        let store = Arc::new(SqliteStore::open(database).await?);
        let inbox = Inbox::new(Verifier::new(private_key)?, Arc::clone(&store));
        let journal = Journal::with_shared(client.clone(), store).lease(LEASE);
        let (url, database) = (url.trim_end_matches('/').to_owned(), database.to_owned());
        Connection::open(&database)?.execute_batch(TABLES)?;
        Ok(Self { client, url, database, journal, inbox })
    }

    /// Subscribes to all events, unless the shop already is.
    pub(crate) async fn subscribe(&self) -> Result<()> {
        let url = format!("{}/sezzle", self.url);
        if self.client.find_webhook(&url).await?.is_none() {
            let request = WebhookRequest::builder().url(url).events(WebhookEvent::VALUES);
            self.client.create_webhook().body(request).send().await?;
        }
        Ok(())
    }

    /// Follows up calls without a known outcome, and handles events, until the process ends.
    pub(crate) async fn work(&self) {
        loop {
            let resumed = self.journal.resume().await.map(drop);
            let handle = |shop: &rusqlite::Transaction<'_>, event: &Event| {
                let name = event.event.as_ref().map_or("without a name", |name| name.as_str());
                shop.execute("INSERT INTO events VALUES (?1, ?2)", (event.order_uuid(), name))?;
                Ok(())
            };
            if let Err(error) = self.inbox.work(handle).await.and(resumed) {
                eprintln!("{error}");
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    fn select<T>(&self, sql: &str, read: impl Fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
        let connection = Connection::open(&self.database)?;
        let mut statement = connection.prepare(sql)?;
        Ok(statement.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns all sales, oldest first.
    pub(crate) fn sales(&self) -> Result<Vec<Sale>> {
        self.select("SELECT id, currency, order_uuid, token FROM sales", |row| {
            let (reference_id, currency) = (reference_id(row.get(0)?), row.get(1)?);
            Ok(Sale { reference_id, currency, order_uuid: row.get(2)?, token: row.get(3)? })
        })
    }

    /// Returns the received events: the order, and the name.
    pub(crate) fn events(&self) -> Result<Vec<(Option<String>, String)>> {
        self.select("SELECT order_uuid, name FROM events", |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// Creates a session for a cart. Returns the URL to redirect the shopper to.
    pub(crate) async fn checkout(&self, cart: &str) -> Result<String> {
        let (locale, currency) = if cart == "cafe" { (Locale::FrCa, "CAD") } else { (Locale::EnUs, "USD") };
        let new_sale = "INSERT INTO sales (currency) VALUES (?1) RETURNING id";
        let id: i64 = Connection::open(&self.database)?.query_row(new_sale, [currency], |row| row.get(0))?;
        let reference_id = reference_id(id);
        let price = |cents: i64| Price::builder().amount_in_cents(cents).currency(currency);
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
        let token = tokenization.and_then(|tokenization| tokenization.token.as_ref()).map(Secret::expose);
        let url = match tokenization.and_then(|tokenization| tokenization.approval_url.as_ref()) {
            Some(url) if cart == "tokenize" => url.expose(),
            _ => session.checkout_url()?,
        };
        let sql = "UPDATE sales SET order_uuid = ?2, token = ?3 WHERE id = ?1";
        Connection::open(&self.database)?.execute(sql, (id, session.order_uuid().ok(), token))?;
        Ok(url.to_owned())
    }

    /// Asks Sezzle whether the shopper agreed.
    pub(crate) async fn is_approved(&self, sale: &Sale) -> Result<bool> {
        if let Some(uuid) = &sale.order_uuid {
            let total = Price::builder().amount_in_cents(TOTAL).currency(&*sale.currency).build()?;
            let order = self.order(uuid).await?;
            return Ok(order.matches(&sale.reference_id, &total) && order.is_approved());
        }
        let Some(token) = &sale.token else { return Ok(false) };
        let tokenization = self.client.get_tokenization().token(&**token).send().await?;
        Ok(tokenization.customer.is_some())
    }

    pub(crate) async fn order(&self, uuid: &str) -> Result<Order> {
        Ok(self.client.get_order().order_uuid(uuid).send().await?.into_inner())
    }

    /// Captures or refunds an amount. The same form, submitted again by a double click or after a crash, has the same purpose,
    /// so it moves the money once. `before` is the number of cents that the page showed as captured or refunded.
    pub(crate) async fn move_money(&self, uuid: &str, act: Act, amount: Price, before: i64) -> Result<Outcome> {
        let purpose = format!("{uuid}/{act:?}/{before}/{amount}");
        let call = match act {
            Act::Capture => {
                let capture = CaptureRequest::builder().capture_amount(amount);
                self.client.capture_order().order_uuid(uuid).body(capture).prepare()?
            }
            Act::Refund => self.client.refund_order().order_uuid(uuid).body(amount).prepare()?,
        };
        let id = self.journal.intend(&purpose, &call).await?;
        Ok(self.journal.run(id).await?)
    }

    /// Returns whether a capture or refund of this order has no known outcome yet.
    pub(crate) async fn is_unsettled(&self, uuid: &str) -> Result<bool> {
        let mut calls = Vec::new();
        for state in [State::Intended, State::Sending, State::Unknown, State::Review] {
            calls.extend(self.journal.list(state).await?);
        }
        Ok(calls.iter().any(|call| call.purpose.starts_with(uuid)))
    }
}

fn reference_id(id: i64) -> String {
    format!("order-{}", 1000 + id)
}
