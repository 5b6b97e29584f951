//! The binary.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};

use crate::support::client::{Response, send};
use crate::support::{assert_error, order_request, text};

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

/// A program on a free port, and what it printed up to the line for curl.
struct Program {
    _running: Running,
    greeting: Vec<String>,
    url: String,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let mut running = Running(simulator("0").args(arguments).stdout(Stdio::piped()).spawn().expect("runs"));
        let stdout = running.0.stdout.take().expect("is piped");
        let mut greeting = Vec::new();
        for line in BufReader::new(stdout).lines() {
            greeting.push(line.expect("text"));
            if greeting.last().is_some_and(|line| line.starts_with("curl ")) {
                break;
            }
        }
        let url = exported(&greeting, "SEZZLE_SERVER").to_owned();
        Self { _running: running, greeting, url }
    }

    async fn call(&self, method: &str, path: &str, bearer: &[&str], body: &Value) -> Response {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        send(method, &format!("{}{path}", self.url), bearer, &body).await
    }

    /// Authenticates with the printed keys, and returns the header.
    async fn bearer(&self) -> String {
        let [public_key, private_key] =
            ["SEZZLE_PUBLIC_KEY", "SEZZLE_PRIVATE_KEY"].map(|name| exported(&self.greeting, name));
        let keys = json!({"public_key": public_key, "private_key": private_key});
        let response = self.call("POST", "/v2/authentication", &[], &keys).await;
        format!("authorization: Bearer {}", text(&response.json(), "/token"))
    }
}

#[track_caller]
fn exported<'a>(greeting: &'a [String], name: &str) -> &'a str {
    let prefix = format!("export {name}=");
    greeting.iter().find_map(|line| line.strip_prefix(&prefix)).unwrap_or_else(|| panic!("{name}: {greeting:?}"))
}

/// Returns the exit code and the error of a program that cannot start.
fn failed(port: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } = simulator(port).args(arguments).output().expect("runs");
    assert!(stdout.is_empty());
    (status.code(), String::from_utf8(stderr).expect("text"))
}

#[tokio::test]
async fn program_serves_and_prints_its_url() {
    let program = Program::start(&[]);
    assert_eq!(exported(&program.greeting, "SEZZLE_PUBLIC_KEY"), "sz_pub_simulator");
    assert_eq!(exported(&program.greeting, "SEZZLE_PRIVATE_KEY"), "sz_pr_simulator");
    assert!(program.url.starts_with("http://127.0.0.1:"), "{}", program.url);

    let curl = program.greeting.last().expect("the last line");
    assert!(curl.contains(&format!("{}/v2/authentication", program.url)), "{curl}");
    let body = curl.split('\'').rev().nth(1).expect("a quoted body");
    let response = send("POST", &format!("{}/v2/authentication", program.url), &[], body).await;
    assert_eq!(response.status, 201, "{}", response.body);
}

#[tokio::test]
async fn seed_clock_faults_and_spelling_can_be_chosen() {
    let arguments = [
        &["--seed", "7", "--clock", "2026-03-01T13:00:00+01:00", "--complete-status", "completed"][..],
        &["--faults", "create_session=503x1, *=reset@0"],
    ];
    let mut tokens = Vec::new();
    for _ in 0..2 {
        let program = Program::start(&arguments.concat());
        let fault = "Fault:       create_session=503:arrayx1";
        assert!(program.greeting.iter().any(|line| line == fault), "{:?}", program.greeting);
        let clock = program.call("GET", "/_simulator/clock", &[], &Value::Null).await.json();
        assert!(text(&clock, "/now").starts_with("2026-03-01T12:0"), "{clock}");
        let faults = program.call("GET", "/_simulator/faults", &[], &Value::Null).await.json();
        assert_eq!(faults[1]["rule"], "*=reset@0");
        let bearer = program.bearer().await;
        let create = async || program.call("POST", "/v2/session", &[&bearer], &order_request()).await;
        assert_error(&create().await, 503, "service_unavailable");
        let uuid = text(&create().await.json(), "/order/uuid").to_owned();
        program.call("POST", &format!("/_simulator/sessions/{uuid}/approve"), &[], &Value::Null).await;
        let read = program.call("GET", &format!("/v2/order/{uuid}"), &[&bearer], &Value::Null).await.json();
        assert_eq!(read["checkout_status"], "completed");
        tokens.push(bearer);
    }
    assert_eq!(tokens[0], tokens[1], "the seed decides");
}

#[test]
fn faults_are_read_from_a_file() {
    let path = std::env::temp_dir().join(format!("sezzle-faults-{}.txt", std::process::id()));
    std::fs::write(&path, "# slow days\ncapture_order=504:processed@0.1\n\nget_order=delay:2s # now and then\n")
        .expect("is written");
    let program = Program::start(&["--faults", path.to_str().expect("text")]);
    std::fs::remove_file(&path).expect("is removed");
    let faults: Vec<&String> = program.greeting.iter().filter(|line| line.starts_with("Fault: ")).collect();
    assert_eq!(faults, ["Fault:       capture_order=504:array:processed@0.1", "Fault:       get_order=delay:2000ms"]);
}

#[test]
fn invalid_arguments_are_errors() {
    let held = TcpListener::bind("127.0.0.1:0").expect("binds");
    let port = held.local_addr().expect("has an address").port().to_string();
    for (port, arguments, expected_code, expected) in [
        (&*port, &[][..], 1, format!("Port {port} is in use").as_str()),
        ("0", &["--host", "192.0.2.1"], 1, "The simulator cannot run"),
        ("0", &["--faults", "capture=503"], 1, "no operation `capture`"),
        ("0", &["--faults", "capture_order=boom"], 2, "`boom` is no fault"),
        ("0", &["--faults", "no-such-file.txt"], 2, "write OPERATION=FAULT"),
        ("0", &["--clock", "tomorrow"], 2, "write a time such as"),
        ("0", &["--complete-status", "done"], 2, "write complete or completed"),
        ("0", &["--seed", "x"], 2, "invalid digit"),
        ("0", &["--host", "everywhere"], 2, "invalid IP address"),
    ] {
        let (code, message) = failed(port, arguments);
        assert_eq!(code, Some(expected_code), "{arguments:?}: {message}");
        assert!(message.contains(expected), "{arguments:?}: {message}");
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
