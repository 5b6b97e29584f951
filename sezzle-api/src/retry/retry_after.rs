//! The header `Retry-After` (RFC 9110, section 10.2.3).

use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};

/// Returns how long the gateway asks to wait: a number of seconds, or the time until a date by the gateway's own clock if
/// the response has it. A date in the past is a wait of zero; anything else is `None`.
pub(crate) fn read(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number of more than 64 bits is longer than any limit.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let until = DateTime::parse_from_rfc2822(text).ok()?.to_utc();
    Some((until - gateway_time(headers).unwrap_or_else(Utc::now)).to_std().unwrap_or_default())
}

/// Returns the time of the gateway's clock if the response has it.
pub(crate) fn gateway_time(headers: &HeaderMap) -> Option<DateTime<Utc>> {
    let text = headers.get(DATE)?.to_str().ok()?;
    DateTime::parse_from_rfc2822(text).ok().map(|date| date.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_of(text: &str, date: Option<&str>) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, text.parse().expect("a header"));
        if let Some(date) = date {
            headers.insert(DATE, date.parse().expect("a header"));
        }
        read(&headers)
    }

    #[test]
    fn seconds_are_read() {
        assert_eq!(read_of("0", None), Some(Duration::ZERO));
        assert_eq!(read_of(" 120 ", None), Some(Duration::from_secs(120)));
        assert_eq!(read_of("99999999999999999999999", None), Some(Duration::from_secs(u64::MAX)));
        for text in ["", "-1", "1.5", "1s", "soon", "٣"] {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, reqwest::header::HeaderValue::from_bytes(text.as_bytes()).expect("a header"));
            assert_eq!(read(&headers), None, "{text}");
        }
        assert_eq!(read(&HeaderMap::new()), None);
    }

    #[test]
    fn date_is_compared_with_the_gateways_clock() {
        let date = Some("Fri, 31 Dec 1999 23:59:49 GMT");
        assert_eq!(read_of("Fri, 31 Dec 1999 23:59:59 GMT", date), Some(Duration::from_secs(10)));
        assert_eq!(read_of("Fri, 31 Dec 1999 23:59:39 GMT", date), Some(Duration::ZERO));
        // Without the header by our own clock: long past.
        assert_eq!(read_of("Fri, 31 Dec 1999 23:59:59 GMT", None), Some(Duration::ZERO));
        let soon = (Utc::now() + chrono::TimeDelta::seconds(100)).format("%a, %d %b %Y %H:%M:%S GMT").to_string();
        let read = read_of(&soon, Some("no date")).expect("a date");
        assert!(read > Duration::from_secs(90) && read <= Duration::from_secs(100), "{read:?}");
    }
}
