//! Every kind of failure becomes a typed error that keeps the status.

use std::time::Duration;

use serde_json::json;
use sezzle_api::{ErrorCode, ErrorKind, RetryPolicy};

use sezzle_tests::child_process::child_process;
use sezzle_tests::fixtures::{builder, keys_client, session_request};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};

#[test]
fn error_is_small_send_and_sync() {
    fn crosses_threads<T: Send + Sync + 'static>() {}
    crosses_threads::<sezzle_api::Error>();
    assert_eq!(size_of::<sezzle_api::Error>(), size_of::<usize>());
    assert!(size_of::<Result<sezzle_api::ResponseValue<sezzle_api::types::Price>, sezzle_api::Error>>() <= 256);
}

#[tokio::test]
async fn error_bodies_of_any_shape_are_read() {
    for (body, code, details) in [
        ("", None, 0),
        ("null", None, 0),
        ("[]", None, 0),
        ("[null]", None, 0),
        ("{}", None, 0),
        ("[{\"new\": 1}]", None, 0),
        ("\"text\"", None, 0),
        ("not json", None, 0),
        ("[{\"code\": \"a\"}, {\"code\": \"b\"}]", Some("a"), 2),
        ("{\"code\": \"a\", \"uuid\": \"d-1\"}", Some("a"), 1),
        ("[{\"code\": \"a\", \"uuid\": \"d-1\"}]", Some("a"), 1),
        ("{\"code\": 7, \"message\": null}", Some("7"), 1),
        ("{\"id\": \"older_name\", \"status\": 400}", Some("older_name"), 1),
        ("[{\"code\": \"a\", \"more\": {\"deep\": [1]}}]", Some("a"), 1),
    ] {
        let gateway = ScriptedServer::new([Action::text(422, body)]).await;
        let error = gateway.client().get_session().session_uuid("s").send().await.unwrap_err();
        assert_eq!(
            (error.status().unwrap().as_u16(), error.code().map(ErrorCode::as_str), error.details().len()),
            (422, code, details),
            "{body}"
        );
        assert_eq!(error.body_excerpt(), Some(body));
        // Some versions have the debug id under another name.
        assert_eq!(error.debug_uuid(), body.contains("d-1").then_some("d-1"));
    }
}

#[tokio::test]
async fn html_error_body_is_excerpted() {
    let page = format!("<html>{}</html>", "x".repeat(100_000));
    let gateway = ScriptedServer::new([Action::response(502, "content-type: text/html\r\n", page)]).await;
    let error = gateway.client().get_session().session_uuid("s").send().await.unwrap_err();
    assert!(error.details().is_empty() && error.is_retryable());
    let excerpt = error.body_excerpt().unwrap();
    assert!(excerpt.starts_with("<html>x") && excerpt.len() == 4096);
    assert!(!error.to_string().contains("<html>"), "{error}");
}

#[tokio::test]
async fn status_decides_whether_a_request_may_have_been_processed() {
    for (statuses, processed, read_retryable, create_retryable) in [
        (&[400, 401, 404, 409, 422][..], false, false, false),
        (&[429], false, true, true),
        (&[302, 418, 420, 425, 444, 460, 499], true, false, false),
        (&[408, 500, 502, 503, 504], true, true, false),
    ] {
        for status in statuses.iter().copied() {
            let gateway = ScriptedServer::new([Action::status(status)]).await;
            let read = gateway.client().get_session().session_uuid("s").send().await.unwrap_err();
            let created = gateway.client().create_session().body(session_request()).send().await.unwrap_err();
            for error in [&read, &created] {
                assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::ErrorResponse, status));
                assert_eq!(error.may_have_been_processed(), processed, "{status}");
            }
            assert_eq!((read.is_retryable(), created.is_retryable()), (read_retryable, create_retryable), "{status}");
        }
    }
}

#[tokio::test]
async fn unreadable_success_is_an_invalid_response() {
    for (body, problem) in [
        ("", "it is empty"),
        ("{\"uuid\":", "it ends early at line 1, column 8"),
        ("<html>", "it is not JSON"),
        ("{} {}", "there is more after the JSON"),
        ("{\"order\": {\"links\": [{\"rel\": \"self\"}]}}", "`order.links[0]`: missing field `href`"),
        ("{\"order\": {\"links\": [{\"href\": 7}]}}", "`order.links[0].href`: expected a string"),
    ] {
        let gateway = ScriptedServer::new([Action::text(201, body)]).await;
        let error = gateway.client().create_session().body(session_request()).send().await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::InvalidResponse, 201), "{body}");
        assert!(error.may_have_been_processed() && !error.is_retryable());
        assert!(error.to_string().contains(problem), "{error}");
    }
}

