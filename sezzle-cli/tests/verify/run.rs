//! The script as a whole.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::program::{Program, text};
use crate::proxy::{self, Reply, Request, set_header};
use crate::verification::{ADD_STEPS, approve};

/// The longest time of a run against a local gateway.
const MAX_TIME: Duration = Duration::from_secs(60);

fn operations() -> BTreeSet<String> {
    let document: Value = serde_json::from_str(sezzle_simulator::DOCUMENT).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let operations = paths.values().flat_map(|item| item.as_object().unwrap().values());
    operations.filter_map(|operation| operation["operationId"].as_str()).map(str::to_owned).collect()
}

/// Returns the operations with a successful response in a report.
fn succeeded(report: &Value) -> BTreeSet<String> {
    let seen = report["coverage"]["operations"].as_object().unwrap();
    let has_success = |statuses: &Value| statuses.as_object().unwrap().keys().any(|status| status.starts_with('2'));
    seen.iter().filter(|(_, statuses)| has_success(statuses)).map(|(operation, _)| operation.clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_succeeds_and_is_as_documented() {
    let program = Program::live("verify/every_operation").await;
    let start = Instant::now();
    let errors = program.exits(0, program.simulator.url(), &["--record", "cassette"]);
    assert!(start.elapsed() < MAX_TIME, "{:?}", start.elapsed());

    let report = program.report("sezzle-verify");
    assert_eq!(report["differences"], json!([]));
    assert_eq!(&operations() - &succeeded(&report), BTreeSet::new(), "{ADD_STEPS}");
    for (operation, statuses) in report["coverage"]["operations"].as_object().unwrap() {
        let has_error = statuses.as_object().unwrap().keys().any(|status| status.starts_with('4'));
        assert!(has_error, "{operation} has no error response");
    }
    let announced = errors.split_once("up to ").unwrap().1.split_once(' ').unwrap().0;
    assert!(errors.contains(&format!("[{announced}/{announced}]")), "{errors}");
    let calls = "correct the numbers of calls in `SCENARIOS` in sezzle-cli/src/verify/script/mod.rs";
    assert_eq!(report["coverage"]["responses"], announced.parse::<usize>().unwrap(), "{calls}");
    let verdicts = report["verdicts"].as_array().unwrap();
    let not_seen: Vec<_> = verdicts.iter().filter(|verdict| verdict["verdict"] == "not seen").collect();
    let is_empty_body = |verdict: &Value| verdict["question"].as_str().unwrap().contains("empty body");
    assert!(not_seen.len() == 1 && is_empty_body(not_seen[0]), "{not_seen:#?}");
    program.assert_clean();
    assert!(!report["leftovers"].as_array().unwrap().is_empty());
    assert!(!program.home.join("sezzle-verify/progress.jsonl").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_are_not_empty() {
    let program = Program::live("verify/lists").await;
    program.exits(0, program.simulator.url(), &["--record", "cassette"]);
    for exchange in program.exchanges().iter().filter(|exchange| exchange["status"] == 200) {
        let response = &exchange["response_body"];
        let (list, min) = match exchange["operation"].as_str().unwrap() {
            "list_webhooks" | "list_customers" | "list_settlements" | "get_order_report" => (response.as_array(), 1),
            "get_session" => (response["links"].as_array(), 1),
            "get_settlement_details" => (None, 4),
            "get_interest_activity" => (None, 2),
            _ => continue,
        };
        let length = list.map_or_else(|| response.as_str().unwrap().lines().count(), Vec::len);
        assert!(length >= min, "{exchange:#}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn changed_ids_have_no_consequences() {
    let program = Program::live("verify/changed_ids").await;
    let url = proxy::start_changing(program.simulator.url(), |_, reply| {
        change_json(reply, |body| {
            for pointer in ["/uuid", "/order/uuid", "/customer/uuid", "/0/uuid", "/token", "/tokenize/token"] {
                if let Some(id) = body.pointer_mut(pointer).filter(|id| id.is_string()) {
                    *id = json!("7b0f9a52-6c1e-4a57-8f0e-1d2c3b4a5968");
                }
            }
        });
    })
    .await;
    program.exits(0, &url, &[]);
    program.assert_clean();
}

/// Replaces every value by one of another type.
fn retype(value: &mut Value) {
    match value {
        Value::Object(members) => members.values_mut().for_each(retype),
        Value::Array(elements) => elements.iter_mut().for_each(retype),
        Value::Number(_) | Value::Bool(_) | Value::Null => *value = json!("text"),
        Value::String(_) => *value = json!(7),
    }
}

fn change_json(reply: &mut Reply, change: impl Fn(&mut Value)) {
    if let Some(mut body) = reply.json() {
        change(&mut body);
        reply.body = body.to_string().into_bytes();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn responses_that_cannot_be_read_do_not_stop_the_run() {
    type Change = fn(&mut Reply);
    let changes: [(&str, Change); 6] = [
        ("renamed", |reply| reply.body = text(&reply.body).replace("\":", "_renamed\":").into_bytes()),
        ("of_another_type", |reply| change_json(reply, retype)),
        ("null", |reply| change_json(reply, |body| *body = Value::Null)),
        ("empty", |reply| change_json(reply, |body| *body = json!({}))),
        ("html", |reply| {
            reply.body = b"<html>Not now</html>".to_vec();
            set_header(reply, "content-type", "text/html");
        }),
        ("another_status", |reply| if reply.status < 300 { reply.status = 207 } else { reply.status = 418 }),
    ];
    for (name, change) in changes {
        let program = Program::live(&format!("verify/unreadable_{name}")).await;
        let url = proxy::start_changing(program.simulator.url(), move |_, reply| change(reply)).await;
        let errors = program.exits(1, &url, &[]);
        program.assert_clean();
        let requests = program.simulator.requests();
        let succeeded = requests.iter().filter(|request| (200..300).contains(&request.status));
        let succeeded: BTreeSet<String> =
            succeeded.filter_map(|request| request.operation_id).map(str::to_owned).collect();
        assert_eq!(&operations() - &succeeded, BTreeSet::new(), "{ADD_STEPS}, or see {name}: {errors}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn person_approves_where_there_are_no_controls() {
    let program = Program::live("verify/person").await;
    let shopper = Arc::clone(&program.simulator);
    let approve = move |request: &Request, reply: &mut Reply| approve(&shopper, request, reply);
    let url = proxy::start_sandbox(program.simulator.url(), approve).await;
    let errors = program.exits(0, &url, &[]);
    assert!(errors.contains("Open this URL") && errors.contains("?id="), "{errors}");
    program.assert_clean();
    let report = program.report("sezzle-verify");
    let mut missing = &operations() - &succeeded(&report);
    for operation in ["get_card", "update_card_session", "get_settlement_details"] {
        assert!(missing.remove(operation), "{operation}");
    }
    assert_eq!(missing, BTreeSet::new(), "{ADD_STEPS}");
}

#[tokio::test(flavor = "multi_thread")]
async fn steps_that_need_a_person_can_be_left_out() {
    let program = Program::live("verify/no_shopper").await;
    let url = proxy::start_sandbox(program.simulator.url(), |_, _| {}).await;
    let errors = program.exits(0, &url, &["--no-shopper"]);
    assert!(errors.contains("checkout: not possible: --no-shopper"), "{errors}");
    program.assert_clean();
    let skipped = program.report("sezzle-verify")["coverage"]["skipped"].clone();
    assert!(skipped.as_array().unwrap().iter().any(|skipped| skipped["step"] == "checkout"), "{skipped}");
    let active =
        program.simulator.state()["orders"].as_array().unwrap().iter().any(|order| order["status"] == "active");
    assert!(!active, "a checkout is left open");
}

#[tokio::test(flavor = "multi_thread")]
async fn call_is_repeated_if_the_server_limits_the_rate() {
    let program = Program::live("verify/rate").await;
    program.simulator.add_fault("create_webhook=429:retry-after=1x2".parse().unwrap()).unwrap();
    let url = proxy::start_sandbox(program.simulator.url(), |_, _| {}).await;
    let errors = program.exits(1, &url, &["--no-shopper"]);
    assert!(errors.contains("waits 1 s"), "{errors}");
    assert_eq!(program.differences("sezzle-verify"), ["create_webhook undocumented_status "]);
    assert!(succeeded(&program.report("sezzle-verify")).contains("create_webhook"));
    program.assert_clean();
}
