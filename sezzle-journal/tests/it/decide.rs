//! The decision by the order: its table, and what holds for all histories.

use proptest::prelude::*;
use serde_json::{Value, json};
use sezzle_api::PreparedCall;
use sezzle_api::types::Order;
use sezzle_journal::ReviewReason;
use sezzle_journal::decide::{Decision, Intent, decide};

fn refund(cents: i64) -> PreparedCall {
    let body = json!({"amount_in_cents": cents, "currency": "USD"}).to_string();
    PreparedCall::from_parts("refund_order", "/v2/order/o/refund", body, "r").unwrap()
}

fn order(refunds: &Value) -> Order {
    serde_json::from_value(json!({"authorization": {"refunds": refunds, "captures": [amount("c", 100)]}})).unwrap()
}

fn amount(uuid: &str, cents: i64) -> Value {
    json!({"uuid": uuid, "amount": {"amount_in_cents": cents, "currency": "USD"}})
}

/// Decides about a refund of 100, next to other refunds.
fn decide_refund(recorded: &[(i64, Option<&str>)], unresolved: &[i64], refunds: &Value) -> Decision {
    let mut intent = Intent::new(&refund(100)).unwrap();
    recorded.iter().for_each(|(cents, uuid)| intent.add_recorded(&refund(*cents), *uuid));
    unresolved.iter().for_each(|cents| intent.add_unresolved(&refund(*cents)));
    decide(&intent, &order(refunds))
}

#[test]
fn decisions_follow_the_table() {
    let done = |uuid: &str| Decision::Done { uuid: Some(uuid.to_owned()) };
    let several = |effects, calls| Decision::Review(ReviewReason::SeveralCalls { effects, calls });
    let missing = |uuid: &str| Decision::Review(ReviewReason::RecordedEffectMissing { uuid: Some(uuid.to_owned()) });
    let other_currency = json!({"uuid": "a", "amount": {"amount_in_cents": 100, "currency": "CAD"}});
    for (name, decision, expected) in [
        ("no refund", decide_refund(&[], &[], &json!([])), Decision::SendAgain),
        ("another amount", decide_refund(&[], &[], &json!([amount("a", 99)])), Decision::SendAgain),
        ("this amount", decide_refund(&[], &[], &json!([amount("a", 100)])), done("a")),
        (
            "done by another call",
            decide_refund(&[(100, Some("a"))], &[], &json!([amount("a", 100)])),
            Decision::SendAgain,
        ),
        (
            "done by another call, and this one",
            decide_refund(&[(100, Some("a"))], &[], &json!([amount("b", 100), amount("a", 100)])),
            done("b"),
        ),
        ("this or another call", decide_refund(&[], &[100], &json!([amount("a", 100)])), several(1, 2)),
        ("both calls", decide_refund(&[], &[100], &json!([amount("a", 100), amount("b", 100)])), done("b")),
        ("another call of another amount", decide_refund(&[], &[99], &json!([amount("a", 100)])), done("a")),
        ("one too many", decide_refund(&[], &[], &json!([amount("a", 100), amount("b", 100)])), several(2, 1)),
        ("a recorded one is missing", decide_refund(&[(5, Some("x"))], &[], &json!([amount("a", 100)])), missing("x")),
        (
            "another currency",
            decide_refund(&[], &[], &json!([other_currency])),
            Decision::Review(ReviewReason::NotComparable),
        ),
        ("no amount", decide_refund(&[], &[], &json!([{"uuid": "a"}])), Decision::Review(ReviewReason::NotComparable)),
        ("no id in the response", decide_refund(&[(100, None)], &[], &json!([amount("a", 100)])), Decision::SendAgain),
        (
            "no ids in the order",
            decide_refund(&[(100, Some("a"))], &[], &json!([{"amount_in_cents": 100, "currency_code": "USD"}])),
            Decision::SendAgain,
        ),
    ] {
        match (&decision, &expected) {
            // Which of several effects is this one does not matter.
            (Decision::Done { .. }, Decision::Done { .. }) if name == "both calls" => {}
            _ => assert_eq!(decision, expected, "{name}"),
        }
    }
    let without_authorization: Order = serde_json::from_value(json!({})).unwrap();
    assert_eq!(decide(&Intent::new(&refund(100)).unwrap(), &without_authorization), Decision::SendAgain);
}

