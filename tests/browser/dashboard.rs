//! What can be seen and done on the dashboard.

use sezzle_api::types::{CaptureRequest, Price};

use crate::chromium::Browser;
use crate::harness::{Shop, at_checkout};

async fn open(browser: &Browser, shop: &Shop) {
    browser.open(&format!("{}/_simulator/dashboard", shop.simulator.url())).await;
}

async fn capture(shop: &Shop, cents: i64) {
    let uuid = shop.sold().order_uuid.expect("there is an order");
    let capture = CaptureRequest::builder().capture_amount(Price::usd(cents));
    let capture = shop.client.capture_order().order_uuid(uuid).sezzle_request_id(cents.to_string()).body(capture);
    capture.send().await.expect("it can be captured");
}

#[tokio::test(flavor = "multi_thread")]
async fn dashboard_updates_live() {
    let browser = Browser::start().await;
    let shop = at_checkout(&browser, "coffee").await;
    open(&browser, &shop).await;
    browser.see("#sessions", "waiting").await;

    // The page is not loaded again from here on; a mark on it would be lost.
    browser.run("document.body.dataset.marked = 'yes'").await;
    browser.click("[id^=approve-]").await;
    browser.see("#sessions .badge", "approved").await;
    browser.see("#orders .history", "Authorized").await;

    capture(&shop, 2000).await;
    browser.see("#orders .history", "Captured").await;
    browser.see("#orders .sums", "Captured").await;
    browser.see("#webhooks", "order.captured").await;
    browser.see("#requests", "capture_order").await;
    assert_eq!(browser.attribute("body", "data-marked").await.as_deref(), Some("yes"), "the page was loaded again");
    let page = browser.run("return document.documentElement.outerHTML").await.to_string();
    assert!(!page.contains(&shop.simulator.private_key()[..]), "a key is shown");
}

#[tokio::test(flavor = "multi_thread")]
async fn dashboard_buttons_trigger_actions_of_the_gateway() {
    let browser = Browser::start().await;
    let shop = at_checkout(&browser, "coffee").await;
    let uuid = shop.sold().order_uuid.expect("there is an order");
    shop.simulator.approve(&uuid).expect("it waits");
    capture(&shop, 2000).await;
    open(&browser, &shop).await;

    browser.click(&format!("#dispute-{uuid}")).await;
    shop.wait_for_events("dispute.merchant_input_requested", 1).await;
    browser.see("#orders .history", "Dispute opened").await;
    browser.click(&format!("#merchant_win-{uuid}")).await;
    shop.wait_for_events("dispute.closed.merchant_win", 1).await;
    browser.see("#orders .history", "Dispute closed").await;

    browser.click(&format!("#expire-{uuid}")).await;
    browser.see("#orders .history", "Authorization expired").await;
    let order = shop.order().await;
    assert_eq!(order.authorization.as_ref().map(|authorization| authorization.releases.len()), Some(1));

    let before = shop.simulator.now();
    browser.click("#advance-86400").await;
    let begun = std::time::Instant::now();
    while (shop.simulator.now() - before).num_hours() < 24 {
        assert!(begun.elapsed() < crate::chromium::PATIENCE, "the clock stands");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }

    browser.click("#reset").await;
    browser.see("#orders", "None yet").await;
}
