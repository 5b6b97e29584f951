//! Reports as typed rows, errors in their lines, sums that reconcile with the ledger, and paged lists.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::time::Duration;

use httpmock::MockServer;
use proptest::prelude::*;
use serde_json::json;
use sezzle_api::reports::{
    InterestRow, InterestType, ReportError, ReportReader, SettlementRow, SettlementSums, SettlementType, TypeCode,
};
use sezzle_api::types::{CaptureRequest, Intent, OrderReportItem, Price, SessionOrder, SessionRequest};
use sezzle_api::{Client, Decimal, ErrorKind};
use sezzle_simulator::{DisputeOutcome, LedgerEntry, LedgerKind, Simulator};
use sezzle_tests::fixtures;
use sezzle_tests::servers::raw::Raw;
use sezzle_tests::servers::static_server::Fixed;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::time::sleep;

const REPORT: &str = "\
total_order_amount,net_settlement_amount,payment_uuid,payout_date,forex_fees,new_total
100.00,99.40,payout-1,2026-03-02 00:05:00 +0000 UTC,.05,7
type,order_created_at,event_date,order_uuid,external_reference_id,order_amount,amount,posting_currency,type_code,shop
ORDER,2026-03-01T11:59:59.123456789Z,2026-03-01T12:00:00Z,z01aa-4k2pw-77bcd-x9e0f,order-1,60.00,,USD,001,\"north, one\"
CAPTURE,,2026-03-01T12:00:00Z,z01aa-4k2pw-77bcd-x9e0g,order-2,,40.00,USD,001,south
FEE,,2026-03-01T12:00:00.5Z,z01aa-4k2pw-77bcd-x9e0f,order-1,,.30,USD,003
CORRECTION,,2026-03-01 12:00:00 +0000 UTC,,,,-0.0001,CAD,007
LOTTERY,,,,,,1.00,USD,099,\"two\nlines\"
";

type Rows<T> = Vec<Result<T, ReportError>>;

fn read(text: impl AsRef<[u8]>) -> Rows<SettlementRow> {
    ReportReader::new(text.as_ref()).collect()
}

fn decimal(text: &str) -> Option<Decimal> {
    Some(text.parse().unwrap())
}

fn time(text: &str) -> Option<chrono::DateTime<chrono::Utc>> {
    Some(text.parse().unwrap())
}

#[test]
fn totals_and_rows_are_read() {
    let mut rows = ReportReader::<SettlementRow, _>::new(REPORT.as_bytes());
    assert!(rows.totals().is_none());
    let order = rows.next().unwrap().unwrap();
    let totals = rows.totals().unwrap().clone();
    assert_eq!(totals.total_order_amount, decimal("100.00"));
    assert_eq!(totals.forex_fees, decimal("0.05"));
    assert_eq!(totals.payment_uuid.as_deref(), Some("payout-1"));
    assert_eq!(totals.payout_date, time("2026-03-02T00:05:00Z"));
    assert_eq!(totals.total_fee_amount, None);
    assert_eq!(totals.other.get("new_total"), Some("7"));
    assert_eq!(totals.line, 2);

    assert_eq!(order.settlement_type, Some(SettlementType::Order));
    assert_eq!(order.type_code, Some(TypeCode::Order));
    assert_eq!(order.order_created_at, time("2026-03-01T11:59:59.123456789Z"));
    assert_eq!((order.order_amount, order.amount, order.value()), (decimal("60.00"), None, decimal("60.00")));
    assert_eq!(order.external_reference_id.as_deref(), Some("order-1"));
    assert_eq!(order.other.iter().collect::<Vec<_>>(), [("shop", "north, one")]);
    assert_eq!(order.line, 4);
    assert_eq!(rows.columns().len(), 10);

    let rest: Vec<_> = rows.map(Result::unwrap).collect();
    let [capture, fee, correction, lottery] = &rest[..] else { panic!("{rest:?}") };
    assert_eq!(capture.kind(), Some(SettlementType::Capture));
    assert_eq!(capture.value(), decimal("40.00"));
    assert_eq!(fee.amount, decimal("0.30"));
    assert!(fee.other.is_empty());
    assert_eq!(correction.event_date, time("2026-03-01T12:00:00Z"));
    assert_eq!(correction.amount, decimal("-0.0001"));
    assert_eq!(lottery.settlement_type.as_ref().unwrap().as_str(), "LOTTERY");
    assert!(matches!(lottery.type_code, Some(TypeCode::Unknown(_))));
    assert_eq!(lottery.other.get("shop"), Some("two\nlines"));
    assert_eq!(lottery.line, 8);
}

