//! The inbox: webhooks are stored before they are answered, and take effect once.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use sezzle_api::Event;
use sezzle_api::chrono::{DateTime, Utc};
use sezzle_api::webhook::{Verifier, VerifyError};

use crate::call::Count;
use crate::cipher::{Cipher, Plain, open, seal};
use crate::clock::{Backoff, CLOCK_TOLERANCE, Clock, SystemClock, add, from_micros, to_micros};
use crate::error::{Error, Source};
use crate::journal::counts;
use crate::sql::connection::{Connection, Value, values};
use crate::sql::statements;
use crate::store::{EventEnd, EventRow, Lease, NewEvent, Store, Table, new_owner};

/// The maximum number of events that [`Inbox::set_aside`] returns.
const MAX_LISTED: i64 = 1000;

/// Webhooks that survive a crash: each is verified and stored before it is answered, and handled once.
///
/// Events of one order are handled one at a time, in the order of their `created_at`; events of different orders in
/// parallel, if several tasks or processes work. An event that arrives late, after a newer one was handled, is handled on arrival.
pub struct Inbox<S> {
    pub(crate) store: Arc<S>,
    verifier: Verifier,
    settings: Settings,
    owner: String,
}

#[derive(Clone)]
struct Settings {
    max_attempts: u32,
    lease: Duration,
    backoff: Backoff,
    clock: Arc<dyn Clock>,
    cipher: Arc<dyn Cipher>,
}

/// What [`Inbox::store`] did with a webhook. Respond with status 200 to all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "respond with status 200"]
pub enum Stored {
    /// The event is new.
    New,
    /// The event is already in the inbox.
    Duplicate,
    /// The webhook is authentic, but not an event that this version can read. It was set aside.
    Unreadable,
}

/// Why a webhook was not stored.
#[derive(Debug)]
#[non_exhaustive]
pub enum StoreError {
    /// The webhook is not from Sezzle. Respond with status 401.
    Forged(VerifyError),
    /// The event could not be encrypted or stored. Respond with status 503: Sezzle sends the webhook again.
    Failed(Error),
}

/// An event that this worker owns until its lease ends.
#[derive(Debug)]
pub struct Delivery {
    /// The event.
    pub event: Event,
    row: EventRow,
}

/// What [`Inbox::work`] did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Worked {
    /// The events that were handled.
    pub handled: u64,
    /// The failures that are tried again later.
    pub failed: u64,
    /// The events that were set aside.
    pub set_aside: u64,
}

/// An event that was set aside.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SetAside {
    /// The id of the event.
    pub uuid: String,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: i64,
    /// Why it was set aside.
    pub reason: String,
    /// The body, which may contain personal data.
    pub body: String,
}

impl<S: Store> Inbox<S> {
    /// Creates an inbox.
    pub fn new(verifier: Verifier, store: Arc<S>) -> Self {
        let settings = Settings {
            max_attempts: 10,
            lease: Duration::from_secs(60),
            backoff: Backoff { base: Duration::from_secs(2), max: Duration::from_secs(60 * 60) },
            clock: Arc::new(SystemClock),
            cipher: Arc::new(Plain),
        };
        Self { store, verifier, settings, owner: new_owner() }
    }

