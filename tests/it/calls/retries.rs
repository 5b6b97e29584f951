//! When a call is attempted again, after how long, and with what: in virtual time.

use std::time::Duration;

use sezzle_api::{ErrorKind, RetryPolicy};
use sezzle_tests::fixtures::{builder, capture, session_request};
use sezzle_tests::servers::scripted::{Act, Scripted};
use sezzle_tests::virtual_time::{STEP, VirtualTime};

/// The waits between the requests.
fn waits(gateway: &Scripted) -> Vec<Duration> {
    let seen = gateway.seen();
    seen.windows(2).map(|pair| pair[1].at - pair[0].at).collect()
}

/// A wait is measured with a few steps of the clock.
const SLACK: Duration = Duration::from_millis(60);

#[tokio::test]
async fn three_attempts_with_waits_that_double() {
    let time = VirtualTime::start();
    let mut longest = [Duration::ZERO; 2];
    for _ in 0..20 {
        let gateway = Scripted::new([Act::status(503), Act::status(503), Act::success()]).await;
        let client = builder(&gateway.url).build().unwrap();
        let answer = time.run(client.get_session().session_uuid("s").send()).await.unwrap();
        assert_eq!(answer.attempts(), 3);
        let waits = waits(&gateway);
        assert!(waits[0] <= Duration::from_millis(250) + SLACK, "{waits:?}");
        assert!(waits[1] <= Duration::from_millis(500) + SLACK, "{waits:?}");
        longest = [longest[0].max(waits[0]), longest[1].max(waits[1])];
    }
    assert!(longest[0] > Duration::from_millis(100) && longest[1] > Duration::from_millis(250), "{longest:?}");
}