#[test]
fn columns_may_have_any_order_and_be_missing() {
    let rows = read("shop,AMOUNT, type ,region\n\nnorth,1.5,REFUND,\r\n ,,,\n,2.5,REFUND,west\r\n");
    let rows: Vec<_> = rows.into_iter().map(Result::unwrap).collect();
    assert_eq!(rows.iter().map(|row| row.amount).collect::<Vec<_>>(), [decimal("1.5"), decimal("2.5")]);
    assert_eq!(rows[0].other.iter().collect::<Vec<_>>(), [("shop", "north")]);
    assert_eq!(rows[1].other.iter().collect::<Vec<_>>(), [("region", "west")]);
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 5]);
}

#[test]
fn report_may_be_empty_have_a_byte_order_mark_or_repeat_its_header() {
    assert!(read("").is_empty());
    assert!(read("\n\r\n").is_empty());
    assert!(read("type,amount\n").is_empty());
    assert_eq!(read("\u{feff}type,amount\nFEE,1").len(), 1);
    let twice = read("type,amount\nFEE,1\ntype,amount\nFEE,2\n");
    assert_eq!(twice.into_iter().map(|row| row.unwrap().amount).collect::<Vec<_>>(), [decimal("1"), decimal("2")]);
}

/// Returns the amount or the error of each line.
fn outline(rows: Rows<SettlementRow>) -> Vec<String> {
    let line = |row: Result<SettlementRow, ReportError>| match row {
        Ok(row) => format!("{} {}", row.line, row.value().unwrap_or_default()),
        Err(ReportError::Line(error)) => error.to_string().replace(" of the report cannot be read", ""),
        Err(error) => panic!("{error}"),
    };
    rows.into_iter().map(line).collect()
}

#[test]
fn malformed_line_is_an_error_and_reading_continues() {
    let long = format!("FEE,{}", "x".repeat(70_000));
    let long_later = format!("FEE,1,\"{}\",", format!("{}\n", "x".repeat(2_000)).repeat(40));
    for (bad, message) in [
        ("FEE,a lot", "amount: expected a decimal such as 41.50"),
        ("FEE,1e400", "amount: expected a decimal such as 41.50"),
        ("FEE,\"1,000.00\"", "amount: expected a decimal such as 41.50"),
        ("FEE,NaN", "amount: expected a decimal such as 41.50"),
        ("FEE,0.00000000000000000000000000001", "amount: expected a decimal such as 41.50"),
        ("FEE,", "amount: it is missing"),
        (",1", "type: it is missing"),
        ("hello", "type: it is unknown, and the row has no amount"),
        ("FEE,1,soon", "event_date: expected a time such as 2026-03-01T12:00:00Z"),
        ("FEE,1,2026-03-01T25:00:00Z", "event_date: expected a time such as 2026-03-01T12:00:00Z"),
        ("FEE,1,,USD,,x", "there are more cells than columns"),
        ("FEE,1,,\"USD", "a quote is not closed"),
        ("FEE,1,\"", "a quote is not closed"),
        (&long, "it is longer than 65536 bytes"),
        ("\"", "a quote is not closed"),
        ("FEE,1,a\"b,USD", "a quote is not closed"),
    ] {
        let report = format!("type,amount,event_date,posting_currency,shop\nFEE,1,,,\n{bad}\nFEE,2,,,\nFEE,3,,,\n");
        assert_eq!(outline(read(&report)), ["2 1", &format!("line 3: {message}"), "4 2", "5 3"], "{bad:.20}");
        let at_the_end = format!("type,amount,event_date,posting_currency,shop\nFEE,1,,,\n{bad}");
        assert_eq!(outline(read(&at_the_end)), ["2 1", &format!("line 3: {message}")], "{bad:.20} at the end");
    }
    let report = format!("type,amount,event_date,posting_currency,shop\nFEE,1,,,\n{long_later}\nFEE,2,,,\n");
    let outline = outline(read(&report));
    assert_eq!(&outline[..2], ["2 1", "line 3: a quote is not closed"]);
    assert_eq!(outline.last().unwrap(), "44 2");
    // A quote in the middle of a cell has no meaning, so the line break after it ends the row.
    let stray = "type,amount,shop\nFEE,1,a\"b\nFEE,2,c\"d\nFEE,3,\n";
    assert_eq!(
        self::outline(read(stray)),
        ["line 2: a cell with a quote in it is not quoted", "line 3: a quote is not closed", "4 3"]
    );
    // A cell may have many lines.
    let lines = format!("type,amount,shop\nFEE,1,\"{}\"\nFEE,2,\n", "x\n".repeat(1000));
    assert_eq!(self::outline(read(&lines)), ["2 1", "1003 2"]);

    let mut not_utf8 = b"type,amount,shop\nFEE,1,\nFEE,2,\xff\nFEE,3,\n".to_vec();
    assert_eq!(self::outline(read(&not_utf8)), ["2 1", "line 3: it is not UTF-8", "4 3"]);
    not_utf8.truncate(31);
    assert_eq!(self::outline(read(&not_utf8)), ["2 1", "line 3: it is not UTF-8"]);
}

