//! The bearer token is fetched once and reused until shortly before it expires.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use chrono::{TimeDelta, Utc};
use serde_json::json;
use sezzle_api::{Client, Credentials, ErrorKind, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// A gateway that hands out `token-1`, `token-2`, .. with a life of `life`, by a clock that is `skew` off, and takes
/// only the newest.
struct Gateway {
    url: String,
    authentications: Arc<AtomicUsize>,
}

impl Gateway {
    async fn new(life: TimeDelta, skew: TimeDelta) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let authentications = Arc::<AtomicUsize>::default();
        let count = authentications.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let count = count.clone();
                tokio::spawn(async move {
                    let mut request = vec![0; 16 << 10];
                    let length = stream.read(&mut request).await.unwrap_or(0);
                    let request = String::from_utf8_lossy(&request[..length]).to_lowercase();
                    let now = Utc::now() + skew;
                    let (status, body) = if request.starts_with("post /v2/authentication") {
                        // Slow enough for others to arrive meanwhile.
                        tokio::time::sleep(Duration::from_millis(50)).await;
                        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
                        let expires = (now + life).to_rfc3339();
                        ("201 Created", json!({"token": format!("token-{number}"), "expiration_date": expires}))
                    } else if request
                        .contains(&format!("authorization: bearer token-{}\r", count.load(Ordering::SeqCst)))
                    {
                        ("200 OK", json!({"uuid": "s"}))
                    } else {
                        if request.contains("/slow ") {
                            tokio::time::sleep(Duration::from_millis(300)).await;
                        }
                        ("401 Unauthorized", json!([{"code": "unauthorized"}]))
                    };
                    let body = body.to_string();
                    let date = now.format("%a, %d %b %Y %H:%M:%S GMT");
                    let length = body.len();
                    let answer = format!(
                        "HTTP/1.1 {status}\r\ndate: {date}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
                    );
                    let _ = stream.write_all(answer.as_bytes()).await;
                });
            }
        });
        Self { url, authentications }
    }

    fn client(&self) -> Client {
        crate::support::keys_client(self.url.clone())
    }

    fn authentications(&self) -> usize {
        self.authentications.load(Ordering::SeqCst)
    }
}

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

#[tokio::test]
async fn a_failed_authentication_is_not_kept() {
    let gateway = crate::support::Fixed::json(503, &json!([])).await;
    let client = crate::support::keys_client(gateway.server.base_url());
    for calls in 1..3 {
        let error = client.create_session().body(crate::support::session_request()).send().await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::NotSent, 503));
        assert_eq!(error.operation().unwrap().id, "create_session");
        assert!(error.is_retryable() && !error.may_have_been_processed());
        assert_eq!(gateway.calls().await, calls, "only the authentication was sent");
    }
}

#[tokio::test]
async fn those_who_wait_for_an_authentication_share_its_failure() {
    let server = httpmock::MockServer::start_async().await;
    let authentication = server
        .mock_async(|when, then| {
            when.path("/v2/authentication");
            then.status(500).delay(Duration::from_millis(200));
        })
        .await;
    let client = crate::support::keys_client(server.base_url());
    let calls: Vec<_> = (0..20)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.get_session().session_uuid("s").send().await.unwrap_err() })
        })
        .collect();
    for call in calls {
        let error = call.await.unwrap();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::NotSent, 500));
        assert_eq!(error.operation().unwrap().id, "get_session");
    }
    assert_eq!(authentication.calls_async().await, 1);
    client.get_session().session_uuid("s").send().await.unwrap_err();
    assert_eq!(authentication.calls_async().await, 2, "a failure is not kept");
}

#[tokio::test]
async fn a_given_token_is_used_as_it_is() {
    let gateway = Gateway::new(TimeDelta::minutes(120), TimeDelta::zero()).await;
    let client = crate::support::client(gateway.url.clone());
    let error = client.get_session().session_uuid("s").send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Refused, 401));
    assert_eq!(gateway.authentications(), 0);
}

#[tokio::test]
async fn a_token_that_ends_before_its_time_is_replaced_and_the_call_repeated_once() {
    let simulator = sezzle_simulator::Simulator::start().await.unwrap();
    let client = Client::builder()
        .server(Server::Custom(simulator.url().to_owned()))
        .credentials(Credentials::keys(simulator.public_key(), simulator.private_key()))
        .build()
        .unwrap();
    let create = || client.create_session().body(crate::support::session_request()).send();
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
    let other = crate::support::keys_client(gateway.url.clone());
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
    let client = crate::support::keys_client(server.base_url());
    let error = client.get_session().session_uuid("s").send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Refused, 401));
    assert_eq!((authentication.calls_async().await, session.calls_async().await), (2, 2));
}

#[tokio::test]
async fn an_authentication_without_a_token_is_no_success() {
    for answer in
        [json!({}), json!({"token": null}), json!({"token": ""}), json!({"token": " "}), json!({"token": "a\nb"})]
    {
        let gateway = crate::support::Fixed::json(201, &answer).await;
        let client = crate::support::keys_client(gateway.server.base_url());
        let error = client.create_session().body(crate::support::session_request()).send().await.unwrap_err();
        assert_eq!((error.kind(), error.may_have_been_processed()), (ErrorKind::NotSent, false), "{answer}");
        assert_eq!(gateway.calls().await, 1, "only the authentication was sent");
    }
}
