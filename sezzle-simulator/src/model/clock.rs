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
