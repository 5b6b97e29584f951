//! The first and the last day of a report.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::builder;

macro_rules! days {
    ($($builder:ident),*) => {
        $(impl builder::$builder {
            /// Sets `start_date` and `end_date`, both in UTC and both included.
            pub fn days(self, days: RangeInclusive<NaiveDate>) -> Self {
                self.start_date(*days.start()).end_date(*days.end())
            }
        })*
    };
}

days!(ListSettlements, GetInterestActivity, GetOrderReport);
