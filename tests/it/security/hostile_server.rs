//! Servers that break HTTP, and callers that drop their calls.

use std::time::Duration;

use sezzle_api::{ErrorKind, RetryPolicy};
use sezzle_tests::fixtures::{builder, capture, session_request};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::virtual_time::VirtualTime;

/// An extra response must not be taken for the response to the next request on the connection.
#[tokio::test]
async fn unsolicited_response_is_ignored() {
    let success = "HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n{\"uuid\": \"stale\"}";
    let rejection = "HTTP/1.1 422 X\r\ncontent-length: 0\r\n\r\n";
    let responses = [[success, success].concat(), rejection.to_owned()].map(|bytes| Action::raw(bytes).keep_open());
    let gateway = ScriptedServer::new(responses).await;
    let client = builder(&gateway.url).build().unwrap();
    capture(&client).send().await.unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    let error = capture(&client).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::ErrorResponse, 422));
    assert_eq!(gateway.requests().len(), 2);
}

/// The response to a dropped call must not be taken for the response to the next one.
#[tokio::test]
async fn dropped_call_leaves_no_response_for_the_next() {
    let beginning = "HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n{\"uuid\"";
    let gateway = ScriptedServer::new([Action::raw(beginning).keep_open(), Action::status(422).keep_open()]).await;
    let client = builder(&gateway.url).build().unwrap();
    let call = capture(&client).sezzle_request_id("key-1").send();
    assert!(tokio::time::timeout(Duration::from_millis(100), call).await.is_err());
    let error = capture(&client).sezzle_request_id("key-1").send().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts(), error.request_id()), (422, 1, Some("key-1")));
    let requests = gateway.requests();
    assert_eq!(requests.len(), 2);
    assert!(requests.iter().all(|request| request.header("sezzle-request-id") == Some("key-1")), "{requests:?}");
}

/// Each send of a builder is a call of its own, unless the caller has set a request id.
#[tokio::test]
async fn cloned_builder_sends_separate_calls() {
    let gateway = ScriptedServer::new([Action::success()]).await;
    let client = builder(&gateway.url).build().unwrap();
    let one = capture(&client);
    let (first, second) = (one.clone().send().await.unwrap(), one.send().await.unwrap());
    assert!(first.request_id().is_some());
    assert_ne!(first.request_id(), second.request_id());
}

#[tokio::test]
async fn endless_or_malformed_response_head_is_not_retried() {
    let endless_interim = "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(500);
    let endless_headers = format!("HTTP/1.1 200 OK\r\n{}", "x-a: aaaaaaaaaaaaaaaa\r\n".repeat(100_000));
    for response in [
        endless_interim,
        endless_headers,
        "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n{}".to_owned(),
        "HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n{}".to_owned(),
        "HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999999\r\n\r\n{}".to_owned(),
        "HTTP/1.1 200 OK\r\ncontent-length: 18446744073709551615\r\n\r\n{}".to_owned(),
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffffffff\r\n{}".to_owned(),
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}".to_owned(),
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n".to_owned(),
        "HTTP/1.1 999 X\r\ncontent-length: 0\r\n\r\n".to_owned(),
        "HTTP/1.1 200 OK\r\nlocation: \u{0}\r\n\r\n".to_owned(),
        "ICY 200 OK\r\n\r\n{}".to_owned(),
        "\r\n\r\n\r\n".to_owned(),
    ] {
        let shown: String = response.chars().take(60).collect();
        let gateway = ScriptedServer::new([Action::raw(response).keep_open()]).await;
        let client = builder(&gateway.url).timeout(Duration::from_millis(400)).build().unwrap();
        let error = client.create_session().body(session_request()).send().await.unwrap_err();
        assert!(error.may_have_been_processed() && !error.is_retryable(), "{shown:?}: {error:?}");
        assert_eq!((error.attempts(), gateway.requests().len()), (1, 1), "{shown:?}: {error:?}");
    }
}

/// For any value of the header, the call ends within its limits.
#[tokio::test]
async fn retry_after_is_read_in_both_forms_and_does_not_extend_the_call() {
    let time = VirtualTime::start();
    for (headers, expected) in [
        ("retry-after: \r\n", None),
        ("retry-after: -1\r\n", None),
        ("retry-after: 1.5\r\n", None),
        ("retry-after: 1s\r\n", None),
        ("retry-after: \u{663}\r\n", None),
        ("retry-after: 0\r\n", Some(Duration::ZERO)),
        ("retry-after:  120 \r\n", Some(Duration::from_secs(120))),
        // Without the gateway's clock, by our own: long past.
        ("retry-after: Fri, 31 Dec 1999 23:59:59 GMT\r\n", Some(Duration::ZERO)),
        ("retry-after: 18446744073709551616\r\n", Some(Duration::from_secs(u64::MAX))),
        ("retry-after: 1e9\r\n", None),
        ("retry-after: Fri, 31 Dec 9999 23:59:59 GMT\r\ndate: Thu, 01 Jan 1970 00:00:00 GMT\r\n", Some(Duration::MAX)),
        ("retry-after: Thu, 01 Jan 1970 00:00:00 GMT\r\ndate: Fri, 31 Dec 9999 23:59:59 GMT\r\n", Some(Duration::ZERO)),
        ("retry-after: Fri, 99 Dec 99999999999 23:59:59 GMT\r\n", None),
    ] {
        let gateway = ScriptedServer::new([Action::response(503, headers, "")]).await;
        let patient = RetryPolicy::new().max_retry_after(Duration::MAX);
        for policy in [RetryPolicy::new(), patient] {
            let client = builder(&gateway.url).retry_policy(policy).build().unwrap();
            let error = time.run(capture(&client).send()).await.unwrap_err();
            assert!(error.may_have_been_processed());
            assert!(error.elapsed() < Duration::from_secs(90), "{headers}: {error}");
            match expected {
                Some(Duration::MAX) => assert!(error.retry_after().unwrap() > Duration::from_secs(1 << 35)),
                expected => assert_eq!(error.retry_after(), expected, "{headers}"),
            }
        }
    }
}
