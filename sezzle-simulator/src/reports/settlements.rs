//! Settlement reports: payouts and their postings.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Map, Number, Value, json};

use super::{decimal, to_csv};
use crate::model::accounting::{Payout, Posting, PostingKind};
use crate::model::clock::timestamp;
use crate::model::money::Currency;
use crate::model::order::{CAPTURED, Origin};
use crate::state::GatewayState;

const ITEM_COLUMNS: [&str; 16] = [
    "type",
    "order_capture_date",
    "order_created_at",
    "event_date",
    "order_uuid",
    "customer_order_id",
    "external_reference_id",
    "order_amount",
    "amount",
    "posting_currency",
    "type_code",
    "chargeback_code",
    "sezzle_order_id",
    "product_type",
    "mid",
    "card_network_auth_ref",
];
/// Rows without an order end after `chargeback_code`, as in published samples.
const COLUMNS_WITHOUT_ORDER: usize = 12;

/// Returns the payouts between two days, oldest first.
pub(crate) fn settlement_summaries(
    state: &GatewayState,
    currency: Currency,
    (first, last): (NaiveDate, NaiveDate),
    offset: usize,
    count: usize,
) -> Vec<Value> {
    let midnight = |day: NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc();
    if last < first {
        return Vec::new();
    }
    // The last day that can be represented has none after it.
    let end = midnight(last).checked_add_signed(TimeDelta::days(1)).unwrap_or(DateTime::<Utc>::MAX_UTC);
    let days = state.accounting.payout_days.range((currency, midnight(first))..(currency, end));
    let payouts = days.filter_map(|(_, uuid)| state.accounting.payouts.get(uuid));
    payouts.skip(offset).take(count).map(summary_body).collect()
}

/// Returns all payouts, for the state of the simulator.
pub(crate) fn payouts_json(state: &GatewayState) -> Vec<Value> {
    let payouts = state.accounting.payout_days.values().filter_map(|uuid| state.accounting.payouts.get(uuid));
    let json = |payout: &Payout| {
        json!({
            "uuid": payout.uuid,
            "payout_date": timestamp(payout.date),
            "currency": payout.currency.code(),
            "net_in_cents": payout.net(),
        })
    };
    payouts.map(json).collect()
}

/// Returns a payout with its postings, as CSV.
pub(crate) fn settlement_details(state: &GatewayState, payout_uuid: &str, metadata: &[&str]) -> Option<String> {
    let payout = state.accounting.payouts.get(payout_uuid)?;
    let (names, cells): (Vec<_>, Vec<_>) = summary_cells(payout).into_iter().unzip();
    let mut rows = vec![names.into_iter().map(str::to_owned).collect(), cells];

    let orders = payout.postings.iter().filter_map(|posting| state.orders.get(&posting.order_uuid));
    let known: BTreeSet<&str> = orders.flat_map(|order| order.metadata.keys().map(String::as_str)).collect();
    let mut keys: Vec<&str> = Vec::new();
    for key in metadata {
        if known.contains(key) && !keys.contains(key) {
            keys.push(key);
        }
    }
    rows.push(ITEM_COLUMNS.iter().chain(&keys).map(|name| (*name).to_owned()).collect());
    rows.extend(payout.postings.iter().map(|posting| posting_cells(state, posting, payout.currency, &keys)));
    Some(to_csv(&rows))
}

