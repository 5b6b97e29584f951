//! The journal.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use sezzle_api::chrono::{DateTime, Utc};
use sezzle_api::{Client, PreparedCall};

use crate::call::{CallId, Count, Entry, Evidence, Outcome, Rejection, Resolution, Response, State};
use crate::cipher::{Cipher, Plain};
use crate::clock::{Backoff, CLOCK_TOLERANCE, Clock, SystemClock, add, age, from_micros, to_micros};
use crate::error::Error;
use crate::record::{End, check_same, entry, new_call, outcome, seal_end, state};
use crate::run::{Runner, Settings};
use crate::sql::connection::Connection;
use crate::sql::statements;
use crate::sql::store::{insert_call_values, inserted_call};
use crate::store::{CallEnd, CallRow, NewCall, Pick, Store, Table, new_owner};

/// The maximum number of calls that [`Journal::list`] returns.
const MAX_LISTED: i64 = 1000;

/// Calls that survive a crash: each is written before it is sent, and followed until its outcome is known.
///
/// Clones share the store. Several processes can use the same tables.
pub struct Journal<S> {
    runner: Arc<Runner<S>>,
}

impl<S: Store> Journal<S> {
    /// Creates a journal that sends with this client.
    ///
    /// The deadline of the client must be shorter than the [lease](Self::lease).
    pub fn new(client: Client, store: S) -> Self {
        Self::with_shared(client, Arc::new(store))
    }

    /// Creates a journal on a store that an [`Inbox`](crate::Inbox) or another journal uses too.
    pub fn with_shared(client: Client, store: Arc<S>) -> Self {
        let settings = Settings {
            trust: Duration::from_secs(20 * 60 * 60),
            lease: Duration::from_secs(120),
            grace: Duration::from_secs(30),
            backoff: Backoff { base: Duration::from_secs(2), max: Duration::from_secs(2 * 60 * 60) },
            clock: Arc::new(SystemClock),
            cipher: Arc::new(Plain),
        };
        Self { runner: Arc::new(Runner { client, store, settings, owner: new_owner() }) }
    }

    fn with(self, change: impl FnOnce(&mut Settings)) -> Self {
        let Runner { client, store, settings, owner } = &*self.runner;
        let mut settings = settings.clone();
        change(&mut settings);
        let runner = Runner { client: client.clone(), store: Arc::clone(store), settings, owner: owner.clone() };
        Self { runner: Arc::new(runner) }
    }

    /// Sets how long after a call was first sent its request id is trusted. Defaults to 20 hours.
    ///
    /// Set it to less than the time for which the gateway remembers ids; Sezzle documents none, and 24 hours are common
    /// elsewhere. Later, a call is sent again only if the order shows no effect of it.
    #[must_use]
    pub fn trust(self, trust: Duration) -> Self {
        self.with(|settings| settings.trust = trust)
    }

    /// Sets how long a call belongs to the process that runs it. Defaults to 2 minutes, which is longer than the default
    /// deadline of a call.
    ///
    /// A request is cancelled when nine tenths of the lease are over, so it should be longer than the client's deadline.
    #[must_use]
    pub fn lease(self, lease: Duration) -> Self {
        self.with(|settings| settings.lease = lease)
    }

    /// Sets the waits after failures: at most `base` after the first, doubling up to `max`. Defaults to 2 seconds and 2 hours.
    #[must_use]
    pub fn backoff(self, base: Duration, max: Duration) -> Self {
        self.with(|settings| settings.backoff = Backoff { base, max })
    }

    /// Sets how long [`resume`](Self::resume) leaves a new intent to the process that wrote it. Defaults to 30 seconds.
    #[must_use]
    pub fn grace(self, grace: Duration) -> Self {
        self.with(|settings| settings.grace = grace)
    }

    /// Sets the clock. Defaults to the system's.
    #[must_use]
    pub fn clock(self, clock: impl Clock) -> Self {
        self.with(|settings| settings.clock = Arc::new(clock))
    }

    /// Sets the encryption of bodies and responses. By default they are stored as they are.
    #[must_use]
    pub fn cipher(self, cipher: impl Cipher) -> Self {
        self.with(|settings| settings.cipher = Arc::new(cipher))
    }