    /// Sets how often an event is tried before it is set aside. Defaults to 10.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.settings.max_attempts = attempts;
        self
    }

    /// Sets how long an event belongs to the worker that handles it. Defaults to 1 minute.
    #[must_use]
    pub fn lease(mut self, lease: Duration) -> Self {
        self.settings.lease = lease;
        self
    }

    /// Sets the waits after failures: at most `base` after the first, doubling up to `max`. Defaults to 2 seconds and 1 hour.
    #[must_use]
    pub fn backoff(mut self, base: Duration, max: Duration) -> Self {
        self.settings.backoff = Backoff { base, max };
        self
    }

    /// Sets the clock. Defaults to the system's.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.settings.clock = Arc::new(clock);
        self
    }

    /// Sets the encryption of bodies. By default they are stored as they are.
    #[must_use]
    pub fn cipher(mut self, cipher: impl Cipher) -> Self {
        self.settings.cipher = Arc::new(cipher);
        self
    }

    fn now(&self) -> i64 {
        to_micros(self.settings.clock.now())
    }

    /// Verifies a webhook and stores it. When this returns, the event is durable: respond with status 200.
    ///
    /// `body` is the raw request body, `signature` the value of the header `Sezzle-Signature`.
    ///
    /// # Errors
    ///
    /// Returns an error if the signature does not match, or the database fails.
    pub async fn store(&self, body: &[u8], signature: impl AsRef<[u8]>) -> Result<Stored, StoreError> {
        let signature = signature.as_ref();
        self.verifier.verify(body, signature).map_err(StoreError::Forged)?;
        let now = self.now();
        let read = Event::from_json(body).map_err(|error| error.to_string()).and_then(|event| match &event.uuid {
            Some(uuid) if !uuid.is_empty() => Ok((uuid.clone(), event)),
            _ => Err("the event has no `uuid`".to_owned()),
        });
        let (uuid, subject, created_at, error) = match read {
            Ok((uuid, event)) => {
                let subject = event.order_uuid().map_or_else(|| uuid.clone(), str::to_owned);
                (uuid, subject, event.created_at.map_or(now, to_micros), None)
            }
            // A signature is that of one body, so it identifies a body without an id.
            Err(error) => {
                let id = format!("signature:{}", String::from_utf8_lossy(signature.trim_ascii()).to_ascii_lowercase());
                (id.clone(), id, now, Some(error))
            }
        };
        let is_readable = error.is_none();
        let body = seal(&*self.settings.cipher, &uuid, body).map_err(StoreError::Failed)?;
        let event = NewEvent { uuid, subject, created_at, received_at: now, body, error };
        let is_new = self.store.insert_event(event).await.map_err(StoreError::Failed)?;
        Ok(match (is_new, is_readable) {
            (false, _) => Stored::Duplicate,
            (true, true) => Stored::New,
            (true, false) => Stored::Unreadable,
        })
    }

    /// Claims the next event. `None` if there is none to handle now.
    ///
    /// Handle it in a transaction, call [`Delivery::complete_in`] as the last statement, and commit. Otherwise call
    /// [`fail`](Self::fail). The `work` of the stores in this crate does all of this.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails.
    pub async fn claim(&self) -> Result<Option<Delivery>, Error> {
        loop {
            let longest_wait = self.settings.lease.max(self.settings.backoff.max).saturating_add(CLOCK_TOLERANCE);
            let lease = Lease::new(&self.owner, self.now(), self.settings.lease, longest_wait);

            let Some(row) = self.store.claim_event(lease).await? else { return Ok(None) };
            if row.attempts > i64::from(self.settings.max_attempts) {
                let reason = row.error.clone().unwrap_or_else(|| "the process ended in each attempt".to_owned());
                self.finish(&row, reason, true).await?;
                continue;
            }
            match open(&*self.settings.cipher, &row.uuid, "body", &row.body) {
                Ok(body) => match Event::from_json(body.as_bytes()) {
                    Ok(event) => return Ok(Some(Delivery { event, row })),
                    Err(error) => self.finish(&row, error.to_string(), true).await?,
                },
                Err(error) => self.finish(&row, error.to_string(), false).await?,
            };
        }
    }

    /// Records that an event was not handled. Returns whether it was set aside.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails, or another worker has taken over.
    pub async fn fail(&self, delivery: &Delivery, reason: impl Into<String>) -> Result<bool, Error> {
        let is_set_aside = delivery.row.attempts >= i64::from(self.settings.max_attempts);
        let is_owner = self.finish(&delivery.row, reason.into(), is_set_aside).await?;
        if is_owner { Ok(is_set_aside) } else { Err(Error::LeaseLost) }
    }

    async fn finish(&self, row: &EventRow, error: String, is_set_aside: bool) -> Result<bool, Error> {
        let next_at = add(self.now(), self.settings.backoff.delay(row.attempts, None));
        let end = EventEnd { uuid: row.uuid.clone(), fence: row.fence, is_set_aside, next_at, error };
        self.store.finish_event(end).await
    }

    /// Handles all events that are due with `apply`, which handles one in a transaction and completes it.
    pub(crate) async fn work_with<F>(&self, apply: impl Fn(Arc<Delivery>) -> F) -> Result<Worked, Error>
    where
        F: Future<Output = Result<(), Failure>>,
    {
        let mut worked = Worked::default();
        while let Some(delivery) = self.claim().await? {
            let delivery = Arc::new(delivery);
            match apply(Arc::clone(&delivery)).await {
                Ok(()) => worked.handled += 1,
                Err(Failure::Store(Error::LeaseLost)) => worked.failed += 1,
                Err(Failure::Store(error)) => return Err(error),
                Err(Failure::Handler(reason)) => match self.fail(&delivery, reason.to_string()).await {
                    Ok(true) => worked.set_aside += 1,
                    Ok(false) | Err(Error::LeaseLost) => worked.failed += 1,
                    Err(error) => return Err(error),
                },
            }
        }
        Ok(worked)
    }

    /// Returns the oldest 1,000 events that were set aside.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails, or an event cannot be decrypted.
    pub async fn set_aside(&self) -> Result<Vec<SetAside>, Error> {
        let rows = self.store.events_set_aside(MAX_LISTED).await?;
        let event = |row: EventRow| {
            Ok(SetAside {
                body: open(&*self.settings.cipher, &row.uuid, "body", &row.body)?,
                uuid: row.uuid,
                received_at: from_micros(row.received_at),
                attempts: row.attempts,
                reason: row.error.unwrap_or_default(),
            })
        };
        rows.into_iter().map(event).collect()
    }

    /// Makes an event that was set aside due again. Returns whether there is one with this id.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails.
    pub async fn retry(&self, uuid: &str) -> Result<bool, Error> {
        self.store.retry_event(uuid.to_owned(), self.now()).await
    }

    /// Returns the number of events in each state (`pending`, `done`, `poison` for those set aside), and the age of the oldest one.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails.
    pub async fn counts(&self) -> Result<Vec<Count>, Error> {
        counts(&*self.store, Table::Events, self.now()).await
    }

    /// Deletes events that were received before this time and handled. Returns their number.
    ///
    /// An event that comes again after that is new: keep them for longer than the five days in which Sezzle repeats a
    /// delivery.
    ///
    /// # Errors
    ///
    /// Returns an error if the database fails.
    pub async fn purge(&self, before: DateTime<Utc>) -> Result<u64, Error> {
        self.store.purge(Table::Events, to_micros(before)).await
    }
}

