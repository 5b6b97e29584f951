//! Executes the examples of the README and the guide that decide about money. `build.rs` makes modules of them.

use std::collections::BTreeMap;
use std::time::Duration;

use sezzle_api::http::HeaderMap;
use sezzle_api::mock::sign_webhook;
use sezzle_api::types::Intent;
use sezzle_api::webhook::{SIGNATURE_HEADER, Verifier};
use sezzle_api::{Decimal, Event};
use sezzle_simulator::LedgerKind;
use sezzle_tests::fixtures::strict;
use sezzle_tests::shop::Shop;

#[allow(
    clippy::all,
    clippy::str_to_string,
    missing_docs,
    unexpected_cfgs,
    unreachable_pub,
    unused,
    reason = "examples show one thing each"
)]
mod markdown {
    include!(concat!(env!("OUT_DIR"), "/examples.rs"));
}

/// The examples that the tests below execute.
const EXECUTED: &[&str] = &[
    "readme::first_program",
    "readme::errors",
    "readme::webhooks",
    "readme::reports",
    "orders::check_an_order_before_shipping",
    "orders::charge_returning_shoppers",
    "errors_and_retries::one_error_type",
    "reports::book_each_payout_once",
    "webhooks::receive_events",
    "webhooks::receive_events_2",
];

#[test]
fn every_example_that_decides_about_money_is_executed() {
    let decides = |code: &str| {
        let words =
            ["capture_order", "refund_order", "release_order", "customer_order", "authorization", "is_approved"];
        words.iter().chain(&["is_capturable", "captured()", ".sums()", "verify"]).any(|word| code.contains(word))
    };
    let found = markdown::ALL.iter().filter(|(_, code)| decides(code)).map(|(name, _)| *name);
    let found: Vec<_> = found.filter(|name| !EXECUTED.contains(name)).collect();
    assert_eq!(found, Vec::<&str>::new(), "execute these examples");
    for name in EXECUTED {
        assert!(markdown::ALL.iter().any(|(known, _)| known == name), "{name} is gone");
    }
}

#[test]
fn no_example_decides_by_the_raw_field() {
    for (name, code) in markdown::ALL {
        assert!(!code.contains(".approved"), "{name}");
    }
}

fn captured(shop: &Shop) -> i64 {
    let ledger = shop.simulator.ledger();
    ledger.iter().filter(|entry| entry.kind == LedgerKind::Capture).map(|entry| entry.amount_in_cents).sum()
}

#[tokio::test]
async fn check_before_shipping_is_true_only_for_the_payment_of_this_order() {
    let shop = Shop::open_at(strict()).await;
    let (client, simulator) = (&shop.client, &shop.simulator);
    let is_paid = async |order: &str| {
        let readme = markdown::readme::first_program::capture(client, order).await.unwrap();
        let guide = markdown::orders::check_an_order_before_shipping::example(client.clone(), order.to_owned());
        assert_eq!(guide.await.unwrap(), readme);
        readme
    };
    // Called again, as after a crash, it captures once.
    let order = shop.approved(Intent::Auth).await;
    assert!(is_paid(&order).await && is_paid(&order).await);
    assert_eq!(captured(&shop), 4150);
    let at_once = shop.approved(Intent::Capture).await;
    assert!(is_paid(&at_once).await);
    assert_eq!(captured(&shop), 2 * 4150);

    let expired = shop.approved(Intent::Auth).await;
    simulator.expire_authorization(&expired).unwrap();
    let in_part = shop.approved(Intent::Auth).await;
    shop.capture(&in_part, 100).await;
    simulator.expire_authorization(&in_part).unwrap();
    let released = shop.approved(Intent::Auth).await;
    shop.release(&released, 4150).await;
    let refunded = shop.approved(Intent::Capture).await;
    shop.refund(&refunded, 4150).await;
    let other = shop.approved_order(Intent::Auth, "order-1002", 4150).await;
    let cheaper = shop.approved_order(Intent::Auth, "order-1001", 150).await;
    for order in [expired, in_part, released, refunded, other, cheaper] {
        assert!(!is_paid(&order).await);
    }
    assert_eq!(captured(&shop), 3 * 4150 + 100);
}

#[tokio::test]
async fn returning_shopper_is_charged_once() {
    let shop = Shop::open_at(strict()).await;
    let session = shop.tokenized().await;
    for _ in 0..2 {
        markdown::orders::charge_returning_shoppers::example(&shop.client, &session).await.unwrap();
    }
    assert_eq!(captured(&shop), 1500);
}

