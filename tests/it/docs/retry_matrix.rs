//! Each fault against each kind of operation: the attempts and the error. The guide has the same table, which these tests
//! compare with the behavior.

use std::time::Duration;

use sezzle_api::{
    Client, DEFAULT_BASE_DELAY, DEFAULT_CONNECT_TIMEOUT, DEFAULT_DEADLINE, DEFAULT_MAX_ATTEMPTS, DEFAULT_MAX_DELAY,
    DEFAULT_MAX_RETRY_AFTER, DEFAULT_RETRY_BUDGET, DEFAULT_TIMEOUT, Error, ErrorKind,
};
use sezzle_tests::fixtures::{builder, capture, keys_builder, session_request};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::virtual_time::VirtualTime;

const README: &str = include_str!("../../../sezzle-api/README.md");
const GUIDE: &str = include_str!("../../../sezzle-api/src/guide/errors_and_retries.md");

/// One operation of each kind: idempotent, with a request id, neither.
const OPERATIONS: [&str; 3] = ["get_session", "capture_order", "create_session"];

async fn call(client: &Client, operation: &str) -> Error {
    match operation {
        "get_session" => client.get_session().session_uuid("s").send().await.unwrap_err(),
        "capture_order" => capture(client).send().await.unwrap_err(),
        _ => client.create_session().body(session_request()).send().await.unwrap_err(),
    }
}

