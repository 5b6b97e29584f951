//! Payouts and order reports of the simulator against its ledger.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use sezzle_api::Decimal;
use sezzle_api::reports::SettlementType;
use sezzle_api::types::Intent;
use sezzle_simulator::{DisputeOutcome, LedgerEntry, LedgerKind};
use sezzle_tests::fixtures::{day, strict};
use sezzle_tests::shop::Shop;

const DAY: Duration = Duration::from_secs(60 * 60 * 24);

/// Three days of sales, refunds, a lost dispute and a day on which more goes back than comes in.
async fn sell(shop: &Shop) -> Vec<String> {
    let simulator = &shop.simulator;
    let in_parts = shop.approved_order(Intent::Auth, "order-4150", 4150).await;
    let at_once = shop.approved_order(Intent::Capture, "order-12345", 12_345).await;
    let disputed = shop.approved_order(Intent::Capture, "order-7701", 7701).await;
    shop.capture(&in_parts, 1033).await;
    shop.refund(&at_once, 2345).await;
    simulator.advance(DAY);
    // The second capture and a refund of an order that an earlier payout stated.
    shop.capture(&in_parts, 2017).await;
    shop.refund(&in_parts, 555).await;
    shop.refund(&disputed, 111).await;
    simulator.open_dispute(&disputed).unwrap();
    simulator.advance(DAY);
    simulator.close_dispute(&disputed, DisputeOutcome::CustomerWin).unwrap();
    simulator.advance(DAY);
    let released = shop.approved_order(Intent::Auth, "order-5000", 5000).await;
    shop.release(&released, 2000).await;
    shop.capture(&released, 3000).await;
    simulator.advance(DAY);
    vec![in_parts, at_once, disputed, released]
}

async fn reconcile(interest_share: Option<u8>) {
    let noon = "2026-03-01T12:00:00Z".parse().unwrap();
    let mut builder = strict().seed(1).frozen_clock(noon).authorization_ttl(30 * DAY);
    if let Some(percent) = interest_share {
        builder = builder.interest_share(percent);
    }
    let shop = Shop::open_at(builder).await;
    let orders = sell(&shop).await;
    let Shop { simulator, client } = shop;

    let payouts = client.list_settlements().start_date(day("2026-03-01")).pager().unwrap().collect().await.unwrap();
    assert_eq!(payouts.len(), 4);
    let mut net = Decimal::ZERO;
    let mut joined = BTreeMap::<String, Decimal>::new();
    let mut transfers = 0;
    for payout in payouts {
        let details = || client.get_settlement_details().payout_uuid(payout.uuid.as_deref().unwrap());
        let sums = details().rows().await.unwrap().sums().await.unwrap();
        assert_eq!(Some(sums.net("USD")), payout.net_settlement_amount, "{sums:?}");
        net += sums.net("USD");

        let mut rows = details().rows().await.unwrap();
        while let Some(row) = rows.next().await {
            let row = row.unwrap();
            match row.kind().unwrap() {
                SettlementType::InterestTransfer => {
                    assert_eq!((row.api_order_uuid(), row.dashboard_order_id()), (None, None));
                    transfers += 1;
                }
                kind => {
                    let order_uuid = row.api_order_uuid().unwrap();
                    let order = client.get_order().order_uuid(order_uuid).send().await.unwrap();
                    let dashboard_id = order.authorization.as_ref().and_then(|found| found.sezzle_order_id.as_deref());
                    assert_eq!(row.dashboard_order_id(), dashboard_id);
                    assert_eq!(row.external_reference_id, order.reference_id);
                    let captured = joined.entry(order_uuid.to_owned()).or_default();
                    if kind == SettlementType::Capture {
                        *captured += row.value().unwrap();
                    }
                }
            }
        }
        let totals = rows.totals().unwrap();
        assert_eq!(totals.net_settlement_amount, payout.net_settlement_amount);
        assert_eq!(totals.payout_date, payout.payout_date);
        assert_eq!(totals.total_interest_transfer_amount.is_some(), interest_share.is_some());
        let total = |kind| Some(sums.total(&kind, "USD").amount);
        assert_eq!(total(SettlementType::Order), totals.total_order_amount);
        assert_eq!(total(SettlementType::Capture), totals.total_capture_amount);
        assert_eq!(total(SettlementType::Refund).map(|refunds| -refunds), totals.total_refund_amount);
        assert_eq!(total(SettlementType::Fee), totals.total_fee_amount);
        assert_eq!(total(SettlementType::ReturnedFee), totals.total_returned_fee_amount);
        assert_eq!(total(SettlementType::Chargeback), totals.total_chargeback_amount);
    }
    let ledger = simulator.ledger();
    assert_eq!(net, Decimal::new(ledger.iter().map(LedgerEntry::payout_in_cents).sum(), 2));
    // The same from the entries themselves.
    let total =
        |kind| -> i64 { ledger.iter().filter(|entry| entry.kind == kind).map(|entry| entry.amount_in_cents).sum() };
    let fees: i64 = ledger.iter().map(|entry| entry.fee_in_cents).sum();
    let cents = total(LedgerKind::Capture)
        - total(LedgerKind::Refund)
        - total(LedgerKind::Chargeback)
        - total(LedgerKind::InterestTransfer)
        - fees;
    assert_eq!(net, Decimal::new(cents, 2));
    assert!(total(LedgerKind::Chargeback) > 0 && fees > 0);
    assert_eq!(transfers > 0, interest_share.is_some());
    assert_eq!(total(LedgerKind::InterestTransfer) > 0, interest_share.is_some());

    let captured = [3050, 12_345, 7701, 3000].map(|cents| Decimal::new(cents, 2));
    let expected: BTreeMap<String, Decimal> = orders.into_iter().zip(captured).collect();
    assert_eq!(joined, expected);
    let report = client.get_order_report().start_date(day("2026-03-01")).end_date(day("2026-03-31"));
    let items = report.pager().unwrap().collect().await.unwrap();
    let found: BTreeSet<_> = items.iter().filter_map(|item| item.api_order_uuid()).collect();
    assert_eq!(found, expected.keys().map(String::as_str).collect());
    assert_eq!(simulator.contract_violations(), []);
}

#[tokio::test]
async fn payouts_reconcile_with_the_ledger() {
    reconcile(None).await;
}

#[tokio::test]
async fn payouts_reconcile_with_the_ledger_in_the_interest_programme() {
    reconcile(Some(30)).await;
}
