//! Commands of operations.

use std::io::Write;
use std::process::Stdio;

use crate::Shop;

fn authorized_order(shop: &Shop) -> String {
    shop.run(&["trigger", "order.authorized", "-o", "id"]).trim().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn order_is_captured_refunded_and_read() {
    let shop = Shop::open().await;
    let order = authorized_order(&shop);
    let capture = shop.json(&["order", "capture", &order, "--amount", "41.50 USD"]);
    assert!(capture["uuid"].is_string(), "{capture}");
    shop.run(&["order", "refund", &order, "--amount", "1.00 USD"]);
    let read = shop.json(&["order", "get", &order]);
    assert_eq!(read["authorization"]["refunds"][0]["amount"]["amount_in_cents"], 100);
}

#[tokio::test(flavor = "multi_thread")]
async fn request_id_makes_a_command_repeatable() {
    let shop = Shop::open().await;
    let order = authorized_order(&shop);
    let command = ["order", "capture", &order, "--amount", "1.00 USD", "--request-id", "capture-1"];
    assert_eq!(shop.run(&command), shop.run(&command));
    let read = shop.json(&["order", "get", &order]);
    assert_eq!(read["authorization"]["captures"].as_array().map(Vec::len), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_codes_distinguish_rejections_usage_and_unknown_results() {
    let shop = Shop::open().await;
    let order = authorized_order(&shop);
    let rejected = shop.fail(1, &["order", "capture", &order, "--amount", "99.00 USD"]);
    assert!(rejected.contains("HTTP 422") && rejected.contains("capture_amount.amount_in_cents"), "{rejected}");
    assert!(shop.fail(1, &["order", "get", "unknown"]).contains("HTTP 404"));

    for arguments in [
        &["order", "capture", &order][..],
        &["order", "capture", &order, "--amount", "1"],
        &["order", "capture", &order, "--body", "missing.json"],
        &["order", "get", ""],
        &["order", "get", ".."],
        &["webhook", "create", "--url", "https://shop.example/", "--events", "order.unknown"],
        &["trigger", "order.unknown"],
        &["replay", "missing.jsonl", "--forward-to", "http://127.0.0.1:9"],
    ] {
        shop.fail(2, arguments);
    }

    shop.simulator.add_fault("capture_order=reset:processed".parse().expect("a rule")).expect("is added");
    let unknown = shop.fail(3, &["order", "capture", &order, "--amount", "1.00 USD", "--request-id", "again"]);
    assert!(unknown.contains("may have been processed") && unknown.contains("--request-id again"), "{unknown}");
    shop.simulator.clear_faults();
    shop.run(&["order", "capture", &order, "--amount", "1.00 USD", "--request-id", "again"]);
    let read = shop.json(&["order", "get", &order]);
    assert_eq!(read["authorization"]["captures"].as_array().map(Vec::len), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn body_comes_from_standard_input_and_flags_replace_members() {
    let shop = Shop::open().await;
    let template = shop.run(&["webhook", "create", "--template"]);
    assert!(template.contains("  // Required. "), "{template}");
    let arguments = ["webhook", "create", "--body", "-", "--url", "http://127.0.0.1:9/hook"];
    let mut child = shop.command(&arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("starts");
    child.stdin.take().expect("stdin").write_all(template.as_bytes()).expect("is written");
    assert!(child.wait().expect("ends").success());
    let list = shop.json(&["webhook", "list"]);
    assert_eq!(list[0]["url"], "http://127.0.0.1:9/hook");
    assert_eq!(list[0]["events"].as_array().map(Vec::len), Some(9));

    for (body, message) in [("", "the body is empty"), ("{\n  oops", "line 2"), ("[1]", "must be a JSON object")] {
        std::fs::write(shop.folder.file("body.json"), body).expect("is written");
        let error = shop.fail(2, &["webhook", "create", "--body", "body.json"]);
        assert!(error.contains(message), "{error}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dry_run_sends_nothing_and_prints_no_credentials() {
    let shop = Shop::open().await;
    let output = shop.run(&["order", "capture", "a/b", "--amount", "1.00 USD", "--request-id", "r", "--dry-run"]);
    assert!(output.contains("/v2/order/a%2Fb/capture\nsezzle-request-id: r\n"), "{output}");
    assert!(!output.to_lowercase().contains("authorization"), "{output}");
    assert!(shop.simulator.requests().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_are_read_to_the_end() {
    let shop = Shop::open().await;
    for _ in 0..25 {
        shop.run(&["trigger", "order.captured"]);
        shop.simulator.advance(std::time::Duration::from_secs(24 * 3600));
    }
    let all = shop.json(&["settlement", "list", "--start-date", "2020-01-01"]);
    assert_eq!(all.as_array().map(Vec::len), Some(25));
    let page = shop.json(&["settlement", "list", "--start-date", "2020-01-01", "--offset", "20"]);
    assert_eq!(page.as_array().map(Vec::len), Some(5));
}

#[tokio::test(flavor = "multi_thread")]
async fn payout_is_added_up_and_reconciled() {
    let shop = Shop::open().await;
    let order = shop.run(&["trigger", "order.refunded", "-o", "id"]).trim().to_owned();
    shop.simulator.advance(std::time::Duration::from_secs(24 * 3600));
    let payouts = shop.json(&["settlement", "list", "--start-date", "2020-01-01"]);
    let payout = payouts[0]["uuid"].as_str().expect("an id");
    let sums = shop.run(&["settlement", "sum", payout]);
    for line in ["CAPTURE       USD       1     41.50", "net           USD             37.77"] {
        assert!(sums.contains(line), "{sums}");
    }
    let details = shop.run(&["settlement", "details", payout]);
    std::fs::write(shop.folder.file("payout.csv"), details).expect("is written");
    assert_eq!(shop.run(&["settlement", "sum", "payout.csv"]), sums);

    std::fs::write(shop.folder.file("orders.csv"), format!("name,order_uuid\n\"a, b\",{order}\n")).expect("is written");
    let equal = shop.run(&["settlement", "reconcile", payout, "--orders", "orders.csv"]);
    assert!(equal.contains("0 not in the file, 0 not in the payout"), "{equal}");
    std::fs::write(shop.folder.file("orders.csv"), "order_uuid\nother\n").expect("is written");
    let output =
        shop.command(&["settlement", "reconcile", "payout.csv", "--orders", "orders.csv"]).output().expect("runs");
    assert_eq!(output.status.code(), Some(1));
    let differences = crate::text(&output.stdout);
    assert!(differences.contains(&format!("not in the file: {order}")), "{differences}");
    assert!(differences.contains("not in the payout: other"), "{differences}");
}

#[tokio::test(flavor = "multi_thread")]
async fn any_path_can_be_requested() {
    let shop = Shop::open().await;
    let clock = shop.json(&["api", "GET", "/_simulator/clock"]);
    assert!(clock["now"].is_string(), "{clock}");
    assert!(shop.fail(2, &["api", "GET", "/v2/customer", "--header", "Authorization: x"]).contains("credentials"));
}

#[test]
fn production_asks_before_money_moves() {
    let folder = crate::Folder::new();
    let mut command =
        crate::sezzle(&folder.0, &["order", "capture", "o", "--amount", "1.00 USD", "--server", "production"]);
    command.env("SEZZLE_PUBLIC_KEY", "sz_pub_planted").env("SEZZLE_PRIVATE_KEY", "sz_pr_planted");
    let output = command.output().expect("runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(crate::text(&output.stderr).contains("add --yes"), "{}", crate::text(&output.stderr));
}
