//! Splits a total into payments.

use chrono::{Days, Months, NaiveDate};

/// A financing option of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plan {
    FourBiweekly,
    FourMonthly,
    SixMonthly,
}

/// One payment of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Instalment {
    pub(crate) due: NaiveDate,
    pub(crate) cents: i64,
}

impl Plan {
    /// Returns the plan with this `financing_option`. Defaults to four payments every two weeks.
    pub(crate) fn named(financing_option: Option<&str>) -> Self {
        match financing_option {
            Some("4-pay-monthly") => Self::FourMonthly,
            Some("6-pay-monthly") => Self::SixMonthly,
            _ => Self::FourBiweekly,
        }
    }

    pub(crate) fn is_monthly(self) -> bool {
        self != Self::FourBiweekly
    }

    pub(crate) fn payments(self) -> i64 {
        match self {
            Self::FourBiweekly | Self::FourMonthly => 4,
            Self::SixMonthly => 6,
        }
    }

    /// Splits a total, which must not be negative. The remainder of the division is due with the first payment.
    pub(crate) fn instalments(self, total: i64, today: NaiveDate) -> Vec<Instalment> {
        let (each, rest) = (total / self.payments(), total % self.payments());
        let instalment = |index| {
            let cents = if index == 0 { each + rest } else { each };
            Instalment { due: self.due(today, index), cents }
        };
        (0..self.payments()).map(instalment).collect()
    }

    fn due(self, today: NaiveDate, index: i64) -> NaiveDate {
        let step = index.unsigned_abs();
        let due = match self {
            Self::FourBiweekly => today.checked_add_days(Days::new(14 * step)),
            Self::FourMonthly | Self::SixMonthly => {
                today.checked_add_months(Months::new(u32::try_from(step).unwrap_or(u32::MAX)))
            }
        };
        // Fails only at the end of the calendar.
        due.unwrap_or(NaiveDate::MAX)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PLANS: [Plan; 3] = [Plan::FourBiweekly, Plan::FourMonthly, Plan::SixMonthly];

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn remainder_is_due_with_the_first_payment() {
        let plan = Plan::FourBiweekly.instalments(4153, day("2026-02-20"));
        let expected = [("2026-02-20", 1039), ("2026-03-06", 1038), ("2026-03-20", 1038), ("2026-04-03", 1038)];
        assert_eq!(plan, expected.map(|(due, cents)| Instalment { due: day(due), cents }));
    }

    #[test]
    fn monthly_payments_end_with_short_months() {
        let due = Plan::FourMonthly.instalments(4000, day("2026-01-31")).iter().map(|i| i.due).collect::<Vec<_>>();
        assert_eq!(due, ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"].map(day));
        assert_eq!(Plan::SixMonthly.instalments(4000, day("2026-01-31")).len(), 6);
    }

    #[test]
    fn financing_options_name_plans() {
        assert_eq!(Plan::named(Some("6-pay-monthly")), Plan::SixMonthly);
        assert_eq!(Plan::named(Some("4-pay-monthly")), Plan::FourMonthly);
        assert_eq!(Plan::named(Some("4-pay-biweekly")), Plan::FourBiweekly);
        assert_eq!(Plan::named(None), Plan::FourBiweekly);
    }

    proptest! {
        #[test]
        fn instalments_sum_to_the_total_and_differ_by_cents(total in 0..=i64::MAX, which in 0..3usize, days in 0..9_000_000i32) {
            let today = NaiveDate::from_epoch_days(days).expect("a date");
            let plan = PLANS[which].instalments(total, today);
            prop_assert_eq!(plan.iter().map(|i| i128::from(i.cents)).sum::<i128>(), i128::from(total));
            prop_assert_eq!(plan[0].due, today);
            for pair in plan.windows(2) {
                prop_assert!(pair[0].due < pair[1].due);
            }
            for later in &plan[1..] {
                prop_assert_eq!(later.cents, plan[1].cents);
            }
            prop_assert!((0..PLANS[which].payments()).contains(&(plan[0].cents - plan[1].cents)));
        }
    }
}
