//! The journal and the inbox on PostgreSQL, which the tests start themselves.

#![allow(clippy::unwrap_used, reason = "a test should stop at an unexpected failure")]

#[path = "../scenarios/mod.rs"]
mod scenarios;
mod server;

use std::cell::RefCell;
use std::sync::{Arc, Mutex, Weak};

use deadpool_postgres::Pool;
use sezzle_journal::postgres::PostgresStore;
use sezzle_journal::sql::MIGRATIONS;
use sezzle_journal::{Error, Outcome, StoreErrorKind};

use crate::scenarios::inbox::{event, new_inbox, store_event};
use crate::scenarios::{TestClock, World};
use crate::server::PostgresServer;

/// The server that running tests share.
static SERVER: Mutex<Weak<PostgresServer>> = Mutex::new(Weak::new());

thread_local! {
    /// Keeps the server until the thread of the test ends.
    static IN_USE: RefCell<Option<Arc<PostgresServer>>> = const { RefCell::new(None) };
}

/// Returns a pool of connections to a new database.
async fn new_database() -> Pool {
    let server = {
        let mut shared = SERVER.lock().unwrap();
        let server = shared.upgrade().unwrap_or_else(|| Arc::new(PostgresServer::start().unwrap()));
        *shared = Arc::downgrade(&server);
        server
    };
    let name = format!("test_{:016x}", fastrand::u64(..));
    let admin = server::pool(server.socket(), "postgres", 1).get().await.unwrap();
    admin.batch_execute(&format!("CREATE DATABASE {name}")).await.unwrap();
    let pool = server::pool(server.socket(), &name, 8);
    IN_USE.with_borrow_mut(|in_use| *in_use = Some(server));
    pool
}

async fn new_store() -> Arc<PostgresStore> {
    Arc::new(PostgresStore::connect(new_database().await).await.unwrap())
}

scenarios::scenarios! { crate::new_store() }

#[tokio::test]
async fn intent_is_part_of_the_shops_transaction() {
    let pool = new_database().await;
    let world = World::new(Arc::new(PostgresStore::connect(pool.clone()).await.unwrap())).await;
    let mut shop = pool.get().await.unwrap();
    shop.batch_execute("SET synchronous_commit = off; CREATE TABLE orders (id TEXT)").await.unwrap();
    for commit in [false, true] {
        let transaction = shop.transaction().await.unwrap();
        transaction.execute("INSERT INTO orders VALUES ('o')", &[]).await.unwrap();
        let id = world.journal.intend_in(&*transaction, "a", &world.capture(100)).await.unwrap();
        assert!(matches!(world.journal.run(id).await, Err(Error::NotFound(_))));
        if commit {
            transaction.commit().await.unwrap();
            assert!(matches!(world.journal.run(id).await.unwrap(), Outcome::Done(_)));
        } else {
            transaction.rollback().await.unwrap();
            assert!(matches!(world.journal.run(id).await, Err(Error::NotFound(_))));
            assert_eq!(world.requests("capture_order"), 0);
        }
    }
}

#[tokio::test]
async fn claim_is_durable_whatever_the_server_sets() {
    // A server without other tests, as they write to the same log.
    let server = PostgresServer::start().unwrap();
    let client = server::pool(server.socket(), "postgres", 1).get().await.unwrap();
    client.batch_execute("ALTER DATABASE postgres SET synchronous_commit = off").await.unwrap();
    let fresh = server::pool(server.socket(), "postgres", 2);
    let world = World::new(Arc::new(PostgresStore::connect(fresh.clone()).await.unwrap())).await;
    let client = fresh.get().await.unwrap();
    let setting: String = client.query_one("SHOW synchronous_commit", &[]).await.unwrap().get(0);
    assert_eq!(setting, "off");
    let unflushed = "SELECT (pg_current_wal_insert_lsn() - pg_current_wal_flush_lsn())::bigint";
    for number in 0..20 {
        let _ = world.journal.intend(&format!("call-{number}"), &world.capture(100)).await.unwrap();
        let unflushed: i64 = client.query_one(unflushed, &[]).await.unwrap().get(0);
        assert_eq!(unflushed, 0);
    }
}

