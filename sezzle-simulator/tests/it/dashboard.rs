//! The dashboard and its buttons.

use std::collections::HashSet;

use serde_json::json;
use sezzle_simulator::DisputeOutcome;

use crate::support::client::Response;
use crate::support::shop::Shop;
use crate::support::{order_request, request_with, usd};

async fn dashboard(shop: &Shop) -> String {
    let page = shop.visit("GET", "/_simulator/dashboard", "").await;
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    page.body
}

async fn press(shop: &Shop, button: &str, body: &str) -> Response {
    shop.visit("POST", &format!("/_simulator/dashboard/{button}"), body).await
}

/// Presses a button and returns the page to which it redirects.
async fn pressed(shop: &Shop, button: &str, body: &str) -> String {
    let response = press(shop, button, body).await;
    assert_eq!((response.status, response.header("location")), (303, Some("/_simulator/dashboard")), "{button}");
    dashboard(shop).await
}

#[tokio::test]
async fn sessions_wait_for_a_decision() {
    let shop = Shop::open().await;
    assert!(dashboard(&shop).await.contains("None yet."));
    for (decision, outcome) in [("approve", "approved"), ("decline", "declined")] {
        let [session, ..] = shop.new_checkout().await;
        let button = format!("sessions/{session}/{decision}");
        let page = dashboard(&shop).await;
        assert!(page.contains(&format!("/_simulator/dashboard/{button}")), "{page}");
        assert!(page.contains(r#"<span class="badge waiting">waiting</span>"#), "{page}");
        let page = pressed(&shop, &button, "").await;
        assert!(page.contains(&format!("{outcome}</span>")) && !page.contains(&button), "{page}");

        let again = press(&shop, &button, "").await;
        assert_eq!(again.status, 409);
        assert!(again.body.contains("Not possible: the shopper has already finished this session."), "{}", again.body);
    }
    assert_eq!(press(&shop, "sessions/unknown/approve", "").await.status, 404);
}

#[tokio::test]
async fn disputes_are_opened_and_closed_in_three_ways() {
    let shop = Shop::open().await;
    for outcome in ["customer_win", "merchant_win", "neutral"] {
        let order_uuid = shop.approved_order("CAPTURE").await;
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
async fn authorization_can_be_expired_once() {
    let shop = Shop::open().await;
    let button = format!("orders/{}/expire", shop.approved_order("AUTH").await);
    assert!(dashboard(&shop).await.contains("expires at"));
    let page = pressed(&shop, &button, "").await;
    assert!(page.contains("Authorization expired") && !page.contains("expires at"), "{page}");
    assert_eq!(press(&shop, &button, "").await.status, 409);
    assert_eq!(press(&shop, "orders/unknown/expire", "").await.status, 404);
}

#[tokio::test]
async fn clock_moves_forward_and_reset_restores_the_initial_state() {
    let mut shop = Shop::open().await;
    let before = shop.now();
    pressed(&shop, "clock", "advance=86400").await;
    assert_eq!((shop.now() - before).num_hours(), 24);
    for step in ["advance=0", "advance=-60", "advance=99999999999", "advance=x", "advance=", ""] {
        assert_eq!(press(&shop, "clock", step).await.status, 400, "{step}");
    }
    assert_eq!((shop.now() - before).num_hours(), 24);
    shop.authenticate_again().await;
    shop.approved_order("CAPTURE").await;
    assert!(pressed(&shop, "reset", "").await.contains("None yet. A session"));
}

#[tokio::test]
async fn lists_are_bounded_and_the_page_is_not_recorded() {
    let shop = Shop::open().await;
    for _ in 0..30 {
        shop.created_session(&order_request()).await;
    }
    let before = shop.requests().len();
    let page = dashboard(&shop).await;
    assert_eq!(page.matches("and 5 earlier").count(), 2, "of the sessions and of the orders: {page}");
    assert_eq!(page.matches("<article").count(), 25);
    for part in ["/_simulator/dashboard/live.js", "/checkout/style.css"] {
        assert_eq!(shop.visit("GET", part, "").await.status, 200, "{part}");
    }
    assert_eq!(shop.requests().len(), before);
}

#[tokio::test]
async fn requests_are_shown_with_their_errors_and_escaped() {
    let shop = Shop::open().await;
    assert_eq!(shop.post_session(&request_with("/order/order_amount", usd(99))).await.status, 422);
    shop.created_session(&request_with("/order/description", json!("<img src=x>"))).await;
    let page = dashboard(&shop).await;
    assert!(page.contains("amount_in_cents must be a plain integer of at least 100"), "{page}");
    assert!(page.contains("&lt;img src=x&gt;") && !page.contains("<img"), "{page}");
}

#[tokio::test]
async fn sums_and_bar_agree() {
    let shop = Shop::open().await;
    let uuid = shop.approved_order("AUTH").await;
    for (action, cents) in [("capture", 2000), ("refund", 500), ("release", 150)] {
        shop.act_granted(action, &uuid, cents).await;
    }
    let page = dashboard(&shop).await;
    for (name, amount) in
        [("Captured", "20.00"), ("of which refunded", "5.00"), ("Released", "1.50"), ("To capture", "20.00")]
    {
        assert!(page.contains(&format!("<dt>{name}</dt><dd>${amount}</dd>")), "{name}\n{page}");
    }
    // Of 1000: 15.00, 5.00 and 1.50 of 41.50.
    for part in [r#"captured" width="361""#, r#"refunded" x="361" width="120""#, r#"released" x="964" width="36""#] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[tokio::test]
async fn ids_are_unique_and_references_resolve() {
    let shop = Shop::open().await;
    shop.waiting_order("AUTH").await;
    shop.approved_order("AUTH").await;
    let disputed = shop.approved_order("CAPTURE").await;
    shop.open_dispute(&disputed).expect("a captured order");
    let page = dashboard(&shop).await;
    let values = |attribute: &str| -> Vec<String> {
        let start = format!(r#" {attribute}=""#);
        let values = page.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
        values.map(str::to_owned).collect()
    };
    let ids = values("id");
    let unique: HashSet<&String> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    for id in [values("aria-labelledby"), values("aria-describedby")].concat() {
        assert!(unique.contains(&id), "{id}");
    }
    for target in [values("action"), values("formaction")].concat() {
        assert!(target.starts_with("/_simulator/dashboard/"), "{target}");
    }
}
