//! Retries, delays, timeouts and deadlines, in virtual time.

use std::time::Duration;

use sezzle_api::{ErrorKind, RetryPolicy};
use sezzle_tests::fixtures::{builder, capture, session_request};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::virtual_time::{STEP, VirtualTime};

/// Returns the times between the requests.
fn waits(gateway: &ScriptedServer) -> Vec<Duration> {
    let requests = gateway.requests();
    requests.windows(2).map(|pair| pair[1].received_at - pair[0].received_at).collect()
}

/// The precision of measured times: a few steps of the clock.
const SLACK: Duration = Duration::from_millis(60);

#[tokio::test]
async fn last_failure_is_returned() {
    let time = VirtualTime::start();
    let gateway =
        ScriptedServer::new([Action::close(), Action::status(500), Action::response(503, "", "{\"code\": \"busy\"}")])
            .await;
    let client = builder(&gateway.url).build().unwrap();
    let error = time.run(capture(&client).send()).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::ErrorResponse, 503));
    assert_eq!((error.attempts(), error.code().unwrap().as_str()), (3, "busy"));
    assert!(error.may_have_been_processed() && error.is_retryable());
    let elapsed = *waits(&gateway).iter().max().unwrap();
    assert!(error.elapsed() >= elapsed && error.elapsed() < Duration::from_secs(1), "{:?}", error.elapsed());
    assert!(error.to_string().contains("(3 attempts in "), "{error}");
}

#[tokio::test]
async fn policy_of_the_call_overrides_that_of_the_client() {
    let time = VirtualTime::start();
    let frequent =
        RetryPolicy::new().max_attempts(6).base_delay(Duration::from_secs(10)).max_delay(Duration::from_secs(15));
    for (client_policy, call_policy, attempts) in [
        (RetryPolicy::never(), None, 1),
        (RetryPolicy::never(), Some(frequent), 6),
        (frequent, None, 6),
        (frequent, Some(RetryPolicy::never()), 1),
        (frequent, Some(RetryPolicy::new().max_attempts(0)), 1),
    ] {
        let gateway = ScriptedServer::new([Action::status(503)]).await;
        let client = builder(&gateway.url).retry_policy(client_policy).deadline(Duration::MAX).build().unwrap();
        let mut call = client.get_session().session_uuid("s");
        if let Some(policy) = call_policy {
            call = call.retry_policy(policy);
        }
        let error = time.run(call.send()).await.unwrap_err();
        assert_eq!((error.attempts(), gateway.requests().len()), (attempts, attempts as usize));
        assert!(waits(&gateway).iter().all(|wait| *wait <= Duration::from_secs(15) + SLACK));
    }
}

#[tokio::test]
async fn attempts_share_one_request_id() {
    let time = VirtualTime::start();
    let failures = [Action::close(), Action::status(500), Action::success()];
    let gateway = ScriptedServer::new(failures.clone()).await;
    let client = builder(&gateway.url).build().unwrap();
    let response = time.run(capture(&client).send()).await.unwrap();
    let keys: Vec<_> =
        gateway.requests().iter().map(|seen| seen.header("sezzle-request-id").unwrap().to_owned()).collect();
    assert_eq!(keys.len(), 3);
    assert!(keys.iter().all(|key| Some(&**key) == response.request_id()), "{keys:?}");
    assert!(keys[0].split('-').map(str::len).eq([8, 4, 4, 4, 12]), "{keys:?}");

    // Another call has another request id, unless the caller sets it.
    let gateway = ScriptedServer::new([Action::success()]).await;
    let client = builder(&gateway.url).build().unwrap();
    let other = time.run(capture(&client).send()).await.unwrap();
    assert_ne!(other.request_id(), response.request_id());
    let own = time.run(capture(&client).sezzle_request_id("order-1-capture").send()).await.unwrap();
    assert_eq!(own.request_id(), Some("order-1-capture"));
    assert_eq!(gateway.requests()[1].header("sezzle-request-id"), Some("order-1-capture"));

    // The error has it too. An operation that accepts no request id has none.
    let gateway = ScriptedServer::new([Action::close()]).await;
    let client = builder(&gateway.url).build().unwrap();
    let error = time.run(capture(&client).send()).await.unwrap_err();
    assert_eq!(error.request_id(), gateway.requests()[2].header("sezzle-request-id"));
    let error = time.run(client.create_session().body(session_request()).send()).await.unwrap_err();
    assert_eq!(error.request_id(), None);
    assert!(gateway.requests()[3].header("sezzle-request-id").is_none());
}

