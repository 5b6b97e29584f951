//! Money and dates as people write them, by the session's locale.

use chrono::{Datelike, NaiveDate};

use super::words::{self, Words};
use crate::model::session::Locale;

/// Between digits and signs that belong on one line.
const NO_BREAK_SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';

impl Locale {
    pub(crate) fn words(self) -> &'static Words {
        match self {
            Self::EnUs | Self::EnCa => &words::ENGLISH,
            Self::FrCa => &words::FRENCH,
        }
    }

    /// An amount in cents with the sign of its currency.
    pub(crate) fn money(self, cents: i128, currency: &str) -> String {
        let minus = if cents < 0 { String::from(MINUS) } else { String::new() };
        let (units, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
        let (units, nbsp) = (self.grouped(units), NO_BREAK_SPACE);
        match (self, currency) {
            (Self::EnUs, "USD") | (Self::EnCa, "CAD") => format!("{minus}${units}.{rest:02}"),
            (Self::EnUs, "CAD") => format!("{minus}CA${units}.{rest:02}"),
            (Self::EnCa, "USD") => format!("{minus}US${units}.{rest:02}"),
            (Self::FrCa, "CAD") => format!("{minus}{units},{rest:02}{nbsp}$"),
            (Self::FrCa, "USD") => format!("{minus}{units},{rest:02}{nbsp}$\u{a0}US"),
            (Self::EnUs | Self::EnCa, other) => format!("{minus}{units}.{rest:02}{nbsp}{other}"),
            (Self::FrCa, other) => format!("{minus}{units},{rest:02}{nbsp}{other}"),
        }
    }

    fn grouped(self, units: u128) -> String {
        let separator = if self == Self::FrCa { NO_BREAK_SPACE } else { ',' };
        let digits = units.to_string();
        let mut grouped = String::with_capacity(digits.len() * 2);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A day with its month in letters.
    pub(crate) fn date(self, date: NaiveDate) -> String {
        let (day, year, nbsp) = (date.day(), date.year(), NO_BREAK_SPACE);
        let month = self.words().months[date.month0() as usize];
        match self {
            Self::EnUs | Self::EnCa => format!("{month}{nbsp}{day}, {year}"),
            Self::FrCa if day == 1 => format!("1er{nbsp}{month} {year}"),
            Self::FrCa => format!("{day}{nbsp}{month} {year}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn money_is_written_as_the_locale_writes_it() {
        let cases = [
            (Locale::EnUs, 4150, "USD", "$41.50"),
            (Locale::EnUs, 4150, "CAD", "CA$41.50"),
            (Locale::EnUs, 5, "USD", "$0.05"),
            (Locale::EnUs, -500, "USD", "−$5.00"),
            (Locale::EnUs, 123_456_789, "USD", "$1,234,567.89"),
            (Locale::EnUs, 99_999, "USD", "$999.99"),
            (Locale::EnUs, 100_000, "USD", "$1,000.00"),
            (Locale::EnUs, 4150, "EUR", "41.50\u{a0}EUR"),
            (Locale::EnCa, 4150, "CAD", "$41.50"),
            (Locale::EnCa, 4150, "USD", "US$41.50"),
            (Locale::FrCa, 4150, "CAD", "41,50\u{a0}$"),
            (Locale::FrCa, 4150, "USD", "41,50\u{a0}$\u{a0}US"),
            (Locale::FrCa, 123_456_789, "CAD", "1\u{a0}234\u{a0}567,89\u{a0}$"),
            (Locale::FrCa, -4150, "EUR", "−41,50\u{a0}EUR"),
        ];
        for (locale, cents, currency, expected) in cases {
            assert_eq!(locale.money(cents, currency), expected);
        }
        assert_eq!(Locale::EnUs.money(i64::MIN.into(), "USD"), "−$92,233,720,368,547,758.08");
    }

    #[test]
    fn dates_are_written_as_the_locale_writes_them() {
        assert_eq!(Locale::EnUs.date(date(2026, 1, 31)), "January\u{a0}31, 2026");
        assert_eq!(Locale::EnCa.date(date(2026, 12, 1)), "December\u{a0}1, 2026");
        assert_eq!(Locale::FrCa.date(date(2026, 8, 14)), "14\u{a0}août 2026");
        assert_eq!(Locale::FrCa.date(date(2026, 2, 1)), "1er\u{a0}février 2026");
    }
}
