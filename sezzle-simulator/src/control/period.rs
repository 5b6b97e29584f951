//! ISO 8601 durations.

use chrono::TimeDelta;

/// Reads a duration of fixed length, such as `P5D`, `PT30M` or `P1DT12H`. Years and months have no fixed length.
pub(super) fn parse(text: &str) -> Option<TimeDelta> {
    let (days, time) = match text.strip_prefix('P')?.split_once('T') {
        Some((_, "")) => return None,
        Some((days, time)) => (days, time),
        None => (text.strip_prefix('P')?, ""),
    };
    let days = sum(days, &[('W', 7 * 86_400), ('D', 86_400)])?;
    let time = sum(time, &[('H', 3_600), ('M', 60), ('S', 1)])?;
    if text.len() < 3 {
        return None;
    }
    TimeDelta::try_seconds(days.checked_add(time)?)
}

/// Adds up the parts in seconds, each a whole number and a unit, the larger units first.
fn sum(mut parts: &str, units: &[(char, i64)]) -> Option<i64> {
    let mut seconds: i64 = 0;
    for (unit, length) in units {
        if let Some((number, rest)) = parts.split_once(*unit) {
            let number: u32 = number.parse().ok().filter(|_| !number.starts_with('+'))?;
            seconds = seconds.checked_add(i64::from(number).checked_mul(*length)?)?;
            parts = rest;
        }
    }
    parts.is_empty().then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_periods_of_fixed_length_are_read() {
        for (text, seconds) in [("PT0S", 0), ("P1DT12H", 129_600), ("P2W", 1_209_600), ("PT1H2M3S", 3_723)] {
            assert_eq!(parse(text), Some(TimeDelta::seconds(seconds)), "{text}");
        }
        for text in ["", "P", "PT", "P1DT", "5D", "P5", "P1Y", "P1M", "PT1M2H", "P-1D", "P+1D", "PT1.5H", "P5D ", "PTH"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse("P4294967295W"), Some(TimeDelta::seconds(4_294_967_295 * 604_800)));
    }
}
