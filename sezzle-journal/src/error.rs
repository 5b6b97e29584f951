//! What can go wrong besides the call itself.

use std::error::Error as StdError;
use std::fmt;

use sezzle_api::chrono::{DateTime, Utc};

use crate::call::CallId;

/// The error of a database library.
pub type Source = Box<dyn StdError + Send + Sync>;

/// Why the journal or the inbox could not do its work.
///
/// The result of a call is not an error: see [`Outcome`](crate::Outcome). An error before the call was sent means
/// that nothing was sent. After it was sent, the call stays `sending`, and [`Journal::resume`](crate::Journal::resume) continues
/// it once its lease has ended.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The database failed.
    Store {
        /// What the journal was about to do.
        action: &'static str,
        /// What the failure is about.
        kind: StoreErrorKind,
        /// The error of the database library.
        source: Source,
    },
    /// The tables were written by a newer version of this crate.
    SchemaTooNew {
        /// The version of the tables.
        found: i64,
        /// The newest version that this crate knows.
        known: i64,
    },
    /// The purpose is in use for a call of another operation, path or body.
    PurposeInUse {
        /// The purpose.
        purpose: String,
        /// What differs.
        field: &'static str,
    },
    /// The purpose is empty, longer than 200 characters, or has control characters.
    InvalidPurpose,
    /// There is no such call. Perhaps its transaction was rolled back, or is not committed yet.
    NotFound(CallId),
    /// The call is not marked for review, so there is nothing to resolve.
    NotInReview(CallId),
    /// A stored value cannot be read.
    Corrupt {
        /// The purpose of the call, or the id of the event.
        of: String,
        /// The column.
        field: &'static str,
        /// What is wrong.
        problem: String,
    },
    /// The clock is more than a minute behind the newest entry, so the age of a request id is not known. Nothing was sent.
    ClockBehind {
        /// The time by the clock.
        now: DateTime<Utc>,
        /// The time of the entry.
        recorded: DateTime<Utc>,
    },
    /// Bodies could not be encrypted.
    Cipher(Source),
    /// Another worker has taken over the event, because the lease ended before the handler did.
    LeaseLost,
}

/// What a failure of the database is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// Another connection holds a lock for longer than the timeout.
    Busy,
    /// The disk or the database is full.
    Full,
    /// The file or the server is read-only.
    ReadOnly,
    /// The file cannot be opened, or the server cannot be reached.
    Unavailable,
    /// The file is damaged, or is not a database.
    Damaged,
    /// Anything else.
    Other,
}

impl StoreErrorKind {
    fn advice(self) -> &'static str {
        match self {
            Self::Busy => "another connection holds the lock: keep transactions short, or raise the busy timeout",
            Self::Full => "no space left: make room; `resume` continues open calls",
            Self::ReadOnly => {
                "the database is read-only: check the permissions of the file and its folder, or the server"
            }
            Self::Unavailable => "the database cannot be reached: check the path, or that the server runs",
            Self::Damaged => "the file is damaged or not a database: restore it from a backup",
            Self::Other => "the database returned an error",
        }
    }
}

impl Error {
    /// Returns the error of a statement in a transaction of the shop, whose database library is not known.
    pub(crate) fn in_transaction(action: &'static str, source: Source) -> Self {
        Self::Store { action, kind: StoreErrorKind::Other, source }
    }

    /// Returns the error of a stored value that cannot be read.
    pub(crate) fn corrupt(of: impl Into<String>, field: &'static str, problem: impl fmt::Display) -> Self {
        Self::Corrupt { of: of.into(), field, problem: problem.to_string() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store { action, kind, source } => write!(f, "cannot {action}: {}: {source}", kind.advice()),
            Self::SchemaTooNew { found, known } => write!(
                f,
                "the tables have version {found}, and this version of sezzle-journal knows up to {known}: update the program"
            ),
            Self::PurposeInUse { purpose, field } => write!(
                f,
                "`{purpose}`: already in use with another {field}: give each call a purpose of its own, such as a number at \
                 the end"
            ),
            Self::InvalidPurpose => f.write_str(
                "purpose: expected 1 to 200 characters without control characters, such as `order-1001/capture/1`",
            ),
            Self::NotFound(id) => {
                write!(f, "there is no call {id}: commit the transaction that contains its intent before you run it")
            }
            Self::NotInReview(id) => write!(f, "call {id} is not marked for review"),
            Self::Corrupt { of, field, problem } => {
                write!(f, "`{of}`: the column `{field}` cannot be read: {problem}: compare the row with a backup")
            }
            Self::ClockBehind { now, recorded } => write!(
                f,
                "the clock shows {now}, but the journal has an entry of {recorded}: nothing was sent; correct the system \
                 time, or if the entry is wrong, call `Journal::reset_times`"
            ),
            Self::Cipher(source) => write!(f, "a body cannot be encrypted: {source}"),
            Self::LeaseLost => f.write_str(
                "another worker has taken over, as the lease ended: roll back; use a longer lease or a faster handler",
            ),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Store { source, .. } | Self::Cipher(source) => source.source(),
            _ => None,
        }
    }
}
