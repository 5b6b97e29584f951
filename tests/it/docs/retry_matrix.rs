//! Each fault against each kind of operation: the attempts and the error. The guide has the same table, which these tests
//! compare with the behavior.

use std::time::Duration;

use sezzle_api::types::{CaptureRequest, Price};
use sezzle_api::{
    Client, Credentials, DEFAULT_BASE_DELAY, DEFAULT_CONNECT_TIMEOUT, DEFAULT_DEADLINE, DEFAULT_MAX_ATTEMPTS,
    DEFAULT_MAX_DELAY, DEFAULT_MAX_RETRY_AFTER, DEFAULT_RETRY_BUDGET, DEFAULT_TIMEOUT, Error, ErrorKind, Server,
};
use sezzle_tests::fixtures::session_request;
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::virtual_time::VirtualTime;

const README: &str = include_str!("../../../sezzle-api/README.md");
const GUIDE: &str = include_str!("../../../sezzle-api/src/guide/errors_and_retries.md");

/// One operation of each kind: idempotent, with a request id, neither.
const OPERATIONS: [&str; 3] = ["get_session", "capture_order", "create_session"];

async fn call(client: &Client, operation: &str) -> Error {
    match operation {
        "get_session" => client.get_session().session_uuid("s").send().await.unwrap_err(),
        "capture_order" => {
            let body = CaptureRequest::builder().capture_amount(Price::usd(100));
            client.capture_order().order_uuid("o").body(body).send().await.unwrap_err()
        }
        _ => client.create_session().body(session_request()).send().await.unwrap_err(),
    }
}

fn no_json() -> Action {
    Action::response(200, "", "<html></html>")
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
            vec![no_json(), Action::response(200, "", "{\"uuid\":"), Action::response(201, "", "\n")],
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

/// Returns a row of the table, as measured.
async fn row(time: &VirtualTime, name: &str, actions: &[Action]) -> String {
    let mut attempts = Vec::new();
    let mut kinds = Vec::new();
    let mut processed = Vec::new();
    for operation in OPERATIONS {
        // Without an action, there is no server to connect to.
        let actions = if actions.is_empty() { vec![None] } else { actions.iter().cloned().map(Some).collect() };
        let mut seen = Vec::new();
        for action in actions {
            let gateway = match action.clone() {
                Some(action) => {
                    ScriptedServer::with_script(move |_, seen| {
                        let authentication = seen.is_authentication();
                        if authentication { Action::response(201, "", "{\"token\": \"t\"}") } else { action.clone() }
                    })
                    .await
                }
                None => ScriptedServer::new([Action::close()]).await,
            };
            // The client has a token before the fault.
            let builder = Client::builder().server(Server::Custom(gateway.url.clone()));
            let builder = match action {
                Some(_) => builder.credentials(Credentials::keys("sz_pub_1", "sz_pr_1")),
                None => builder.credentials(Credentials::token("t")),
            };
            let client = builder.timeout(Duration::from_millis(500)).build().unwrap();
            let error = if action.is_some() {
                time.run(call(&client, operation)).await
            } else {
                drop(gateway);
                tokio::task::yield_now().await;
                time.run(call(&client, operation)).await
            };
            seen.push((error.attempts(), error.kind(), error.may_have_been_processed()));
            assert_eq!(error.operation().unwrap().id, operation);
            assert_eq!(error.request_id().is_some(), operation == "capture_order", "{name}");
            // A call that was retried is retryable for the caller, too.
            if error.attempts() == DEFAULT_MAX_ATTEMPTS {
                assert!(error.is_retryable(), "{name}, {operation}: {error}");
            }
        }
        assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "{name}, {operation}: the results differ: {seen:?}");
        let (tried, kind, may) = seen[0];
        attempts.push(tried);
        kinds.push(kind);
        processed.push(may);
    }
    assert!(kinds.iter().all(|kind| *kind == kinds[0]), "{name}: {kinds:?}");
    let processed = match processed[..] {
        [false, false, false] => "no",
        [true, true, true] => "yes",
        [false, true, false] => "with a request id",
        _ => panic!("{name}: {processed:?}"),
    };
    format!("| {name} | {} | {} | {} | `{:?}` | {processed} |", attempts[0], attempts[1], attempts[2], kinds[0])
}

#[tokio::test]
async fn retry_table_matches_the_guide() {
    let time = VirtualTime::start();
    let mut table = Vec::new();
    for (name, actions) in faults() {
        table.push(row(&time, name, &actions).await);
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