/// A CSV parser alone would take everything after an unclosed quote as one cell.
#[test]
fn unclosed_quote_hides_no_row() {
    let report = "type,amount,event_date,posting_currency,shop\n\
                  FEE,1,,USD,\"north\nFEE,2,,USD,\nFEE,3,,USD,\"south\"\nFEE,4,,USD,\n";
    assert_eq!(outline(read(report)), ["line 2: a quote is not closed", "3 2", "4 3", "5 4"]);
    let error = read(report).into_iter().find_map(Result::err).unwrap();
    let ReportError::Line(error) = error else { panic!("{error}") };
    assert_eq!((error.line(), error.column(), error.raw()), (2, None, "FEE,1,,USD,\"north"));
    // The same in the tables' headers and in the totals.
    let report = "net_settlement_amount,\"payment_uuid\n1,payout-1\ntype,amount\nFEE,1\n";
    assert_eq!(outline(read(report)), ["line 1: a quote is not closed", "4 1"]);
    let report = "net_settlement_amount,payment_uuid\n1,\"payout-1\ntype,amount\nFEE,1\n";
    assert_eq!(outline(read(report)), ["line 2: a quote is not closed", "4 1"]);
}

#[test]
fn text_without_a_header_is_one_error() {
    for text in ["<html>\n<body>\n<p>planted, planted</p>\n", "{\"planted\": [1,\n2]}", "planted\n", "FEE,1\nFEE,2\n"] {
        let rows = read(text);
        assert_eq!(outline(rows), ["line 1: it is not the header of such a report"], "{text}");
    }
    let error = read("planted@shop.example,planted\n").remove(0).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("planted"), "{error:?}");
    let row = read("type,amount,note\nFEE,1,planted\n").remove(0).unwrap();
    assert!(!format!("{row:?}").contains("planted") && format!("{row:?}").contains("note"), "{row:?}");
    // A report of another kind.
    let interest: Rows<InterestRow> = ReportReader::new(REPORT.as_bytes()).collect();
    assert!(matches!(interest[0], Err(ReportError::Line(_))), "{interest:?}");
}

#[test]
fn codes_match_types() {
    for (code, kind) in [
        ("001", "ORDER"),
        ("002", "REFUND"),
        ("003", "FEE"),
        ("004", "RETURNED_FEE"),
        ("005", "CHARGEBACK"),
        ("006", "CHARGEBACK_REVERSAL"),
        ("007", "CORRECTION"),
        ("008", "INTEREST_TRANSFER"),
        ("009", "REFERRAL_REVENUE_TRANSFER"),
        ("010", "BANK_ACCOUNT_WITHDRAWAL"),
        ("011", "BANK_ACCOUNT_WITHDRAWAL_REVERSAL"),
        ("013", "MONTHLY_FEE"),
        ("014", "MONTHLY_FEE_REFUND"),
    ] {
        let rows = read(format!("type,type_code,amount\n{kind},{code},1\n,{code},1\n"));
        for row in rows {
            let row = row.unwrap();
            assert_eq!(row.type_code, TypeCode::try_parse(code).ok());
            // Of an amount without a type, code 001 is a capture.
            let kind = if row.settlement_type.is_none() && code == "001" { "CAPTURE" } else { kind };
            assert_eq!(row.kind(), SettlementType::try_parse(kind).ok());
        }
    }
    assert_eq!(TypeCode::VALUES.len(), 13);
    assert!(TypeCode::try_parse("012").is_err() && TypeCode::try_parse("1").is_err());
}

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

