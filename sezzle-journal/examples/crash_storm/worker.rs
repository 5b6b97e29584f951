//! A process of the shop: makes payments, resumes what others left, and handles webhooks.
//!
//! It reads lines `event TEXT` from its input, where TEXT is a webhook with its signature, and prints `stored ID` when it is
//! durable, as a shop would respond with status 200. It prints `kill POINT` when it wants to be killed.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sezzle_api::types::{CaptureRequest, CustomerOrderRequest, Intent, Price, UpchargeRequest};
use sezzle_api::webhook::Verifier;
use sezzle_api::{Client, Event, PreparedCall};
use sezzle_journal::postgres::PostgresStore;
use sezzle_journal::sqlite::SqliteStore;
use sezzle_journal::store::Store;
use sezzle_journal::{Inbox, Journal, StoreError};
use tokio::io::{AsyncBufReadExt, BufReader};

use crate::faulty_store::FaultyStore;
use crate::setup::{Arguments, LEASE, Result, StoreKind, client, journal};
use crate::shop::{Payment, Shop, postgres_store, sqlite_store};

/// The number of payments at a time.
const TASKS: usize = 4;

pub(crate) async fn run(arguments: Arguments) -> Result<()> {
    let parts = arguments.worker.clone().unwrap_or_default();
    let [path, url, key] = parts.as_slice() else { return Err("a worker needs three values".into()) };
    let path = Path::new(path);
    let shop = Arc::new(Shop::new(arguments.store, path));
    let client = client(url, key)?;
    let seed = arguments.seed;
    match arguments.store {
        StoreKind::Sqlite => {
            let store = Arc::new(FaultyStore::new(sqlite_store(path).await?, seed, arguments.without));
            let inbox_store = Arc::new(FaultyStore::new(sqlite_store(path).await?, seed, None));
            tokio::spawn(receive(Inbox::new(Verifier::new(&**key)?, inbox_store)));
            let own = Inbox::new(Verifier::new(&**key)?, Arc::new(sqlite_store(path).await?));
            tokio::spawn(handle_on_sqlite(own));
            pay(journal(client, store), shop).await
        }
        StoreKind::Postgres => {
            let store = Arc::new(FaultyStore::new(postgres_store(path).await?, seed, arguments.without));
            let inbox_store = Arc::new(FaultyStore::new(postgres_store(path).await?, seed, None));
            tokio::spawn(receive(Inbox::new(Verifier::new(&**key)?, inbox_store)));
            let own = Inbox::new(Verifier::new(&**key)?, Arc::new(postgres_store(path).await?));
            tokio::spawn(handle_on_postgres(own));
            pay(journal(client, store), shop).await
        }
    }
}

/// Makes payments in several tasks, and resumes what was left, until the process is killed.
async fn pay<S: Store>(journal: Journal<S>, shop: Arc<Shop>) -> Result<()> {
    let client = client("http://127.0.0.1:1", "sz_pr_unused")?;
    for _ in 0..TASKS {
        let (journal, shop, client) = (journal.clone(), Arc::clone(&shop), client.clone());
        tokio::spawn(async move {
            loop {
                // A task that fails, as the database is away, begins again.
                match begin(&shop, &journal, &client).await {
                    Ok(Some(id)) => drop(journal.run(id).await),
                    Ok(None) => tokio::time::sleep(Duration::from_millis(200)).await,
                    Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
                }
            }
        });
    }
    loop {
        let _ = journal.resume().await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Takes a payment. The transaction of SQLite blocks and its future cannot move to another thread.
async fn begin<S: Store>(
    shop: &Arc<Shop>,
    journal: &Journal<S>,
    client: &Client,
) -> Result<Option<sezzle_journal::CallId>> {
    let (shop, journal, client) = (Arc::clone(shop), journal.clone(), client.clone());
    let begin = move || {
        let runtime = tokio::runtime::Handle::current();
        runtime.block_on(shop.begin(&journal, |payment| prepare(&client, payment)))
    };
    tokio::task::spawn_blocking(begin).await?
}

/// Prepares the call of a payment.
fn prepare(client: &Client, payment: &Payment) -> Result<PreparedCall> {
    let (on, amount) = (payment.target.as_str(), Price::usd(payment.cents));
    Ok(match payment.kind.as_str() {
        "capture" | "refused" => {
            let body = CaptureRequest::builder().capture_amount(amount);
            client.capture_order().order_uuid(on).body(body).prepare()?
        }
        "refund" => client.refund_order().order_uuid(on).body(amount).prepare()?,
        "release" => client.release_order().order_uuid(on).body(amount).prepare()?,
        "upcharge" => {
            let body = UpchargeRequest::builder().intent(Intent::Auth).upcharge_amount(amount);
            client.upcharge_order().order_uuid(on).body(body).prepare()?
        }
        _ => {
            let reference = format!("storm-{}", payment.cents);
            let body =
                CustomerOrderRequest::builder().intent(Intent::Auth).reference_id(reference).order_amount(amount);
            client.create_customer_order().customer_uuid(on).body(body).prepare()?
        }
    })
}

/// Receives webhooks.
async fn receive<S: Store>(inbox: Inbox<S>) {
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        let mut parts = line.splitn(4, ' ');
        let (Some("event"), Some(number), Some(signature), Some(body)) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        match inbox.store(body.as_bytes(), signature).await {
            Ok(_) => println!("stored {number}"),
            Err(StoreError::Forged(_)) => println!("forged {number}"),
            Err(_) => println!("failed {number}"),
        }
    }
}

/// The position of an event within its order, which the controller wrote into it.
fn position(event: &Event) -> i64 {
    event
        .uuid
        .as_deref()
        .and_then(|uuid| uuid.rsplit_once('-'))
        .and_then(|(_, number)| number.parse().ok())
        .unwrap_or(-1)
}

const EFFECT: &str = "INSERT INTO effects (event, position, subject) VALUES ($1, $2, $3)";

/// Fails now and then after its writes, and kills its process now and then.
async fn disturb() -> std::result::Result<(), sezzle_journal::Source> {
    match fastrand::u32(..60) {
        0 => crate::faulty_store::ask_for_kill("in the handler of an event").await,
        1..5 => return Err("the handler fails now and then".into()),
        _ => {}
    }
    Ok(())
}

async fn handle_on_sqlite(inbox: Inbox<SqliteStore>) {
    let inbox = inbox.lease(LEASE).max_attempts(1000).backoff(Duration::from_millis(50), Duration::from_millis(200));
    loop {
        let handler = |transaction: &rusqlite::Transaction<'_>, event: &Event| {
            let (uuid, order) = (event.uuid.as_deref(), event.order_uuid());
            transaction.execute(&EFFECT.replace('$', "?"), (uuid, position(event), order))?;
            tokio::runtime::Handle::current().block_on(disturb())
        };
        let _ = inbox.work(handler).await;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn handle_on_postgres(inbox: Inbox<PostgresStore>) {
    let inbox = inbox.lease(LEASE).max_attempts(1000).backoff(Duration::from_millis(50), Duration::from_millis(200));
    loop {
        let _ = inbox
            .work(|transaction, event| {
                Box::pin(async move {
                    let (uuid, order) = (event.uuid.as_deref(), event.order_uuid());
                    transaction.execute(EFFECT, &[&uuid, &position(event), &order]).await?;
                    disturb().await
                })
            })
            .await;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
