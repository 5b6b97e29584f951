//! The store over a database that speaks SQL.

use crate::call::State;
use crate::clock::{CLOCK_TOLERANCE, add};
use crate::error::Error;
use crate::sql::connection::{Database, Row, Value, values};
use crate::sql::{row, statements};
use crate::store::{CallEnd, CallRow, EventEnd, EventRow, Lease, NewCall, NewEvent, Pick, Schedule, Store, Table};

/// The [`Store`] over a [`Database`].
#[derive(Debug)]
pub struct SqlStore<D> {
    pub(crate) database: D,
}

impl<D: Database> SqlStore<D> {
    /// Creates a store. The tables must exist.
    pub fn new(database: D) -> Self {
        Self { database }
    }

    /// Returns the database.
    pub fn database(&self) -> &D {
        &self.database
    }

    async fn rows(&self, action: &'static str, sql: &'static str, values: Vec<Value>) -> Result<Vec<Row>, Error> {
        self.database.query(action, sql, values, false).await
    }

    async fn calls(&self, action: &'static str, sql: &'static str, values: Vec<Value>) -> Result<Vec<CallRow>, Error> {
        self.rows(action, sql, values).await?.into_iter().map(row::call).collect()
    }
}

/// Returns the parameters of [`statements::INSERT_CALL`].
pub(crate) fn insert_call_values(call: NewCall) -> Vec<Value> {
    let NewCall { purpose, operation, path, body, request_id, checksum, now, next_at } = call;
    values![purpose, operation, path, body, request_id, checksum, now, next_at]
}

/// Reads the row that [`statements::INSERT_CALL`] returns.
pub(crate) fn inserted_call(rows: Vec<Row>) -> Result<CallRow, Error> {
    let row = rows.into_iter().next().ok_or_else(|| Error::corrupt("insert", "id", "no row was returned"))?;
    row::call(row)
}

impl<D: Database> Store for SqlStore<D> {
    async fn insert_call(&self, call: NewCall) -> Result<CallRow, Error> {
        inserted_call(self.rows("write an intent", statements::INSERT_CALL, insert_call_values(call)).await?)
    }

    async fn claim_call(&self, pick: Pick, lease: Lease) -> Result<Option<CallRow>, Error> {
        let mut values = values![lease.owner, lease.until, lease.now, lease.not_after];
        let (sql, value) = match pick {
            Pick::Due(at) => (statements::CLAIM_DUE_CALL, at),
            Pick::Id(id) => (statements::CLAIM_CALL, id),
        };
        values.push(value.into());
        Ok(self.calls("claim a call", sql, values).await?.pop())
    }

    async fn finish_call(&self, id: i64, fence: i64, end: CallEnd) -> Result<bool, Error> {
        let tolerance = add(0, CLOCK_TOLERANCE);
        let values = values![id, fence, end.state.as_str(), end.response, end.next_at, end.now, tolerance];
        Ok(!self.rows("record the result of a call", statements::FINISH_CALL, values).await?.is_empty())
    }

    async fn find_call(&self, id: i64) -> Result<Option<CallRow>, Error> {
        Ok(self.calls("read a call", statements::FIND_CALL, values![id]).await?.pop())
    }

    async fn calls_of_path(&self, path: String) -> Result<Vec<CallRow>, Error> {
        self.calls("read the calls of an order", statements::CALLS_OF_PATH, values![path]).await
    }

    async fn calls_in_state(&self, state: State, limit: i64) -> Result<Vec<CallRow>, Error> {
        self.calls("list calls", statements::CALLS_IN_STATE, values![state.as_str(), limit]).await
    }

    async fn schedule(&self) -> Result<Schedule, Error> {
        let row = self.rows("read the schedule", statements::SCHEDULE, Vec::new()).await?.pop().unwrap_or_default();
        let [next_at, updated_at] = row::times(row)?;
        Ok(Schedule { next_at, updated_at })
    }

    async fn reset_times(&self, now: i64) -> Result<u64, Error> {
        Ok(self.rows("reset times", statements::RESET_TIMES, values![now]).await?.len() as u64)
    }

    async fn insert_event(&self, event: NewEvent) -> Result<bool, Error> {
        let NewEvent { uuid, subject, created_at, received_at, body, error } = event;
        let state = if error.is_some() { "poison" } else { "pending" };
        let values = values![uuid, subject, created_at, received_at, body, state, error];
        Ok(!self.rows("store an event", statements::INSERT_EVENT, values).await?.is_empty())
    }

    async fn claim_event(&self, lease: Lease) -> Result<Option<EventRow>, Error> {
        let values = values![lease.owner, lease.until, lease.now, lease.not_after];
        let rows = self.database.query("claim an event", statements::CLAIM_EVENT, values, true).await?;
        rows.into_iter().find(|row| row::has_owner(row)).map(row::event).transpose()
    }

    async fn finish_event(&self, end: EventEnd) -> Result<bool, Error> {
        let state = if end.is_set_aside { "poison" } else { "pending" };
        let values = values![end.uuid, end.fence, state, end.next_at, end.error];
        Ok(!self.rows("record the failure of an event", statements::FINISH_EVENT, values).await?.is_empty())
    }

    async fn events_set_aside(&self, limit: i64) -> Result<Vec<EventRow>, Error> {
        let rows = self.rows("list events", statements::EVENTS_SET_ASIDE, values![limit]).await?;
        rows.into_iter().map(row::event).collect()
    }

    async fn retry_event(&self, uuid: String, now: i64) -> Result<bool, Error> {
        Ok(!self.rows("retry an event", statements::RETRY_EVENT, values![uuid, now]).await?.is_empty())
    }

    async fn counts(&self, table: Table) -> Result<Vec<(String, i64, i64)>, Error> {
        let sql = match table {
            Table::Calls => statements::COUNT_CALLS,
            Table::Events => statements::COUNT_EVENTS,
        };
        self.rows("count", sql, Vec::new()).await?.into_iter().map(row::count).collect()
    }

    async fn purge(&self, table: Table, before: i64) -> Result<u64, Error> {
        let sql = match table {
            Table::Calls => statements::PURGE_CALLS,
            Table::Events => statements::PURGE_EVENTS,
        };
        Ok(self.rows("purge", sql, values![before]).await?.len() as u64)
    }
}