#[test]
fn each_operation_has_its_list() {
    let body = |field: &str| json!({field: {"amount_in_cents": 7, "currency": "USD"}}).to_string();
    let price = json!({"amount_in_cents": 7, "currency": "USD"}).to_string();
    let call = |operation: &str, path: &str, body: &str| PreparedCall::from_parts(operation, path, body, "r").unwrap();
    let calls = [
        ("captures", call("capture_order", "/v2/order/o/capture", &body("capture_amount"))),
        ("refunds", call("refund_order", "/v2/order/o/refund", &price)),
        ("releases", call("release_order", "/v2/order/o/release", &price)),
        ("upcharges", call("upcharge_order", "/v2/order/o/upcharge", &body("upcharge_amount"))),
    ];
    for (list, call) in &calls {
        for (other, _) in &calls {
            let entries = json!({*other: [amount("a", 7)]});
            let order = if *other == "upcharges" { entries } else { json!({"authorization": entries}) };
            let decision = decide(&Intent::new(call).unwrap(), &serde_json::from_value(order).unwrap());
            assert_eq!(decision == Decision::SendAgain, list != other, "{list} in {other}");
        }
    }
    assert!(Intent::new(&call("reauthorize_order", "/v2/order/o/reauthorize", &price)).is_none());
    assert!(Intent::new(&call("create_customer_order", "/v2/customer/c/order", "{}")).is_none());
    assert!(Intent::new(&call("refund_order", "/v2/order/o/refund", "{}")).is_none());
}

/// What the journal knows of another call, and what happened to it.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Done,
    DoneWithoutId,
    UnknownProcessed,
    UnknownNotProcessed,
    NotProcessed,
}

proptest! {
    /// If the journal is the only one that refunds, the decision is right or left to a person, and it is made if no other
    /// open call has the same amount.
    #[test]
    fn decision_is_right_or_left_to_a_person(
        processed: bool,
        others in prop::collection::vec((1_i64..4, 0_usize..5), 0..6),
        seed: u64,
    ) {
        use Fate::*;
        let mut intent = Intent::new(&refund(1)).unwrap();
        let mut refunds = Vec::new();
        let mut rivals = 0;
        for (number, (cents, fate)) in others.iter().enumerate() {
            let fate = [Done, DoneWithoutId, UnknownProcessed, UnknownNotProcessed, NotProcessed][*fate];
            let uuid = format!("other-{number}");
            if matches!(fate, Done | DoneWithoutId | UnknownProcessed) {
                refunds.push(amount(&uuid, *cents));
            }
            match fate {
                Done => intent.add_recorded(&refund(*cents), Some(&uuid)),
                DoneWithoutId => intent.add_recorded(&refund(*cents), None),
                UnknownProcessed | UnknownNotProcessed => {
                    intent.add_unresolved(&refund(*cents));
                    rivals += usize::from(*cents == 1);
                }
                NotProcessed => {}
            }
        }
        if processed {
            refunds.push(amount("this", 1));
        }
        fastrand::Rng::with_seed(seed).shuffle(&mut refunds);
        match decide(&intent, &order(&json!(refunds))) {
            Decision::Done { .. } => prop_assert!(processed),
            Decision::SendAgain => prop_assert!(!processed),
            Decision::Review(ReviewReason::SeveralCalls { effects, calls }) => {
                prop_assert!(rivals > 0 && effects > 0 && effects < calls);
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }

    /// Whatever else changes the order, a call is sent again only if the order shows no effect of it.
    #[test]
    fn nothing_is_sent_again_that_the_order_shows(
        refunds in prop::collection::vec((prop::option::of(0_u8..3), prop::option::of(1_i64..3)), 0..6),
        recorded in prop::collection::vec((prop::option::of(0_u8..3), 1_i64..3), 0..3),
    ) {
        let mut intent = Intent::new(&refund(1)).unwrap();
        for (uuid, cents) in &recorded {
            intent.add_recorded(&refund(*cents), uuid.map(|uuid| uuid.to_string()).as_deref());
        }
        let shown: Vec<Value> = refunds
            .iter()
            .map(|(uuid, cents)| json!({
                "uuid": uuid.map(|uuid| uuid.to_string()),
                "amount": cents.map(|cents| json!({"amount_in_cents": cents, "currency": "USD"})),
            }))
            .collect();
        if decide(&intent, &order(&json!(shown))) == Decision::SendAgain {
            let of_this_amount = refunds.iter().filter(|(_, cents)| *cents == Some(1)).count();
            let accounted = recorded.iter().filter(|(uuid, cents)| {
                *cents == 1 || uuid.is_some_and(|uuid| refunds.iter().any(|(shown, _)| *shown == Some(uuid)))
            }).count();
            prop_assert!(of_this_amount <= accounted);
        }
    }
}
