//! Typical mistakes of users, each with the message that they see. The messages are reviewed: `compile_time.txt` has those
//! of the compiler for the files in `compile`, `run_time.txt` those of the crate. `UPDATE_SNAPSHOTS=1` updates both.

#![allow(clippy::unwrap_used, reason = "a test should stop at an unexpected failure")]

use std::fmt::{Display, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sezzle_api::types::{CaptureRequest, Price, RedirectUrl, SessionOrder, SessionRequest};
use sezzle_api::webhook::Verifier;
use sezzle_api::{Client, Credentials, Error, RetryPolicy, Server};
use sezzle_simulator::Simulator;
use sezzle_tests::fixtures::{client_of, session_request};

#[test]
fn compile_time_messages_are_as_reviewed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("mistakes/compile");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut text = String::new();
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap();
        let messages = compile(&folder, name);
        assert!(messages.contains("error"), "{name} compiles: {messages}");
        writeln!(text, "{name}\n{messages}").unwrap();
    }
    check("compile_time.txt", &text);
}

/// Compiles a file against the crate as this test was built with it, and returns the messages of the compiler. The crate
/// would be compiled again by a project of its own.
fn compile(folder: &Path, file: &str) -> String {
    let this = std::env::current_exe().unwrap();
    let libraries = this.parent().unwrap();
    let newest = |name: &str| {
        let matches = |path: &PathBuf| {
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            file.starts_with(&format!("lib{name}-")) && file.ends_with(".rlib")
        };
        let found = std::fs::read_dir(libraries).unwrap().map(|entry| entry.unwrap().path()).filter(matches);
        let found = found.max_by_key(|path| path.metadata().unwrap().modified().unwrap()).unwrap();
        format!("{name}={}", found.display())
    };
    let output = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into()))
        .args(["--edition", "2024", "--crate-type", "lib", "--emit", "metadata", "-o", "/dev/null", "-L"])
        .arg(format!("dependency={}", libraries.display()))
        .args(["--extern", &newest("sezzle_api"), "--extern", &newest("serde_json"), file])
        .current_dir(folder)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    // The places of definitions change with the crate and with the compiler.
    let is_reviewed = |line: &&str| !line.contains("::: ") && (!line.contains("--> ") || line.contains(file));
    text.lines().filter(is_reviewed).collect::<Vec<_>>().join("\n") + "\n"
}

/// Compares a text with the reviewed one.
#[track_caller]
fn check(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("mistakes").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let reviewed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == reviewed, "run this test with UPDATE_SNAPSHOTS=1 and review {name}:\n{text}");
}

/// The messages so far.
struct Messages(String);

impl Messages {
    fn add(&mut self, mistake: &str, error: impl Display) {
        writeln!(self.0, "{mistake}\n    {error}\n").unwrap();
    }
}

#[tokio::test]
async fn run_time_messages_are_as_reviewed() {
    let simulator = Simulator::start().await.unwrap();
    let client = client_of(&simulator);
    let mut messages = Messages(String::new());
    add_settings(&mut messages, &simulator).await;
    add_requests(&mut messages, &client).await;
    add_orders(&mut messages, &simulator, &client).await;

    let mut text = messages.0.replace(simulator.url(), "[SIMULATOR]");
    for (start, length) in text.match_indices("debug_uuid ").map(|(at, mark)| (at + mark.len(), 36)).collect::<Vec<_>>()
    {
        text.replace_range(start..start + length, "00000000-0000-0000-0000-000000000000");
    }
    while let Some(at) = text.find(" attempts in ") {
        let end = at + text[at..].find(')').unwrap();
        text.replace_range(at..end, " attempts");
    }
    check("run_time.txt", &text);
}

