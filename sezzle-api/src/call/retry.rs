//! What follows a failed attempt: another one after a wait, or the final error.

use std::time::Duration;

use reqwest::StatusCode;
use tokio::time::{Instant, sleep};

use crate::call::Call;
use crate::error::{Cause, Error};

/// No further attempt starts with less than this left until the deadline, since no response arrives that fast.
const MIN_ATTEMPT: Duration = Duration::from_millis(100);

/// What to do after a failed attempt.
enum RetryDecision {
    RetryAfter(Duration),
    Stop,
    DeadlineTooClose,
}

impl Call {
    /// Waits until the next attempt may start.
    ///
    /// # Errors
    ///
    /// Returns the call's final error if no further attempt will be made.
    pub(super) async fn handle_failure(&mut self, error: Error) -> Result<(), Error> {
        let mut error = error.in_call(self.summary());
        if error.is_attempt_timeout() && self.attempt_deadline == self.deadline {
            error = Error::from(Cause::Deadline(Some(error))).in_call(self.summary());
        }
        #[cfg(feature = "tracing")]
        self.span.failed(self.summary.attempts, &error);
        let decision = self.decide(&error);
        let delay = if let RetryDecision::RetryAfter(delay) = decision { Some(delay) } else { None };
        self.report_attempt(error.status(), Some(error.attempt_kind()), delay);
        if let RetryDecision::DeadlineTooClose = decision {
            error = Error::from(Cause::Deadline(Some(error))).in_call(self.summary());
        }
        let Some(delay) = delay else {
            #[cfg(feature = "tracing")]
            self.span.ended(self.summary.attempts, &error);
            return Err(error);
        };
        self.summary.processed_before |= error.attempt_may_have_been_processed();
        // The wait may be long, and the error large.
        drop(error);
        if !delay.is_zero() {
            sleep(delay).await;
        }
        Ok(())
    }

    fn decide(&mut self, error: &Error) -> RetryDecision {
        // A token may end early: it was revoked, or the keys were rotated. The gateway then rejects the request without
        // processing it, so it is sent once more with another token, whatever the policy.
        if error.has_error_status(StatusCode::UNAUTHORIZED)
            && !self.reauthorized
            && self.token.take().is_some_and(|token| self.client.inner.tokens.invalidate(&token))
        {
            self.reauthorized = true;
            return self.retry_within_deadline(Duration::ZERO);
        }
        if !error.allows_retry() {
            return RetryDecision::Stop;
        }
        let attempts = self.summary.attempts - u32::from(self.reauthorized);
        let Some(delay) = self.policy.delay(attempts, error.retry_after()) else { return RetryDecision::Stop };
        let decision = self.retry_within_deadline(delay);
        if let RetryDecision::RetryAfter(_) = decision {
            let Some(withdrawal) = self.client.inner.retry_budget.withdraw(error.is_timeout()) else {
                return RetryDecision::Stop;
            };
            self.withdrawal = withdrawal;
        }
        decision
    }

    fn retry_within_deadline(&self, delay: Duration) -> RetryDecision {
        let needed = delay.saturating_add(MIN_ATTEMPT.min(self.timeout));
        if needed > self.deadline.saturating_duration_since(Instant::now()) {
            RetryDecision::DeadlineTooClose
        } else {
            RetryDecision::RetryAfter(delay)
        }
    }
}
