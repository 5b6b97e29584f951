//! The page on which a person plays the shopper.

use serde_json::json;

use crate::client::{Response, send};
use crate::{Shop, order, order_request, text};

async fn press(shop: &Shop, action: &str, order_uuid: &str) -> Response {
    send("POST", &format!("{}/checkout/{action}?id={order_uuid}", shop.url()), &[], "").await
}

#[tokio::test]
async fn the_page_shows_the_order_and_escapes_it() {
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
    assert!(page.body.contains("41.05 CAD"), "{}", page.body);
    assert!(page.body.contains("This is a simulation."), "{}", page.body);
    for action in ["approve", "decline"] {
        let form = format!(r#"<form method="post" action="/checkout/{action}?id={}">"#, text(&created, "/order/uuid"));
        assert!(page.body.contains(&form), "{}", page.body);
    }
}

#[tokio::test]
async fn a_press_of_a_button_finishes_and_redirects() {
    let shop = Shop::open().await;
    let cases = [
        ("approve", "https://shop.example/thanks?order=1001", "approved", 5),
        ("decline", "https://shop.example/cart", "declined", 2),
    ];
    for (action, destination, outcome, links) in cases {
        let created = shop.created_session(&order_request(order())).await;
        let order_uuid = text(&created, "/order/uuid");
        let response = press(&shop, action, order_uuid).await;
        assert_eq!((response.status, response.header("location")), (303, Some(destination)));
        let read = shop.session(text(&created, "/uuid")).await;
        assert_eq!(read["order"]["links"].as_array().map(Vec::len), Some(links), "{read}");

        let again = press(&shop, action, order_uuid).await;
        assert_eq!((again.status, again.header("location")), (409, None));
        let page = send("GET", text(&created, "/order/checkout_url"), &[], "").await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains(outcome) && !page.body.contains("<form"), "{}", page.body);
    }
}

#[tokio::test]
async fn a_destination_that_no_header_can_carry_is_shown() {
    let shop = Shop::open().await;
    let mut request = order_request(order());
    request["complete_url"]["href"] = json!("https://shop.example/\r\nx-injected: <1>");
    let created = shop.created_session(&request).await;
    let response = press(&shop, "approve", text(&created, "/order/uuid")).await;
    assert_eq!((response.status, response.header("location"), response.header("x-injected")), (200, None, None));
    assert!(response.body.contains("x-injected: &lt;1&gt;"), "{}", response.body);
}

#[tokio::test]
async fn unknown_checkouts_are_not_found() {
    let shop = Shop::open().await;
    let created = shop.created_session(&order_request(order())).await;
    // The session's own uuid opens no checkout.
    for query in ["", "?id=", "?id=unknown", &format!("?id={}", text(&created, "/uuid"))] {
        let page = send("GET", &format!("{}/checkout{query}", shop.url()), &[], "").await;
        assert_eq!(page.status, 404, "{query}");
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
        assert_eq!(send("POST", &format!("{}/checkout/approve{query}", shop.url()), &[], "").await.status, 404);
    }
}
