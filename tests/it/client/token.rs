//! The bearer token is fetched once and reused until shortly before it expires.

use std::time::Duration;

use chrono::{TimeDelta, Utc};
use serde_json::json;
use sezzle_api::{Client, Credentials, ErrorKind};
use sezzle_tests::fixtures::{client, client_of, keys_builder, keys_client, session_request, simulator};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::servers::token::token_server;
use sezzle_tests::virtual_time::VirtualTime;

async fn call(client: &Client) {
    let session = client.get_session().session_uuid("s").send().await.unwrap();
    assert_eq!(session.uuid.as_deref(), Some("s"));
}

#[tokio::test]
async fn token_is_replaced_before_it_expires() {
    // The margin of a short TTL is half of it: the token is replaced after 1 to 1.5 seconds, because `Date` has whole
    // seconds only. The token expires by the clock of the gateway, which is skewed.
    let gateway = token_server(TimeDelta::seconds(2), TimeDelta::hours(1)).await;
    let client = keys_client(&*gateway.url);
    call(&client).await;
    call(&client).await;
    assert_eq!(gateway.authentications(), 1);
    tokio::time::sleep(Duration::from_millis(1600)).await;
    call(&client).await;
    assert_eq!(gateway.authentications(), 2);
}

#[tokio::test]
async fn token_is_shared_by_calls_and_clones_whatever_the_gateways_clock_shows() {
    for skew in [TimeDelta::zero(), TimeDelta::days(-400), TimeDelta::days(400)] {
        let gateway = token_server(TimeDelta::minutes(120), skew).await;
        let client = keys_client(&*gateway.url);
        call(&client).await;
        call(&client.clone()).await;
        assert_eq!(gateway.authentications(), 1, "{skew}");
    }
}

/// Starts a gateway that accepts every token and asks `authentication` for its response to each authentication.
async fn scripted(mut authentication: impl FnMut(usize) -> Action + Send + 'static) -> ScriptedServer {
    let mut authentications = 0;
    ScriptedServer::with_script(move |_, seen| {
        if seen.is_authentication() {
            authentications += 1;
            authentication(authentications - 1)
        } else {
            Action::success()
        }
    })
    .await
}

fn token(number: usize, minutes: i64) -> Action {
    let expires = (Utc::now() + TimeDelta::minutes(minutes)).to_rfc3339();
    Action::json(201, &json!({"token": format!("token-{number}"), "expiration_date": expires}))
}

#[tokio::test]
async fn failed_authentication_backs_off() {
    let time = VirtualTime::start();
    let gateway = scripted(|_| Action::status(503)).await;
    let client = keys_builder(&gateway.url).build().unwrap();
    let call = async || time.run(client.create_session().body(session_request()).send()).await.unwrap_err();
    for (calls, attempts) in [(1, 3), (50, 3)] {
        for _ in 0..calls {
            let error = call().await;
            assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::NotSent, 503));
            assert_eq!((error.operation().unwrap().id, error.attempts()), ("create_session", 0));
            assert!(error.is_retryable() && !error.may_have_been_processed());
        }
        assert_eq!(gateway.requests().len(), attempts, "only the authentication was sent, and only by the first call");
    }
    // The backoff ends, and grows with each failure.
    time.advance(Duration::from_secs(1)).await;
    call().await;
    assert_eq!(gateway.requests().len(), 6);
    time.advance(Duration::from_millis(900)).await;
    call().await;
    assert_eq!(gateway.requests().len(), 6);
    time.advance(Duration::from_millis(1100)).await;
    call().await;
    assert_eq!(gateway.requests().len(), 9);
    // During an hour of calls every second, there is at most one authentication in 15 seconds, with up to three attempts.
    for _ in 0..3600 {
        call().await;
        time.advance(Duration::from_secs(1)).await;
    }
    assert!(gateway.requests().len() < 9 + 3 * 260, "{}", gateway.requests().len());
}

