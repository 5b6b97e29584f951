//! Keys, tokens, paths, bodies and the request log.

use serde_json::Value;
use sezzle_simulator::Simulator;

use crate::support::client::send;
use crate::support::shop::{Shop, authenticate, send_keys};
use crate::support::{assert_error, only_error, text};

#[tokio::test]
async fn right_keys_get_a_token() {
    let shop = Shop::open().await;
    let response = send_keys(&shop, shop.public_key(), &shop.private_key()).await;
    assert_eq!(response.status, 201);
    let body = response.json();
    assert_ne!(text(&body, "/token"), shop.token);
    assert!(!text(&body, "/merchant_uuid").is_empty());
    let expiration = text(&body, "/expiration_date");
    assert_eq!((expiration.len(), expiration.find('.')), (24, Some(19)), "{expiration}");
    assert!(expiration.ends_with('Z'), "{expiration}");
}

#[tokio::test]
async fn wrong_keys_are_rejected() {
    let shop = Shop::open().await;
    let mut ids = Vec::new();
    for (public_key, private_key) in
        [("sz_pub_other", shop.private_key().as_str()), (shop.public_key(), "sz_pr_other"), ("", "")]
    {
        let response = send_keys(&shop, public_key, private_key).await;
        assert_error(&response, 401, "unauthorized");
        assert!(!response.body.contains("sz_p"), "{}", response.body);
        ids.push(only_error(&response)["debug_uuid"].clone());
    }
    assert!(ids[0] != ids[1] && ids[1] != ids[2], "every error has an id of its own: {ids:?}");
}

#[tokio::test]
async fn operations_need_a_live_token() {
    let mut shop = Shop::strict().await;
    let [session, ..] = shop.new_checkout().await;
    let url = shop.at(&format!("/v2/session/{session}"));
    let second = format!("authorization: Bearer {}", authenticate(&shop).await);
    let no_scheme = format!("authorization: {}", shop.token);
    let other_scheme = format!("authorization: Basic {}", shop.token);
    for headers in [&[][..], &["authorization: Bearer unknown"], &[&no_scheme], &[&other_scheme]] {
        assert_error(&send("GET", &url, headers, "").await, 401, "unauthorized");
        assert_error(&send("POST", &shop.at("/v2/session"), headers, "{}").await, 401, "unauthorized");
    }
    for bearer in [&shop.bearer(), &second] {
        assert_eq!(send("GET", &url, &[bearer], "").await.status, 200);
    }
    shop.expire_tokens();
    for bearer in [&shop.bearer(), &second] {
        assert_error(&send("GET", &url, &[bearer], "").await, 401, "unauthorized");
    }
    shop.authenticate_again().await;
    shop.session(&session).await;
}

#[tokio::test]
async fn unknown_paths_and_methods_are_errors() {
    let shop = Shop::strict().await;
    for path in ["/other", "/v2/sessions", "/v2/session/", "/_simulator"] {
        assert_error(&shop.call("GET", path, &Value::Null).await, 404, "not_found");
    }
    for path in ["/v2/session", "/checkout/approve", "/_simulator/sessions/1/approve"] {
        let response = shop.call("GET", path, &Value::Null).await;
        assert_error(&response, 405, "method_not_allowed");
        assert_eq!(response.header("allow"), Some("POST"));
    }
    assert_error(&shop.visit("DELETE", "/v2/session/1", "").await, 405, "method_not_allowed");
}

#[tokio::test]
async fn bodies_above_the_limit_are_rejected() {
    let shop = Shop::open().await;
    let limit = 1024 * 1024;
    let response = shop.visit("POST", "/v2/authentication", &"9".repeat(limit + 1)).await;
    assert_error(&response, 413, "payload_too_large");
    // At the limit the body is read, and rejected for its content.
    assert_eq!(shop.visit("POST", "/v2/authentication", &" ".repeat(limit)).await.status, 400);
}

#[tokio::test]
async fn bodies_that_are_not_json_are_rejected() {
    let shop = Shop::open().await;
    for body in ["", "robin", r#"{"cancel_url": "robin"#, "\"robin\" {}"] {
        let response = send("POST", &shop.at("/v2/session"), &[&shop.bearer()], body).await;
        assert_error(&response, 400, "bad_request");
        assert!(!response.body.contains("robin"), "{}", response.body);
    }
}

#[tokio::test]
async fn requests_are_recorded_without_secrets() {
    let simulator = Simulator::start().await.expect("starts");
    let token = authenticate(&simulator).await;
    let bearer = format!("authorization: Bearer {token}");
    let unknown = format!("{}/v2/session/unknown?query=robin", simulator.url());
    send("GET", &unknown, &[&bearer], "").await;
    send("GET", &format!("{}/v2/token/{token}/session", simulator.url()), &[], "").await;
    send("PATCH", &format!("{}/v2/session", simulator.url()), &[], "robin").await;

    let requests = simulator.requests();
    let recorded: Vec<_> =
        requests.iter().map(|r| (r.method.as_str(), r.path.as_str(), r.operation_id, r.status)).collect();
    assert_eq!(
        recorded,
        [
            ("POST", "/v2/authentication", Some("authenticate"), 201),
            ("GET", "/v2/session/unknown", Some("get_session"), 404),
            ("GET", "/v2/token/{secret}/session", Some("get_tokenization"), 401),
            ("PATCH", "/v2/session", None, 405),
        ]
    );
    let debug = format!("{requests:?}{simulator:?}");
    for secret in [token.as_str(), &simulator.private_key(), simulator.public_key(), "robin"] {
        assert!(!debug.contains(secret), "{debug}");
    }
    assert_eq!(format!("{simulator:?}"), format!("Simulator {{ url: {:?}, .. }}", simulator.url()));
}
