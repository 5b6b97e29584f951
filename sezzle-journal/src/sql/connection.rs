//! What is needed of a database.

use std::future::Future;

use crate::error::{Error, Source};

/// A value of a column or a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `NULL`
    Null,
    /// `BIGINT`
    Int(i64),
    /// `TEXT`
    Text(String),
    /// `BYTEA` or `BLOB`
    Bytes(Vec<u8>),
}

/// The columns of a row that was returned.
pub type Row = Vec<Value>;

/// A connection or an open transaction.
///
/// Implement it for your database library to use [`Journal::intend_in`](crate::Journal::intend_in) and
/// [`Delivery::complete_in`](crate::Delivery::complete_in) in transactions of your own. The [guide](crate::guide) has an
/// implementation for `sqlx`.
#[allow(async_fn_in_trait, reason = "the future of a connection that is not `Sync`, such as rusqlite's, is not `Send`")]
pub trait Connection {
    /// Runs one statement and returns its rows. Parameters are written `$1`, `$2`; columns are `BIGINT`, `TEXT` and `BYTEA`.
    async fn query(&mut self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, Source>;
}

/// A database with connections of its own, for [`SqlStore`](crate::sql::SqlStore).
pub trait Database: Send + Sync + 'static {
    /// Runs one statement in a durable transaction of its own. A statement that is `serialized` waits for all other such
    /// statements.
    fn query(
        &self,
        action: &'static str,
        sql: &'static str,
        parameters: Vec<Value>,
        serialized: bool,
    ) -> impl Future<Output = Result<Vec<Row>, Error>> + Send;
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Writes a list of parameters.
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::sql::connection::Value::from($value)),*] };
}
pub(crate) use values;