#[test]
fn ids_are_told_apart_by_their_shape() {
    let (dashboard, api) = ("z01aa-4k2pw-77bcd-x9e0f", "1f6c9d3e-0b52-4d17-9a83-6e5b2c7f4d10");
    let both = |order_uuid: &str, sezzle_order_id: &str| {
        let report = format!("type,order_uuid,amount,sezzle_order_id\nCAPTURE,{order_uuid},1,{sezzle_order_id}\n");
        let row = read(report).remove(0).unwrap();
        let item = json!({"order_uuid": order_uuid, "order_platform_uuid": sezzle_order_id});
        let item: OrderReportItem = serde_json::from_value(item).unwrap();
        let ids = (row.api_order_uuid().map(str::to_owned), row.dashboard_order_id().map(str::to_owned));
        assert_eq!((item.api_order_uuid(), item.dashboard_order_id()), (ids.0.as_deref(), ids.1.as_deref()));
        ids
    };
    let found = (Some(api.to_owned()), Some(dashboard.to_owned()));
    assert_eq!(both(dashboard, api), found, "as published");
    assert_eq!(both(api, dashboard), found, "the other way round");
    assert_eq!(both(api, ""), (found.0.clone(), None));
    assert_eq!(both("", dashboard), (None, found.1.clone()));
    assert_eq!(both(&dashboard.to_uppercase(), &api.to_uppercase()).1, Some(dashboard.to_uppercase()));
    for neither in
        ["7", "order-1001", "z01aa-4k2pw-77bcd", "z01aa-4k2pw-77bcd-x9e0/", "-", "1f6c9d3e0b524d179a836e5b2c7f4d10"]
    {
        assert_eq!(both(neither, ""), (None, None), "{neither}");
    }
    // Two of a kind: the published column counts.
    let other = "aaaaaaaa-0b52-4d17-9a83-6e5b2c7f4d10";
    assert_eq!(both(other, api).0.as_deref(), Some(api));
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

/// A file that returns a few bytes at a time, as a network does.
struct Pieces<'a> {
    rest: &'a [u8],
    lengths: std::iter::Cycle<std::vec::IntoIter<usize>>,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.lengths.next().unwrap_or(1).clamp(1, buffer.len()).min(self.rest.len());
        buffer[..length].copy_from_slice(&self.rest[..length]);
        self.rest = &self.rest[length..];
        Ok(length)
    }
}

fn read_in_pieces(text: &[u8], lengths: Vec<usize>) -> Vec<String> {
    let rows = ReportReader::<SettlementRow, _>::new(Pieces { rest: text, lengths: lengths.into_iter().cycle() });
    rows.map(|row| format!("{row:?}")).collect()
}

/// Valid and malformed lines.
fn line() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "FEE,1,x\n",
        "FEE,2,\"x, y\"\r\n",
        "FEE,3,\"x\ny\"\n",
        "FEE,4,\"open\n",
        "\n",
        "\r\n",
        ",,\n",
        "FEE,5\n",
        "a\rb\n",
        "FEE,\"6\"\"\",\n",
        "FEE,7,\u{e9}\u{1f9fe}\n",
        "FEE,8,\"\r\n\"\r\n",
        "\"\n",
        "REFUND,\"9\"x,\n",
        "FEE,10,x,y\n",
        "FEE,11,x,\n",
    ])
}

proptest! {
    #[test]
    fn chunk_lengths_do_not_matter(
        lines in prop::collection::vec(line(), 0..30),
        lengths in prop::collection::vec(1..40_usize, 1..20),
        cut in 0..3_usize,
    ) {
        let mut text = format!("type,amount,shop\n{}", lines.concat()).into_bytes();
        text.truncate(text.len() - cut.min(text.len()));
        let whole: Vec<String> = read(&text).into_iter().map(|row| format!("{row:?}")).collect();
        prop_assert_eq!(read_in_pieces(&text, lengths), whole);
    }

    #[test]
    fn arbitrary_bytes_do_not_panic_and_lines_are_in_order(text in prop::collection::vec(
        prop::sample::select(b"type,amount\n\r\"FE1. \xff\xef".to_vec()), 0..300,
    )) {
        let text = [b"type,amount,shop\n".as_slice(), &text].concat();
        let lines: Vec<u64> = read(&text).into_iter().map(|row| match row {
            Ok(row) => row.line,
            Err(ReportError::Line(error)) => error.line(),
            Err(error) => panic!("{error}"),
        }).collect();
        prop_assert!(lines.windows(2).all(|pair| pair[0] <= pair[1]), "{:?}", lines);
        prop_assert!(lines.iter().all(|line| *line <= text.iter().filter(|byte| **byte == b'\n').count() as u64 + 1));
    }

    /// A malformed line hides no other row. Of two quotes that are not closed, the second closes the first.
    #[test]
    fn malformed_lines_hide_no_row(mut lines in prop::collection::vec(line(), 0..40), has_unclosed in any::<bool>()) {
        lines.retain(|line| line.matches('"').count() % 2 == 0);
        if has_unclosed {
            lines.retain(|line| !line.trim().contains('\n'));
            lines.insert(lines.len() / 2, "FEE,4,\"open\n");
        }
        let mut text = "type,amount,shop,mid,order_uuid,posting_currency\n".to_owned();
        for (index, line) in lines.iter().enumerate() {
            text.push_str(line);
            text.push_str(&format!("CAPTURE,{index}.5,,,,USD\n"));
        }
        let rows = read(&text).into_iter().filter_map(Result::ok);
        let found = rows.filter(|row| row.kind() == Some(SettlementType::Capture)).count();
        prop_assert_eq!(found, lines.len());
    }
}

