//! Calls own what they need: they can be stored, spawned and awaited without the client they were started with.

use std::future::poll_fn;
use std::pin::pin;

use futures_core::Stream;
use serde_json::json;
use sezzle_api::reports::{ReportStream, SettlementRow};
use sezzle_tests::fixtures::{client, day};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};

/// Collects a stream, as combinators would.
async fn collect<S: Stream>(stream: S) -> Vec<S::Item> {
    let mut stream = pin!(stream);
    let mut items = Vec::new();
    while let Some(item) = poll_fn(|context| stream.as_mut().poll_next(context)).await {
        items.push(item);
    }
    items
}

#[tokio::test]
async fn builder_is_awaited_on_another_task_after_its_client_is_dropped() {
    let gateway = ScriptedServer::json(200, &json!({"uuid": "order-1"})).await;
    let call = client(&*gateway.url).get_order().order_uuid("order-1");
    assert!(gateway.requests().is_empty());
    let order = tokio::spawn(call.clone().into_future()).await.unwrap().unwrap();
    assert_eq!(order.uuid.as_deref(), Some("order-1"));
    assert_eq!(call.await.unwrap().into_inner(), order.into_inner());
    assert_eq!(gateway.requests().len(), 2);
    let error = client(&*gateway.url).get_order().await.unwrap_err();
    assert!(error.to_string().contains("order_uuid"), "{error}");
}

#[tokio::test]
async fn pager_and_rows_are_streams() {
    let report = "type,amount,posting_currency\nFEE,-1.00,USD\nFEE,lots,USD\nFEE,-2.00,USD\n";
    let gateway = ScriptedServer::with_script(move |_, request| match request.target() {
        target if target.contains("/details/") => Action::csv(report),
        target if target.contains("offset=0") => Action::json(200, &json!([{"uuid": "a"}, {"uuid": "b"}])),
        _ => Action::json(200, &json!([])),
    })
    .await;
    let payouts = client(&*gateway.url).list_settlements().start_date(day("2026-03-01")).pager().unwrap();
    let payouts = tokio::spawn(collect(payouts)).await.unwrap();
    let uuids: String = payouts.into_iter().filter_map(|payout| payout.unwrap().uuid).collect();
    assert_eq!(uuids, "ab");

    let rows: ReportStream<SettlementRow> =
        client(&*gateway.url).get_settlement_details().payout_uuid("a").rows().await.unwrap();
    let rows = tokio::spawn(collect(rows)).await.unwrap();
    assert_eq!(rows.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, true]);
}

#[tokio::test]
async fn page_request_survives_a_cancelled_wait() {
    let page = Action::json(200, &json!([{"uuid": "a"}])).after(std::time::Duration::from_millis(50));
    let gateway = ScriptedServer::new([page]).await;
    let mut payouts = client(&*gateway.url).list_settlements().start_date(day("2026-03-01")).pager().unwrap();
    let cancelled = tokio::time::timeout(std::time::Duration::from_millis(10), payouts.next()).await;
    assert!(cancelled.is_err());
    assert_eq!(payouts.next().await.unwrap().unwrap().uuid.as_deref(), Some("a"));
    assert_eq!(gateway.requests().len(), 1);
}
