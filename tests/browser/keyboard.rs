//! The pages for those who use no mouse, no script, or a small screen.

use serde_json::json;

use crate::chromium::Browser;
use crate::harness::at_checkout;

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const SPACE: char = ' ';

#[tokio::test(flavor = "multi_thread")]
async fn checkout_can_be_used_by_keyboard() {
    let browser = Browser::start().await;
    let shop = at_checkout(&browser, "remember").await;
    let mut order = Vec::new();
    while order.last().is_none_or(|id| id != "leave") && order.len() < 10 {
        browser.press(TAB).await;
        order.push(browser.focused().await);
        let outlined = browser.run("return getComputedStyle(document.activeElement).outlineStyle").await;
        assert_eq!(outlined, json!("solid"), "the focus on {order:?} can be seen");
    }
    assert_eq!(order, ["consent", "approve", "decline", "leave"]);

    browser.open(&browser.url().await).await;
    browser.press(TAB).await;
    browser.press(SPACE).await;
    browser.press(ENTER).await;
    browser.arrive(&format!("{}/thanks?order=order-1001&customer-uuid=", shop.url)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn checkout_elements_have_accessible_names() {
    let browser = Browser::start().await;
    let _shop = at_checkout(&browser, "remember").await;
    for (landmark, count) in [("header", 1), ("main", 1), ("footer", 1), ("h1", 1), ("h2", 1)] {
        assert_eq!(browser.count(landmark).await, count, "{landmark}");
    }
    let unnamed = "return [...document.querySelectorAll('input:not([type=hidden]), button, a')]
        .filter(e => !(e.labels?.length && e.labels[0].textContent.trim()) && !e.textContent.trim()).length";
    assert_eq!(browser.run(unnamed).await, json!(0));
    let dangling = "return [...document.querySelectorAll('[aria-labelledby], [aria-describedby], label')]
        .flatMap(e => [e.getAttribute('aria-labelledby'), e.getAttribute('aria-describedby'), e.htmlFor])
        .filter(id => id && !document.getElementById(id))";
    assert_eq!(browser.run(dangling).await, json!([]));
    // Nothing comes from elsewhere, and nothing runs.
    let foreign = "return performance.getEntriesByType('resource').map(e => e.name)
        .filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'))";
    assert_eq!(browser.run(foreign).await, json!([]));
    assert_eq!(browser.count("script").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_work_without_javascript() {
    let browser = Browser::without_javascript().await;
    browser.open("data:text/html,<title>off</title><script>document.title='on'</script>").await;
    assert_eq!(browser.title().await, "off", "the browser runs scripts");

    let shop = at_checkout(&browser, "coffee").await;
    browser.open(&format!("{}/_simulator/dashboard", shop.simulator.url())).await;
    browser.click("[id^=approve-]").await;
    browser.see("#sessions .badge", "approved").await;
    assert_eq!(shop.order().await.authorization.as_ref().and_then(|a| a.approved), Some(true));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_fit_a_phone() {
    let browser = Browser::on_a_phone().await;
    let shop = at_checkout(&browser, "remember").await;
    assert_eq!(browser.run("return innerWidth").await, json!(390));
    let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(browser.run(overflow).await, json!(0));
    let small = "return [...document.querySelectorAll('button, label')]
        .filter(e => e.getBoundingClientRect().height < 24).map(e => e.textContent)";
    assert_eq!(browser.run(small).await, json!([]));
    browser.open(&format!("{}/_simulator/dashboard", shop.simulator.url())).await;
    assert_eq!(browser.run(overflow).await, json!(0));
    assert_eq!(browser.run(small).await, json!([]));
}
