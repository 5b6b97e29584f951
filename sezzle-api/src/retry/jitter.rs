//! Random durations.

use std::time::Duration;

/// Returns a random duration from zero to `max`, or `max` if the system has no random numbers.
pub(crate) fn jitter(max: Duration) -> Duration {
    let Ok(random) = getrandom::u32() else { return max };
    let max = u64::try_from(max.as_nanos()).unwrap_or(u64::MAX);
    let nanoseconds = u128::from(max) * u128::from(random) / u128::from(u32::MAX);
    Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jitter_of_any_duration_does_not_overflow() {
        assert!(jitter(Duration::MAX) > Duration::from_secs(1));
        assert_eq!(jitter(Duration::ZERO), Duration::ZERO);
    }
}
