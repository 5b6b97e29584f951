//! How a simulator is to behave, decided before it starts.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::clock::Clock;
use crate::order::CompleteStatus;
use crate::simulator::Simulator;
use crate::webhooks::DeliverySettings;

/// Which requests are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// What production accepts.
    Default,
    /// What the document allows.
    Strict,
}

/// What decides how the gateway behaves.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) mode: Mode,
    pub(crate) seed: Option<u64>,
    pub(crate) start: Option<DateTime<Utc>>,
    pub(crate) frozen: bool,
    /// How long an approved authorization can be captured.
    pub(crate) authorization_life: TimeDelta,
    /// How long a checkout stays open if the session does not say.
    pub(crate) checkout_life: TimeDelta,
    /// The most that is approved without the shopper at the checkout, in cents.
    pub(crate) spending_limit: i64,
    /// The share of each payout that goes to the interest account, in percent; none is outside of the programme.
    pub(crate) interest_share: Option<u8>,
    pub(crate) delivery: DeliverySettings,
    pub(crate) complete_status: CompleteStatus,
}

/// Makes a [`Simulator`] that differs from the usual one.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// use sezzle_simulator::Simulator;
///
/// let noon = "2026-03-01T12:00:00Z".parse().expect("a time");
/// let simulator = Simulator::builder().seed(1).frozen_clock(noon).start().await?;
/// assert_eq!(simulator.now(), noon);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Builder {
    address: SocketAddr,
    settings: Settings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            mode: Mode::Default,
            seed: None,
            start: None,
            frozen: false,
            authorization_life: TimeDelta::minutes(30),
            checkout_life: TimeDelta::hours(24),
            spending_limit: 250_000,
            interest_share: None,
            delivery: DeliverySettings::default(),
            complete_status: CompleteStatus::default(),
        }
    }
}

impl Settings {
    pub(crate) fn clock(&self) -> Clock {
        if self.frozen { Clock::frozen(self.start) } else { Clock::running(self.start) }
    }
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self { address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), settings: Settings::default() }
    }

    /// Serves on this address instead of a free port of 127.0.0.1; port 0 stands for any free one.
    ///
    /// Whoever can reach the address can use the simulator, for its keys are no secret.
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Refuses requests that the document does not allow, even where production accepts them.
    ///
    /// Without this such requests are accepted, and listed in
    /// [`RecordedRequest::deviations`](crate::RecordedRequest::deviations).
    pub fn strict(mut self) -> Self {
        self.settings.mode = Mode::Strict;
        self
    }

    /// Decides all ids, tokens and card numbers. Without a seed they differ from run to run.
    pub fn seed(mut self, seed: u64) -> Self {
        self.settings.seed = Some(seed);
        self
    }

    /// Starts the clock at this time; it then follows real time. Without one it shows real time.
    pub fn clock(mut self, start: DateTime<Utc>) -> Self {
        self.settings.start = Some(start);
        self
    }

    /// Stops the clock at this time; it then moves only by [`Simulator::advance`].
    pub fn frozen_clock(mut self, now: DateTime<Utc>) -> Self {
        self.settings.start = Some(now);
        self.settings.frozen = true;
        self
    }

    /// How long an authorization can be captured: 30 minutes unless told otherwise, as in the merchant's dashboard.
    /// From a second to a hundred years.
    pub fn authorization_life(mut self, life: Duration) -> Self {
        self.settings.authorization_life = bounded(life);
        self
    }

    /// How long a checkout stays open when its session names no `checkout_expiration`: 24 hours unless told otherwise.
    /// From a second to a hundred years.
    pub fn checkout_life(mut self, life: Duration) -> Self {
        self.settings.checkout_life = bounded(life);
        self
    }

    /// The most, in cents, that Sezzle approves for an order without the shopper at the checkout: a customer's order
    /// or a reauthorization. 250,000 unless told otherwise; see [`Simulator::set_spending_limit`] for one customer.
    pub fn spending_limit(mut self, cents: i64) -> Self {
        self.settings.spending_limit = cents;
        self
    }

    /// Enrols the merchant in the interest programme: this share of each payout, in percent, at most 100, goes to the
    /// interest account.
    pub fn interest_share(mut self, percent: u8) -> Self {
        self.settings.interest_share = Some(percent.min(100));
        self
    }

    /// Sets the `checkout_status` of orders whose checkout is finished. Defaults to [`CompleteStatus::Complete`].
    pub fn complete_status(mut self, status: CompleteStatus) -> Self {
        self.settings.complete_status = status;
        self
    }

    /// Delivers webhooks to any host. Without this they go to loopback addresses only, so that a URL in a test's data
    /// is never called by accident.
    pub fn deliver_anywhere(mut self) -> Self {
        self.settings.delivery.is_anywhere = true;
        self
    }

    /// How long the shop may take to answer a webhook, in real time: 10 seconds unless told otherwise.
    pub fn delivery_timeout(mut self, timeout: Duration) -> Self {
        self.settings.delivery.timeout = timeout;
        self
    }

    /// Starts the simulator.
    ///
    /// # Errors
    ///
    /// If the address cannot be had, such as when its port is in use, or the operating system refuses a thread.
    pub async fn start(self) -> io::Result<Simulator> {
        Simulator::start_with(self.address, self.settings).await
    }
}

fn bounded(life: Duration) -> TimeDelta {
    let most = TimeDelta::days(36_500);
    TimeDelta::from_std(life).unwrap_or(most).clamp(TimeDelta::seconds(1), most)
}
