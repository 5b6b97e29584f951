//! Turns calls and their ends into rows, and back.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sezzle_api::PreparedCall;

use crate::call::{CallId, Entry, Outcome, Rejection, Response, ReviewReason, State};
use crate::cipher::{Cipher, open, seal};
use crate::clock::{add, from_micros};
use crate::error::Error;
use crate::store::{CallRow, NewCall};

const MAX_PURPOSE_CHARS: usize = 200;

/// The column `response`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum End {
    Response(Response),
    Rejection(Rejection),
    Review(ReviewReason),
    Error(String),
}

/// Returns the row of a new call.
pub(crate) fn new_call(
    cipher: &dyn Cipher,
    purpose: &str,
    call: &PreparedCall,
    now: i64,
    grace: Duration,
) -> Result<NewCall, Error> {
    let length = purpose.chars().count();
    if purpose.trim().is_empty() || length > MAX_PURPOSE_CHARS || purpose.contains(char::is_control) {
        return Err(Error::InvalidPurpose);
    }
    let body = seal(cipher, purpose, call.body().as_bytes())?;
    let operation = call.operation().id;
    Ok(NewCall {
        checksum: checksum([purpose, operation, call.path(), call.request_id()], &body),
        purpose: purpose.to_owned(),
        operation: operation.to_owned(),
        path: call.path().to_owned(),
        body,
        request_id: call.request_id().to_owned(),
        now,
        next_at: add(now, grace),
    })
}

/// Checks that a row with the same purpose is the same call. Its request id may differ: the one in the row stays.
pub(crate) fn check_same(cipher: &dyn Cipher, row: &CallRow, call: &PreparedCall) -> Result<(), Error> {
    let stored = prepared_call(cipher, row)?;
    let json = |body: &str| serde_json::from_str::<Value>(body).ok();
    let field = if stored.operation() != call.operation() {
        "operation"
    } else if stored.path() != call.path() {
        "path"
    } else if json(stored.body()) != json(call.body()) {
        "body"
    } else {
        return Ok(());
    };
    Err(Error::PurposeInUse { purpose: row.purpose.clone(), field })
}

/// Returns whether the columns of a call are those that were written.
pub(crate) fn is_intact(row: &CallRow) -> bool {
    row.checksum == checksum([&row.purpose, &row.operation, &row.path, &row.request_id], &row.body)
}

/// Reads the call of a row.
pub(crate) fn prepared_call(cipher: &dyn Cipher, row: &CallRow) -> Result<PreparedCall, Error> {
    if !is_intact(row) {
        return Err(Error::corrupt(&row.purpose, "checksum", "the call is not the one that was written"));
    }
    let body = open(cipher, &row.purpose, "body", &row.body)?;
    PreparedCall::from_parts(&row.operation, &row.path, body, &row.request_id)
        .map_err(|error| Error::corrupt(&row.purpose, "body", error))
}

/// Reads the state of a row.
pub(crate) fn state(row: &CallRow) -> Result<State, Error> {
    State::parse(&row.state).ok_or_else(|| Error::corrupt(&row.purpose, "state", "it is not a state"))
}

/// Returns the value of the column `response`.
pub(crate) fn seal_end(cipher: &dyn Cipher, purpose: &str, end: &End) -> Result<Vec<u8>, Error> {
    let text = serde_json::to_vec(end).map_err(|error| Error::corrupt(purpose, "response", error))?;
    seal(cipher, purpose, &text)
}

/// Reads the column `response`.
pub(crate) fn read_end(cipher: &dyn Cipher, row: &CallRow) -> Result<Option<End>, Error> {
    let Some(sealed) = &row.response else { return Ok(None) };
    let text = open(cipher, &row.purpose, "response", sealed)?;
    serde_json::from_str(&text).map(Some).map_err(|error| Error::corrupt(&row.purpose, "response", error))
}

/// Returns the outcome of a call as its row has it.
pub(crate) fn outcome(cipher: &dyn Cipher, row: &CallRow) -> Result<Outcome, Error> {
    let wrong = || Error::corrupt(&row.purpose, "response", "it does not belong to the state");
    Ok(match (state(row)?, read_end(cipher, row)?) {
        (State::Done, Some(End::Response(response))) => Outcome::Done(response),
        (State::Rejected, Some(End::Rejection(rejection))) => Outcome::Rejected(rejection),
        (State::Review, Some(End::Review(reason))) => Outcome::NeedsReview(reason),
        (State::Intended | State::Sending | State::Unknown, _) => {
            Outcome::Unknown { retry_at: from_micros(row.next_at) }
        }
        _ => return Err(wrong()),
    })
}

/// Returns a call as the journal shows it.
pub(crate) fn entry(cipher: &dyn Cipher, row: &CallRow) -> Result<Entry, Error> {
    let note = match read_end(cipher, row)? {
        Some(End::Error(text)) => Some(text),
        Some(End::Rejection(rejection)) => Some(rejection.text),
        Some(End::Review(reason)) => Some(reason.to_string()),
        Some(End::Response(_)) | None => None,
    };
    Ok(Entry {
        id: CallId(row.id),
        purpose: row.purpose.clone(),
        operation: row.operation.clone(),
        request_id: row.request_id.clone(),
        state: state(row)?,
        runs: row.runs,
        created_at: from_micros(row.created_at),
        first_sent_at: row.first_sent_at.map(from_micros),
        note,
    })
}

/// Returns a checksum (FNV-1a) that detects damaged rows. It does not protect from changes on purpose.
fn checksum(texts: [&str; 4], body: &[u8]) -> i64 {
    let bytes = texts.into_iter().flat_map(|text| text.bytes().chain([0xff])).chain(body.iter().copied());
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash.cast_signed()
}
