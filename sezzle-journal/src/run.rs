//! One run of a call: claim, send, record.
//!
//! Invariants:
//!
//! - A request is sent only by the owner of a claim, after the claim was committed as `sending`, and before the lease ends.
//! - Only the owner's fence can record the end. A claim and an end each increment the fence.
//! - A call keeps its request id. A request id is trusted for a time after the call was first sent; after that, each send is
//!   preceded by a look at the order, which shows no effect of the call.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use sezzle_api::http::StatusCode;
use sezzle_api::types::Order;
use sezzle_api::{Client, ErrorKind, PreparedCall};
use tokio::time::{Instant, timeout_at};

use crate::call::{CallId, Evidence, Outcome, Rejection, Response, ReviewReason, State};
use crate::cipher::Cipher;
use crate::clock::{Backoff, CLOCK_TOLERANCE, Clock, add, age, from_micros, to_micros};
use crate::decide::{Decision, Intent, decide};
use crate::error::Error;
use crate::record::{End, outcome, prepared_call, read_end, seal_end, state};
use crate::store::{CallEnd, CallRow, Lease, Pick, Store};

/// What a journal is made of.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) trust: Duration,
    pub(crate) lease: Duration,
    pub(crate) grace: Duration,
    pub(crate) backoff: Backoff,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) cipher: Arc<dyn Cipher>,
}

pub(crate) struct Runner<S> {
    pub(crate) client: Client,
    pub(crate) store: Arc<S>,
    pub(crate) settings: Settings,
    pub(crate) owner: String,
}

/// A call that this runner owns.
struct Claim {
    row: CallRow,
    call: PreparedCall,
    /// Until when the request may be sent, so that the response can be recorded within the lease.
    send_until: Instant,
    /// Whether an earlier run may have sent it.
    was_sent: bool,
}

impl<S: Store> Runner<S> {
    pub(crate) fn now(&self) -> i64 {
        to_micros(self.settings.clock.now())
    }

    pub(crate) fn cipher(&self) -> &dyn Cipher {
        &*self.settings.cipher
    }

    /// Claims a call and runs it. `None` if there is none to claim.
    pub(crate) async fn claim_and_run(&self, pick: Pick) -> Result<Option<(CallId, Outcome)>, Error> {
        let send_until = Instant::now() + self.settings.lease.mul_f64(0.9);
        let lease = Lease::new(&self.owner, self.now(), self.settings.lease, CLOCK_TOLERANCE);
        let Some(row) = self.store.claim_call(pick, lease).await? else { return Ok(None) };
        let id = CallId(row.id);
        #[cfg(feature = "tracing")]
        {
            use tracing::Instrument;
            let span = tracing::info_span!(
                "sezzle_journal.run",
                purpose = %row.purpose, operation = %row.operation, request_id = %row.request_id, run = row.runs,
                outcome = tracing::field::Empty,
            );
            let outcome = self.run(row, send_until).instrument(span.clone()).await?;
            span.record("outcome", outcome_name(&outcome));
            Ok(Some((id, outcome)))
        }
        #[cfg(not(feature = "tracing"))]
        Ok(Some((id, self.run(row, send_until).await?)))
    }

