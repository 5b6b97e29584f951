//! A proxy that changes responses of the simulator: each change is found at its pointer, and nothing else is. What the proposals
//! do is tested with every change of every example in `src/verify/tests.rs`.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::program::Program;
use crate::proxy::{self, Reply, set_header};

/// How a response is changed.
enum Edit {
    /// Adds the member at a pointer.
    Add(Value),
    /// Removes the member at a pointer.
    Remove,
    /// Replaces the value at a pointer.
    Set(Value),
    Status(u16),
    ContentType(&'static str),
    /// Replaces a text in a report.
    Text(&'static str, &'static str),
}

use Edit::{Add, ContentType, Remove, Set, Status, Text};

/// A change of all successes of an operation, or of all its errors, where that is possible. It is expected to be a difference
/// of this kind at the pointer.
struct Change {
    operation: &'static str,
    is_error: bool,
    pointer: &'static str,
    edit: Edit,
    kind: &'static str,
}

fn success(operation: &'static str, pointer: &'static str, edit: Edit, kind: &'static str) -> Change {
    Change { operation, is_error: false, pointer, edit, kind }
}

fn error(change: Change) -> Change {
    Change { is_error: true, ..change }
}

fn changes() -> Vec<Change> {
    let field = "undocumented_field";
    let status = "undocumented_status";
    let value = "unknown_enum_value";
    let mismatch = "type_mismatch";
    let missing = "missing_required";
    let null = "unexpected_null";
    let content = "undocumented_content_type";
    vec![
        success("authenticate", "/scope", Add(json!("all")), field),
        success("authenticate", "/merchant_uuid", Set(json!(17)), mismatch),
        success("create_session", "", Status(200), status),
        success("create_session", "/links/0/rel", Set(json!("reauthorize")), value),
        success("create_session", "/order/checkout_url", Set(json!(null)), null),
        success("get_session", "/links/0/href", Remove, missing),
        success("get_session", "/order/risk", Add(json!({"score": 1})), field),
        success("create_card_session", "", ContentType("text/plain"), content),
        success("update_card_session", "", Status(202), status),
        success("get_card", "/last_name", Set(json!(["Example"])), mismatch),
        success("get_order", "/checkout_status", Set(json!("paid")), value),
        success("get_order", "/order_amount/currency", Remove, missing),
        success("get_order", "/authorization/expiration", Set(json!("in half an hour")), mismatch),
        success("get_order", "/authorization/captures", Set(json!(null)), null),
        success("get_order", "/authorization/plan", Add(json!("long")), field),
        success("update_order", "", Status(200), status),
        success("release_order", "/uuid", Set(json!(null)), null),
        success("capture_order", "", Status(201), status),
        success("capture_order", "/uuid", Set(json!({"id": "1"})), mismatch),
        success("refund_order", "/amounts", Add(json!([1, 2])), field),
        success("reauthorize_order", "/authorization/approved", Set(json!("true")), mismatch),
        success("reauthorize_order", "/intent", Set(json!("HOLD")), value),
        success("upcharge_order", "", Status(503), status),
        success("delete_checkout", "", Status(205), status),
        success("update_checkout", "", Status(200), status),
        success("list_customers", "/0/links/1/method", Set(json!("OPTIONS")), value),
        success("get_customer", "/dob", Set(json!(19900228)), mismatch),
        success("get_customer", "/billing_address/postal_code", Set(json!(null)), null),
        success("delete_customer", "", Status(200), status),
        success("preapprove_customer", "/approved", Set(json!(1)), mismatch),
        success("create_customer_order", "/order_amount/amount_in_cents", Set(json!("100")), mismatch),
        success("create_customer_order", "/order_amount/currency", Set(json!(null)), null),
        success("get_tokenization", "/customer/tier", Add(json!("gold")), field),
        success("create_webhook", "/links/1/rel", Set(json!("Self")), value),
        success("list_webhooks", "/0/events/0", Set(json!("order.voided")), value),
        success("get_webhook", "/events", Set(json!("all")), mismatch),
        success("get_webhook", "/links/0", Set(json!(null)), null),
        success("update_webhook", "/links/0/href", Set(json!(null)), null),
        success("delete_webhook", "", Status(200), status),
        success("test_webhook", "", Status(204), status),
        success("list_settlements", "/0/net_settlement_amount", Set(json!("12.50")), mismatch),
        success("get_settlement_details", "/tips", Text("total_fee_amount", "tips"), field),
        success("get_settlement_details", "/amount", Text(",USD,003", " dollars,USD,003"), mismatch),
        success("get_interest_balance", "/interest_balance", Set(json!(null)), null),
        success("get_interest_activity", "/type", Text("INTEREST_PAYOUT", "BONUS"), value),
        success("get_order_report", "/0/order_amount_in_cents", Set(json!(1.5)), mismatch),
        error(success("get_order", "/0/hint", Add(json!("read the guide")), field)),
        error(success("capture_order", "/0/code", Set(json!(17)), mismatch)),
        error(success("delete_customer", "", Status(410), status)),
        error(success("create_webhook", "", ContentType("application/problem+json"), content)),
        error(success("list_customers", "/0/message", Set(json!(null)), null)),
    ]
}

/// Makes a change, if the reply has its place. Returns whether it did.
fn make(change: &Change, reply: &mut Reply) -> bool {
    match &change.edit {
        Status(status) => reply.status = *status,
        ContentType(name) => set_header(reply, "content-type", name),
        Text(from, to) => {
            let text = String::from_utf8(reply.body.clone()).unwrap();
            reply.body = text.replace(from, to).into_bytes();
            return text.contains(from);
        }
        edit => {
            let Some(mut body) = reply.json() else { return false };
            let (parent, name) = change.pointer.rsplit_once('/').unwrap();
            let object = body.pointer_mut(parent).and_then(Value::as_object_mut);
            let is_made = match edit {
                Add(value) => object.map(|members| members.insert(name.to_owned(), value.clone())).is_some(),
                Remove => object.and_then(|members| members.remove(name)).is_some(),
                Set(value) => body.pointer_mut(change.pointer).map(|place| *place = value.clone()).is_some(),
                _ => false,
            };
            reply.body = body.to_string().into_bytes();
            return is_made;
        }
    }
    true
}

/// Runs the program with some of the changes, and compares what it finds with what was changed.
async fn check(test: &str, changes: Vec<Change>) {
    let program = Program::live(test).await;
    let made = Arc::new(Mutex::new(BTreeSet::new()));
    let name = |change: &Change| format!("{} {} {}", change.operation, change.kind, change.pointer);
    let expected: BTreeSet<String> = changes.iter().map(name).collect();
    let seen = Arc::clone(&made);
    let simulator = Arc::clone(&program.simulator);
    let url = proxy::start_changing(program.simulator.url(), move |_, reply| {
        let operation = simulator.requests().last().and_then(|request| request.operation_id);
        let is_error = reply.status >= 400;
        for change in changes.iter().filter(|change| Some(change.operation) == operation && change.is_error == is_error)
        {
            if make(change, reply) {
                seen.lock().unwrap().insert(name(change));
            }
        }
    })
    .await;
    let errors = program.exits(1, &url, &["--propose", "proposal.yaml"]);
    assert_eq!(*made.lock().unwrap(), expected, "not all changes could be made: {errors}");
    let found: BTreeSet<String> = program.differences("sezzle-verify").into_iter().collect();
    assert_eq!(found, expected, "{errors}");
    assert!(program.home.join("proposal.yaml").exists());
    program.assert_clean();
    for difference in program.report("sezzle-verify")["differences"].as_array().unwrap() {
        assert!(difference["seen"].as_u64() <= difference["of"].as_u64(), "{difference}");
        assert!(difference["seen"].as_u64() > Some(0), "{difference}");
    }
    std::fs::remove_dir_all(&program.home).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn all_changes_together_are_found() {
    check("verify/changes_all", changes()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_change_is_found_alone() {
    let all = changes();
    assert!(all.len() >= 30);
    let operations: BTreeSet<&str> = all.iter().map(|change| change.operation).collect();
    assert_eq!(operations.len(), 32, "every operation has a change");
    let mut runs = JoinSet::new();
    for (index, change) in all.into_iter().enumerate() {
        if runs.len() == 4 {
            runs.join_next().await.unwrap().unwrap();
        }
        runs.spawn(async move { check(&format!("verify/changes_{index}"), vec![change]).await });
    }
    runs.join_all().await;
}
