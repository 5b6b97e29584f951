//! Requests with a `Sezzle-Request-Id`, and the ledger.

use serde_json::{Value, json};
use sezzle_simulator::LedgerKind;

use crate::support::client::{Response, send};
use crate::support::shop::Shop;
use crate::support::{assert_rejected, text, usd};

async fn post(shop: &Shop, path: &str, id: &str, body: &Value) -> Response {
    shop.call_with("POST", path, &[&format!("sezzle-request-id: {id}")], body).await
}

/// Returns the numbers of ledger entries and of repeats with this kind and id.
fn applied(shop: &Shop, kind: LedgerKind, id: &str) -> (usize, u32) {
    let entries: Vec<_> =
        shop.ledger().into_iter().filter(|e| e.kind == kind && e.request_id.as_deref() == Some(id)).collect();
    (entries.len(), entries.iter().map(|entry| entry.repeats).sum())
}

#[tokio::test]
async fn request_with_an_id_takes_effect_once() {
    let shop = Shop::at_noon().await;
    let (_, customer) = shop.tokenized_customer().await;
    let (auth, parent) = (shop.approved_order("AUTH").await, shop.approved_order("CAPTURE").await);
    let over = shop.approved_order("AUTH").await;
    shop.expire_authorization(&over).expect("can expire");
    let charge = json!({"intent": "AUTH", "reference_id": "box-1", "order_amount": usd(100)});
    let upcharge = json!({"intent": "AUTH", "upcharge_amount": usd(100)});
    let cases = [
        (format!("/v2/order/{auth}/capture"), json!({"capture_amount": usd(100)}), LedgerKind::Capture),
        (format!("/v2/order/{auth}/refund"), usd(10), LedgerKind::Refund),
        (format!("/v2/order/{auth}/release"), usd(100), LedgerKind::Release),
        (format!("/v2/order/{over}/reauthorize"), usd(100), LedgerKind::Order),
        (format!("/v2/order/{parent}/upcharge"), upcharge, LedgerKind::Order),
        (format!("/v2/customer/{customer}/order"), charge, LedgerKind::Order),
    ];
    for (index, (path, body, kind)) in cases.iter().enumerate() {
        let id = format!("request {index}");
        let first = post(&shop, path, &id, body).await;
        assert_eq!(first.status, 200, "{path}: {}", first.body);
        for _ in 0..2 {
            let again = post(&shop, path, &id, body).await;
            assert_eq!((again.status, &again.body), (200, &first.body), "{path}");
        }
        assert_eq!(applied(&shop, *kind, &id), (1, 2), "{path}");
    }
}

#[tokio::test]
async fn request_id_belongs_to_one_request() {
    let shop = Shop::at_noon().await;
    let (order, other) = (shop.approved_order("AUTH").await, shop.approved_order("AUTH").await);
    let capture = json!({"capture_amount": usd(100)});
    let path = format!("/v2/order/{order}/capture");
    assert_eq!(post(&shop, &path, "id", &capture).await.status, 200);
    let rejected = post(&shop, &format!("/v2/order/{other}/capture"), "id", &capture).await;
    assert_rejected(&rejected, "duplicate", "Sezzle-Request-Id");
    // The same content, written differently.
    let spaced = r#"{ "capture_amount": {"currency": "USD", "amount_in_cents": 100} }"#;
    let again = send("POST", &shop.at(&path), &[&shop.bearer(), "Sezzle-Request-Id: id"], spaced).await;
    assert_eq!(again.status, 200);
    assert_eq!(applied(&shop, LedgerKind::Capture, "id"), (1, 1));
}

#[tokio::test]
async fn ids_are_1_to_255_printable_characters() {
    let shop = Shop::at_noon().await;
    let uuid = shop.approved_order("AUTH").await;
    let path = format!("/v2/order/{uuid}/capture");
    let body = json!({"capture_amount": usd(1)});
    for id in ["", &"a".repeat(256), "caf\u{e9}"] {
        assert_rejected(&post(&shop, &path, id, &body).await, "invalid", "Sezzle-Request-Id");
    }
    assert_eq!(post(&shop, &path, &"a".repeat(255), &body).await.status, 200);
}

#[tokio::test]
async fn operations_that_take_no_id_ignore_it() {
    let shop = Shop::at_noon().await;
    let (_, customer) = shop.tokenized_customer().await;
    let path = format!("/v2/customer/{customer}/preapprove");
    let first = post(&shop, &path, "id", &usd(100)).await.json();
    let second = post(&shop, &path, "id", &usd(200)).await.json();
    assert_ne!(first["uuid"], second["uuid"]);
}

#[tokio::test]
async fn ledger_lists_operations_in_order() {
    let shop = Shop::at_noon().await;
    let uuid = shop.approved_order("AUTH").await;
    let capture = shop.act_granted("capture", &uuid, 1000).await;
    assert_eq!(post(&shop, &format!("/v2/order/{uuid}/refund"), "r", &usd(1)).await.status, 200);
    shop.act("capture", &uuid, usd(9999)).await;
    shop.expire_authorization(&uuid).expect("can expire");

    let ledger = shop.ledger();
    let recorded: Vec<_> =
        ledger.iter().map(|entry| (entry.kind, entry.amount_in_cents, entry.request_id.as_deref())).collect();
    let expected = [
        (LedgerKind::Order, 4150, None),
        (LedgerKind::Capture, 1000, None),
        (LedgerKind::Refund, 1, Some("r")),
        (LedgerKind::Release, 3150, None),
    ];
    assert_eq!(recorded, expected);
    assert!(ledger.iter().all(|entry| entry.order_uuid == uuid && entry.currency == "USD" && entry.at == shop.now()));
    assert_eq!((ledger[0].uuid.as_str(), ledger[1].uuid.as_str()), (uuid.as_str(), capture.as_str()));
    assert_eq!(text(&shop.state(), "/orders/0/uuid"), uuid);
}