#[test]
fn io_error_follows_the_rows_before_it() {
    struct Broken(usize);

    impl Read for Broken {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let text = b"type,amount\nFEE,1\nFEE,2";
            if self.0 > 0 {
                return Err(io::Error::other("the disk is gone"));
            }
            self.0 = text.len();
            buffer[..text.len()].copy_from_slice(text);
            Ok(text.len())
        }
    }

    let rows: Rows<SettlementRow> = ReportReader::new(Broken(0)).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].as_ref().unwrap().amount, decimal("1"));
    let error = rows[1].as_ref().unwrap_err();
    assert_eq!(error.to_string(), "the report cannot be read: the disk is gone");
}

#[tokio::test]
async fn settlement_details_are_streamed() {
    let gateway = Fixed::new(200, "text/csv", REPORT).await;
    let client = gateway.client();
    let mut rows = client.get_settlement_details().payout_uuid("payout-1").rows().await.unwrap();
    let mut read = 0;
    while let Some(row) = rows.next().await {
        row.unwrap();
        read += 1;
    }
    assert_eq!(read, 5);
    assert_eq!(rows.totals().unwrap().net_settlement_amount, decimal("99.40"));
    assert!(rows.next().await.is_none());
    assert!(!format!("{rows:?}").contains("order-1"), "{rows:?}");
}

#[tokio::test]
async fn truncated_report_returns_no_partial_row() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ncontent-length: 1000\r\n\r\n";
    let gateway = Raw::new(format!("{head}type,amount\nFEE,1\nFEE,20")).await;
    let client = gateway.client();
    let mut rows = client.get_settlement_details().payout_uuid("payout-1").rows().await.unwrap();
    assert_eq!(rows.next().await.unwrap().unwrap().amount, decimal("1"));
    let Some(Err(ReportError::Call(error))) = rows.next().await else { panic!("a row") };
    assert_eq!(error.kind(), ErrorKind::NoResponse);
    assert!(rows.next().await.is_none());
}

/// Starts a server that pauses before each piece of a report.
async fn in_pieces(pieces: &'static [&'static str], pause: Duration) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let _ = stream.read(&mut [0; 4096]).await.unwrap();
        let length: usize = pieces.iter().map(|piece| piece.len()).sum();
        let head = format!("HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ncontent-length: {length}\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        for piece in pieces {
            sleep(pause).await;
            if stream.write_all(piece.as_bytes()).await.is_err() {
                return;
            }
        }
    });
    url
}

fn impatient_client(url: String) -> Client {
    fixtures::builder(url).timeout(Duration::from_millis(1000)).build().unwrap()
}

