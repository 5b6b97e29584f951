//! Looks for planted keys, tokens and personal data in everything that can be printed.

use std::error::Error as _;
use std::fmt::{Debug, Write};
use std::time::Duration;

use serde_json::json;
use sezzle_api::types::{
    Address, ApiKeys, LineItem, Notification, Price, RedirectUrl, SessionCustomer, SessionOrder, SessionRequest,
};
use sezzle_api::{Client, Credentials, RetryPolicy, Secret, Server};
use sezzle_tests::fixtures::builder;
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::virtual_time::VirtualTime;

const PLANT: &str = "planted";

/// Returns everything that can be printed of a value.
fn debug(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}")
}

/// Returns everything that can be printed of an error and its causes.
fn printed(error: &sezzle_api::Error) -> String {
    let mut text = format!("{error} {error:#} {} {}", debug(error), debug(&error.details()));
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

/// Returns a request with a planted value in every field with personal data.
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
    let order =
        SessionOrder::builder().intent("AUTH").order_amount(price()).items(vec![item]).send_checkout_url(
            Notification::builder().to_sms_phone(plant("sms")).to_email(plant("mail")).language("en"),
        );
    SessionRequest::builder()
        .cancel_url(RedirectUrl::builder().href("https://shop.example/cart"))
        .complete_url(RedirectUrl::builder().href("https://shop.example/thanks"))
        .customer(customer)
        .order(order)
        .build()
        .unwrap()
}

#[test]
fn credential_types_are_redacted() {
    let keys = Credentials::keys("planted-public", "planted-private");
    let token = Credentials::token("planted-token");
    clean(&(debug(&keys) + &debug(&token) + &debug(&Secret::new("planted"))));
    clean(&debug(&Server::Custom("https://planted:planted@gateway.example".to_owned())));
    let mut headers = reqwest::header::HeaderMap::new();
    headers.insert("authorization", "planted".parse().unwrap());
    let http = reqwest::Client::builder().default_headers(headers);
    clean(&debug(&Client::builder().credentials(keys.clone()).http_client(http)));
    for credentials in [keys, token] {
        let builder = Client::builder().credentials(credentials);
        clean(&debug(&builder));
        clean(&debug(&builder.build().unwrap()));
    }
    let body = ApiKeys::builder().public_key("planted-public").private_key("planted-private");
    clean(&(debug(&body) + &debug(&body.build().unwrap())));
}

#[tokio::test]
async fn personal_data_types_are_redacted() {
    let request = personal_request();
    let text = debug(&request);
    clean(&text);
    // Other values are printed, and that a redacted value is present.
    assert!(text.contains("4150") && text.contains("email: Some([redacted])") && text.contains("\"Coffee\""), "{text}");
    clean(&debug(request.customer.as_ref().unwrap()));
    clean(&debug(
        &sezzle_api::types::SessionRequest::builder().order(request.order.clone()).customer(request.customer.clone()),
    ));
    clean(&debug(&Address::builder().name("planted")));

    let client = Client::builder().credentials(Credentials::token("planted-token")).build().unwrap();
    clean(&debug(&client.create_session().body(request)));
    clean(&debug(&client.get_session().session_uuid("planted")));
}

#[tokio::test]
async fn responses_with_tokens_are_redacted() {
    let body = json!({
        "uuid": "s",
        "tokenize": {
            "token": "planted",
            "approval_url": "https://dashboard.example/planted",
            "links": [{"href": "https://gateway.example/v2/token/planted/session", "rel": "token"}],
        },
        "order": {"checkout_url": "https://checkout.example/?id=planted", "tokenize": {"token": "planted", "approval_url": "https://dashboard.example/planted"}},
    });
    let gateway = ScriptedServer::json(200, &body).await;
    let session = gateway.client().get_session().session_uuid("s").send().await.unwrap();
    clean(&debug(&session));
    assert_eq!(session.tokenization().unwrap().token.as_ref().unwrap().expose(), "planted");
    assert_eq!(session.tokenization().unwrap().links[0].href, "https://gateway.example/v2/token/planted/session");

    let gateway = ScriptedServer::raw("HTTP/1.1 200 OK\r\nset-cookie: planted\r\ncontent-length: 2\r\n\r\n{}").await;
    let session = gateway.client().get_session().session_uuid("s").send().await.unwrap();
    clean(&debug(&session));
    assert_eq!(session.headers()["set-cookie"], "planted");

    let gateway = ScriptedServer::json(201, &json!({"token": "planted", "merchant_uuid": "m-1"})).await;
    let keys = ApiKeys::builder().public_key("a").private_key("b");
    let token = gateway.client().authenticate().body(keys).send().await.unwrap();
    clean(&debug(&token));
    assert!(debug(&token).contains("m-1"), "{token:?}");
}

