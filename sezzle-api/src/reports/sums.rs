//! The sums of a settlement: by type, and the net amount.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use crate::de::open_enum::UnknownValue;
use crate::money::MoneyError;
use crate::reports::codes::SettlementType;
use crate::reports::settlement::{SettlementRow, SettlementTotals};

/// The sums of the rows of one report, by type and currency, and their net amount.
///
/// [`ReportStream::sums`](crate::reports::ReportStream::sums) and
/// [`ReportReader::sums`](crate::reports::ReportReader::sums) make the sums of a whole report. To look at each row as
/// well, or to go on after a line that cannot be read, call [`record`](Self::record) for each row and
/// [`record_totals`](Self::record_totals) at the end:
///
/// ```
/// use sezzle_api::reports::{ReportReader, SettlementRow, SettlementSums, SettlementType};
///
/// let file = "type,order_amount,amount,posting_currency\n\
///             ORDER,41.50,,USD\nCAPTURE,,41.50,USD\nFEE,,-2.79,USD\nREFUND,,5.00,USD\nRETURNED_FEE,,.30,USD\n";
/// let mut rows = ReportReader::<SettlementRow, _>::new(file.as_bytes());
/// let mut sums = SettlementSums::default();
/// for row in rows.by_ref() {
///     sums.record(&row?)?;
/// }
/// sums.record_totals(rows.totals());
/// assert_eq!(sums.total(&SettlementType::Refund, "USD").amount.to_string(), "5.00");
/// assert_eq!(sums.net("USD").to_string(), "34.01");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Use one `SettlementSums` for each report, since reports differ in which rows move money, and add up the net amounts of
/// several:
///
/// ```
/// use std::collections::BTreeMap;
///
/// use sezzle_api::Decimal;
/// use sezzle_api::reports::ReportReader;
///
/// let mut nets = BTreeMap::<String, Decimal>::new();
/// for file in ["type,amount,posting_currency\nCAPTURE,10,USD\n", "type,amount,posting_currency\nORDER,5,USD\n"] {
///     for (currency, net) in ReportReader::new(file.as_bytes()).sums()?.nets() {
///         *nets.entry(currency.to_owned()).or_default() += net;
///     }
/// }
/// assert_eq!(nets["USD"].to_string(), "15");
/// # Ok::<(), sezzle_api::reports::ReportError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct SettlementSums {
    currencies: HashMap<String, CurrencySums>,
    /// Whether the report has rows or a total of captures, so that its orders move no money.
    has_captures: bool,
}

/// The sum of the rows of one type and currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SettlementSum {
    /// The number of rows.
    pub rows: u64,
    /// The sum of their [`value`](SettlementRow::value)s, with the signs of the rows.
    pub amount: Decimal,
}

#[derive(Clone, Debug, Default)]
struct CurrencySums {
    by_type: HashMap<SettlementType, SettlementSum>,
    /// What all rows but orders add to the payout.
    net: Decimal,
    /// What they and the orders add to it.
    net_with_orders: Decimal,
}

impl SettlementSums {
    /// Adds a row. A row without a currency is counted under an empty one.
    ///
    /// # Errors
    ///
    /// Returns [`MoneyError::Overflow`] if a sum is too large for a [`Decimal`]. The row is then not added.
    pub fn record(&mut self, row: &SettlementRow) -> Result<(), MoneyError> {
        let settlement_type = row.kind().unwrap_or_else(|| SettlementType::Unknown(UnknownValue::new("")));
        let value = row.value().unwrap_or_default();
        let currency = row.posting_currency.as_deref().unwrap_or_default();
        let sums = self.currencies.entry(currency.to_owned()).or_default();
        let is_order = settlement_type == SettlementType::Order;
        let is_capture = settlement_type == SettlementType::Capture;
        let effect = effect(&settlement_type, value);
        let add = |sum: Decimal, value| sum.checked_add(value).ok_or(MoneyError::Overflow);
        let net = if is_order { sums.net } else { add(sums.net, effect)? };
        let net_with_orders = add(sums.net_with_orders, effect)?;
        let sum = sums.by_type.entry(settlement_type).or_default();
        *sum = SettlementSum { rows: sum.rows + 1, amount: add(sum.amount, value)? };
        (sums.net, sums.net_with_orders) = (net, net_with_orders);
        self.has_captures |= is_capture;
        Ok(())
    }

    /// Records the totals of the report, if it has any. A total of captures, even of zero, means that orders move no money in
    /// it.
    pub fn record_totals(&mut self, totals: Option<&SettlementTotals>) {
        self.has_captures |= totals.is_some_and(|totals| totals.total_capture_amount.is_some());
    }

    /// Returns the sum of the rows of a type in a currency; zero rows if there are none.
    pub fn total(&self, settlement_type: &SettlementType, currency: &str) -> SettlementSum {
        let sums = self.currencies.get(currency);
        sums.and_then(|sums| sums.by_type.get(settlement_type)).copied().unwrap_or_default()
    }

    /// Returns the net amount in a currency: what the rows that move money add to the payout, by the rules of
    /// [`SettlementType`].
    ///
    /// Orders count only in a report that has neither a `CAPTURE` row nor a total of captures, so call this after the
    /// last row and [`record_totals`](Self::record_totals). The report states its own net amount in
    /// [`net_settlement_amount`](SettlementTotals::net_settlement_amount), from which this one differs if the report has
    /// rows that this version does not know or that cannot be read.
    pub fn net(&self, currency: &str) -> Decimal {
        self.currencies.get(currency).map_or(Decimal::ZERO, |sums| self.net_of(sums))
    }

    /// Returns the [`net`](Self::net) amount of each currency.
    pub fn nets(&self) -> BTreeMap<&str, Decimal> {
        self.currencies.iter().map(|(currency, sums)| (currency.as_str(), self.net_of(sums))).collect()
    }

    /// Returns all sums, sorted by type and currency.
    pub fn iter(&self) -> impl Iterator<Item = (&SettlementType, &str, SettlementSum)> {
        let sums = self.currencies.iter().flat_map(|(currency, sums)| {
            sums.by_type.iter().map(move |(settlement_type, sum)| (settlement_type, currency.as_str(), *sum))
        });
        let mut sums: Vec<_> = sums.collect();
        sums.sort_by_key(|(settlement_type, currency, _)| (settlement_type.as_str(), *currency));
        sums.into_iter()
    }

    fn net_of(&self, sums: &CurrencySums) -> Decimal {
        if self.has_captures { sums.net } else { sums.net_with_orders }
    }
}

/// Returns what a row adds to the payout. [`SettlementType`] documents these rules.
fn effect(settlement_type: &SettlementType, value: Decimal) -> Decimal {
    use SettlementType::{
        BankAccountWithdrawal, BankAccountWithdrawalReversal, Capture, Chargeback, ChargebackReversal, Correction, Fee,
        InterestTransfer, MonthlyFee, MonthlyFeeRefund, Order, ReferralRevenueTransfer, Refund, ReturnedFee, Unknown,
    };
    match settlement_type {
        Order | Capture | ReturnedFee | ChargebackReversal | MonthlyFeeRefund => value.abs(),
        Refund | Fee | Chargeback | MonthlyFee => -value.abs(),
        Correction
        | InterestTransfer
        | ReferralRevenueTransfer
        | BankAccountWithdrawal
        | BankAccountWithdrawalReversal
        | Unknown(_) => value,
    }
}
