//! The dashboard: what it shows, what its buttons do, and whom they obey.

use serde_json::json;
use sezzle_simulator::DisputeOutcome;

use crate::client::{Response, send};
use crate::{Shop, order, order_request, text};

async fn dashboard(shop: &Shop) -> String {
    let page = send("GET", &format!("{}/_simulator/dashboard", shop.url()), &[], "").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    page.body
}

async fn press(shop: &Shop, button: &str, body: &str) -> Response {
    send("POST", &format!("{}/_simulator/dashboard/{button}", shop.url()), &[], body).await
}

/// Presses a button that works, and gives the page it leads to.
async fn pressed(shop: &Shop, button: &str, body: &str) -> String {
    let response = press(shop, button, body).await;
    assert_eq!((response.status, response.header("location")), (303, Some("/_simulator/dashboard")), "{button}");
    dashboard(shop).await
}

/// An approved order.
async fn approved(shop: &Shop) -> String {
    let mut order = order();
    order["intent"] = json!("CAPTURE");
    let created = shop.created_session(&order_request(order)).await;
    shop.approve(text(&created, "/uuid")).expect("it waits");
    text(&created, "/order/uuid").to_owned()
}

#[tokio::test]
async fn the_root_leads_to_the_dashboard() {
    let shop = Shop::open().await;
    let root = send("GET", &format!("{}/", shop.url()), &[], "").await;
    assert_eq!((root.status, root.header("location")), (303, Some("/_simulator/dashboard")));
}

#[tokio::test]
async fn sessions_wait_until_they_are_decided() {
    let shop = Shop::open().await;
    assert!(dashboard(&shop).await.contains("None yet."));
    for (decision, outcome) in [("approve", "approved"), ("decline", "declined")] {
        let created = shop.created_session(&order_request(order())).await;
        let button = format!("sessions/{}/{decision}", text(&created, "/uuid"));
        let page = dashboard(&shop).await;
        assert!(page.contains(&format!("/_simulator/dashboard/{button}")), "{page}");
        assert!(page.contains(r#"<span class="badge waiting">waiting</span>"#), "{page}");
        let page = pressed(&shop, &button, "").await;
        assert!(page.contains(&format!("{outcome}</span>")) && !page.contains(&button), "{page}");

        let again = press(&shop, &button, "").await;
        assert_eq!(again.status, 409);
        assert!(again.body.contains("Not done: the shopper has already finished this session."), "{}", again.body);
    }
    assert_eq!(press(&shop, "sessions/unknown/approve", "").await.status, 404);
}

#[tokio::test]
async fn disputes_are_opened_and_closed_in_three_ways() {
    let shop = Shop::open().await;
    for outcome in ["customer_win", "merchant_win", "neutral"] {
        let order_uuid = approved(&shop).await;
        let button = format!("orders/{order_uuid}/dispute");
        let page = pressed(&shop, &button, "").await;
        assert!(page.contains("in dispute") && page.contains("Dispute opened"), "{page}");
        assert_eq!(press(&shop, &button, "outcome=other").await.status, 409);
        let page = pressed(&shop, &button, &format!("outcome={outcome}")).await;
        assert!(page.contains("Dispute closed") && !page.contains("in dispute"), "{page}");
        // It is closed and cannot be closed again.
        assert!(shop.close_dispute(&order_uuid, DisputeOutcome::Neutral).is_err());
    }
}

#[tokio::test]
async fn an_authorization_can_be_ended_once() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request(order())).await;
    shop.approve(text(&created, "/uuid")).expect("it waits");
    let button = format!("orders/{}/expire", text(&created, "/order/uuid"));
    assert!(dashboard(&shop).await.contains("expires by itself at"));
    let page = pressed(&shop, &button, "").await;
    assert!(page.contains("Authorization expired") && !page.contains("expires by itself at"), "{page}");
    assert_eq!(press(&shop, &button, "").await.status, 409);
    assert_eq!(press(&shop, "orders/unknown/expire", "").await.status, 404);
}

