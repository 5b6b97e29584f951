//! What is attempted again after what, and what the error says: each fault against each kind of operation. The guide
//! has the same table, and these tests hold it to what happens.

use std::time::Duration;

use sezzle_api::types::{CaptureRequest, Price};
use sezzle_api::{
    Client, Credentials, DEFAULT_BASE_DELAY, DEFAULT_CONNECT_TIMEOUT, DEFAULT_DEADLINE, DEFAULT_MAX_ATTEMPTS,
    DEFAULT_MAX_DELAY, DEFAULT_MAX_RETRY_AFTER, DEFAULT_RETRY_BUDGET, DEFAULT_TIMEOUT, Error, ErrorKind, Server,
};
use sezzle_tests::fixtures::session_request;
use sezzle_tests::servers::scripted::{Act, Scripted};
use sezzle_tests::virtual_time::VirtualTime;

const README: &str = include_str!("../../../sezzle-api/README.md");
const GUIDE: &str = include_str!("../../../sezzle-api/src/guide/errors_and_retries.md");

/// One for each kind: idempotent, with a key, neither.
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

fn no_json() -> Act {
    Act::answer(200, "", "<html></html>")
}

/// What happens, in words and in acts that all come to the same.
fn faults() -> Vec<(&'static str, Vec<Act>)> {
    let statuses = |statuses: &[u16]| statuses.iter().copied().map(Act::status).collect::<Vec<_>>();
    vec![
        ("no connection", Vec::new()),
        ("connection closed before a response", vec![Act::Close]),
        ("no response before the timeout", vec![Act::Stall]),
        ("incomplete response at the timeout", vec![Act::Begin("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")]),
        (
            "connection closed during the response",
            vec![Act::Answer("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".to_owned())],
        ),
        ("response is not HTTP", vec![Act::Answer("\u{0}\u{1} what is this\r\n\r\n".to_owned())]),
        (
            "success, but the body is not JSON",
            vec![no_json(), Act::answer(200, "", "{\"uuid\":"), Act::answer(201, "", "\n")],
        ),
        ("success, but a field cannot be read", vec![Act::answer(200, "", "{\"uuid\": {}, \"links\": 7}")]),
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

/// A row of the table, as it is measured.
async fn row(time: &VirtualTime, name: &str, acts: &[Act]) -> String {
    let mut attempts = Vec::new();
    let mut kinds = Vec::new();
    let mut processed = Vec::new();
    for operation in OPERATIONS {
        // No connection is made where nobody listens.
        let acts = if acts.is_empty() { vec![None] } else { acts.iter().cloned().map(Some).collect() };
        let mut seen = Vec::new();
        for act in acts {
            let gateway = match act.clone() {
                Some(act) => {
                    Scripted::by(move |_, seen| {
                        let authentication = seen.text.starts_with("POST /v2/authentication");
                        if authentication { Act::answer(201, "", "{\"token\": \"t\"}") } else { act.clone() }
                    })
                    .await
                }
                None => Scripted::new([Act::Close]).await,
            };
            // There is a token before anything goes wrong.
            let builder = Client::builder().server(Server::Custom(gateway.url.clone()));
            let builder = match act {
                Some(_) => builder.credentials(Credentials::keys("sz_pub_1", "sz_pr_1")),
                None => builder.credentials(Credentials::token("t")),
            };
            let client = builder.timeout(Duration::from_millis(500)).build().unwrap();
            let error = if act.is_some() {
                time.run(call(&client, operation)).await
            } else {
                drop(gateway);
                tokio::task::yield_now().await;
                time.run(call(&client, operation)).await
            };
            seen.push((error.attempts(), error.kind(), error.may_have_been_processed()));
            assert_eq!(error.operation().unwrap().id, operation);
            assert_eq!(error.request_id().is_some(), operation == "capture_order", "{name}");
            // What may be repeated by the caller is what was repeated here, or would have been.
            if error.attempts() == DEFAULT_MAX_ATTEMPTS {
                assert!(error.is_retryable(), "{name}, {operation}: {error}");
            }
        }
        assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "{name}, {operation}: not all alike: {seen:?}");
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
async fn what_is_attempted_again_is_as_documented() {
    let time = VirtualTime::start();
    let mut table = Vec::new();
    for (name, acts) in faults() {
        table.push(row(&time, name, &acts).await);
    }
    let table = table.join("\n");
    assert!(GUIDE.contains(&table), "the guide should have these rows:\n{table}");
}

#[test]
fn the_kinds_of_the_matrix_are_all_there_are() {
    for operation in sezzle_api::operations::ALL {
        // With a key or idempotent, never both: the table has a column for each.
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
    assert_eq!(with_key.len(), 6, "{with_key:?}");
    for id in with_key {
        assert!(GUIDE.contains(&format!("`{id}`")), "{id}");
    }
}

#[test]
fn the_defaults_are_as_documented() {
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
fn every_kind_of_error_is_documented() {
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