/// The faults by name, each with actions that have the same result.
fn faults() -> Vec<(&'static str, Vec<Action>)> {
    let statuses = |statuses: &[u16]| statuses.iter().copied().map(Action::status).collect::<Vec<_>>();
    vec![
        ("no connection", Vec::new()),
        ("connection closed before a response", vec![Action::close()]),
        ("no response before the timeout", vec![Action::stall()]),
        ("incomplete response at the timeout", vec![Action::begin("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")]),
        ("connection closed during the response", vec![Action::raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")]),
        ("response is not HTTP", vec![Action::raw("\u{0}\u{1} what is this\r\n\r\n")]),
        (
            "success, but the body is not JSON",
            vec![
                Action::response(200, "", "<html></html>"),
                Action::response(200, "", "{\"uuid\":"),
                Action::response(201, "", "\n"),
            ],
        ),
        ("success, but a field cannot be read", vec![Action::response(200, "", "{\"uuid\": {}, \"links\": 7}")]),
        ("redirect", statuses(&[301, 302, 303, 307, 308])),
        ("400, 403, 404, 422", statuses(&[400, 403, 404, 422])),
        ("401", statuses(&[401])),
        ("408", statuses(&[408])),
        ("409", statuses(&[409])),
        ("429", statuses(&[429])),
        ("500, 502, 503, 504", statuses(&[500, 502, 503, 504])),
        ("any other 5xx", statuses(&[501, 505, 507, 520, 599])),
    ]
}

/// Returns the error of a call with this fault. Without an action, there is no server to connect to.
async fn measure(time: &VirtualTime, operation: &str, action: Option<Action>) -> Error {
    let Some(action) = action else {
        let client = builder("http://127.0.0.1:1").build().unwrap();
        return time.run(call(&client, operation)).await;
    };
    // The client has a token before the fault.
    let gateway = ScriptedServer::with_script(move |_, seen| match seen.is_authentication() {
        true => Action::text(201, "{\"token\": \"t\"}"),
        false => action.clone(),
    })
    .await;
    let client = keys_builder(&gateway.url).timeout(Duration::from_millis(500)).build().unwrap();
    time.run(call(&client, operation)).await
}

/// Returns a row of the table, as measured.
async fn row(time: &VirtualTime, name: &str, actions: Vec<Action>) -> String {
    let actions: Vec<_> = if actions.is_empty() { vec![None] } else { actions.into_iter().map(Some).collect() };
    let mut results = Vec::new();
    for operation in OPERATIONS {
        let mut seen = Vec::new();
        for action in &actions {
            let error = measure(time, operation, action.clone()).await;
            seen.push((error.attempts(), error.kind(), error.may_have_been_processed()));
            assert_eq!(error.operation().unwrap().id, operation);
            assert_eq!(error.request_id().is_some(), operation == "capture_order", "{name}");
            // A call that was retried is retryable for the caller, too.
            if error.attempts() == DEFAULT_MAX_ATTEMPTS {
                assert!(error.is_retryable(), "{name}, {operation}: {error}");
            }
        }
        seen.dedup();
        assert_eq!(seen.len(), 1, "{name}, {operation}: the results differ: {seen:?}");
        results.push(seen[0]);
    }
    let kind = results[0].1;
    assert!(results.iter().all(|result| result.1 == kind), "{name}: {results:?}");
    let processed = match [results[0].2, results[1].2, results[2].2] {
        [false, false, false] => "no",
        [true, true, true] => "yes",
        [false, true, false] => "with a request id",
        _ => panic!("{name}: {results:?}"),
    };
    format!("| {name} | {} | {} | {} | `{kind:?}` | {processed} |", results[0].0, results[1].0, results[2].0)
}

#[tokio::test]
async fn retry_table_matches_the_guide() {
    let time = VirtualTime::start();
    let mut table = Vec::new();
    for (name, actions) in faults() {
        table.push(row(&time, name, actions).await);
    }
    let table = table.join("\n");
    assert!(GUIDE.contains(&table), "the guide should have these rows:\n{table}");
}

#[test]
fn operations_are_idempotent_keyed_or_neither() {
    for operation in sezzle_api::operations::ALL {
        // An operation is idempotent or accepts a request id, never both: the table has a column for each.
        assert!(!(operation.idempotent && operation.accepts_request_id), "{}", operation.id);
    }
    let kind = |id: &str| sezzle_api::operations::ALL.iter().find(|operation| operation.id == id).unwrap();
    assert!(kind("get_session").idempotent && kind("capture_order").accepts_request_id);
    assert!(!kind("create_session").is_retry_safe());
    let with_key: Vec<_> = sezzle_api::operations::ALL
        .iter()
        .filter(|operation| operation.accepts_request_id)
        .map(|operation| operation.id)
        .collect();
    assert!(!with_key.is_empty());
    for id in with_key {
        assert!(GUIDE.contains(&format!("`{id}`")), "{id}");
    }
}

#[test]
fn defaults_match_the_guide() {
    let seconds = |time: Duration| match time.subsec_millis() {
        0 => format!("{} s", time.as_secs()),
        _ => format!("{} ms", time.as_millis()),
    };
    for (setting, default) in [
        ("max. attempts", DEFAULT_MAX_ATTEMPTS.to_string()),
        ("max. backoff before the second attempt", seconds(DEFAULT_BASE_DELAY)),
        ("max. backoff before any attempt", seconds(DEFAULT_MAX_DELAY)),
        ("max. `Retry-After` to wait for", seconds(DEFAULT_MAX_RETRY_AFTER)),
        ("timeout of an attempt", seconds(DEFAULT_TIMEOUT)),
        ("connect timeout", seconds(DEFAULT_CONNECT_TIMEOUT)),
        ("deadline of a call", seconds(DEFAULT_DEADLINE)),
        ("capacity of the retry budget", DEFAULT_RETRY_BUDGET.to_string()),
    ] {
        assert!(GUIDE.contains(&format!("| {setting} | {default} |")), "| {setting} | {default} |");
    }
}

#[test]
fn error_kinds_are_in_the_readme() {
    for kind in [
        ErrorKind::NotSent,
        ErrorKind::NoResponse,
        ErrorKind::ErrorResponse,
        ErrorKind::InvalidResponse,
        ErrorKind::DeadlineExceeded,
    ] {
        assert!(README.contains(&format!("| `{kind:?}` |")), "{kind:?}");
    }
}
