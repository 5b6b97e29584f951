//! The settings of a single call.

use std::time::Duration;

use tokio::time::Instant;

use crate::error::Error;
use crate::retry::RetryPolicy;

/// The settings of one call. What is not set is taken from the client.
#[derive(Clone, Copy, Default)]
pub(crate) struct CallOptions {
    pub(crate) retry_policy: Option<RetryPolicy>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
}

impl CallOptions {
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_nonzero("timeout", self.timeout)?;
        check_nonzero("deadline", self.deadline)
    }
}

/// Longer than any program runs, and short enough to be added to an `Instant`.
const MAX_DURATION: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);

/// Adds any duration, even `Duration::MAX`.
pub(crate) fn add(instant: Instant, duration: Duration) -> Instant {
    instant + duration.min(MAX_DURATION)
}

/// Rejects a time limit of zero.
pub(crate) fn check_nonzero(name: &'static str, limit: Option<Duration>) -> Result<(), Error> {
    if limit.is_some_and(|limit| limit.is_zero()) {
        return Err(Error::invalid(name, "must be greater than zero"));
    }
    Ok(())
}

/// The setters of a builder's field `options`.
macro_rules! setters {
    () => {
        /// Sets the retry policy of this call. Defaults to that of the client.
        pub fn retry_policy(mut self, policy: $crate::retry::RetryPolicy) -> Self {
            self.options.retry_policy = Some(policy);
            self
        }

        /// Sets the timeout of each attempt. Defaults to that of the client.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// Sets the deadline of the whole call, with all attempts and the waits between them. Defaults to that of the
        /// client.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    };
}

pub(crate) use setters;