#[tokio::test]
async fn stream_timeout_applies_per_chunk() {
    // The pieces take longer than the timeout together, but not each.
    let pieces = &["type,amount\n", "FEE,1\n", "FEE,2\n", "FEE,3\n"];
    let client = impatient_client(in_pieces(pieces, Duration::from_millis(400)).await);
    let mut rows = client.get_settlement_details().payout_uuid("payout-1").rows().await.unwrap();
    for amount in ["1", "2", "3"] {
        assert_eq!(rows.next().await.unwrap().unwrap().amount, decimal(amount));
    }
    assert!(rows.next().await.is_none());

    let client = impatient_client(in_pieces(pieces, Duration::from_secs(3600)).await);
    let mut rows = client.get_settlement_details().payout_uuid("payout-1").rows().await.unwrap();
    let Some(Err(ReportError::Call(error))) = rows.next().await else { panic!("a row") };
    assert_eq!(error.kind(), ErrorKind::NoResponse, "{error}");
    assert!(error.to_string().contains("in time"), "{error}");
    assert!(rows.next().await.is_none());
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

#[tokio::test]
async fn payouts_are_paged_by_rows_received() {
    let server = MockServer::start_async().await;
    // Pages of uneven lengths: 2, 3 and none.
    for (offset, payouts) in [("0", vec!["a", "b"]), ("2", vec!["c", "d", "e"]), ("5", vec![])] {
        let payouts: Vec<_> = payouts.iter().map(|uuid| json!({"uuid": uuid})).collect();
        server.mock(|when, then| {
            when.path("/v2/settlements/summaries").query_param("offset", offset).query_param("currency-code", "CAD");
            then.status(200).json_body(json!(payouts));
        });
    }
    let client = fixtures::client(server.base_url());
    let payouts = || client.list_settlements().start_date(day("2026-03-01")).currency_code("CAD");
    let all = payouts().pager().unwrap().collect().await.unwrap();
    let uuids: String = all.into_iter().filter_map(|payout| payout.uuid).collect();
    assert_eq!(uuids, "abcde");
    // From a given offset.
    let rest = payouts().offset(2).pager().unwrap().collect().await.unwrap();
    assert_eq!(rest.len(), 3);

    assert!(client.list_settlements().pager().unwrap_err().to_string().contains("start_date"));
    assert!(payouts().offset(-1).pager().unwrap_err().to_string().contains("offset"));
}

#[tokio::test]
async fn repeated_page_ends_the_list() {
    let gateway = Fixed::json(200, &json!([{"uuid": "a"}, {"uuid": "b"}])).await;
    let client = gateway.client();
    let mut payouts = client.list_settlements().start_date(day("2026-03-01")).pager().unwrap();
    assert!(payouts.next().await.unwrap().is_ok());
    assert!(payouts.next().await.unwrap().is_ok());
    let error = payouts.next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("the page at offset 2 is the same as the page before it"), "{error}");
    assert_eq!(error.operation().unwrap().id, "list_settlements");
    assert!(payouts.next().await.is_none());
    assert_eq!(gateway.calls().await, 2);
}

const INTEREST: &str = "type,event_date,interest_account_change_amount,interest_account_balance_after_change\n";

#[tokio::test]
async fn interest_offset_counts_malformed_lines() {
    let server = MockServer::start_async().await;
    for (offset, lines) in [
        ("0", "INTEREST_ACCRUAL,2026-03-02T00:00:00Z,0.1234,10.1234\nINTEREST_PAYOUT,soon,1,1\n"),
        ("2", "INTEREST_WITHDRAWAL,2026-03-01T00:00:00Z,-5.0000,5.1234\n"),
        ("3", ""),
    ] {
        server.mock(|when, then| {
            when.path("/v2/interest/activity").query_param("offset", offset);
            then.status(200).header("content-type", "text/csv").body(format!("{INTEREST}{lines}"));
        });
    }
    let client = fixtures::client(server.base_url());
    let mut rows = client.get_interest_activity().start_date(day("2026-03-01")).pager().unwrap();
    let first = rows.next().await.unwrap().unwrap();
    assert_eq!((first.change, first.balance_after), (decimal("0.1234"), decimal("10.1234")));
    let Some(Err(ReportError::Line(error))) = rows.next().await else { panic!("a row") };
    assert_eq!((error.line(), error.column()), (3, Some("event_date")));
    let last = rows.next().await.unwrap().unwrap();
    assert_eq!(last.interest_type, Some(InterestType::Withdrawal));
    assert!(rows.next().await.is_none());

    let same = Fixed::new(200, "text/csv", format!("{INTEREST}INTEREST_ACCRUAL,2026-03-02,0.1,1\n")).await;
    let client = same.client();
    let rows = client.get_interest_activity().start_date(day("2026-03-01")).pager().unwrap();
    assert!(matches!(rows.collect().await, Err(ReportError::Call(_))));
    assert_eq!(same.calls().await, 2);
}

/// A caller that goes on after a line that cannot be read must not request pages forever.
#[tokio::test]
async fn page_that_is_no_report_ends_the_list() {
    let page = Fixed::new(200, "text/html", "<html>back soon</html>\n").await;
    let client = page.client();
    let mut rows = client.get_interest_activity().start_date(day("2026-03-01")).pager().unwrap();
    assert!(matches!(rows.next().await, Some(Err(ReportError::Line(_)))));
    let Some(Err(ReportError::Call(error))) = rows.next().await else { panic!("another page") };
    assert!(error.to_string().contains("same as the page before"), "{error}");
    assert!(rows.next().await.is_none());
    assert_eq!(page.calls().await, 2);
}

