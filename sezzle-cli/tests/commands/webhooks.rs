//! Tests of `sim`, `listen`, `trigger` and `replay`.

use std::collections::HashMap;
use std::fs;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::program::{Program, text, wait_for_file};

const EVENTS: [&str; 9] = [
    "order.authorized",
    "customer.tokenized",
    "order.captured",
    "order.refunded",
    "dispute.merchant_input_requested",
    "dispute.deadline_approaching",
    "dispute.closed.neutral",
    "dispute.closed.merchant_win",
    "dispute.closed.customer_win",
];

/// What a handler does with the number of the attempt and the body.
type Respond = fn(usize, &Value) -> Option<StatusCode>;

/// A handler of webhooks. It can be stopped and started again on the same port.
struct Handler {
    port: u16,
    state: Arc<HandlerState>,
    server: JoinHandle<()>,
}

struct HandlerState {
    respond: Respond,
    attempts: Mutex<HashMap<String, usize>>,
    /// The accepted bodies with their signatures, in order.
    accepted: Mutex<Vec<(String, String)>>,
}

impl Handler {
    async fn start(respond: Respond) -> Self {
        let state = HandlerState { respond, attempts: Mutex::default(), accepted: Mutex::default() };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("binds");
        let (port, state) = (listener.local_addr().expect("an address").port(), Arc::new(state));
        Self { port, server: serve(listener, Arc::clone(&state)), state }
    }

