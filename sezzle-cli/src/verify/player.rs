//! Makes the calls of the script: sends them, redacts and stores their exchanges.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use sezzle_api::operations;
use sezzle_api::reqwest::{self, Method, Url, header, redirect};

use crate::connection::Connection;
use crate::failure::Failure;
use crate::output;
use crate::server::client_builder;
use crate::verify::call::{Call, Credentials, Reply};
use crate::verify::exchange::{Body, Exchange, Leftover, Run, Skipped};
use crate::verify::progress::{Kind, Pending, Progress};
use crate::verify::receiver::Receiver;
use crate::verify::redact::Redactor;
use crate::verify::shopper;
use crate::webhooks::control::Control;

/// The timeout of a call.
const TIMEOUT: Duration = Duration::from_secs(30);
/// What follows in a response is not read.
const MAX_BODY_BYTES: usize = 16 << 20;
/// The run ends after this many failed calls in a row.
const MAX_FAILURES: usize = 2;
const TOO_MANY_REQUESTS: u16 = 429;
/// How often a call is repeated because the server limits the rate of calls.
const MAX_REPEATS: usize = 3;
/// The pause before such a repetition if the server sends no `Retry-After`.
const DEFAULT_PAUSE: Duration = Duration::from_secs(5);
/// The longest pause.
const MAX_PAUSE: Duration = Duration::from_secs(60);
/// How long to wait for a person at the checkout.
const SHOPPER_TIMEOUT: Duration = Duration::from_secs(15 * 60);
const SHOPPER_POLL: Duration = Duration::from_secs(2);

const REQUEST_ID_HEADER: &str = "sezzle-request-id";

/// What is printed, and who approves checkouts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// A person approves checkouts if the server is not a simulator.
    WithPerson,
    WithoutPerson,
    /// Prints nothing, and asks nothing.
    Quiet,
}

/// Makes calls and stores them.
pub(super) struct Player {
    http: reqwest::Client,
    url: String,
    public_key: String,
    private_key: String,
    /// The controls of a simulator.
    pub(super) control: Option<Control>,
    mode: Mode,
    token: String,
    redactor: Redactor,
    pub(super) progress: Progress,
    failures: usize,
    total_calls: usize,
}

impl Player {
    pub(super) fn new(
        connection: &Connection,
        progress: Progress,
        mode: Mode,
        total_calls: usize,
    ) -> Result<Self, Failure> {
        let url = connection.server.url().trim_end_matches('/').to_owned();
        let http = client_builder(&url).timeout(TIMEOUT).redirect(redirect::Policy::none()).build();
        let http = http.map_err(|error| Failure::usage(error.to_string()))?;
        let control = if connection.is_simulator { Some(Control::new(connection)?) } else { None };
        let mut redactor = Redactor::new(progress.latest_replacement);
        redactor.add_secret(&connection.public_key);
        redactor.add_secret(&connection.private_key);
        shopper::VALUES.iter().for_each(|value| redactor.add_secret(value));
        Ok(Self {
            http,
            url,
            public_key: connection.public_key.clone(),
            private_key: connection.private_key.clone(),
            control,
            mode,
            token: String::new(),
            redactor,
            progress,
            failures: 0,
            total_calls,
        })
    }

    /// Returns a reference id. It is unique, also when a scenario is played again.
    pub(super) fn reference(&self, name: &str) -> String {
        self.progress.reference(name)
    }

    /// Returns the server that a test event is sent to, if the server can reach this machine.
    pub(super) async fn start_receiver(&self) -> Option<Receiver> {
        self.control.as_ref()?;
        Receiver::start().await.ok()
    }

    /// Waits for the test event.
    pub(super) async fn receive(&mut self, receiver: Receiver) -> Result<(), Failure> {
        match receiver.receive(&self.private_key).await {
            Some(delivery) => self.progress.delivery(delivery),
            None => self.skip("webhook", "the test event was not received"),
        }
    }

