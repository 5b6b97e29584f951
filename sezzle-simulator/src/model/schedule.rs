//! Events scheduled for a time.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::model::money::Currency;

/// An event that is scheduled for a time.
#[derive(Debug)]
pub(crate) enum ScheduledEvent {
    /// The checkout of this session closes, unless the shopper has finished it.
    Checkout { session_uuid: String },
    /// The authorization of this order expires.
    Authorization { order_uuid: String },
    /// The consent of this customer expires.
    Customer { customer_uuid: String },
    /// The merchant is reminded of the dispute about this order.
    DisputeReminder { order_uuid: String },
    /// The postings of the day before are paid out.
    Payout { currency: Currency },
    /// The interest account earns a day's interest.
    Interest { currency: Currency },
}

/// The scheduled events in order of time.
#[derive(Default)]
pub(crate) struct Schedule {
    entries: BTreeMap<(DateTime<Utc>, u64), ScheduledEvent>,
    count: u64,
}

impl Schedule {
    pub(crate) fn schedule(&mut self, at: DateTime<Utc>, event: ScheduledEvent) {
        self.count += 1;
        self.entries.insert((at, self.count), event);
    }

    /// Removes and returns the next event that is due, with its time.
    pub(crate) fn next(&mut self, now: DateTime<Utc>) -> Option<(DateTime<Utc>, ScheduledEvent)> {
        let entry = self.entries.first_entry()?;
        let (at, _) = *entry.key();
        (at <= now).then(|| (at, entry.remove()))
    }
}
