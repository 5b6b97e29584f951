//! The checkout page.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::client::{Response, send};
use crate::{Shop, assert_error, only_error, order, order_request, request_without_order, text};

async fn press(shop: &Shop, action: &str, checkout: &str) -> Response {
    send("POST", &format!("{}/checkout/{action}?id={checkout}", shop.url()), &[], "").await
}

/// Returns the id in the `checkout_url` of a session.
#[track_caller]
fn checkout_id(created: &Value) -> &str {
    let (_, id) = text(created, "/order/checkout_url").split_once("?id=").expect("an id in the URL");
    id
}

#[tokio::test]
async fn checkout_page_escapes_the_order() {
    let shop = Shop::open().await;
    let mut order = order();
    order["description"] = json!(r#"<script>alert("1")</script> & more"#);
    order["order_amount"] = json!({"amount_in_cents": 4105, "currency": "CAD"});
    let created = shop.created_session(&order_request(order)).await;
    let page = send("GET", text(&created, "/order/checkout_url"), &[], "").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert!(!page.body.contains("<script"), "{}", page.body);
    assert!(page.body.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more"), "{}", page.body);
    assert!(page.body.contains("CA$41.05"), "{}", page.body);
    assert!(page.body.contains("<strong>Simulation</strong>"), "{}", page.body);
    for action in ["approve", "decline", "leave"] {
        let target = format!(r#"action="/checkout/{action}?id={}""#, checkout_id(&created));
        assert!(page.body.contains(&target), "{}", page.body);
    }
}

#[tokio::test]
async fn checkout_page_is_self_contained_and_not_cached() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request(order())).await;
    let page = send("GET", text(&created, "/order/checkout_url"), &[], "").await;
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'self'"), "{policy}");
    assert!(!policy.contains("script-src") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let style = send("GET", &format!("{}/checkout/style.css", shop.url()), &[], "").await;
    assert_eq!((style.status, style.header("content-type")), (200, Some("text/css; charset=utf-8")));
    assert!(page.body.contains(r#"<link rel="stylesheet" href="/checkout/style.css">"#), "{}", page.body);
    for outside in ["url(", "@import", "http:", "https:"] {
        assert!(!style.body.contains(outside), "{outside}");
    }
}

#[tokio::test]
async fn cancelled_checkout_can_be_resumed() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request(order())).await;
    for (action, destination) in [
        ("leave", "https://shop.example/cart"),
        ("leave", "https://shop.example/cart"),
        ("approve", "https://shop.example/thanks?order=1001"),
    ] {
        let response = press(&shop, action, checkout_id(&created)).await;
        assert_eq!((response.status, response.header("location")), (303, Some(destination)));
    }
}

#[tokio::test]
async fn decisions_require_post() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request(order())).await;
    for action in ["approve", "decline", "leave"] {
        let url = format!("{}/checkout/{action}?id={}", shop.url(), checkout_id(&created));
        assert_eq!(send("GET", &url, &[], "").await.status, 405, "{action}");
    }
}