#[tokio::test]
async fn the_last_failure_is_the_error() {
    let time = VirtualTime::start();
    let gateway = Scripted::new([Act::Close, Act::status(500), Act::answer(503, "", "{\"code\": \"busy\"}")]).await;
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
async fn the_policy_of_the_client_and_of_the_call() {
    let time = VirtualTime::start();
    let often =
        RetryPolicy::new().max_attempts(6).base_delay(Duration::from_secs(10)).max_delay(Duration::from_secs(15));
    for (client_policy, call_policy, attempts) in [
        (RetryPolicy::never(), None, 1),
        (RetryPolicy::never(), Some(often), 6),
        (often, None, 6),
        (often, Some(RetryPolicy::never()), 1),
        (often, Some(RetryPolicy::new().max_attempts(0)), 1),
    ] {
        let gateway = Scripted::new([Act::status(503)]).await;
        let client = builder(&gateway.url).retry_policy(client_policy).deadline(Duration::MAX).build().unwrap();
        let mut call = client.get_session().session_uuid("s");
        if let Some(policy) = call_policy {
            call = call.retry_policy(policy);
        }
        let error = time.run(call.send()).await.unwrap_err();
        assert_eq!((error.attempts(), gateway.seen().len()), (attempts, attempts as usize));
        assert!(waits(&gateway).iter().all(|wait| *wait <= Duration::from_secs(15) + SLACK));
    }
}

#[tokio::test]
async fn one_key_for_all_attempts() {
    let time = VirtualTime::start();
    let failures = [Act::Close, Act::status(500), Act::success()];
    let gateway = Scripted::new(failures.clone()).await;
    let client = builder(&gateway.url).build().unwrap();
    let answer = time.run(capture(&client).send()).await.unwrap();
    let keys: Vec<_> = gateway.seen().iter().map(|seen| seen.header("sezzle-request-id").unwrap().to_owned()).collect();
    assert_eq!(keys.len(), 3);
    assert!(keys.iter().all(|key| Some(&**key) == answer.request_id()), "{keys:?}");
    assert!(keys[0].split('-').map(str::len).eq([8, 4, 4, 4, 12]), "{keys:?}");

    // Another call has another key; a caller's own one is taken.
    let gateway = Scripted::new([Act::success()]).await;
    let client = builder(&gateway.url).build().unwrap();
    let other = time.run(capture(&client).send()).await.unwrap();
    assert_ne!(other.request_id(), answer.request_id());
    let own = time.run(capture(&client).sezzle_request_id("order-1-capture").send()).await.unwrap();
    assert_eq!(own.request_id(), Some("order-1-capture"));
    assert_eq!(gateway.seen()[1].header("sezzle-request-id"), Some("order-1-capture"));

    // The error has it too; an operation without a key has none.
    let gateway = Scripted::new([Act::Close]).await;
    let client = builder(&gateway.url).build().unwrap();
    let error = time.run(capture(&client).send()).await.unwrap_err();
    assert_eq!(error.request_id(), gateway.seen()[2].header("sezzle-request-id"));
    let error = time.run(client.create_session().body(session_request()).send()).await.unwrap_err();
    assert_eq!(error.request_id(), None);
    assert!(gateway.seen()[3].header("sezzle-request-id").is_none());
}

#[tokio::test]
async fn retry_after_in_both_forms() {
    let time = VirtualTime::start();
    let date = "date: Fri, 31 Dec 1999 23:59:49 GMT\r\nretry-after: Fri, 31 Dec 1999 23:59:59 GMT\r\n";
    for (headers, seconds) in [("retry-after: 7\r\n", 7), (date, 10), ("retry-after: soon\r\n", 0)] {
        for status in [429, 503] {
            let gateway = Scripted::new([Act::answer(status, headers, ""), Act::success()]).await;
            let client = builder(&gateway.url).build().unwrap();
            time.run(client.get_session().session_uuid("s").send()).await.unwrap();
            let wait = waits(&gateway)[0];
            let asked = Duration::from_secs(seconds);
            assert!(
                wait >= asked && wait <= asked + Duration::from_millis(250) + SLACK,
                "{status} {headers}: {wait:?}"
            );
        }
    }
}

#[tokio::test]
async fn retry_after_beyond_the_limit_is_told() {
    let time = VirtualTime::start();
    let gateway = Scripted::new([Act::answer(429, "retry-after: 3600\r\n", "")]).await;
    let client = builder(&gateway.url).deadline(Duration::MAX).build().unwrap();
    let error = time.run(client.create_session().body(session_request()).send()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::ErrorResponse, 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(!error.may_have_been_processed() && error.is_retryable());
}

#[tokio::test]
async fn an_attempt_ends_at_its_timeout() {
    let time = VirtualTime::start();
    for act in [Act::Stall, Act::Begin("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")] {
        let gateway = Scripted::new([act.clone(), Act::success()]).await;
        let client = builder(&gateway.url).timeout(Duration::from_secs(5)).build().unwrap();
        time.run(client.get_session().session_uuid("s").send()).await.unwrap();
        let wait = waits(&gateway)[0];
        assert!(wait >= Duration::from_secs(5) && wait < Duration::from_millis(5250) + SLACK, "{act:?}: {wait:?}");

        let gateway = Scripted::new([act]).await;
        let client = builder(&gateway.url).build().unwrap();
        let call = client.create_session().body(session_request()).timeout(Duration::from_secs(2));
        let error = time.run(call.send()).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::NoResponse, 1));
        assert!(error.elapsed() >= Duration::from_secs(2) && error.elapsed() < Duration::from_secs(2) + SLACK);
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[tokio::test]
async fn a_refusal_whose_body_stalls_is_a_refusal() {
    let time = VirtualTime::start();
    let half = "HTTP/1.1 422 X\r\ncontent-length: 1000\r\n\r\n[{\"code\": \"invalid\"}]";
    let gateway = Scripted::new([Act::Begin(half)]).await;
    let client = builder(&gateway.url).timeout(Duration::from_secs(3)).build().unwrap();
    let error = time.run(capture(&client).send()).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::ErrorResponse, Some(&sezzle_api::ErrorCode::Invalid)));
    assert!(!error.may_have_been_processed());
    assert!(error.elapsed() >= Duration::from_secs(3) && error.elapsed() < Duration::from_secs(3) + SLACK);
}

