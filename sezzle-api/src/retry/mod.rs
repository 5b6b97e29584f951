//! When a call is attempted again, and after how long.

use std::time::Duration;

use crate::random;

/// How often a call is attempted, and how long it waits in between.
///
/// What may be attempted again at all is not a matter of policy: after a failure that may have reached the gateway only
/// an operation that is idempotent, or that the gateway recognizes by its `Sezzle-Request-Id`; after one that certainly
/// did nothing, any. See [`Operation`](crate::Operation).
///
/// The wait before the second attempt is a random time up to [`base_delay`](Self::base_delay); the upper end doubles
/// with each further attempt, up to [`max_delay`](Self::max_delay). If the gateway says with `Retry-After` how long to
/// wait, the wait is at least that long.
///
/// ```
/// use std::time::Duration;
///
/// use sezzle_api::RetryPolicy;
///
/// let patient = RetryPolicy::new().attempts(5).max_delay(Duration::from_secs(30));
/// let once = RetryPolicy::none();
/// # let _ = (patient, once);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct RetryPolicy {
    attempts: u32,
    base_delay: Duration,
    max_delay: Duration,
    max_retry_after: Duration,
}

/// How often a call is attempted, unless a [`RetryPolicy`] says otherwise: three times.
pub const DEFAULT_ATTEMPTS: u32 = 3;

/// The longest wait before the second attempt, unless a [`RetryPolicy`] says otherwise: 250 milliseconds.
pub const DEFAULT_BASE_DELAY: Duration = Duration::from_millis(250);

/// The longest wait of the client's own choice, unless a [`RetryPolicy`] says otherwise: 8 seconds.
pub const DEFAULT_MAX_DELAY: Duration = Duration::from_secs(8);

/// The longest `Retry-After` that is waited for, unless a [`RetryPolicy`] says otherwise: 30 seconds.
pub const DEFAULT_MAX_RETRY_AFTER: Duration = Duration::from_secs(30);

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: DEFAULT_ATTEMPTS,
            base_delay: DEFAULT_BASE_DELAY,
            max_delay: DEFAULT_MAX_DELAY,
            max_retry_after: DEFAULT_MAX_RETRY_AFTER,
        }
    }
}

impl RetryPolicy {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Every call is attempted once. A token that the gateway refuses is replaced all the same, and the call sent again
    /// with the new one.
    pub fn none() -> Self {
        Self::default().attempts(1)
    }

    /// How often a call is attempted at most, the first attempt included. [`DEFAULT_ATTEMPTS`] if this is never called.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The longest wait before the second attempt. [`DEFAULT_BASE_DELAY`] if this is never called.
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// The longest wait of the client's own choice. [`DEFAULT_MAX_DELAY`] if this is never called.
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// The longest `Retry-After` that is waited for. If the gateway asks for more, the call fails, and
    /// [`Error::retry_after`](crate::Error::retry_after) tells. [`DEFAULT_MAX_RETRY_AFTER`] if this is never called.
    pub fn max_retry_after(mut self, delay: Duration) -> Self {
        self.max_retry_after = delay;
        self
    }

    /// How long to wait before attempt number `made + 1`; `None` if there is to be no such attempt.
    pub(crate) fn delay(&self, made: u32, retry_after: Option<Duration>) -> Option<Duration> {
        if made >= self.attempts || retry_after.is_some_and(|asked| asked > self.max_retry_after) {
            return None;
        }
        let doubled = 2_u32.saturating_pow(made.saturating_sub(1));
        let own = random::up_to(self.base_delay.saturating_mul(doubled).min(self.max_delay));
        // All who were told the same time would come back at the same moment.
        let asked = retry_after.map(|asked| asked.saturating_add(random::up_to(self.base_delay)));
        Some(asked.unwrap_or_default().max(own))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_its_limit() {
        let policy = RetryPolicy::new().attempts(100);
        let longest = |made| (0..2000).filter_map(|_| policy.delay(made, None)).max().unwrap_or_default();
        for (made, limit) in [(1, 250), (2, 500), (3, 1000), (6, 8000), (7, 8000), (99, 8000)] {
            let longest = longest(made);
            let limit = Duration::from_millis(limit);
            assert!(longest <= limit && longest > limit * 9 / 10, "{made}: {longest:?}");
        }
        // Full jitter: the shortest is next to nothing.
        let shortest = (0..2000).filter_map(|_| policy.delay(6, None)).min();
        assert!(shortest < Some(Duration::from_millis(800)));
    }

    #[test]
    fn attempts_end() {
        assert_eq!(RetryPolicy::none().delay(1, None), None);
        assert_eq!(RetryPolicy::new().attempts(0).delay(1, None), None);
        assert!(RetryPolicy::new().delay(2, None).is_some());
        assert_eq!(RetryPolicy::new().delay(3, None), None);
    }

    #[test]
    fn what_the_gateway_asks_for_is_the_least() {
        let asked = Duration::from_secs(30);
        for _ in 0..200 {
            let delay = RetryPolicy::new().delay(1, Some(asked));
            assert!(delay >= Some(asked) && delay <= Some(asked + DEFAULT_BASE_DELAY), "{delay:?}");
        }
        assert_eq!(RetryPolicy::new().delay(1, Some(asked + Duration::from_millis(1))), None);
        let longest = RetryPolicy::new().max_retry_after(Duration::MAX).delay(1, Some(Duration::MAX));
        assert_eq!(longest, Some(Duration::MAX));
    }
}