#[tokio::test]
async fn endless_page_is_aborted() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = fixtures::client(format!("http://{}", listener.local_addr().unwrap()));
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let _ = stream.read(&mut [0; 4096]).await.unwrap();
        let head = format!("HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\n\r\n{INTEREST}");
        stream.write_all(head.as_bytes()).await.unwrap();
        let rows = "INTEREST_ACCRUAL,2026-03-02,0.1,1\n".repeat(10_000);
        while stream.write_all(rows.as_bytes()).await.is_ok() {}
    });
    let mut rows = client.get_interest_activity().start_date(day("2026-03-01")).pager().unwrap();
    let Some(Err(ReportError::Call(error))) = rows.next().await else { panic!("a row") };
    assert!(error.to_string().contains("it is longer than 16777216 bytes"), "{error}");
    assert!(rows.next().await.is_none());
}

#[tokio::test]
async fn order_report_is_requested_for_seven_days_at_a_time() {
    let server = MockServer::start_async().await;
    let mut mocks = Vec::new();
    for (start, end, orders) in [
        ("2026-02-26", "2026-03-04", vec!["a", "b"]),
        ("2026-03-05", "2026-03-11", vec![]),
        ("2026-03-12", "2026-03-13", vec!["c"]),
    ] {
        let orders: Vec<_> = orders.iter().map(|uuid| json!({"order_uuid": uuid})).collect();
        mocks.push(server.mock(|when, then| {
            when.path("/v2/orders/report").query_param("start-date", start).query_param("end-date", end);
            then.status(200).json_body(json!(orders));
        }));
    }
    let client = fixtures::client(server.base_url());
    let report = || client.get_order_report().start_date(day("2026-02-26"));
    let all = report().end_date(day("2026-03-13")).pager().unwrap().collect().await.unwrap();
    let uuids: String = all.into_iter().filter_map(|order| order.order_uuid).collect();
    assert_eq!(uuids, "abc");
    assert!(mocks.iter().all(|mock| mock.calls() == 1));

    let error = report().end_date(day("2026-02-25")).pager().unwrap_err();
    assert!(error.to_string().contains("end_date: it is before"), "{error}");
    assert!(report().pager().unwrap_err().to_string().contains("end_date"));
}

const DAY: Duration = Duration::from_secs(60 * 60 * 24);

/// Creates and approves an order of a shopper, and returns its id.
async fn order(simulator: &Simulator, client: &Client, intent: Intent, cents: i64) -> String {
    let order =
        SessionOrder::builder().intent(intent).reference_id(format!("order-{cents}")).order_amount(Price::usd(cents));
    let request = SessionRequest::builder()
        .cancel_url("https://shop.example/cart")
        .complete_url("https://shop.example/thanks")
        .order(order);
    let session = client.create_session().body(request).send().await.unwrap();
    let order_uuid = session.order.as_ref().and_then(|order| order.uuid.clone()).unwrap();
    simulator.approve(&order_uuid).unwrap();
    order_uuid
}

async fn capture(client: &Client, order_uuid: &str, cents: i64) {
    let capture = CaptureRequest::builder().capture_amount(Price::usd(cents));
    client.capture_order().order_uuid(order_uuid).body(capture).send().await.unwrap();
}

async fn refund(client: &Client, order_uuid: &str, cents: i64) {
    client.refund_order().order_uuid(order_uuid).body(Price::usd(cents)).send().await.unwrap();
}

/// Three days of sales, refunds, a lost dispute and a day on which more goes back than comes in.
async fn sell(simulator: &Simulator, client: &Client) -> Vec<String> {
    let in_parts = order(simulator, client, Intent::Auth, 4150).await;
    let at_once = order(simulator, client, Intent::Capture, 12_345).await;
    let disputed = order(simulator, client, Intent::Capture, 7701).await;
    capture(client, &in_parts, 1033).await;
    refund(client, &at_once, 2345).await;
    simulator.advance(DAY);
    // The second capture and a refund of an order that an earlier payout stated.
    capture(client, &in_parts, 2017).await;
    refund(client, &in_parts, 555).await;
    refund(client, &disputed, 111).await;
    simulator.open_dispute(&disputed).unwrap();
    simulator.advance(DAY);
    simulator.close_dispute(&disputed, DisputeOutcome::CustomerWin).unwrap();
    simulator.advance(DAY);
    let released = order(simulator, client, Intent::Auth, 5000).await;
    client.release_order().order_uuid(&*released).body(Price::usd(2000)).send().await.unwrap();
    capture(client, &released, 3000).await;
    simulator.advance(DAY);
    vec![in_parts, at_once, disputed, released]
}

