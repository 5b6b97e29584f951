//! Settings of a simulator, fixed when it starts.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::model::order::CompleteStatus;

/// The settings of a gateway.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// Whether requests that the document does not allow are rejected, even if production accepts them.
    pub(crate) strict: bool,
    pub(crate) seed: Option<u64>,
    pub(crate) start: Option<DateTime<Utc>>,
    pub(crate) frozen: bool,
    /// How long an approved authorization can be captured.
    pub(crate) authorization_ttl: TimeDelta,
    /// How long a checkout stays open if the session has no expiration.
    pub(crate) checkout_ttl: TimeDelta,
    /// How long a `Sezzle-Request-Id` is remembered; without a limit if `None`.
    pub(crate) request_id_ttl: Option<TimeDelta>,
    /// The maximum that is approved without a checkout, in cents.
    pub(crate) spending_limit: i64,
    /// The percentage of each payout that goes to the interest account. `None` if the merchant is not in the programme.
    pub(crate) interest_share: Option<u8>,
    /// The timeout of one attempt to deliver a webhook, in real time.
    pub(crate) delivery_timeout: Duration,
    /// Whether webhooks are delivered to other hosts than this one.
    pub(crate) deliver_anywhere: bool,
    pub(crate) complete_status: CompleteStatus,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            strict: false,
            seed: None,
            start: None,
            frozen: false,
            authorization_ttl: TimeDelta::minutes(30),
            checkout_ttl: TimeDelta::hours(24),
            request_id_ttl: None,
            spending_limit: 250_000,
            interest_share: None,
            delivery_timeout: Duration::from_secs(10),
            deliver_anywhere: false,
            complete_status: CompleteStatus::default(),
        }
    }
}
