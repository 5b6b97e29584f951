//! Blocking calls, and their errors inside a runtime.

use std::io::Read;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use serde_json::{Value, json};
use sezzle_api::http::Method;
use sezzle_api::reports::ReportError;
use sezzle_api::types::{CaptureRequest, Price};
use sezzle_api::{Client, ErrorKind};
use sezzle_simulator::{Fault, FaultRule};
use sezzle_tests::child_process::child_process;
use sezzle_tests::fixtures::{self, client_of, session_request};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::servers::token::token_server;
use tokio::runtime::Runtime;

/// Returns a runtime for the servers, which the thread of the test must not enter.
fn servers() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}

#[test]
fn blocking_client_sells_and_reads_reports() {
    let servers = servers();
    let simulator = servers.block_on(fixtures::simulator());
    let client = client_of(&simulator);
    let session = client.create_session().body(session_request()).send_blocking().unwrap();
    let order = session.order_uuid().unwrap();
    simulator.approve(order).unwrap();
    simulator.add_fault(FaultRule::on("capture_order", Fault::status(503)).times(1)).unwrap();
    let capture = CaptureRequest::builder().capture_amount(Price::usd(4150));
    let captured = client.capture_order().order_uuid(order).body(capture).send_blocking().unwrap();
    assert_eq!(captured.attempts(), 2);
    simulator.advance(Duration::from_secs(2 * 24 * 60 * 60));
    let start = (simulator.now() - TimeDelta::days(7)).date_naive();
    let payouts = client.list_settlements().start_date(start).pager().unwrap();
    let payouts = client.block_on(payouts.collect()).unwrap().unwrap();

    let read = client.get_order().order_uuid(order).send_blocking().unwrap();
    assert_eq!(read.uuid.as_deref(), Some(order));
    let value = client.request(Method::GET, &format!("/v2/order/{order}")).send_json::<Value>();
    assert_eq!(client.block_on(value).unwrap().unwrap()["uuid"], json!(order));

    let mut text = String::new();
    let report = || client.get_settlement_details().payout_uuid(payouts[0].payout_uuid().unwrap());
    report().send_blocking().unwrap().into_inner().read_to_string(&mut text).unwrap();
    let whole = servers.block_on(async { report().send().await.unwrap().into_inner().bytes().await.unwrap() });
    assert_eq!(text.as_bytes(), whole);
    let sums = report().rows_blocking().unwrap().sums().unwrap();
    assert!(sums.iter().count() > 0);
}

/// Inside a task, in the thread of a runtime, and in a blocking task.
#[test]
fn blocking_call_inside_a_runtime_is_not_sent() {
    let servers = servers();
    let gateway = servers.block_on(ScriptedServer::json(200, &json!({})));
    let client = gateway.client();
    let assert_rejected = |client: &Client| {
        let error = client.get_order().order_uuid("o").send_blocking().unwrap_err();
        let empty = client.delete_webhook().webhooks_uuid("w").send_blocking().unwrap_err();
        let stream = client.get_settlement_details().payout_uuid("p").send_blocking().unwrap_err();
        let request = client.block_on(client.request(Method::GET, "/v2/new").send_empty()).unwrap_err();
        for error in [error, empty, stream, request] {
            assert_eq!(error.kind(), ErrorKind::NotSent);
            assert!(!error.is_retryable() && !error.may_have_been_processed());
            assert!(error.to_string().contains("a tokio runtime is running on this thread"), "{error}");
        }
    };
    servers.block_on(async {
        assert_rejected(&client);
        let in_task = client.clone();
        tokio::spawn(async move { assert_rejected(&in_task) }).await.unwrap();
        let beside = client.clone();
        tokio::task::spawn_blocking(move || assert_rejected(&beside)).await.unwrap();
    });
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async { assert_rejected(&client) });
    {
        let _entered = servers.enter();
        assert_rejected(&client);
    }
    assert_eq!(gateway.requests().len(), 0);
    // The client still works afterwards.
    client.get_order().order_uuid("o").send_blocking().unwrap();
    assert_eq!(gateway.requests().len(), 1);
}

