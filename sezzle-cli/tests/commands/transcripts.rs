//! One run through all operations, as a transcript.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Output;
use std::time::Duration;

use axum::Router;
use axum::routing::post;
use serde_json::Value;
use tokio::net::TcpListener;

use crate::operations::document;
use crate::program::{Program, split, text};
use crate::snapshot;

/// Commands in their order. `{name}` stands for an id, which an earlier command has returned at the pointer after `=`.
const STEPS: &[&str] = &[
    "whoami",
    "token create",
    "session create --body session.json --show-secrets  session=/uuid order=/order/uuid token=/tokenize/token",
    "session get {session}",
    "order update {order} --reference-id order-1001",
    "api POST /_simulator/sessions/{session}/approve",
    "order get {order} -o table",
    "session tokenization {token}  customer=/customer/uuid",
    "order capture {order} --amount \"10.00 USD\" --request-id capture-1",
    "order capture {order} --amount \"10.00 USD\" --dry-run",
    "order refund {order} --amount \"2.50 USD\" --request-id refund-1",
    "order upcharge {order} --amount \"1.00 USD\" --intent CAPTURE --request-id upcharge-1",
    "order release {order} --amount \"5.00 USD\" --request-id release-1",
    "api POST /_simulator/orders/{order}/expire",
    "order reauthorize {order} --amount \"3.00 USD\" --request-id reauthorize-1",
    "customer list",
    "customer get {customer} -o table",
    "customer preapprove {customer} --amount \"20 USD\"",
    "customer charge {customer} --amount \"20 USD\" --intent AUTH --reference-id order-1002 --request-id charge-1",
    "customer delete {customer}",
    "customer get {customer}",
    "session create --cancel-url https://shop.example/cancel --complete-url https://shop.example/done --express-checkout-type single-step --order {json}  open=/order/uuid",
    "order update-checkout {open} --currency-code USD --address-uuid address-1",
    "order delete-checkout {open}",
    "card create --body card.json  card=/uuid",
    "api POST /_simulator/sessions/{card}/approve",
    "card get {card-token}",
    "card get {card-token}",
    "card set-order {card} --order-id order-1003",
    "webhook create --url https://shop.example/hook --events order.captured,order.refunded  webhook=/uuid",
    "webhook list -o table",
    "webhook update {webhook} --url https://shop.example/hooks --events order.captured",
    "webhook get {webhook}",
    "webhook test --event order.captured --url https://shop.example/hooks",
    "webhook delete {webhook}",
    "api POST /_simulator/clock/advance --body day.json",
    "settlement list --start-date 2026-03-01  payout=/0/uuid",
    "settlement get {payout}",
    "settlement sum {payout} -o table",
    "interest balance",
    "interest activity --start-date 2026-03-01",
    "order report --start-date 2026-03-01 --end-date 2026-03-03 -o table",
    "doctor -o table",
];

/// The commands that were run, with what they printed and how they ended.
#[derive(Default)]
struct Transcript {
    text: String,
    /// What differs between two runs, with what stands for it.
    masks: Vec<(String, &'static str)>,
}

impl Transcript {
    fn mask(&mut self, text: &str, name: &'static str) {
        self.masks.push((text.to_owned(), name));
    }

