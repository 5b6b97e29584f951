//! Planted keys, tokens and personal data are looked for in everything that can be printed.

use std::error::Error as _;
use std::fmt::{Debug, Write};

use serde_json::json;
use sezzle_api::types::{
    Address, ApiKeys, LineItem, Notification, Price, RedirectUrl, SessionCustomer, SessionOrder, SessionRequest,
};
use sezzle_api::{Client, Credentials, Secret, Server};

use crate::support::{Fixed, Raw};

const PLANT: &str = "planted";

/// Everything that can be printed of a value.
fn debug(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}")
}

/// Everything that can be printed of an error, its causes included.
fn printed(error: &sezzle_api::Error) -> String {
    let mut text = format!("{error} {error:#} {} {}", debug(error), debug(&error.errors()));
    let mut cause = error.source();
    while let Some(error) = cause {
        let _ = write!(text, " {error} {error:#} {error:?} {error:#?}");
        cause = error.source();
    }
    text
}

#[track_caller]
fn clean(text: &str) {
    assert!(!text.to_lowercase().contains(PLANT), "{text}");
}

/// A request with a planted value in every field that holds personal data.
fn personal_request() -> SessionRequest {
    let plant = |field: &str| format!("{PLANT} {field}");
    let address = || {
        Address::builder()
            .name(plant("name"))
            .street(plant("street"))
            .street2(plant("street2"))
            .city(plant("city"))
            .state(plant("state"))
            .postal_code(plant("postal_code"))
            .phone(plant("phone"))
            .phone_number(plant("phone_number"))
            .country_code("US")
    };
    let customer = SessionCustomer::builder()
        .email("planted@shopper.example")
        .first_name("Planted")
        .last_name(plant("last_name"))
        .phone(plant("phone"))
        .dob(plant("dob"))
        .billing_address(address())
        .shipping_address(address());
    let price = || Price::builder().amount_in_cents(4150).currency("USD");
    let item = LineItem::builder().name("Coffee").price(price()).quantity(1).build().unwrap();
    let order = SessionOrder::builder()
        .order_amount(price())
        .items(vec![item])
        .send_checkout_url(Notification::builder().to_sms_phone(plant("sms")).to_email(plant("mail")).language("en"));
    SessionRequest::builder()
        .cancel_url(RedirectUrl::builder().href("https://shop.example/cart"))
        .complete_url(RedirectUrl::builder().href("https://shop.example/thanks"))
        .customer(customer)
        .order(order)
        .build()
        .unwrap()
}

#[test]
fn types_that_hold_credentials() {
    let keys = Credentials::keys("planted-public", "planted-private");
    let token = Credentials::token("planted-token");
    clean(&(debug(&keys) + &debug(&token) + &debug(&Secret::new("planted"))));
    clean(&debug(&Server::Custom("https://planted:planted@gateway.example".to_owned())));
    for credentials in [keys, token] {
        let builder = Client::builder().credentials(credentials);
        clean(&debug(&builder));
        clean(&debug(&builder.build().unwrap()));
    }
    let body = ApiKeys::builder().public_key("planted-public").private_key("planted-private");
    clean(&(debug(&body) + &debug(&body.build().unwrap())));
}

#[tokio::test]
async fn types_that_hold_personal_data() {
    let request = personal_request();
    let text = debug(&request);
    clean(&text);
    // What is not personal is there, and so is the fact that there is something.
    assert!(text.contains("4150") && text.contains("email: Some([redacted])") && text.contains("\"Coffee\""), "{text}");
    clean(&debug(request.customer.as_ref().unwrap()));
    clean(&debug(&sezzle_api::types::builder::SessionRequest::from(request.clone())));
    clean(&debug(&Address::builder().name("planted")));

    let client = Client::builder().credentials(Credentials::token("planted-token")).build().unwrap();
    clean(&debug(&client.create_session().body(request)));
    clean(&debug(&client.get_session().session_uuid("planted")));
}

#[tokio::test]
async fn answers_that_hold_tokens() {
    let body = json!({
        "uuid": "s",
        "tokenize": {"token": "planted", "approval_url": "https://dashboard.example/planted"},
        "order": {"tokenize": {"token": "planted", "approval_url": "https://dashboard.example/planted"}},
    });
    let gateway = Fixed::json(200, &body).await;
    let session = gateway.client().get_session().session_uuid("s").send().await.unwrap();
    clean(&debug(&session));
    assert_eq!(session.tokenization().unwrap().token.as_ref().unwrap().expose(), "planted");

    let gateway = Raw::new("HTTP/1.1 200 OK\r\nset-cookie: planted\r\ncontent-length: 2\r\n\r\n{}").await;
    let session = gateway.client().get_session().session_uuid("s").send().await.unwrap();
    clean(&debug(&session));
    assert_eq!(session.headers()["set-cookie"], "planted");
}

