//! When a call is attempted again, and after how long.
//!
//! - [`RetryPolicy`] here: how many attempts, with which waits.
//! - `budget`: limits the retries of a whole client during an outage.
//! - `retry_after`: reads the header `Retry-After`.
//! - `jitter`: random durations.
//!
//! Which failures allow another attempt is decided by the [`error`](crate::error) itself. `call/retry.rs` asks
//! all of them, in `Call::decide`.

pub(crate) mod budget;
pub(crate) mod jitter;
pub(crate) mod retry_after;

use std::time::Duration;

use crate::retry::jitter::jitter;

/// How many attempts a call makes, and how long it waits between them.
///
/// The policy does not decide which calls may be retried at all. After a failure that may have reached the gateway, only
/// operations that are idempotent or that the gateway recognizes by their `Sezzle-Request-Id` are; after one that
/// certainly had no effect, any operation is. See [`Operation`](crate::Operation).
///
/// The wait before the second attempt is a random duration up to [`base_delay`](Self::base_delay). The upper bound doubles
/// with each attempt, up to [`max_delay`](Self::max_delay). If the gateway sends `Retry-After`, the wait is at least that
/// long.
///
/// ```
/// use std::time::Duration;
///
/// use sezzle_api::RetryPolicy;
///
/// let patient = RetryPolicy::new().max_attempts(5).max_delay(Duration::from_secs(30));
/// let once = RetryPolicy::never();
/// # let _ = (patient, once);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct RetryPolicy {
    max_attempts: u32,
    base_delay: Duration,
    max_delay: Duration,
    max_retry_after: Duration,
}

/// The default of [`RetryPolicy::max_attempts`]: 3.
pub const DEFAULT_MAX_ATTEMPTS: u32 = 3;

/// The default of [`RetryPolicy::base_delay`]: 250 milliseconds.
pub const DEFAULT_BASE_DELAY: Duration = Duration::from_millis(250);

/// The default of [`RetryPolicy::max_delay`]: 8 seconds.
pub const DEFAULT_MAX_DELAY: Duration = Duration::from_secs(8);

/// The default of [`RetryPolicy::max_retry_after`]: 30 seconds.
pub const DEFAULT_MAX_RETRY_AFTER: Duration = Duration::from_secs(30);

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_attempts: DEFAULT_MAX_ATTEMPTS,
            base_delay: DEFAULT_BASE_DELAY,
            max_delay: DEFAULT_MAX_DELAY,
            max_retry_after: DEFAULT_MAX_RETRY_AFTER,
        }
    }
}

impl RetryPolicy {
    /// Creates a policy with the defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates a policy of a single attempt.
    ///
    /// A call whose bearer token is rejected is still sent once more with a new token.
    pub fn never() -> Self {
        Self::default().max_attempts(1)
    }

    /// Sets the maximum number of attempts of a call, including the first. Defaults to [`DEFAULT_MAX_ATTEMPTS`].
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts;
        self
    }

    /// Sets the longest wait before the second attempt. Defaults to [`DEFAULT_BASE_DELAY`].
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// Sets the longest wait before any attempt, unless the gateway asks for a longer one. Defaults to
    /// [`DEFAULT_MAX_DELAY`].
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// Sets the longest `Retry-After` that the client waits for. Defaults to [`DEFAULT_MAX_RETRY_AFTER`].
    ///
    /// If the gateway asks for more, the call fails; [`Error::retry_after`](crate::Error::retry_after) returns the
    /// duration.
    pub fn max_retry_after(mut self, delay: Duration) -> Self {
        self.max_retry_after = delay;
        self
    }

    /// Returns how long to wait before the next attempt, or `None` if there is none after `attempts`.
    pub(crate) fn delay(&self, attempts: u32, retry_after: Option<Duration>) -> Option<Duration> {
        if attempts >= self.max_attempts || retry_after.is_some_and(|asked| asked > self.max_retry_after) {
            return None;
        }
        let factor = 2_u32.saturating_pow(attempts.saturating_sub(1));
        let backoff = jitter(self.base_delay.saturating_mul(factor).min(self.max_delay));
        // Spread too, or all clients that got the same header would return at the same moment.
        let asked = retry_after.map(|asked| asked.saturating_add(jitter(self.base_delay)));
        Some(asked.unwrap_or_default().max(backoff))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delay_doubles_up_to_max_delay() {
        let policy = RetryPolicy::new().max_attempts(100);
        let longest = |attempts| (0..2000).filter_map(|_| policy.delay(attempts, None)).max().unwrap_or_default();
        for (attempts, limit) in [(1, 250), (2, 500), (3, 1000), (6, 8000), (7, 8000), (99, 8000)] {
            let longest = longest(attempts);
            let limit = Duration::from_millis(limit);
            assert!(longest <= limit && longest > limit * 9 / 10, "{attempts}: {longest:?}");
        }
        // Full jitter: the shortest delay is near zero.
        let shortest = (0..2000).filter_map(|_| policy.delay(6, None)).min();
        assert!(shortest < Some(Duration::from_millis(800)));
    }
}
