//! The binary.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Output, Stdio};

use crate::client::send;

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

#[tokio::test]
async fn it_serves_and_says_how_to_reach_it() {
    let mut running = Running(simulator("0").stdout(Stdio::piped()).spawn().expect("runs"));
    let stdout = running.0.stdout.take().expect("is piped");
    let lines = BufReader::new(stdout).lines().map(|line| line.expect("text"));
    let mut greeting: Vec<String> = Vec::new();
    for line in lines {
        greeting.push(line);
        if greeting.last().is_some_and(|line| line.starts_with("curl ")) {
            break;
        }
    }

    let exported = |name: &str| {
        let prefix = format!("export {name}=");
        greeting.iter().find_map(|line| line.strip_prefix(&prefix)).unwrap_or_else(|| panic!("{name}: {greeting:?}"))
    };
    let url = exported("SEZZLE_SERVER");
    assert_eq!(exported("SEZZLE_PUBLIC_KEY"), "sz_pub_simulator");
    assert_eq!(exported("SEZZLE_PRIVATE_KEY"), "sz_pr_simulator");
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");

    let curl = greeting.last().expect("the last line");
    assert!(curl.contains(&format!("{url}/v2/authentication")), "{curl}");
    let body = curl.split('\'').rev().nth(1).expect("a quoted body");
    let response = send("POST", &format!("{url}/v2/authentication"), &[], body).await;
    assert_eq!(response.status, 201, "{}", response.body);
}

#[test]
fn a_port_in_use_is_told_and_fails() {
    let held = TcpListener::bind("127.0.0.1:0").expect("binds");
    let port = held.local_addr().expect("has an address").port().to_string();
    let Output { status, stdout, stderr } = simulator(&port).output().expect("runs");
    assert_eq!(status.code(), Some(1));
    assert!(stdout.is_empty());
    let message = String::from_utf8(stderr).expect("text");
    assert!(message.contains(&format!("Port {port} is in use")), "{message}");
}
