//! Reports as JSON and CSV, derived from the merchant's accounts and orders.

pub(crate) mod interest;
pub(crate) mod order_report;
pub(crate) mod settlements;

/// Returns rows, which may differ in length, as CSV.
fn to_csv(rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Writing into memory cannot fail.
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Formats an amount in the smallest unit as a decimal number with this many digits after the point.
pub(crate) fn decimal(amount: i64, digits: usize) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    let text = format!("{:0width$}", amount.unsigned_abs(), width = digits + 1);
    let (units, rest) = text.split_at(text.len() - digits);
    format!("{sign}{units}.{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_have_fixed_digits() {
        for (amount, digits, expected) in
            [(0, 2, "0.00"), (-5, 2, "-0.05"), (4150, 2, "41.50"), (-12_345, 4, "-1.2345")]
        {
            assert_eq!(decimal(amount, digits), expected);
        }
    }
}
