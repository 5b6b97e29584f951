//! Reports.

use std::time::Duration;

use serde_json::{Value, json};
use sezzle_simulator::{DisputeOutcome, LedgerEntry, LedgerKind, Simulator};

use crate::support::calls::{NOON, usd};
use crate::{Shop, assert_error, only_error, order, order_request, text};

const DAY: Duration = Duration::from_secs(24 * 3600);

/// Returns the rows below a header, each cell by the name of its column. Rows without an order have 12 cells.
fn table(lines: &[&str]) -> Vec<Value> {
    let (header, rows) = lines.split_first().expect("a header");
    let names: Vec<&str> = header.split(',').collect();
    let row = |line: &&str| {
        let cells: Vec<&str> = line.split(',').collect();
        assert!(cells.len() == names.len() || cells.len() == 12, "{line}");
        names.iter().zip(cells).map(|(name, cell)| ((*name).to_owned(), json!(cell))).collect()
    };
    rows.iter().map(row).collect()
}

async fn csv(shop: &Shop, path: &str) -> String {
    let response = shop.call("GET", path, &Value::Null).await;
    assert_eq!(response.status, 200, "{}", response.body);
    assert_eq!(response.header("content-type"), Some("text/csv"));
    response.body
}

async fn summaries(shop: &Shop, query: &str) -> Vec<Value> {
    let path = format!("/v2/settlements/summaries?{query}");
    shop.granted(200, "GET", &path, &Value::Null).await.as_array().expect("an array").clone()
}

/// Returns a decimal as cents.
fn cents(text: &Value) -> i64 {
    text.as_str().expect("text").replace('.', "").parse().expect("a number")
}

#[tokio::test]
async fn payout_lists_what_moved_money() {
    let mut shop = Shop::at_noon().await;
    let mut with_metadata = order();
    with_metadata["reference_id"] = json!("order-1001");
    with_metadata["metadata"] = json!({"channel": "web, mobile", "till": "7"});
    let created = shop.created_session(&order_request(with_metadata)).await;
    let auth = text(&created, "/order/uuid");
    shop.approve(auth).expect("the shopper approves");
    let captured = shop.approved_order("CAPTURE").await;
    shop.act_granted("capture", auth, 4000).await;
    shop.act_granted("release", auth, 150).await;
    shop.act_granted("refund", auth, 500).await;
    shop.act_granted("refund", &captured, 25).await;
    assert_eq!(summaries(&shop, "start-date=2026-03-01").await, Vec::<Value>::new(), "not paid out yet");

    shop.advance(DAY);
    shop.authenticate_again().await;
    let paid = summaries(&shop, "start-date=2026-03-02&end-date=2026-03-02").await;
    let [summary] = paid.as_slice() else { panic!("not one payout: {paid:?}") };
    // 4000 + 4150 captured, 525 refunded, fees 270 + 279, of which 30 and 2 came back.
    assert_eq!(summary["net_settlement_amount"].to_string(), "71.08");
    assert_eq!(summary["payout_date"], "2026-03-02T00:05:00.000Z");
    assert_eq!((&summary["payout_currency"], &summary["status"]), (&json!("USD"), &json!("Complete")));

    let details = csv(&shop, &format!("/v2/settlements/details/{}", text(summary, "/uuid"))).await;
    let lines: Vec<&str> = details.lines().collect();
    let total = &table(&lines[..2])[0];
    let expected = [
        ("total_order_amount", 8300),
        ("total_capture_amount", 8150),
        ("total_refund_amount", -525),
        ("total_fee_amount", -549),
        ("total_returned_fee_amount", 32),
        ("total_chargeback_amount", 0),
        ("net_settlement_amount", 7108),
        ("final_payout_amount", 7108),
    ];
    for (column, amount) in expected {
        assert_eq!(cents(&total[column]), amount, "{column}");
    }
    assert_eq!(total["payout_date"], "2026-03-02 00:05:00 +0000 UTC");
    assert_eq!(total.get("total_interest_transfer_amount"), None, "not in the programme");

    let items = table(&lines[2..]);
    let rows: Vec<(&str, &str, i64)> = items
        .iter()
        .map(|item| {
            let amount = if item["type"] == "ORDER" { &item["order_amount"] } else { &item["amount"] };
            (text(item, "/type"), text(item, "/type_code"), cents(amount))
        })
        .collect();
    let expected = [
        ("ORDER", "001", 4150),
        ("CAPTURE", "001", 4150),
        ("FEE", "003", -279),
        ("ORDER", "001", 4150),
        ("CAPTURE", "001", 4000),
        ("FEE", "003", -270),
        ("REFUND", "002", 500),
        ("RETURNED_FEE", "004", 30),
        ("REFUND", "002", 25),
        ("RETURNED_FEE", "004", 2),
    ];
    assert_eq!(rows, expected);
    // Every row has both ids, in the columns that published samples have them in.
    for item in &items {
        let order = shop.order(text(item, "/sezzle_order_id")).await;
        assert_eq!(item["order_uuid"], order["authorization"]["sezzle_order_id"]);
        assert_eq!(item["external_reference_id"], "order-1001");
    }
    assert_eq!(items[3]["sezzle_order_id"], auth);
    // The two orders are the first and the second of the same shopper, in order of approval.
    let numbers: Vec<_> = items.iter().map(|item| text(item, "/customer_order_id")).collect();
    assert_eq!(numbers, ["2", "2", "2", "1", "1", "1", "1", "1", "2", "2"]);

    let path = format!("/v2/settlements/details/{}?metadata=none,channel,till", text(summary, "/uuid"));
    let with_metadata = csv(&shop, &path).await;
    let header = with_metadata.lines().nth(2).expect("a header");
    assert!(header.ends_with(",card_network_auth_ref,channel,till"), "{header}");
    assert!(with_metadata.contains(",\"web, mobile\",7\n"), "{with_metadata}");
    let unknown = shop.call("GET", "/v2/settlements/details/unknown", &Value::Null).await;
    assert_error(&unknown, 404, "record_not_found");
}