#[tokio::test]
async fn failed_authentication_is_retried_by_later_calls() {
    let time = VirtualTime::start();
    let gateway = scripted(|number| if number < 3 { Action::close() } else { token(number, 120) }).await;
    let client = keys_builder(&gateway.url).build().unwrap();
    time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
    time.advance(Duration::from_secs(1)).await;
    time.run(client.get_session().session_uuid("s").send()).await.unwrap();
}

#[tokio::test]
async fn waiting_calls_share_a_failed_authentication() {
    let time = VirtualTime::start();
    let gateway = scripted(|_| Action::status(500)).await;
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
    assert_eq!(gateway.requests().len(), 3, "one authentication of three attempts");
}

#[tokio::test]
async fn abandoned_wait_does_not_cancel_the_authentication() {
    let time = VirtualTime::start();
    let gateway = scripted(|number| if number == 0 { Action::stall() } else { token(number, 120) }).await;
    let client = keys_builder(&gateway.url).timeout(Duration::from_secs(5)).build().unwrap();
    let short = client.get_session().session_uuid("s").deadline(Duration::from_secs(1)).send();
    let long = client.get_session().session_uuid("s").send();
    let (short, long) = time.run(async { tokio::join!(short, long) }).await;
    let error = short.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::DeadlineExceeded, 0));
    assert!(!error.may_have_been_processed() && error.is_retryable());
    assert!(error.elapsed() >= Duration::from_secs(1) && error.elapsed() < Duration::from_millis(1100));
    long.unwrap();
    assert_eq!(gateway.authentications(), 2, "the one that stalled, and its second attempt");
}

#[tokio::test]
async fn authentication_survives_the_runtime_that_started_it() {
    let gateway = token_server(TimeDelta::minutes(120), TimeDelta::zero()).await;
    let client = keys_client(&*gateway.url);
    let other = client.clone();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let call = other.get_session().session_uuid("s").send();
            // Starts the authentication and drops its runtime.
            let _ = tokio::time::timeout(Duration::from_millis(10), call).await;
        });
    })
    .join()
    .unwrap();
    call(&client).await;
}

#[tokio::test]
async fn token_is_refreshed_in_the_background() {
    let time = VirtualTime::start();
    let mut ages = Vec::new();
    for _ in 0..6 {
        let gateway = scripted(|number| if number == 0 { token(0, 120) } else { Action::stall() }).await;
        let client = keys_builder(&gateway.url).timeout(Duration::from_secs(2)).build().unwrap();
        let start = tokio::time::Instant::now();
        let mut step = Duration::from_secs(109 * 60);
        while gateway.authentications() < 2 {
            // No call waits for the new token.
            let begun = tokio::time::Instant::now();
            time.run(client.get_session().session_uuid("s").send()).await.unwrap();
            assert!(begun.elapsed() < Duration::from_millis(200));
            time.advance(step).await;
            step = Duration::from_secs(5);
        }
        ages.push(start.elapsed().as_secs());
    }
    assert!(ages.iter().all(|seconds| (109 * 60..=115 * 60).contains(seconds)), "{ages:?}");
    ages.dedup();
    assert!(ages.len() > 1, "not all at the same age: {ages:?}");
}

#[tokio::test]
async fn failed_background_refresh_fails_no_call() {
    let time = VirtualTime::start();
    // After the first token, authentication fails until shortly before that token expires.
    let started = std::sync::Arc::new(std::sync::Mutex::new(None));
    let gateway = scripted(move |number| {
        let start = *started.lock().unwrap().get_or_insert_with(tokio::time::Instant::now);
        let back = start.elapsed() > Duration::from_secs(119 * 60 + 10);
        if number == 0 || back { token(number, 120) } else { Action::status(503) }
    })
    .await;
    let client = keys_builder(&gateway.url).build().unwrap();
    for _ in 0..(150 * 60 / 10) {
        time.run(client.get_session().session_uuid("s").send()).await.unwrap();
        time.advance(Duration::from_secs(10)).await;
    }
    // Every 20 seconds for ten minutes, with up to three attempts.
    let attempts = gateway.authentications();
    assert!((10..=100).contains(&attempts), "{attempts}");
}