    /// Returns the store.
    pub fn store(&self) -> &Arc<S> {
        &self.runner.store
    }

    /// Writes the intent to make a call, in a transaction of its own.
    ///
    /// `purpose` says what the call is for, such as `order-1001/capture/1`. If the purpose is already in the journal with the
    /// same call, its id is returned: the request id in the journal stays the one that is sent.
    ///
    /// # Errors
    ///
    /// Returns an error if the purpose is in use for another call, or the intent cannot be written.
    pub async fn intend(&self, purpose: &str, call: &PreparedCall) -> Result<CallId, Error> {
        let row = self.runner.store.insert_call(self.new_call(purpose, call)?).await?;
        self.check(&row, call)
    }

    /// Writes the intent to make a call in the shop's own transaction. [Run](Self::run) the call after the commit.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`intend`](Self::intend).
    pub async fn intend_in(
        &self,
        mut connection: impl Connection,
        purpose: &str,
        call: &PreparedCall,
    ) -> Result<CallId, Error> {
        let values = insert_call_values(self.new_call(purpose, call)?);
        let rows = connection.query(statements::INSERT_CALL, &values).await;
        let rows = rows.map_err(|source| Error::in_transaction("write an intent", source))?;
        self.check(&inserted_call(rows)?, call)
    }

    pub(crate) fn new_call(&self, purpose: &str, call: &PreparedCall) -> Result<NewCall, Error> {
        new_call(self.runner.cipher(), purpose, call, self.runner.now(), self.runner.settings.grace)
    }

    pub(crate) fn check(&self, row: &CallRow, call: &PreparedCall) -> Result<CallId, Error> {
        check_same(self.runner.cipher(), row, call)?;
        Ok(CallId(row.id))
    }

    /// Sends a call and records how it ended. If it has ended before, returns that without sending anything.
    ///
    /// A call that another process is sending, or that must wait, is `Unknown`.
    ///
    /// # Errors
    ///
    /// Returns an error if the call is not in the journal, or the database fails. If the claim could not be committed,
    /// nothing was sent.
    pub async fn run(&self, id: CallId) -> Result<Outcome, Error> {
        if let Some((_, outcome)) = self.runner.claim_and_run(Pick::Id(id.0)).await? {
            return Ok(outcome);
        }
        let row = self.runner.store.find_call(id.0).await?.ok_or(Error::NotFound(id))?;
        let outcome = outcome(self.runner.cipher(), &row)?;
        if let Outcome::Unknown { .. } = outcome {
            self.check_clock(row.updated_at)?;
        }
        Ok(outcome)
    }

    /// Runs all calls that are due, one after another: those that a terminated process left behind, and those that could not be
    /// sent or got no response.
    ///
    /// Call it at the start of the program and then regularly, in as many tasks and processes as you like.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails, or the clock is more than a minute behind the newest entry of the journal; then
    /// nothing is sent.
    pub async fn resume(&self) -> Result<Resumed, Error> {
        let started = self.runner.now();
        if let Some(updated_at) = self.runner.store.schedule().await?.updated_at {
            self.check_clock(updated_at)?;
        }
        let mut resumed = Resumed::default();
        loop {
            match self.runner.claim_and_run(Pick::Due(started)).await {
                Ok(Some((id, outcome))) => resumed.add(id, outcome),
                Ok(None) => break,
                // The call is leased now, so it does not come again at once.
                Err(error @ Error::Corrupt { .. }) => resumed.errors.push(error),
                Err(error) => return Err(error),
            }
        }
        resumed.next_at = self.runner.store.schedule().await?.next_at.map(from_micros);
        Ok(resumed)
    }

    fn check_clock(&self, recorded: i64) -> Result<(), Error> {
        let now = self.runner.now();
        if recorded > add(now, CLOCK_TOLERANCE) {
            return Err(Error::ClockBehind { now: from_micros(now), recorded: from_micros(recorded) });
        }
        Ok(())
    }

    /// Corrects entries that were written while the clock was ahead. Open calls among them are due now, and their request ids
    /// are not trusted: the order decides. Returns the number of entries.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails.
    pub async fn reset_times(&self) -> Result<u64, Error> {
        self.runner.store.reset_times(self.runner.now()).await
    }

