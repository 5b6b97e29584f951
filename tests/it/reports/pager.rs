//! Lists that are requested page by page.

use std::collections::HashSet;
use std::time::Duration;

use serde_json::json;
use sezzle_api::reports::{InterestType, ReportError};
use sezzle_api::types::Intent;
use sezzle_tests::fixtures::day;
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::shop::Shop;

use crate::reports::reader::decimal;

/// Starts a server with a page for each query.
async fn pages<const N: usize>(pages: [(&'static str, Action); N]) -> ScriptedServer {
    ScriptedServer::with_script(move |_, request| {
        let page = pages.iter().find(|(query, _)| request.target().contains(query));
        page.map_or_else(|| Action::status(404), |(_, page)| page.clone())
    })
    .await
}

#[tokio::test]
async fn payouts_are_paged_by_rows_received() {
    // Pages of uneven lengths.
    let gateway = pages([
        ("offset=0", Action::json(200, &json!([{"uuid": "a"}, {"uuid": "b"}]))),
        ("offset=2", Action::json(200, &json!([{"uuid": "c"}, {"uuid": "d"}, {"uuid": "e"}]))),
        ("offset=5", Action::json(200, &json!([]))),
    ])
    .await;
    let client = gateway.client();
    let payouts = || client.list_settlements().start_date(day("2026-03-01")).currency_code("CAD");
    let all = payouts().pager().unwrap().collect().await.unwrap();
    let uuids: String = all.into_iter().filter_map(|payout| payout.uuid).collect();
    assert_eq!(uuids, "abcde");
    for request in gateway.requests() {
        assert!(request.target().starts_with("/v2/settlements/summaries?"), "{request:?}");
        assert!(request.target().contains("currency-code=CAD"), "{request:?}");
    }
    // From a given offset.
    let rest = payouts().offset(2).pager().unwrap().collect().await.unwrap();
    assert_eq!(rest.len(), 3);

    assert!(client.list_settlements().pager().unwrap_err().to_string().contains("start_date"));
    assert!(payouts().offset(-1).pager().unwrap_err().to_string().contains("offset"));
}

/// Payouts are made at 00:05: a start alone would return the next payout as well, tonight and tomorrow night.
#[tokio::test]
async fn days_of_a_list_have_a_start_and_an_end() {
    let shop = Shop::open().await;
    let Shop { simulator, client } = &shop;
    let mut nights = Vec::new();
    for _ in 0..4 {
        let order_uuid = shop.approved(Intent::Auth).await;
        shop.capture(&order_uuid, 100).await;
        simulator.advance(Duration::from_secs(24 * 60 * 60));
        let yesterday = simulator.now().date_naive().pred_opt().unwrap();
        let night = client.list_settlements().days(yesterday..=yesterday).pager().unwrap().collect().await.unwrap();
        nights.push(night.iter().map(|payout| payout.payout_uuid().unwrap().to_owned()).collect::<Vec<_>>());
    }
    let all: HashSet<_> = nights.iter().flatten().collect();
    assert_eq!(nights.iter().map(Vec::len).collect::<Vec<_>>(), [0, 1, 1, 1]);
    assert_eq!(all.len(), 3, "{nights:?}");

    let query = ScriptedServer::json(200, &json!([])).await;
    let days = day("2026-03-01")..=day("2026-03-03");
    assert!(query.client().get_order_report().days(days.clone()).pager().unwrap().collect().await.unwrap().is_empty());
    let _not_csv = query.client().get_interest_activity().days(days).pager().unwrap().next().await;
    for request in query.requests() {
        let target = request.target();
        assert!(target.contains("start-date=2026-03-01") && target.contains("end-date=2026-03-03"), "{target}");
    }
}

#[tokio::test]
async fn repeated_page_ends_the_list() {
    let gateway = ScriptedServer::json(200, &json!([{"uuid": "a"}, {"uuid": "b"}])).await;
    let client = gateway.client();
    let mut payouts = client.list_settlements().start_date(day("2026-03-01")).pager().unwrap();
    assert!(payouts.next().await.unwrap().is_ok());
    assert!(payouts.next().await.unwrap().is_ok());
    let error = payouts.next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("the page at offset 2 is the same as the page before it"), "{error}");
    assert_eq!(error.operation().unwrap().id, "list_settlements");
    assert!(payouts.next().await.is_none());
    assert_eq!(gateway.requests().len(), 2);
}

const INTEREST: &str = "type,event_date,interest_account_change_amount,interest_account_balance_after_change\n";

#[tokio::test]
async fn interest_offset_counts_malformed_lines() {
    let page = |lines| Action::csv(format!("{INTEREST}{lines}"));
    let gateway = pages([
        ("offset=0", page("INTEREST_ACCRUAL,2026-03-02T00:00:00Z,0.1234,10.1234\nINTEREST_PAYOUT,soon,1,1\n")),
        ("offset=2", page("INTEREST_WITHDRAWAL,2026-03-01T00:00:00Z,-5.0000,5.1234\n")),
        ("offset=3", page("")),
    ])
    .await;
    let client = gateway.client();
    let mut rows = client.get_interest_activity().start_date(day("2026-03-01")).pager().unwrap();
    let first = rows.next().await.unwrap().unwrap();
    assert_eq!((first.change, first.balance_after), (decimal("0.1234"), decimal("10.1234")));
    let Some(Err(ReportError::Line(error))) = rows.next().await else { panic!("a row") };
    assert_eq!((error.line(), error.column()), (3, Some("event_date")));
    let last = rows.next().await.unwrap().unwrap();
    assert_eq!(last.interest_type, Some(InterestType::Withdrawal));
    assert!(rows.next().await.is_none());
}

/// A caller that goes on after a line that cannot be read must not request pages forever.
#[tokio::test]
async fn page_that_is_no_report_ends_the_list() {
    let page =
        ScriptedServer::new([Action::response(200, "content-type: text/html\r\n", "<html>back soon</html>\n")]).await;
    let client = page.client();
    let mut rows = client.get_interest_activity().start_date(day("2026-03-01")).pager().unwrap();
    assert!(matches!(rows.next().await, Some(Err(ReportError::Line(_)))));
    let Some(Err(ReportError::Call(error))) = rows.next().await else { panic!("another page") };
    assert!(error.to_string().contains("same as the page before"), "{error}");
    assert!(rows.next().await.is_none());
    assert_eq!(page.requests().len(), 2);
}

#[tokio::test]
async fn endless_page_is_aborted() {
    let rows = "INTEREST_ACCRUAL,2026-03-02,0.1,1\n".repeat(600_000);
    let gateway =
        ScriptedServer::raw(format!("HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\n\r\n{INTEREST}{rows}")).await;
    let client = gateway.client();
    let mut rows = client.get_interest_activity().start_date(day("2026-03-01")).pager().unwrap();
    let Some(Err(ReportError::Call(error))) = rows.next().await else { panic!("a row") };
    assert!(error.to_string().contains("it is longer than 16777216 bytes"), "{error}");
    assert!(rows.next().await.is_none());
}

#[tokio::test]
async fn order_report_is_requested_for_seven_days_at_a_time() {
    let gateway = pages([
        (
            "end-date=2026-03-04&start-date=2026-02-26",
            Action::json(200, &json!([{"order_uuid": "a"}, {"order_uuid": "b"}])),
        ),
        ("end-date=2026-03-11&start-date=2026-03-05", Action::json(200, &json!([]))),
        ("end-date=2026-03-13&start-date=2026-03-12", Action::json(200, &json!([{"order_uuid": "c"}]))),
    ])
    .await;
    let client = gateway.client();
    let report = || client.get_order_report().start_date(day("2026-02-26"));
    let all = report().end_date(day("2026-03-13")).pager().unwrap().collect().await.unwrap();
    let uuids: String = all.into_iter().filter_map(|order| order.order_uuid).collect();
    assert_eq!(uuids, "abc");
    assert_eq!(gateway.requests().len(), 3);

    let error = report().end_date(day("2026-02-25")).pager().unwrap_err();
    assert!(error.to_string().contains("end_date: it is before"), "{error}");
    assert!(report().pager().unwrap_err().to_string().contains("end_date"));
}