/// Returns the row of a posting.
fn posting_cells(state: &GatewayState, posting: &Posting, currency: Currency, keys: &[&str]) -> Vec<String> {
    let amount_column = if posting.kind == PostingKind::Order { "order_amount" } else { "amount" };
    let mut cells = HashMap::from([
        ("type", posting.kind.into_str().to_owned()),
        ("event_date", timestamp(posting.at)),
        (amount_column, two_decimals(posting.kind.in_row(posting.cents))),
        ("posting_currency", currency.code().to_owned()),
        ("type_code", posting.kind.code().to_owned()),
    ]);
    let Some(order) = state.orders.get(&posting.order_uuid) else {
        return ITEM_COLUMNS[..COLUMNS_WITHOUT_ORDER]
            .iter()
            .map(|name| cells.remove(name).unwrap_or_default())
            .collect();
    };
    let capture = order.history.iter().find(|entry| entry.event == CAPTURED);
    let customer_order_id = state.accounting.customer_order_ids.get(&order.uuid);
    let dashboard_id = order.authorization.as_ref().map(|authorization| authorization.sezzle_order_id.clone());
    let product = if matches!(order.origin, Origin::Card) { "virtual_card" } else { "standard_checkout" };
    cells.extend([
        ("order_capture_date", capture.map(|entry| timestamp(entry.at)).unwrap_or_default()),
        ("order_created_at", timestamp(order.created_at)),
        // The names of the columns suggest the opposite: `order_uuid` is the dashboard's id, as in published samples.
        ("order_uuid", dashboard_id.unwrap_or_default()),
        ("sezzle_order_id", order.uuid.clone()),
        ("customer_order_id", customer_order_id.map(u64::to_string).unwrap_or_default()),
        ("external_reference_id", order.reference_id.clone().unwrap_or_default()),
        ("product_type", product.to_owned()),
    ]);
    let metadata = keys.iter().map(|key| metadata_cell(&order.metadata, key));
    ITEM_COLUMNS.iter().map(|name| cells.remove(name).unwrap_or_default()).chain(metadata).collect()
}

fn metadata_cell(metadata: &Map<String, Value>, key: &str) -> String {
    metadata.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Formats cents as a decimal number of the major unit.
fn two_decimals(cents: i64) -> String {
    decimal(cents, 2)
}

/// Converts a decimal string to a JSON number with the same digits.
pub(crate) fn number(text: &str) -> Value {
    text.parse().map_or(Value::Null, |number: Number| Value::Number(number))
}

fn summary_body(payout: &Payout) -> Value {
    json!({
        "uuid": payout.uuid,
        "payout_currency": payout.currency.code(),
        "settlement_currency": payout.currency.code(),
        "payout_date": timestamp(payout.date),
        "final_payout_amount": number(&two_decimals(payout.net())),
        "net_settlement_amount": number(&two_decimals(payout.net())),
        "forex_fees": number("0.00"),
        "status": "Complete",
    })
}

/// Returns the columns of the totals with their cells.
fn summary_cells(payout: &Payout) -> Vec<(&'static str, String)> {
    let total = |kind| two_decimals(payout.total(kind));
    let none = || two_decimals(0);
    let mut cells = vec![
        ("total_order_amount", total(PostingKind::Order)),
        ("total_capture_amount", total(PostingKind::Capture)),
        ("total_refund_amount", total(PostingKind::Refund)),
        ("total_fee_amount", total(PostingKind::Fee)),
        ("total_returned_fee_amount", total(PostingKind::ReturnedFee)),
        ("total_chargeback_amount", total(PostingKind::Chargeback)),
        ("total_chargeback_reversal_amount", none()),
    ];
    if payout.has_interest {
        cells.push(("total_interest_transfer_amount", total(PostingKind::InterestTransfer)));
    }
    cells.extend([
        ("total_correction_amount", none()),
        ("total_referral_revenue_transfer_amount", none()),
        ("total_bank_account_withdrawals", none()),
        ("total_bank_account_withdrawal_reversals", none()),
        ("forex_fees", none()),
        ("net_settlement_amount", two_decimals(payout.net())),
        ("payment_uuid", payout.uuid.clone()),
        ("settlement_currency", payout.currency.code().to_owned()),
        ("payout_date", payout.date.format("%Y-%m-%d %H:%M:%S +0000 UTC").to_string()),
        ("payout_status", "Complete".to_owned()),
        ("final_payout_amount", two_decimals(payout.net())),
        ("payout_currency", payout.currency.code().to_owned()),
    ]);
    cells
}
