//! The bearer token is fetched once and reused until shortly before it expires.

use std::time::Duration;

use chrono::{TimeDelta, Utc};
use serde_json::json;
use sezzle_api::{Client, Credentials, ErrorKind};
use sezzle_tests::fixtures::{client_of, keys_builder, session_request, simulator};
use sezzle_tests::servers::scripted::{Act, Scripted};
use sezzle_tests::servers::token::Gateway;
use sezzle_tests::virtual_time::VirtualTime;

async fn call(client: &Client) {
    let session = client.get_session().session_uuid("s").send().await.unwrap();
    assert_eq!(session.uuid.as_deref(), Some("s"));
}

#[tokio::test]
async fn one_token_serves_many_calls_and_all_clones() {
    let gateway = Gateway::new(TimeDelta::minutes(120), TimeDelta::zero()).await;
    let client = gateway.client();
    for _ in 0..3 {
        call(&client).await;
        call(&client.clone()).await;
    }
    assert_eq!(gateway.authentications(), 1);
}

#[tokio::test]
async fn calls_that_start_together_share_one_authentication() {
    let gateway = Gateway::new(TimeDelta::minutes(120), TimeDelta::zero()).await;
    let client = gateway.client();
    let calls: Vec<_> = (0..50)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { call(&client).await })
        })
        .collect();
    for call in calls {
        call.await.unwrap();
    }
    assert_eq!(gateway.authentications(), 1);
}

#[tokio::test]
async fn a_token_is_replaced_before_it_expires() {
    // Half of a short life is the margin: replaced after 1 to 1.5 seconds, for `Date` shows whole seconds only. The
    // gateway's clock is off, and it is by that clock that the token expires.
    let gateway = Gateway::new(TimeDelta::seconds(2), TimeDelta::hours(1)).await;
    let client = gateway.client();
    call(&client).await;
    call(&client).await;
    assert_eq!(gateway.authentications(), 1);
    tokio::time::sleep(Duration::from_millis(1600)).await;
    call(&client).await;
    assert_eq!(gateway.authentications(), 2);
}

#[tokio::test]
async fn a_clock_that_is_off_does_not_matter() {
    for skew in [TimeDelta::days(-400), TimeDelta::days(400)] {
        let gateway = Gateway::new(TimeDelta::minutes(120), skew).await;
        let client = gateway.client();
        call(&client).await;
        call(&client).await;
        assert_eq!(gateway.authentications(), 1, "{skew}");
    }
}

/// A gateway whose authentications end as `authentication` says, by their number, and which takes every token.
async fn scripted(mut authentication: impl FnMut(usize) -> Act + Send + 'static) -> Scripted {
    let mut authentications = 0;
    Scripted::by(move |_, seen| {
        if seen.text.starts_with("POST /v2/authentication") {
            authentications += 1;
            authentication(authentications - 1)
        } else {
            Act::success()
        }
    })
    .await
}

fn token(number: usize, minutes: i64) -> Act {
    let expires = (Utc::now() + TimeDelta::minutes(minutes)).to_rfc3339();
    Act::answer(201, "", &json!({"token": format!("token-{number}"), "expiration_date": expires}).to_string())
}

fn authentications(gateway: &Scripted) -> usize {
    gateway.seen().iter().filter(|seen| seen.text.starts_with("POST /v2/authentication")).count()
}

#[tokio::test]
async fn after_a_failed_authentication_there_is_a_pause() {
    let time = VirtualTime::start();
    let gateway = scripted(|_| Act::status(503)).await;
    let client = keys_builder(&gateway.url).build().unwrap();
    let call = async || time.run(client.create_session().body(session_request()).send()).await.unwrap_err();
    for (calls, attempts) in [(1, 3), (50, 3)] {
        for _ in 0..calls {
            let error = call().await;
            assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::NotSent, 503));
            assert_eq!((error.operation().unwrap().id, error.attempts()), ("create_session", 0));
            assert!(error.is_retryable() && !error.may_have_been_processed());
        }
        assert_eq!(gateway.seen().len(), attempts, "only the authentication was sent, and only by the first call");
    }
    // The pause ends, and grows with each failure.
    time.pass(Duration::from_secs(1)).await;
    call().await;
    assert_eq!(gateway.seen().len(), 6);
    time.pass(Duration::from_millis(900)).await;
    call().await;
    assert_eq!(gateway.seen().len(), 6);
    time.pass(Duration::from_millis(1100)).await;
    call().await;
    assert_eq!(gateway.seen().len(), 9);
    // An hour of calls every second sends one authentication in 15 seconds or more, of three attempts at most.
    for _ in 0..3600 {
        call().await;
        time.pass(Duration::from_secs(1)).await;
    }
    assert!(gateway.seen().len() < 9 + 3 * 260, "{}", gateway.seen().len());
}

