//! Sends webhooks to a handler, with the same body and headers.

use std::time::Duration;

use sezzle_api::reqwest::header::{HeaderName, HeaderValue};
use sezzle_api::reqwest::{Client, Url};

use crate::failure::Failure;
use crate::server::http_client;
use crate::webhooks::record::Webhook;

/// Headers of the connection, which are not forwarded.
const NOT_FORWARDED: [&str; 5] = ["host", "content-length", "connection", "transfer-encoding", "accept-encoding"];

const FIRST_PAUSE: Duration = Duration::from_millis(50);
const MAX_PAUSE: Duration = Duration::from_secs(5);

/// Parses a time such as `500ms`, `30s` or `5m`, or a number of seconds. An error is how to write it.
pub(crate) fn parse_duration(text: &str) -> Result<Duration, String> {
    if let Ok(seconds) = text.parse() {
        return Ok(Duration::from_secs(seconds));
    }
    humantime::parse_duration(text).map_err(|_| "write a time such as 500ms, 30s or 5m".to_owned())
}

/// A handler of webhooks.
#[derive(Clone)]
pub(crate) struct Handler {
    http: Client,
    url: String,
}

impl Handler {
    pub(crate) fn new(url: &str, timeout: Duration) -> Result<Self, Failure> {
        let parsed = Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
        let parsed = parsed.ok_or_else(|| {
            Failure::usage("--forward-to: use an absolute URL such as http://127.0.0.1:3000/webhooks")
        })?;
        Ok(Self { http: http_client(parsed.as_str(), timeout)?, url: url.to_owned() })
    }

    /// Sends a webhook once. Returns the status, or why there is none.
    pub(crate) async fn send(&self, webhook: &Webhook) -> Result<u16, String> {
        let mut request = self.http.post(&self.url).body(webhook.body.clone());
        for (name, value) in &webhook.headers {
            let name = HeaderName::try_from(name.as_str()).ok().filter(|name| !NOT_FORWARDED.contains(&name.as_str()));
            if let (Some(name), Ok(value)) = (name, HeaderValue::try_from(value.as_str())) {
                request = request.header(name, value);
            }
        }
        match request.send().await {
            Ok(response) => Ok(response.status().as_u16()),
            Err(error) if error.is_timeout() => Err("timeout".to_owned()),
            Err(error) if error.is_connect() => Err("no connection".to_owned()),
            Err(_) => Err("no response".to_owned()),
        }
    }

    /// Sends a webhook until the handler responds with 200, the only status that Sezzle counts as delivered. `report` is
    /// called with the result of each attempt.
    pub(crate) async fn deliver(&self, webhook: &Webhook, report: impl Fn(&Result<u16, String>)) {
        let mut pause = FIRST_PAUSE;
        loop {
            let result = self.send(webhook).await;
            report(&result);
            if result == Ok(200) {
                return;
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(MAX_PAUSE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_without_unit_is_in_seconds() {
        for (text, expected) in [
            ("30", Some(Duration::from_secs(30))),
            ("0", Some(Duration::ZERO)),
            ("500ms", Some(Duration::from_millis(500))),
            ("5m", Some(Duration::from_secs(300))),
            ("18446744073709551615", Some(Duration::from_secs(u64::MAX))),
            ("18446744073709551616", None),
            ("18446744073709551615m", None),
            ("-1", None),
            ("1.5", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(parse_duration(text).ok(), expected, "{text}");
        }
    }
}