#[tokio::test]
async fn payouts_are_listed_by_currency_and_page() {
    let mut shop = Shop::at_noon().await;
    for _ in 0..45 {
        shop.approved_order("CAPTURE").await;
        shop.advance(DAY);
        shop.authenticate_again().await;
    }
    let mut canadian = order();
    canadian["order_amount"]["currency"] = json!("CAD");
    canadian["intent"] = json!("CAPTURE");
    let created = shop.created_session(&order_request(canadian)).await;
    shop.approve(text(&created, "/uuid")).expect("the shopper approves");
    shop.advance(DAY);
    shop.authenticate_again().await;

    let mut seen = Vec::new();
    loop {
        let page = summaries(&shop, &format!("start-date=2026-03-01&offset={}", seen.len())).await;
        assert!(page.len() <= 20, "{}", page.len());
        if page.is_empty() {
            break;
        }
        seen.extend(page.iter().map(|payout| text(payout, "/payout_date").to_owned()));
    }
    assert_eq!(seen.len(), 45);
    assert!(seen.is_sorted(), "{seen:?}");
    assert_eq!(summaries(&shop, "start-date=2026-03-01&currency-code=CAD").await.len(), 1);
    assert_eq!(summaries(&shop, "start-date=2026-03-05&end-date=2026-03-07").await.len(), 3);
    assert_eq!(summaries(&shop, "start-date=2030-01-01").await.len(), 0, "a start to come");
}

