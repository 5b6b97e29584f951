//! Databases that fail: a clear error each, and nothing is sent that is not written.

use std::sync::Arc;
use std::time::Duration;

use rusqlite::OpenFlags;
use sezzle_journal::sqlite::SqliteStore;
use sezzle_journal::{Error, Outcome, ReviewReason, StoreErrorKind};

use crate::new_file;
use crate::scenarios::World;

/// Returns what a failure of the database is about. Checks that the text names the action.
fn kind(error: &Error) -> StoreErrorKind {
    let Error::Store { kind, action, .. } = error else { panic!("{error}") };
    assert!(error.to_string().contains(action) && error.to_string().len() > 40, "{error}");
    *kind
}

async fn world(connection: rusqlite::Connection) -> World<SqliteStore> {
    World::new(Arc::new(SqliteStore::with_connection(connection).await.unwrap())).await
}

#[tokio::test]
async fn full_disk_sends_nothing() {
    let connection = rusqlite::Connection::open(new_file()).unwrap();
    // The tables, and room for some calls.
    connection.pragma_update(None, "max_page_count", 40).unwrap();
    let world = world(connection).await;
    let mut sent = 0;
    let error = loop {
        let purpose = format!("{sent}-{}", "x".repeat(150));
        match world.journal.intend(&purpose, &world.capture(100 + sent)).await {
            Ok(id) => match world.journal.run(id).await {
                Ok(outcome) => assert!(matches!(outcome, Outcome::Done(_)), "{outcome:?}"),
                Err(error) => break error,
            },
            Err(error) => break error,
        }
        sent += 1;
    };
    assert_eq!(kind(&error), StoreErrorKind::Full);
    // At most the one whose result could not be written, which `resume` finds as `sending`.
    let sending = world.journal.list(sezzle_journal::State::Sending).await.unwrap().len();
    assert_eq!(world.requests("capture_order"), usize::try_from(sent).unwrap() + sending);
    assert!(sent > 3);
}

#[tokio::test]
async fn read_only_file_sends_nothing() {
    let path = new_file();
    let error = SqliteStore::open(path.parent().unwrap()).await.unwrap_err();
    assert_eq!(kind(&error), StoreErrorKind::Unavailable);
    let writer = world(rusqlite::Connection::open(&path).unwrap()).await;
    let id = writer.journal.intend("a", &writer.capture(100)).await.unwrap();

    let read_only = rusqlite::Connection::open(&path).unwrap();
    let reader = world(read_only).await;
    sezzle_journal::sql::Database::query(
        reader.journal.store().database(),
        "set",
        "PRAGMA query_only = 1",
        vec![],
        false,
    )
    .await
    .unwrap();
    for error in [reader.journal.run(id).await.unwrap_err(), reader.journal.resume().await.unwrap_err()] {
        assert_eq!(kind(&error), StoreErrorKind::ReadOnly, "{error}");
    }
    assert_eq!(reader.requests("capture_order"), 0);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let path = new_file();
    rusqlite::Connection::open(&path).unwrap().execute_batch("CREATE TABLE orders (id TEXT)").unwrap();
    let error = SqliteStore::with_connection(rusqlite::Connection::open_with_flags(&path, flags).unwrap()).await;
    assert_eq!(kind(&error.unwrap_err()), StoreErrorKind::ReadOnly);
}

#[tokio::test]
async fn locked_database_sends_nothing() {
    let path = new_file();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.busy_timeout(Duration::from_millis(50)).unwrap();
    let world = world(connection).await;
    let id = world.journal.intend("a", &world.capture(100)).await.unwrap();
    let shop = rusqlite::Connection::open(&path).unwrap();
    shop.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(kind(&world.journal.run(id).await.unwrap_err()), StoreErrorKind::Busy);
    assert_eq!(world.requests("capture_order"), 0);
    shop.execute_batch("COMMIT").unwrap();
    assert!(matches!(world.journal.run(id).await.unwrap(), Outcome::Done(_)));
}

