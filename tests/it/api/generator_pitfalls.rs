//! Places where plain generated code loses data or sends more than it should.

use serde_json::json;
use sezzle_api::types::LinkRel;
use sezzle_api::{ErrorCode, ErrorKind};
use sezzle_tests::fixtures::client;
use sezzle_tests::servers::scripted::{Action, ScriptedServer};

#[tokio::test]
async fn unknown_link_rel_and_method_are_kept() {
    let gateway = ScriptedServer::json(
        200,
        &json!({"uuid": "s", "links": [{"href": "a", "rel": "token"}, {"href": "b", "rel": "installments", "method": "QUERY"}]}),
    )
    .await;
    let session = gateway.client().get_session().session_uuid("s").send().await.unwrap();
    assert_eq!(session.links[0].rel, Some(LinkRel::Token));
    let unknown = session.links[1].rel.as_ref().unwrap();
    assert!(matches!(unknown, LinkRel::Unknown(_)));
    assert_eq!(unknown.as_str(), "installments");
    assert_eq!(session.links[1].method.as_ref().unwrap().as_str(), "QUERY");
}

#[tokio::test]
async fn error_body_may_be_one_object() {
    let detail =
        json!({"code": "record_not_found", "message": "no such session", "location": "path", "debug_uuid": "d-1"});
    for body in [detail.clone(), json!([detail])] {
        let gateway = ScriptedServer::json(404, &body).await;
        let error = gateway.client().get_session().session_uuid("s").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ErrorResponse);
        assert_eq!(error.status().unwrap(), 404);
        assert_eq!(error.code(), Some(&ErrorCode::RecordNotFound));
        assert_eq!(error.debug_uuid(), Some("d-1"));
        assert_eq!(error.details()[0].message.as_deref(), Some("no such session"));
        assert_eq!(error.details()[0].location.as_deref(), Some("path"));
    }
}

#[tokio::test]
async fn html_error_body_is_excerpted() {
    let page = format!("<html>{}</html>", "x".repeat(100_000));
    let gateway = ScriptedServer::new([Action::response(502, "content-type: text/html\r\n", page)]).await;
    let error = gateway.client().get_session().session_uuid("s").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ErrorResponse);
    assert_eq!(error.status().unwrap(), 502);
    assert!(error.details().is_empty());
    let excerpt = error.body_excerpt().unwrap();
    assert!(excerpt.starts_with("<html>x") && excerpt.len() == 4096);
    assert!(!error.to_string().contains("<html>"), "{error}");
    assert!(error.is_retryable());
}

#[tokio::test]
async fn request_has_only_the_expected_headers() {
    let gateway = ScriptedServer::raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
    gateway.client().get_session().session_uuid("s").send().await.unwrap();
    let request = gateway.requests().remove(0);
    let mut lines = request.text.lines();
    assert_eq!(lines.next(), Some("GET /v2/session/s HTTP/1.1"));
    let mut headers: Vec<_> = lines.take_while(|line| !line.is_empty()).map(str::to_lowercase).collect();
    headers.sort_unstable();
    assert_eq!(
        headers,
        [
            "accept: application/json".to_owned(),
            "authorization: bearer token".to_owned(),
            gateway.url.replace("http://", "host: "),
            format!("user-agent: sezzle-api/{}", env!("CARGO_PKG_VERSION")),
        ]
    );
}

#[tokio::test]
async fn base_url_may_end_with_slashes() {
    let gateway = ScriptedServer::raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
    for (slash, path) in [("/", "/v2/session/s"), ("//", "/v2/session/s"), ("/proxy/", "/proxy/v2/session/s")] {
        client(gateway.url.clone() + slash).get_session().session_uuid("s").send().await.unwrap();
        let request = gateway.requests().pop().unwrap();
        assert!(request.text.starts_with(&format!("GET {path} HTTP/1.1")), "{request:?}");
    }
}
