//! A store that asks the controller to kill the process, before or after a step, and that may lack a defence.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use sezzle_journal::store::{
    CallEnd, CallRow, EventEnd, EventRow, Lease, NewCall, NewEvent, Pick, Schedule, Store, Table,
};
use sezzle_journal::{Error, State};

use crate::setup::{Defence, GATEWAY_MEMORY};

/// One kill at each of the points for this many passes.
const PASSES_PER_KILL: u32 = 70;

/// Asks the controller to kill this process, and waits for it.
pub(crate) async fn ask_for_kill(point: &str) {
    println!("kill {point}");
    std::future::pending::<()>().await;
}

/// One in this many owners sleeps before it records the result, for longer than the gateway remembers ids.
const RESULTS_PER_SLEEP: u32 = 120;

pub(crate) struct FaultyStore<S> {
    inner: S,
    random: Mutex<fastrand::Rng>,
    without: Option<Defence>,
    /// The lease of the latest claim.
    lease: Mutex<Option<Lease>>,
}

impl<S: Store> FaultyStore<S> {
    pub(crate) fn new(inner: S, seed: u64, without: Option<Defence>) -> Self {
        let random = Mutex::new(fastrand::Rng::with_seed(seed));
        Self { inner, random, without, lease: Mutex::new(None) }
    }

    fn random(&self, range: std::ops::Range<u32>) -> u32 {
        self.random.lock().unwrap_or_else(PoisonError::into_inner).u32(range)
    }

    fn one_in(&self, passes: u32) -> bool {
        self.random(0..passes) == 0
    }

    /// Returns whether to ask for a kill here. Without the fence there are no kills: an owner must live to write too late.
    fn is_killed(&self) -> bool {
        self.without != Some(Defence::Fence) && self.one_in(PASSES_PER_KILL)
    }

    async fn pass(&self, point: &str) {
        if self.is_killed() {
            ask_for_kill(point).await;
        }
    }

    /// Claims a call as the journal would without one of its defences.
    async fn claim_without_defence(&self, pick: Pick, mut lease: Lease) -> Result<Option<CallRow>, Error> {
        let until = lease.until;
        match self.without {
            // What is returned was not written.
            Some(Defence::DurableWrite) => {
                let found = match pick {
                    Pick::Id(id) => self.inner.find_call(id).await?,
                    Pick::Due(at) => {
                        let rows = self.inner.calls_in_state(State::Intended, 20).await?;
                        rows.into_iter().find(|row| row.next_at <= at)
                    }
                };
                if let Some(mut row) = found.filter(|row| row.state == State::Intended.as_str()) {
                    (row.claimed_from, row.next_at) = (Some(row.state), until);
                    (row.state, row.first_sent_at) = (State::Sending.as_str().to_owned(), Some(lease.now));
                    return Ok(Some(row));
                }
            }
            // Everyone else may claim the call at once.
            Some(Defence::Lease) => lease.until = lease.now,
            _ => {}
        }
        let now = lease.now;
        let Some(mut row) = self.inner.claim_call(pick, lease).await? else { return Ok(None) };
        row.next_at = until;
        match self.without {
            Some(Defence::Trust) => row.first_sent_at = Some(now),
            Some(Defence::SameId) if row.claimed_from.as_deref() != Some(State::Intended.as_str()) => {
                row.request_id = format!("fresh-{:016x}", fastrand::u64(..));
                row.checksum = checksum(&row);
            }
            _ => {}
        }
        Ok(Some(row))
    }
}

/// The checksum of a call, as the journal computes it.
fn checksum(row: &CallRow) -> i64 {
    let texts = [&row.purpose, &row.operation, &row.path, &row.request_id];
    let bytes = texts.into_iter().flat_map(|text| text.bytes().chain([0xff])).chain(row.body.iter().copied());
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash.cast_signed()
}

/// Passes calls of methods on to the store that is wrapped.
macro_rules! delegate {
    ($(fn $name:ident($($parameter:ident: $kind:ty),*) -> $returned:ty;)*) => {
        $(async fn $name(&self, $($parameter: $kind),*) -> Result<$returned, Error> {
            self.inner.$name($($parameter),*).await
        })*
    };
}

impl<S: Store> Store for FaultyStore<S> {
    delegate! {
        fn insert_call(call: NewCall) -> CallRow;
        fn find_call(id: i64) -> Option<CallRow>;
        fn calls_of_path(path: String) -> Vec<CallRow>;
        fn calls_in_state(state: State, limit: i64) -> Vec<CallRow>;
        fn schedule() -> Schedule;
        fn reset_times(now: i64) -> u64;
        fn finish_event(end: EventEnd) -> bool;
        fn events_set_aside(limit: i64) -> Vec<EventRow>;
        fn retry_event(uuid: String, now: i64) -> bool;
        fn counts(table: Table) -> Vec<(String, i64, i64)>;
        fn purge(table: Table, before: i64) -> u64;
    }

    async fn claim_call(&self, pick: Pick, lease: Lease) -> Result<Option<CallRow>, Error> {
        if matches!(pick, Pick::Id(_)) {
            self.pass("before the write").await;
        }
        *self.lease.lock().unwrap_or_else(PoisonError::into_inner) = Some(lease.clone());
        let claimed = self.claim_without_defence(pick, lease).await?;
        if claimed.is_some() {
            self.pass("between write and send").await;
            if self.is_killed() {
                let wait = Duration::from_millis(self.random(0..40).into());
                tokio::spawn(async move {
                    tokio::time::sleep(wait).await;
                    ask_for_kill("during the send").await;
                });
            }
        }
        Ok(claimed)
    }

    async fn finish_call(&self, id: i64, fence: i64, end: CallEnd) -> Result<bool, Error> {
        self.pass("before the result is recorded").await;
        // The worst result to write too late: it says that the call was not sent.
        let results = if end.state == State::Intended { 2 } else { RESULTS_PER_SLEEP };
        if self.one_in(results) {
            tokio::time::sleep(GATEWAY_MEMORY + Duration::from_secs(3)).await;
        }
        let current = match self.without {
            Some(Defence::Fence | Defence::DurableWrite) => self.inner.find_call(id).await?,
            _ => None,
        };
        match current {
            Some(row) if self.without == Some(Defence::DurableWrite) && row.state == State::Intended.as_str() => {
                let lease = self.lease.lock().unwrap_or_else(PoisonError::into_inner).clone();
                let Some(lease) = lease else { return Ok(false) };
                match self.inner.claim_call(Pick::Id(id), lease).await? {
                    Some(row) => self.inner.finish_call(id, row.fence, end).await,
                    None => Ok(false),
                }
            }
            Some(row) if self.without == Some(Defence::Fence) => self.inner.finish_call(id, row.fence, end).await,
            _ => self.inner.finish_call(id, fence, end).await,
        }
    }

    async fn insert_event(&self, event: NewEvent) -> Result<bool, Error> {
        self.pass("before an event is stored").await;
        let is_new = self.inner.insert_event(event).await?;
        self.pass("before an event is acknowledged").await;
        Ok(is_new)
    }

    async fn claim_event(&self, lease: Lease) -> Result<Option<EventRow>, Error> {
        let claimed = self.inner.claim_event(lease).await?;
        if claimed.is_some() {
            self.pass("before an event is handled").await;
        }
        Ok(claimed)
    }
}
