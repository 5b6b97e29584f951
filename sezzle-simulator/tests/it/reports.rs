//! Reports.

use serde_json::{Value, json};
use sezzle_simulator::{DisputeOutcome, LedgerEntry, LedgerKind, Simulator};

use crate::support::shop::{DAY, Shop};
use crate::support::{assert_rejected, capture_request, order_request, set, text, usd};

/// Returns the rows below a header, each cell by the name of its column. Rows without an order have 12 cells.
fn table<'a>(mut lines: impl Iterator<Item = &'a str>) -> Vec<Value> {
    let names: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        assert!(cells.len() == names.len() || cells.len() == 12, "{line}");
        names.iter().zip(cells).map(|(name, cell)| ((*name).to_owned(), json!(cell))).collect()
    };
    lines.map(row).collect()
}

async fn csv(shop: &Shop, path: &str) -> String {
    let response = shop.call("GET", path, &Value::Null).await;
    assert_eq!(response.status, 200, "{}", response.body);
    assert_eq!(response.header("content-type"), Some("text/csv"));
    response.body
}

async fn summaries(shop: &Shop, query: &str) -> Vec<Value> {
    shop.read(&format!("/v2/settlements/summaries?{query}")).await.as_array().expect("an array").clone()
}

/// The payout of a day: its summary, and the totals and rows of its details.
struct Payout {
    summary: Value,
    details: String,
    total: Value,
    rows: Vec<Value>,
}

impl Payout {
    async fn of(shop: &Shop, day: &str) -> Self {
        let paid = summaries(shop, &format!("start-date={day}&end-date={day}")).await;
        let [summary] = paid.as_slice() else { panic!("not one payout: {paid:?}") };
        let details = csv(shop, &format!("/v2/settlements/details/{}", text(summary, "/uuid"))).await;
        let total = table(details.lines().take(2)).remove(0);
        let rows = table(details.lines().skip(2));
        Self { summary: summary.clone(), details, total, rows }
    }

    fn column(&self, name: &str) -> Vec<&str> {
        self.rows.iter().map(|row| row[name].as_str().expect("text")).collect()
    }
}

/// Returns a decimal as a whole number of its smallest unit.
fn units(text: &Value) -> i64 {
    text.as_str().expect("text").replace('.', "").parse().expect("a number")
}

#[tokio::test]
async fn payout_lists_what_moved_money() {
    let mut shop = Shop::at_noon().await;
    let mut request = order_request();
    set(&mut request, "/order/reference_id", json!("order-1001"));
    set(&mut request, "/order/metadata", json!({"channel": "web, mobile", "till": "7"}));
    let auth = shop.approved(&request).await;
    let captured = shop.approved_order("CAPTURE").await;
    shop.act_granted("capture", &auth, 4000).await;
    shop.act_granted("release", &auth, 150).await;
    shop.act_granted("refund", &auth, 500).await;
    shop.act_granted("refund", &captured, 25).await;
    assert_eq!(summaries(&shop, "start-date=2026-03-01").await, Vec::<Value>::new(), "not paid out yet");

    shop.next_day().await;
    let payout = Payout::of(&shop, "2026-03-02").await;
    // 4000 + 4150 captured, 525 refunded, fees 270 + 279, of which 30 and 2 came back.
    assert_eq!(payout.summary["net_settlement_amount"].to_string(), "71.08");
    assert_eq!(payout.summary["payout_date"], "2026-03-02T00:05:00.000Z");
    assert_eq!((&payout.summary["payout_currency"], &payout.summary["status"]), (&json!("USD"), &json!("Complete")));
    for (column, amount) in [
        ("total_order_amount", 8300),
        ("total_capture_amount", 8150),
        ("total_refund_amount", -525),
        ("total_fee_amount", -549),
        ("total_returned_fee_amount", 32),
        ("total_chargeback_amount", 0),
        ("net_settlement_amount", 7108),
        ("final_payout_amount", 7108),
    ] {
        assert_eq!(units(&payout.total[column]), amount, "{column}");
    }
    assert_eq!(payout.total["payout_date"], "2026-03-02 00:05:00 +0000 UTC");
    assert_eq!(payout.total.get("total_interest_transfer_amount"), None, "not in the programme");

    let row = |row: &Value| {
        let amount = if row["type"] == "ORDER" { &row["order_amount"] } else { &row["amount"] };
        let of_auth = row["sezzle_order_id"] == auth;
        (text(row, "/type").to_owned(), text(row, "/type_code").to_owned(), units(amount), of_auth)
    };
    let expected = [
        ("ORDER", "001", 4150, false),
        ("CAPTURE", "001", 4150, false),
        ("FEE", "003", -279, false),
        ("ORDER", "001", 4150, true),
        ("CAPTURE", "001", 4000, true),
        ("FEE", "003", -270, true),
        ("REFUND", "002", 500, true),
        ("RETURNED_FEE", "004", 30, true),
        ("REFUND", "002", 25, false),
        ("RETURNED_FEE", "004", 2, false),
    ];
    let expected = expected.map(|(name, code, amount, auth)| (name.to_owned(), code.to_owned(), amount, auth));
    assert_eq!(payout.rows.iter().map(row).collect::<Vec<_>>(), expected);
    // Every row has both ids, in the columns that published samples have them in.
    for row in &payout.rows {
        let order = shop.order(text(row, "/sezzle_order_id")).await;
        assert_eq!(row["order_uuid"], order["authorization"]["sezzle_order_id"]);
        assert_eq!(row["external_reference_id"], "order-1001");
    }
    // The two orders are the first and the second of the same shopper, in order of approval.
    assert_eq!(payout.column("customer_order_id"), ["2", "2", "2", "1", "1", "1", "1", "1", "2", "2"]);

    let uuid = text(&payout.summary, "/uuid");
    let with_metadata = csv(&shop, &format!("/v2/settlements/details/{uuid}?metadata=none,channel,till")).await;
    let header = with_metadata.lines().nth(2).expect("a header");
    assert!(header.ends_with(",card_network_auth_ref,channel,till"), "{header}");
    assert!(with_metadata.contains(",\"web, mobile\",7\n"), "{with_metadata}");
    shop.assert_not_found("GET", "/v2/settlements/details/unknown", &Value::Null).await;
}