#[tokio::test]
async fn closed_checkout_shows_its_status() {
    let shop = Shop::open().await;
    let deleted = shop.created_session(&order_request(order())).await;
    let order_uuid = text(&deleted, "/order/uuid");
    let url = format!("{}/v2/order/{order_uuid}/checkout", shop.url());
    assert_eq!(send("DELETE", &url, &[&shop.bearer()], "").await.status, 204);
    let expired = shop.created_session(&order_request(order())).await;
    shop.advance(Duration::from_secs(25 * 60 * 60));

    for (created, title) in [(&deleted, "This checkout was deleted"), (&expired, "This checkout has expired")] {
        let page = send("GET", text(created, "/order/checkout_url"), &[], "").await;
        assert_eq!(page.status, 410);
        assert!(page.body.contains(title) && !page.body.contains("<form"), "{}", page.body);
        assert!(page.body.contains(r#"href="https://shop.example/cart""#), "{}", page.body);
        for action in ["approve", "decline", "leave"] {
            let response = press(&shop, action, checkout_id(created)).await;
            assert_eq!((response.status, response.header("location")), (410, None), "{action}");
        }
    }
}

#[tokio::test]
async fn tokenization_without_order_closes_with_its_token() {
    let shop = Shop::open().await;
    let mut request = request_without_order();
    request["customer"] = json!({"tokenize": true});
    let created = shop.created_session(&request).await;
    let url = text(&created, "/tokenize/approval_url");
    assert_eq!(send("GET", url, &[], "").await.status, 200);
    shop.advance(Duration::from_secs(30 * 60));
    assert_eq!(send("GET", url, &[], "").await.status, 410);
    assert_eq!(press(&shop, "approve", text(&created, "/tokenize/token")).await.status, 410);
}

#[tokio::test]
async fn consent_adds_the_customer_to_the_redirect_url() {
    let shop = Shop::open().await;
    for (consent, has_customer) in [("consent=yes", true), ("", false), ("consent=no", false), ("xconsent=yes", false)]
    {
        let mut request = order_request(order());
        request["customer"] = json!({"tokenize": true});
        let created = shop.created_session(&request).await;
        let url = format!("{}/checkout/approve?id={}", shop.url(), checkout_id(&created));
        let response = send("POST", &url, &[], consent).await;
        let location = response.header("location").expect("a location");
        let start = "https://shop.example/thanks?order=1001";
        assert_eq!(location.strip_prefix(start).map(|rest| rest.starts_with("&customer-uuid=")), Some(has_customer));
    }
}

#[tokio::test]
async fn checkout_page_issues_virtual_cards() {
    let shop = Shop::open().await;
    let request = json!({
        "amount_in_cents": 5001,
        "currency": "USD",
        "origin": "https://shop.example",
        "mode": "redirect",
        "merchant_reference_id": "card-1",
    });
    let url = format!("{}/v2/session/card", shop.url());
    let headers = [&shop.bearer()[..], "content-type: application/json"];
    let created = send("POST", &url, &headers, &request.to_string()).await.json();
    let page = send("GET", text(&created, "/dashboard_url"), &[], "").await;
    assert!(page.body.contains("virtual card") && page.body.contains("$12.51"), "{}", page.body);
    let response = press(&shop, "approve", text(&created, "/uuid")).await;
    assert_eq!((response.status, response.header("location")), (303, Some("https://shop.example")));
    assert_eq!(press(&shop, "decline", text(&created, "/uuid")).await.status, 409);
}

#[tokio::test]
async fn checkout_page_uses_the_session_locale() {
    let shop = Shop::open().await;
    for (locale, language, expected) in [
        ("en-US", "en-US", "CA$41.50"),
        ("en-CA", "en-CA", "Pay $41.50 in 4 payments"),
        ("fr-CA", "fr-CA", "Payer 41,50\u{a0}$ en 4\u{a0}versements"),
    ] {
        let mut order = order();
        order["order_amount"]["currency"] = json!("CAD");
        order["locale"] = json!(locale);
        let created = shop.created_session(&order_request(order)).await;
        let page = send("GET", text(&created, "/order/checkout_url"), &[], "").await;
        assert!(page.body.contains(&format!(r#"<html lang="{language}">"#)), "{}", page.body);
        assert!(page.body.contains(expected), "{}", page.body);
    }
}

#[tokio::test]
async fn checkout_button_finishes_and_redirects() {
    let shop = Shop::open().await;
    let cases = [
        ("approve", "https://shop.example/thanks?order=1001", "All done", "complete"),
        ("decline", "https://shop.example/cart", "Declined", "denied"),
    ];
    for (action, destination, outcome, status) in cases {
        let created = shop.created_session(&order_request(order())).await;
        let response = press(&shop, action, checkout_id(&created)).await;
        assert_eq!((response.status, response.header("location")), (303, Some(destination)));
        assert_eq!(shop.order(text(&created, "/order/uuid")).await["checkout_status"], status);

        let again = press(&shop, action, checkout_id(&created)).await;
        assert_eq!((again.status, again.header("location")), (409, None));
        let page = send("GET", text(&created, "/order/checkout_url"), &[], "").await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains(outcome) && !page.body.contains("<form"), "{}", page.body);
    }
}

#[tokio::test]
async fn invalid_redirect_url_is_shown_as_text() {
    let shop = Shop::open().await;
    let mut request = order_request(order());
    request["complete_url"]["href"] = json!("https://shop.example/\r\nx-injected: <1>");
    let created = shop.created_session(&request).await;
    let response = press(&shop, "approve", checkout_id(&created)).await;
    assert_eq!((response.status, response.header("location"), response.header("x-injected")), (200, None, None));
    assert!(response.body.contains("x-injected: &lt;1&gt;"), "{}", response.body);
}

#[tokio::test]
async fn checkout_url_has_no_path_and_opens_the_page() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request(order())).await;
    let id = checkout_id(&created);
    assert_eq!(text(&created, "/order/checkout_url"), format!("{}?id={id}", shop.url()));
    for path in ["", "/", "/checkout"] {
        let page = send("GET", &format!("{}{path}?id={id}", shop.url()), &[], "").await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains(&format!(r#"action="/checkout/approve?id={id}""#)), "{}", page.body);
    }
    // Without an id the same path leads to the dashboard.
    let dashboard = send("GET", shop.url(), &[], "").await;
    assert_eq!((dashboard.status, dashboard.header("location")), (303, Some("/_simulator/dashboard")));
}

#[tokio::test]
async fn rejected_keys_with_a_cancel_url_lead_back_to_the_shop() {
    let shop = Shop::open().await;
    let keys = json!({
        "public_key": shop.public_key(),
        "private_key": "sz_pr_other",
        "cancel_url": "https://shop.example/cart",
    });
    let response = shop.call("POST", "/v2/authentication", &keys).await;
    assert_error(&response, 401, "unauthed_checkout_url");
    let error = only_error(&response);
    let page = send("GET", text(&error, "/message"), &[], "").await;
    assert_eq!(page.status, 403);
    assert!(page.body.contains("API keys were not accepted") && !page.body.contains("<form"), "{}", page.body);
    assert!(page.body.contains(r#"href="https://shop.example/cart""#), "{}", page.body);

    for cancel_url in [json!(""), Value::Null] {
        let mut keys = keys.clone();
        match cancel_url {
            Value::Null => drop(keys.as_object_mut().expect("an object").remove("cancel_url")),
            other => keys["cancel_url"] = other,
        }
        assert_error(&shop.call("POST", "/v2/authentication", &keys).await, 401, "unauthorized");
    }
}

#[tokio::test]
async fn unknown_checkouts_are_not_found() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request(order())).await;
    let (session, order) = (text(&created, "/uuid"), text(&created, "/order/uuid"));
    for query in ["", "?id=", "?id=unknown", &format!("?id={session}"), &format!("?id={order}")] {
        let page = send("GET", &format!("{}/checkout{query}", shop.url()), &[], "").await;
        assert_eq!(page.status, 404, "{query}");
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
        assert_eq!(send("POST", &format!("{}/checkout/approve{query}", shop.url()), &[], "").await.status, 404);
    }
}
