//! The time, and random waits.

use std::time::Duration;

use sezzle_api::chrono::{DateTime, TimeDelta, Utc};

/// The source of the time. The default is the system's clock.
pub trait Clock: Send + Sync + 'static {
    /// Returns the current time.
    fn now(&self) -> DateTime<Utc>;
}

/// The system's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// How long a failed call or event waits before it is retried: a random time between half of a bound and the bound,
/// which doubles with each failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Backoff {
    pub(crate) base: Duration,
    pub(crate) max: Duration,
}

impl Backoff {
    /// Returns the wait after this number of failures, at least `asked`. It is between half of the bound and the bound.
    pub(crate) fn delay(&self, failures: i64, asked: Option<Duration>) -> Duration {
        let doublings = u32::try_from(failures.saturating_sub(1).clamp(0, 31)).unwrap_or(31);
        let bound = self.base.saturating_mul(1 << doublings).min(self.max).max(Duration::from_millis(1));
        let spread = bound.mul_f64(0.5 + fastrand::f64() / 2.0);
        // Spread as well, or all calls that were asked to wait would return at the same moment.
        asked.map_or(spread, |asked| spread.max(asked.saturating_add(self.base.mul_f64(fastrand::f64()))))
    }
}

/// How far clocks of several machines may differ.
pub(crate) const CLOCK_TOLERANCE: Duration = Duration::from_secs(60);

/// Converts a time to what is stored: microseconds since 1970.
pub(crate) fn to_micros(time: DateTime<Utc>) -> i64 {
    time.timestamp_micros()
}

/// Converts a stored time. A number beyond the calendar becomes its end.
pub(crate) fn from_micros(micros: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(micros).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// Adds a duration to a stored time.
pub(crate) fn add(micros: i64, duration: Duration) -> i64 {
    micros.saturating_add(i64::try_from(duration.as_micros()).unwrap_or(i64::MAX))
}

/// Returns how long ago a stored time is. Zero if it is in the future.
pub(crate) fn age(micros: i64, now: i64) -> Duration {
    TimeDelta::microseconds(now.saturating_sub(micros)).to_std().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delay_doubles_up_to_max() {
        let backoff = Backoff { base: Duration::from_secs(1), max: Duration::from_secs(3600) };
        for (failures, bound) in [(0, 1), (1, 1), (2, 2), (5, 16), (12, 2048), (13, 3600), (i64::MAX, 3600)] {
            for _ in 0..100 {
                let (delay, bound) = (backoff.delay(failures, None), Duration::from_secs(bound));
                assert!(delay >= bound / 2 && delay <= bound, "{failures}: {delay:?}");
            }
        }
        let asked = Duration::from_secs(7200);
        assert!(backoff.delay(1, Some(asked)) >= asked);
    }
}