    /// Closes the port and all connections for a while.
    async fn restart(&mut self) {
        self.server.abort();
        tokio::time::sleep(Duration::from_millis(200)).await;
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.expect("the port is free");
        self.server = serve(listener, Arc::clone(&self.state));
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}/webhooks", self.port)
    }

    fn accepted(&self) -> Vec<(String, String)> {
        self.state.accepted.lock().expect("no panic").clone()
    }

    /// Returns the accepted events by name.
    fn events(&self) -> Vec<String> {
        let event =
            |body: &String| serde_json::from_str::<Value>(body).expect("JSON")["event"].as_str().map(str::to_owned);
        self.accepted().iter().filter_map(|(body, _)| event(body)).collect()
    }

    async fn wait_for(&self, count: usize) {
        let start = Instant::now();
        while self.state.accepted.lock().expect("no panic").len() < count {
            assert!(start.elapsed() < Duration::from_secs(120), "{} of {count}", self.accepted().len());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

fn serve(listener: TcpListener, state: Arc<HandlerState>) -> JoinHandle<()> {
    let router = Router::new().route("/webhooks", post(handle)).with_state(state);
    tokio::spawn(async move { axum::serve(listener, router).await.expect("serves") })
}

async fn handle(State(state): State<Arc<HandlerState>>, headers: HeaderMap, body: String) -> StatusCode {
    let signature =
        headers.get("sezzle-signature").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    if signature != sign(&body) {
        return StatusCode::UNAUTHORIZED;
    }
    let event: Value = serde_json::from_str(&body).expect("JSON");
    let attempt = {
        let mut attempts = state.attempts.lock().expect("no panic");
        let attempt = attempts.entry(event["uuid"].as_str().expect("an id").to_owned()).or_default();
        *attempt += 1;
        *attempt
    };
    match (state.respond)(attempt, &event) {
        Some(StatusCode::OK) => {
            state.accepted.lock().expect("no panic").push((body, signature));
            StatusCode::OK
        }
        Some(status) => status,
        None => std::future::pending().await,
    }
}

fn accept(_: usize, _: &Value) -> Option<StatusCode> {
    Some(StatusCode::OK)
}

fn sign(body: &str) -> String {
    // Not with the crate that `sezzle-api` verifies with.
    let mut hmac = Hmac::<Sha256>::new_from_slice(b"sz_pr_simulator").expect("a key");
    hmac.update(body.as_bytes());
    hmac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn start(test: &str, respond: Respond) -> (Program, Handler) {
    (Program::live(test).await, Handler::start(respond).await)
}

fn subscriptions(program: &Program) -> usize {
    program.json(&["webhook", "list"]).as_array().map_or(0, Vec::len)
}

#[tokio::test(flavor = "multi_thread")]
async fn all_events_of_one_order_are_triggered_forwarded_and_recorded() {
    let (program, handler) = start("all_events_of_one_order_are_triggered_forwarded_and_recorded", accept).await;
    let (listen, _) = program.listen(&["--forward-to", &handler.url(), "--record", "events.jsonl", "-o", "json"]);
    assert_eq!(subscriptions(&program), 1);
    let order = program.prints(&["trigger", "order.authorized", "--quiet"]).trim().to_owned();
    for event in &EVENTS[1..] {
        assert_eq!(program.json(&["trigger", event, "--order", &order, "-o", "json"])["order_uuid"], order);
    }
    // Two more disputes are opened, and the last one is refunded.
    handler.wait_for(EVENTS.len() + 3).await;
    for event in EVENTS {
        assert!(handler.events().iter().any(|name| name == event), "{event}: {:?}", handler.events());
    }
    let start = Instant::now();
    listen.interrupt();
    let output = listen.wait();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(start.elapsed() < Duration::from_secs(5));
    assert_eq!(subscriptions(&program), 0);
    let printed: Vec<Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(printed.len(), 12);
    assert_eq!((&printed[0]["event"], &printed[0]["status"]), (&json!("order.authorized"), &json!(200)));
    let recorded = fs::read_to_string(program.home.join("events.jsonl")).expect("a file");
    let bodies: Vec<String> = recorded
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["body"].as_str().expect("text").to_owned())
        .collect();
    assert_eq!(bodies, handler.accepted().into_iter().map(|(body, _)| body).collect::<Vec<_>>());

    // Chaos: each event twice in random order, and a corrupted copy that must be rejected.
    let url = handler.url();
    let replay = ["replay", "events.jsonl", "--forward-to", &url, "--duplicate", "2", "--shuffle", "--corrupt"];
    let output = program.prints(&[&replay[..], &["--verify-cmd", r#"grep -q "$SEZZLE_EVENT_UUID""#]].concat());
    assert_eq!(output.lines().count(), 36, "{output}");
    assert_eq!(handler.accepted().len(), 36);
    program.fails(1, &[&replay[..], &["--verify-cmd", "false"]].concat());
    let events_with_seed = || program.prints(&[&replay[..], &["--seed", "7"]].concat());
    assert_eq!(events_with_seed(), events_with_seed());
}

#[tokio::test(flavor = "multi_thread")]
async fn listen_stops_after_events_or_a_timeout() {
    let program = Program::live("listen_stops_after_events_or_a_timeout").await;
    let (listen, _) = program.listen(&["--exit-after", "2", "--timeout", "60s", "--events", "order.authorized"]);
    for _ in 0..2 {
        program.prints(&["trigger", "order.captured"]);
    }
    let output = listen.wait();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout).matches(r#""event":"order.authorized""#).count(), 2, "{}", text(&output.stdout));
    assert_eq!(subscriptions(&program), 0);
    let (listen, _) = program.listen(&["--timeout", "300ms"]);
    assert_eq!(listen.wait().status.code(), Some(1));
    assert_eq!(subscriptions(&program), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn listen_ends_after_an_interrupt_although_gateway_and_handler_are_gone() {
    let (mut program, handler) =
        start("listen_ends_after_an_interrupt_although_gateway_and_handler_are_gone", |_, _| None).await;
    let (listen, _) = program.listen(&["--forward-to", &handler.url()]);
    program.prints(&["trigger", "order.authorized"]);
    // After its stop, `listen` accepts no event.
    while handler.state.attempts.lock().expect("no panic").is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    // Stops the old simulator.
    program.simulator = Arc::new(sezzle_simulator::Simulator::start().await.expect("starts"));
    let start = Instant::now();
    listen.interrupt();
    let output = listen.wait();
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("1 events were not delivered"), "{}", text(&output.stderr));
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_webhooks_are_rejected_and_rotated_keys_accepted() {
    let program = Program::live("forged_webhooks_are_rejected_and_rotated_keys_accepted").await;
    let (listen, url) = program.listen(&["--exit-after", "1", "--timeout", "60s", "--record", "events.jsonl"]);
    let forged = reqwest::Client::new().post(&url).header("sezzle-signature", sign("other")).body("{}").send().await;
    assert_eq!(forged.expect("a response").status(), 401);
    program.simulator.rotate_keys();
    program.prints(&["trigger", "order.authorized"]);
    assert_eq!(listen.wait().status.code(), Some(0));
    assert_eq!(fs::read_to_string(program.home.join("events.jsonl")).expect("a file").lines().count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_change_the_request_that_causes_the_event() {
    let program = Program::live("settings_change_the_request_that_causes_the_event").await;
    let trigger = "trigger order.captured --quiet --set /order/order_amount/amount_in_cents=9900 \
                   --set /order/reference_id=order-1 --set /capture_amount/amount_in_cents=500";
    let order = program.prints(&trigger.split_whitespace().collect::<Vec<_>>());
    let read = program.json(&["order", "get", order.trim()]);
    assert_eq!((&read["order_amount"]["amount_in_cents"], &read["reference_id"]), (&json!(9900), &json!("order-1")));
    assert_eq!(read["authorization"]["captures"][0]["amount"]["amount_in_cents"], 500);
    assert!(program.fails(2, &["trigger", "order.captured", "--set", "/nonsense/a=1"]).contains("/nonsense/a"));
    assert!(
        program.fails(2, &["trigger", "order.authorized", "--set", "/amount_in_cents=1"]).contains("/amount_in_cents")
    );
    let refunded = program.prints(&["trigger", "order.refunded", "--quiet", "--set", "/amount_in_cents=250"]);
    let read = program.json(&["order", "get", refunded.trim()]);
    assert_eq!(read["authorization"]["refunds"][0]["amount"]["amount_in_cents"], 250);
    assert!(program.fails(1, &["trigger", "order.authorized", "--order", order.trim()]).contains("authorized before"));
}

#[tokio::test(flavor = "multi_thread")]
async fn listen_unsubscribes_if_it_cannot_go_on() {
    let program = Program::live("listen_unsubscribes_if_it_cannot_go_on").await;
    let error = program.fails(1, &["listen", "--ready-file", "missing/listen.url"]);
    assert!(error.contains("missing/listen.url"), "{error}");
    assert_eq!(subscriptions(&program), 0);

    // The reader of standard output is gone, and then that of standard error.
    let ready = program.home.join("piped.url");
    let mut command = program.command(&["listen", "--ready-file", "piped.url", "--timeout", "60s"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
    drop((child.stdout.take(), child.stderr.take()));
    wait_for_file(&ready);
    program.prints(&["trigger", "order.authorized"]);
    assert_eq!(child.wait().expect("ends").code(), Some(0));
    assert_eq!(subscriptions(&program), 0);
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn full_disks_are_failures() {
    let program = Program::live("full_disks_are_failures").await;
    let full = || fs::File::options().write(true).open("/dev/full").expect("opens");
    let status = program.command(&["trigger", "--list"]).stdout(full()).stderr(full()).status();
    assert_eq!(status.expect("runs").code(), Some(1));
    let mut listen = program.command(&["listen", "--ready-file", "full.url", "--timeout", "60s"]);
    let mut listen = listen.stdout(full()).spawn().expect("starts");
    wait_for_file(&program.home.join("full.url"));
    program.prints(&["trigger", "order.authorized"]);
    assert_eq!(listen.wait().expect("ends").code(), Some(1));
    assert_eq!(subscriptions(&program), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn listen_reports_undelivered_events_after_a_timeout() {
    let (program, handler) = start("listen_reports_undelivered_events_after_a_timeout", |_, _| None).await;
    let (listen, _) = program.listen(&["--forward-to", &handler.url(), "--timeout", "2s"]);
    program.prints(&["trigger", "order.authorized"]);
    let output = listen.wait();
    assert_eq!(output.status.code(), Some(1));
    for part in ["--timeout is over", "1 events were not delivered"] {
        assert!(text(&output.stderr).contains(part), "{}", text(&output.stderr));
    }
}

/// Every event that `listen` has accepted is delivered, also those that arrive at the time of the stop.
#[tokio::test(flavor = "multi_thread")]
async fn listen_accepts_no_event_after_its_stop() {
    let (program, handler) = start("listen_accepts_no_event_after_its_stop", accept).await;
    let (listen, url) = program.listen(&["--forward-to", &handler.url()]);
    let http = reqwest::Client::new();
    let sender = tokio::spawn(async move {
        let mut accepted = 0;
        for number in 0.. {
            let body = json!({"uuid": format!("e-{number}"), "event": "order.captured", "data": {}}).to_string();
            match http.post(&url).header("sezzle-signature", sign(&body)).body(body).send().await {
                Ok(response) if response.status() == 200 => accepted += 1,
                _ => break,
            }
        }
        accepted
    });
    handler.wait_for(50).await;
    listen.interrupt();
    assert_eq!(listen.wait().status.code(), Some(0));
    assert_eq!(sender.await.expect("no panic"), handler.accepted().len());
}

#[tokio::test(flavor = "multi_thread")]
async fn proxies_are_not_used_for_this_machine() {
    let (program, handler) = start("proxies_are_not_used_for_this_machine", accept).await;
    let ready = program.home.join("proxy.url");
    let url = handler.url();
    let listen = "listen --ready-file proxy.url --exit-after 1 --timeout 30s --forward-to";
    let arguments: Vec<&str> = listen.split(' ').chain([url.as_str()]).collect();
    // Nothing listens on this port.
    let proxy = |arguments: &[&str]| {
        let mut command = program.command(arguments);
        command.env("HTTP_PROXY", "http://127.0.0.1:9").env("http_proxy", "http://127.0.0.1:9");
        command
    };
    let mut listen = proxy(&arguments).spawn().expect("starts");
    wait_for_file(&ready);
    assert!(proxy(&["trigger", "order.authorized"]).status().expect("runs").success());
    assert_eq!(listen.wait().expect("ends").code(), Some(0));
    assert!(proxy(&["doctor"]).status().expect("runs").success());
}

#[tokio::test(flavor = "multi_thread")]
async fn incomplete_recordings_are_read_up_to_the_last_whole_line() {
    let (program, handler) = start("incomplete_recordings_are_read_up_to_the_last_whole_line", accept).await;
    let (listen, _) = program.listen(&["--exit-after", "1", "--timeout", "60s", "--record", "events.jsonl"]);
    program.prints(&["trigger", "order.authorized"]);
    assert_eq!(listen.wait().status.code(), Some(0));
    let file = program.home.join("events.jsonl");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o600);
    }
    let whole = fs::read(&file).expect("a file");
    // The file ends within a character.
    fs::write(&file, [&whole, &whole[..whole.len() / 2], "é".as_bytes().split_at(1).0].concat()).expect("writes");
    let url = handler.url();
    let replay = ["replay", "events.jsonl", "--forward-to", &url];
    let output = program.command(&replay).output().expect("runs");
    assert_eq!((output.status.code(), handler.accepted().len()), (Some(0), 1), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("line 2"), "{}", text(&output.stderr));
    assert!(program.fails(2, &["listen", "--record", "events.jsonl"]).contains("line break"));

    // Without a reader of its output, a replay keeps its verdict.
    let mut child = program.command(&[&replay[..], &["--verify-cmd", "false"]].concat());
    let mut child = child.stdout(Stdio::piped()).spawn().expect("starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("ends").code(), Some(1));
    program.fails(2, &[&replay[..], &["--duplicate", "0"]].concat());
    fs::write(&file, "").expect("writes");
    assert!(program.fails(2, &replay).contains("no webhooks"));
}

/// The 10,000 events reach a handler that fails, hangs and restarts, exactly in order.
#[tokio::test(flavor = "multi_thread")]
async fn forwarding_loses_no_event() {
    const COUNT: usize = 10_000;
    fn respond(attempt: usize, event: &Value) -> Option<StatusCode> {
        let number = event["data"]["number"].as_u64().expect("a number");
        match attempt {
            1 if number.is_multiple_of(1000) => None,
            1 if number.is_multiple_of(250) => Some(StatusCode::INTERNAL_SERVER_ERROR),
            // Only 200 counts.
            2 if number.is_multiple_of(500) => Some(StatusCode::CREATED),
            _ => Some(StatusCode::OK),
        }
    }
    let (program, mut handler) = start("forwarding_loses_no_event", respond).await;
    let (listen, url) =
        program.listen(&["--forward-to", &handler.url(), "--forward-timeout", "200ms", "--record", "events.jsonl"]);
    let http = reqwest::Client::new();
    let body = |number: usize| {
        json!({"uuid": format!("e-{number}"), "created_at": "2026-03-01T12:00:00.000000Z", "event": "order.captured",
               "data_type": "order", "data": {"uuid": "o", "number": number}})
        .to_string()
    };
    for number in 0..COUNT {
        let body = body(number);
        let response =
            http.post(&url).header("sezzle-signature", sign(&body)).body(body).send().await.expect("a response");
        assert_eq!(response.status(), 200);
        if number % 3000 == 2999 {
            handler.restart().await;
        }
    }
    handler.wait_for(COUNT).await;
    let accepted: Vec<String> = handler.accepted().into_iter().map(|(body, _)| body).collect();
    // An event whose response was lost is delivered again.
    let mut unique = accepted.clone();
    unique.dedup();
    assert!(accepted.len() < COUNT + 10, "{}", accepted.len());
    assert_eq!(unique, (0..COUNT).map(body).collect::<Vec<_>>());
    assert_eq!(fs::read_to_string(program.home.join("events.jsonl")).expect("a file").lines().count(), COUNT);
    drop(listen);
}

#[test]
fn recipe_for_ci_passes() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recipe.sh");
    let output = std::process::Command::new("sh").args([script, env!("CARGO_BIN_EXE_sezzle")]).output().expect("runs");
    let all = text(&output.stdout) + &text(&output.stderr);
    assert!(output.status.success() && all.contains("all checks passed"), "{all}");
}

#[test]
fn commands_print_what_the_transcripts_contain() {
    trycmd::TestCases::new().case("tests/commands/*.trycmd").run();
}
