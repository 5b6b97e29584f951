//! What the rows of a settlement add up to.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::codes::SettlementType;
use super::settlement::SettlementRow;
use crate::money::MoneyError;

/// Sums of the rows of a settlement, by type and currency.
///
/// ```
/// use sezzle_api::reports::{ReportReader, SettlementRow, SettlementSums, SettlementType};
///
/// let file = "type,amount,posting_currency\nFEE,-1.50,USD\nFEE,-.30,USD\nREFUND,-5.00,USD\n";
/// let mut sums = SettlementSums::default();
/// for row in ReportReader::<SettlementRow, _>::new(file.as_bytes()) {
///     sums.add(&row?)?;
/// }
/// assert_eq!(sums.get(&SettlementType::Fee, "USD").amount.to_string(), "-1.80");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct SettlementSums(HashMap<SettlementType, HashMap<String, SettlementSum>>);

/// The sum of the rows of one type and currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SettlementSum {
    /// How many rows there are.
    pub rows: u64,
    /// The sum of their [`value`](SettlementRow::value)s.
    pub amount: Decimal,
}

impl SettlementSums {
    /// Adds a row. One without a currency is counted under an empty one.
    ///
    /// # Errors
    ///
    /// The sum is too large for a decimal; the row is not added.
    pub fn add(&mut self, row: &SettlementRow) -> Result<(), MoneyError> {
        let settlement_type = row.kind().unwrap_or_else(|| SettlementType::from(""));
        let currency = row.posting_currency.as_deref().unwrap_or_default();
        let sums = self.0.entry(settlement_type).or_default();
        // Most rows find their sum, without a copy of the currency.
        let sum = match sums.get_mut(currency) {
            Some(sum) => sum,
            None => sums.entry(currency.to_owned()).or_default(),
        };
        let amount = sum.amount.checked_add(row.value().unwrap_or_default()).ok_or(MoneyError::Overflow)?;
        *sum = SettlementSum { rows: sum.rows + 1, amount };
        Ok(())
    }

    /// The sum of the rows of a type in a currency; zero rows if there is none.
    pub fn get(&self, settlement_type: &SettlementType, currency: &str) -> SettlementSum {
        self.0.get(settlement_type).and_then(|sums| sums.get(currency)).copied().unwrap_or_default()
    }

    /// All sums, sorted by type and currency.
    pub fn iter(&self) -> impl Iterator<Item = (&SettlementType, &str, SettlementSum)> {
        let sums = self.0.iter().flat_map(|(kind, sums)| sums.iter().map(move |(currency, sum)| (kind, currency, sum)));
        let mut sums: Vec<_> = sums.map(|(kind, currency, sum)| (kind, currency.as_str(), *sum)).collect();
        sums.sort_by_key(|(kind, currency, _)| (kind.as_str(), *currency));
        sums.into_iter()
    }
}