/// Why an event was not handled.
pub(crate) enum Failure {
    /// The handler returned an error.
    Handler(Source),
    /// The transaction failed.
    Store(Error),
}

impl Delivery {
    /// Returns how often the event was claimed, this time included.
    pub fn attempts(&self) -> i64 {
        self.row.attempts
    }

    /// Returns the parameters of [`statements::COMPLETE_EVENT`].
    pub(crate) fn complete_values(&self) -> Vec<Value> {
        values![&*self.row.uuid, self.row.fence]
    }

    /// Marks the event as done in the transaction that contains the effects of the handler.
    ///
    /// # Errors
    ///
    /// Returns [`Error::LeaseLost`] if another worker has taken over: roll back.
    pub async fn complete_in(&self, mut connection: impl Connection) -> Result<(), Error> {
        let rows = connection.query(statements::COMPLETE_EVENT, &self.complete_values()).await;
        let rows = rows.map_err(|source| Error::in_transaction("complete an event", source))?;
        if rows.is_empty() { Err(Error::LeaseLost) } else { Ok(()) }
    }
}

impl<S> Clone for Inbox<S> {
    fn clone(&self) -> Self {
        Self {
            store: Arc::clone(&self.store),
            verifier: self.verifier.clone(),
            settings: self.settings.clone(),
            owner: self.owner.clone(),
        }
    }
}

impl<S> fmt::Debug for Inbox<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Inbox").field("owner", &self.owner).finish_non_exhaustive()
    }
}

/// Omits the body.
impl fmt::Debug for SetAside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SetAside").field("uuid", &self.uuid).field("reason", &self.reason).finish_non_exhaustive()
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Forged(error) => error.fmt(f),
            Self::Failed(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Forged(error) => error.source(),
            Self::Failed(error) => error.source(),
        }
    }
}