#[tokio::test]
async fn handler_writes_once_or_not_at_all() {
    let pool = new_database().await;
    let store = Arc::new(PostgresStore::connect(pool.clone()).await.unwrap());
    let shop = pool.get().await.unwrap();
    shop.batch_execute("CREATE TABLE paid (event TEXT)").await.unwrap();
    let paid = async || shop.query_one("SELECT count(*) FROM paid", &[]).await.unwrap().get::<_, i64>(0);
    let clock = TestClock::new();
    let inbox = new_inbox(store, &clock);
    let _ = store_event(&inbox, &event("a", "o1", 1)).await;
    for (fails, handled) in [(true, 0), (false, 1), (false, 0)] {
        let worked = inbox
            .work(|transaction, event| {
                Box::pin(async move {
                    transaction.execute("INSERT INTO paid VALUES ($1)", &[&event.uuid]).await?;
                    if fails { Err("no".into()) } else { Ok(()) }
                })
            })
            .await
            .unwrap();
        assert_eq!((worked.handled, worked.failed), (handled, u64::from(fails)));
        clock.advance(5);
    }
    assert_eq!(paid().await, 1);

    // A worker whose lease ended while it was handling.
    let _ = store_event(&inbox, &event("b", "o1", 2)).await;
    let delivery = inbox.claim().await.unwrap().unwrap();
    clock.advance(11);
    let again = inbox.claim().await.unwrap().unwrap();
    let mut client = pool.get().await.unwrap();
    let transaction = client.transaction().await.unwrap();
    assert!(matches!(delivery.complete_in(&*transaction).await, Err(Error::LeaseLost)));
    again.complete_in(&*transaction).await.unwrap();
    transaction.commit().await.unwrap();
    assert!(inbox.claim().await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn parallel_workers_keep_the_order_of_each_order() {
    let pool = new_database().await;
    let store = Arc::new(PostgresStore::connect(pool.clone()).await.unwrap());
    let shop = pool.get().await.unwrap();
    shop.batch_execute("CREATE TABLE seen (number BIGINT GENERATED ALWAYS AS IDENTITY, event TEXT)").await.unwrap();
    let clock = TestClock::new();
    let inbox = new_inbox(store, &clock);
    for number in (0..60).rev() {
        let _ =
            store_event(&inbox, &event(&format!("{}-{number:02}", number % 6), &format!("o{}", number % 6), number))
                .await;
    }
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let inbox = inbox.clone();
        workers.spawn(async move {
            let mut handled = 0;
            for _ in 0..40 {
                let worked = inbox.work(|transaction, event| {
                    Box::pin(async move {
                        tokio::time::sleep(std::time::Duration::from_millis(1)).await;
                        transaction.execute("INSERT INTO seen (event) VALUES ($1)", &[&event.uuid]).await?;
                        Ok(())
                    })
                });
                handled += worked.await.unwrap().handled;
                tokio::time::sleep(std::time::Duration::from_millis(2)).await;
            }
            handled
        });
    }
    let mut handled = 0;
    while let Some(result) = workers.join_next().await {
        handled += result.unwrap();
    }
    assert_eq!(handled, 60);
    let rows = shop.query("SELECT event FROM seen ORDER BY number", &[]).await.unwrap();
    let seen: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    for order in 0..6 {
        let of_order: Vec<_> = seen.iter().filter(|event| event.starts_with(&format!("{order}-"))).collect();
        assert!(of_order.is_sorted(), "{of_order:?}");
    }
}

#[tokio::test]
async fn tables_of_every_version_are_updated() {
    for version in 0..=MIGRATIONS.len() {
        let pool = new_database().await;
        let client = pool.get().await.unwrap();
        client.batch_execute("CREATE TABLE sezzle_journal (version BIGINT NOT NULL)").await.unwrap();
        for (number, migration) in (1_i64..).zip(&MIGRATIONS[..version]) {
            client.batch_execute(migration.postgres).await.unwrap();
            client.execute("INSERT INTO sezzle_journal VALUES ($1)", &[&number]).await.unwrap();
        }
        // Several processes at the same time.
        let (first, second) = tokio::join!(PostgresStore::connect(pool.clone()), PostgresStore::connect(pool.clone()));
        second.unwrap();
        let world = World::new(Arc::new(first.unwrap())).await;
        let id = world.journal.intend("new", &world.capture(100)).await.unwrap();
        assert!(matches!(world.journal.run(id).await.unwrap(), Outcome::Done(_)));
        client.batch_execute("INSERT INTO sezzle_journal VALUES (99)").await.unwrap();
        let error = PostgresStore::connect(pool.clone()).await.unwrap_err();
        assert!(matches!(error, Error::SchemaTooNew { found: 99, .. }), "{error}");
    }
}

#[tokio::test]
async fn database_that_is_away_sends_nothing() {
    let server = PostgresServer::start().unwrap();
    let pool = server::pool(server.socket(), "postgres", 2);
    let world = World::new(Arc::new(PostgresStore::connect(pool.clone()).await.unwrap())).await;
    let id = world.journal.intend("a", &world.capture(100)).await.unwrap();
    let client = pool.get().await.unwrap();
    client.batch_execute("ALTER ROLE shop SET default_transaction_read_only = on").await.unwrap();
    let kind = |error: Error| match error {
        Error::Store { kind, .. } => kind,
        error => panic!("{error}"),
    };
    let read_only = server::pool(server.socket(), "postgres", 2);
    let reader = World::new(Arc::new(PostgresStore::connect(read_only).await.unwrap())).await;
    for error in [reader.journal.run(id).await.unwrap_err(), reader.journal.resume().await.unwrap_err()] {
        assert_eq!(kind(error), StoreErrorKind::ReadOnly);
    }
    assert_eq!(reader.requests("capture_order"), 0);
    server.kill().unwrap();
    assert_eq!(kind(world.journal.run(id).await.unwrap_err()), StoreErrorKind::Unavailable);
    assert_eq!(kind(world.journal.resume().await.unwrap_err()), StoreErrorKind::Unavailable);
    assert_eq!(world.requests("capture_order"), 0);
    server.run().unwrap();
    // What was committed is there after the crash of the server.
    let client = server::pool(server.socket(), "postgres", 1).get().await.unwrap();
    client.batch_execute("BEGIN READ WRITE; ALTER ROLE shop RESET ALL; COMMIT").await.unwrap();
    assert!(matches!(world.journal.run(id).await.unwrap(), Outcome::Done(_)));
}

#[tokio::test]
async fn role_without_the_right_to_create_tables_connects() {
    let pool = new_database().await;
    drop(PostgresStore::connect(pool.clone()).await.unwrap());
    let client = pool.get().await.unwrap();
    let name: String = client.query_one("SELECT current_database()", &[]).await.unwrap().get(0);
    let setup = format!(
        "CREATE ROLE {name}_limited; REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT SELECT, INSERT, UPDATE, DELETE ON \
         ALL TABLES IN SCHEMA public TO {name}_limited; ALTER DATABASE {name} SET role = {name}_limited"
    );
    client.batch_execute(&setup).await.unwrap();
    let socket = IN_USE.with_borrow(|server| server.as_ref().unwrap().socket().to_owned());
    let limited = server::pool(&socket, &name, 2);
    let client = limited.get().await.unwrap();
    assert!(client.batch_execute("CREATE TABLE mine (id TEXT)").await.is_err());
    let world = World::new(Arc::new(PostgresStore::connect(limited.clone()).await.unwrap())).await;
    let id = world.journal.intend("a", &world.capture(100)).await.unwrap();
    assert!(matches!(world.journal.run(id).await.unwrap(), Outcome::Done(_)));
}

#[tokio::test]
async fn transaction_that_the_server_rejects_is_a_failure_of_the_handler() {
    let pool = new_database().await;
    let store = Arc::new(PostgresStore::connect(pool.clone()).await.unwrap());
    let shop = pool.get().await.unwrap();
    shop.batch_execute("CREATE TABLE paid (event TEXT UNIQUE DEFERRABLE INITIALLY DEFERRED)").await.unwrap();
    let clock = TestClock::new();
    let inbox = new_inbox(store, &clock);
    // The constraint is checked at the commit; a failed statement that the handler ignores, when the event is completed.
    for (uuid, sql) in [("a", "INSERT INTO paid VALUES ('x'), ('x')"), ("b", "SELECT 1 / 0")] {
        let _ = store_event(&inbox, &event(uuid, uuid, 1)).await;
        for attempt in 1..=3 {
            let worked = inbox
                .work(|transaction, _| {
                    Box::pin(async move {
                        let _ = transaction.execute(sql, &[]).await;
                        Ok(())
                    })
                })
                .await
                .unwrap();
            assert_eq!((worked.handled, worked.failed, worked.set_aside), (0, u64::from(attempt < 3), attempt / 3));
            clock.advance(5);
        }
    }
    let reasons: Vec<_> = inbox.set_aside().await.unwrap().into_iter().map(|event| event.reason).collect();
    assert!(reasons[0].contains("paid_event_key") && reasons[1].contains("aborted"), "{reasons:?}");
}
