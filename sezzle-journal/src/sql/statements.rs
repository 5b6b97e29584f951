//! All statements.
//!
//! `/*lock*/` is where PostgreSQL needs `FOR UPDATE SKIP LOCKED`; SQLite has one writer at a time anyway.

macro_rules! call_columns {
    () => {
        "id, purpose, operation, path, body, request_id, checksum, state, claimed_from, runs, created_at, updated_at, \
         first_sent_at, next_at, fence, response"
    };
}

macro_rules! event_columns {
    () => {
        "uuid, subject, created_at, received_at, body, state, attempts, fence, error"
    };
}

/// The states in which a call may still be sent. Written the same way everywhere: the partial index has this condition.
macro_rules! open {
    () => {
        "state IN ('intended', 'sending', 'unknown')"
    };
}

/// Returns the existing row if the purpose is in use: the update changes nothing.
pub(crate) const INSERT_CALL: &str = concat!(
    "INSERT INTO sezzle_calls (purpose, operation, path, body, request_id, checksum, state, runs, created_at, updated_at, \
     next_at, fence) VALUES ($1, $2, $3, $4, $5, $6, 'intended', 0, $7, $7, $8, 0) \
     ON CONFLICT (purpose) DO UPDATE SET purpose = excluded.purpose RETURNING ",
    call_columns!()
);

/// A call that was first sent in the future was sent by a clock that was ahead: its age is not known, so it is never trusted.
macro_rules! claim {
    ($condition:expr) => {
        concat!(
            "UPDATE sezzle_calls SET claimed_from = state, state = 'sending', owner = $1, next_at = $2, updated_at = $3, \
             first_sent_at = CASE WHEN first_sent_at > $4 THEN 0 ELSE COALESCE(first_sent_at, $3) END, runs = runs + 1, \
             fence = fence + 1 WHERE id = (SELECT id FROM sezzle_calls WHERE ",
            open!(),
            " AND updated_at <= $4 AND ",
            $condition,
            " LIMIT 1 /*lock*/) RETURNING ",
            call_columns!()
        )
    };
}

pub(crate) const CLAIM_CALL: &str = claim!("id = $5 AND (runs = 0 OR next_at <= $3)");
pub(crate) const CLAIM_DUE_CALL: &str = claim!("next_at <= $5 ORDER BY next_at");

/// The fence moves on, so that nothing more is written with the old one. If the clock was set back by more than its tolerance
/// (`$7`) since the claim, the time of the claim was wrong.
pub(crate) const FINISH_CALL: &str = "UPDATE sezzle_calls SET state = $3, response = $4, next_at = $5, updated_at = $6, \
     first_sent_at = CASE WHEN $3 = 'intended' THEN NULL WHEN first_sent_at - $7 > $6 THEN 0 ELSE first_sent_at END, \
     owner = NULL, fence = fence + 1 \
     WHERE id = $1 AND fence = $2 RETURNING id";

pub(crate) const FIND_CALL: &str = concat!("SELECT ", call_columns!(), " FROM sezzle_calls WHERE id = $1");
pub(crate) const CALLS_OF_PATH: &str =
    concat!("SELECT ", call_columns!(), " FROM sezzle_calls WHERE path = $1 ORDER BY id");
pub(crate) const CALLS_IN_STATE: &str =
    concat!("SELECT ", call_columns!(), " FROM sezzle_calls WHERE state = $1 ORDER BY created_at, id LIMIT $2");

/// Each is found by its index.
pub(crate) const SCHEDULE: &str = concat!(
    "SELECT (SELECT min(next_at) FROM sezzle_calls WHERE ",
    open!(),
    "), (SELECT max(updated_at) FROM sezzle_calls)"
);

pub(crate) const RESET_TIMES: &str = concat!(
    "UPDATE sezzle_calls SET updated_at = $1, next_at = CASE WHEN ",
    open!(),
    " THEN $1 ELSE next_at END, first_sent_at = CASE WHEN first_sent_at IS NOT NULL AND ",
    open!(),
    " THEN 0 ELSE first_sent_at END, fence = fence + 1 WHERE updated_at > $1 RETURNING id"
);

