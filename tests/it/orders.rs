//! What a shop asks about an order, in each state that an order can reach.

use std::time::Duration;

use proptest::prelude::*;
use serde_json::json;
use sezzle_api::money::MoneyError;
use sezzle_api::types::{CaptureRequest, CustomerOrderRequest, Intent, Order, Price};
use sezzle_api::{Error, ErrorKind};
use sezzle_tests::shop::Shop;

/// Returns whether the order is approved and capturable, and its captured, released, refunded and remaining cents.
async fn state(shop: &Shop, order_uuid: &str) -> (bool, bool, [i64; 4]) {
    let order = shop.client.get_order().order_uuid(order_uuid).send().await.unwrap();
    let amounts = [order.captured(), order.released(), order.refunded(), order.remaining()];
    let is_capturable = order.is_capturable(shop.simulator.now());
    if !is_capturable {
        let body = CaptureRequest::builder().capture_amount(Price::usd(100));
        let attempt = shop.client.capture_order().order_uuid(order_uuid).body(body).send().await;
        assert!(attempt.is_err(), "{order:?}");
    }
    (order.is_approved(), is_capturable, amounts.map(|amount| amount.unwrap().amount_in_cents))
}

#[tokio::test]
async fn order_is_capturable_from_approval_to_expiration() {
    let shop = Shop::open().await;
    let order = shop.create(Intent::Auth).await;
    assert_eq!(state(&shop, &order).await, (false, false, [0, 0, 0, 0]));
    shop.simulator.approve(&order).unwrap();
    assert_eq!(state(&shop, &order).await, (true, true, [0, 0, 0, 4150]));

    // The client's clock alone decides, even if Sezzle has not noticed yet.
    let read = shop.client.get_order().order_uuid(&*order).send().await.unwrap();
    let expiration = read.authorization.as_ref().unwrap().expiration.unwrap();
    assert!(read.is_capturable(expiration - Duration::from_secs(1)));
    assert!(!read.is_capturable(expiration));

    shop.simulator.advance(Duration::from_secs(29 * 60));
    assert_eq!(state(&shop, &order).await, (true, true, [0, 0, 0, 4150]));
    shop.simulator.advance(Duration::from_secs(60));
    assert_eq!(state(&shop, &order).await, (false, false, [0, 4150, 0, 0]));
    // The trap: the raw field does not change.
    let read = shop.client.get_order().order_uuid(&*order).send().await.unwrap();
    assert_eq!(read.authorization.as_ref().unwrap().approved, Some(true));
}

/// The guide has a table of what each check returns in some of these states.
#[tokio::test]
async fn checks_and_amounts_follow_the_state_and_match_the_guide() {
    let guide = include_str!("../../sezzle-api/src/guide/orders.md");
    let shop = Shop::open().await;
    let approved = async || shop.approved(Intent::Auth).await;
    let (expired, expired_in_part) = (approved().await, approved().await);
    shop.capture(&expired_in_part, 1000).await;
    shop.simulator.advance(Duration::from_secs(30 * 60));
    let (untouched, in_part, captured) = (approved().await, approved().await, approved().await);
    let (released, released_in_part) = (approved().await, approved().await);
    let (declined, deleted) = (shop.create(Intent::Auth).await, shop.create(Intent::Auth).await);
    let at_once = shop.approved(Intent::Capture).await;
    shop.capture(&in_part, 1000).await;
    shop.release(&released, 4150).await;
    shop.release(&released_in_part, 1150).await;
    shop.capture(&captured, 4000).await;
    shop.capture(&captured, 150).await;
    shop.refund(&captured, 500).await;
    shop.simulator.decline(&declined).unwrap();
    shop.client.delete_checkout().order_uuid(&*deleted).send().await.unwrap();
    for (row, order, expected) in [
        ("the shopper has approved", untouched, (true, true, [0, 0, 0, 4150])),
        ("a partial capture", in_part, (true, true, [1000, 0, 0, 3150])),
        ("the authorization has expired, nothing was captured", expired, (false, false, [0, 4150, 0, 0])),
        ("the authorization has expired after a partial capture", expired_in_part, (true, false, [1000, 3150, 0, 0])),
        ("a release in full", released, (false, false, [0, 4150, 0, 0])),
        ("the shopper was declined", declined, (false, false, [0; 4])),
        ("the checkout was deleted", deleted, (false, false, [0; 4])),
        ("", released_in_part, (true, true, [0, 1150, 0, 3000])),
        ("", captured, (true, false, [4150, 0, 500, 0])),
        ("", at_once, (true, false, [4150, 0, 0, 0])),
    ] {
        assert_eq!(state(&shop, &order).await, expected, "{row}");
        let read = shop.client.get_order().order_uuid(order).send().await.unwrap();
        let field = read.authorization.as_ref().and_then(|authorization| authorization.approved);
        let field = field.map_or_else(|| "absent".to_owned(), |approved| format!("`{approved}`"));
        let line = format!("| {row} | {field} | `{}` | `{}` |\n", expected.0, expected.1);
        assert!(row.is_empty() || guide.contains(&line), "the guide should have this row: {line}");
    }
}

#[tokio::test]
async fn declined_charge_is_not_approved() {
    let shop = Shop::open().await;
    let session = shop.tokenized().await;
    assert!(session.checkout_url().unwrap_err().to_string().contains("`order.checkout_url` is missing"));
    let customer = &*shop.customer(&session).await;
    let mut charged = Vec::new();
    for cents in [1500, 100_000_000] {
        let body = CustomerOrderRequest::builder()
            .intent(Intent::Capture)
            .reference_id("subscription-7")
            .order_amount(Price::usd(cents));
        charged.push(
            shop.client.create_customer_order().customer_uuid(customer).body(body).send().await.unwrap().is_approved(),
        );
    }
    assert_eq!(charged, [true, false]);
}