#[tokio::test]
async fn echoed_requests_and_invalid_responses_are_redacted_in_errors() {
    // The gateway echoes the whole request in every field of the error.
    let repeated = serde_json::to_string(&personal_request()).unwrap();
    let text = format!("{repeated} planted-token planted@shopper.example Planted planted-session");
    let echoes = [
        json!([{"code": text, "message": text, "location": text, "debug_uuid": text}]).to_string(),
        json!({"code": "planted-token", "location": "planted-session", "debug_uuid": "planted", "uuid": "planted"})
            .to_string(),
        json!({"code": {"planted": ["planted"]}, "message": format!("{PLANT} last_name, PLANTED Street!")}).to_string(),
        text.clone(),
        format!("<html>{text}</html>"),
    ];
    let errors = echoes.iter().flat_map(|body| [400, 401, 422, 500, 502].map(|status| Action::text(status, body)));
    let invalid = [
        json!({"uuid": {"planted": "planted"}}),
        json!({"uuid": ["planted"]}),
        json!({"links": "planted"}),
        json!({"links": [{"href": "planted", "rel": {"planted": 1}}]}),
        json!({"tokenize": {"expiration": "planted, expected planted at line planted"}}),
        json!({"tokenize": {"token": 1.5, "expiration": "missing field `planted`"}}),
        json!(["planted"]),
        json!("planted"),
    ];
    for action in errors.chain(invalid.iter().map(|body| Action::json(200, body))).chain([Action::close()]) {
        let gateway = ScriptedServer::new([action]).await;
        let client = builder(&gateway.url).credentials(Credentials::token("planted-token"));
        let client = client.retry_policy(RetryPolicy::never()).build().unwrap();
        let error = client.create_session().body(personal_request()).send().await.unwrap_err();
        clean(&printed(&error));
        // A path contains ids, and may contain a token.
        let error = client.get_session().session_uuid("planted-session").send().await.unwrap_err();
        clean(&printed(&error));
    }
}

/// Only codes, locations and ids are displayed, and only if they echo nothing of the request.
#[tokio::test]
async fn error_display_shows_only_codes_locations_and_ids() {
    let id = "7e0b8a35-9c61-4c55-8f37-52a8a0c94004";
    let printed_of = async |detail: serde_json::Value| {
        let gateway = ScriptedServer::json(422, &json!([detail])).await;
        let mut body = personal_request();
        body.order.as_mut().unwrap().reference_id = Some("planted_reference".to_owned());
        body.order.as_mut().unwrap().description = Some("order".to_owned());
        let error = gateway.client().create_session().body(body).send().await.unwrap_err();
        assert_eq!(error.details().len(), 1);
        error.to_string().split_once("422 Unprocessable Entity").unwrap().1.to_owned()
    };
    for code in ["record_not_found", "order_is_locked"] {
        let good = json!({"code": code, "location": "order.items[0].price", "debug_uuid": id, "message": "m"});
        assert_eq!(printed_of(good).await, format!(", {code} at order.items[0].price [debug_uuid {id}]"));
    }
    for odd in [
        "planted@shopper.example",
        "612-555-0147",
        "6125550147",
        "4242424242424242",
        "Robin Marsh",
        "robin%40shopper.example",
        "sz_pr_1a2b",
        "a\nb",
        "\u{1b}[31m",
        "É",
        "planted_reference",
        "x_planted_reference_x",
        "Invalid",
        "код",
        "..",
        "order.robin",
        "order.items[1234]",
        "order items",
        &"a".repeat(101),
        "",
    ] {
        let printed = printed_of(json!({"code": odd, "location": odd, "debug_uuid": odd, "message": odd})).await;
        assert_eq!(printed, "", "{odd:?}");
    }
    // The name of a field of the API is displayed even if the request has the same text as a value.
    assert!(printed_of(json!({"code": "order", "location": "order"})).await.starts_with(" at order"));
    assert!(
        printed_of(json!({"code": "invalid", "location": "order.intent"}))
            .await
            .starts_with(", invalid at order.intent")
    );
}

