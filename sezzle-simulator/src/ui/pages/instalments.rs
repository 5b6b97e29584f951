//! Splits a total into payments.

use chrono::{Days, Months, NaiveDate};

/// A financing option of the document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, strum::EnumString, strum::VariantArray)]
pub(crate) enum Plan {
    #[default]
    #[strum(serialize = "4-pay-biweekly")]
    FourBiweekly,
    #[strum(serialize = "4-pay-monthly")]
    FourMonthly,
    #[strum(serialize = "6-pay-monthly")]
    SixMonthly,
}

/// One payment of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Instalment {
    pub(crate) due: NaiveDate,
    pub(crate) cents: i64,
}

impl Plan {
    pub(crate) fn is_monthly(self) -> bool {
        self != Self::FourBiweekly
    }

    pub(crate) fn payments(self) -> u32 {
        match self {
            Self::FourBiweekly | Self::FourMonthly => 4,
            Self::SixMonthly => 6,
        }
    }

    /// Splits a total, which must not be negative. The remainder of the division is due with the first payment.
    pub(crate) fn instalments(self, total: i64, today: NaiveDate) -> Vec<Instalment> {
        let payments = i64::from(self.payments());
        let (each, rest) = (total / payments, total % payments);
        let instalment = |index| {
            let cents = if index == 0 { each + rest } else { each };
            Instalment { due: self.due(today, index), cents }
        };
        (0..self.payments()).map(instalment).collect()
    }

    fn due(self, today: NaiveDate, index: u32) -> NaiveDate {
        let due = match self {
            Self::FourBiweekly => today.checked_add_days(Days::new(14 * u64::from(index))),
            Self::FourMonthly | Self::SixMonthly => today.checked_add_months(Months::new(index)),
        };
        // Fails only at the end of the calendar.
        due.unwrap_or(NaiveDate::MAX)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::VariantArray as _;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn monthly_payments_end_with_short_months() {
        let due = Plan::FourMonthly.instalments(4000, day("2026-01-31")).iter().map(|i| i.due).collect::<Vec<_>>();
        assert_eq!(due, ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"].map(day));
        assert_eq!(Plan::SixMonthly.instalments(4000, day("2026-01-31")).len(), 6);
    }

    proptest! {
        #[test]
        fn instalments_sum_to_the_total_and_differ_by_cents(total in 0..=i64::MAX, which in 0..3usize, days in 0..9_000_000i32) {
            let today = NaiveDate::from_epoch_days(days).expect("a date");
            let plan = Plan::VARIANTS[which].instalments(total, today);
            prop_assert_eq!(plan.iter().map(|i| i128::from(i.cents)).sum::<i128>(), i128::from(total));
            prop_assert_eq!(plan[0].due, today);
            for pair in plan.windows(2) {
                prop_assert!(pair[0].due < pair[1].due);
            }
            for later in &plan[1..] {
                prop_assert_eq!(later.cents, plan[1].cents);
            }
            prop_assert!((0..i64::from(Plan::VARIANTS[which].payments())).contains(&(plan[0].cents - plan[1].cents)));
        }
    }
}
