//! The typed mocks, used as in the tests of a program.

use httpmock::MockServer;
use serde_json::json;
use sezzle_api::mock::{self, MockServerExt, client, error_detail};
use sezzle_api::types::Order;
use sezzle_api::{Error, ErrorCode, ErrorKind, operations};

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

#[test]
fn mock_errors_have_every_kind() {
    let errors = [
        (mock::error(404, "record_not_found"), ErrorKind::ErrorResponse, false),
        (mock::error(503, "busy"), ErrorKind::ErrorResponse, true),
        (mock::not_sent(), ErrorKind::NotSent, false),
        (mock::no_response(), ErrorKind::NoResponse, true),
        (mock::invalid_response(), ErrorKind::InvalidResponse, true),
        (mock::deadline_exceeded(), ErrorKind::DeadlineExceeded, true),
    ];
    for (error, kind, processed) in errors {
        let copy = mock::in_operation(error.clone(), &operations::CREATE_SESSION);
        assert_eq!((error.kind(), error.may_have_been_processed()), (kind, processed), "{error}");
        assert_eq!((copy.kind(), copy.operation().unwrap().id), (kind, "create_session"));
        assert!(copy.to_string().starts_with("create_session"), "{copy}");
    }
    let error = mock::error(404, "record_not_found");
    assert_eq!((error.status().unwrap(), error.code()), (404.try_into().unwrap(), Some(&ErrorCode::RecordNotFound)));
    let retryable = |error, operation| mock::in_operation(error, operation).is_retryable();
    assert!(retryable(mock::no_response(), &operations::CAPTURE_ORDER));
    assert!(!retryable(mock::no_response(), &operations::CREATE_SESSION));
}

/// `?` converts every error of the crate.
#[test]
fn errors_of_the_crate_become_one() {
    fn convert<T, E: Into<Error>>(result: Result<T, E>) -> String {
        let error: Error = result.err().unwrap().into();
        error.to_string()
    }
    use sezzle_api::reports::{ReportReader, SettlementRow};
    use sezzle_api::types::{Intent, Price, SessionOrder};
    use sezzle_api::webhook::Verifier;
    let order = SessionOrder::builder().intent("AUTH").order_amount(Price::usd(100));
    let order = order.shipping_amount(Price::usd(300)).build().unwrap();
    assert!(convert("auth".parse::<Intent>()).contains("not a known value"));
    assert!(convert("1".parse::<Price>()).contains("not an amount"));
    assert!(convert(order.validate_total()).starts_with("order: "));
    assert!(convert(Price::builder().build()).contains("missing"));
    assert!(convert(Verifier::new("sz_pr_1").unwrap().verify(b"{}", "")).starts_with("webhook: "));
    let mut rows = ReportReader::<SettlementRow, _>::new(&b"type,amount\nFEE,lots\n"[..]);
    assert!(convert(rows.next().unwrap()).starts_with("report: line 2"));
}