#[tokio::test]
async fn errors_in_which_the_gateway_repeats_what_it_got() {
    // The gateway repeats the whole request in every field of the error.
    let repeated = serde_json::to_string(&personal_request()).unwrap();
    let text = format!("{repeated} planted-token planted@shopper.example Planted");
    for body in [
        json!([{"code": text, "message": text, "location": text, "debug_uuid": text}]).to_string(),
        json!({"code": "invalid", "message": format!("{PLANT} last_name, PLANTED Street!")}).to_string(),
        text.clone(),
        format!("<html>{text}</html>"),
    ] {
        for status in [400, 401, 422, 500, 502] {
            let gateway = Fixed::new(status, "application/json", &body).await;
            let client = Client::builder()
                .server(Server::Custom(gateway.server.base_url()))
                .credentials(Credentials::token("planted-token"))
                .build()
                .unwrap();
            let error = client.create_session().body(personal_request()).send().await.unwrap_err();
            let mut text = format!("{error} {error:#} {error:?} {error:#?}");
            if let Some(source) = error.source() {
                let _ = write!(text, "{source} {source:?}");
            }
            clean(&text);
        }
    }
}

#[tokio::test]
async fn errors_in_which_the_gateway_shows_what_it_knows_by_itself() {
    for (message, printed) in [
        ("taken by planted@shopper.example, sorry", "taken by [redacted] sorry"),
        ("key sz_pr_planted has ended", "key [redacted] has ended"),
        ("call 612-555-0147 now", "call [redacted] now"),
        ("call (612) 555 0147 now", "call ([redacted] now"),
        ("card 4242 4242 4242 4242.", "card [redacted]."),
        ("line\nbreak\u{1b}[31m", "line break [31m"),
        ("at least 100 of 4150 cents in 2026", "at least 100 of 4150 cents in 2026"),
        ("no order 5f7b1c52-0d6e-4a43-9d0a-6f1f2a9f1001", "no order 5f7b1c52-0d6e-4a43-9d0a-6f1f2a9f1001"),
    ] {
        let gateway = Fixed::json(404, &json!([{"code": "record_not_found", "message": message}])).await;
        let error = gateway.client().get_session().session_uuid("s").send().await.unwrap_err();
        let text = error.to_string();
        assert!(text.ends_with(&format!("record_not_found: {printed}")), "{text}");
        assert_eq!(error.errors()[0].message.as_deref(), Some(message));
    }
    let long = Fixed::json(404, &json!([{"message": "é ".repeat(5000)}])).await;
    let error = long.client().get_session().session_uuid("s").send().await.unwrap_err();
    assert!(error.to_string().chars().count() < 400);
}

#[tokio::test]
async fn words_of_the_api_stay_readable() {
    let mut body = personal_request();
    let order = body.order.as_mut().unwrap();
    order.intent = Some("auth".into());
    order.description = Some("order".to_owned());
    let message = "order.order_amount: intent must be AUTH or CAPTURE, not auth, in USD; order refused";
    let gateway = Fixed::json(422, &json!([{"code": "invalid", "message": message, "location": "order.intent"}])).await;
    let text = gateway.client().create_session().body(body).send().await.unwrap_err().to_string();
    let expected = "order.order_amount: intent must be AUTH or CAPTURE, not auth, in USD; [redacted] refused";
    assert!(text.contains(expected) && text.contains("[location: order.intent]"), "{text}");
}

#[tokio::test]
async fn errors_of_an_authentication_that_repeats_the_keys() {
    let message = "no merchant has the keys planted-public and planted-private";
    for (status, body) in [
        (401, json!([{"code": "unauthorized", "message": message}])),
        (401, json!({"code": "unauthed_checkout_url", "message": "https://checkout.example/?key=planted-private"})),
        (201, json!({"token": ["planted-token"], "merchant_uuid": "planted-private"})),
        (201, json!({"token": "planted-token\n", "expiration_date": "2030-01-01T00:00:00Z"})),
        (201, json!({"token": "planted-token", "expiration_date": "planted-date"})),
        (201, json!({"token": null})),
    ] {
        let gateway = Fixed::json(status, &body).await;
        let client = Client::builder()
            .server(Server::Custom(gateway.server.base_url()))
            .credentials(Credentials::keys("planted-public", "planted-private"))
            .build()
            .unwrap();
        let error = client.get_session().session_uuid("s").send().await.unwrap_err();
        clean(&printed(&error));
        assert!(!error.may_have_been_processed(), "{error}");
    }
}

#[tokio::test]
async fn errors_of_answers_that_cannot_be_read() {
    for body in [
        json!({"uuid": {"planted": "planted"}}),
        json!({"uuid": ["planted"]}),
        json!({"links": "planted"}),
        json!({"links": [{"href": "planted", "rel": {"planted": 1}}]}),
        json!({"tokenize": {"expiration": "planted, expected planted at line planted"}}),
        json!({"tokenize": {"token": 1.5, "expiration": "missing field `planted`"}}),
        json!(["planted"]),
        json!("planted"),
    ] {
        let gateway = Fixed::json(200, &body).await;
        let error = gateway.client().get_session().session_uuid("planted").send().await.unwrap_err();
        clean(&printed(&error));
    }
}

#[tokio::test]
async fn errors_of_requests_that_were_not_answered() {
    let gateway = Raw::new("").await;
    let error = gateway.client().get_session().session_uuid("planted").send().await.unwrap_err();
    clean(&printed(&error));
    let url = gateway.url();
    drop(gateway);
    tokio::task::yield_now().await;
    let client = crate::support::client(url);
    let error = client.get_session().session_uuid("planted").send().await.unwrap_err();
    clean(&printed(&error));
    assert!(error.source().is_some());
    let error = client.get_session().session_uuid("planted\n").send().await.unwrap_err();
    clean(&printed(&error));
}