#[tokio::test]
async fn payouts_are_listed_by_currency_and_page() {
    let mut shop = Shop::at_noon().await;
    for _ in 0..45 {
        shop.approved_order("CAPTURE").await;
        shop.next_day().await;
    }
    shop.approved(&capture_request(&json!({"amount_in_cents": 4150, "currency": "CAD"}))).await;
    shop.next_day().await;

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
    assert_eq!(summaries(&shop, "start-date=2030-01-01").await.len(), 0, "in the future");
}

#[tokio::test]
async fn queries_are_validated() {
    let shop = Shop::at_noon().await;
    for (path, query, location) in [
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
    ] {
        let rejected = shop.call("GET", &format!("/v2/{path}?{query}"), &Value::Null).await;
        assert_rejected(&rejected, "invalid", location);
        assert!(!rejected.body.contains("robin"), "{}", rejected.body);
    }
    shop.read("/v2/orders/report?start-date=2026-03-01&end-date=2026-03-08").await;
    csv(&shop, "/v2/interest/activity?start%2Ddate=2026%2D03%2D01&unknown=1").await;
}

#[tokio::test]
async fn order_report_reflects_operations() {
    let mut shop = Shop::at_noon().await;
    let uuid = shop.approved_order("AUTH").await;
    shop.act_granted("capture", &uuid, 3000).await;
    shop.act_granted("release", &uuid, 100).await;
    shop.act_granted("refund", &uuid, 1000).await;
    shop.waiting_order("AUTH").await;
    shop.next_day().await;
    let next = shop.approved_order("CAPTURE").await;

    let report = shop.read("/v2/orders/report?start-date=2026-03-01&end-date=2026-03-01").await;
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
    assert_eq!(report, json!([expected]));
    let both = shop.read("/v2/orders/report?start-date=2026-03-01&end-date=2026-03-02").await;
    assert_eq!(both[1]["order_platform_uuid"], json!(next));
}

#[tokio::test]
async fn dispute_won_by_shopper_is_charged_back() {
    let mut shop = Shop::at_noon().await;
    let uuid = shop.approved_order("CAPTURE").await;
    shop.act_granted("refund", &uuid, 150).await;
    shop.open_dispute(&uuid).expect("can be disputed");
    assert_eq!(shop.order(&uuid).await["dispute"]["status"], "open");
    assert!(shop.open_dispute(&uuid).is_err(), "is open already");
    shop.close_dispute(&uuid, DisputeOutcome::CustomerWin).expect("is open");
    assert!(shop.close_dispute(&uuid, DisputeOutcome::Neutral).is_err(), "is closed");
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

    shop.next_day().await;
    let payout = Payout::of(&shop, "2026-03-02").await;
    assert_eq!(units(&payout.total["total_chargeback_amount"]), -4000);
    let chargeback = payout.rows.iter().find(|row| row["type"] == "CHARGEBACK").expect("a chargeback");
    assert_eq!((units(&chargeback["amount"]), &chargeback["sezzle_order_id"]), (-4000, &json!(uuid)));
    let moved: Vec<_> =
        shop.ledger().iter().map(|entry| (entry.kind, entry.amount_in_cents, entry.fee_in_cents)).take(4).collect();
    let expected = [
        (LedgerKind::Order, 4150, 0),
        (LedgerKind::Capture, 4150, 279),
        (LedgerKind::Refund, 150, -9),
        (LedgerKind::Chargeback, 4000, 0),
    ];
    assert_eq!(moved, expected);
}