#[tokio::test]
async fn a_failed_authentication_is_not_kept() {
    let time = VirtualTime::start();
    let gateway = scripted(|number| if number < 3 { Act::Close } else { token(number, 120) }).await;
    let client = keys_builder(&gateway.url).build().unwrap();
    time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
    time.pass(Duration::from_secs(1)).await;
    time.run(client.get_session().session_uuid("s").send()).await.unwrap();
}

#[tokio::test]
async fn those_who_wait_for_an_authentication_share_its_failure() {
    let time = VirtualTime::start();
    let gateway = scripted(|_| Act::status(500)).await;
    let client = keys_builder(&gateway.url).build().unwrap();
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..1000 {
        let client = client.clone();
        calls.spawn(async move { client.get_session().session_uuid("s").send().await.unwrap_err() });
    }
    for error in time.run(calls.join_all()).await {
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::NotSent, 500));
        assert_eq!(error.operation().unwrap().id, "get_session");
    }
    assert_eq!(gateway.seen().len(), 3, "one authentication of three attempts");
}

#[tokio::test]
async fn who_gives_up_waiting_takes_the_token_from_nobody() {
    let time = VirtualTime::start();
    let gateway = scripted(|number| if number == 0 { Act::Stall } else { token(number, 120) }).await;
    let client = keys_builder(&gateway.url).timeout(Duration::from_secs(5)).build().unwrap();
    let short = client.get_session().session_uuid("s").deadline(Duration::from_secs(1)).send();
    let long = client.get_session().session_uuid("s").send();
    let (short, long) = time.run(async { tokio::join!(short, long) }).await;
    let error = short.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::DeadlineExceeded, 0));
    assert!(!error.may_have_been_processed() && error.is_retryable());
    assert!(error.elapsed() >= Duration::from_secs(1) && error.elapsed() < Duration::from_millis(1100));
    long.unwrap();
    assert_eq!(authentications(&gateway), 2, "the one that stalled, and its second attempt");
}

#[tokio::test]
async fn an_authentication_outlives_the_runtime_that_began_it() {
    let gateway = Gateway::new(TimeDelta::minutes(120), TimeDelta::zero()).await;
    let client = gateway.client();
    let other = client.clone();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let call = other.get_session().session_uuid("s").send();
            // Begins the authentication, and goes away with it.
            let _ = tokio::time::timeout(Duration::from_millis(10), call).await;
        });
    })
    .join()
    .unwrap();
    call(&client).await;
}

#[tokio::test]
async fn a_token_is_replaced_ahead_of_its_end_while_it_serves() {
    let time = VirtualTime::start();
    let mut ages = Vec::new();
    for _ in 0..6 {
        let gateway = scripted(|number| if number == 0 { token(0, 120) } else { Act::Stall }).await;
        let client = keys_builder(&gateway.url).timeout(Duration::from_secs(2)).build().unwrap();
        let start = tokio::time::Instant::now();
        let mut step = Duration::from_secs(109 * 60);
        while authentications(&gateway) < 2 {
            // Nobody waits for the new one.
            let asked = tokio::time::Instant::now();
            time.run(client.get_session().session_uuid("s").send()).await.unwrap();
            assert!(asked.elapsed() < Duration::from_millis(200));
            time.pass(step).await;
            step = Duration::from_secs(5);
        }
        ages.push(start.elapsed().as_secs());
    }
    assert!(ages.iter().all(|seconds| (109 * 60..=115 * 60).contains(seconds)), "{ages:?}");
    ages.dedup();
    assert!(ages.len() > 1, "not all at the same age: {ages:?}");
}

#[tokio::test]
async fn an_early_replacement_that_fails_harms_nobody() {
    let time = VirtualTime::start();
    // The first token comes, then nothing until shortly before it ends.
    let started = std::sync::Arc::new(std::sync::Mutex::new(None));
    let gateway = scripted(move |number| {
        let start = *started.lock().unwrap().get_or_insert_with(tokio::time::Instant::now);
        let back = start.elapsed() > Duration::from_secs(119 * 60 + 10);
        if number == 0 || back { token(number, 120) } else { Act::status(503) }
    })
    .await;
    let client = keys_builder(&gateway.url).build().unwrap();
    for _ in 0..(150 * 60 / 10) {
        time.run(client.get_session().session_uuid("s").send()).await.unwrap();
        time.pass(Duration::from_secs(10)).await;
    }
    // Every 20 seconds for ten minutes, of three attempts at most.
    let tried = authentications(&gateway);
    assert!((10..=100).contains(&tried), "{tried}");
}

