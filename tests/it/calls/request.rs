//! Requests without a generated method.

use serde_json::{Value, json};
use sezzle_api::http::Method;
use sezzle_api::{ErrorCode, ErrorKind};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};

#[tokio::test]
async fn raw_request_behaves_like_a_generated_one() {
    let gateway = ScriptedServer::raw("HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\n{\"a\": 1}").await;
    let response = gateway
        .client()
        .request(Method::POST, "/v2/configuration")
        .query("store", "a b")
        .header("Sezzle-Request-Id", "r-1")
        .json(&json!({"sezzle_enabled": true}))
        .send_json::<Value>()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(response, json!({"a": 1}));
    let request = gateway.requests().remove(0);
    assert!(request.text.starts_with("POST /v2/configuration?store=a+b HTTP/1.1\r\n"), "{request:?}");
    assert!(
        request.text.contains("authorization: Bearer token\r\n") && request.text.contains("sezzle-request-id: r-1\r\n"),
        "{request:?}"
    );
    assert!(request.text.ends_with("{\"sezzle_enabled\":true}"), "{request:?}");

    let gateway = ScriptedServer::new([Action::status(204)]).await;
    let response = gateway.client().request(Method::POST, "/v2/widget/queue").send_empty().await.unwrap();
    assert_eq!(response.status(), 204);
}

#[tokio::test]
async fn no_content_is_none_where_a_value_is_optional() {
    let gateway = ScriptedServer::new([Action::status(204)]).await;
    let client = gateway.client();
    let response = client.request(Method::GET, "/v2/new").send_json::<Option<Value>>().await.unwrap();
    assert_eq!(response.into_inner(), None);
    let error = gateway.client().request(Method::GET, "/v2/new").send_json::<String>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidResponse);

    // With any other status, an empty body is an error.
    let gateway = ScriptedServer::new([Action::status(200)]).await;
    let error = gateway.client().request(Method::GET, "/v2/new").send_json::<Option<Value>>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidResponse);
}

#[tokio::test]
async fn raw_request_errors_are_typed() {
    let gateway = ScriptedServer::json(503, &json!({"code": "busy"})).await;
    let get = gateway.client().request(Method::GET, "/v2/new").send_empty().await.unwrap_err();
    let post = gateway.client().request(Method::POST, "/v2/new").send_json::<Value>().await.unwrap_err();
    for error in [&get, &post] {
        assert_eq!((error.kind(), error.code().map(ErrorCode::as_str)), (ErrorKind::ErrorResponse, Some("busy")));
        assert!(error.may_have_been_processed());
    }
    assert!(get.is_retryable() && !post.is_retryable());
}

#[tokio::test]
async fn raw_request_path_stays_on_the_gateway() {
    let gateway = ScriptedServer::new([Action::text(200, "{}")]).await;
    for path in [
        "",
        "v2/order",
        "//evil.example/v2",
        "/v2/../admin",
        "/v2/./x",
        "/v2/%2e%2E/x",
        "/v2/.%2e",
        "/v2?x=1",
        "/v2#x",
        "/v2\\x",
        "/v2/a b",
        "/v2/\r\nx",
        "@evil.example/",
        "https://evil.example/",
    ] {
        let error = gateway.client().request(Method::GET, path).send_empty().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotSent, "{path}");
        assert!(error.to_string().contains("path"), "{error}");
    }
    let error = gateway.client().request(Method::GET, "/v2").header("a b", "x").send_empty().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotSent);
    let error =
        gateway.client().request(Method::GET, "/v2").header("x-a", "b\r\nx-c: d").send_empty().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotSent);
    assert_eq!(gateway.requests().len(), 0);
}
