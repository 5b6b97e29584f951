//! SQLite.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{ErrorCode, TransactionBehavior, params_from_iter};
use sezzle_api::{Event, PreparedCall};

use crate::call::CallId;
use crate::error::{Error, Source, StoreErrorKind};
use crate::inbox::{Delivery, Failure, Inbox, Worked};
use crate::journal::Journal;
use crate::sql::connection::{Connection, Database, Row, Value};
use crate::sql::store::{SqlStore, insert_call_values, inserted_call};
use crate::sql::{migrations, statements};
use crate::store::Store;

/// How long a statement waits for the lock of another connection.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The store on SQLite.
pub type SqliteStore = SqlStore<Sqlite>;

/// A SQLite file, with a connection of the journal's own.
///
/// The connection uses `synchronous=FULL` and a write-ahead log, so that what was written survives a power failure. The
/// shop's connections to the same file need `synchronous=NORMAL` or `FULL`: with `OFF`, a power failure can damage the file,
/// the journal included.
pub struct Sqlite {
    connection: Arc<Mutex<rusqlite::Connection>>,
}

impl SqlStore<Sqlite> {
    /// Opens a file, which may be the shop's own, and creates or updates the tables. Statements wait for at most 5 seconds for
    /// the lock of another connection.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be opened or written, or its tables are of a newer version of this crate.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref().to_owned();
        let open = move || {
            let connection = rusqlite::Connection::open(path)?;
            connection.busy_timeout(BUSY_TIMEOUT)?;
            Ok(connection)
        };
        let opened = blocking(move || open().map_err(|error| store_error("open the journal", error))).await;
        Self::with_connection(opened?).await
    }

    /// Creates a store on a connection of your own, such as an encrypted one, and creates or updates the tables.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`open`](Self::open).
    pub async fn with_connection(mut connection: rusqlite::Connection) -> Result<Self, Error> {
        let connection = blocking(move || {
            let failed = |error| store_error("open the journal", error);
            connection.pragma_update(None, "journal_mode", "WAL").map_err(failed)?;
            connection.pragma_update(None, "synchronous", "FULL").map_err(failed)?;
            migrate(&mut connection)?;
            Ok(connection)
        })
        .await?;
        Ok(Self::new(Sqlite { connection: Arc::new(Mutex::new(connection)) }))
    }
}

fn migrate(connection: &mut rusqlite::Connection) -> Result<(), Error> {
    let failed = |error| store_error("update the tables of the journal", error);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    transaction.execute_batch(migrations::CREATE_VERSION).map_err(failed)?;
    let found: Option<i64> = transaction.query_row(migrations::READ_VERSION, [], |row| row.get(0)).map_err(failed)?;
    for (version, migration) in migrations::pending(found.unwrap_or(0))? {
        transaction.execute_batch(migration.sqlite).map_err(failed)?;
        query(&transaction, migrations::WRITE_VERSION, &[Value::from(version)]).map_err(failed)?;
    }
    transaction.commit().map_err(failed)
}

impl Database for Sqlite {
    async fn query(
        &self,
        action: &'static str,
        sql: &'static str,
        parameters: Vec<Value>,
        _serialized: bool,
    ) -> Result<Vec<Row>, Error> {
        let connection = Arc::clone(&self.connection);
        blocking(move || {
            let connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            query(&connection, sql, &parameters).map_err(|error| store_error(action, error))
        })
        .await
    }
}

/// Runs a blocking function on a thread for blocking work.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| {
        Err(Error::Store { action: "use the database", kind: StoreErrorKind::Other, source: error.into() })
    })
}

fn query(connection: &rusqlite::Connection, sql: &str, parameters: &[Value]) -> rusqlite::Result<Vec<Row>> {
    // SQLite numbers the parameters `$1`, `$2` in the order in which they occur, and `?1`, `?2` by their number.
    let mut statement = connection.prepare_cached(&sql.replace('$', "?"))?;
    let columns = statement.column_count();
    let mut rows = statement.query(params_from_iter(parameters))?;
    let mut values = Vec::new();
    while let Some(row) = rows.next()? {
        values.push((0..columns).map(|column| row.get_ref(column).map(value)).collect::<rusqlite::Result<Row>>()?);
    }
    Ok(values)
}

fn value(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Integer(value) => Value::Int(value),
        // Text that is not UTF-8 is reported as a damaged column.
        ValueRef::Text(text) => {
            String::from_utf8(text.to_vec()).map_or_else(|error| Value::Bytes(error.into_bytes()), Value::Text)
        }
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Null | ValueRef::Real(_) => Value::Null,
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn store_error(action: &'static str, error: rusqlite::Error) -> Error {
    let kind = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreErrorKind::Busy,
        Some(ErrorCode::DiskFull) => StoreErrorKind::Full,
        Some(ErrorCode::ReadOnly) => StoreErrorKind::ReadOnly,
        Some(ErrorCode::CannotOpen) => StoreErrorKind::Unavailable,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreErrorKind::Damaged,
        _ => StoreErrorKind::Other,
    };
    Error::Store { action, kind, source: error.into() }
}

/// A connection, or a transaction on it, which dereferences to a connection.
impl Connection for &rusqlite::Connection {
    async fn query(&mut self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, Source> {
        Ok(query(self, sql, parameters)?)
    }
}

impl<S: Store> Journal<S> {
    /// Does what [`intend_in`](Self::intend_in) does, without `async`: in a transaction of `rusqlite`.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`intend`](Self::intend).
    pub fn intend_blocking(
        &self,
        connection: &rusqlite::Connection,
        purpose: &str,
        call: &PreparedCall,
    ) -> Result<CallId, Error> {
        let values = insert_call_values(self.new_call(purpose, call)?);
        let rows = query(connection, statements::INSERT_CALL, &values);
        let rows = rows.map_err(|error| store_error("write an intent", error))?;
        self.check(&inserted_call(rows)?, call)
    }
}

impl Inbox<SqliteStore> {
    /// Handles all events that are due, each in a transaction of the inbox's connection that contains what `handler` writes.
    /// If `handler` returns an error or panics, the transaction is rolled back and the event is tried again later.
    ///
    /// The handler runs on a thread for blocking work. SQLite has one writer at a time, so keep it short.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails.
    pub async fn work(
        &self,
        handler: impl Fn(&rusqlite::Transaction<'_>, &Event) -> Result<(), Source> + Send + Sync + 'static,
    ) -> Result<Worked, Error> {
        let handler = Arc::new(handler);
        self.work_with(|delivery| {
            let (handler, connection) = (Arc::clone(&handler), Arc::clone(&self.store.database.connection));
            async move {
                let handled = tokio::task::spawn_blocking(move || handle(&connection, &delivery, &*handler));
                handled.await.unwrap_or_else(|_| Err(Failure::Handler("the handler panicked".into())))
            }
        })
        .await
    }
}

fn handle(
    connection: &Mutex<rusqlite::Connection>,
    delivery: &Delivery,
    handler: &impl Fn(&rusqlite::Transaction<'_>, &Event) -> Result<(), Source>,
) -> Result<(), Failure> {
    let failed = |error| Failure::Store(store_error("complete an event", error));
    let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    handler(&transaction, &delivery.event).map_err(Failure::Handler)?;
    let values = delivery.complete_values();
    if query(&transaction, statements::COMPLETE_EVENT, &values).map_err(failed)?.is_empty() {
        return Err(Failure::Store(Error::LeaseLost));
    }
    transaction.commit().map_err(failed)
}

impl fmt::Debug for Sqlite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sqlite").finish_non_exhaustive()
    }
}
