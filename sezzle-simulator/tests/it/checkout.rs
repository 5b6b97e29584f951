//! The checkout page.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::client::{Response, send};
use crate::support::shop::Shop;
use crate::support::{assert_error, only_error, order_request, request_with, request_without_order, set, text, usd};

/// Text that would become markup if it were not escaped.
const HOSTILE: &str = r#"</script><img src=x onerror="alert(1)">&'"#;

async fn press(shop: &Shop, action: &str, checkout: &str) -> Response {
    shop.visit("POST", &format!("/checkout/{action}?id={checkout}"), "").await
}

/// Creates a session and returns its checkout page.
async fn page_of(shop: &Shop, request: &Value) -> Response {
    let created = shop.created_session(request).await;
    send("GET", text(&created, "/order/checkout_url"), &[], "").await
}

/// Returns the text between the tags, with single spaces.
fn visible(html: &str) -> String {
    let pieces = html.split('<').filter_map(|piece| piece.split_once('>'));
    let words: Vec<&str> = pieces.flat_map(|(_, text)| text.split_whitespace()).collect();
    words.join(" ")
}

fn whole_order(text: &str) -> Value {
    let mut request = request_with("/order/order_amount", usd(4153));
    request["order"].as_object_mut().expect("an object").extend([
        ("reference_id".to_owned(), json!("order-1001")),
        ("description".to_owned(), json!(text)),
        ("items".to_owned(), json!([{"name": text, "sku": text, "quantity": 2, "price": usd(1900)}])),
        ("discounts".to_owned(), json!([{"name": text, "amount": usd(250)}])),
        ("shipping_amount".to_owned(), usd(350)),
        ("tax_amount".to_owned(), usd(253)),
    ]);
    request
}

#[tokio::test]
async fn checkout_shows_the_whole_order() {
    let shop = Shop::at_noon().await;
    let text = visible(&page_of(&shop, &whole_order("Coffee")).await.body);
    for expected in [
        "Pay $41.53 in 4 payments",
        "Today March\u{a0}1, 2026 $10.39 March\u{a0}15, 2026 $10.38 March\u{a0}29, 2026 $10.38 April\u{a0}12, 2026 $10.38",
        "Approve and pay $10.39 today",
        "Your order at shop.example Coffee Reference order-1001",
        "Coffee Quantity 2 × $19.00 · SKU Coffee $38.00",
        "Discount · Coffee −$2.50 Shipping $3.50 Tax $2.53 Total $41.53",
        "Simulation No money moves",
    ] {
        let expected = expected.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&expected), "{expected}\n{text}");
    }
    assert!(!text.contains("Remember me"), "{text}");
}

