//! The binary.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Output, Stdio};

use serde_json::json;

use crate::support::client::send;
use crate::{assert_error, order, order_request, text};

/// Ends the process with the test, however the test ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn simulator(port: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sezzle-simulator"));
    command.args(["--port", port]);
    command
}

/// Starts one on a free port, and reads what it says up to the line for curl.
fn start(arguments: &[&str]) -> (Running, Vec<String>) {
    let mut running = Running(simulator("0").args(arguments).stdout(Stdio::piped()).spawn().expect("runs"));
    let stdout = running.0.stdout.take().expect("is piped");
    let mut greeting: Vec<String> = Vec::new();
    for line in BufReader::new(stdout).lines() {
        greeting.push(line.expect("text"));
        if greeting.last().is_some_and(|line| line.starts_with("curl ")) {
            break;
        }
    }
    (running, greeting)
}

#[track_caller]
fn exported<'a>(greeting: &'a [String], name: &str) -> &'a str {
    let prefix = format!("export {name}=");
    greeting.iter().find_map(|line| line.strip_prefix(&prefix)).unwrap_or_else(|| panic!("{name}: {greeting:?}"))
}

/// What it says and how it ends when it cannot start.
fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } = simulator("0").args(arguments).output().expect("runs");
    assert!(stdout.is_empty());
    (status.code(), String::from_utf8(stderr).expect("text"))
}

#[tokio::test]
async fn program_serves_and_prints_its_url() {
    let (_running, greeting) = start(&[]);
    let url = exported(&greeting, "SEZZLE_SERVER");
    assert_eq!(exported(&greeting, "SEZZLE_PUBLIC_KEY"), "sz_pub_simulator");
    assert_eq!(exported(&greeting, "SEZZLE_PRIVATE_KEY"), "sz_pr_simulator");
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");

    let curl = greeting.last().expect("the last line");
    assert!(curl.contains(&format!("{url}/v2/authentication")), "{curl}");
    let body = curl.split('\'').rev().nth(1).expect("a quoted body");
    let response = send("POST", &format!("{url}/v2/authentication"), &[], body).await;
    assert_eq!(response.status, 201, "{}", response.body);
}

#[tokio::test]
async fn complete_status_option_sets_the_spelling() {
    for (arguments, expected) in [(&["--complete-status", "completed"][..], "completed"), (&[], "complete")] {
        let (_running, greeting) = start(arguments);
        let url = exported(&greeting, "SEZZLE_SERVER");
        let keys = json!({"public_key": "sz_pub_simulator", "private_key": "sz_pr_simulator"});
        let token = send("POST", &format!("{url}/v2/authentication"), &[], &keys.to_string()).await.json();
        let bearer = format!("authorization: Bearer {}", text(&token, "/token"));
        let request = order_request(order()).to_string();
        let created = send("POST", &format!("{url}/v2/session"), &[&bearer], &request).await.json();
        let uuid = text(&created, "/order/uuid");
        assert_eq!(send("POST", &format!("{url}/_simulator/sessions/{uuid}/approve"), &[], "").await.status, 200);
        let read = send("GET", &format!("{url}/v2/order/{uuid}"), &[&bearer], "").await.json();
        assert_eq!(read["checkout_status"], expected);
    }
    let (code, message) = refused(&["--complete-status", "done"]);
    assert!(code == Some(2) && message.contains("write complete or completed"), "{message}");
}

#[test]
fn port_in_use_is_an_error() {
    let held = TcpListener::bind("127.0.0.1:0").expect("binds");
    let port = held.local_addr().expect("has an address").port().to_string();
    let Output { status, stdout, stderr } = simulator(&port).output().expect("runs");
    assert_eq!(status.code(), Some(1));
    assert!(stdout.is_empty());
    let message = String::from_utf8(stderr).expect("text");
    assert!(message.contains(&format!("Port {port} is in use")), "{message}");
}

#[tokio::test]
async fn seed_clock_and_faults_can_be_chosen() {
    let arguments =
        ["--seed", "7", "--clock", "2026-03-01T13:00:00+01:00", "--faults", "create_session=503x1, *=reset@0"];
    let mut tokens = Vec::new();
    for _ in 0..2 {
        let (_running, greeting) = start(&arguments);
        assert!(greeting.iter().any(|line| line == "Fault:       create_session=503:arrayx1"), "{greeting:?}");
        let url = exported(&greeting, "SEZZLE_SERVER");
        let clock = send("GET", &format!("{url}/_simulator/clock"), &[], "").await.json();
        assert!(text(&clock, "/now").starts_with("2026-03-01T12:0"), "{clock}");
        let faults = send("GET", &format!("{url}/_simulator/faults"), &[], "").await.json();
        assert_eq!(faults[1]["rule"], "*=reset@0");

        let keys = json!({
            "public_key": exported(&greeting, "SEZZLE_PUBLIC_KEY"),
            "private_key": exported(&greeting, "SEZZLE_PRIVATE_KEY"),
        });
        let response = send("POST", &format!("{url}/v2/authentication"), &[], &keys.to_string()).await.json();
        tokens.push(text(&response, "/token").to_owned());
        let bearer = format!("authorization: Bearer {}", tokens[0]);
        let session = order_request(order()).to_string();
        let failed = send("POST", &format!("{url}/v2/session"), &[&bearer], &session).await;
        assert_error(&failed, 503, "service_unavailable");
    }
    assert_eq!(tokens[0], tokens[1], "the seed decides");
}

#[test]
fn faults_are_read_from_a_file() {
    let path = std::env::temp_dir().join(format!("sezzle-faults-{}.txt", std::process::id()));
    std::fs::write(&path, "# slow days\ncapture_order=504:processed@0.1\n\nget_order=delay:2s # now and then\n")
        .expect("is written");
    let (_running, greeting) = start(&["--faults", path.to_str().expect("text")]);
    std::fs::remove_file(&path).expect("is removed");
    let faults: Vec<&String> = greeting.iter().filter(|line| line.starts_with("Fault: ")).collect();
    assert_eq!(faults, ["Fault:       capture_order=504:array:processed@0.1", "Fault:       get_order=delay:2000ms"]);
}

#[test]
fn invalid_arguments_are_errors() {
    for (arguments, told) in [
        (["--faults", "capture_order=boom"], "`boom` is no fault"),
        (["--faults", "capture=503"], "no operation `capture`"),
        (["--faults", "no-such-file.txt"], "write OPERATION=FAULT"),
        (["--clock", "tomorrow"], "write a time such as"),
        (["--seed", "x"], "invalid digit"),
        (["--host", "everywhere"], "invalid IP address"),
        (["--host", "192.0.2.1"], "The simulator cannot run"),
    ] {
        let (code, message) = refused(&arguments);
        assert!(code.is_some_and(|code| code != 0), "{arguments:?}");
        assert!(message.contains(told), "{arguments:?}: {message}");
    }
}

#[test]
fn listening_beyond_this_machine_is_warned_of() {
    let mut command = simulator("0");
    let mut running = Running(
        command.args(["--host", "0.0.0.0"]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("runs"),
    );
    let stderr = running.0.stderr.take().expect("is piped");
    let warning = BufReader::new(stderr).lines().next().expect("a line").expect("text");
    assert!(warning.starts_with("Warning: anyone who can reach 0.0.0.0:"), "{warning}");
}
