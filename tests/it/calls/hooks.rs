//! What a client reports while it works: attempts, unknown members of responses, bodies.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use sezzle_api::{ErrorKind, RetryPolicy};
use sezzle_tests::fixtures::{builder, capture, day, keys_builder};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};

/// A list to which a callback adds.
type Shared<T> = Arc<Mutex<Vec<T>>>;

/// Returns a list twice: for the callback and for the test.
fn list<T>() -> (Shared<T>, Shared<T>) {
    let list = Arc::default();
    (Arc::clone(&list), list)
}

#[tokio::test]
async fn attempts_are_reported_with_their_results() {
    let gateway =
        ScriptedServer::new([Action::status(503), Action::close(), Action::success(), Action::status(404)]).await;
    let (seen, attempts) = list();
    let url = gateway.url.clone();
    let policy = RetryPolicy::new().base_delay(Duration::from_millis(1));
    let client = builder(&gateway.url).retry_policy(policy).on_attempt(move |attempt| {
        assert_eq!(attempt.server, url);
        assert!(attempt.duration > Duration::ZERO);
        let status = attempt.status.map(|status| status.as_u16());
        let waits = attempt.next_attempt_in.is_some();
        seen.lock().unwrap().push((attempt.operation.id, attempt.number, status, attempt.error, waits));
    });
    let client = client.build().unwrap();
    capture(&client).await.unwrap();
    capture(&client).await.unwrap_err();
    let attempts = attempts.lock().unwrap();
    assert_eq!(
        *attempts,
        [
            ("capture_order", 1, Some(503), Some(ErrorKind::ErrorResponse), true),
            ("capture_order", 2, None, Some(ErrorKind::NoResponse), true),
            ("capture_order", 3, Some(200), None, false),
            ("capture_order", 1, Some(404), Some(ErrorKind::ErrorResponse), false),
        ]
    );
}

#[tokio::test]
async fn authentication_is_reported_as_an_attempt_of_its_own() {
    let gateway = ScriptedServer::new([Action::status(401)]).await;
    let (seen, attempts) = list();
    let client = keys_builder(&*gateway.url).on_attempt(move |attempt| {
        seen.lock().unwrap().push((attempt.operation.id, attempt.number, attempt.error));
    });
    client.build().unwrap().list_webhooks().await.unwrap_err();
    // The call itself made no attempt without a token.
    assert_eq!(*attempts.lock().unwrap(), [("authenticate", 1, Some(ErrorKind::ErrorResponse))]);
}

#[tokio::test]
async fn unknown_fields_are_reported_without_values() {
    let response = json!({
        "uuid": "s",
        "new/field~": {"a": 1},
        "order": {"uuid": "o", "score": 1.5, "links": [{"href": "https://a.example", "rel": "self", "title": null}]},
        "tokenize": {"expiration": "2026-03-01T12:00:00Z", "flags": [true]},
    });
    let gateway = ScriptedServer::with_script(move |_, request| match request.target().contains("settlements") {
        true => Action::json(200, &json!([{"uuid": "p", "final_payout_amount": 1.25, "bank": "planted"}, null])),
        false => Action::json(200, &response),
    })
    .await;
    let (seen, fields) = list();
    let client = builder(&*gateway.url).on_unknown_fields(move |field| {
        assert!(!format!("{field:?}").contains("planted"));
        seen.lock().unwrap().push((field.operation.id, field.pointer.to_owned(), field.json_type));
    });
    let client = client.build().unwrap();
    let session = client.get_session().session_uuid("s").await.unwrap();
    assert_eq!(session.order.as_ref().unwrap().uuid.as_deref(), Some("o"));
    let payouts = client.list_settlements().start_date(day("2026-03-01")).await.unwrap();
    assert_eq!(payouts[0].final_payout_amount.unwrap().to_string(), "1.25");
    let mut fields = fields.lock().unwrap().clone();
    fields.sort();
    assert_eq!(
        fields,
        [
            ("get_session", "/new~1field~0".to_owned(), "object"),
            ("get_session", "/order/links/0/title".to_owned(), "null"),
            ("get_session", "/order/score".to_owned(), "number"),
            ("get_session", "/tokenize/flags".to_owned(), "array"),
            ("list_settlements", "/0/bank".to_owned(), "string"),
        ]
    );
}

#[tokio::test]
async fn body_is_kept_only_if_asked_for() {
    let gateway = ScriptedServer::new([Action::response(200, "", r#"{"uuid": "planted", "new": 1}"#)]).await;
    let plain = builder(&*gateway.url).build().unwrap().get_session().session_uuid("s").await.unwrap();
    assert_eq!(plain.body(), None);
    let client = builder(&*gateway.url).keep_response_bodies(true).build().unwrap();
    let kept = client.get_session().session_uuid("s").await.unwrap();
    assert_eq!(kept.body(), Some(&br#"{"uuid": "planted", "new": 1}"#[..]));
    assert!(!format!("{kept:?}").contains("new"), "{kept:?}");
    let deleted = client.delete_webhook().webhooks_uuid("w").await.unwrap();
    assert_eq!(deleted.body(), None);
}

#[tokio::test]
async fn panicking_callback_leaves_the_result_of_the_call() {
    let token = Action::json(201, &json!({"token": "token-1"}));
    let gateway = ScriptedServer::new([token, Action::success()]).await;
    let client = keys_builder(&gateway.url).on_attempt(|_| panic!("a poisoned lock")).build().unwrap();
    capture(&client).await.unwrap();
    assert_eq!(gateway.authentications(), 1);
}