    /// Authenticates.
    ///
    /// # Errors
    ///
    /// Returns an error if the server cannot be reached or rejects the keys.
    pub(super) async fn log_in(&mut self, variant: &str) -> Result<(), Failure> {
        let keys = json!({"public_key": self.public_key, "private_key": self.private_key});
        let reply = self.call(Call::new(&operations::AUTHENTICATE, variant).json(&keys)).await?;
        let url = self.url.clone();
        if reply.status == 0 {
            return Err(Failure::usage(format!("{url} cannot be reached: check the server and the network")));
        }
        let received = reply.text("/token");
        if received.is_none() && matches!(reply.status, 401 | 403) {
            return Err(Failure::usage(format!("{url} rejected the keys: use the keys of this server")));
        }
        received.iter().for_each(|token| self.add_secret(token));
        // A proxy may have changed the one in the response.
        let known = self.control_post("/tokens", &Value::Null).await["token"].as_str().map(str::to_owned);
        let token = known.or(received);
        let problem = || format!("{url} responded to the authentication with {}, without a token", reply.status);
        let token = token.ok_or_else(|| Failure::usage(problem()))?;
        self.add_secret(&token);
        self.token = token;
        Ok(())
    }

    /// Makes a call that creates an order. If the program ends before the order is known, the next run repeats the call.
    pub(super) async fn create_order(&mut self, call: Call) -> Result<Reply, Failure> {
        let pending = Pending {
            step: call.step.clone(),
            operation: call.operation.id.to_owned(),
            path: call.path.clone(),
            body: call.body.as_deref().and_then(|body| serde_json::from_str(body).ok()).unwrap_or_default(),
            request_id: call.request_id.clone().unwrap_or_default(),
        };
        let redacted = Pending {
            path: self.redactor.path(&pending.path),
            body: self.redactor.request(&pending.body),
            ..pending.clone()
        };
        self.progress.pending(pending, redacted)?;
        self.call(call).await
    }

    /// Makes a call, again if the server limits the rate of calls. A call without a response is skipped.
    ///
    /// # Errors
    ///
    /// Returns an error if the server does not respond any more, or if the exchange cannot be stored.
    pub(super) async fn call(&mut self, call: Call) -> Result<Reply, Failure> {
        let (mut reply, mut pause) = self.call_once(&call).await?;
        for _ in 0..MAX_REPEATS {
            // A simulator limits no rate, so a 429 is the work of a proxy that changes responses.
            if reply.status != TOO_MANY_REQUESTS || self.control.is_some() {
                break;
            }
            self.print(&format!("the server limits the rate of calls: waits {} s", pause.as_secs()));
            tokio::time::sleep(pause).await;
            (reply, pause) = self.call_once(&call).await?;
        }
        Ok(reply)
    }

    /// Makes a call. Returns how long to wait before the next one, if the server limits the rate of calls.
    async fn call_once(&mut self, call: &Call) -> Result<(Reply, Duration), Failure> {
        let (mut exchange, mut reply) = (self.exchange(call), Reply::default());
        match self.send(call).await {
            Ok(response) => {
                self.failures = 0;
                reply.status = response.status;
                exchange.status = response.status;
                exchange.response_headers = response.headers;
                exchange.response_body = Body(response.body);
            }
            Err(reason) => {
                self.failures += 1;
                self.skip(&call.step, &format!("no response: {reason}"))?;
                if self.failures >= MAX_FAILURES {
                    return Err(Failure::usage(format!(
                        "{} does not respond: run the command again to continue",
                        self.url
                    )));
                }
                return Ok((reply, Duration::ZERO));
            }
        }
        let retry_after = exchange.response_header("retry-after").and_then(|seconds| seconds.parse().ok());
        let pause = retry_after.map_or(DEFAULT_PAUSE, Duration::from_secs).min(MAX_PAUSE);
        reply.json = exchange.response_body.json().unwrap_or_default();
        let exchange = self.redactor.redact(exchange);
        self.progress.exchange(exchange, self.redactor.latest_replacement())?;
        let number = self.progress.run.exchanges.len();
        self.print(&format!("[{number}/{}] {} {}", self.total_calls, call.step, reply.status));
        Ok((reply, pause))
    }

