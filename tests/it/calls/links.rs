//! Links that are followed, and links that are rejected before anything is sent.

use serde_json::{Value, json};
use sezzle_api::ErrorKind;
use sezzle_api::types::Link;
use sezzle_tests::fixtures;
use sezzle_tests::servers::scripted::ScriptedServer;

fn link(href: &str, method: &str) -> Link {
    serde_json::from_value(json!({"href": href, "method": method, "rel": "self"})).unwrap()
}

#[tokio::test]
async fn link_to_the_gateway_is_followed_with_its_method() {
    let gateway = ScriptedServer::raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}").await;
    let client = gateway.client();
    let url = gateway.url.clone();
    for method in ["GET", "POST", "PATCH", "DELETE", "PUT"] {
        let link = link(&format!("{url}/v2/order/o-1?page=2 "), method);
        client.follow(&link).send_json::<Value>().await.unwrap();
    }
    client
        .follow(&link(&format!("{url}/v2/order/o-1/refund"), "POST"))
        .json(&json!({"a": 1}))
        .send_empty()
        .await
        .unwrap();
    let requests = gateway.requests();
    for (request, start) in requests.iter().zip([
        "GET /v2/order/o-1?page=2 HTTP",
        "POST /v2/order/o-1?page=2 HTTP",
        "PATCH /v2/order/o-1?page=2 HTTP",
        "DELETE /v2/order/o-1?page=2 HTTP",
        "PUT /v2/order/o-1?page=2 HTTP",
        "POST /v2/order/o-1/refund HTTP",
    ]) {
        assert!(request.text.starts_with(start), "{request:?}");
        assert!(request.text.contains("authorization: Bearer token"), "{request:?}");
    }
    assert_eq!(requests.len(), 6);
}

#[tokio::test]
async fn foreign_link_is_rejected_naming_only_its_host() {
    let gateway = ScriptedServer::json(200, &json!({})).await;
    let other = ScriptedServer::json(200, &json!({})).await;
    let (host, port) = gateway.url.trim_start_matches("http://").split_once(':').unwrap();
    let client = gateway.client();
    for (href, expected) in [
        ("https://checkout.sezzle.com/planted?id=planted".to_owned(), "leads to checkout.sezzle.com"),
        (format!("{}/v2/planted", other.url.clone()), "another scheme or port"),
        (format!("https://{host}:{port}/v2/planted"), "another scheme or port"),
        (format!("//{host}:{port}/v2/planted"), "invalid URL"),
        ("/v2/planted".to_owned(), "invalid URL"),
        ("".to_owned(), "invalid URL"),
        (format!("http://{host}:{port}@evil.example/planted"), "leads to evil.example"),
        (format!("http://evil.example\\@{host}:{port}/planted"), "leads to evil.example"),
        (format!("http://planted:planted@{host}:{port}/v2/order"), "user name"),
        (format!("http://{host}.evil.example:{port}/planted"), "evil.example"),
        ("file:///etc/planted".to_owned(), "leads to no host"),
        ("javascript:planted".to_owned(), "leads to no host"),
    ] {
        let error = client.follow(&link(&href, "GET")).send_json::<Value>().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotSent, "{href}");
        let text = format!("{error} {error:?}");
        assert!(text.contains(expected) && text.contains("link"), "{href}: {text}");
        assert!(!text.contains("planted"), "{text}");
    }
    assert_eq!((gateway.requests().len(), other.requests().len()), (0, 0));
}

#[tokio::test]
async fn link_without_a_known_method_is_rejected() {
    let gateway = ScriptedServer::json(200, &json!({})).await;
    let href = format!("{}/v2/order/o-1", gateway.url.clone());
    let unknown = gateway.client().follow(&link(&href, "MERGE")).send_empty().await.unwrap_err();
    assert!(unknown.to_string().contains("does not know"), "{unknown}");
    let none: Link = serde_json::from_value(json!({"href": href})).unwrap();
    let none = gateway.client().follow(&none).send_empty().await.unwrap_err();
    assert!(none.to_string().contains("has no method"), "{none}");
    assert_eq!(gateway.requests().len(), 0);
}

#[tokio::test]
async fn link_stays_below_the_base_url() {
    let gateway = ScriptedServer::json(200, &json!({})).await;
    let base = gateway.url.clone();
    let client = fixtures::client(format!("{base}/sezzle"));
    for path in ["/v2/order", "/sezzlement/v2/order", "/sezzle/../admin", "/sezzle/%2e%2e/admin", "/sezzle"] {
        let error = client.follow(&link(&format!("{base}{path}"), "GET")).send_empty().await.unwrap_err();
        assert!(error.to_string().contains("another part"), "{path}: {error}");
    }
    assert_eq!(gateway.requests().len(), 0);
    client.follow(&link(&format!("{base}/sezzle/v2/order"), "GET")).send_empty().await.unwrap();
    assert_eq!(gateway.requests().len(), 1);
}