#[tokio::test]
async fn the_deadline_ends_an_attempt() {
    let time = VirtualTime::start();
    let gateway = Scripted::new([Act::Stall]).await;
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
async fn no_attempt_starts_that_the_deadline_leaves_no_time_for() {
    let time = VirtualTime::start();
    let gateway = Scripted::new([Act::answer(429, "retry-after: 10\r\n", "[{\"code\": \"busy\"}]")]).await;
    let client = builder(&gateway.url).build().unwrap();
    let call = client.create_session().body(session_request()).deadline(Duration::from_millis(10_050));
    let error = time.run(call.send()).await.unwrap_err();
    // It ends at once, and tells what the last attempt came to.
    assert_eq!((error.kind(), gateway.seen().len()), (ErrorKind::DeadlineExceeded, 1));
    assert!(error.elapsed() < Duration::from_secs(1));
    assert_eq!((error.status().unwrap().as_u16(), error.retry_after()), (429, Some(Duration::from_secs(10))));
    assert_eq!(error.code().unwrap().as_str(), "busy");
    assert!(!error.may_have_been_processed() && error.is_retryable());

    let call = client.create_session().body(session_request()).deadline(Duration::from_millis(10_400));
    time.run(call.send()).await.unwrap_err();
    assert_eq!(gateway.seen().len(), 3, "here there is time");
}

#[tokio::test]
async fn an_earlier_attempt_is_not_forgotten() {
    let time = VirtualTime::start();
    for last in [Act::status(422), Act::status(401), Act::answer(429, "retry-after: 99\r\n", "")] {
        let gateway = Scripted::new([Act::Close, last.clone()]).await;
        let client = builder(&gateway.url).build().unwrap();
        let error = time.run(capture(&client).send()).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::ErrorResponse, 2), "{last:?}");
        assert!(error.may_have_been_processed(), "{last:?}");
    }
    // After the first attempt there is nobody any more.
    let gateway = Scripted::new([Act::status(500)]).await;
    let client = builder(&gateway.url).build().unwrap();
    let one = gateway.url.clone();
    let call = capture(&client).send();
    let ends = async {
        while gateway.seen().is_empty() {
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
async fn settings_that_nothing_can_hold_to() {
    let gateway = Scripted::new([Act::success()]).await;
    let client = builder(&gateway.url).build().unwrap();
    let error = client.get_session().session_uuid("s").timeout(Duration::ZERO).send().await.unwrap_err();
    assert!(error.kind() == ErrorKind::NotSent && error.to_string().contains("timeout"), "{error}");
    let error = client.get_session().session_uuid("s").deadline(Duration::ZERO).send().await.unwrap_err();
    assert!(error.kind() == ErrorKind::NotSent && error.to_string().contains("deadline"), "{error}");
    assert!(builder(&gateway.url).deadline(Duration::ZERO).build().is_err());
    assert!(gateway.seen().is_empty());
    let endless = builder(&gateway.url).deadline(Duration::MAX).timeout(Duration::MAX).build().unwrap();
    endless.get_session().session_uuid("s").send().await.unwrap();
}

#[tokio::test]
async fn an_outage_is_not_multiplied() {
    let time = VirtualTime::start();
    for act in [Act::status(503), Act::Close] {
        let gateway = Scripted::new([act]).await;
        let client = builder(&gateway.url).build().unwrap();
        // Spends the budget: 500 tokens, 5 for each repetition.
        for _ in 0..50 {
            time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
        }
        assert_eq!(gateway.seen().len(), 150);
        let before = gateway.seen().len();
        for _ in 0..200 {
            time.run(capture(&client).send()).await.unwrap_err();
        }
        let sent = gateway.seen().len() - before;
        assert_eq!(sent, 200, "requests for 200 calls");
    }
}

#[tokio::test]
async fn success_fills_the_budget_again() {
    let time = VirtualTime::start();
    // After the outage every tenth request fails.
    let gateway = Scripted::by(|number, _| match number {
        0..30 => Act::status(503),
        number if number % 10 == 0 => Act::status(503),
        _ => Act::success(),
    })
    .await;
    let client = builder(&gateway.url).retry_budget(50).build().unwrap();
    for _ in 0..20 {
        time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
    }
    assert_eq!(gateway.seen().len(), 30);
    let mut failed = 0;
    for _ in 0..100 {
        failed += usize::from(time.run(client.get_session().session_uuid("s").send()).await.is_err());
    }
    assert!(failed <= 1, "{failed}");
}