    /// Returns the exchange of a call, without its response.
    fn exchange(&mut self, call: &Call) -> Exchange {
        if let Some(body) = call.body.as_deref().and_then(|body| serde_json::from_str::<Value>(body).ok()) {
            add_own_texts(&body, &mut self.redactor);
        }
        let mut request_headers = vec![("authorization".to_owned(), self.authorization(call))];
        if call.body.is_some() {
            request_headers.push((header::CONTENT_TYPE.to_string(), "application/json".to_owned()));
        }
        if let Some(id) = &call.request_id {
            request_headers.push((REQUEST_ID_HEADER.to_owned(), id.clone()));
        }
        if !call.operation.requires_auth {
            request_headers.remove(0);
        }
        Exchange {
            step: call.step.clone(),
            operation: call.operation.id.to_owned(),
            method: call.operation.method.to_owned(),
            path: call.path.clone(),
            query: call.query.clone(),
            request_headers,
            request_body: call.body.as_ref().map(|body| Body(body.clone().into_bytes())),
            status: 0,
            response_headers: Vec::new(),
            response_body: Body::default(),
        }
    }

    fn authorization(&self, call: &Call) -> String {
        match call.credentials {
            Credentials::Token => format!("Bearer {}", self.token),
            Credentials::Invalid => "Bearer invalid".to_owned(),
        }
    }