#[tokio::test]
async fn other_files_are_rejected() {
    let path = new_file();
    std::fs::write(&path, "this is not a database, but a text that is long enough to look like one").unwrap();
    assert_eq!(kind(&SqliteStore::open(&path).await.unwrap_err()), StoreErrorKind::Damaged);

    let path = new_file();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch("CREATE TABLE sezzle_journal (version BIGINT); INSERT INTO sezzle_journal VALUES (99)")
        .unwrap();
    let error = SqliteStore::open(&path).await.unwrap_err();
    assert!(matches!(error, Error::SchemaTooNew { found: 99, .. }), "{error}");
    assert!(error.to_string().contains("update the program"));
}

#[tokio::test]
async fn damaged_rows_are_not_sent() {
    let path = new_file();
    let world = world(rusqlite::Connection::open(&path).unwrap()).await;
    let shop = rusqlite::Connection::open(&path).unwrap();
    let body = r#"CAST('{"capture_amount":{"amount_in_cents":900,"currency":"USD"}}' AS BLOB)"#;
    for (number, change) in [
        &format!("body = {body}"),
        "body = X'00'",
        "path = '/v2/order/other/capture'",
        "request_id = 'other'",
        "operation = 'refund_order'",
    ]
    .into_iter()
    .enumerate()
    {
        let purpose = format!("call-{number}");
        let id = world.journal.intend(&purpose, &world.capture(100)).await.unwrap();
        shop.execute(&format!("UPDATE sezzle_calls SET {change} WHERE purpose = ?1"), [&purpose]).unwrap();
        let outcome = world.journal.run(id).await.unwrap();
        assert!(matches!(outcome, Outcome::NeedsReview(ReviewReason::Corrupt { .. })), "{change}: {outcome:?}");
    }
    // A column of another type, and a state that does not exist: an error that names the column.
    for (change, column) in [("body = 7", "body"), ("state = 'lost'", "state"), ("request_id = X'ff'", "request_id")] {
        let id = world.journal.intend(column, &world.capture(100)).await.unwrap();
        shop.execute(&format!("UPDATE sezzle_calls SET {change} WHERE purpose = ?1"), [column]).unwrap();
        let error = world.journal.run(id).await.unwrap_err();
        assert!(matches!(&error, Error::Corrupt { field, of, .. } if *field == column && of == column), "{error}");
    }
    // The others are not held up.
    let good = world.journal.intend("good", &world.capture(100)).await.unwrap();
    world.clock.advance(3600);
    let resumed = world.journal.resume().await.unwrap();
    assert_eq!(resumed.ended.len(), 1, "{resumed:?}");
    assert!(matches!(world.journal.outcome(good).await.unwrap(), Outcome::Done(_)));
    assert_eq!(world.requests("capture_order"), 1);
}

#[tokio::test]
async fn damaged_row_leaves_other_calls_of_its_order_to_a_person() {
    let path = new_file();
    let world = world(rusqlite::Connection::open(&path).unwrap()).await;
    let shop = rusqlite::Connection::open(&path).unwrap();
    let other = world.journal.intend("other", &world.capture(2_000_000)).await.unwrap();
    assert!(matches!(world.journal.run(other).await.unwrap(), Outcome::Rejected(_)));
    for (change, is_needed) in [
        ("response = X'00'", false),
        ("state = 'done'", true),
        ("state = 'unknown', body = X'00'", true),
        ("state = 'lost'", true),
        ("body = 7", true),
    ] {
        world.fault("capture_order=resetx1");
        let id = world.journal.intend(change, &world.capture(100)).await.unwrap();
        assert!(matches!(world.journal.run(id).await.unwrap(), Outcome::Unknown { .. }));
        shop.execute(&format!("UPDATE sezzle_calls SET {change} WHERE purpose = 'other'"), []).unwrap();
        world.advance(30);
        let outcome = world.journal.run(id).await.unwrap();
        if is_needed {
            let Outcome::NeedsReview(ReviewReason::Corrupt { problem }) = &outcome else {
                panic!("{change}: {outcome:?}")
            };
            assert!(problem.contains("other"), "{problem}");
        } else {
            assert!(matches!(outcome, Outcome::Done(_)), "{change}: {outcome:?}");
        }
    }
}
