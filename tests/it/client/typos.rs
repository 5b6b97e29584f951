//! Typos in requests are rejected before anything is sent, and setters take values in every usual form.

use proptest::prelude::*;
use sezzle_api::types::{
    CheckoutMode, Intent, LineItem, Price, RedirectUrl, SessionOrder, SessionRequest, WebhookEvent, WebhookRequest,
};
use sezzle_api::{Error, ErrorKind, UnknownValue};
use sezzle_tests::fixtures::{day, session_request};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};

fn order() -> sezzle_api::type_builders::SessionOrder {
    SessionOrder::builder().intent("AUTH").order_amount(Price::usd(4150))
}

#[test]
fn unknown_values_of_enums_are_rejected() {
    for typo in ["AUHT", "auth", "", "AUTH "] {
        let error = order().intent(typo).build().unwrap_err();
        assert_eq!(error.to_string(), "`intent`: not a known value: use `AUTH` or `CAPTURE`", "{typo}");
        assert!(typo.parse::<Intent>().is_err());
    }
    let error = WebhookRequest::builder().url("https://shop.example").events(["order.captured", "order.refund"]);
    let error = error.build().unwrap_err().to_string();
    assert!(error.starts_with("`events`: element 1: not a known value: use "), "{error}");
    // On purpose, any value can be sent.
    let newer = order().intent(Intent::Unknown(UnknownValue::new("DEFER"))).build().unwrap();
    assert_eq!(serde_json::to_value(&newer).unwrap()["intent"], "DEFER");
    // Responses are read with any value.
    assert!(matches!(serde_json::from_str("\"popup\"").unwrap(), CheckoutMode::Popup));
    assert!(matches!(serde_json::from_str("\"hologram\"").unwrap(), CheckoutMode::Unknown(_)));
}

#[test]
fn order_without_intent_is_rejected() {
    let missing = SessionOrder::builder().order_amount(Price::usd(4150));
    let expected =
        "`intent`: missing: Sezzle would capture the order at once; choose `AUTH` to capture later, or `CAPTURE`";
    assert_eq!(missing.clone().build().unwrap_err().to_string(), expected);
    let url = || RedirectUrl::builder().href("https://shop.example");
    let session = SessionRequest::builder().cancel_url(url()).complete_url(url()).order(missing);
    assert_eq!(session.build().unwrap_err().to_string(), format!("`order`: {expected}"));
    assert!(order().intent(None::<Intent>).build().is_err());
}

#[tokio::test]
async fn relative_urls_are_rejected() {
    for url in ["/thanks", "localhost:8080/thanks"] {
        let error = RedirectUrl::builder().href(url).build().unwrap_err();
        assert!(
            error.to_string().starts_with("`href`: not an absolute URL: start it with `https://`"),
            "{url}: {error}"
        );
        let error = SessionRequest::builder().cancel_url(url).build().unwrap_err();
        assert!(error.to_string().starts_with("`cancel_url`: `href`: not an absolute URL"), "{url}: {error}");
        let webhook = WebhookRequest::builder().url(url).events(WebhookEvent::VALUES).build();
        assert!(webhook.unwrap_err().to_string().starts_with("`url`: not an absolute URL"), "{url}");
        assert!(LineItem::builder().image_url(url).build().is_err(), "{url}");
    }
    for url in
        "  // //shop.example/cart shop.example/cart https:shop.example https:// https:///thanks javascript:alert(1) \
                data:text/html,hi mailto:shop@shop.example file:///etc/passwd"
            .split(' ')
            .chain([" https://shop.example", "https://shop.example/\ncart"])
    {
        assert!(RedirectUrl::builder().href(url).build().is_err(), "{url}");
    }
    for url in "http://127.0.0.1:8080/cart?id=1#top https://shop.example?order=1 HTTPS://shop.example/thanks \
                sezzle-sdk://checkout/confirmed com.example.shop:///done"
        .split(' ')
    {
        assert_eq!(RedirectUrl::builder().href(url).build().unwrap().href, url);
    }
    let gateway = ScriptedServer::new([Action::success()]).await;
    let body = SessionRequest::builder().cancel_url("/cart").complete_url("/thanks").order(order());
    let error = gateway.client().create_session().body(body).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotSent);
    assert!(gateway.requests().is_empty());
}

proptest! {
    /// Nothing is accepted that a browser would resolve against the page it is on.
    #[test]
    fn accepted_urls_have_a_scheme(url in "(https?|app|localhost|javascript)?:?/{0,3}[a-z.:?# ]{0,12}") {
        if RedirectUrl::builder().href(&url).build().is_ok() {
            let (scheme, rest) = url.split_once("://").unwrap();
            prop_assert!(scheme.chars().all(char::is_alphabetic) && !rest.contains(' '));
            let page = reqwest::Url::parse("https://other.example/page").unwrap();
            prop_assert_eq!(page.join(&url).unwrap(), reqwest::Url::parse(&url).unwrap());
        }
    }
}

#[allow(clippy::needless_borrows_for_generic_args, reason = "borrowed arguments are what is tested")]
#[tokio::test]
async fn setters_take_references_slices_urls_and_dates_as_strings() -> Result<(), Error> {
    let (name, total) = ("Tea".to_owned(), Price::usd(4150));
    let items = [LineItem::builder().name(&name).price(&total).quantity(1_usize).build()?];
    let url = reqwest::Url::parse("https://shop.example/thanks").unwrap();
    let order = SessionOrder::builder()
        .intent(&Intent::Auth)
        .description(&name)
        .reference_id(Some(&name))
        .order_amount(&total)
        .items(&items)
        .metadata([("channel", "web")])
        .checkout_expiration("2026-03-01T12:00:00Z")
        .build()?;
    let session = SessionRequest::builder().order(&order).complete_url(url.clone());
    let session = session.cancel_url(RedirectUrl::builder().href(url)).build()?;
    assert_eq!(session.order.as_ref().unwrap().items, items);
    assert_eq!(session.complete_url.href, "https://shop.example/thanks");
    let webhook = WebhookRequest::builder().url(&name.replace("Tea", "https://shop.example"));
    assert_eq!(webhook.events(&["order.captured", "order.refunded"]).build()?.events.len(), 2);

    let gateway = ScriptedServer::new([Action::response(200, "", "[]")]).await;
    let client = gateway.client();
    let (start, end) = ("2026-03-01", String::from("2026-03-31"));
    client.list_settlements().start_date(start).end_date(&end).await?;
    client.list_settlements().start_date(day(start)).end_date(end).await?;
    assert_eq!(gateway.requests()[0].target(), gateway.requests()[1].target());
    let error = client.list_settlements().start_date("March 1").await.unwrap_err();
    assert!(error.to_string().ends_with("start_date: not a date such as 2026-03-01"), "{error}");
    client.create_session().body(&session_request()).await.map(drop).or_else(|error| match error.kind() {
        ErrorKind::InvalidResponse => Ok(()),
        _ => Err(error),
    })
}
