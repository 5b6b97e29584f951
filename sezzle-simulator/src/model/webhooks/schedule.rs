//! When a delivery that failed is tried again.

use chrono::TimeDelta;

/// The times of the attempts after the first, counted from it: several in the first hour, a few more that day, one a
/// day later, one three days after that. Five days in all.
const RETRIES: [TimeDelta; 9] = [
    TimeDelta::minutes(5),
    TimeDelta::minutes(15),
    TimeDelta::minutes(30),
    TimeDelta::minutes(60),
    TimeDelta::hours(4),
    TimeDelta::hours(12),
    TimeDelta::hours(24),
    TimeDelta::hours(48),
    TimeDelta::hours(120),
];

/// Returns how long after the first attempt the next one follows, if `attempt` was not the last. The first is 1.
pub(super) fn after(attempt: u32) -> Option<TimeDelta> {
    RETRIES.get(usize::try_from(attempt).ok()?.checked_sub(1)?).copied()
}