pub(crate) const INSERT_EVENT: &str = "INSERT INTO sezzle_events (uuid, subject, created_at, received_at, body, state, \
     attempts, next_at, fence, error) VALUES ($1, $2, $3, $4, $5, $6, 0, $4, 0, $7) ON CONFLICT (uuid) DO NOTHING RETURNING \
     uuid";

/// The first pending event of a subject without an event that has an owner. Serialized: two claims at a time could each
/// take an event of the same subject.
///
/// An owner of another event of the subject, whose lease has ended, loses it: the fence moves on. What is due after `$4` was
/// written by a clock that was ahead, and is due now. Only the row with an owner is the one that was claimed.
pub(crate) const CLAIM_EVENT: &str = concat!(
    "UPDATE sezzle_events SET owner = CASE WHEN uuid = next_uuid THEN $1 END, next_at = CASE WHEN uuid = next_uuid THEN $2 \
     ELSE next_at END, attempts = attempts + CASE WHEN uuid = next_uuid THEN 1 ELSE 0 END, fence = fence + 1 FROM (SELECT \
     uuid AS next_uuid, subject AS next_subject FROM sezzle_events AS this WHERE state = 'pending' AND (next_at <= $3 OR \
     next_at > $4) AND NOT EXISTS (SELECT 1 FROM sezzle_events AS other WHERE other.state = 'pending' AND other.subject = \
     this.subject AND other.uuid <> this.uuid AND ((other.created_at, other.uuid) < (this.created_at, this.uuid) OR \
     (other.owner IS NOT NULL AND other.next_at > $3 AND other.next_at <= $4))) ORDER BY next_at LIMIT 1) AS next WHERE \
     state = 'pending' AND subject = next_subject AND (uuid = next_uuid OR owner IS NOT NULL) RETURNING ",
    event_columns!(),
    ", owner"
);

pub(crate) const COMPLETE_EVENT: &str = "UPDATE sezzle_events SET state = 'done', owner = NULL, fence = fence + 1, error = \
     NULL WHERE uuid = $1 AND fence = $2 AND state = 'pending' RETURNING uuid";

pub(crate) const FINISH_EVENT: &str = "UPDATE sezzle_events SET state = $3, next_at = $4, error = $5, owner = NULL, \
     fence = fence + 1 WHERE uuid = $1 AND fence = $2 AND state = 'pending' RETURNING uuid";

pub(crate) const EVENTS_SET_ASIDE: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM sezzle_events WHERE state = 'poison' ORDER BY received_at, uuid LIMIT $1"
);

pub(crate) const RETRY_EVENT: &str = "UPDATE sezzle_events SET state = 'pending', attempts = 0, next_at = $2, error = NULL \
     WHERE uuid = $1 AND state = 'poison' RETURNING uuid";

pub(crate) const COUNT_CALLS: &str = "SELECT state, count(*), min(created_at) FROM sezzle_calls GROUP BY state";
pub(crate) const COUNT_EVENTS: &str = "SELECT state, count(*), min(received_at) FROM sezzle_events GROUP BY state";

/// Keeps the calls of a path, the same operation on the same order, together: a decision about one of them needs the others.
pub(crate) const PURGE_CALLS: &str = "DELETE FROM sezzle_calls WHERE state IN ('done', 'rejected') AND created_at < $1 AND \
     updated_at < $1 AND NOT EXISTS (SELECT 1 FROM sezzle_calls AS other WHERE other.path = sezzle_calls.path AND \
     (other.state NOT IN ('done', 'rejected') OR other.updated_at >= $1)) RETURNING id";
pub(crate) const PURGE_EVENTS: &str =
    "DELETE FROM sezzle_events WHERE state = 'done' AND received_at < $1 RETURNING uuid";
