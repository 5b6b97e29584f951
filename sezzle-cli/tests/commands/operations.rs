//! The commands of the operations, held against the document.

use serde_json::{Value, json};

use crate::program::{Program, split};

pub(crate) fn document() -> Value {
    serde_json::from_str(sezzle_simulator::DOCUMENT).unwrap()
}

/// Returns the example of a command, from its help, without the word `sezzle`.
fn example(program: &Program, path: &[&str]) -> Vec<String> {
    let help = program.run(&[path, &["--help"]].concat());
    let help = String::from_utf8(help.stdout).unwrap();
    split(help.lines().next().unwrap().strip_prefix("Example: sezzle ").unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_has_a_command() {
    let program = Program::new("every-operation").await;
    let document = document();
    let mut count = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let names: Vec<_> =
                operation["x-cli"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            let mut arguments = example(&program, &names);
            assert_eq!(arguments[..2], names[..], "{method} {path}");
            if arguments.last().is_some_and(|last| last == "FILE") {
                let template = program.run(&[&names[..], &["--template"]].concat());
                *arguments.last_mut().unwrap() =
                    program.write("body.json", &String::from_utf8(template.stdout).unwrap());
            }
            arguments.push("--dry-run".to_owned());
            let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
            let request = program.json(&arguments);
            assert_eq!(request["method"].as_str().unwrap(), method.to_uppercase());
            let url = request["url"].as_str().unwrap().strip_prefix(program.simulator.url()).unwrap();
            let segments = |path: &str| path.split('?').next().unwrap().split('/').count();
            assert_eq!(segments(url), segments(path), "{url}");
            for (part, expected) in url.split('?').next().unwrap().split('/').zip(path.split('/')) {
                assert!(part == expected || expected == format!("{{{}}}", part.to_lowercase()), "{url} {path}");
            }
            assert_eq!(request.get("body").is_some(), operation.get("requestBody").is_some(), "{method} {path}");
            count += 1;
        }
    }
    assert!(count > 0, "the document has operations");
    assert!(program.simulator.requests().is_empty(), "a dry run sends nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn templates_are_accepted() {
    let program = Program::new("templates").await;
    let order = program.approved_order();
    let capture = program.run(&["order", "capture", "--template"]).stdout;
    let capture = String::from_utf8(capture).unwrap();
    assert!(capture.contains("// The amount in cents"), "{capture}");
    let output = program.run_with_input(&["order", "capture", &order, "--body", "-", "--amount", "1.50 USD"], &capture);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let order = program.json(&["order", "get", &order]);
    assert_eq!(order["authorization"]["captures"][0]["amount"], json!({"amount_in_cents": 150, "currency": "USD"}));
}

#[tokio::test(flavor = "multi_thread")]
async fn same_request_id_acts_once() {
    let program = Program::new("request-id").await;
    let order = program.approved_order();
    let capture = ["order", "capture", &order, "--capture-amount", "2 USD", "--request-id", "capture-1"];
    assert_eq!(program.json(&capture), program.json(&capture));
    let order = program.json(&["order", "get", &order]);
    assert_eq!(order["authorization"]["captures"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_codes_tell_what_happened() {
    let program = Program::new("exit-codes").await;
    let order = program.approved_order();
    let capture = ["order", "capture", &order, "--amount", "1 USD"];

    let errors = program.fails(1, &["order", "get", "no-such-order"]);
    assert!(errors.contains("404") && errors.contains("record_not_found"), "{errors}");
    assert!(program.fails(1, &["order", "capture", &order, "--amount", "100000 USD"]).contains("422"));

    for (arguments, word) in [
        (&["order", "capture", &order][..], "--amount"),
        (&["order", "capture", &order, "--amount", "1.005 USD"], "--amount"),
        (&["order", "capture", &order, "--body", "/no/such/file"], "--body"),
        (&["order", "capture"], "ORDER_UUID"),
        (&["order", "get", " "], "order_uuid"),
        (&["order", "get", ".."], "path"),
        (&["order", "recieve", &order], "recieve"),
        (&["webhook", "create", "--url", "https://shop.example", "--events", "order.catpured"], "order.captured"),
        (&["order", "get", &order, "--server", "http://gateway.example"], "https"),
    ] {
        assert!(program.fails(2, arguments).contains(word), "{arguments:?}");
    }
    for body in ["", "// a comment\n", "[]", "{", "{}", "null", "{\"capture_amount\": null}"] {
        let output = program.run_with_input(&["order", "capture", &order, "--body", "-"], body);
        assert_eq!(output.status.code(), Some(2), "{body}: {output:?}");
    }

    // Sezzle would capture such an order at once.
    let urls = ["--cancel-url", "https://shop.example/cart", "--complete-url", "https://shop.example/thanks"];
    let no_intent = r#"{"order_amount": {"amount_in_cents": 100, "currency": "USD"}}"#;
    let errors = program.fails(2, &[&["session", "create", "--order", no_intent], &urls[..]].concat());
    assert!(errors.contains("`order.intent`") && errors.contains("AUTH"), "{errors}");

    // The response is lost after the request was processed, in all attempts.
    program.simulator.add_fault("capture_order=reset:processed".parse().unwrap()).unwrap();
    let errors = program.fails(3, &capture);
    assert!(errors.contains("may have been processed") && errors.contains("--request-id"), "{errors}");
    assert!(program.fails(3, &["trigger", "order.captured"]).contains("may have been processed"));
    // Reading can always be repeated.
    program.simulator.add_fault("get_order=reset".parse().unwrap()).unwrap();
    program.fails(1, &["order", "get", &order]);
    program.fails(1, &["trigger", "order.authorized"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn money_on_production_needs_a_confirmation() {
    let mut program = Program::new("production").await;
    program.variables =
        [("SEZZLE_SERVER", "production"), ("SEZZLE_PUBLIC_KEY", "sz_pub_1"), ("SEZZLE_PRIVATE_KEY", "sz_pr_1")]
            .map(|(name, value)| (name, value.to_owned()))
            .to_vec();
    for arguments in [
        &["order", "capture", "order-1", "--amount", "41.50 USD"][..],
        &["order", "refund", "order-1", "--amount", "41.50 USD", "--no-interaction"],
    ] {
        let errors = program.fails(2, arguments);
        for word in ["https://gateway.sezzle.com", "order-1", "41.50 USD", "--yes"] {
            assert!(errors.contains(word), "{errors}");
        }
    }
    assert!(program.fails(2, &["api", "DELETE", "/v2/customer/1"]).contains("--yes"));
}

#[tokio::test(flavor = "multi_thread")]
async fn all_pages_are_read() {
    let program = Program::new("pages").await;
    for _ in 0..25 {
        let order = program.approved_order();
        program.json(&["order", "capture", &order, "--amount", "1 USD"]);
        program.simulator.advance(std::time::Duration::from_secs(24 * 60 * 60));
    }
    let list = ["settlement", "list", "--start-date", "2026-03-01"];
    let uuids = |value: Value| -> std::collections::BTreeSet<String> {
        value.as_array().unwrap().iter().map(|payout| payout["uuid"].to_string()).collect()
    };
    assert_eq!(uuids(program.json(&list)).len(), 25);
    assert_eq!(uuids(program.json(&[&list[..], &["--offset", "20"]].concat())).len(), 5);
    let table = program.run(&[&list[..], &["-o", "table"]].concat());
    assert_eq!(String::from_utf8(table.stdout).unwrap().lines().count(), 26);
}

#[tokio::test(flavor = "multi_thread")]
async fn raw_requests_have_queries_and_bodies() {
    let program = Program::new("raw").await;
    let dates = "start-date=2026-03-01&end-date=2026-03-02";
    assert_eq!(program.json(&["api", "GET", &format!("/v2/orders/report?{dates}")]), json!([]));
    let query = ["--query", "start-date=2026-03-01", "--query", "end-date=2026-03-02"];
    assert_eq!(program.json(&[&["api", "GET", "/v2/orders/report"], &query[..]].concat()), json!([]));
    let csv = program.run(&["api", "GET", "/v2/interest/activity?start-date=2026-03-01"]);
    assert!(csv.stdout.starts_with(b"type,event_date,"), "{csv:?}");
    assert!(program.fails(1, &["api", "GET", "/v2/no-such-path"]).contains("404"));
    assert!(program.fails(2, &["api", "GET", "v2/order"]).contains("slash"));
    assert!(
        program.fails(1, &["api", "POST", "/v2/session", "--body", &program.write("empty.json", "{}")]).contains("422")
    );
}