#[tokio::test]
async fn interest_account_grows_by_transfers_and_daily_interest() {
    let mut shop = Shop::at_noon_with(Simulator::builder().interest_share(50)).await;
    shop.approved(&capture_request(&usd(100_000_000))).await;
    shop.next_day().await;
    let balance = async |query: &str| {
        shop.read(&format!("/v2/interest/balance{query}")).await["interest_balance"].as_f64().expect("a number")
    };
    // Half of 1,000,000.00 less 6 % and 0.30.
    assert_eq!((balance("").await, balance("?currency-code=CAD").await), (469_999.85, 0.0));
    let payout = Payout::of(&shop, "2026-03-02").await;
    assert_eq!(payout.summary["net_settlement_amount"].as_f64(), Some(469_999.85));
    assert!(payout.details.starts_with("total_order_amount,"), "{}", payout.details);
    assert_eq!(units(&payout.total["total_interest_transfer_amount"]), -46_999_985);
    let row = payout.details.lines().last().expect("a row");
    assert_eq!(row, "INTEREST_TRANSFER,,,2026-03-02T00:05:00.000Z,,,,,-469999.85,USD,008,");
    let ledger = shop.ledger();
    let transfer = ledger.last().expect("a transfer");
    assert_eq!((transfer.kind, transfer.order_uuid.as_str()), (LedgerKind::InterestTransfer, ""));
    assert_eq!(transfer.uuid, text(&payout.summary, "/uuid"));
    assert_eq!(ledger.iter().map(LedgerEntry::payout_in_cents).sum::<i64>(), 46_999_985);

    shop.advance_long(30 * DAY).await;
    shop.withdraw_interest("USD").expect("a known currency");
    assert!(shop.withdraw_interest("EUR").is_err());
    let mut rows = Vec::new();
    loop {
        let path = format!("/v2/interest/activity?start-date=2026-03-01&offset={}", rows.len());
        let page = table(csv(&shop, &path).await.lines());
        assert!(page.len() <= 20, "{page:?}");
        if page.is_empty() {
            break;
        }
        rows.extend(page);
    }
    assert_eq!(rows.len(), 1 + 30 + 1);
    let mut balance = 0;
    for row in rows.iter().rev() {
        balance += units(&row["interest_account_change_amount"]);
        assert_eq!(units(&row["interest_account_balance_after_change"]), balance, "{row}");
    }
    assert_eq!(balance, 0);
    assert_eq!((&rows[0]["type"], &rows[1]["type"]), (&json!("INTEREST_WITHDRAWAL"), &json!("INTEREST_ACCRUAL")));
    assert_eq!(rows[31]["type"], "INTEREST_PAYOUT");
    // 4 % of 469,999.85 in a year.
    assert_eq!(rows[30]["interest_account_change_amount"], "51.5068");
}

#[tokio::test]
async fn clock_can_advance_to_its_end() {
    let mut shop = Shop::at_noon_with(Simulator::builder().interest_share(100)).await;
    shop.approved(&capture_request(&usd(i64::from(i32::MAX)))).await;
    shop.waiting_order("AUTH").await;
    shop.advance(std::time::Duration::MAX);
    shop.advance_long(std::time::Duration::MAX).await;
    assert_eq!(shop.now().to_rfc3339(), "3000-01-01T00:00:00+00:00");
    // Compound interest over ten centuries saturates.
    let balance = shop.read("/v2/interest/balance").await;
    assert!(balance["interest_balance"].as_f64() > Some(9e14), "{balance}");
}

/// The first part of the order is captured on one day, and the second part on the next.
#[tokio::test]
async fn order_row_is_in_the_payout_of_the_first_capture() {
    let mut shop = Shop::at_noon_with(Simulator::builder().authorization_ttl(7 * DAY)).await;
    let uuid = shop.approved_order("AUTH").await;
    for (day, cents, types) in
        [("2026-03-02", 1000, &["ORDER", "CAPTURE", "FEE"][..]), ("2026-03-03", 2000, &["CAPTURE", "FEE"])]
    {
        shop.act_granted("capture", &uuid, cents).await;
        shop.next_day().await;
        assert_eq!(Payout::of(&shop, day).await.column("type"), types);
    }
}

#[tokio::test]
async fn customer_order_id_counts_the_orders_of_each_shopper() {
    let mut shop = Shop::at_noon().await;
    for email in ["robin@shopper.example", "kim@shopper.example", "Robin@Shopper.example"] {
        let mut request = capture_request(&usd(4150));
        request["customer"] = json!({"email": email});
        shop.approved(&request).await;
    }
    shop.next_day().await;
    let mut payout = Payout::of(&shop, "2026-03-02").await;
    payout.rows.retain(|row| row["type"] == "CAPTURE");
    assert_eq!(payout.column("customer_order_id"), ["1", "1", "2"]);
}