    async fn run(&self, row: CallRow, send_until: Instant) -> Result<Outcome, Error> {
        let call = match prepared_call(self.cipher(), &row) {
            Ok(call) => call,
            // With a wrong key, all rows look damaged. A checksum does not depend on the key.
            Err(error @ Error::Corrupt { field: "checksum", .. }) => {
                let problem = error.to_string();
                return self
                    .finish(&row, State::Review, End::Review(ReviewReason::Corrupt { problem }), row.next_at)
                    .await;
            }
            Err(error) => return Err(error),
        };
        let was_sent = row.claimed_from.as_deref() != Some(State::Intended.as_str());
        let claim = Claim { row, call, send_until, was_sent };
        let is_trusted = !claim.was_sent || self.is_trusted(&claim.row);
        if !is_trusted {
            match self.ask_order(&claim).await? {
                Verdict::Decided(Decision::SendAgain) => {}
                Verdict::Decided(decision) => return self.finish_decided(&claim, decision).await,
                Verdict::Failed(error) => return self.retry_later(&claim, &error, true).await,
            }
        }
        if self.now() >= claim.row.next_at || Instant::now() >= claim.send_until {
            // Too late to send: another owner may claim the call now.
            return self.current_outcome(&claim.row).await;
        }
        let error = match timeout_at(claim.send_until, self.client.send_prepared::<Value>(&claim.call)).await {
            Ok(Ok(response)) => {
                let response = Response { body: response.into_inner(), evidence: Evidence::Response };
                return self.finish(&claim.row, State::Done, End::Response(response), claim.row.next_at).await;
            }
            Ok(Err(error)) => Some(error),
            Err(_) => None,
        };
        let Some(error) = error else {
            let failure = Failure { text: "the lease ended before a response arrived".to_owned(), retry_after: None };
            return self.retry_later(&claim, &failure, true).await;
        };
        let may_have_been_processed = claim.was_sent || error.may_have_been_processed();
        if !is_rejection(&error) {
            return self.retry_later(&claim, &Failure::from(&error), may_have_been_processed).await;
        }
        if may_have_been_processed {
            // An attempt before the one that was rejected may have succeeded.
            match self.ask_order(&claim).await? {
                Verdict::Decided(Decision::Done { uuid }) => {
                    return self.finish_decided(&claim, Decision::Done { uuid }).await;
                }
                Verdict::Failed(failure) => return self.retry_later(&claim, &failure, true).await,
                Verdict::Decided(Decision::Review(reason)) if !is_trusted => {
                    return self.finish_decided(&claim, Decision::Review(reason)).await;
                }
                // The gateway would have repeated its response to a request id that it knows.
                Verdict::Decided(_) => {}
            }
        }
        let rejection = Rejection {
            status: error.status().map(|status| status.as_u16()),
            code: error.code().map(|code| code.as_str().to_owned()),
            text: error.to_string(),
        };
        self.finish(&claim.row, State::Rejected, End::Rejection(rejection), claim.row.next_at).await
    }

    fn is_trusted(&self, row: &CallRow) -> bool {
        let now = self.now();
        // A time in the future was written by a clock that was ahead: the age is not known.
        row.first_sent_at
            .is_some_and(|first| first <= add(now, CLOCK_TOLERANCE) && age(first, now) < self.settings.trust)
    }

    /// Reads the order and compares it with the journal.
    async fn ask_order(&self, claim: &Claim) -> Result<Verdict, Error> {
        let Some(mut intent) = Intent::new(&claim.call) else {
            return Ok(Verdict::Decided(Decision::Review(ReviewReason::NotVisible)));
        };
        let asked_at = self.now();
        let order = match timeout_at(claim.send_until, self.read_order(&claim.call)).await {
            Ok(Ok(order)) => order,
            Ok(Err(error))
                if error.status() == Some(StatusCode::NOT_FOUND) && error.kind() == ErrorKind::ErrorResponse =>
            {
                return Ok(Verdict::Decided(Decision::Review(ReviewReason::OrderNotFound)));
            }
            Ok(Err(error)) => return Ok(Verdict::Failed(Failure::from(&error))),
            Err(_) => {
                let text = "the lease ended before the order was read".to_owned();
                return Ok(Verdict::Failed(Failure { text, retry_after: None }));
            }
        };
        // Read after the order: an effect that the order shows was caused by one of these calls.
        match self.add_others(&mut intent, &claim.row, asked_at).await {
            Ok(None) => Ok(Verdict::Decided(decide(&intent, &order))),
            Ok(Some(failure)) => Ok(Verdict::Failed(failure)),
            // The damaged call may have caused an effect that the order shows.
            Err(error @ Error::Corrupt { .. }) => {
                Ok(Verdict::Decided(Decision::Review(ReviewReason::Corrupt { problem: error.to_string() })))
            }
            Err(error) => Err(error),
        }
    }