fn order(value: serde_json::Value) -> Order {
    serde_json::from_value(value).unwrap()
}

#[test]
fn order_matches_reference_amount_and_currency() {
    let order = order(json!({"reference_id": "order-1", "order_amount": {"amount_in_cents": 4150, "currency": "USD"}}));
    assert!(order.matches("order-1", &Price::usd(4150)));
    for (reference_id, amount) in
        [("order-2", Price::usd(4150)), ("order-1", Price::usd(4151)), ("order-1", Price::cad(4150))]
    {
        assert!(!order.matches(reference_id, &amount), "{reference_id} {amount}");
    }
    assert!(!Order::default().matches("", &Price::usd(0)));
}

#[test]
fn order_without_what_decides_is_not_capturable() {
    let complete = json!({
        "checkout_status": "completed",
        "order_amount": {"amount_in_cents": 4150, "currency": "USD"},
        "authorization": {
            "approved": true,
            "authorization_amount": {"amount_in_cents": 4150, "currency": "USD"},
            "expiration": "2026-03-01T12:30:00Z",
        },
    });
    let noon = "2026-03-01T12:00:00Z".parse().unwrap();
    assert!(order(complete.clone()).is_capturable(noon));
    for (pointer, member) in [
        ("", "checkout_status"),
        ("", "authorization"),
        ("/authorization", "approved"),
        ("/authorization", "authorization_amount"),
        ("/authorization", "expiration"),
    ] {
        let mut value = complete.clone();
        value.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(member).unwrap();
        assert!(!order(value).is_capturable(noon), "{member}");
    }
    // The amount of the order is not needed: the authorization has one.
    let mut value = complete.clone();
    value.as_object_mut().unwrap().remove("order_amount");
    assert!(order(value).is_capturable(noon));

    for (captures, problem) in [
        (json!([{"uuid": "c"}]), "`authorization.captures[].amount` is missing: look it up"),
        (json!([{"amount": {"amount_in_cents": 1, "currency": "CAD"}}]), "currency mismatch: CAD with USD"),
        (
            json!([{"amount_in_cents": i64::MAX, "currency_code": "USD"}, {"amount_in_cents": 1, "currency_code": "USD"}]),
            "the amount does not fit",
        ),
    ] {
        let mut value = complete.clone();
        value["authorization"]["captures"] = captures;
        let order = order(value);
        assert!(!order.is_capturable(noon), "{order:?}");
        let error = order.captured().unwrap_err();
        assert!(error.to_string().starts_with(problem), "{error}");
        assert_eq!(order.remaining().unwrap_err(), error);
    }
}

#[test]
fn missing_field_becomes_an_error_of_the_response() {
    let session = sezzle_api::types::Session::default();
    let error = session.order_uuid().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidResponse);
    assert!(error.may_have_been_processed() && !error.is_retryable());
    let text =
        "the response is incomplete: `order.uuid` is missing: only a session that was created with an `order` has it";
    assert_eq!(error.to_string(), text);
    let error = Error::from(Order::default().captured().unwrap_err());
    assert_eq!(error.kind(), ErrorKind::InvalidResponse);
    assert_eq!(Error::from(MoneyError::Overflow).kind(), ErrorKind::NotSent);
}

proptest! {
    /// Captured, released and remaining add up to what was authorized, in either form of an amount.
    #[test]
    fn amounts_of_an_order_add_up(
        captures in prop::collection::vec((1..100_000_i64, any::<bool>()), 0..5),
        releases in prop::collection::vec((1..100_000_i64, any::<bool>()), 0..5),
        refunds in prop::collection::vec((1..100_000_i64, any::<bool>()), 0..5),
        rest in 0..100_000_i64,
    ) {
        let total = |events: &[(i64, bool)]| events.iter().map(|(cents, _)| cents).sum::<i64>();
        let write = |events: &[(i64, bool)]| -> serde_json::Value {
            events.iter().map(|(cents, is_nested)| match is_nested {
                true => json!({"uuid": "e", "amount": {"amount_in_cents": cents, "currency": "CAD"}}),
                false => json!({"uuid": "e", "amount_in_cents": cents, "currency_code": "CAD"}),
            }).collect()
        };
        let authorized = total(&captures) + total(&releases) + rest;
        let order = order(json!({
            "checkout_status": "complete",
            "order_amount": {"amount_in_cents": authorized, "currency": "CAD"},
            "authorization": {
                "approved": true,
                "authorization_amount": {"amount_in_cents": authorized, "currency": "CAD"},
                "expiration": "2026-03-01T12:30:00Z",
                "captures": write(&captures), "releases": write(&releases), "refunds": write(&refunds),
            },
        }));
        prop_assert_eq!(order.captured(), Ok(Price::cad(total(&captures))));
        prop_assert_eq!(order.released(), Ok(Price::cad(total(&releases))));
        prop_assert_eq!(order.refunded(), Ok(Price::cad(total(&refunds))));
        prop_assert_eq!(order.remaining(), Ok(Price::cad(rest)));
        prop_assert_eq!(order.is_capturable("2026-03-01T12:00:00Z".parse().unwrap()), rest > 0);
    }
}
