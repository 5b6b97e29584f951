//! The simulator's clock: real time moved by an offset, or a frozen time that moves only when advanced.

use chrono::{DateTime, DurationRound, SecondsFormat, TimeDelta, Utc};

/// The year 3000. The clock stops here, so that no sum of times overflows.
const END: i64 = 32_503_680_000;

#[derive(Default)]
pub(crate) struct Clock {
    /// What the clock is ahead of real time. Unused if it is frozen.
    offset: TimeDelta,
    /// The time at which the clock stands, if it moves only when advanced.
    frozen: Option<DateTime<Utc>>,
}

impl Clock {
    /// Returns a clock that starts at `start`, which defaults to real time. It follows real time unless it is frozen.
    pub(crate) fn new(start: Option<DateTime<Utc>>, is_frozen: bool) -> Self {
        let real = Utc::now();
        let start = bounded(start.unwrap_or(real));
        Self { offset: start - real, frozen: is_frozen.then_some(start) }
    }

    /// Returns the virtual time, in whole microseconds.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let now = self.frozen.unwrap_or_else(|| bounded(Utc::now() + self.offset));
        now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
    }

    /// Moves the clock forward, at most to the year 3000.
    pub(crate) fn advance(&mut self, by: TimeDelta) {
        let by = by.clamp(TimeDelta::zero(), bounded(DateTime::<Utc>::MAX_UTC) - self.now());
        self.offset += by;
        self.frozen = self.frozen.map(|now| now + by);
    }
}

fn bounded(time: DateTime<Utc>) -> DateTime<Utc> {
    let end = DateTime::from_timestamp(END, 0).unwrap_or(DateTime::<Utc>::MAX_UTC);
    time.clamp(DateTime::UNIX_EPOCH, end)
}

/// Formats a time as responses of the gateway have it.
pub(crate) fn timestamp(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Formats a time as events have it.
pub(crate) fn event_timestamp(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Micros, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> DateTime<Utc> {
        "2026-01-01T00:00:00Z".parse().expect("a time")
    }

    #[test]
    fn clock_starts_at_the_given_time_and_stops_at_its_end() {
        for is_frozen in [true, false] {
            let mut clock = Clock::new(Some(start()), is_frozen);
            let first = clock.now();
            assert!((TimeDelta::zero()..TimeDelta::hours(1)).contains(&(first - start())), "{first}");
            assert_eq!(first == clock.now(), is_frozen);
            clock.advance(TimeDelta::minutes(30));
            let then = clock.now();
            assert!(then >= first + TimeDelta::minutes(30), "{then}");
            clock.advance(TimeDelta::minutes(-30));
            assert!(clock.now() >= then, "the clock never goes back");
            clock.advance(TimeDelta::MAX);
            clock.advance(TimeDelta::MAX);
            assert_eq!(clock.now().timestamp(), END);
        }
    }
}
