//! Random numbers from the operating system.

use std::time::Duration;

use crate::Error;

/// A random time from nothing to `longest`. All of it if the system has no random numbers to give.
pub(crate) fn up_to(longest: Duration) -> Duration {
    let Ok(random) = getrandom::u32() else { return longest };
    let longest = u64::try_from(longest.as_nanos()).unwrap_or(u64::MAX);
    let nanoseconds = u128::from(longest) * u128::from(random) / u128::from(u32::MAX);
    Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(u64::MAX))
}

/// A UUID of version 4 (RFC 9562, section 5.4) as text, which is ASCII.
pub(crate) fn uuid() -> Result<[u8; 36], Error> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";

    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| {
        Error::invalid("sezzle_request_id", "the system has no random numbers to make one of: set one of your own")
    })?;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0x0f]).map(|digit| DIGITS[usize::from(digit)]);
    let mut text = [b'-'; 36];
    for (index, place) in text.iter_mut().enumerate() {
        if !matches!(index, 8 | 13 | 18 | 23) {
            *place = digits.next().unwrap_or(b'0');
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_the_form_and_differ() {
        let ids: std::collections::BTreeSet<String> =
            (0..1000).map(|_| String::from_utf8(uuid().expect("random").to_vec()).expect("ASCII")).collect();
        assert_eq!(ids.len(), 1000);
        for id in ids {
            assert!(id.split('-').map(str::len).eq([8, 4, 4, 4, 12]), "{id}");
            assert!(id.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)));
            assert_eq!(&id[14..15], "4");
            assert!("89ab".contains(&id[19..20]), "{id}");
        }
    }

    #[test]
    fn the_longest_time_is_no_trouble() {
        assert!(up_to(Duration::MAX) > Duration::from_secs(1));
        assert_eq!(up_to(Duration::ZERO), Duration::ZERO);
    }
}