#[tokio::test]
async fn checkout_page_uses_the_session_locale() {
    let shop = Shop::at_noon().await;
    let french = [
        "Payer 41,50 $ en 4 versements",
        "Aujourd’hui 1er mars 2026 10,39 $ 15 mars 2026 10,37 $",
        "Approuver et payer 10,39 $ aujourd’hui",
        "Se souvenir de moi chez shop.example",
        "Total 41,50 $",
    ];
    for (locale, expected) in [
        ("en-US", &["CA$41.50", "Remember me at shop.example"][..]),
        ("en-CA", &["Pay $41.50 in 4 payments"]),
        ("fr-CA", &french),
    ] {
        let mut request = request_with("/order/order_amount/currency", json!("CAD"));
        set(&mut request, "/order/locale", json!(locale));
        set(&mut request, "/customer", json!({"tokenize": true}));
        let page = page_of(&shop, &request).await;
        assert!(page.body.contains(&format!(r#"<html lang="{locale}">"#)), "{}", page.body);
        assert!(page.body.contains(r#"type="checkbox" name="consent" value="yes""#), "{}", page.body);
        for expected in expected {
            assert!(visible(&page.body).contains(expected), "{expected}\n{}", page.body);
        }
    }
}

#[tokio::test]
async fn request_values_are_escaped() {
    let shop = Shop::at_noon().await;
    let mut request = whole_order(HOSTILE);
    set(&mut request, "/complete_url/href", json!(format!("https://shop.example/\r\n{HOSTILE}")));
    set(&mut request, "/cancel_url/href", json!(format!("https://shop.example/\"{HOSTILE}")));
    let created = shop.created_session(&request).await;
    let (_, id) = text(&created, "/order/checkout_url").split_once("?id=").expect("an id");
    let open = send("GET", text(&created, "/order/checkout_url"), &[], "").await;
    // A URL that no header can contain is shown instead of a redirect.
    let approved = press(&shop, "approve", id).await;
    assert_eq!((approved.status, approved.header("location")), (200, None));
    let created = shop.created_session(&request).await;
    shop.decline(text(&created, "/uuid")).expect("an open checkout");
    let closed = send("GET", text(&created, "/order/checkout_url"), &[], "").await;
    for Response { body, .. } in [open, approved, closed] {
        assert!(!body.contains("<img") && !body.contains("</script") && !body.contains(r#"r="al"#), "{body}");
        assert!(body.contains("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;"), "{body}");
    }
}

#[tokio::test]
async fn checkout_page_is_self_contained_and_not_cached() {
    let shop = Shop::open().await;
    let page = page_of(&shop, &order_request()).await;
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'self'"), "{policy}");
    assert!(!policy.contains("script-src") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let style = shop.visit("GET", "/checkout/style.css", "").await;
    assert_eq!((style.status, style.header("content-type")), (200, Some("text/css; charset=utf-8")));
    assert!(page.body.contains(r#"<link rel="stylesheet" href="/checkout/style.css">"#), "{}", page.body);
    for outside in ["url(", "@import", "http:", "https:"] {
        assert!(!style.body.contains(outside), "{outside}");
    }
}

#[tokio::test]
async fn checkout_buttons_finish_and_redirect() {
    let shop = Shop::open().await;
    let (cart, thanks) = ("https://shop.example/cart", "https://shop.example/thanks?order=1001");
    for (action, destination, outcome, status) in
        [("approve", thanks, "All done", "complete"), ("decline", cart, "Declined", "denied")]
    {
        let [_, order, id] = shop.new_checkout().await;
        // A checkout that the shopper leaves stays open.
        for (action, destination) in [("leave", cart), ("leave", cart), (action, destination)] {
            let url = format!("/checkout/{action}?id={id}");
            assert_eq!(shop.visit("GET", &url, "").await.status, 405, "{action}");
            let page = shop.visit("GET", &format!("/checkout?id={id}"), "").await;
            assert!(page.body.contains(&format!(r#"action="{url}""#)), "{}", page.body);
            let response = press(&shop, action, &id).await;
            assert_eq!((response.status, response.header("location")), (303, Some(destination)));
        }
        assert_eq!(shop.checkout_status(&order).await, status);
        let again = press(&shop, action, &id).await;
        assert_eq!((again.status, again.header("location")), (409, None));
        let page = shop.visit("GET", &format!("/checkout?id={id}"), "").await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains(outcome) && !page.body.contains("<form"), "{}", page.body);
    }
}

#[tokio::test]
async fn closed_checkout_shows_its_status() {
    let shop = Shop::open().await;
    let [_, order_uuid, deleted] = shop.new_checkout().await;
    shop.granted(204, "DELETE", &format!("/v2/order/{order_uuid}/checkout"), &Value::Null).await;
    let [_, _, expired] = shop.new_checkout().await;
    shop.advance(Duration::from_secs(25 * 60 * 60));
    for (id, title) in [(&deleted, "This checkout was deleted"), (&expired, "This checkout has expired")] {
        let page = shop.visit("GET", &format!("/checkout?id={id}"), "").await;
        assert_eq!(page.status, 410);
        assert!(page.body.contains(title) && !page.body.contains("<form"), "{}", page.body);
        assert!(page.body.contains(r#"href="https://shop.example/cart""#), "{}", page.body);
        for action in ["approve", "decline", "leave"] {
            let response = press(&shop, action, id).await;
            assert_eq!((response.status, response.header("location")), (410, None), "{action}");
        }
    }
}

#[tokio::test]
async fn only_web_urls_are_linked() {
    let shop = Shop::open().await;
    for (url, is_linked) in [("https://shop.example/cart", true), ("myshop://cart", false)] {
        let created = shop.created_session(&request_with("/cancel_url/href", json!(url))).await;
        shop.decline(text(&created, "/uuid")).expect("an open checkout");
        let page = send("GET", text(&created, "/order/checkout_url"), &[], "").await;
        assert_eq!(page.body.contains("Return to the shop</a>"), is_linked, "{}", page.body);
    }
    // Redirects lead to any URL.
    let created = shop.created_session(&request_with("/complete_url/href", json!("myshop://thanks"))).await;
    let (_, id) = text(&created, "/order/checkout_url").split_once("?id=").expect("an id");
    let approved = press(&shop, "approve", id).await;
    assert_eq!((approved.status, approved.header("location")), (303, Some("myshop://thanks")));
}

#[tokio::test]
async fn tokenization_without_order_closes_with_its_token() {
    let shop = Shop::open().await;
    let mut request = request_without_order();
    request["customer"] = json!({"tokenize": true});
    let created = shop.created_session(&request).await;
    let url = text(&created, "/tokenize/approval_url");
    let page = send("GET", url, &[], "").await;
    let form = format!(r#"action="/checkout/approve?id={}""#, text(&created, "/tokenize/token"));
    assert!(page.body.contains(&form) && page.body.contains(r#"type="hidden" name="consent" value="yes""#));
    let text = visible(&page.body);
    assert!(text.contains("Pay faster next time"), "{text}");
    assert!(text.contains("shop.example would like to charge your later orders"), "{text}");
    assert!(!text.contains("Total") && !text.contains("payments"), "{text}");

    shop.advance(Duration::from_secs(30 * 60));
    assert_eq!(send("GET", url, &[], "").await.status, 410);
    assert_eq!(press(&shop, "approve", crate::support::text(&created, "/tokenize/token")).await.status, 410);
}

#[tokio::test]
async fn consent_adds_the_customer_to_the_redirect_url() {
    let shop = Shop::open().await;
    for (consent, has_customer) in [("consent=yes", true), ("", false), ("consent=no", false), ("xconsent=yes", false)]
    {
        let created = shop.created_session(&request_with("/customer", json!({"tokenize": true}))).await;
        let (_, id) = text(&created, "/order/checkout_url").split_once("?id=").expect("an id");
        let response = shop.visit("POST", &format!("/checkout/approve?id={id}"), consent).await;
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
    let created = shop.granted(201, "POST", "/v2/session/card", &request).await;
    let page = send("GET", text(&created, "/dashboard_url"), &[], "").await;
    assert!(page.body.contains("virtual card") && page.body.contains("$12.51"), "{}", page.body);
    let response = press(&shop, "approve", text(&created, "/uuid")).await;
    assert_eq!((response.status, response.header("location")), (303, Some("https://shop.example")));
    assert_eq!(press(&shop, "decline", text(&created, "/uuid")).await.status, 409);
}

#[tokio::test]
async fn checkout_url_has_no_path_and_opens_the_page() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request()).await;
    let url = text(&created, "/order/checkout_url");
    let query = url.strip_prefix(shop.url()).expect("a URL of the simulator");
    assert!(query.starts_with("?id="), "{url}");
    for path in ["", "/", "/checkout"] {
        let page = shop.visit("GET", &format!("{path}{query}"), "").await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains(&format!(r#"action="/checkout/approve{query}""#)), "{}", page.body);
    }
    // Without an id the same path leads to the dashboard.
    let dashboard = shop.visit("GET", "", "").await;
    assert_eq!((dashboard.status, dashboard.header("location")), (303, Some("/_simulator/dashboard")));
}

#[tokio::test]
async fn rejected_keys_with_a_cancel_url_lead_back_to_the_shop() {
    let shop = Shop::open().await;
    let mut keys = json!({"public_key": shop.public_key(), "private_key": "sz_pr_other"});
    for cancel_url in [None, Some(""), Some("https://shop.example/cart")] {
        if let Some(cancel_url) = cancel_url {
            keys["cancel_url"] = json!(cancel_url);
        }
        let code =
            if keys["cancel_url"] == "https://shop.example/cart" { "unauthed_checkout_url" } else { "unauthorized" };
        assert_error(&shop.call("POST", "/v2/authentication", &keys).await, 401, code);
    }
    let error = only_error(&shop.call("POST", "/v2/authentication", &keys).await);
    let page = send("GET", text(&error, "/message"), &[], "").await;
    assert_eq!(page.status, 403);
    assert!(page.body.contains("API keys were not accepted") && !page.body.contains("<form"), "{}", page.body);
    assert!(page.body.contains(r#"href="https://shop.example/cart""#), "{}", page.body);
}

#[tokio::test]
async fn unknown_checkouts_are_not_found() {
    let shop = Shop::open().await;
    let [session, order, _] = shop.new_checkout().await;
    for query in ["", "?id=", "?id=unknown", &format!("?id={session}"), &format!("?id={order}")] {
        let page = shop.visit("GET", &format!("/checkout{query}"), "").await;
        assert_eq!(page.status, 404, "{query}");
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
        assert_eq!(shop.visit("POST", &format!("/checkout/approve{query}"), "").await.status, 404);
    }
}
