//! Reports that are read while they arrive.

use std::time::Duration;

use sezzle_api::reports::ReportError;
use sezzle_api::{Client, ErrorKind};
use sezzle_tests::fixtures::builder;
use sezzle_tests::servers::scripted::{Action, ScriptedServer};

use crate::reports::reader::decimal;

#[tokio::test]
async fn truncated_report_returns_no_partial_row() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ncontent-length: 1000\r\n\r\n";
    let gateway = ScriptedServer::raw(format!("{head}type,amount\nFEE,1\nFEE,20")).await;
    let client = gateway.client();
    let mut rows = client.get_settlement_details().payout_uuid("payout-1").rows().await.unwrap();
    assert_eq!(rows.next().await.unwrap().unwrap().amount, decimal("1"));
    let Some(Err(ReportError::Call(error))) = rows.next().await else { panic!("a row") };
    assert_eq!(error.kind(), ErrorKind::NoResponse);
    assert!(rows.next().await.is_none());
}

/// Starts a server that pauses before each row of a report, and returns a client with a timeout of a second.
async fn slow_report(pause: Duration) -> (ScriptedServer, Client) {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ncontent-length: 30\r\n\r\n";
    let pieces = [head, "type,amount\n", "FEE,1\n", "FEE,2\n", "FEE,3\n"];
    let gateway = ScriptedServer::new([Action::pieces(pause, &pieces)]).await;
    let client = builder(&gateway.url).timeout(Duration::from_millis(1000)).build().unwrap();
    (gateway, client)
}

#[tokio::test]
async fn stream_timeout_applies_per_chunk() {
    // Together the rows take longer than the timeout, but not each.
    let (_gateway, client) = slow_report(Duration::from_millis(400)).await;
    let mut rows = client.get_settlement_details().payout_uuid("payout-1").rows().await.unwrap();
    for amount in ["1", "2", "3"] {
        assert_eq!(rows.next().await.unwrap().unwrap().amount, decimal(amount));
    }
    assert!(rows.next().await.is_none());

    let (_gateway, client) = slow_report(Duration::from_secs(3600)).await;
    let mut rows = client.get_settlement_details().payout_uuid("payout-1").rows().await.unwrap();
    let Some(Err(ReportError::Call(error))) = rows.next().await else { panic!("a row") };
    assert_eq!(error.kind(), ErrorKind::NoResponse, "{error}");
    assert!(error.to_string().contains("in time"), "{error}");
    assert!(rows.next().await.is_none());
}
