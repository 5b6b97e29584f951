//! Reads rows.

use std::vec::IntoIter;

use crate::error::Error;
use crate::sql::connection::{Row, Value};
use crate::store::{CallRow, EventRow};

/// The number of columns that [`event`] reads.
const EVENT_COLUMNS: usize = 9;

/// Takes the columns of a row one by one. A value of another type is reported with the name of its column.
struct Columns {
    of: String,
    values: IntoIter<Value>,
}

impl Columns {
    fn new(row: Row) -> Self {
        let mut of = row.iter().take(2).filter_map(|value| match value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        });
        Self { of: of.next_back().unwrap_or_default(), values: row.into_iter() }
    }

    fn unexpected<T>(&self, column: &'static str, value: Option<&Value>) -> Result<T, Error> {
        let found = match value {
            Some(Value::Null) => "it is NULL",
            Some(Value::Int(_)) => "it is a number",
            Some(Value::Text(_)) => "it is text",
            Some(Value::Bytes(_)) => "it is not text or a number",
            None => "it is missing",
        };
        Err(Error::corrupt(&*self.of, column, found))
    }

    fn int(&mut self, column: &'static str) -> Result<i64, Error> {
        match self.values.next() {
            Some(Value::Int(value)) => Ok(value),
            other => self.unexpected(column, other.as_ref()),
        }
    }

    fn text(&mut self, column: &'static str) -> Result<String, Error> {
        match self.values.next() {
            Some(Value::Text(value)) => Ok(value),
            other => self.unexpected(column, other.as_ref()),
        }
    }

    fn bytes(&mut self, column: &'static str) -> Result<Vec<u8>, Error> {
        match self.values.next() {
            Some(Value::Bytes(value)) => Ok(value),
            other => self.unexpected(column, other.as_ref()),
        }
    }

    /// Reads a column that may be `NULL`.
    fn optional<T>(
        &mut self,
        column: &'static str,
        read: impl Fn(&mut Self, &'static str) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        if self.values.as_slice().first() == Some(&Value::Null) {
            self.values.next();
            return Ok(None);
        }
        read(self, column).map(Some)
    }
}

/// Reads a row of the table `sezzle_calls`.
pub(crate) fn call(row: Row) -> Result<CallRow, Error> {
    let mut columns = Columns::new(row);
    Ok(CallRow {
        id: columns.int("id")?,
        purpose: columns.text("purpose")?,
        operation: columns.text("operation")?,
        path: columns.text("path")?,
        body: columns.bytes("body")?,
        request_id: columns.text("request_id")?,
        checksum: columns.int("checksum")?,
        state: columns.text("state")?,
        claimed_from: columns.optional("claimed_from", Columns::text)?,
        runs: columns.int("runs")?,
        created_at: columns.int("created_at")?,
        updated_at: columns.int("updated_at")?,
        first_sent_at: columns.optional("first_sent_at", Columns::int)?,
        next_at: columns.int("next_at")?,
        fence: columns.int("fence")?,
        response: columns.optional("response", Columns::bytes)?,
    })
}

/// Returns whether an event that a claim changed is the one that was claimed.
pub(crate) fn has_owner(row: &[Value]) -> bool {
    row.get(EVENT_COLUMNS).is_some_and(|owner| *owner != Value::Null)
}

/// Reads a row of the table `sezzle_events`.
pub(crate) fn event(row: Row) -> Result<EventRow, Error> {
    let mut columns = Columns::new(row);
    Ok(EventRow {
        uuid: columns.text("uuid")?,
        subject: columns.text("subject")?,
        created_at: columns.int("created_at")?,
        received_at: columns.int("received_at")?,
        body: columns.bytes("body")?,
        state: columns.text("state")?,
        attempts: columns.int("attempts")?,
        fence: columns.int("fence")?,
        error: columns.optional("error", Columns::text)?,
    })
}

/// Reads a state, its number and its oldest time.
pub(crate) fn count(row: Row) -> Result<(String, i64, i64), Error> {
    let mut columns = Columns::new(row);
    Ok((columns.text("state")?, columns.int("count")?, columns.int("oldest")?))
}

/// Reads two times that may be `NULL`.
pub(crate) fn times(row: Row) -> Result<[Option<i64>; 2], Error> {
    let mut columns = Columns::new(row);
    Ok([columns.optional("next_at", Columns::int)?, columns.optional("updated_at", Columns::int)?])
}