#[tokio::test]
async fn keys_can_be_replaced_while_the_client_lives() {
    let time = VirtualTime::start();
    let gateway = Scripted::by(|_, seen| {
        if !seen.text.starts_with("POST /v2/authentication") {
            let new = seen.header("authorization") == Some("Bearer token-new");
            return if new { Act::success() } else { Act::status(401) };
        }
        if seen.text.contains("sz_pr_new") {
            Act::answer(201, "", "{\"token\": \"token-new\"}")
        } else {
            Act::status(401)
        }
    })
    .await;
    let client = keys_builder(&gateway.url).build().unwrap();
    let clone = client.clone();
    let error = time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::NotSent, 401));
    let swapped = Credentials::keys("sz_pr_new", "sz_pub_1");
    assert!(client.replace_credentials(swapped).unwrap_err().to_string().contains("swap"));
    client.replace_credentials(Credentials::keys("sz_pub_1", "sz_pr_new")).unwrap();
    // At once, and for all clones.
    time.run(clone.get_session().session_uuid("s").send()).await.unwrap();
    client.replace_credentials(Credentials::token("token-new")).unwrap();
    time.run(client.get_session().session_uuid("s").send()).await.unwrap();
    client.replace_credentials(Credentials::token("token-old")).unwrap();
    time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
}

#[tokio::test]
async fn a_gateway_that_refuses_every_token_is_not_flooded() {
    let time = VirtualTime::start();
    let gateway = Scripted::by(|number, seen| {
        if seen.text.starts_with("POST /v2/authentication") { token(number, 120) } else { Act::status(401) }
    })
    .await;
    let client = keys_builder(&gateway.url).build().unwrap();
    for _ in 0..100 {
        let error = time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::ErrorResponse, 401));
    }
    assert_eq!((authentications(&gateway), gateway.seen().len()), (2, 103), "the first call repeated once");
    time.pass(Duration::from_secs(10)).await;
    time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
    assert_eq!(authentications(&gateway), 3);
}

#[tokio::test]
async fn a_given_token_is_used_as_it_is() {
    let gateway = Gateway::new(TimeDelta::minutes(120), TimeDelta::zero()).await;
    let client = sezzle_tests::fixtures::client(gateway.url.clone());
    let error = client.get_session().session_uuid("s").send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::ErrorResponse, 401));
    assert_eq!(gateway.authentications(), 0);
}

#[tokio::test]
async fn a_token_that_ends_before_its_time_is_replaced_and_the_call_repeated_once() {
    let simulator = simulator().await;
    let client = client_of(&simulator);
    let create = || client.create_session().body(sezzle_tests::fixtures::session_request()).send();
    create().await.unwrap();
    simulator.expire_tokens();
    // Many at once: each was refused, one fetches, all are repeated.
    let (a, b, c) = tokio::join!(create(), create(), create());
    assert!(a.is_ok() && b.is_ok() && c.is_ok());
    let sent: Vec<_> =
        simulator.requests().into_iter().map(|request| (request.operation_id.unwrap(), request.status)).collect();
    assert_eq!(sent.iter().filter(|sent| **sent == ("authenticate", 201)).count(), 2);
    assert_eq!(sent.iter().filter(|sent| **sent == ("create_session", 201)).count(), 4);

    // The gateway here takes only the newest token.
    let gateway = Gateway::new(TimeDelta::minutes(120), TimeDelta::zero()).await;
    let client = gateway.client();
    call(&client).await;
    let other = sezzle_tests::fixtures::keys_client(gateway.url.clone());
    // A token fetched by the one ends that of the other.
    call(&other).await;
    // Of two calls with the token that ended one is refused late: it must not take the new token away.
    let late = client.get_session().session_uuid("slow").send();
    let (late, ()) = tokio::join!(late, call(&client));
    late.unwrap();
    assert_eq!(gateway.authentications(), 3);
}

#[tokio::test]
async fn a_gateway_that_takes_no_token_at_all_is_asked_twice() {
    let server = httpmock::MockServer::start_async().await;
    let authentication = server
        .mock_async(|when, then| {
            when.path("/v2/authentication");
            then.status(201).json_body(json!({"token": "t"}));
        })
        .await;
    let session = server
        .mock_async(|when, then| {
            when.path("/v2/session/s");
            then.status(401);
        })
        .await;
    let client = sezzle_tests::fixtures::keys_client(server.base_url());
    let error = client.get_session().session_uuid("s").send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::ErrorResponse, 401));
    assert_eq!((authentication.calls_async().await, session.calls_async().await), (2, 2));
}

#[tokio::test]
async fn an_authentication_without_a_token_is_no_success() {
    for answer in
        [json!({}), json!({"token": null}), json!({"token": ""}), json!({"token": " "}), json!({"token": "a\nb"})]
    {
        let gateway = sezzle_tests::servers::static_server::Fixed::json(201, &answer).await;
        let client = sezzle_tests::fixtures::keys_client(gateway.server.base_url());
        let error = client.create_session().body(sezzle_tests::fixtures::session_request()).send().await.unwrap_err();
        assert_eq!((error.kind(), error.may_have_been_processed()), (ErrorKind::NotSent, false), "{answer}");
        assert_eq!(gateway.calls().await, 1, "only the authentication was sent");
    }
}
