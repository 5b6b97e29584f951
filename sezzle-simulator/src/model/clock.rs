//! The simulator's clock: real time moved by an offset, or a frozen time that moves only when advanced.

use chrono::{DateTime, DurationRound, SecondsFormat, TimeDelta, Utc};

/// The year 3000. The clock stops here, so that no sum of times overflows.
const END: i64 = 32_503_680_000;

pub(crate) struct Clock {
    pace: Pace,
}

enum Pace {
    Real { offset: TimeDelta },
    Frozen { now: DateTime<Utc> },
}

impl Clock {
    /// Returns a clock that follows real time, from `start` if given.
    pub(crate) fn running(start: Option<DateTime<Utc>>) -> Self {
        let offset = start.map_or(TimeDelta::zero(), |start| bounded(start) - Utc::now());
        Self { pace: Pace::Real { offset } }
    }

    /// Returns a clock that moves only when advanced.
    pub(crate) fn frozen(start: Option<DateTime<Utc>>) -> Self {
        Self { pace: Pace::Frozen { now: bounded(start.unwrap_or_else(Utc::now)) } }
    }

    /// The virtual time, in whole microseconds.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let now = match &self.pace {
            Pace::Real { offset } => bounded(Utc::now() + *offset),
            Pace::Frozen { now } => *now,
        };
        now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
    }

    /// Moves the clock forward, at most to the year 3000.
    pub(crate) fn advance(&mut self, by: TimeDelta) {
        let by = by.clamp(TimeDelta::zero(), bounded(DateTime::<Utc>::MAX_UTC) - self.now());
        match &mut self.pace {
            Pace::Real { offset } => *offset += by,
            Pace::Frozen { now } => *now += by,
        }
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
    fn frozen_clock_moves_only_when_advanced() {
        let mut clock = Clock::frozen(Some(start()));
        assert_eq!(clock.now(), start());
        clock.advance(TimeDelta::minutes(30));
        assert_eq!(clock.now(), start() + TimeDelta::minutes(30));
        clock.advance(TimeDelta::minutes(-30));
        assert_eq!(clock.now(), start() + TimeDelta::minutes(30), "the clock never goes back");
    }

    #[test]
    fn running_clock_starts_at_the_given_time() {
        let mut clock = Clock::running(Some(start()));
        let first = clock.now();
        assert!(first >= start() && first < start() + TimeDelta::hours(1), "{first}");
        clock.advance(TimeDelta::days(7));
        assert!(clock.now() >= first + TimeDelta::days(7));
    }

    #[test]
    fn clock_stops_at_its_end() {
        for mut clock in [Clock::frozen(Some(start())), Clock::running(Some(start()))] {
            clock.advance(TimeDelta::MAX);
            clock.advance(TimeDelta::MAX);
            assert_eq!(clock.now().timestamp(), END);
        }
    }
}