#[tokio::test]
async fn queries_are_validated() {
    let shop = Shop::at_noon().await;
    let cases = [
        ("settlements/summaries", "", "start-date"),
        ("settlements/summaries", "start-date=", "start-date"),
        ("settlements/summaries", "start-date=2026-02-30", "start-date"),
        ("settlements/summaries", "start-date=2026-3-1", "start-date"),
        ("settlements/summaries", "start-date=2026-03-01&end-date=2026-02-28", "end-date"),
        ("settlements/summaries", "start-date=2026-03-01&offset=-1", "offset"),
        ("settlements/summaries", "start-date=2026-03-01&offset=robin", "offset"),
        ("settlements/summaries", "start-date=2026-03-01&offset=2147483648", "offset"),
        ("settlements/summaries", "start-date=2026-03-01&currency-code=usd", "currency-code"),
        ("interest/balance", "currency-code=EUR", "currency-code"),
        ("interest/activity", "offset=1", "start-date"),
        ("orders/report", "start-date=2026-03-01", "end-date"),
        ("orders/report", "start-date=2026-03-01&end-date=2026-03-09", "end-date"),
        ("orders/report", "start-date=2026-03-01&end-date=robin", "end-date"),
    ];
    for (path, query, location) in cases {
        let refused = shop.call("GET", &format!("/v2/{path}?{query}"), &Value::Null).await;
        assert_error(&refused, 422, "invalid");
        assert_eq!(only_error(&refused)["location"], location, "{path} {query}");
        assert!(!refused.body.contains("robin"), "{}", refused.body);
    }
    shop.granted(200, "GET", "/v2/orders/report?start-date=2026-03-01&end-date=2026-03-08", &Value::Null).await;
    let encoded = "/v2/interest/activity?start%2Ddate=2026%2D03%2D01&unknown=1";
    assert_eq!(shop.call("GET", encoded, &Value::Null).await.status, 200);
}

#[tokio::test]
async fn order_report_reflects_operations() {
    let mut shop = Shop::at_noon().await;
    let uuid = shop.approved_order("AUTH").await;
    shop.act_granted("capture", &uuid, 3000).await;
    shop.act_granted("release", &uuid, 100).await;
    shop.act_granted("refund", &uuid, 1000).await;
    shop.waiting_order("AUTH").await;
    shop.advance(DAY);
    shop.authenticate_again().await;
    let next = shop.approved_order("CAPTURE").await;

    let report =
        shop.granted(200, "GET", "/v2/orders/report?start-date=2026-03-01&end-date=2026-03-01", &Value::Null).await;
    let [item] = report.as_array().expect("an array").as_slice() else { panic!("not one order: {report}") };
    let read = shop.order(&uuid).await;
    let expected = json!({
        "created_at": "2026-03-01T12:00:00.000Z",
        "order_uuid": read["authorization"]["sezzle_order_id"],
        "order_platform_uuid": uuid,
        "customer_name": "Ada Example",
        "customer_email": "ada@shopper.example",
        "external_reference_id": "order-1001",
        "customer_currency_code": "USD",
        "merchant_currency_code": "USD",
        "order_amount_in_cents": 4150,
        "captured_amount_in_cents": 3000,
        // The authorization has expired since, which released the rest.
        "uncaptured_amount_in_cents": 0,
        "released_amount_in_cents": 1150,
        "total_fees_in_cents": 210,
        "net_amount_in_cents": 2790,
        "refund_fee_in_cents": 60,
        "order_type": "Standard Checkout",
        "financing_option": "4-pay-biweekly",
    });
    assert_eq!(*item, expected);
    let both = "/v2/orders/report?start-date=2026-03-01&end-date=2026-03-02";
    let both = shop.granted(200, "GET", both, &Value::Null).await;
    assert_eq!(both[1]["order_platform_uuid"], json!(next));
}

