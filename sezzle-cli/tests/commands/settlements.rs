//! Sums and reconciliation of payouts, and the checks of `doctor`.

use std::io::Write;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::program::Program;

const REPORT: &str = "\
type,order_amount,amount,posting_currency,external_reference_id
ORDER,41.50,,USD,order-1
CAPTURE,,41.50,USD,order-1
FEE,,-2.79,USD,order-1
CAPTURE,,10.00,CAD,order-2
MONTHLY_FEE,,-9.00,USD
";

#[tokio::test(flavor = "multi_thread")]
async fn payout_is_summed_from_gateway_and_file() {
    let program = Program::new("sums").await;
    let order = program.approved_order();
    program.json(&["order", "capture", &order, "--amount", "10 USD"]);
    program.simulator.advance(std::time::Duration::from_secs(24 * 60 * 60));
    let payouts = program.json(&["settlement", "list", "--start-date", "2026-03-01"]);
    let payout = payouts[0]["uuid"].as_str().unwrap();
    let report = program.run(&["settlement", "get", payout]).stdout;
    let file = program.write("report.csv", &String::from_utf8(report).unwrap());
    let sums = program.json(&["settlement", "sum", payout]);
    assert_eq!(sums, program.json(&["settlement", "sum", &file]));
    assert_eq!(sums["net"], json!([{"currency": "USD", "amount": "9.10"}]));
    assert!(sums["sums"].as_array().unwrap().iter().any(|sum| sum["type"] == "CAPTURE" && sum["amount"] == "10.00"));

    let orders = program.write("orders.csv", &format!("order_uuid,total\n{order},10\n"));
    program.json(&["settlement", "reconcile", payout, "--orders", &orders]);
}

#[tokio::test(flavor = "multi_thread")]
async fn differences_are_listed() {
    let program = Program::new("reconcile").await;
    let report = program.write("report.csv", REPORT);
    let orders = program.write("orders.csv", "number,reference\n1,order-1\n3,order-3\n");
    let arguments = ["settlement", "reconcile", &report, "--orders", &orders, "--column", "reference"];
    let output = program.run(&arguments);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["rows_without_order"], json!([{"order": "order-2", "rows": 1, "amount": "10.00 CAD"}]));
    assert_eq!(found["orders_without_row"], json!([{"order": "order-3"}]));
    assert_eq!(found["counts"]["rows_about_no_order"], 1);
    assert!(program.fails(2, &arguments[..5]).contains("--column"));

    let orders: String = (0..1500).map(|number| format!("a-{number}\n")).collect();
    let orders = program.write("many.csv", &format!("uuid\n{orders}"));
    let many = ["settlement", "reconcile", &report, "--orders", &orders];
    let found: Value = serde_json::from_slice(&program.run(&many).stdout).unwrap();
    assert_eq!(found["orders_without_row"].as_array().unwrap().len(), 1500);
    let table = program.run(&[&many[..], &["-o", "table"]].concat()).stdout;
    assert!(String::from_utf8(table).unwrap().contains("and 500 more"));

    let broken = program.write("broken.csv", "type,amount,posting_currency\nFEE,a lot,USD\nFEE,-1,USD\n");
    assert!(program.fails(1, &["settlement", "sum", &broken]).contains("line 2"));
}

/// A report of any length is read in the memory of a short one.
#[tokio::test(flavor = "multi_thread")]
#[cfg(target_os = "linux")]
async fn long_report_is_streamed() {
    const ROWS: usize = 300_000;
    let program = Program::new("long-report").await;
    let mut command = program.command(&["settlement", "sum", "-"]);
    let mut child = command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    let mut input = std::io::BufWriter::new(child.stdin.take().unwrap());
    writeln!(input, "type,amount,posting_currency,external_reference_id").unwrap();
    for row in 0..ROWS {
        writeln!(input, "CAPTURE,1.25,USD,order-{row}").unwrap();
    }
    input.flush().unwrap();
    // All but the last block was read, and the program waits for more.
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    let sums: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(sums["net"][0]["amount"], "375000.00");
    assert!(peak < 60_000, "{peak} kB");
}

#[tokio::test(flavor = "multi_thread")]
async fn doctor_checks_the_subscription() {
    let program = Program::new("doctor").await;
    let status = |output: &[u8], check: &str| -> String {
        let checks: Value = serde_json::from_slice(output).unwrap();
        let found = checks.as_array().unwrap().iter().find(|found| found["check"] == check);
        found.unwrap_or_else(|| panic!("{check}: {checks}"))["status"].as_str().unwrap().to_owned()
    };
    let healthy = program.run(&["doctor"]);
    assert_eq!(healthy.status.code(), Some(0), "{healthy:?}");
    assert_eq!(status(&healthy.stdout, "tls"), "skipped");
    assert_eq!(status(&healthy.stdout, "subscription"), "warning");
    assert_eq!(status(&healthy.stdout, "authentication"), "ok");

    // Nothing listens on this port.
    let url = "http://127.0.0.1:9/hook";
    program.json(&["webhook", "create", "--url", url, "--events", "order.captured"]);
    let broken = program.run(&["doctor"]);
    assert_eq!(broken.status.code(), Some(1), "{broken:?}");
    assert_eq!(status(&broken.stdout, "subscription"), "failed");
    assert_eq!(status(&broken.stdout, "webhook url"), "failed");
    program.fails(1, &["doctor", "--webhook-url", "https://shop.example/hook"]);

    // A handler has to reject what is signed with no key.
    for (response, expected) in [(200, "failed"), (401, "ok"), (404, "warning")] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let respond = move || async move { StatusCode::from_u16(response).unwrap() };
        tokio::spawn(axum::serve(listener, Router::new().route("/hook", post(respond))).into_future());
        program.json(&["webhook", "create", "--url", &url, "--events", "order.captured"]);
        let checked = program.run(&["doctor", "--webhook-url", &url]);
        assert_eq!(status(&checked.stdout, "webhook signature"), expected);
    }

    #[cfg(unix)]
    {
        let mut program = program;
        let file = program.write("profiles.json", "{}");
        std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
        program.variables = vec![("SEZZLE_PROFILES", file)];
        let exposed = program.run(&["doctor"]);
        assert_eq!(exposed.status.code(), Some(1), "{exposed:?}");
        assert_eq!(status(&exposed.stdout, "server"), "failed");
    }
}
