//! The versions of the tables. Forward only: a published version is never changed.

use crate::error::Error;

/// A step to the next version of the tables.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Migration {
    /// The statements for SQLite.
    pub sqlite: &'static str,
    /// The statements for PostgreSQL.
    pub postgres: &'static str,
}

/// All steps, in their order. The stores run them when they are opened.
///
/// If the shop's role may not create tables, run those that are missing with a tool of your own, and write the number of the
/// last one to `sezzle_journal (version BIGINT)`.
pub const MIGRATIONS: &[Migration] = &[
    // 1: the calls.
    Migration {
        sqlite: "
CREATE TABLE sezzle_calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT, purpose TEXT NOT NULL UNIQUE, operation TEXT NOT NULL, path TEXT NOT NULL,
    body BLOB NOT NULL, request_id TEXT NOT NULL, checksum BIGINT NOT NULL, state TEXT NOT NULL, claimed_from TEXT,
    runs BIGINT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, first_sent_at BIGINT,
    next_at BIGINT NOT NULL, owner TEXT, fence BIGINT NOT NULL, response BLOB);
CREATE INDEX sezzle_calls_due ON sezzle_calls (next_at) WHERE state IN ('intended', 'sending', 'unknown');
CREATE INDEX sezzle_calls_path ON sezzle_calls (path);
CREATE INDEX sezzle_calls_state ON sezzle_calls (state, created_at);",
        postgres: "
CREATE TABLE sezzle_calls (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, purpose TEXT NOT NULL UNIQUE, operation TEXT NOT NULL,
    path TEXT NOT NULL, body BYTEA NOT NULL, request_id TEXT NOT NULL, checksum BIGINT NOT NULL, state TEXT NOT NULL,
    claimed_from TEXT, runs BIGINT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL,
    first_sent_at BIGINT, next_at BIGINT NOT NULL, owner TEXT, fence BIGINT NOT NULL, response BYTEA);
CREATE INDEX sezzle_calls_due ON sezzle_calls (next_at) WHERE state IN ('intended', 'sending', 'unknown');
CREATE INDEX sezzle_calls_path ON sezzle_calls (path);
CREATE INDEX sezzle_calls_state ON sezzle_calls (state, created_at);",
    },
    // 2: the inbox.
    Migration {
        sqlite: "
CREATE TABLE sezzle_events (
    uuid TEXT PRIMARY KEY, subject TEXT NOT NULL, created_at BIGINT NOT NULL, received_at BIGINT NOT NULL,
    body BLOB NOT NULL, state TEXT NOT NULL, attempts BIGINT NOT NULL, next_at BIGINT NOT NULL, owner TEXT,
    fence BIGINT NOT NULL, error TEXT);
CREATE INDEX sezzle_events_due ON sezzle_events (next_at) WHERE state = 'pending';
CREATE INDEX sezzle_events_subject ON sezzle_events (subject, created_at) WHERE state = 'pending';
CREATE INDEX sezzle_events_state ON sezzle_events (state, received_at);",
        postgres: "
CREATE TABLE sezzle_events (
    uuid TEXT PRIMARY KEY, subject TEXT NOT NULL, created_at BIGINT NOT NULL, received_at BIGINT NOT NULL,
    body BYTEA NOT NULL, state TEXT NOT NULL, attempts BIGINT NOT NULL, next_at BIGINT NOT NULL, owner TEXT,
    fence BIGINT NOT NULL, error TEXT);
CREATE INDEX sezzle_events_due ON sezzle_events (next_at) WHERE state = 'pending';
CREATE INDEX sezzle_events_subject ON sezzle_events (subject, created_at) WHERE state = 'pending';
CREATE INDEX sezzle_events_state ON sezzle_events (state, received_at);",
    },
    // 3: the newest change of a call, to detect a clock that is behind.
    Migration {
        sqlite: "CREATE INDEX sezzle_calls_updated ON sezzle_calls (updated_at);",
        postgres: "CREATE INDEX sezzle_calls_updated ON sezzle_calls (updated_at);",
    },
];

/// The table that holds the version.
pub(crate) const CREATE_VERSION: &str = "CREATE TABLE IF NOT EXISTS sezzle_journal (version BIGINT NOT NULL)";
pub(crate) const READ_VERSION: &str = "SELECT max(version) FROM sezzle_journal";
pub(crate) const WRITE_VERSION: &str = "INSERT INTO sezzle_journal (version) VALUES ($1)";

/// Returns the steps from a version on, each with the version that it leads to.
pub(crate) fn pending(found: i64) -> Result<impl Iterator<Item = (i64, &'static Migration)>, Error> {
    let known = MIGRATIONS.len() as i64;
    match usize::try_from(found) {
        Ok(done) if done <= MIGRATIONS.len() => Ok((1..=known).zip(MIGRATIONS).skip(done)),
        _ => Err(Error::SchemaTooNew { found, known }),
    }
}