#[tokio::test]
async fn retry_after_is_read_as_seconds_and_date() {
    let time = VirtualTime::start();
    let date = "date: Fri, 31 Dec 1999 23:59:49 GMT\r\nretry-after: Fri, 31 Dec 1999 23:59:59 GMT\r\n";
    for (headers, seconds) in [("retry-after: 7\r\n", 7), (date, 10), ("retry-after: soon\r\n", 0)] {
        for status in [429, 503] {
            let gateway = ScriptedServer::new([Action::response(status, headers, ""), Action::success()]).await;
            let client = builder(&gateway.url).build().unwrap();
            time.run(client.get_session().session_uuid("s").send()).await.unwrap();
            let wait = waits(&gateway)[0];
            let requested = Duration::from_secs(seconds);
            assert!(
                wait >= requested && wait <= requested + Duration::from_millis(250) + SLACK,
                "{status} {headers}: {wait:?}"
            );
        }
    }
}

#[tokio::test]
async fn retry_after_beyond_the_limit_ends_the_call() {
    let time = VirtualTime::start();
    let gateway = ScriptedServer::new([Action::response(429, "retry-after: 3600\r\n", "")]).await;
    let client = builder(&gateway.url).deadline(Duration::MAX).build().unwrap();
    let error = time.run(client.create_session().body(session_request()).send()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::ErrorResponse, 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(!error.may_have_been_processed() && error.is_retryable());
}

#[tokio::test]
async fn attempt_timeout_applies_to_head_and_body() {
    let time = VirtualTime::start();
    for action in [Action::stall(), Action::begin("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")] {
        let gateway = ScriptedServer::new([action.clone(), Action::success()]).await;
        let client = builder(&gateway.url).timeout(Duration::from_secs(5)).build().unwrap();
        time.run(client.get_session().session_uuid("s").send()).await.unwrap();
        let wait = waits(&gateway)[0];
        assert!(wait >= Duration::from_secs(5) && wait < Duration::from_millis(5250) + SLACK, "{action:?}: {wait:?}");

        let gateway = ScriptedServer::new([action]).await;
        let client = builder(&gateway.url).build().unwrap();
        let call = client.create_session().body(session_request()).timeout(Duration::from_secs(2));
        let error = time.run(call.send()).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::NoResponse, 1));
        assert!(error.elapsed() >= Duration::from_secs(2) && error.elapsed() < Duration::from_secs(2) + SLACK);
    }
}

#[tokio::test]
async fn stalled_error_body_keeps_the_status() {
    let time = VirtualTime::start();
    let half = "HTTP/1.1 422 X\r\ncontent-length: 1000\r\n\r\n[{\"code\": \"invalid\"}]";
    let gateway = ScriptedServer::new([Action::begin(half)]).await;
    let client = builder(&gateway.url).timeout(Duration::from_secs(3)).build().unwrap();
    let error = time.run(capture(&client).send()).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::ErrorResponse, Some(&sezzle_api::ErrorCode::Invalid)));
    assert!(!error.may_have_been_processed());
    assert!(error.elapsed() >= Duration::from_secs(3) && error.elapsed() < Duration::from_secs(3) + SLACK);
}

#[tokio::test]
async fn deadline_ends_the_running_attempt() {
    let time = VirtualTime::start();
    let gateway = ScriptedServer::new([Action::stall()]).await;
    let client =
        builder(&gateway.url).timeout(Duration::from_secs(5)).deadline(Duration::from_secs(12)).build().unwrap();
    let error = time.run(capture(&client).send()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::DeadlineExceeded, 3));
    assert!(error.may_have_been_processed() && error.is_retryable());
    assert!(error.elapsed() >= Duration::from_secs(12) && error.elapsed() < Duration::from_secs(12) + SLACK);
    let call = client.create_session().body(session_request()).deadline(Duration::from_secs(1));
    let error = time.run(call.send()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::DeadlineExceeded, 1));
    assert!(error.may_have_been_processed() && !error.is_retryable());
    assert!(error.elapsed() < Duration::from_secs(1) + SLACK);
    assert!(error.to_string().contains("deadline"), "{error}");
}

