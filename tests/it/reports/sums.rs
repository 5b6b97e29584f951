//! Sums and nets of settlement rows.

use proptest::prelude::*;
use sezzle_api::Decimal;
use sezzle_api::reports::{ReportError, ReportReader, SettlementSums, SettlementType};

use crate::reports::reader::{decimal, read};

#[test]
fn rows_are_summed_by_type_and_currency() {
    let report = "type,amount,order_amount,posting_currency\n\
                  ORDER,,10.10,USD\nORDER,,.20,USD\nORDER,,7,CAD\nFEE,-.30,,USD\nREFUND,5,,\nNEW,1,,USD\n";
    let sums = sums(report);
    let all: Vec<_> =
        sums.iter().map(|(kind, currency, sum)| format!("{kind} {currency} {} {}", sum.rows, sum.amount)).collect();
    assert_eq!(all, ["FEE USD 1 -0.30", "NEW USD 1 1", "ORDER CAD 1 7", "ORDER USD 2 10.30", "REFUND  1 5"]);
    assert_eq!(sums.total(&SettlementType::Order, "USD").amount, decimal("10.30").unwrap());
    assert_eq!(sums.total(&SettlementType::Chargeback, "USD").rows, 0);
    let nets: Vec<_> = sums.nets().into_iter().map(|(currency, net)| format!("{currency} {net}")).collect();
    assert_eq!(nets, [" -5", "CAD 7", "USD 11.00"]);
    assert_eq!(sums.net("EUR"), Decimal::ZERO);
}

#[test]
fn sums_reject_amounts_that_overflow() {
    let huge = format!("type,amount\nFEE,{0}\nFEE,{0}\n", Decimal::MAX);
    let mut sums = SettlementSums::default();
    let results: Vec<_> = read(&huge).into_iter().map(|row| sums.record(&row.unwrap()).is_ok()).collect();
    assert_eq!(results, [true, false]);
    assert_eq!(sums.total(&SettlementType::Fee, "").rows, 1);
    assert_eq!(sums.net(""), -Decimal::MAX);
    let error = ReportReader::new(huge.as_bytes()).sums().unwrap_err();
    assert!(matches!(error, ReportError::Sum(_)), "{error}");
}

fn sums(report: &str) -> SettlementSums {
    ReportReader::new(report.as_bytes()).sums().unwrap()
}

fn net(report: &str) -> String {
    sums(report).net("USD").to_string()
}

/// Two orders, of 80.00 and 35.00, captured whole; 12.50 of the first refunded.
const OTHER_ROWS: &str = "FEE,,-5.10,USD\nFEE,,-2.40,USD\nREFUND,,12.50,USD\nRETURNED_FEE,,.75,USD\n";

#[test]
fn both_published_layouts_have_the_same_net() {
    let items = "type,order_amount,amount,posting_currency\n";
    let orders = "ORDER,80.00,,USD\nORDER,35.00,,USD\n";
    let captures = "CAPTURE,,80.00,USD\nCAPTURE,,35.00,USD\n";
    let old = format!("total_order_amount,net_settlement_amount\n115.00,95.75\n{items}{orders}{OTHER_ROWS}");
    let new = format!(
        "total_order_amount,total_capture_amount,net_settlement_amount\n\
         115.00,115.00,95.75\n{items}{orders}{captures}{OTHER_ROWS}"
    );
    assert_eq!([net(&old), net(&new)], ["95.75", "95.75"]);
    // The layout shows at the end of the file at the latest: in a capture, or in the totals.
    assert_eq!(net(&format!("{items}{orders}{OTHER_ROWS}{captures}")), "95.75");
    assert_eq!(net(&format!("{items}{captures}{OTHER_ROWS}{orders}")), "95.75");
    assert_eq!(net(&format!("{items}{orders}{OTHER_ROWS}")), "95.75");
    // Nothing was captured: the orders are stated only.
    let none = format!("total_order_amount,total_capture_amount\n115.00,0.00\n{items}{orders}FEE,,-5.10,USD\n");
    assert_eq!(net(&none), "-5.10");
    // The oldest reports have no column for the amounts of orders.
    assert_eq!(net("type,amount,posting_currency\nORDER,80.00,USD\nFEE,-5.10,USD\n"), "74.90");
    // Codes alone will do: an amount under 001 is a capture, an order amount an order.
    assert_eq!(net("type_code,order_amount,amount,posting_currency\n001,80,,USD\n001,,80,USD\n003,,5,USD\n"), "75");
}

proptest! {
    /// For types whose effect is fixed, the sign of a row does not matter; for the others, it is the effect.
    #[test]
    fn net_does_not_depend_on_the_sign_convention(
        rows in prop::collection::vec((0..SettlementType::VALUES.len(), 1..1_000_000_i64, any::<bool>()), 1..30),
    ) {
        let fixed = [
            ("CAPTURE", 1), ("REFUND", -1), ("FEE", -1), ("RETURNED_FEE", 1), ("CHARGEBACK", -1),
            ("CHARGEBACK_REVERSAL", 1), ("MONTHLY_FEE", -1), ("MONTHLY_FEE_REFUND", 1),
        ];
        let (mut natural, mut mixed) = ("type,amount,posting_currency\n".to_owned(), String::new());
        mixed.push_str(&natural);
        let mut expected = 0;
        // A capture, so that orders are statements.
        for (index, cents, is_flipped) in rows.into_iter().chain([(1, 1, false)]) {
            let name = SettlementType::VALUES[index];
            let effect = fixed.iter().find(|(fixed, _)| *fixed == name).map(|(_, sign)| sign * cents);
            let cents = effect.unwrap_or(if is_flipped { -cents } else { cents });
            let flipped = if effect.is_some() && is_flipped { -cents } else { cents };
            expected += if name == "ORDER" { 0 } else { cents };
            natural.push_str(&format!("{name},{},USD\n", Decimal::new(cents, 2)));
            mixed.push_str(&format!("{name},{},USD\n", Decimal::new(flipped, 2)));
        }
        let expected = Decimal::new(expected, 2);
        prop_assert_eq!(sums(&natural).net("USD"), expected);
        prop_assert_eq!(sums(&mixed).net("USD"), expected);
    }
}
