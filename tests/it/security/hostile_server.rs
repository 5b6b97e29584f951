//! Servers that misuse the wire, and callers that change their minds.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use sezzle_api::{ErrorKind, RetryPolicy};
use sezzle_tests::fixtures::{builder, capture, session_request};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::virtual_time::VirtualTime;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// A server that keeps connections open and answers the request with this number, counted over all of them, with these
/// bytes.
async fn raw(answer: impl Fn(usize) -> Vec<u8> + Send + Sync + 'static) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let (kept, answer) = (seen.clone(), Arc::new(answer));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let (kept, answer) = (kept.clone(), answer.clone());
            tokio::spawn(async move {
                let mut buffer = vec![0; 64 << 10];
                while let Ok(length @ 1..) = stream.read(&mut buffer).await {
                    let number = {
                        let mut kept = kept.lock().unwrap();
                        kept.push(String::from_utf8_lossy(&buffer[..length]).into_owned());
                        kept.len() - 1
                    };
                    if stream.write_all(&answer(number)).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    (url, seen)
}

/// An answer too many must not pass for that to the next request on the connection: the money would not have moved.
#[tokio::test]
async fn unsolicited_response_is_ignored() {
    let success = "HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n{\"uuid\": \"stale\"}";
    let refusal = "HTTP/1.1 422 X\r\ncontent-length: 0\r\n\r\n";
    let (url, seen) = raw(move |number| match number {
        0 => [success, success].concat().into(),
        _ => refusal.into(),
    })
    .await;
    let client = builder(&url).build().unwrap();
    capture(&client).send().await.unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    let error = capture(&client).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::ErrorResponse, 422));
    assert_eq!(seen.lock().unwrap().len(), 2);
}

/// Nor must the answer to a call that was dropped pass for that to the next one.
#[tokio::test]
async fn dropped_call_leaves_no_response_for_the_next() {
    let (url, seen) = raw(|number| match number {
        // The beginning of an answer whose rest never comes.
        0 => b"HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n{\"uuid\"".to_vec(),
        _ => b"HTTP/1.1 422 X\r\ncontent-length: 0\r\n\r\n".to_vec(),
    })
    .await;
    let client = builder(&url).build().unwrap();
    let call = capture(&client).sezzle_request_id("key-1").send();
    assert!(tokio::time::timeout(Duration::from_millis(100), call).await.is_err());
    let error = capture(&client).sezzle_request_id("key-1").send().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts(), error.request_id()), (422, 1, Some("key-1")));
    let seen = seen.lock().unwrap();
    assert_eq!(seen.len(), 2);
    assert!(seen.iter().all(|request| request.contains("sezzle-request-id: key-1")), "{seen:?}");
}

/// A builder may be kept and sent again: that is another call, unless it has a key of the caller's.
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
    for answer in [
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
        let shown: String = answer.chars().take(60).collect();
        let (url, seen) = raw(move |_| answer.clone().into()).await;
        let client = builder(&url).timeout(Duration::from_millis(400)).build().unwrap();
        let error = client.create_session().body(session_request()).send().await.unwrap_err();
        assert!(error.may_have_been_processed() && !error.is_retryable(), "{shown:?}: {error:?}");
        assert_eq!((error.attempts(), seen.lock().unwrap().len()), (1, 1), "{shown:?}: {error:?}");
    }
}

/// Whatever the header says, the call ends, and never waits longer than it may.
#[tokio::test]
async fn odd_retry_after_does_not_extend_the_call() {
    let time = VirtualTime::start();
    for (headers, told) in [
        ("retry-after: -1\r\n", None),
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
            match told {
                Some(Duration::MAX) => assert!(error.retry_after().unwrap() > Duration::from_secs(1 << 35)),
                told => assert_eq!(error.retry_after(), told, "{headers}"),
            }
        }
    }
}
