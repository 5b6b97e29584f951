//! Calls in the journal: their states, and how they end.

use std::fmt;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sezzle_api::chrono::{DateTime, Utc};

/// The id of a call in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallId(pub(crate) i64);

impl From<i64> for CallId {
    fn from(id: i64) -> Self {
        Self(id)
    }
}

impl From<CallId> for i64 {
    fn from(id: CallId) -> Self {
        id.0
    }
}

impl fmt::Display for CallId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The state of a call.
///
/// ```text
///                    ┌── nothing was processed ──┐
///                    v                           │
/// intend ──> Intended ──> Sending ──> Done       │
///                         │  ^  ├──> Rejected    │
///                         │  │  ├──> Review      │
///                         │  │  └────────────────┘
///                         v  │
///                        Unknown
/// ```
///
/// `Sending` is committed before the first byte is sent, and has an owner until its lease ends. A call that is found in
/// `Sending` after that may have been sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum State {
    /// Certainly not processed.
    Intended,
    /// Being sent, or left by a process that ended.
    Sending,
    /// Sent, and perhaps processed.
    Unknown,
    /// Processed.
    Done,
    /// Rejected by Sezzle, without effect.
    Rejected,
    /// To be decided by a person.
    Review,
}

impl State {
    /// All states.
    pub const ALL: [Self; 6] = [Self::Intended, Self::Sending, Self::Unknown, Self::Done, Self::Rejected, Self::Review];

    /// Returns the value in the column `state`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Intended => "intended",
            Self::Sending => "sending",
            Self::Unknown => "unknown",
            Self::Done => "done",
            Self::Rejected => "rejected",
            Self::Review => "review",
        }
    }

    /// Reads the value of the column `state`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How a run of a call ended.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a call may not be done"]
pub enum Outcome {
    /// Sezzle processed the call.
    Done(Response),
    /// Sezzle rejected the call. It had no effect.
    Rejected(Rejection),
    /// It is not known yet whether the call was processed, or it was certainly not and can be tried again.
    Unknown {
        /// When [`Journal::resume`](crate::Journal::resume) takes it up.
        retry_at: DateTime<Utc>,
    },
    /// A person has to decide; see [`Journal::resolve`](crate::Journal::resolve).
    NeedsReview(ReviewReason),
}

/// The response to a call that was processed.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Response {
    pub(crate) body: Value,
    pub(crate) evidence: Evidence,
}

/// How the journal knows that a call was processed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Evidence {
    /// Sezzle responded with success.
    Response,
    /// The order shows the effect.
    Order,
    /// A person decided so.
    Review,
}

impl Response {
    /// Returns the id of the capture, refund, release or order. `None` if the response has none.
    pub fn uuid(&self) -> Option<&str> {
        self.body["uuid"].as_str()
    }

    /// Returns the body. Only the id, if the order was the [evidence](Self::evidence).
    pub fn body(&self) -> &Value {
        &self.body
    }

    /// Reads the body as the type that the operation returns, such as `Transaction`.
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not of this type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        T::deserialize(&self.body)
    }

    /// Returns how the journal knows it.
    pub fn evidence(&self) -> Evidence {
        self.evidence
    }
}

/// Omits the body.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response").field("uuid", &self.uuid()).field("evidence", &self.evidence).finish_non_exhaustive()
    }
}

/// Why Sezzle rejected a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rejection {
    /// The HTTP status. `None` if a person decided so.
    pub status: Option<u16>,
    /// Sezzle's code, such as `invalid_authorization`.
    pub code: Option<String>,
    /// The text of the error, without values of the request.
    pub text: String,
}

/// Why a person has to decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReviewReason {
    /// The request id is too old to be trusted, and no order shows the effects of this operation.
    NotVisible,
    /// The order was not found.
    OrderNotFound,
    /// The order does not show a call that the journal has as done.
    RecordedEffectMissing {
        /// The id of the capture, refund or release.
        uuid: Option<String>,
    },
    /// The order shows effects that cannot be compared: without an amount, or in another currency.
    NotComparable,
    /// The order shows effects of this amount, and there are several calls that may have caused them.
    SeveralCalls {
        /// The effects of this amount that no call in the journal accounts for.
        effects: usize,
        /// The calls that may have caused them, this one included.
        calls: usize,
    },
    /// The stored call, or another call on the same order, cannot be read.
    Corrupt {
        /// What is wrong.
        problem: String,
    },
}

impl fmt::Display for ReviewReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotVisible => f.write_str("the request id is no longer trusted, and no order shows this operation"),
            Self::OrderNotFound => f.write_str("the order was not found on this server"),
            Self::RecordedEffectMissing { uuid } => {
                write!(
                    f,
                    "the order does not show {}, which the journal has as done",
                    uuid.as_deref().unwrap_or("a call")
                )
            }
            Self::NotComparable => f.write_str("the order shows an effect without an amount or in another currency"),
            Self::SeveralCalls { effects, calls } => {
                write!(f, "the order shows {effects} effects of this amount, and {calls} calls may have caused them")
            }
            Self::Corrupt { problem } => f.write_str(problem),
        }
    }
}

/// What a person decided about a call in review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// It was processed.
    Done,
    /// It was not processed, and is not to be sent.
    Rejected,
    /// It was not processed. Send it again, with the same request id.
    SendAgain,
}

/// A call as the journal shows it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// The id.
    pub id: CallId,
    /// The purpose.
    pub purpose: String,
    /// The id of the operation, such as `capture_order`.
    pub operation: String,
    /// The `Sezzle-Request-Id`.
    pub request_id: String,
    /// The state.
    pub state: State,
    /// How many times the call was claimed.
    pub runs: i64,
    /// When the intent was written.
    pub created_at: DateTime<Utc>,
    /// When the call may first have been sent.
    pub first_sent_at: Option<DateTime<Utc>>,
    /// Why it is in its state: an error text or a reason for review. `None` without one.
    pub note: Option<String>,
}

/// The calls in one state.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Count {
    /// The state, such as `unknown` or `pending`.
    pub state: String,
    /// Their number.
    pub count: u64,
    /// The age of the oldest one.
    pub oldest: Duration,
}