    async fn send(&self, call: &Call) -> Result<Received, String> {
        let method = Method::from_bytes(call.operation.method.as_bytes()).unwrap_or_default();
        let mut url = Url::parse(&format!("{}{}", self.url, call.path)).map_err(|error| error.to_string())?;
        if !call.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&call.query);
        }
        let mut request = self.http.request(method, url);
        request = request.header(header::ACCEPT, "application/json, text/csv;q=0.9");
        request = request.header(header::USER_AGENT, concat!("sezzle-verify/", env!("CARGO_PKG_VERSION")));
        if call.operation.requires_auth {
            request = request.header(header::AUTHORIZATION, self.authorization(call));
        }
        if let Some(body) = &call.body {
            request = request.header(header::CONTENT_TYPE, "application/json").body(body.clone());
        }
        if let Some(id) = &call.request_id {
            request = request.header(REQUEST_ID_HEADER, id);
        }
        let mut response = request.send().await.map_err(|error| describe(&error))?;
        let status = response.status().as_u16();
        let headers = response.headers().iter();
        let headers =
            headers.map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
        let headers = headers.collect();
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| describe(&error))? {
            body.extend_from_slice(&chunk);
            if body.len() > MAX_BODY_BYTES {
                // No longer JSON, which is a difference.
                body.truncate(MAX_BODY_BYTES);
                break;
            }
        }
        Ok(Received { status, headers, body })
    }

    fn print(&self, line: &str) {
        if self.mode != Mode::Quiet {
            output::warn(line);
        }
    }

    /// Notes a step that is not possible.
    pub(super) fn skip(&mut self, step: &str, reason: &str) -> Result<(), Failure> {
        let reason = self.redactor.scrub(reason);
        self.print(&format!("{step}: not possible: {reason}"));
        self.progress.skipped(Skipped { step: step.to_owned(), reason })
    }

    /// Notes an object that cannot be deleted.
    pub(super) fn leave(&mut self, kind: &str, id: &str, reason: &str) -> Result<(), Failure> {
        let (id, reason) = (self.redactor.id(id), self.redactor.scrub(reason));
        self.progress.leftover(Leftover { kind: kind.to_owned(), id, reason })
    }

    pub(super) fn add_secret(&mut self, value: &str) {
        output::hide(value);
        self.redactor.add_secret(value);
    }

    /// Returns the state of the simulator, or null on other servers.
    pub(super) async fn state(&self) -> Value {
        self.control_get("/state").await
    }

    pub(super) async fn control_get(&self, path: &str) -> Value {
        match &self.control {
            Some(control) => control.get(path).await.unwrap_or_default(),
            None => Value::Null,
        }
    }

    pub(super) async fn control_post(&self, path: &str, body: &Value) -> Value {
        match &self.control {
            Some(control) => control.post(path, body).await.unwrap_or_default(),
            None => Value::Null,
        }
    }

    /// Approves a checkout: by itself on a simulator, and otherwise by asking a person. Returns whether it is approved.
    pub(super) async fn approve(
        &mut self,
        session: &str,
        order: &str,
        checkout_url: Option<&str>,
    ) -> Result<bool, Failure> {
        const STEP: &str = "checkout";
        if let Some(control) = &self.control {
            let approved = control.post(&format!("/sessions/{session}/approve"), &Value::Null).await;
            return match approved {
                Ok(_) => Ok(true),
                Err(failure) => self.skip(STEP, &failure.message).map(|()| false),
            };
        }
        let Some(checkout_url) = checkout_url.filter(|_| self.mode == Mode::WithPerson) else {
            let reason = if self.mode == Mode::WithPerson { "the session has no checkout URL" } else { "--no-shopper" };
            return self.skip(STEP, reason).map(|()| false);
        };
        let minutes = SHOPPER_TIMEOUT.as_secs() / 60;
        output::warn(&format!(
            "Open this URL, and approve the order and future purchases within {minutes} minutes (or use --no-shopper):\n\
             \n  {checkout_url}\n"
        ));
        let end = Instant::now() + SHOPPER_TIMEOUT;
        while Instant::now() < end {
            let call = Call::new(&operations::GET_ORDER, "poll").id(order);
            let body = self.send(&call).await.ok().map(|response| Body(response.body).json().unwrap_or_default());
            let authorization = body.as_ref().map_or(&Value::Null, |body| &body["authorization"]);
            if authorization["approved"] == true || body.as_ref().is_some_and(is_complete) {
                return Ok(true);
            }
            tokio::time::sleep(SHOPPER_POLL).await;
        }
        self.skip(STEP, &format!("the order was not approved within {minutes} minutes")).map(|()| false)
    }

    /// Notes that something was created, which has to be deleted.
    pub(super) fn created(&mut self, kind: Kind, id: &str) -> Result<(), Failure> {
        self.progress.created(kind, id, &self.redactor.id(id))
    }

    /// Notes that it is deleted.
    pub(super) fn deleted(&mut self, kind: Kind, id: &str) -> Result<(), Failure> {
        self.progress.deleted(kind, id, &self.redactor.id(id))
    }

    /// Returns the run, without what became known to be a secret after its exchange was stored.
    pub(super) fn finish(mut self) -> (Run, Progress) {
        let mut run = self.progress.run.clone();
        self.redactor.redact_again(&mut run);
        (run, self.progress)
    }
}

struct Received {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

fn is_complete(order: &Value) -> bool {
    order["checkout_status"].as_str().is_some_and(|status| status.starts_with("complete"))
}

/// Adds the free texts of a request, which the server may repeat.
fn add_own_texts(value: &Value, redactor: &mut Redactor) {
    match value {
        Value::String(text) => redactor.add_own_text(text),
        Value::Array(elements) => elements.iter().for_each(|element| add_own_texts(element, redactor)),
        Value::Object(members) => members.values().for_each(|value| add_own_texts(value, redactor)),
        _ => {}
    }
}

/// Returns the cause of an error, without the URL.
fn describe(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return format!("none within {} s", TIMEOUT.as_secs());
    }
    let mut error: &dyn std::error::Error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}
