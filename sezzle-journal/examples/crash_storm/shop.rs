//! The shop's own tables, beside those of the journal.

use std::path::{Path, PathBuf};

use deadpool_postgres::Pool;
use rusqlite::TransactionBehavior;
use sezzle_api::PreparedCall;
use sezzle_journal::postgres::PostgresStore;
use sezzle_journal::sqlite::SqliteStore;
use sezzle_journal::store::Store;
use sezzle_journal::{CallId, Journal};

use crate::setup::{Result, StoreKind, server};

/// A payment. Its amount is unique and identifies it in the ledger.
#[derive(Clone, Debug)]
pub(crate) struct Payment {
    pub(crate) id: i64,
    /// The operation.
    pub(crate) kind: String,
    /// The id of the order, or of the customer of a new order.
    pub(crate) target: String,
    pub(crate) cents: i64,
}

const TABLES: &str = "
CREATE TABLE payments (
    id BIGINT PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL, cents BIGINT NOT NULL, call_id BIGINT);
CREATE TABLE effects (event TEXT NOT NULL, position BIGINT NOT NULL, subject TEXT NOT NULL);";

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

    fn sqlite(path: &Path) -> Result<rusqlite::Connection> {
        let connection = rusqlite::Connection::open(path)?;
        connection.busy_timeout(std::time::Duration::from_secs(10))?;
        // As shops do. The journal's own connection does not depend on it.
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        Ok(connection)
    }

    pub(crate) async fn create(&self, payments: &[Payment]) -> Result<()> {
        match self {
            Self::Sqlite(path) => {
                let mut connection = Self::sqlite(path)?;
                let transaction = connection.transaction()?;
                transaction.execute_batch(TABLES)?;
                for Payment { id, kind, target, cents } in payments {
                    let sql = "INSERT INTO payments (id, kind, target, cents) VALUES (?1, ?2, ?3, ?4)";
                    transaction.execute(sql, (id, kind, target, cents))?;
                }
                transaction.commit()?;
            }
            Self::Postgres(pool) => {
                let mut client = pool.get().await?;
                let transaction = client.transaction().await?;
                transaction.batch_execute(TABLES).await?;
                for Payment { id, kind, target, cents } in payments {
                    let sql = "INSERT INTO payments (id, kind, target, cents) VALUES ($1, $2, $3, $4)";
                    transaction.execute(sql, &[id, kind, target, cents]).await?;
                }
                transaction.commit().await?;
            }
        }
        Ok(())
    }

    /// Takes a payment that was not begun, and writes the intent of its call in the same transaction.
    pub(crate) async fn begin<S: Store>(
        &self,
        journal: &Journal<S>,
        prepare: impl Fn(&Payment) -> Result<PreparedCall>,
    ) -> Result<Option<CallId>> {
        const NEXT: &str = "SELECT id, kind, target, cents FROM payments WHERE call_id IS NULL ORDER BY id LIMIT 1";
        const BEGUN: &str = "UPDATE payments SET call_id = $1 WHERE id = $2";
        match self {
            Self::Sqlite(path) => {
                let mut connection = Self::sqlite(path)?;
                let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
                let next = transaction.query_row(NEXT, [], |row| {
                    Ok(Payment { id: row.get(0)?, kind: row.get(1)?, target: row.get(2)?, cents: row.get(3)? })
                });
                let payment = match next {
                    Err(rusqlite::Error::QueryReturnedNoRows) => return Ok(None),
                    payment => payment?,
                };
                let call = prepare(&payment)?;
                let call_id = journal.intend_blocking(&transaction, &purpose(payment.id), &call)?;
                transaction.execute(&BEGUN.replace('$', "?"), (i64::from(call_id), payment.id))?;
                transaction.commit()?;
                Ok(Some(call_id))
            }
            Self::Postgres(pool) => {
                let mut client = pool.get().await?;
                let transaction = client.transaction().await?;
                let Some(row) = transaction.query_opt(&format!("{NEXT} FOR UPDATE SKIP LOCKED"), &[]).await? else {
                    return Ok(None);
                };
                let payment = Payment { id: row.get(0), kind: row.get(1), target: row.get(2), cents: row.get(3) };
                let call = prepare(&payment)?;
                let call_id = journal.intend_in(&*transaction, &purpose(payment.id), &call).await?;
                transaction.execute(BEGUN, &[&i64::from(call_id), &payment.id]).await?;
                transaction.commit().await?;
                Ok(Some(call_id))
            }
        }
    }

    /// Runs a statement with numbers, and returns the numbers in its rows.
    pub(crate) async fn numbers(&self, sql: &str, values: &[i64]) -> Result<Vec<Vec<i64>>> {
        match self {
            Self::Sqlite(path) => {
                let connection = Self::sqlite(path)?;
                let mut statement = connection.prepare(&sql.replace('$', "?"))?;
                let columns = statement.column_count();
                let rows = statement.query_map(rusqlite::params_from_iter(values), |row| {
                    (0..columns).map(|at| row.get(at)).collect()
                })?;
                Ok(rows.collect::<rusqlite::Result<_>>()?)
            }
            Self::Postgres(pool) => {
                let values: Vec<_> =
                    values.iter().map(|value| value as &(dyn tokio_postgres::types::ToSql + Sync)).collect();
                let rows = pool.get().await?.query(sql, &values).await?;
                Ok(rows.iter().map(|row| (0..row.len()).map(|at| row.get(at)).collect()).collect())
            }
        }
    }
}

pub(crate) fn purpose(payment: i64) -> String {
    format!("payment-{payment}")
}

/// Opens the store of the journal.
pub(crate) async fn sqlite_store(path: &Path) -> Result<SqliteStore> {
    Ok(SqliteStore::open(path).await?)
}

/// Opens the store of the journal. Waits for a server that is being started.
pub(crate) async fn postgres_store(path: &Path) -> Result<PostgresStore> {
    let mut result = PostgresStore::connect(server::pool(path, "postgres", 8)).await;
    for _ in 0..100 {
        if result.is_ok() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        result = PostgresStore::connect(server::pool(path, "postgres", 8)).await;
    }
    Ok(result?)
}