#[tokio::test]
async fn truncated_response_keeps_its_status() {
    let gateway = ScriptedServer::raw("HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{\"uuid\":").await;
    let error = gateway.client().create_session().body(session_request()).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::NoResponse, 201));
    assert!(error.to_string().contains("no complete response after status 201 Created: "), "{error}");
    // An error response keeps its kind when its body is truncated.
    let gateway = ScriptedServer::raw("HTTP/1.1 422 Nope\r\ncontent-length: 100\r\n\r\n[{\"code\":").await;
    let error = gateway.client().create_session().body(session_request()).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::ErrorResponse, 422));
}

#[tokio::test]
async fn oversized_response_is_rejected() {
    let huge = format!("HTTP/1.1 200 OK\r\n\r\n{}", " ".repeat(17 << 20));
    let gateway = ScriptedServer::raw(huge).await;
    let error = gateway.client().get_session().session_uuid("s").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidResponse);
    assert!(error.to_string().contains("longer than"), "{error}");
}

#[tokio::test]
async fn redirect_error_names_only_the_host() {
    for (location, expected) in [
        ("https://user:planted@else.example/planted?planted", ", a redirect to else.example, which is not followed"),
        ("/planted", "a redirect to another path on the same host,"),
        ("https://token/planted", "a redirect to another host,"),
    ] {
        let response = format!("HTTP/1.1 302 Moved\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n");
        let gateway = ScriptedServer::raw(response).await;
        let error = gateway.client().get_session().session_uuid("s").send().await.unwrap_err();
        let text = format!("{error} {error:?}");
        assert!(text.contains(expected) && !text.contains("planted"), "{text}");
    }
}

#[tokio::test]
async fn stale_connection_is_replaced() {
    // Without `connection: close` the client keeps the connection, which the server then closes.
    let gateway = ScriptedServer::raw("HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}").await;
    let client = gateway.client();
    for _ in 0..3 {
        // The call is not retryable and attempted once: a failure would be seen.
        client.create_session().body(session_request()).send().await.unwrap();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(gateway.requests().len(), 3);
}

#[tokio::test]
async fn redirects_are_not_followed_even_by_a_custom_http_client() {
    let elsewhere = ScriptedServer::raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
    let unreachable = "http://127.0.0.1:1".to_owned();
    for (status, target) in [
        (301, &elsewhere.url),
        (302, &elsewhere.url),
        (303, &elsewhere.url),
        (307, &elsewhere.url),
        (308, &unreachable),
        (303, &unreachable),
    ] {
        let response = format!("HTTP/1.1 {status} Moved\r\nlocation: {target}/v2/x\r\ncontent-length: 0\r\n\r\n");
        let gateway = ScriptedServer::raw(response).await;
        let following = reqwest::Client::builder().redirect(reqwest::redirect::Policy::limited(5));
        let client = builder(&*gateway.url).http_client(following).build().unwrap();
        let error = client.create_session().body(session_request()).send().await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::ErrorResponse, status));
        assert!(error.may_have_been_processed() && !error.is_retryable());
        assert_eq!(gateway.requests().len(), 1);
    }
    assert!(elsewhere.requests().is_empty());
}

