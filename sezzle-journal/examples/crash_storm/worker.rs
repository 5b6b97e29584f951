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
use sezzle_journal::{Clock, Inbox, Journal, StoreError, SystemClock};
use tokio::io::{AsyncBufReadExt, BufReader};

use crate::faulty_store::{FaultyStore, ask_for_kill};
use crate::setup::{Arguments, LEASE, Result, StoreKind, client, journal};
use crate::shop::{Payment, Shop, postgres_store, sqlite_store};

/// The number of payments at a time.
const TASKS: usize = 4;

pub(crate) async fn run(arguments: Arguments) -> Result<()> {
    let parts = arguments.worker.clone().unwrap_or_default();
    let [path, url, key] = parts.as_slice() else { return Err("a worker needs three values".into()) };
    let path = Path::new(path);
    let inbox = Verifier::new(&**key)?;
    let client = client(url, key)?;
    match arguments.store {
        StoreKind::Sqlite => {
            tokio::spawn(handle_on_sqlite(Inbox::new(inbox.clone(), Arc::new(sqlite_store(path).await?))));
            work(&arguments, path, client, inbox, [sqlite_store(path).await?, sqlite_store(path).await?]).await
        }
        StoreKind::Postgres => {
            tokio::spawn(handle_on_postgres(Inbox::new(inbox.clone(), Arc::new(postgres_store(path).await?))));
            work(&arguments, path, client, inbox, [postgres_store(path).await?, postgres_store(path).await?]).await
        }
    }
}

/// Receives webhooks and makes payments.
async fn work<S: Store>(
    arguments: &Arguments,
    path: &Path,
    client: Client,
    verifier: Verifier,
    [calls, events]: [S; 2],
) -> Result<()> {
    let events = FaultyStore::new(events, arguments.seed, None);
    tokio::spawn(receive(Inbox::new(verifier, Arc::new(events))));
    let calls = FaultyStore::new(calls, arguments.seed, arguments.without);
    pay(journal(client, Arc::new(calls)), Arc::new(Shop::new(arguments.store, path))).await
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

/// What the handlers write: the event, its position in the storm, and when its handler began and ended.
const EFFECT: &str = "INSERT INTO effects (event, position, started, ended) VALUES ($1, $2, $3, $4)";

/// Handles an event, and returns the values of [`EFFECT`].
async fn handle(event: &Event) -> (Option<&str>, i64, i64, i64) {
    let started = SystemClock.now().timestamp_micros();
    let pause = fastrand::u64(..10_000);
    tokio::time::sleep(Duration::from_micros(pause)).await;
    let uuid = event.uuid.as_deref();
    let position = uuid.and_then(|uuid| uuid.rsplit_once('-')?.1.parse().ok()).unwrap_or(-1);
    (uuid, position, started, SystemClock.now().timestamp_micros())
}

/// Fails now and then after its writes, and kills its process now and then.
async fn disturb() -> std::result::Result<(), sezzle_journal::Source> {
    match fastrand::u32(..60) {
        0 => ask_for_kill("in the handler of an event").await,
        1..5 => return Err("the handler fails now and then".into()),
        _ => {}
    }
    Ok(())
}

async fn handle_on_sqlite(inbox: Inbox<SqliteStore>) {
    let inbox = patient(inbox);
    loop {
        let handler = |transaction: &rusqlite::Transaction<'_>, event: &Event| {
            let runtime = tokio::runtime::Handle::current();
            transaction.execute(&EFFECT.replace('$', "?"), runtime.block_on(handle(event)))?;
            runtime.block_on(disturb())
        };
        let _ = inbox.work(handler).await;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn handle_on_postgres(inbox: Inbox<PostgresStore>) {
    let inbox = patient(inbox);
    loop {
        let handled = inbox.work(|transaction, event| {
            Box::pin(async move {
                let (uuid, position, started, ended) = handle(event).await;
                transaction.execute(EFFECT, &[&uuid, &position, &started, &ended]).await?;
                disturb().await
            })
        });
        let _ = handled.await;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Returns an inbox that sets no event aside.
fn patient<S: Store>(inbox: Inbox<S>) -> Inbox<S> {
    inbox.lease(LEASE).max_attempts(1000).backoff(Duration::from_millis(50), Duration::from_millis(200))
}