    /// Adds the other calls on the order. Reads of each only what the decision needs.
    async fn add_others(&self, intent: &mut Intent, row: &CallRow, asked_at: i64) -> Result<Option<Failure>, Error> {
        for other in self.store.calls_of_path(row.path.clone()).await? {
            if other.id == row.id {
                continue;
            }
            match state(&other)? {
                State::Done if other.updated_at >= asked_at => {
                    let text = "another call on this order ended at the same time".to_owned();
                    return Ok(Some(Failure { text, retry_after: None }));
                }
                State::Done => {
                    if let Some(End::Response(response)) = read_end(self.cipher(), &other)? {
                        intent.add_recorded(&prepared_call(self.cipher(), &other)?, response.uuid());
                    }
                }
                State::Sending | State::Unknown | State::Review => {
                    intent.add_unresolved(&prepared_call(self.cipher(), &other)?);
                }
                State::Intended | State::Rejected => {}
            }
        }
        Ok(None)
    }

    async fn read_order(&self, call: &PreparedCall) -> Result<Order, sezzle_api::Error> {
        // `/v2/order/ID/capture` without the last segment.
        let path = call.path().rsplit_once('/').map_or(call.path(), |(order, _)| order);
        let request = self.client.request_operation(&sezzle_api::operations::GET_ORDER, path);
        request.send_json::<Order>().await.map(sezzle_api::ResponseValue::into_inner)
    }

    async fn finish_decided(&self, claim: &Claim, decision: Decision) -> Result<Outcome, Error> {
        let row = &claim.row;
        match decision {
            Decision::Done { uuid } => {
                let body = uuid.map_or_else(|| json!({}), |uuid| json!({"uuid": uuid}));
                let response = Response { body, evidence: Evidence::Order };
                self.finish(row, State::Done, End::Response(response), row.next_at).await
            }
            Decision::Review(reason) => self.finish(row, State::Review, End::Review(reason), row.next_at).await,
            Decision::SendAgain => self.current_outcome(row).await,
        }
    }

    async fn retry_later(&self, claim: &Claim, failure: &Failure, may_be_processed: bool) -> Result<Outcome, Error> {
        let delay = self.settings.backoff.delay(claim.row.runs, failure.retry_after);
        let state = if may_be_processed { State::Unknown } else { State::Intended };
        self.finish(&claim.row, state, End::Error(failure.text.clone()), add(self.now(), delay)).await
    }

    /// Records the end of a run. If the lease was lost, returns what the journal has instead.
    pub(crate) async fn finish(&self, row: &CallRow, state: State, end: End, next_at: i64) -> Result<Outcome, Error> {
        let response = seal_end(self.cipher(), &row.purpose, &end)?;
        let is_owner =
            self.store.finish_call(row.id, row.fence, CallEnd { state, response, next_at, now: self.now() }).await?;
        if !is_owner {
            return self.current_outcome(row).await;
        }
        Ok(match end {
            End::Response(response) => Outcome::Done(response),
            End::Rejection(rejection) => Outcome::Rejected(rejection),
            End::Review(reason) => Outcome::NeedsReview(reason),
            End::Error(_) => Outcome::Unknown { retry_at: from_micros(next_at) },
        })
    }

    pub(crate) async fn current_outcome(&self, row: &CallRow) -> Result<Outcome, Error> {
        let row = self.store.find_call(row.id).await?.ok_or(Error::NotFound(CallId(row.id)))?;
        outcome(self.cipher(), &row)
    }
}

/// What the order says about a call.
enum Verdict {
    Decided(Decision),
    /// The order could not be read.
    Failed(Failure),
}

struct Failure {
    text: String,
    retry_after: Option<Duration>,
}

impl From<&sezzle_api::Error> for Failure {
    fn from(error: &sezzle_api::Error) -> Self {
        Self { text: error.to_string(), retry_after: error.retry_after() }
    }
}

/// Returns whether Sezzle has rejected the request for good. Credentials and rates can change; a proxy's page is no answer.
fn is_rejection(error: &sezzle_api::Error) -> bool {
    let Some(status) = error.status().filter(|_| error.kind() == ErrorKind::ErrorResponse) else { return false };
    match status.as_u16() {
        422 => true,
        401 | 403 | 407 | 408 | 409 | 421 | 423 | 425 | 429 => false,
        400..500 => !error.details().is_empty(),
        _ => false,
    }
}

#[cfg(feature = "tracing")]
fn outcome_name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Done(_) => "done",
        Outcome::Rejected(_) => "rejected",
        Outcome::Unknown { .. } => "unknown",
        Outcome::NeedsReview(_) => "review",
    }
}
