//! One test for each place where plain generated code loses data, leaks, or lies. Each is named after the trap.

use serde_json::json;
use sezzle_api::types::{ApiKeys, LinkRel};
use sezzle_api::{Client, Credentials, ErrorCode, ErrorKind, Server};
use sezzle_tests::fixtures::{client, session_request};
use sezzle_tests::servers::raw::Raw;
use sezzle_tests::servers::static_server::Fixed;

#[tokio::test]
async fn a_link_with_rel_token_and_one_with_an_unknown_rel() {
    let gateway = Fixed::json(
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
async fn tokenize_beside_the_order_and_inside_it() {
    for body in [json!({"tokenize": {"token": "t"}}), json!({"order": {"uuid": "o", "tokenize": {"token": "t"}}})] {
        let gateway = Fixed::json(200, &body).await;
        let session = gateway.client().get_session().session_uuid("s").send().await.unwrap();
        let token = session.tokenization().and_then(|tokenization| tokenization.token.as_ref());
        assert_eq!(token.map(sezzle_api::Secret::expose), Some("t"), "{body}");
    }
}

#[tokio::test]
async fn an_error_as_one_object_instead_of_an_array() {
    let detail =
        json!({"code": "record_not_found", "message": "no such session", "location": "path", "debug_uuid": "d-1"});
    for body in [detail.clone(), json!([detail])] {
        let gateway = Fixed::json(404, &body).await;
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
async fn a_502_with_a_page() {
    let page = format!("<html>{}</html>", "x".repeat(100_000));
    let gateway = Fixed::new(502, "text/html", page).await;
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
async fn a_401_with_an_empty_body() {
    let gateway = Fixed::new(401, "application/json", "").await;
    let error = gateway.client().get_session().session_uuid("s").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ErrorResponse);
    assert_eq!(error.status().unwrap(), 401);
    assert!(!error.may_have_been_processed() && !error.is_retryable());
}

#[tokio::test]
async fn an_id_that_leads_to_another_path() {
    let gateway = Fixed::json(200, &json!({})).await;
    for id in ["..", ".", ""] {
        let error = gateway.client().get_session().session_uuid(id).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotSent, "{id:?}");
        assert!(error.to_string().contains("session_uuid"), "{error}");
    }
    assert_eq!(gateway.calls().await, 0);
}

#[tokio::test]
async fn null_where_a_list_belongs() {
    let gateway = Fixed::json(200, &json!({"uuid": "s", "links": null, "order": {"links": null}})).await;
    let session = gateway.client().get_session().session_uuid("s").send().await.unwrap();
    assert_eq!(session.uuid.as_deref(), Some("s"));
    assert!(session.links.is_empty() && session.order.as_ref().unwrap().links.is_empty());
}

#[tokio::test]
async fn debug_of_a_request_and_of_a_response() {
    let keys = ApiKeys::builder().public_key("planted-1").private_key("planted-2");
    let gateway = Fixed::json(201, &json!({"token": "planted-3", "merchant_uuid": "m-1"})).await;
    let client = gateway.client();
    let request = client.authenticate().body(keys.clone());
    let printed = format!("{keys:?} {:?} {request:?}", keys.clone().build().unwrap());
    let response = request.send().await.unwrap();
    let printed = format!("{printed} {response:?} {response:#?}");
    assert!(!printed.contains("planted"), "{printed}");
    assert!(printed.contains("[redacted]") && printed.contains("m-1"), "{printed}");
    assert_eq!(response.token.as_ref().unwrap().expose(), "planted-3");
}

#[tokio::test]
async fn the_text_of_an_error_holds_no_payload() {
    // A success that cannot be read, and an error that repeats what the shopper entered.
    let unreadable = Fixed::json(200, &json!({"uuid": "s", "order": {"links": "planted@shopper.example"}})).await;
    let error = unreadable.client().get_session().session_uuid("s").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidResponse);
    let text = format!("{error} {error:?} {error:#?}");
    assert!(!text.contains("planted") && text.contains("order.links"), "{text}");

    let mut body = session_request();
    body.order.as_mut().unwrap().description = Some("Planted Name".to_owned());
    let refused = Fixed::json(422, &json!([{"code": "invalid", "message": "bad text 'Planted Name' here"}])).await;
    let error = refused.client().create_session().body(body).send().await.unwrap_err();
    let text = format!("{error} {error:?} {error:#?} {:?}", error.details());
    assert!(!text.contains("Planted") && text.contains("invalid") && text.contains("Error::api_message"), "{text}");
    assert_eq!(error.api_message(), Some("bad text 'Planted Name' here"));
}

#[tokio::test]
async fn no_header_but_the_ones_that_belong() {
    let gateway = Raw::new("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
    gateway.client().get_session().session_uuid("s").send().await.unwrap();
    let request = gateway.requests().remove(0);
    let mut lines = request.lines();
    assert_eq!(lines.next(), Some("GET /v2/session/s HTTP/1.1"));
    let mut headers: Vec<_> = lines.take_while(|line| !line.is_empty()).map(str::to_lowercase).collect();
    headers.sort_unstable();
    assert_eq!(
        headers,
        [
            "accept: application/json".to_owned(),
            "authorization: bearer token".to_owned(),
            format!("host: {}", gateway.address),
            format!("user-agent: sezzle-api/{}", env!("CARGO_PKG_VERSION")),
        ]
    );
}

#[tokio::test]
async fn a_base_url_with_a_slash_at_its_end() {
    let gateway = Raw::new("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
    for (slash, path) in [("/", "/v2/session/s"), ("//", "/v2/session/s"), ("/proxy/", "/proxy/v2/session/s")] {
        client(gateway.url() + slash).get_session().session_uuid("s").send().await.unwrap();
        let request = gateway.requests().pop().unwrap();
        assert!(request.starts_with(&format!("GET {path} HTTP/1.1")), "{request}");
    }
}

#[tokio::test]
async fn whether_a_call_may_be_repeated() {
    // The connection closes after the request was read: the session may exist.
    let gateway = Raw::new("").await;
    let error = gateway.client().create_session().body(session_request()).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoResponse);
    assert!(error.may_have_been_processed() && !error.is_retryable());
    let error = gateway.client().get_session().session_uuid("s").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoResponse);
    assert!(error.is_retryable(), "reading twice does no harm");

    // Nobody listens: nothing was sent.
    let url = gateway.url();
    drop(gateway);
    tokio::task::yield_now().await;
    let nobody = Client::builder().server(Server::Custom(url)).credentials(Credentials::token("t")).build().unwrap();
    let error = nobody.create_session().body(session_request()).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotSent, "{error}");
    assert!(!error.may_have_been_processed() && error.is_retryable());
}