#[tokio::test]
async fn dispute_won_by_shopper_is_charged_back() {
    let mut shop = Shop::at_noon().await;
    let uuid = shop.approved_order("CAPTURE").await;
    shop.act_granted("refund", &uuid, 150).await;
    shop.open_dispute(&uuid).expect("can be disputed");
    let dispute = shop.order(&uuid).await["dispute"].clone();
    assert_eq!(dispute["status"], "open");
    assert!(shop.open_dispute(&uuid).is_err(), "once at a time");
    shop.close_dispute(&uuid, DisputeOutcome::CustomerWin).expect("is open");
    assert!(shop.close_dispute(&uuid, DisputeOutcome::Neutral).is_err(), "it is over");
    let read = shop.order(&uuid).await;
    assert_eq!(read["dispute"]["status"], "customer_win");
    assert_eq!(read["authorization"]["refunds"][1]["amount"], usd(4000));
    assert!(shop.open_dispute(&uuid).is_err(), "nothing is left to dispute");

    let kept = shop.approved_order("CAPTURE").await;
    shop.open_dispute(&kept).expect("can be disputed");
    shop.close_dispute(&kept, DisputeOutcome::MerchantWin).expect("is open");
    assert_eq!(shop.order(&kept).await["authorization"]["refunds"], json!([]));
    let (_, waiting) = shop.waiting_order("AUTH").await;
    assert!(shop.open_dispute(&waiting).is_err() && shop.open_dispute("unknown").is_err());

    shop.advance(DAY);
    shop.authenticate_again().await;
    let payout = summaries(&shop, "start-date=2026-03-02").await.remove(0);
    let details = csv(&shop, &format!("/v2/settlements/details/{}", text(&payout, "/uuid"))).await;
    let lines: Vec<&str> = details.lines().collect();
    assert_eq!(cents(&table(&lines[..2])[0]["total_chargeback_amount"]), -4000);
    let items = table(&lines[2..]);
    let chargeback = items.iter().find(|item| item["type"] == "CHARGEBACK").expect("a chargeback");
    assert_eq!((cents(&chargeback["amount"]), &chargeback["sezzle_order_id"]), (-4000, &json!(uuid)));
    let ledger = shop.ledger();
    let moved: Vec<_> = ledger.iter().map(|entry| (entry.kind, entry.amount_in_cents, entry.fee_in_cents)).collect();
    let expected = [
        (LedgerKind::Order, 4150, 0),
        (LedgerKind::Capture, 4150, 279),
        (LedgerKind::Refund, 150, -9),
        (LedgerKind::Chargeback, 4000, 0),
        (LedgerKind::Order, 4150, 0),
        (LedgerKind::Capture, 4150, 279),
        (LedgerKind::Order, 4150, 0),
    ];
    assert_eq!(moved, expected);
}

#[tokio::test]
async fn interest_account_grows_by_transfers_and_daily_interest() {
    let noon = NOON.parse().expect("a time");
    let mut shop = Shop::open_with(Simulator::builder().frozen_clock(noon).interest_share(50)).await;
    let mut large = order();
    large["order_amount"] = usd(100_000_000);
    large["intent"] = json!("CAPTURE");
    let created = shop.created_session(&order_request(large)).await;
    shop.approve(text(&created, "/uuid")).expect("the shopper approves");
    shop.advance(DAY);
    shop.authenticate_again().await;
    let balance = "/v2/interest/balance";
    // Half of 1,000,000.00 less 6 % and 0.30.
    let first = shop.granted(200, "GET", balance, &Value::Null).await;
    assert_eq!(first["interest_balance"].as_f64(), Some(469_999.85));
    let canadian = shop.granted(200, "GET", "/v2/interest/balance?currency-code=CAD", &Value::Null).await;
    assert_eq!(canadian["interest_balance"].as_f64(), Some(0.0));
    let payout = summaries(&shop, "start-date=2026-03-02").await.remove(0);
    assert_eq!(payout["net_settlement_amount"].as_f64(), Some(469_999.85));
    let details = csv(&shop, &format!("/v2/settlements/details/{}", text(&payout, "/uuid"))).await;
    assert!(details.starts_with("total_order_amount,"), "{details}");
    assert_eq!(
        cents(&table(&details.lines().take(2).collect::<Vec<_>>())[0]["total_interest_transfer_amount"]),
        -46_999_985
    );
    let row = details.lines().last().expect("a row");
    assert_eq!(row, "INTEREST_TRANSFER,,,2026-03-02T00:05:00.000Z,,,,,-469999.85,USD,008,");
    let ledger = shop.ledger();
    let transfer = ledger.last().expect("a transfer");
    assert_eq!((transfer.kind, transfer.order_uuid.as_str()), (LedgerKind::InterestTransfer, ""));
    assert_eq!(transfer.uuid, text(&payout, "/uuid"));
    assert_eq!(ledger.iter().map(LedgerEntry::payout_in_cents).sum::<i64>(), 46_999_985);

    shop.advance(30 * DAY);
    shop.authenticate_again().await;
    shop.withdraw_interest("USD").expect("is known");
    let mut rows = Vec::new();
    loop {
        let path = format!("/v2/interest/activity?start-date=2026-03-01&offset={}", rows.len());
        let text = csv(&shop, &path).await;
        let page = table(&text.lines().collect::<Vec<_>>());
        assert!(page.len() <= 20, "{text}");
        if page.is_empty() {
            break;
        }
        rows.extend(page);
    }
    assert_eq!(rows.len(), 1 + 30 + 1);
    let ten_thousandths = |row: &Value, column: &str| cents(&row[column]);
    let mut balance = 0;
    for row in rows.iter().rev() {
        balance += ten_thousandths(row, "interest_account_change_amount");
        assert_eq!(ten_thousandths(row, "interest_account_balance_after_change"), balance, "{row}");
    }
    assert_eq!(balance, 0);
    assert_eq!((&rows[0]["type"], &rows[1]["type"]), (&json!("INTEREST_WITHDRAWAL"), &json!("INTEREST_ACCRUAL")));
    assert_eq!(rows[31]["type"], "INTEREST_PAYOUT");
    // 4 % of 469,999.85 in a year.
    assert_eq!(rows[30]["interest_account_change_amount"], "51.5068");
    assert!(shop.withdraw_interest("EUR").is_err());
}

