//! PostgreSQL.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use bytes::BytesMut;
use deadpool_postgres::{Object, Pool, PoolError};
use sezzle_api::Event;
use tokio_postgres::Transaction;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use crate::error::{Error, Source, StoreErrorKind};
use crate::inbox::{Delivery, Failure, Inbox, Worked};
use crate::sql::connection::{Connection, Database, Row, Value};
use crate::sql::store::SqlStore;
use crate::sql::{migrations, statements};

/// The key of the advisory lock that migrations take.
const MIGRATION_LOCK: i64 = 0x5e22_1e00;

/// The key of the advisory lock that serializes claims of events.
const CLAIM_LOCK: i64 = 0x5e22_1e01;

/// What is added to `RETURNING`: a transaction that changes something is durable when it is committed, even if the server or
/// the role has turned that off.
const DURABLE: &str = " , CASE current_setting('synchronous_commit') WHEN 'off' THEN \
                       set_config('synchronous_commit', 'on', true) END";

/// The store on PostgreSQL.
pub type PostgresStore = SqlStore<Postgres>;

/// The future of a handler.
pub type HandlerFuture<'a> = Pin<Box<dyn Future<Output = Result<(), Source>> + Send + 'a>>;

/// A pool of connections to PostgreSQL.
pub struct Postgres {
    pool: Pool,
}

impl SqlStore<Postgres> {
    /// Creates or updates the tables in the first schema of the search path. If they are up to date, the role needs no right to
    /// create tables.
    ///
    /// # Errors
    ///
    /// Returns an error if the server cannot be reached, or the tables are of a newer version of this crate.
    pub async fn connect(pool: Pool) -> Result<Self, Error> {
        let database = Postgres { pool };
        database.migrate().await?;
        Ok(Self::new(database))
    }
}

impl Postgres {
    async fn client(&self, action: &'static str) -> Result<Object, Error> {
        self.pool.get().await.map_err(|error| match error {
            PoolError::Backend(error) => store_error(action, error),
            error => Error::Store { action, kind: StoreErrorKind::Unavailable, source: error.into() },
        })
    }

    async fn migrate(&self) -> Result<(), Error> {
        const ACTION: &str = "update the tables of the journal";
        let failed = |error| store_error(ACTION, error);
        let mut client = self.client(ACTION).await?;
        let transaction = client.transaction().await.map_err(failed)?;
        transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&MIGRATION_LOCK]).await.map_err(failed)?;
        // `CREATE TABLE IF NOT EXISTS` needs the right to create tables even if the table exists.
        let row = transaction.query_one("SELECT to_regclass('sezzle_journal') IS NULL", &[]).await.map_err(failed)?;
        if row.try_get(0).map_err(failed)? {
            transaction.batch_execute(migrations::CREATE_VERSION).await.map_err(failed)?;
        }
        let row = transaction.query_one(migrations::READ_VERSION, &[]).await.map_err(failed)?;
        let found: Option<i64> = row.try_get(0).map_err(failed)?;
        for (version, migration) in migrations::pending(found.unwrap_or(0))? {
            transaction.batch_execute(migration.postgres).await.map_err(failed)?;
            transaction.execute(migrations::WRITE_VERSION, &[&version]).await.map_err(failed)?;
        }
        transaction.commit().await.map_err(failed)
    }
}

impl Database for Postgres {
    async fn query(
        &self,
        action: &'static str,
        sql: &'static str,
        parameters: Vec<Value>,
        serialized: bool,
    ) -> Result<Vec<Row>, Error> {
        let failed = |error| store_error(action, error);
        let mut client = self.client(action).await?;
        let sql = statement(sql);
        let parameters = references(&parameters);
        if !serialized {
            let statement = client.prepare_cached(&sql).await.map_err(failed)?;
            let rows = client.query(&statement, &parameters).await.map_err(failed)?;
            return rows.iter().map(row).collect::<Result<_, _>>().map_err(failed);
        }
        let transaction = client.transaction().await.map_err(failed)?;
        transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&CLAIM_LOCK]).await.map_err(failed)?;
        let statement = transaction.prepare_cached(&sql).await.map_err(failed)?;
        let rows = transaction.query(&statement, &parameters).await.map_err(failed)?;
        transaction.commit().await.map_err(failed)?;
        rows.iter().map(row).collect::<Result<_, _>>().map_err(failed)
    }
}

