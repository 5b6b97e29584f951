//! Times in flags.

use std::time::Duration;

/// Parses a time such as `500ms`, `30s`, `5m`, or a number of seconds.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let invalid = || "write a time such as 500ms, 30s or 5m".to_owned();
    let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let number: u64 = number.parse().map_err(|_| invalid())?;
    match unit {
        "ms" => Ok(Duration::from_millis(number)),
        "s" | "" => Ok(Duration::from_secs(number)),
        "m" => Ok(Duration::from_secs(number.checked_mul(60).ok_or_else(invalid)?)),
        _ => Err(invalid()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_units() {
        for (text, expected) in [("250ms", 250), ("30s", 30_000), ("7", 7_000), ("5m", 300_000)] {
            assert_eq!(duration(text), Ok(Duration::from_millis(expected)), "{text}");
        }
        for text in ["", "s", "5h", "-1s", "1.5s", "18446744073709551615m"] {
            assert!(duration(text).is_err(), "{text}");
        }
    }
}