#[tokio::test]
async fn clock_can_advance_to_its_end() {
    let noon = NOON.parse().expect("a time");
    let mut shop = Shop::open_with(Simulator::builder().frozen_clock(noon).interest_share(100)).await;
    let mut large = order();
    large["order_amount"] = usd(i64::from(i32::MAX));
    large["intent"] = json!("CAPTURE");
    let created = shop.created_session(&order_request(large)).await;
    shop.approve(text(&created, "/uuid")).expect("the shopper approves");
    shop.waiting_order("AUTH").await;
    shop.advance(Duration::MAX);
    shop.advance(Duration::MAX);
    assert_eq!(shop.now().to_rfc3339(), "3000-01-01T00:00:00+00:00");
    shop.authenticate_again().await;
    // Compound interest over ten centuries saturates.
    let balance = shop.granted(200, "GET", "/v2/interest/balance", &Value::Null).await;
    assert!(balance["interest_balance"].as_f64() > Some(9e14), "{balance}");
}

/// An order whose first part is captured on one day, and the second part on the next.
#[tokio::test]
async fn order_row_is_in_the_payout_of_the_first_capture() {
    let noon = NOON.parse().expect("a time");
    let mut shop = Shop::open_with(Simulator::builder().frozen_clock(noon).authorization_ttl(7 * DAY)).await;
    let uuid = shop.approved_order("AUTH").await;
    let mut types = Vec::new();
    for (day, cents) in [("2026-03-02", 1000), ("2026-03-03", 2000)] {
        shop.act_granted("capture", &uuid, cents).await;
        shop.advance(DAY);
        shop.authenticate_again().await;
        let payout = summaries(&shop, &format!("start-date={day}&end-date={day}")).await.remove(0);
        let details = csv(&shop, &format!("/v2/settlements/details/{}", text(&payout, "/uuid"))).await;
        let rows = table(&details.lines().skip(2).collect::<Vec<_>>());
        types.push(rows.iter().map(|row| text(row, "/type").to_owned()).collect::<Vec<_>>());
    }
    assert_eq!(types, [vec!["ORDER", "CAPTURE", "FEE"], vec!["CAPTURE", "FEE"]]);
}

#[tokio::test]
async fn customer_order_id_counts_the_orders_of_each_shopper() {
    let mut shop = Shop::at_noon().await;
    for email in ["robin@shopper.example", "kim@shopper.example", "Robin@Shopper.example"] {
        let mut details = order();
        details["intent"] = json!("CAPTURE");
        let mut request = order_request(details);
        request["customer"] = json!({"email": email});
        let created = shop.created_session(&request).await;
        shop.approve(text(&created, "/uuid")).expect("the shopper approves");
    }
    shop.advance(DAY);
    shop.authenticate_again().await;
    let payout = summaries(&shop, "start-date=2026-03-02").await.remove(0);
    let details = csv(&shop, &format!("/v2/settlements/details/{}", text(&payout, "/uuid"))).await;
    let rows = table(&details.lines().skip(2).collect::<Vec<_>>());
    let captures = rows.iter().filter(|row| row["type"] == "CAPTURE");
    assert_eq!(captures.map(|row| text(row, "/customer_order_id")).collect::<Vec<_>>(), ["1", "1", "2"]);
}