#[test]
fn blocking_report_continues_after_a_read_inside_a_runtime_failed() {
    let servers = servers();
    let gateway = servers.block_on(ScriptedServer::new([Action::csv("a,b\n1,2\n")]));
    let client = gateway.client();
    let mut report = client.get_settlement_details().payout_uuid("p").send_blocking().unwrap().into_inner();
    let mut text = String::new();
    servers.block_on(async {
        let error = report.read_to_string(&mut text).unwrap_err();
        assert!(error.to_string().contains("a tokio runtime is running on this thread"), "{error}");
    });
    report.read_to_string(&mut text).unwrap();
    assert_eq!(text, "a,b\n1,2\n");
}

/// The token is refreshed while no call is running.
#[test]
fn expired_token_is_replaced_between_blocking_calls() {
    let servers = servers();
    let gateway = servers.block_on(token_server(TimeDelta::seconds(4), TimeDelta::zero()));
    let client = fixtures::keys_client(&*gateway.url);
    client.get_session().session_uuid("s").send_blocking().unwrap();
    // The token is due for a refresh after two seconds, or up to half a second later, because the gateway's clock shows
    // whole seconds only.
    std::thread::sleep(Duration::from_millis(1900));
    client.get_session().session_uuid("s").send_blocking().unwrap();
    let begun = Instant::now();
    while gateway.authentications() < 2 {
        assert!(begun.elapsed() < Duration::from_secs(10), "the token is not replaced");
        std::thread::sleep(Duration::from_millis(5));
    }
    client.get_session().session_uuid("s").send_blocking().unwrap();
}

#[test]
fn client_mixes_blocking_and_async_calls() {
    let servers = servers();
    let simulator = servers.block_on(fixtures::simulator());
    let client = client_of(&simulator);
    for _ in 0..3 {
        let session = || client.create_session().body(session_request());
        servers.block_on(session().send()).unwrap();
        session().send_blocking().unwrap();
        // Its connections are closed with it.
        let short = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        short.block_on(session().send()).unwrap();
        drop(short);
        session().send_blocking().unwrap();
    }
    assert_eq!(simulator.contract_violations(), []);
}

#[test]
fn truncated_blocking_report_is_a_call_error() {
    let servers = servers();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ncontent-length: 999\r\n\r\n";
    let gateway = servers.block_on(ScriptedServer::raw(format!("{head}type,order_uuid,amount\nREFUND,o-1,1.00\n")));
    let client = gateway.client();
    let rows = client.get_settlement_details().payout_uuid("p").rows_blocking().unwrap();
    let rows: Vec<_> = rows.collect();
    let [Ok(row), Err(ReportError::Call(error))] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!(row.order_uuid.as_deref(), Some("o-1"));
    assert_eq!(error.kind(), ErrorKind::NoResponse);
}

#[cfg(target_os = "linux")]
mod threads {
    use super::*;

    /// Runs in the child process of [`runtime_thread_ends_with_the_last_clone`], where no other test has such a thread.
    #[test]
    fn child() {
        let servers = servers();
        let gateway = servers.block_on(ScriptedServer::json(200, &json!({})));
        let client = gateway.client();
        let clone = client.clone();
        let before = threads();
        client.get_order().order_uuid("o").send_blocking().unwrap();
        clone.get_order().order_uuid("o").send_blocking().unwrap();
        let during = threads();
        drop(client);
        clone.get_order().order_uuid("o").send_blocking().unwrap();
        drop(clone);
        let begun = Instant::now();
        while threads() > before && begun.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(5));
        }
        println!("threads: {before} {during} {}", threads());
    }

    #[test]
    fn runtime_thread_ends_with_the_last_clone() {
        let output = child_process(module_path!(), "child").output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("threads: 0 1 0"), "{text}");
    }

    fn threads() -> usize {
        let tasks = std::fs::read_dir("/proc/self/task").unwrap();
        let names = tasks.filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("comm")).ok());
        names.filter(|name| name.trim() == "sezzle-api").count()
    }
}