    fn add(&mut self, command: &str, output: &Output) {
        let printed = text(&output.stdout) + &text(&output.stderr);
        let end = if printed.is_empty() || printed.ends_with('\n') { "" } else { "\n" };
        let code = output.status.code().unwrap();
        let part = format!("$ sezzle {command}\n{printed}{end}? {code}\n\n");
        self.text += &self.masks.iter().fold(part, |part, (text, name)| part.replace(text, name));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_runs_as_reviewed() {
    let program = Program::new("transcript").await;
    for (name, command) in
        [("session.json", ["session", "create", "--template"]), ("card.json", ["card", "create", "--template"])]
    {
        program.write(name, &program.prints(&command));
    }
    program.write("day.json", "{\"period\": \"P1D\"}");
    let mut values = BTreeMap::from([("json".to_owned(), r#"{"intent":"AUTH","reference_id":"order-1004","description":"Tea","order_amount":{"amount_in_cents":500,"currency":"USD"}}"#.to_owned())]);
    let mut run = BTreeSet::new();
    let mut transcript = Transcript::default();
    transcript.mask(program.simulator.url(), "[URL]");
    for step in STEPS {
        let (command, captures) = step.split_once("  ").unwrap_or((step, ""));
        let arguments: Vec<String> = split(command)
            .into_iter()
            .map(|word| values.iter().fold(word, |word, (name, value)| word.replace(&format!("{{{name}}}"), value)))
            .collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = program.run(&arguments);
        if output.status.success() {
            run.insert((arguments[0].to_owned(), arguments[1..].first().copied().unwrap_or_default().to_owned()));
        }
        transcript.add(command, &output);
        if let Ok(value) = serde_json::from_slice::<Value>(&output.stdout) {
            for capture in captures.split_whitespace() {
                let (name, pointer) = capture.split_once('=').unwrap();
                let found = value.pointer(pointer).and_then(Value::as_str);
                values.insert(name.to_owned(), found.unwrap_or_else(|| panic!("{step}: {value}")).to_owned());
            }
        }
        // Tokens are not printed, and no operation returns that of a card.
        if let Some(token) = values.get("card").and_then(|card| program.simulator.card_token(card)) {
            values.insert("card-token".to_owned(), token);
        }
    }
    snapshot::check("transcript.txt", &transcript.text);

    let document = document();
    let operations =
        document["paths"].as_object().unwrap().values().flat_map(|item| item.as_object().unwrap().values());
    let name = |operation: &Value, index: usize| operation["x-cli"][index].as_str().unwrap().to_owned();
    let missing: Vec<_> = operations
        .map(|operation| (name(operation, 0), name(operation, 1)))
        .filter(|names| !run.contains(names))
        .collect();
    assert!(missing.is_empty(), "add a step to `STEPS` in this file, or correct the one that fails, for {missing:?}");
}

/// Commands that run until they are stopped, and those that need their files, keys or handler.
#[tokio::test(flavor = "multi_thread")]
async fn long_running_commands_run_as_reviewed() {
    let program = Program::new("long-running").await;
    let mut transcript = Transcript::default();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let handler = format!("http://{}/webhooks", listener.local_addr().unwrap());
    tokio::spawn(axum::serve(listener, Router::new().route("/webhooks", post(|| async {}))).into_future());
    transcript.mask(&handler, "[HANDLER]");
    transcript.mask(program.simulator.url(), "[URL]");
    transcript.mask(program.home.to_str().unwrap(), "[HOME]");

    let sim = "sim --port 0 --clock 2026-03-01T12:00:00Z";
    let (process, url) = program.start(&sim.split(' ').collect::<Vec<_>>());
    process.interrupt();
    transcript.mask(&url, "[SIM]");
    transcript.add(sim, &process.wait());

    let listen = format!("listen --forward-to {handler} --record events.jsonl --exit-after 2 -o table");
    let (process, url) = program.start(&listen.split(' ').collect::<Vec<_>>());
    transcript.mask(&url, "[LISTEN]");
    let run = |transcript: &mut Transcript, command: &str| {
        let output = program.run(&split(command).iter().map(String::as_str).collect::<Vec<_>>());
        transcript.add(command, &output);
        text(&output.stdout)
    };
    let order = run(&mut transcript, "trigger order.authorized --quiet");
    let order = order.trim();
    run(&mut transcript, &format!("trigger order.captured --order {order}"));
    let mut output = process.wait();
    // The lines begin with the time.
    let lines = text(&output.stdout);
    let lines: Vec<_> = lines.lines().map(|line| line.split_once(' ').map_or(line, |(_, rest)| rest)).collect();
    output.stdout = (lines.join("\n") + "\n").into_bytes();
    transcript.add(&listen, &output);

    program.write("orders.csv", &format!("order_uuid\n{order}\n"));
    program.write("others.csv", "order_uuid\norder-1\n");
    program.simulator.advance(Duration::from_secs(24 * 60 * 60));
    let payouts = program.json(&["settlement", "list", "--start-date", "2026-03-01"]);
    let payout = payouts[0]["uuid"].as_str().unwrap();
    for command in [
        "replay events.jsonl --forward-to {handler} --duplicate 2 --verify-cmd true",
        "replay events.jsonl --forward-to {handler} --corrupt",
        "settlement reconcile {payout} --orders orders.csv -o table",
        "settlement reconcile {payout} --orders others.csv -o table",
        "logout --profile shop",
    ] {
        run(&mut transcript, &command.replace("{handler}", &handler).replace("{payout}", payout));
    }
    let keys = format!("{}\n{}\n", program.simulator.public_key(), program.simulator.private_key());
    transcript.add("login --profile shop", &program.run_with_input(&["login", "--profile", "shop"], &keys));
    transcript.add("login", &program.run_with_input(&["login"], "sz_pub_1\n"));
    for command in ["whoami --profile shop", "logout --profile shop", "whoami --profile shop"] {
        run(&mut transcript, command);
    }
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let mut output = program.run(&["completions", shell]);
        // Only the beginning: the rest follows from the help.
        output.stdout = text(&output.stdout).lines().find(|line| line.contains("sezzle")).unwrap().as_bytes().to_vec();
        transcript.add(&format!("completions {shell}"), &output);
    }
    snapshot::check("long_running.txt", &transcript.text);
}
