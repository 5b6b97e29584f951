//! Money and dates in the format of the session's locale.

use chrono::{Datelike, NaiveDate};

use super::words::{self, Words};
use crate::model::money::{Currency, Money};
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

    pub(crate) fn price(self, price: Money) -> String {
        self.money(price.cents.into(), price.currency)
    }

    /// Formats cents with the sign of their currency.
    pub(crate) fn money(self, cents: i128, currency: Currency) -> String {
        let minus = if cents < 0 { String::from(MINUS) } else { String::new() };
        let (units, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
        let (units, nbsp) = (self.grouped(units), NO_BREAK_SPACE);
        match (self, currency) {
            (Self::EnUs, Currency::Usd) | (Self::EnCa, Currency::Cad) => format!("{minus}${units}.{rest:02}"),
            (Self::EnUs, Currency::Cad) => format!("{minus}CA${units}.{rest:02}"),
            (Self::EnCa, Currency::Usd) => format!("{minus}US${units}.{rest:02}"),
            (Self::FrCa, Currency::Cad) => format!("{minus}{units},{rest:02}{nbsp}$"),
            (Self::FrCa, Currency::Usd) => format!("{minus}{units},{rest:02}{nbsp}$\u{a0}US"),
        }
    }

    fn grouped(self, units: u128) -> String {
        let separator = if self == Self::FrCa { "\u{a0}" } else { "," };
        let digits = units.to_string();
        let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
        groups.collect::<Vec<_>>().join(separator)
    }

    /// Formats a date with the name of the month.
    pub(crate) fn date(self, date: NaiveDate) -> String {
        let (day, year, nbsp) = (date.day(), date.year(), NO_BREAK_SPACE);
        let month = self.words().months.split(' ').nth(date.month0() as usize).unwrap_or_default();
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
    fn money_is_formatted_by_locale() {
        let cases = [
            (Locale::EnUs, 4150, Currency::Usd, "$41.50"),
            (Locale::EnUs, 4150, Currency::Cad, "CA$41.50"),
            (Locale::EnUs, 5, Currency::Usd, "$0.05"),
            (Locale::EnUs, -500, Currency::Usd, "−$5.00"),
            (Locale::EnUs, 123_456_789, Currency::Usd, "$1,234,567.89"),
            (Locale::EnUs, 99_999, Currency::Usd, "$999.99"),
            (Locale::EnUs, 100_000, Currency::Usd, "$1,000.00"),
            (Locale::EnCa, 4150, Currency::Cad, "$41.50"),
            (Locale::EnCa, 4150, Currency::Usd, "US$41.50"),
            (Locale::FrCa, 4150, Currency::Cad, "41,50\u{a0}$"),
            (Locale::FrCa, 4150, Currency::Usd, "41,50\u{a0}$\u{a0}US"),
            (Locale::FrCa, 123_456_789, Currency::Cad, "1\u{a0}234\u{a0}567,89\u{a0}$"),
            (Locale::FrCa, -4150, Currency::Cad, "−41,50\u{a0}$"),
        ];
        for (locale, cents, currency, expected) in cases {
            assert_eq!(locale.money(cents, currency), expected);
        }
        assert_eq!(Locale::EnUs.money(i64::MIN.into(), Currency::Usd), "−$92,233,720,368,547,758.08");
    }

    #[test]
    fn dates_are_formatted_by_locale() {
        assert_eq!(Locale::EnUs.date(date(2026, 1, 31)), "January\u{a0}31, 2026");
        assert_eq!(Locale::EnCa.date(date(2026, 12, 1)), "December\u{a0}1, 2026");
        assert_eq!(Locale::FrCa.date(date(2026, 8, 14)), "14\u{a0}août 2026");
        assert_eq!(Locale::FrCa.date(date(2026, 2, 1)), "1er\u{a0}février 2026");
    }
}
