//! What the journal and the inbox need of a database. Nothing here knows one.
//!
//! Every method is one transaction, which is durable when it returns. Times are microseconds since 1970.

use std::future::Future;
use std::time::Duration;

use crate::call::State;
use crate::clock::add;
use crate::error::Error;

/// Stores calls and events.
///
/// [`SqlStore`](crate::sql::SqlStore) implements it for SQLite and PostgreSQL. A wrapper can observe or delay each step.
pub trait Store: Send + Sync + 'static {
    /// Inserts a call, or returns the one that has its purpose.
    fn insert_call(&self, call: NewCall) -> impl Future<Output = Result<CallRow, Error>> + Send;

    /// Changes an open call to [`State::Sending`] for the owner of the lease, increments its fence, and returns it. `None` if
    /// there is none: no call is due, or the one with this id has an owner, has ended or must wait.
    fn claim_call(&self, pick: Pick, lease: Lease) -> impl Future<Output = Result<Option<CallRow>, Error>> + Send;

    /// Writes how a run ended, if the fence is still the one of the claim. Returns whether it is.
    fn finish_call(&self, id: i64, fence: i64, end: CallEnd) -> impl Future<Output = Result<bool, Error>> + Send;

    /// Returns a call.
    fn find_call(&self, id: i64) -> impl Future<Output = Result<Option<CallRow>, Error>> + Send;

    /// Returns all calls with this path, oldest first.
    fn calls_of_path(&self, path: String) -> impl Future<Output = Result<Vec<CallRow>, Error>> + Send;

    /// Returns the first calls in a state, oldest first.
    fn calls_in_state(&self, state: State, limit: i64) -> impl Future<Output = Result<Vec<CallRow>, Error>> + Send;

    /// Returns when the next open call is due, and when a call was last changed.
    fn schedule(&self) -> impl Future<Output = Result<Schedule, Error>> + Send;

    /// Sets the times of calls that were changed after `now` to `now`. The open ones are due, with a request id that is not
    /// trusted. Returns their number.
    fn reset_times(&self, now: i64) -> impl Future<Output = Result<u64, Error>> + Send;

    /// Inserts an event. Returns whether its id is new.
    fn insert_event(&self, event: NewEvent) -> impl Future<Output = Result<bool, Error>> + Send;

    /// Claims the first event that is due: no other event of its subject has an owner, and no earlier one is pending. An event
    /// of the subject whose lease has ended loses its owner, and its fence is incremented.
    fn claim_event(&self, lease: Lease) -> impl Future<Output = Result<Option<EventRow>, Error>> + Send;

    /// Writes that an event was not handled, if the fence is still the one of the claim. Returns whether it is.
    fn finish_event(&self, end: EventEnd) -> impl Future<Output = Result<bool, Error>> + Send;

    /// Returns the events that were set aside, oldest first.
    fn events_set_aside(&self, limit: i64) -> impl Future<Output = Result<Vec<EventRow>, Error>> + Send;

    /// Makes an event that was set aside pending again. Returns whether there is one.
    fn retry_event(&self, uuid: String, now: i64) -> impl Future<Output = Result<bool, Error>> + Send;

    /// Returns for each state: its name, the number of calls or events, and the time of the oldest one.
    fn counts(&self, table: Table) -> impl Future<Output = Result<Vec<(String, i64, i64)>, Error>> + Send;

    /// Deletes what ended before this time. Returns the number.
    fn purge(&self, table: Table, before: i64) -> impl Future<Output = Result<u64, Error>> + Send;
}

/// One of the two tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// `sezzle_calls`
    Calls,
    /// `sezzle_events`
    Events,
}

/// A call to insert.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the columns of the table")]
pub struct NewCall {
    pub purpose: String,
    pub operation: String,
    pub path: String,
    pub body: Vec<u8>,
    pub request_id: String,
    pub checksum: i64,
    pub now: i64,
    pub next_at: i64,
}

/// A row of the table `sezzle_calls`.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the columns of the table")]
pub struct CallRow {
    pub id: i64,
    pub purpose: String,
    pub operation: String,
    pub path: String,
    pub body: Vec<u8>,
    pub request_id: String,
    pub checksum: i64,
    pub state: String,
    /// The state before the last claim.
    pub claimed_from: Option<String>,
    /// The number of claims.
    pub runs: i64,
    pub created_at: i64,
    pub updated_at: i64,
    pub first_sent_at: Option<i64>,
    /// When the call is due; while it is being sent, the end of the lease.
    pub next_at: i64,
    pub fence: i64,
    pub response: Option<Vec<u8>>,
}

/// Which call to claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// This one, if it is due or was never sent.
    Id(i64),
    /// The one that has been due for the longest time, if it was due at this time.
    Due(i64),
}

/// Who claims, and for how long.
#[derive(Clone, Debug)]
pub struct Lease {
    /// The owner.
    pub owner: String,
    /// The current time.
    pub now: i64,
    /// The end of the lease.
    pub until: i64,
    /// Calls that were changed after this time are not claimed, as the clock is behind. Calls that were first sent after it are
    /// never trusted. Events that are due after it are due now, as the clock was ahead.
    pub not_after: i64,
}

impl Lease {
    /// Creates a lease from now on. Clocks may differ by the tolerance.
    pub(crate) fn new(owner: &str, now: i64, lease: Duration, tolerance: Duration) -> Self {
        Self { owner: owner.to_owned(), now, until: add(now, lease), not_after: add(now, tolerance) }
    }
}

/// Returns the name of a new owner: unique, and with the id of the process for a person who reads the table.
pub(crate) fn new_owner() -> String {
    format!("{}-{:016x}", std::process::id(), fastrand::u64(..))
}

/// How a run ended.
#[derive(Clone, Debug)]
pub struct CallEnd {
    /// The new state.
    pub state: State,
    /// The response, the error or the reason.
    pub response: Vec<u8>,
    /// When the call is due again.
    pub next_at: i64,
    /// The current time.
    pub now: i64,
}

/// When calls are due.
#[derive(Clone, Copy, Debug, Default)]
pub struct Schedule {
    /// When the next open call is due.
    pub next_at: Option<i64>,
    /// When a call was last changed, whatever its state.
    pub updated_at: Option<i64>,
}

/// An event to insert.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the columns of the table")]
pub struct NewEvent {
    pub uuid: String,
    pub subject: String,
    pub created_at: i64,
    pub received_at: i64,
    pub body: Vec<u8>,
    /// Set aside at once, with this reason.
    pub error: Option<String>,
}

/// A row of the table `sezzle_events`.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the columns of the table")]
pub struct EventRow {
    pub uuid: String,
    pub subject: String,
    pub created_at: i64,
    pub received_at: i64,
    pub body: Vec<u8>,
    pub state: String,
    /// The number of claims.
    pub attempts: i64,
    pub fence: i64,
    pub error: Option<String>,
}

/// How an event ended that was not handled.
#[derive(Clone, Debug)]
pub struct EventEnd {
    /// The id of the event.
    pub uuid: String,
    /// The fence of the claim.
    pub fence: i64,
    /// Whether the event is set aside instead of being tried again.
    pub is_set_aside: bool,
    /// When the event is due again.
    pub next_at: i64,
    /// Why it was not handled.
    pub error: String,
}