async fn add_settings(messages: &mut Messages, simulator: &Simulator) {
    let build = |url: &str, public: &str, private: &str| Client::builder().gateway(url, (public, private)).build();
    let sandbox = Server::Sandbox.url().to_owned();
    messages.add("no keys", Client::builder().build().unwrap_err());
    messages.add("swapped keys", build(&sandbox, "sz_pr_1", "sz_pub_1").unwrap_err());
    messages.add("a line break after a key", build(&sandbox, "sz_pub_1\n", "sz_pr_1").unwrap_err());
    messages.add("a token with its scheme", {
        Client::builder().credentials(Credentials::token("Bearer abc")).build().unwrap_err()
    });
    messages.add("a URL with the version", build(&format!("{sandbox}/v2"), "sz_pub_1", "sz_pr_1").unwrap_err());
    messages.add("plain http", build("http://gateway.example", "sz_pub_1", "sz_pr_1").unwrap_err());
    messages.add("an unknown server", "staging".parse::<Server>().unwrap_err());
    let other = build(simulator.url(), "sz_pub_production", "sz_pr_production").unwrap();
    messages.add("keys of another server", other.list_webhooks().await.unwrap_err());
    let expired = Client::builder().server(Server::Custom(simulator.url().to_owned()));
    let expired = expired.credentials(Credentials::token("expired")).build().unwrap();
    messages.add("an invalid token", expired.list_webhooks().await.unwrap_err());
    // Nothing listens on the discard port.
    let down =
        Client::builder().gateway("http://127.0.0.1:9", ("sz_pub_1", "sz_pr_1")).retry_policy(RetryPolicy::never());
    messages.add("a gateway that is down", down.build().unwrap().list_webhooks().await.unwrap_err());
    messages.add("a blocking call in a runtime", other.list_webhooks().send_blocking().unwrap_err());
    let forged = Verifier::new("sz_pr_1").unwrap().verify_event(b"{}", "00".repeat(32)).unwrap_err();
    messages.add("a forged webhook", forged);
    messages.add("the public key for webhooks", Verifier::new("sz_pub_1").unwrap_err());
}

async fn add_requests(messages: &mut Messages, client: &Client) {
    let url = || RedirectUrl::builder().href("https://shop.example/thanks");
    let order = || SessionOrder::builder().order_amount(Price::usd(4150));
    let session = |order| SessionRequest::builder().cancel_url(url()).complete_url(url()).order(order);
    messages.add("no body", client.create_session().await.unwrap_err());
    let incomplete = SessionRequest::builder().cancel_url(url()).order(order().intent("AUTH"));
    messages.add("a missing field", client.create_session().body(incomplete).await.unwrap_err());
    messages.add("no intent", client.create_session().body(session(order())).await.unwrap_err());
    messages.add("a typo in an enum", client.create_session().body(session(order().intent("auth"))).await.unwrap_err());
    let relative = SessionRequest::builder().cancel_url("/cart").complete_url(url()).order(order().intent("AUTH"));
    messages.add("a relative URL", client.create_session().body(relative).await.unwrap_err());
    let currency = order().intent("AUTH").order_amount(Price::builder().amount_in_cents(4150).currency("EUR"));
    messages.add(
        "a currency that Sezzle does not have",
        client.create_session().body(session(currency)).await.unwrap_err(),
    );
    messages.add("an empty id", client.get_order().order_uuid("").await.unwrap_err());
    messages.add("an unknown order", client.get_order().order_uuid("order-1001").await.unwrap_err());
    messages.add("a day that is no date", client.list_settlements().start_date("03/01/2026").await.unwrap_err());
    let sum =
        Price::sum("USD", [Price::usd(100), Price::builder().amount_in_cents(100).currency("CAD").build().unwrap()]);
    messages.add("a sum of two currencies", Error::from(sum.unwrap_err()));
    messages.add("a fraction of a cent", "41.505 USD".parse::<Price>().unwrap_err());
}

async fn add_orders(messages: &mut Messages, simulator: &Simulator, client: &Client) {
    let body = |cents| CaptureRequest::builder().capture_amount(Price::usd(cents));
    let session = client.create_session().body(session_request()).await.unwrap();
    let order = session.order_uuid().unwrap();
    let capture = |cents| client.capture_order().order_uuid(order).body(body(cents));
    messages.add("a capture before the shopper approves", capture(4150).await.unwrap_err());
    simulator.approve(order).unwrap();
    messages.add("a capture of more than the order", capture(9999).await.unwrap_err());
    simulator.advance(Duration::from_secs(8 * 24 * 60 * 60));
    messages.add("a capture after the authorization has expired", capture(4150).await.unwrap_err());
}