/// Returns a statement as PostgreSQL needs it.
fn statement(sql: &str) -> String {
    let durable = if sql.contains("RETURNING") { DURABLE } else { "" };
    format!("{}{durable}", sql.replace("/*lock*/", "FOR UPDATE SKIP LOCKED"))
}

fn references(parameters: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    parameters.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn row(row: &tokio_postgres::Row) -> Result<Row, tokio_postgres::Error> {
    let value = |(index, column): (usize, &tokio_postgres::Column)| {
        Ok(match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(index)?.into(),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(index)?.into(),
            Type::TEXT => row.try_get::<_, Option<String>>(index)?.into(),
            _ => Value::Null,
        })
    };
    row.columns().iter().enumerate().map(value).collect()
}

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(value) => value.to_sql_checked(ty, out),
            Self::Text(text) => text.to_sql_checked(ty, out),
            Self::Bytes(bytes) => bytes.to_sql_checked(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn store_error(action: &'static str, error: tokio_postgres::Error) -> Error {
    let kind = match error.code() {
        Some(code) if *code == SqlState::DISK_FULL => StoreErrorKind::Full,
        Some(code) if *code == SqlState::READ_ONLY_SQL_TRANSACTION => StoreErrorKind::ReadOnly,
        Some(code) if *code == SqlState::LOCK_NOT_AVAILABLE || *code == SqlState::QUERY_CANCELED => {
            StoreErrorKind::Busy
        }
        Some(code) if *code == SqlState::DATA_CORRUPTED || *code == SqlState::INDEX_CORRUPTED => {
            StoreErrorKind::Damaged
        }
        // Class 57: the server is shutting down or starting up.
        Some(code) if code.code().starts_with("57P") => StoreErrorKind::Unavailable,
        Some(_) => StoreErrorKind::Other,
        None => StoreErrorKind::Unavailable,
    };
    // The text of the error itself is `db error`; the details are in its source.
    let source: Source = match error.as_db_error() {
        Some(database) => database.clone().into(),
        None => error.into(),
    };
    Error::Store { action, kind, source }
}

impl Connection for &Transaction<'_> {
    async fn query(&mut self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, Source> {
        let rows = Transaction::query(self, &statement(sql), &references(parameters)).await?;
        Ok(rows.iter().map(row).collect::<Result<_, _>>()?)
    }
}

impl Inbox<PostgresStore> {
    /// Handles all events that are due, each in a transaction that contains what `handler` writes. If `handler` returns an
    /// error, or the server rejects the transaction, it is rolled back and the event is tried again later.
    ///
    /// Several tasks and processes can work at the same time. They handle events of different orders.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails.
    pub async fn work(
        &self,
        handler: impl for<'a> Fn(&'a Transaction<'_>, &'a Event) -> HandlerFuture<'a> + Send + Sync,
    ) -> Result<Worked, Error> {
        self.work_with(|delivery| handle(&self.store.database, delivery, &handler)).await
    }
}

async fn handle(
    database: &Postgres,
    delivery: Arc<Delivery>,
    handler: &(impl for<'a> Fn(&'a Transaction<'_>, &'a Event) -> HandlerFuture<'a> + Sync),
) -> Result<(), Failure> {
    const ACTION: &str = "complete an event";
    let failed = |error| Failure::Store(store_error(ACTION, error));
    let mut client = database.client(ACTION).await.map_err(Failure::Store)?;
    let transaction = client.transaction().await.map_err(failed)?;
    handler(&transaction, &delivery.event).await.map_err(Failure::Handler)?;
    let values = delivery.complete_values();
    let sql = statement(statements::COMPLETE_EVENT);
    if transaction.query(&sql, &references(&values)).await.map_err(completion_failure)?.is_empty() {
        return Err(Failure::Store(Error::LeaseLost));
    }
    transaction.commit().await.map_err(completion_failure)
}

/// Returns why a transaction could not be completed. Unless the connection or the server went away (classes 08 and 57), it is
/// what the handler did: a statement that failed, or a deferred constraint.
fn completion_failure(error: tokio_postgres::Error) -> Failure {
    match error.as_db_error() {
        Some(database) if !["08", "57"].iter().any(|class| database.code().code().starts_with(class)) => {
            Failure::Handler(database.clone().into())
        }
        _ => Failure::Store(store_error("complete an event", error)),
    }
}

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Postgres").finish_non_exhaustive()
    }
}