    /// Returns the outcome of a call without sending anything.
    ///
    /// # Errors
    ///
    /// Returns an error if the call is not in the journal, or the database fails.
    pub async fn outcome(&self, id: CallId) -> Result<Outcome, Error> {
        let row = self.runner.store.find_call(id.0).await?.ok_or(Error::NotFound(id))?;
        outcome(self.runner.cipher(), &row)
    }

    /// Returns the oldest 1,000 calls in a state, such as [`State::Review`].
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails, or a call cannot be read.
    pub async fn list(&self, state: State) -> Result<Vec<Entry>, Error> {
        let rows = self.runner.store.calls_in_state(state, MAX_LISTED).await?;
        rows.iter().map(|row| entry(self.runner.cipher(), row)).collect()
    }

    /// Records what a person decided about a call in review. `uuid` is the id of the capture, refund, release or order, if
    /// known; it matters for later decisions about the same order.
    ///
    /// # Errors
    ///
    /// Returns an error if the call is not in review, or the database fails.
    pub async fn resolve(&self, id: CallId, resolution: Resolution, uuid: Option<&str>) -> Result<(), Error> {
        let row = self.runner.store.find_call(id.0).await?.ok_or(Error::NotFound(id))?;
        if state(&row)? != State::Review {
            return Err(Error::NotInReview(id));
        }
        let body = serde_json::json!({ "uuid": uuid });
        let (state, end) = match resolution {
            Resolution::Done => (State::Done, End::Response(Response { body, evidence: Evidence::Review })),
            Resolution::Rejected => {
                let text = "closed by a person".to_owned();
                (State::Rejected, End::Rejection(Rejection { status: None, code: None, text }))
            }
            Resolution::SendAgain => (State::Intended, End::Error("to be sent again".to_owned())),
        };
        let response = seal_end(self.runner.cipher(), &row.purpose, &end)?;
        let now = self.runner.now();
        let end = CallEnd { state, response, next_at: now, now };
        let is_current = self.runner.store.finish_call(row.id, row.fence, end).await?;
        if is_current { Ok(()) } else { Err(Error::NotInReview(id)) }
    }

    /// Returns the number of calls in each state, and the age of the oldest one, for monitoring.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails.
    pub async fn counts(&self) -> Result<Vec<Count>, Error> {
        counts(&*self.runner.store, Table::Calls, self.runner.now()).await
    }

    /// Deletes calls that were done or rejected before this time, if that is true of all calls of the same operation on the
    /// same order. Returns their number.
    ///
    /// Keep calls for as long as their purpose may come again, and orders may be refunded: a purpose that is not in the
    /// journal is new.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails.
    pub async fn purge(&self, before: DateTime<Utc>) -> Result<u64, Error> {
        self.runner.store.purge(Table::Calls, to_micros(before)).await
    }
}

/// Counts what is in a table.
pub(crate) async fn counts(store: &impl Store, table: Table, now: i64) -> Result<Vec<Count>, Error> {
    let rows = store.counts(table).await?;
    let count = |(state, count, oldest): (String, i64, i64)| Count {
        state,
        count: count.unsigned_abs(),
        oldest: age(oldest, now),
    };
    Ok(rows.into_iter().map(count).collect())
}

/// What [`Journal::resume`] did.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Resumed {
    /// The calls that ended.
    pub ended: Vec<(CallId, Outcome)>,
    /// The number of calls that have to wait.
    pub waiting: u64,
    /// Rows that cannot be read.
    pub errors: Vec<Error>,
    /// When the next open call is due. `None` if there is none.
    pub next_at: Option<DateTime<Utc>>,
}

impl Resumed {
    fn add(&mut self, id: CallId, outcome: Outcome) {
        match outcome {
            Outcome::Unknown { .. } => self.waiting += 1,
            outcome => self.ended.push((id, outcome)),
        }
    }
}

impl<S> Clone for Journal<S> {
    fn clone(&self) -> Self {
        Self { runner: Arc::clone(&self.runner) }
    }
}

impl<S> fmt::Debug for Journal<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journal").field("owner", &self.runner.owner).finish_non_exhaustive()
    }
}
