//! What is particular to SQLite: the shop's own transaction, handlers, durability and migrations.

use std::sync::Arc;
use std::time::Duration;

use sezzle_journal::sql::MIGRATIONS;
use sezzle_journal::sqlite::SqliteStore;
use sezzle_journal::{Error, Journal, Outcome, Source};

use crate::scenarios::inbox::{event, new_inbox, store_event};
use crate::scenarios::{TestClock, World};
use crate::{new_file, new_store};

#[tokio::test]
async fn intent_is_part_of_the_shops_transaction() {
    let path = new_file();
    let world = World::new(Arc::new(SqliteStore::open(&path).await.unwrap())).await;
    let mut shop = rusqlite::Connection::open(&path).unwrap();
    shop.pragma_update(None, "synchronous", "OFF").unwrap();
    shop.execute_batch("CREATE TABLE orders (id TEXT)").unwrap();

    let transaction = shop.transaction().unwrap();
    transaction.execute("INSERT INTO orders VALUES ('o')", []).unwrap();
    let id = world.journal.intend_blocking(&transaction, "a", &world.capture(100)).unwrap();
    transaction.rollback().unwrap();
    assert!(matches!(world.journal.run(id).await, Err(Error::NotFound(_))));
    assert_eq!(world.requests("capture_order"), 0);

    let transaction = shop.transaction().unwrap();
    transaction.execute("INSERT INTO orders VALUES ('o')", []).unwrap();
    let id = world.journal.intend_in(&*transaction, "a", &world.capture(100)).await.unwrap();
    transaction.commit().unwrap();
    assert!(matches!(world.journal.run(id).await.unwrap(), Outcome::Done(_)));
}

#[tokio::test]
async fn handler_writes_once_or_not_at_all() {
    let path = new_file();
    let store = Arc::new(SqliteStore::open(&path).await.unwrap());
    let shop = rusqlite::Connection::open(&path).unwrap();
    shop.execute_batch("CREATE TABLE paid (event TEXT)").unwrap();
    let paid = || shop.query_row("SELECT count(*) FROM paid", [], |row| row.get::<_, i64>(0)).unwrap();
    let clock = TestClock::new();
    let inbox = new_inbox(store, &clock);
    let pay = |transaction: &rusqlite::Transaction<'_>, event: &sezzle_api::Event| -> Result<(), Source> {
        transaction.execute("INSERT INTO paid VALUES (?1)", [&event.uuid])?;
        Ok(())
    };
    let _ = store_event(&inbox, &event("a", "o1", 1)).await;
    let failed = inbox.work(move |transaction, event| pay(transaction, event).and(Err("no".into()))).await.unwrap();
    assert_eq!((failed.failed, paid()), (1, 0));
    clock.advance(5);
    let panicked = inbox.work(move |transaction, event| pay(transaction, event).map(|()| panic!("no"))).await.unwrap();
    assert_eq!((panicked.failed, paid()), (1, 0));
    clock.advance(5);
    assert_eq!(inbox.work(pay).await.unwrap().handled, 1);
    let _ = store_event(&inbox, &event("a", "o1", 1)).await;
    assert_eq!((inbox.work(pay).await.unwrap().handled, paid()), (0, 1));

    // A worker whose lease ended while it was handling: its writes are rolled back.
    let _ = store_event(&inbox, &event("b", "o1", 2)).await;
    let delivery = inbox.claim().await.unwrap().unwrap();
    clock.advance(11);
    assert_eq!(inbox.work(pay).await.unwrap().handled, 1);
    let error = delivery.complete_in(&shop).await.unwrap_err();
    assert!(matches!(error, Error::LeaseLost), "{error}");
    assert_eq!(paid(), 2);
}

#[tokio::test]
async fn journal_is_durable_whatever_the_shop_sets() {
    let path = new_file();
    let shop = rusqlite::Connection::open(&path).unwrap();
    shop.pragma_update(None, "synchronous", "OFF").unwrap();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.pragma_update(None, "synchronous", "OFF").unwrap();
    let store = SqliteStore::with_connection(connection).await.unwrap();
    let synchronous =
        sezzle_journal::sql::Database::query(store.database(), "read", "PRAGMA synchronous", vec![], false);
    assert_eq!(synchronous.await.unwrap(), [[sezzle_journal::sql::Value::Int(2)]]);
}

#[tokio::test]
async fn tables_of_every_version_are_updated() {
    for version in 0..=MIGRATIONS.len() {
        let path = new_file();
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute_batch("CREATE TABLE sezzle_journal (version BIGINT NOT NULL)").unwrap();
        for (number, migration) in MIGRATIONS[..version].iter().enumerate() {
            connection.execute_batch(migration.sqlite).unwrap();
            connection.execute("INSERT INTO sezzle_journal VALUES (?1)", [i64::try_from(number).unwrap() + 1]).unwrap();
        }
        if version > 0 {
            // A call that was written by that version.
            let insert = "INSERT INTO sezzle_calls (purpose, operation, path, body, request_id, checksum, state, runs, \
                          created_at, updated_at, next_at, fence) VALUES ('old', 'capture_order', '/v2/order/o/capture', \
                          X'7b7d', 'r', 0, 'done', 1, 1, 1, 1, 1)";
            connection.execute_batch(insert).unwrap();
        }
        let store = Arc::new(SqliteStore::open(&path).await.unwrap());
        // Twice: there is nothing left to do.
        drop(SqliteStore::open(&path).await.unwrap());
        let world = World::new(store).await;
        let id = world.journal.intend("new", &world.capture(100)).await.unwrap();
        assert!(matches!(world.journal.run(id).await.unwrap(), Outcome::Done(_)));
        assert_eq!(world.journal.counts().await.unwrap()[0].count, 1 + u64::from(version > 0));
        assert_eq!(new_inbox(Arc::clone(world.journal.store()), &world.clock).counts().await.unwrap(), []);
    }
}

#[tokio::test]
async fn run_can_be_cancelled() {
    let world = World::new(new_store().await).await;
    world.fault("capture_order=stall:processedx1");
    let id = world.journal.intend("a", &world.capture(100)).await.unwrap();
    let journal: Journal<_> = world.journal.clone();
    let run = tokio::time::timeout(Duration::from_millis(100), journal.run(id)).await;
    assert!(run.is_err(), "the caller is gone");
    world.clock.advance(121);
    assert_eq!(world.journal.resume().await.unwrap().ended.len(), 1);
    assert_eq!(world.captures(), 1);
}

#[tokio::test]
async fn claim_of_a_call_sent_in_the_future_is_decided_by_the_order() {
    let path = new_file();
    let world = World::new(Arc::new(SqliteStore::open(&path).await.unwrap())).await;
    world.fault("capture_order=reset:processedx1");
    let id = world.journal.intend("a", &world.capture(100)).await.unwrap();
    assert!(matches!(world.journal.run(id).await.unwrap(), Outcome::Unknown { .. }));
    let shop = rusqlite::Connection::open(&path).unwrap();
    shop.execute("UPDATE sezzle_calls SET first_sent_at = first_sent_at + 86400000000", []).unwrap();
    world.clock.advance(10);
    assert!(matches!(world.journal.run(id).await.unwrap(), Outcome::Done(_)));
    assert_eq!((world.requests("capture_order"), world.requests("get_order")), (1, 1));
    let first_sent_at = "SELECT first_sent_at FROM sezzle_calls";
    assert_eq!(shop.query_row(first_sent_at, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
}