#[tokio::test]
async fn the_clock_moves_forward_only() {
    let shop = Shop::open().await;
    let before = shop.now();
    pressed(&shop, "clock", "advance=86400").await;
    assert_eq!((shop.now() - before).num_hours(), 24);
    for step in ["advance=0", "advance=-60", "advance=99999999999", "advance=x", "advance=", ""] {
        assert_eq!(press(&shop, "clock", step).await.status, 400, "{step}");
    }
    assert_eq!((shop.now() - before).num_hours(), 24);
}

#[tokio::test]
async fn a_reset_forgets_everything() {
    let shop = Shop::open().await;
    approved(&shop).await;
    assert!(pressed(&shop, "reset", "").await.contains("None yet. They appear"));
}

#[tokio::test]
async fn buttons_do_not_obey_other_sites() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request(order())).await;
    let uuid = text(&created, "/uuid");
    let buttons = ["clock", "reset", &format!("sessions/{uuid}/approve"), "orders/1/expire", "orders/1/dispute"];
    for button in buttons {
        let url = format!("{}/_simulator/dashboard/{button}", shop.url());
        for header in ["origin: https://evil.example", "origin: null", "sec-fetch-site: cross-site"] {
            assert_eq!(send("POST", &url, &[header], "advance=3600").await.status, 403, "{button}, {header}");
        }
        assert_eq!(send("GET", &url, &[], "").await.status, 405, "{button}");
    }
    assert_eq!(shop.order(text(&created, "/order/uuid")).await["checkout_status"], "active");
    // Its own page may, as a browser sends it.
    let origin = format!("origin: {}", shop.url());
    let url = format!("{}/_simulator/dashboard/reset", shop.url());
    assert_eq!(send("POST", &url, &[&origin, "sec-fetch-site: same-origin"], "").await.status, 303);
}

#[tokio::test]
async fn nothing_secret_or_personal_is_shown() {
    let shop = Shop::open().await;
    let mut request = order_request(order());
    request["customer"] = json!({
        "tokenize": true,
        "email": "robin@shopper.example",
        "first_name": "Robin",
        "phone": "6125550123",
        "billing_address": {
            "street": "1 Hidden Lane", "city": "Anytown", "state": "MN", "postal_code": "55401", "country_code": "US",
        },
    });
    let created = shop.created_session(&request).await;
    let token = text(&created, "/tokenize/token");
    let read = format!("{}/v2/token/{token}/session", shop.url());
    assert_eq!(shop.get(&read).await.status, 200);
    shop.approve(text(&created, "/uuid")).expect("it waits");

    let page = dashboard(&shop).await;
    assert!(page.contains("{secret}"), "the request with the token is shown without it: {page}");
    let key = shop.private_key();
    for secret in [token, &shop.token, &key, shop.public_key(), "robin", "Robin", "5550123", "Hidden"] {
        assert!(!page.contains(secret), "{secret}\n{page}");
    }
}

#[tokio::test]
async fn lists_are_bounded_and_the_page_leaves_no_trace_in_the_log() {
    let shop = Shop::open().await;
    for _ in 0..30 {
        shop.created_session(&order_request(order())).await;
    }
    let before = shop.requests().len();
    let page = dashboard(&shop).await;
    assert_eq!(page.matches("and 5 earlier").count(), 2, "of the sessions and of the orders: {page}");
    assert_eq!(page.matches("<article").count(), 25);
    for part in ["/_simulator/dashboard/live.js", "/checkout/style.css"] {
        assert_eq!(send("GET", &format!("{}{part}", shop.url()), &[], "").await.status, 200, "{part}");
    }
    assert_eq!(shop.requests().len(), before);
}

#[tokio::test]
async fn refused_requests_say_why() {
    let shop = Shop::open().await;
    let mut order = order();
    order["order_amount"]["amount_in_cents"] = json!(99);
    assert_eq!(shop.post_session(&order_request(order)).await.status, 422);
    let page = dashboard(&shop).await;
    assert!(page.contains("amount_in_cents must be a plain integer of at least 100"), "{page}");
}