#[tokio::test]
async fn error_handling_captures_once() {
    let shop = Shop::open_at(strict()).await;
    let (client, simulator) = (|| shop.client.clone(), &shop.simulator);
    let order = shop.approved(Intent::Auth).await;
    for fault in ["capture_order=504:processedx3", "capture_order=400x1"] {
        simulator.add_fault(fault.parse().unwrap()).unwrap();
        markdown::errors_and_retries::one_error_type::example(client(), order.clone()).await.unwrap();
        simulator.clear_faults();
        markdown::errors_and_retries::one_error_type::example(client(), order.clone()).await.unwrap();
    }
    assert_eq!(captured(&shop), 4150);

    let order = shop.approved(Intent::Auth).await;
    markdown::readme::errors::example(client(), order).await.unwrap();
    assert_eq!(captured(&shop), 2 * 4150);
}

#[tokio::test]
async fn each_payout_is_booked_once() {
    let shop = Shop::open().await;
    let (mut booked, mut total) = (BTreeMap::new(), Decimal::ZERO);
    for night in 0..8 {
        shop.approved_order(Intent::Capture, "order-1001", 1000 + night).await;
        shop.simulator.advance(Duration::from_secs(24 * 60 * 60));
        // On two nights, the job does not run.
        if !(3..=4).contains(&night) {
            let today = shop.simulator.now().date_naive();
            markdown::reports::book_each_payout_once::example(shop.client.clone(), today, &mut booked).await.unwrap();
        }
    }
    assert_eq!(booked.len(), 8);
    for net in booked.values() {
        total += net;
    }
    let ledger = shop.simulator.ledger();
    assert_eq!(total, Decimal::new(ledger.iter().map(sezzle_simulator::LedgerEntry::payout_in_cents).sum(), 2));

    for payout_uuid in booked.into_keys() {
        markdown::readme::reports::example(shop.client.clone(), payout_uuid).await.unwrap();
    }
}

#[test]
fn only_forged_webhooks_are_rejected() {
    type Receive = fn(&Verifier, &HeaderMap, &[u8], &mut dyn FnMut(Option<&str>, &[u8])) -> u16;
    let receivers: [Receive; 2] = [
        |verifier, headers, body, store| markdown::readme::webhooks::receive(verifier, headers, body, store),
        |verifier, headers, body, store| markdown::webhooks::receive_events::receive(verifier, headers, body, store),
    ];
    let verifier = Verifier::new("sz_pr_1").unwrap();
    for receive in receivers {
        let outcome = |key: &str, body: &[u8]| {
            let signature = sign_webhook(key, body).parse().unwrap();
            let mut stored = Vec::new();
            let headers = HeaderMap::from_iter([(SIGNATURE_HEADER.parse().unwrap(), signature)]);
            let mut store = |id: Option<&str>, body: &[u8]| stored.push((id.map(str::to_owned), body.to_vec()));
            (receive(&verifier, &headers, body, &mut store), stored)
        };
        let (event, unreadable) = (br#"{"uuid": "event-1", "event": "order.captured"}"#, b"<html>");
        assert_eq!(outcome("sz_pr_1", event), (200, vec![(Some("event-1".to_owned()), event.to_vec())]));
        assert_eq!(outcome("sz_pr_1", unreadable), (200, vec![(None, unreadable.to_vec())]));
        assert_eq!(outcome("sz_pr_2", event), (401, Vec::new()));
        assert_eq!(receive(&verifier, &HeaderMap::new(), event, &mut |_, _| unreachable!()), 401);
    }
}

#[tokio::test]
async fn stored_event_is_processed_by_reading_the_order() {
    let shop = Shop::open_at(strict()).await;
    let order_uuid = shop.approved(Intent::Auth).await;
    let body = serde_json::json!({"uuid": "event-1", "event": "order.authorized", "data": {"uuid": order_uuid}});
    let body = body.to_string();
    markdown::webhooks::receive_events_2::example(shop.client.clone(), body.as_bytes()).await.unwrap();
    let requests = shop.simulator.requests();
    assert!(requests.iter().any(|request| format!("{request:?}").contains("get_order")), "{requests:?}");
    assert_eq!(Event::from_json(body.as_bytes()).unwrap().order_uuid(), Some(&*order_uuid));
}
