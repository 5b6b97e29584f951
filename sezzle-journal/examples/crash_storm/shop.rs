//! The shop's own tables, beside those of the journal.

use std::path::{Path, PathBuf};
use std::time::Duration;

use deadpool_postgres::Pool;
use rusqlite::TransactionBehavior;
use sezzle_api::PreparedCall;
use sezzle_journal::postgres::PostgresStore;
use sezzle_journal::sql::{Connection, Row, Value};
use sezzle_journal::sqlite::SqliteStore;
use sezzle_journal::store::Store;
use sezzle_journal::{CallId, Journal};

use crate::setup::{Result, StoreKind, server};

/// A payment.
#[derive(Clone, Debug)]
pub(crate) struct Payment {
    pub(crate) id: i64,
    /// The operation.
    pub(crate) kind: String,
    /// The id of the order, or of the customer of a new order.
    pub(crate) target: String,
    pub(crate) cents: i64,
}

const TABLES: [&str; 2] = [
    "CREATE TABLE payments (id BIGINT PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL, cents BIGINT NOT NULL, \
     call_id BIGINT)",
    "CREATE TABLE effects (event TEXT NOT NULL, position BIGINT NOT NULL, started BIGINT NOT NULL, ended BIGINT NOT NULL)",
];

const NEXT_PAYMENT: &str = "SELECT id, kind, target, cents FROM payments WHERE call_id IS NULL ORDER BY id LIMIT 1";

/// The connections of the shop.
pub(crate) enum Shop {
    Sqlite(PathBuf),
    Postgres(Pool),
}

impl Shop {
    pub(crate) fn new(kind: StoreKind, path: &Path) -> Self {
        match kind {
            StoreKind::Sqlite => Self::Sqlite(path.to_owned()),
            StoreKind::Postgres => Self::Postgres(server::pool(path, "postgres", 4)),
        }
    }

    pub(crate) async fn create(&self, payments: &[Payment]) -> Result<()> {
        for table in TABLES {
            self.query(table).await?;
        }
        let row = |payment: &Payment| {
            let Payment { id, kind, target, cents } = payment;
            format!("({id}, '{kind}', '{target}', {cents})")
        };
        let rows: Vec<_> = payments.iter().map(row).collect();
        self.query(&format!("INSERT INTO payments (id, kind, target, cents) VALUES {}", rows.join(", "))).await?;
        Ok(())
    }

    /// Runs a statement.
    pub(crate) async fn query(&self, sql: &str) -> Result<Vec<Row>> {
        match self {
            Self::Sqlite(path) => (&open_sqlite(path)?).query(sql, &[]).await,
            Self::Postgres(pool) => {
                let mut client = pool.get().await?;
                let transaction = client.transaction().await?;
                let rows = Connection::query(&mut &*transaction, sql, &[]).await?;
                transaction.commit().await?;
                Ok(rows)
            }
        }
    }

    /// Takes a payment that was not begun, and writes the intent of its call in the same transaction.
    pub(crate) async fn begin<S: Store>(
        &self,
        journal: &Journal<S>,
        prepare: impl Fn(&Payment) -> Result<PreparedCall>,
    ) -> Result<Option<CallId>> {
        match self {
            Self::Sqlite(path) => {
                let mut connection = open_sqlite(path)?;
                let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
                let call = begin_in(&*transaction, NEXT_PAYMENT, journal, prepare).await?;
                transaction.commit()?;
                Ok(call)
            }
            Self::Postgres(pool) => {
                let mut client = pool.get().await?;
                let transaction = client.transaction().await?;
                let next = format!("{NEXT_PAYMENT} FOR UPDATE SKIP LOCKED");
                let call = begin_in(&*transaction, &next, journal, prepare).await?;
                transaction.commit().await?;
                Ok(call)
            }
        }
    }
}

async fn begin_in<S: Store>(
    mut transaction: impl Connection + Copy,
    next: &str,
    journal: &Journal<S>,
    prepare: impl Fn(&Payment) -> Result<PreparedCall>,
) -> Result<Option<CallId>> {
    let rows = transaction.query(next, &[]).await?;
    let [Value::Int(id), Value::Text(kind), Value::Text(target), Value::Int(cents)] =
        rows.first().map(Vec::as_slice).unwrap_or_default()
    else {
        return Ok(None);
    };
    let payment = Payment { id: *id, kind: kind.clone(), target: target.clone(), cents: *cents };
    let call = prepare(&payment)?;
    let call_id = journal.intend_in(transaction, &format!("payment-{id}"), &call).await?;
    let begun = "UPDATE payments SET call_id = $1 WHERE id = $2";
    transaction.query(begun, &[i64::from(call_id).into(), (*id).into()]).await?;
    Ok(Some(call_id))
}

fn open_sqlite(path: &Path) -> Result<rusqlite::Connection> {
    let connection = rusqlite::Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    // As shops do. The journal's own connection does not depend on it.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    Ok(connection)
}

/// Opens the store of the journal.
pub(crate) async fn sqlite_store(path: &Path) -> Result<SqliteStore> {
    Ok(SqliteStore::open(path).await?)
}

/// Opens the store of the journal. Waits for a server that is being started.
pub(crate) async fn postgres_store(path: &Path) -> Result<PostgresStore> {
    let mut attempts = 0;
    loop {
        attempts += 1;
        match PostgresStore::connect(server::pool(path, "postgres", 8)).await {
            Err(_) if attempts < 100 => tokio::time::sleep(Duration::from_millis(100)).await,
            result => return Ok(result?),
        }
    }
}