async fn reconcile(interest_share: Option<u8>) {
    let noon = "2026-03-01T12:00:00Z".parse().unwrap();
    let mut builder = fixtures::strict().seed(1).frozen_clock(noon).authorization_ttl(30 * DAY);
    if let Some(percent) = interest_share {
        builder = builder.interest_share(percent);
    }
    let simulator = builder.start().await.unwrap();
    let client = fixtures::client_of(&simulator);
    let orders = sell(&simulator, &client).await;

    let payouts = client.list_settlements().start_date(day("2026-03-01")).pager().unwrap().collect().await.unwrap();
    assert_eq!(payouts.len(), 4);
    let mut net = Decimal::ZERO;
    let mut joined = BTreeMap::<String, Decimal>::new();
    let mut transfers = 0;
    for payout in payouts {
        let details = || client.get_settlement_details().payout_uuid(payout.uuid.as_deref().unwrap());
        let sums = details().rows().await.unwrap().sums().await.unwrap();
        assert_eq!(Some(sums.net("USD")), payout.net_settlement_amount, "{sums:?}");
        net += sums.net("USD");

        let mut rows = details().rows().await.unwrap();
        while let Some(row) = rows.next().await {
            let row = row.unwrap();
            match row.kind().unwrap() {
                SettlementType::InterestTransfer => {
                    assert_eq!((row.api_order_uuid(), row.dashboard_order_id()), (None, None));
                    transfers += 1;
                }
                kind => {
                    let order_uuid = row.api_order_uuid().unwrap();
                    let order = client.get_order().order_uuid(order_uuid).send().await.unwrap();
                    let dashboard_id = order.authorization.as_ref().and_then(|found| found.sezzle_order_id.as_deref());
                    assert_eq!(row.dashboard_order_id(), dashboard_id);
                    assert_eq!(row.external_reference_id, order.reference_id);
                    let captured = joined.entry(order_uuid.to_owned()).or_default();
                    if kind == SettlementType::Capture {
                        *captured += row.value().unwrap();
                    }
                }
            }
        }
        let totals = rows.totals().unwrap();
        assert_eq!(totals.net_settlement_amount, payout.net_settlement_amount);
        assert_eq!(totals.payout_date, payout.payout_date);
        assert_eq!(totals.total_interest_transfer_amount.is_some(), interest_share.is_some());
        let total = |kind| Some(sums.total(&kind, "USD").amount);
        assert_eq!(total(SettlementType::Order), totals.total_order_amount);
        assert_eq!(total(SettlementType::Capture), totals.total_capture_amount);
        assert_eq!(total(SettlementType::Refund).map(|refunds| -refunds), totals.total_refund_amount);
        assert_eq!(total(SettlementType::Fee), totals.total_fee_amount);
        assert_eq!(total(SettlementType::ReturnedFee), totals.total_returned_fee_amount);
        assert_eq!(total(SettlementType::Chargeback), totals.total_chargeback_amount);
    }
    let ledger = simulator.ledger();
    assert_eq!(net, Decimal::new(ledger.iter().map(LedgerEntry::payout_in_cents).sum(), 2));
    // The same from the entries themselves.
    let total =
        |kind| -> i64 { ledger.iter().filter(|entry| entry.kind == kind).map(|entry| entry.amount_in_cents).sum() };
    let fees: i64 = ledger.iter().map(|entry| entry.fee_in_cents).sum();
    let cents = total(LedgerKind::Capture)
        - total(LedgerKind::Refund)
        - total(LedgerKind::Chargeback)
        - total(LedgerKind::InterestTransfer)
        - fees;
    assert_eq!(net, Decimal::new(cents, 2));
    assert!(total(LedgerKind::Chargeback) > 0 && fees > 0);
    assert_eq!(transfers > 0, interest_share.is_some());
    assert_eq!(total(LedgerKind::InterestTransfer) > 0, interest_share.is_some());

    let captured = [3050, 12_345, 7701, 3000].map(|cents| Decimal::new(cents, 2));
    let expected: BTreeMap<String, Decimal> = orders.into_iter().zip(captured).collect();
    assert_eq!(joined, expected);
    let report = client.get_order_report().start_date(day("2026-03-01")).end_date(day("2026-03-31"));
    let items = report.pager().unwrap().collect().await.unwrap();
    let found: BTreeSet<_> = items.iter().filter_map(|item| item.api_order_uuid()).collect();
    assert_eq!(found, expected.keys().map(String::as_str).collect());
    assert_eq!(simulator.contract_violations(), []);
}

#[tokio::test]
async fn payouts_reconcile_with_the_ledger() {
    reconcile(None).await;
}

#[tokio::test]
async fn payouts_reconcile_with_the_ledger_in_the_interest_programme() {
    reconcile(Some(30)).await;
}