/// A code is not displayed if it is a part of the path, or one of the keys behind the token.
#[tokio::test]
async fn echoed_ids_and_keys_are_not_displayed_as_codes() {
    for echo in ["planted_session", "planted_public", "planted_private", "planted_token"] {
        let server = ScriptedServer::with_script(move |_, request| match request.is_authentication() {
            true => Action::json(201, &json!({"token": "planted_token"})),
            false => Action::json(422, &json!([{"code": echo, "location": format!("session.{echo}")}])),
        })
        .await;
        let client = Client::builder().gateway(&server.url, ("planted_public", "planted_private")).build().unwrap();
        let error = client.get_session().session_uuid("planted_session").send().await.unwrap_err();
        assert_eq!(error.status().unwrap(), 422);
        clean(&printed(&error));
    }
}

#[tokio::test]
async fn authentication_errors_are_redacted() {
    let message = "no merchant has the keys planted-public and planted-private";
    for (status, body) in [
        (401, json!([{"code": "unauthorized", "message": message}])),
        (401, json!({"code": "unauthed_checkout_url", "message": "https://checkout.example/?key=planted-private"})),
        (201, json!({"token": ["planted-token"], "merchant_uuid": "planted-private"})),
        (201, json!({"token": "planted-token\n", "expiration_date": "2030-01-01T00:00:00Z"})),
        (201, json!({"token": "planted-token", "expiration_date": "planted-date"})),
        (201, json!({"token": null})),
    ] {
        let gateway = ScriptedServer::json(status, &body).await;
        let client = Client::builder().gateway(&gateway.url, ("planted-public", "planted-private")).build().unwrap();
        let error = client.get_session().session_uuid("s").send().await.unwrap_err();
        clean(&printed(&error));
        assert!(!error.may_have_been_processed(), "{error}");
    }
}

#[tokio::test]
async fn unsent_request_errors_are_redacted() {
    let client = sezzle_tests::fixtures::client("http://127.0.0.1:1");
    for id in ["planted", "planted\n"] {
        clean(&printed(&client.get_session().session_uuid(id).send().await.unwrap_err()));
    }
}

/// Errors of calls with several attempts, and of those that a deadline ended, are redacted like those of one attempt.
#[tokio::test]
async fn multi_attempt_errors_are_redacted() {
    let time = VirtualTime::start();
    let echo = json!([{"code": "planted", "message": "planted", "location": "planted", "debug_uuid": "planted"}]);
    let busy = Action::response(503, "retry-after: 2\r\nx-planted: planted\r\n", echo.to_string());
    for action in [busy, Action::close(), Action::stall(), Action::raw("planted"), Action::response(200, "", "planted")]
    {
        let gateway = ScriptedServer::new([action]).await;
        let client = builder(&gateway.url).credentials(Credentials::token("planted-token")).build().unwrap();
        for deadline in [90, 1] {
            let body = Price::builder().amount_in_cents(100).currency("USD");
            let call =
                client.refund_order().order_uuid("planted").sezzle_request_id("planted@shopper.example").body(body);
            let call = call.timeout(Duration::from_millis(800)).deadline(Duration::from_secs(deadline));
            clean(&debug(&call));
            let error = time.run(call.send()).await.unwrap_err();
            clean(&printed(&error));
            assert_eq!(error.request_id(), Some("planted@shopper.example"));
            assert!(deadline == 1 || error.attempts() == 3, "{error}");
            let error = time.run(client.create_session().body(personal_request()).send()).await.unwrap_err();
            clean(&printed(&error));
        }
    }
}
