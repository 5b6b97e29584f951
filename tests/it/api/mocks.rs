//! The typed mocks, used as in the tests of a program.

use httpmock::MockServer;
use serde_json::json;
use sezzle_api::ErrorCode;
use sezzle_api::mock::{MockServerExt, client, error_detail};
use sezzle_api::types::Order;

#[tokio::test]
async fn mock_responds_by_parameter() {
    let server = MockServer::start_async().await;
    let client = client(&server).unwrap();
    let order: Order = serde_json::from_value(json!({"uuid": "o.1", "checkout_status": "complete"})).unwrap();
    server.get_order(|when, then| {
        when.order_uuid("o.1");
        then.ok(&order);
    });
    server.get_order(|when, then| {
        when.order_uuid("o-2");
        then.errors(404, &[error_detail("record_not_found", "no such order")]);
    });
    assert_eq!(client.get_order().order_uuid("o.1").send().await.unwrap().into_inner(), order);
    let error = client.get_order().order_uuid("o-2").send().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.code()), (404, Some(&ErrorCode::RecordNotFound)));
    // An id is not a pattern.
    assert!(client.get_order().order_uuid("oX1").send().await.is_err());
}

#[tokio::test]
async fn mock_report_is_csv() {
    let server = MockServer::start_async().await;
    let mock = server.get_settlement_details(|when, then| {
        when.payout_uuid("p-1").metadata("channel");
        then.ok("a,b\n1,2\n");
    });
    let response =
        client(&server).unwrap().get_settlement_details().payout_uuid("p-1").metadata("channel").send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/csv");
    assert_eq!(response.into_inner().bytes().await.unwrap(), b"a,b\n1,2\n");
    mock.assert_async().await;
}
