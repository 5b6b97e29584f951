//! Keys, tokens, paths, bodies and the request log.

use serde_json::{Value, json};

use crate::support::client::send;
use crate::support::shop::{Shop, authenticate, send_keys};
use crate::support::{assert_error, only_error, request_with, text};

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
    // A HEAD must not consume what a GET can read only once.
    let head = shop.call("HEAD", "/v2/session/1", &Value::Null).await;
    assert_eq!((head.status, head.header("allow")), (405, Some("GET")));
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
async fn secrets_and_personal_data_are_shown_nowhere() {
    let shop = Shop::at_noon().await;
    let customer = json!({
        "tokenize": true, "email": "robin@shopper.example", "first_name": "Robin", "phone": "6125550123",
        "billing_address": {"street": "1 Hidden Lane", "city": "Anytown"},
    });
    let created = shop.created_session(&request_with("/customer", customer)).await;
    shop.approve(text(&created, "/uuid")).expect("an open checkout");
    let token = text(&created, "/tokenize/token");
    shop.read(&format!("/v2/token/{token}/session")).await;
    shop.call("GET", "/v2/order/sz_pr_%73imulator?query=robin", &Value::Null).await;
    let invalid = json!({"order": {"order_amount": {"amount_in_cents": "robin", "currency": "USD"}}});
    shop.post_session(&invalid).await;
    shop.visit("PATCH", "/v2/session", "robin").await;

    let requests = shop.requests();
    let recorded: Vec<_> =
        requests.iter().map(|r| (r.method.as_str(), r.path.as_str(), r.operation_id, r.status)).collect();
    assert_eq!(
        recorded,
        [
            ("POST", "/v2/authentication", Some("authenticate"), 201),
            ("POST", "/v2/session", Some("create_session"), 201),
            ("GET", "/v2/token/{secret}/session", Some("get_tokenization"), 200),
            ("GET", "/v2/order/{secret}", Some("get_order"), 404),
            ("POST", "/v2/session", Some("create_session"), 422),
            ("PATCH", "/v2/session", None, 405),
        ]
    );
    let listed = shop.visit("GET", "/_simulator/requests", "").await;
    let rejected = &listed.json()[4];
    assert_eq!(text(rejected, "/refusal"), "invalid at cancel_url: cancel_url is required");
    assert!(rejected["duration_in_microseconds"].is_u64() && rejected["finding"].is_null(), "{rejected}");
    let state = shop.visit("GET", "/_simulator/state", "").await;
    assert_eq!(state.json(), shop.state());
    let page = shop.visit("GET", "/_simulator/dashboard", "").await;
    for shown in [format!("{requests:?}"), listed.body, state.body, page.body] {
        let key = shop.private_key();
        for secret in [token, &shop.token, &key, "%73imulator", shop.public_key(), "obin", "5550123", "Hidden"] {
            assert!(!shown.contains(secret), "{secret}\n{shown}");
        }
    }
    assert_eq!(format!("{:?}", shop.simulator), format!("Simulator {{ url: {:?}, .. }}", shop.url()));
}
