//! What a shopper can do at the checkout, and what the shop learns of it.

use sezzle_api::types::{Authorization, AuthorizationEvent, CaptureRequest, CheckoutStatus, Price};

use crate::chromium::Browser;
use crate::harness::{at_checkout, go_to_checkout};
use crate::shop::TOTAL;

fn sum(movements: &[AuthorizationEvent]) -> i64 {
    movements.iter().filter_map(|movement| movement.amount.as_ref()).map(|amount| amount.amount_in_cents).sum()
}

/// The authorization's captures and refunds, each with how many they are and their sum.
fn moved(authorization: &Authorization) -> [(usize, i64); 2] {
    [&authorization.captures, &authorization.refunds].map(|movements| (movements.len(), sum(movements)))
}

#[tokio::test(flavor = "multi_thread")]
async fn order_is_approved_captured_in_parts_and_refunded() {
    let browser = Browser::start().await;
    let shop = at_checkout(&browser, "coffee").await;
    let checkout = browser.url().await;
    assert!(checkout.starts_with(&format!("{}/?id=", shop.simulator.url())), "{checkout}");

    let page = browser.text().await;
    for expected in [
        "Pay $41.53 in 4 payments",
        "Coffee beans, light & sweet, 1 kg",
        "2 × $19.00 · SKU coffee-1kg $38.00",
        "Discount · Autumn −$2.00 Shipping $3.50 Tax $2.03 Total $41.53",
        "Approve and pay $10.39 today",
        "Simulation",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    assert_eq!(browser.count(".plan li").await, 4);
    assert_eq!(browser.count("#consent").await, 0, "no consent is requested");

    browser.click("#approve").await;
    let arrived = browser.arrive(&format!("{}/thanks", shop.url)).await;
    assert_eq!(arrived, format!("{}/thanks?order=order-1001#answer", shop.url));
    assert_eq!(browser.text_of("#answer").await, "Approved.");
    let uuid = shop.sold().order_uuid.expect("there is an order");
    shop.wait_for_events("order.authorized", 1).await;

    for (cents, id) in [(3000, "first"), (TOTAL - 3000, "second")] {
        let capture = CaptureRequest::builder().capture_amount(Price::usd(cents));
        let capture = shop.client.capture_order().order_uuid(&uuid[..]).sezzle_request_id(id).body(capture);
        capture.send().await.expect("it can be captured");
    }
    let refund = shop.client.refund_order().order_uuid(&uuid[..]).sezzle_request_id("refund").body(Price::usd(1153));
    refund.send().await.expect("it can be refunded");
    shop.wait_for_events("order.refunded", 1).await;

    let order = shop.order().await;
    let authorization = order.authorization.as_ref().expect("it is authorized");
    assert_eq!(moved(authorization), [(2, TOTAL), (1, 1153)]);
    // Each capture is reported once.
    shop.wait_for_events("order.captured", 2).await;

    // The checkout can only be looked at now.
    browser.open(&checkout).await;
    assert!(browser.text().await.contains("All done"));
    assert_eq!(browser.count("form").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn declined_order_returns_to_the_cart() {
    let browser = Browser::start().await;
    let shop = at_checkout(&browser, "coffee").await;
    browser.click("#decline").await;
    assert_eq!(browser.arrive(&shop.url).await, format!("{}/cart", shop.url));
    let order = shop.order().await;
    assert_eq!(order.checkout_status.as_ref().map(CheckoutStatus::as_str), Some("denied"));
    assert!(order.authorization.as_ref().is_none_or(|authorization| authorization.approved != Some(true)));
    // Opening the page of the shop does not pay.
    browser.open(&format!("{}/thanks?order=order-1001", shop.url)).await;
    assert_eq!(browser.text_of("#answer").await, "Not approved.");
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelled_checkout_can_be_resumed() {
    let browser = Browser::start().await;
    let shop = at_checkout(&browser, "coffee").await;
    let checkout = browser.url().await;
    browser.click("#leave").await;
    assert_eq!(browser.arrive(&shop.url).await, format!("{}/cart", shop.url));
    assert_eq!(shop.order().await.checkout_status.as_ref().map(CheckoutStatus::as_str), Some("active"));

    browser.open(&checkout).await;
    browser.click("#approve").await;
    browser.arrive(&format!("{}/thanks", shop.url)).await;
    assert_eq!(browser.text_of("#answer").await, "Approved.");

    // The shop withdraws another one.
    go_to_checkout(&shop, &browser, "coffee").await;
    let uuid = shop.sold().order_uuid.expect("there is an order");
    shop.client.delete_checkout().order_uuid(uuid).send().await.expect("it can be withdrawn");
    browser.click("#approve").await;
    browser.see("h1", "This checkout was deleted").await;
    assert_eq!(browser.count("form").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn consent_creates_a_customer_that_can_be_charged_again() {
    use sezzle_api::types::{CustomerOrderRequest, Intent};

    let browser = Browser::start().await;
    let shop = at_checkout(&browser, "remember").await;
    assert!(browser.text().await.contains("Remember me at 127.0.0.1"));
    browser.click("label[for=consent]").await;
    browser.click("#approve").await;
    let arrived = browser.arrive(&format!("{}/thanks?order=order-1001&customer-uuid=", shop.url)).await;
    let customer = arrived.split("customer-uuid=").nth(1).and_then(|rest| rest.strip_suffix("#answer"));
    let customer = customer.expect("before the fragment").to_owned();
    shop.wait_for_events("customer.tokenized", 1).await;

    let token = shop.sold().token.expect("there is a token");
    let tokenization = shop.client.get_tokenization().token(token).send().await.expect("it can be read");
    assert_eq!(tokenization.customer.as_ref().and_then(|told| told.uuid.clone()), Some(customer.clone()));

    let order = CustomerOrderRequest::builder()
        .intent(Intent::Capture)
        .reference_id("order-1002")
        .order_amount(Price::usd(2500));
    let order = shop.client.create_customer_order().customer_uuid(customer).sezzle_request_id("order-1002").body(order);
    let order = order.send().await.expect("the customer can be charged");
    assert_eq!(order.authorization.as_ref().and_then(|authorization| authorization.approved), Some(true));
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_consent_creates_no_customer() {
    let browser = Browser::start().await;
    let shop = at_checkout(&browser, "remember").await;
    browser.click("#approve").await;
    let arrived = browser.arrive(&format!("{}/thanks", shop.url)).await;
    assert_eq!(arrived, format!("{}/thanks?order=order-1001#answer", shop.url));
    let customers = shop.client.list_customers().send().await.expect("customers can be listed");
    assert!(customers.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn shopper_can_consent_without_an_order() {
    let browser = Browser::start().await;
    let shop = at_checkout(&browser, "tokenize").await;
    let page = browser.text().await;
    assert!(page.contains("would like to charge your later orders") && !page.contains("Total"), "{page}");
    browser.click("#approve").await;
    browser.arrive(&format!("{}/thanks?order=order-1001&customer-uuid=", shop.url)).await;
    assert_eq!(browser.text_of("#answer").await, "You are remembered.");
    assert_eq!(shop.client.list_customers().send().await.expect("customers can be listed").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn checkout_is_shown_in_french() {
    let browser = Browser::start().await;
    let shop = at_checkout(&browser, "cafe").await;
    assert_eq!(browser.attribute("html", "lang").await.as_deref(), Some("fr-CA"));
    assert!(browser.title().await.starts_with("Payer 41,53\u{a0}$ en 4\u{a0}versements"));
    let page = browser.text().await;
    for expected in ["Aujourd’hui", "Votre commande chez", "Livraison 3,50 $", "Total 41,53 $", "Refuser", "Quitter"]
    {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    browser.click("#approve").await;
    browser.arrive(&format!("{}/thanks", shop.url)).await;
    assert_eq!(browser.text_of("#answer").await, "Approved.");
}

#[tokio::test(flavor = "multi_thread")]
async fn shop_page_captures_in_parts_and_refunds() {
    let browser = Browser::start().await;
    let shop = at_checkout(&browser, "coffee").await;
    browser.click("#approve").await;
    browser.arrive(&format!("{}/thanks", shop.url)).await;
    browser.click("#order").await;
    browser.see("#remaining", "41.53 USD").await;

    let set = |form: &str, amount: &str| {
        format!("document.querySelector('form[action$={form}] [name=amount]').value = '{amount}'")
    };
    browser.run(&set("capture", "30.00")).await;
    browser.click("#capture").await;
    browser.see("#captured", "30.00 USD").await;
    // What is left is what the page proposes.
    browser.click("#capture").await;
    browser.see("#captured", "41.53 USD").await;
    assert_eq!(browser.count("#capture").await, 0);
    browser.run(&set("refund", "a lot")).await;
    browser.click("#refund").await;
    browser.see("#answer", "Write the amount as in 11.53.").await;
    browser.click("#order").await;
    browser.run(&set("refund", "11.53")).await;
    browser.click("#refund").await;
    browser.see("#refunded", "11.53 USD").await;

    shop.wait_for_events("order.refunded", 1).await;
    let order = shop.order().await;
    assert_eq!(moved(order.authorization.as_ref().expect("it is authorized")), [(2, TOTAL), (1, 1153)]);
}
