//! Reports as typed rows, with errors for the lines that cannot be read.

use std::io::{self, Read};

use proptest::prelude::*;
use serde_json::json;
use sezzle_api::Decimal;
use sezzle_api::money::MoneyError;
use sezzle_api::reports::{InterestRow, ReportError, ReportReader, SettlementRow, SettlementType};
use sezzle_api::types::{OrderReportItem, Price};

/// A settlement report: totals, and one row of each shape.
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

pub(crate) type Rows<T> = Vec<Result<T, ReportError>>;

pub(crate) fn read(text: impl AsRef<[u8]>) -> Rows<SettlementRow> {
    ReportReader::new(text.as_ref()).collect()
}

pub(crate) fn decimal(text: &str) -> Option<Decimal> {
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
    assert_eq!(order.type_code.as_deref(), Some("001"));
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
    assert_eq!(lottery.type_code.as_deref(), Some("099"));
    assert_eq!(lottery.other.get("shop"), Some("two\nlines"));
    assert_eq!(lottery.line, 8);
}

#[test]
fn amounts_of_rows_and_totals_are_prices() {
    let file = "net_settlement_amount,settlement_currency\n99.4,USD\n\
                type,order_amount,amount,posting_currency\n\
                ORDER,60,,USD\nFEE,,-.30,CAD\nFEE,,-.305,USD\nFEE,,1,\nNEW,,,USD\n";
    let mut rows = ReportReader::<SettlementRow, _>::new(file.as_bytes());
    let found: Vec<_> = rows.by_ref().filter_map(Result::ok).map(|row| row.price()).collect();
    assert_eq!(found[..2], [Ok(Price::usd(6000)), Ok(Price::cad(-30))]);
    assert_eq!(found[2], Err(MoneyError::FractionalCents));
    let missing = found[3].as_ref().unwrap_err().to_string();
    assert_eq!(missing, "`posting_currency` is missing: look it up in the merchant dashboard");
    assert_eq!(found.len(), 4);
    assert_eq!(rows.totals().unwrap().net(), Ok(Price::usd(9940)));
    let mut other = rows.totals().unwrap().clone();
    other.net_settlement_amount = None;
    assert!(other.net().unwrap_err().to_string().contains("`net_settlement_amount` is missing"));
}

#[test]
fn rows_and_totals_round_trip_through_serde() {
    let mut rows = ReportReader::<SettlementRow, _>::new(REPORT.as_bytes());
    let all: Vec<_> = rows.by_ref().map(Result::unwrap).collect();
    let totals = rows.totals().unwrap();
    let written = serde_json::to_string(&(&all, totals)).unwrap();
    let (rows_again, totals_again): (Vec<SettlementRow>, _) = serde_json::from_str(&written).unwrap();
    assert_eq!((&rows_again, &totals_again), (&all, totals));
    assert_eq!(rows_again[0].other.get("shop"), Some("north, one"));
    let interest = "type,event_date,interest_account_change_amount,interest_account_balance_after_change\n\
                    INTEREST_ACCRUAL,2026-03-01,0.1234,1\n";
    let interest: Vec<InterestRow> = ReportReader::new(interest.as_bytes()).map(Result::unwrap).collect();
    let again: Vec<InterestRow> = serde_json::from_str(&serde_json::to_string(&interest).unwrap()).unwrap();
    assert_eq!(again, interest);
}

#[test]
fn columns_may_have_any_order_and_be_missing() {
    let rows = read("shop,AMOUNT, type ,region,shop\n\nnorth,1.5,REFUND,,south\r\n ,,,\n,2.5,REFUND,west\r\n");
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
    let kinds = "ORDER REFUND FEE RETURNED_FEE CHARGEBACK CHARGEBACK_REVERSAL CORRECTION INTEREST_TRANSFER \
                 REFERRAL_REVENUE_TRANSFER BANK_ACCOUNT_WITHDRAWAL BANK_ACCOUNT_WITHDRAWAL_REVERSAL - MONTHLY_FEE \
                 MONTHLY_FEE_REFUND";
    let codes = (1..).map(|code| format!("{code:03}")).zip(kinds.split(' ')).filter(|(_, kind)| *kind != "-");
    let codes: Vec<_> = codes.collect();
    for (code, kind) in &codes {
        let rows = read(format!("type,type_code,amount\n{kind},{code},1\n,{code},1\n"));
        for row in rows {
            let row = row.unwrap();
            assert_eq!(row.type_code.as_ref(), Some(code));
            // Of an amount without a type, code 001 is a capture.
            let kind = if row.settlement_type.is_none() && code == "001" { "CAPTURE" } else { *kind };
            assert_eq!(row.kind(), kind.parse().ok());
        }
    }
    let known = (0..100).map(|code| format!("{code:03}")).filter(|code| SettlementType::from_code(code).is_some());
    assert!(known.eq(codes.into_iter().map(|(code, _)| code)));
    let unknown = read("type,type_code,amount\n,012,1\n").remove(0).unwrap();
    assert_eq!((unknown.kind().unwrap().as_str(), SettlementType::from_code("1")), ("012", None));
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

/// Bytes that mean something in a report.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(prop::sample::select(b"type,amount\n\r\"FE1. \xff\xef".to_vec()), 0..20)
}

proptest! {
    #[test]
    fn chunk_lengths_do_not_matter_and_lines_are_in_order(
        lines in prop::collection::vec(prop_oneof![line().prop_map(|line| line.as_bytes().to_vec()), bytes()], 0..30),
        lengths in prop::collection::vec(1..40_usize, 1..20),
        cut in 0..3_usize,
    ) {
        let mut text = [b"type,amount,shop\n".as_slice(), &lines.concat()].concat();
        text.truncate(text.len() - cut);
        let rows = read(&text);
        let whole: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
        prop_assert_eq!(read_in_pieces(&text, lengths), whole);
        let lines: Vec<u64> = rows.into_iter().map(|row| match row {
            Ok(row) => row.line,
            Err(ReportError::Line(error)) => error.line(),
            Err(error) => panic!("{error}"),
        }).collect();
        prop_assert!(lines.is_sorted(), "{:?}", lines);
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
    struct Broken;

    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }

    let rows: Rows<SettlementRow> = ReportReader::new(b"type,amount\nFEE,1\nFEE,2".chain(Broken)).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].as_ref().unwrap().amount, decimal("1"));
    let error = rows[1].as_ref().unwrap_err();
    assert_eq!(error.to_string(), "the report cannot be read: the disk is gone");
}