#[tokio::test]
async fn attempt_does_not_start_too_close_to_the_deadline() {
    let time = VirtualTime::start();
    let gateway = ScriptedServer::new([Action::response(429, "retry-after: 10\r\n", "[{\"code\": \"busy\"}]")]).await;
    let client = builder(&gateway.url).build().unwrap();
    let call = client.create_session().body(session_request()).deadline(Duration::from_millis(10_050));
    let error = time.run(call.send()).await.unwrap_err();
    // It ends at once, with the result of the last attempt.
    assert_eq!((error.kind(), gateway.requests().len()), (ErrorKind::DeadlineExceeded, 1));
    assert!(error.elapsed() < Duration::from_secs(1));
    assert_eq!((error.status().unwrap().as_u16(), error.retry_after()), (429, Some(Duration::from_secs(10))));
    assert_eq!(error.code().unwrap().as_str(), "busy");
    assert!(!error.may_have_been_processed() && error.is_retryable());

    let call = client.create_session().body(session_request()).deadline(Duration::from_millis(10_400));
    time.run(call.send()).await.unwrap_err();
    assert_eq!(gateway.requests().len(), 3, "there is enough time for a second attempt");
}

#[tokio::test]
async fn earlier_attempt_may_have_been_processed() {
    let time = VirtualTime::start();
    for last in [Action::status(422), Action::status(401), Action::response(429, "retry-after: 99\r\n", "")] {
        let gateway = ScriptedServer::new([Action::close(), last.clone()]).await;
        let client = builder(&gateway.url).build().unwrap();
        let error = time.run(capture(&client).send()).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::ErrorResponse, 2), "{last:?}");
        assert!(error.may_have_been_processed(), "{last:?}");
    }
    // The server is gone after the first attempt.
    let gateway = ScriptedServer::new([Action::status(500)]).await;
    let client = builder(&gateway.url).build().unwrap();
    let one = gateway.url.clone();
    let call = capture(&client).send();
    let ends = async {
        while gateway.requests().is_empty() {
            tokio::time::sleep(STEP).await;
        }
        drop(gateway);
    };
    let (error, ()) = time.run(async { tokio::join!(call, ends) }).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoResponse, "{one}: {error}");
    assert!(error.may_have_been_processed() && error.is_retryable());
    assert!(error.to_string().contains("an earlier attempt"), "{error}");
}

#[tokio::test]
async fn zero_limits_of_a_call_are_rejected() {
    let gateway = ScriptedServer::new([Action::success()]).await;
    let client = builder(&gateway.url).build().unwrap();
    let error = client.get_session().session_uuid("s").timeout(Duration::ZERO).send().await.unwrap_err();
    assert!(error.kind() == ErrorKind::NotSent && error.to_string().contains("timeout"), "{error}");
    let error = client.get_session().session_uuid("s").deadline(Duration::ZERO).send().await.unwrap_err();
    assert!(error.kind() == ErrorKind::NotSent && error.to_string().contains("deadline"), "{error}");
    assert!(gateway.requests().is_empty());
    let endless = builder(&gateway.url).deadline(Duration::MAX).timeout(Duration::MAX).build().unwrap();
    endless.get_session().session_uuid("s").send().await.unwrap();
}

#[tokio::test]
async fn retry_budget_limits_retries_during_outage() {
    let time = VirtualTime::start();
    for action in [Action::status(503), Action::close()] {
        let gateway = ScriptedServer::new([action]).await;
        let client = builder(&gateway.url).build().unwrap();
        // Spends the budget: a capacity of 500, and 5 for each retry.
        for _ in 0..50 {
            time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
        }
        assert_eq!(gateway.requests().len(), 150);
        let before = gateway.requests().len();
        for _ in 0..200 {
            time.run(capture(&client).send()).await.unwrap_err();
        }
        let sent = gateway.requests().len() - before;
        assert_eq!(sent, 200, "requests for 200 calls");
    }
}

#[tokio::test]
async fn retry_budget_refills_with_successes() {
    let time = VirtualTime::start();
    // After the outage, every tenth request fails.
    let gateway = ScriptedServer::with_script(|number, _| match number {
        0..30 => Action::status(503),
        number if number % 10 == 0 => Action::status(503),
        _ => Action::success(),
    })
    .await;
    let client = builder(&gateway.url).retry_budget(50).build().unwrap();
    for _ in 0..20 {
        time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
    }
    assert_eq!(gateway.requests().len(), 30);
    let mut failed = 0;
    for _ in 0..100 {
        failed += usize::from(time.run(client.get_session().session_uuid("s").send()).await.is_err());
    }
    assert!(failed <= 1, "{failed}");
}
