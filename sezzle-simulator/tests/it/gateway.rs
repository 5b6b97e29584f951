//! Keys, tokens, paths, bodies and the request log.

use sezzle_simulator::Simulator;

use crate::support::client::send;
use crate::{Shop, assert_error, authenticate, only_error, order, order_request, send_keys, text};

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
    for (public_key, private_key) in
        [("sz_pub_other", shop.private_key().as_str()), (shop.public_key(), "sz_pr_other"), ("", "")]
    {
        let response = send_keys(&shop, public_key, private_key).await;
        assert_error(&response, 401, "unauthorized");
        assert!(!response.body.contains("sz_p"), "{}", response.body);
    }
}

#[tokio::test]
async fn session_needs_a_live_token() {
    let shop = Shop::strict().await;
    let created = shop.created_session(&order_request(order())).await;
    let url = format!("{}/v2/session/{}", shop.url(), text(&created, "/uuid"));
    let unknown = "authorization: Bearer unknown";
    let no_scheme = format!("authorization: {}", shop.token);
    let other_scheme = format!("authorization: Basic {}", shop.token);
    for headers in [&[][..], &[unknown], &[&no_scheme], &[&other_scheme]] {
        assert_error(&send("GET", &url, headers, "").await, 401, "unauthorized");
        assert_error(&send("POST", &format!("{}/v2/session", shop.url()), headers, "{}").await, 401, "unauthorized");
    }
    assert_eq!(shop.get(&url).await.status, 200);
}

#[tokio::test]
async fn expired_tokens_are_rejected() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request(order())).await;
    let url = format!("{}/v2/session/{}", shop.url(), text(&created, "/uuid"));
    let second = format!("authorization: Bearer {}", authenticate(&shop).await);
    assert_eq!(shop.get(&url).await.status, 200);
    assert_eq!(send("GET", &url, &[&second], "").await.status, 200);

    shop.expire_tokens();
    assert_error(&shop.get(&url).await, 401, "unauthorized");
    assert_error(&send("GET", &url, &[&second], "").await, 401, "unauthorized");

    let third = format!("authorization: Bearer {}", authenticate(&shop).await);
    assert_eq!(send("GET", &url, &[&third], "").await.status, 200);
}

#[tokio::test]
async fn unknown_paths_and_methods_are_errors() {
    let shop = Shop::strict().await;
    for path in ["/other", "/v2/sessions", "/v2/session/", "/_simulator"] {
        assert_error(&shop.get(&format!("{}{path}", shop.url())).await, 404, "not_found");
    }
    let session = format!("{}/v2/session", shop.url());
    let response = shop.get(&session).await;
    assert_error(&response, 405, "method_not_allowed");
    assert_eq!(response.header("allow"), Some("POST"));
    assert_error(&send("DELETE", &format!("{session}/1"), &[], "").await, 405, "method_not_allowed");
    for path in ["/checkout/approve", "/_simulator/sessions/1/approve"] {
        let response = shop.get(&format!("{}{path}", shop.url())).await;
        assert_error(&response, 405, "method_not_allowed");
        assert_eq!(response.header("allow"), Some("POST"));
    }
}

#[tokio::test]
async fn bodies_above_the_limit_are_rejected() {
    let shop = Shop::open().await;
    let url = format!("{}/v2/authentication", shop.url());
    let limit = 1024 * 1024;
    assert_error(&send("POST", &url, &[], &"9".repeat(limit + 1)).await, 413, "payload_too_large");
    // At the limit the body is read, and fails for what it is.
    assert_eq!(send("POST", &url, &[], &" ".repeat(limit)).await.status, 400);
}

#[tokio::test]
async fn bodies_that_are_not_json_are_rejected() {
    let shop = Shop::open().await;
    let url = format!("{}/v2/session", shop.url());
    for body in ["", "robin", r#"{"cancel_url": "robin"#, "\"robin\" {}"] {
        let response = send("POST", &url, &[&shop.bearer()], body).await;
        assert_error(&response, 400, "bad_request");
        assert!(!response.body.contains("robin"), "{}", response.body);
    }
}

#[tokio::test]
async fn every_error_has_an_id_of_its_own() {
    let shop = Shop::open().await;
    let url = format!("{}/v2/session/unknown", shop.url());
    let first = only_error(&shop.get(&url).await);
    let second = only_error(&shop.get(&url).await);
    assert_ne!(first["debug_uuid"], second["debug_uuid"]);
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
    let told: Vec<_> =
        requests.iter().map(|r| (r.method.as_str(), r.path.as_str(), r.operation_id, r.status)).collect();
    assert_eq!(
        told,
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