#[tokio::test]
async fn replaced_credentials_apply_to_all_clones() {
    let time = VirtualTime::start();
    let gateway = ScriptedServer::with_script(|_, seen| {
        if !seen.is_authentication() {
            let new = seen.header("authorization") == Some("Bearer token-new");
            return if new { Action::success() } else { Action::status(401) };
        }
        if seen.text.contains("sz_pr_new") {
            Action::response(201, "", "{\"token\": \"token-new\"}")
        } else {
            Action::status(401)
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
async fn rejected_tokens_do_not_flood_authentication() {
    let time = VirtualTime::start();
    let gateway =
        ScriptedServer::with_script(
            |number, seen| {
                if seen.is_authentication() { token(number, 120) } else { Action::status(401) }
            },
        )
        .await;
    let client = keys_builder(&gateway.url).build().unwrap();
    for _ in 0..100 {
        let error = time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::ErrorResponse, 401));
    }
    assert_eq!((gateway.authentications(), gateway.requests().len()), (2, 103), "only the first call is retried");
    time.advance(Duration::from_secs(10)).await;
    time.run(client.get_session().session_uuid("s").send()).await.unwrap_err();
    assert_eq!(gateway.authentications(), 3);
}

#[tokio::test]
async fn static_token_is_never_replaced() {
    let gateway = token_server(TimeDelta::minutes(120), TimeDelta::zero()).await;
    let client = client(&*gateway.url);
    let error = client.get_session().session_uuid("s").send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::ErrorResponse, 401));
    assert_eq!(gateway.authentications(), 0);
}

#[tokio::test]
async fn revoked_token_is_replaced_and_the_call_retried() {
    let simulator = simulator().await;
    let client = client_of(&simulator);
    let create = || client.create_session().body(session_request()).send();
    create().await.unwrap();
    simulator.expire_tokens();
    // Each of the concurrent calls is rejected, one fetches a token, and all are retried.
    let (a, b, c) = tokio::join!(create(), create(), create());
    assert!(a.is_ok() && b.is_ok() && c.is_ok());
    let sent: Vec<_> =
        simulator.requests().into_iter().map(|request| (request.operation_id.unwrap(), request.status)).collect();
    assert_eq!(sent.iter().filter(|sent| **sent == ("authenticate", 201)).count(), 2);
    assert_eq!(sent.iter().filter(|sent| **sent == ("create_session", 201)).count(), 4);

    // This gateway accepts only the newest token.
    let gateway = token_server(TimeDelta::minutes(120), TimeDelta::zero()).await;
    let client = keys_client(&*gateway.url);
    call(&client).await;
    let other = keys_client(&*gateway.url);
    // A token fetched by one client revokes that of the other.
    call(&other).await;
    // Of two calls with a revoked token one is rejected late: it must not discard the new token.
    let late = client.get_session().session_uuid("slow").send();
    let (late, ()) = tokio::join!(late, call(&client));
    late.unwrap();
    assert_eq!(gateway.authentications(), 3);
}

#[tokio::test]
async fn authentication_without_a_token_fails() {
    for answer in
        [json!({}), json!({"token": null}), json!({"token": ""}), json!({"token": " "}), json!({"token": "a\nb"})]
    {
        let gateway = ScriptedServer::json(201, &answer).await;
        let client = keys_client(&*gateway.url);
        let error = client.create_session().body(session_request()).send().await.unwrap_err();
        assert_eq!((error.kind(), error.may_have_been_processed()), (ErrorKind::NotSent, false), "{answer}");
        assert_eq!(gateway.requests().len(), 1, "only the authentication was sent");
    }
}