/// A policy that retries every failure would create two sessions with one call.
#[tokio::test]
async fn custom_http_client_does_not_retry() {
    let gateway = ScriptedServer::raw("HTTP/1.1 503 X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await;
    let policy = reqwest::retry::for_host("127.0.0.1").max_retries_per_request(5);
    #[allow(clippy::redundant_closure_for_method_calls, reason = "the type of the response has no public name")]
    let repeating = policy.classify_fn(|response| response.retryable());
    let client = builder(&*gateway.url).http_client(reqwest::Client::builder().retry(repeating)).build().unwrap();
    let error = client.create_session().body(session_request()).send().await.unwrap_err();
    assert!(error.may_have_been_processed());
    assert_eq!((error.attempts(), gateway.requests().len()), (1, 1));
}

/// A proxy would receive the keys in plain text. Proxies are set in the environment, so the test runs itself in a child
/// process.
#[tokio::test]
async fn plain_http_bypasses_proxies() {
    const MARK: &str = "SEZZLE_TEST_PROXY_CHILD";
    if let Ok(url) = std::env::var(MARK) {
        sezzle_tests::fixtures::client(url.clone()).get_session().session_uuid("s").send().await.unwrap();
        let proxy = reqwest::Proxy::all(std::env::var("http_proxy").unwrap()).unwrap();
        let own = builder(url).http_client(reqwest::Client::builder().proxy(proxy)).build().unwrap();
        own.get_session().session_uuid("s").send().await.unwrap();
        return;
    }
    let gateway = ScriptedServer::raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
    let proxy = ScriptedServer::raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
    let url = gateway.url.clone();
    let proxy_url = proxy.url.clone();
    let output = tokio::task::spawn_blocking(move || {
        child_process(module_path!(), "plain_http_bypasses_proxies")
            .env(MARK, url)
            .env("http_proxy", &proxy_url)
            .env("HTTP_PROXY", &proxy_url)
            .env("ALL_PROXY", &proxy_url)
            .output()
            .unwrap()
    });
    let output = output.await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!((gateway.requests().len(), proxy.requests().len()), (2, 0));
}

#[tokio::test]
async fn byte_order_mark_is_skipped() {
    let gateway = ScriptedServer::new([Action::text(200, "\u{feff}{\"uuid\": \"s\"}")]).await;
    let session = gateway.client().get_session().session_uuid("s").send().await.unwrap();
    assert_eq!(session.uuid.as_deref(), Some("s"));
}

/// The texts of a call that failed in each way, with `URL` for the base URL of the server.
#[tokio::test]
async fn error_text_names_operation_server_and_cause_once() {
    let status = |status, body: &str| Action::text(status, body);
    let missing = r#"[{"code": "record_not_found", "message": "no such session", "location": "start-date"}]"#;
    for (action, expected) in [
        (status(404, missing), "get_session at URL returned 404 Not Found, record_not_found at start-date"),
        (status(200, "[]"), "get_session at URL returned 200 OK, but the response cannot be read: ``: "),
        (Action::close(), "get_session at URL may have been processed: no complete response: "),
        (Action::stall(), "get_session at URL may have been processed: no complete response in time"),
    ] {
        let gateway = ScriptedServer::new([action]).await;
        let client = builder(&gateway.url).timeout(Duration::from_millis(200)).retry_policy(RetryPolicy::never());
        let error = client.build().unwrap().get_session().session_uuid("s").await.unwrap_err();
        assert_eq!(error.server(), Some(&*gateway.url));
        assert!(error.to_string().replace(&gateway.url, "URL").starts_with(expected), "{error}");
        // A report of the whole chain adds nothing.
        assert!(std::error::Error::source(&error).is_none());
    }
    let gateway = ScriptedServer::new([status(404, missing)]).await;
    let client = builder(&gateway.url).show_api_messages(true).build().unwrap();
    let error = client.get_session().session_uuid("s").await.unwrap_err();
    assert!(error.to_string().ends_with(r#"record_not_found at start-date: "no such session""#), "{error}");
    // The URL of a server that is not running.
    let url = gateway.url.clone();
    drop(gateway);
    tokio::task::yield_now().await;
    let error = builder(&url).retry_policy(RetryPolicy::never()).build().unwrap().list_webhooks().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("list_webhooks at {url} was not sent: cannot connect: Connection refused (os error 111)")
    );
}

#[tokio::test]
async fn rejected_keys_are_explained() {
    let gateway = ScriptedServer::json(401, &json!([{"code": "unauthorized", "message": "invalid keys"}])).await;
    let error = keys_client(&*gateway.url).list_webhooks().await.unwrap_err();
    let url = &gateway.url;
    assert_eq!(
        error.to_string(),
        format!(
            "list_webhooks was not sent: no token: authenticate at {url} returned 401 Unauthorized, unauthorized; \
             keys belong to one server: check that these are keys of this one"
        )
    );
    // The token of a call with a token is not a key.
    let error = gateway.client().list_webhooks().await.unwrap_err();
    assert!(!error.to_string().contains("keys"), "{error}");
}

#[tokio::test]
async fn deadline_error_names_server_and_last_attempt_once() {
    let gateway = ScriptedServer::new([Action::stall()]).await;
    let client = builder(&*gateway.url).deadline(Duration::from_millis(150)).build().unwrap();
    let error = client.list_webhooks().await.unwrap_err();
    let expected = format!(
        "list_webhooks exceeded its deadline; last attempt: list_webhooks at {} may have been processed: no complete \
         response in time",
        gateway.url
    );
    assert_eq!(error.to_string(), expected);
}
