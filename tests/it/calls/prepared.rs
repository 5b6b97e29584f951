//! Calls that are stored, and sent later.

use std::time::Duration;

use proptest::prelude::*;
use serde_json::{Value, json};
use sezzle_api::types::{CaptureRequest, CustomerOrderRequest, Intent, Price, Transaction, UpchargeRequest};
use sezzle_api::{ErrorKind, Operation, PreparedCall, RetryPolicy, operations};
use sezzle_simulator::{LedgerKind, Simulator};
use sezzle_tests::fixtures::{capture, client_of, session_request};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};

fn stored(call: &PreparedCall) -> PreparedCall {
    serde_json::from_str(&serde_json::to_string(call).unwrap()).unwrap()
}

#[tokio::test]
async fn prepared_call_sends_what_the_builder_sends() {
    let gateway = ScriptedServer::new([Action::success()]).await;
    // A base URL with a path: the path of the call does not contain it.
    let client = sezzle_tests::fixtures::client(format!("{}/proxy", gateway.url));
    let on = "order/1 ü";
    let price = || Price::usd(4150);
    let capture = || CaptureRequest::builder().capture_amount(price());
    let order = || CustomerOrderRequest::builder().intent(Intent::Auth).reference_id("r").order_amount(price());
    let upcharge = || UpchargeRequest::builder().intent(Intent::Capture).upcharge_amount(price());
    let mut calls = Vec::new();
    macro_rules! both {
        ($operation:ident, $on:ident, $body:expr) => {
            calls.push(client.$operation().$on(on).sezzle_request_id("id-1").body($body).prepare().unwrap());
            client.$operation().$on(on).sezzle_request_id("id-1").body($body).send().await.unwrap();
        };
    }
    both!(capture_order, order_uuid, capture());
    both!(refund_order, order_uuid, price());
    both!(release_order, order_uuid, price());
    both!(reauthorize_order, order_uuid, price());
    both!(upcharge_order, order_uuid, upcharge());
    both!(create_customer_order, customer_uuid, order());
    let direct = gateway.requests();
    for call in &calls {
        assert_eq!(stored(call), *call);
        client.send_prepared::<Value>(&stored(call)).await.unwrap();
    }
    let sent = gateway.requests().split_off(direct.len());
    let comparable = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines[1..].sort();
        lines
    };
    assert_eq!(sent.len(), operations::ALL.iter().filter(|operation| operation.accepts_request_id).count());
    for (direct, sent) in direct.iter().zip(&sent) {
        assert_eq!(comparable(&direct.text), comparable(&sent.text));
    }
    let debug = format!("{:?}", calls[0]);
    assert!(debug.contains("id-1") && !debug.contains("4150") && !debug.contains("order%2F1"), "{debug}");
}

#[tokio::test]
async fn prepared_call_has_an_effect_once() {
    let simulator = Simulator::builder().request_id_ttl(Duration::from_secs(60)).start().await.unwrap();
    let client = client_of(&simulator);
    let session = client.create_session().body(session_request()).send().await.unwrap().into_inner();
    simulator.approve(session.uuid.as_deref().unwrap()).unwrap();
    let order = session.order.unwrap().uuid.unwrap();
    let body = CaptureRequest::builder().capture_amount(Price::usd(100));
    let call = client.capture_order().order_uuid(order).body(body).prepare().unwrap();
    assert_eq!(call.request_id().len(), 36);
    let first = client.send_prepared::<Transaction>(&call).await.unwrap();
    let second = client.send_prepared::<Transaction>(&stored(&call)).await.unwrap();
    assert_eq!(first.uuid, second.uuid);
    assert_eq!(first.request_id(), Some(call.request_id()));
    let captures = || simulator.ledger().into_iter().filter(|entry| entry.kind == LedgerKind::Capture).count();
    assert_eq!(captures(), 1);

    // A gateway that has forgotten the id.
    simulator.advance(Duration::from_secs(60));
    client.send_prepared::<Transaction>(&call).await.unwrap();
    assert_eq!(captures(), 2);
}

#[tokio::test]
async fn prepared_call_is_retried_like_its_operation() {
    let gateway = ScriptedServer::new([Action::status(503), Action::success()]).await;
    let policy = RetryPolicy::new().base_delay(Duration::from_millis(1));
    let client = sezzle_tests::fixtures::builder(&*gateway.url).retry_policy(policy).build().unwrap();
    let call = capture(&client).prepare().unwrap();
    let response = client.send_prepared::<Transaction>(&call).await.unwrap();
    assert_eq!(response.attempts(), 2);
    let ids: Vec<_> =
        gateway.requests().iter().map(|request| request.header("sezzle-request-id").map(str::to_owned)).collect();
    assert_eq!(ids, [Some(call.request_id().to_owned()), Some(call.request_id().to_owned())]);
    let error = client.capture_order().order_uuid(" ").body(CaptureRequest::builder()).prepare().unwrap_err();
    assert_eq!(
        (error.kind(), error.operation().map(|operation| operation.id)),
        (ErrorKind::NotSent, Some("capture_order"))
    );
}

#[test]
fn damaged_calls_are_rejected() {
    let good = json!({"operation": "capture_order", "path": "/v2/order/a/capture", "body": "{}", "request_id": "r"});
    assert!(serde_json::from_value::<PreparedCall>(good.clone()).is_ok());
    for (field, value) in [
        ("operation", "create_session"),
        ("operation", "unknown"),
        ("path", "/v2/order/a/refund"),
        ("path", "/v2/order/a/b/capture"),
        ("path", "/v2/order//capture"),
        ("path", "/v2/order/../capture"),
        ("path", "/v2/order/.%2E/capture"),
        ("path", "/v2/order/a?b/capture"),
        ("path", "/v2/order/a/capture/"),
        ("path", "https://example.com/v2/order/a/capture"),
        ("body", "{"),
        ("body", ""),
        ("request_id", ""),
        ("request_id", "a\nb"),
    ] {
        let mut damaged = good.clone();
        damaged[field] = json!(value);
        let error = serde_json::from_value::<PreparedCall>(damaged).unwrap_err().to_string();
        assert!(error.contains(&field.replace("request_id", "sezzle_request_id")), "{field} {value}: {error}");
    }
}

proptest! {
    /// Whatever path is stored, a request goes to the operation's own path.
    #[test]
    fn path_stays_below_its_operation(segment in "\\PC{0,12}") {
        let operation: &Operation = &operations::CAPTURE_ORDER;
        let path = format!("/v2/order/{segment}/capture");
        if PreparedCall::from_parts(operation.id, path.clone(), "{}", "r").is_ok() {
            let url = sezzle_api::reqwest::Url::parse(&format!("https://gateway.example{path}")).unwrap();
            prop_assert_eq!(url.path(), path);
            prop_assert!(url.query().is_none() && url.fragment().is_none());
        }
    }
}
