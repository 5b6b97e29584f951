//! Makes the calls of the script: sends them, redacts and stores their exchanges.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use sezzle_api::operations;
use sezzle_api::reqwest::{self, Method, Url, header};

use crate::connection::Connection;
use crate::failure::{Failure, root_cause};
use crate::json::walk;
use crate::output;
use crate::server::http_client;
use crate::verify::call::{Call, Reply};
use crate::verify::exchange::{Body, Exchange, Leftover, Run, Skipped};
use crate::verify::progress::{Kind, Progress};
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
/// Stands for a body that is no text, which is neither JSON nor a report.
const NOT_UTF_8: &str = "not UTF-8";

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
        let control = if connection.is_simulator { Some(Control::new(connection)?) } else { None };
        let mut redactor = Redactor::new(progress.resumed);
        redactor.add_secret(&connection.public_key);
        redactor.add_secret(&connection.private_key);
        shopper::VALUES.iter().for_each(|value| redactor.add_secret(value));
        Ok(Self {
            http: http_client(&url, TIMEOUT)?,
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
        let redacted = self.redactor.redact(call.exchange.clone());
        self.progress.pending(call.exchange.clone(), redacted)?;
        self.call(call).await
    }

    /// Makes a call, again if the server limits the rate of calls. A call without a response is skipped.
    ///
    /// # Errors
    ///
    /// Returns an error if the server does not respond any more, or if the exchange cannot be stored.
    pub(super) async fn call(&mut self, call: Call) -> Result<Reply, Failure> {
        let step = &call.exchange.step;
        if let Some(body) = call.exchange.request_body.as_ref().and_then(Body::json) {
            // The server may repeat the texts of a request.
            let texts = &mut |_: &str, value: &Value| {
                value.as_str().into_iter().for_each(|text| self.redactor.add_own_text(text))
            };
            walk(&body, texts);
        }
        let mut repeats = 0;
        loop {
            let exchange = match self.send(&call).await {
                Ok(exchange) => exchange,
                Err(reason) => {
                    self.failures += 1;
                    self.skip(step, &format!("no response: {reason}"))?;
                    if self.failures < MAX_FAILURES {
                        return Ok(Reply::default());
                    }
                    let problem = format!("{} does not respond: run the command again to continue", self.url);
                    return Err(Failure::usage(problem));
                }
            };
            self.failures = 0;
            let reply = Reply { status: exchange.status, json: exchange.response_body.json().unwrap_or_default() };
            let pause = exchange.response_header("retry-after").and_then(|seconds| seconds.parse().ok());
            let pause = pause.map_or(DEFAULT_PAUSE, Duration::from_secs).min(MAX_PAUSE);
            let exchange = self.redactor.redact(exchange);
            self.progress.exchange(exchange)?;
            let number = self.progress.run.exchanges.len();
            self.print(&format!("[{number}/{}] {step} {}", self.total_calls, reply.status));
            // A simulator limits no rate, so a 429 is the work of a proxy that changes responses.
            if reply.status != TOO_MANY_REQUESTS || self.control.is_some() || repeats == MAX_REPEATS {
                return Ok(reply);
            }
            repeats += 1;
            self.print(&format!("the server limits the rate of calls: waits {} s", pause.as_secs()));
            tokio::time::sleep(pause).await;
        }
    }

    /// Sends a call. Returns the exchange, or why there is no response.
    async fn send(&self, call: &Call) -> Result<Exchange, String> {
        let mut exchange = call.exchange.clone();
        if call.needs_token {
            exchange.request_headers.push(("authorization".to_owned(), format!("Bearer {}", self.token)));
        }
        let method = Method::from_bytes(exchange.method.as_bytes()).unwrap_or_default();
        let mut url = Url::parse(&format!("{}{}", self.url, exchange.path)).map_err(|error| error.to_string())?;
        if !exchange.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&exchange.query);
        }
        let mut request = self.http.request(method, url);
        request = request.header(header::ACCEPT, "application/json, text/csv;q=0.9");
        request = request.header(header::USER_AGENT, concat!("sezzle-verify/", env!("CARGO_PKG_VERSION")));
        for (name, value) in &exchange.request_headers {
            request = request.header(name, value);
        }
        if let Some(Body(body)) = &exchange.request_body {
            request = request.body(body.clone());
        }
        let mut response = request.send().await.map_err(|error| describe(&error))?;
        exchange.status = response.status().as_u16();
        for (name, value) in response.headers() {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            exchange.response_headers.push((name.to_string(), value));
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| describe(&error))? {
            body.extend_from_slice(&chunk);
            if body.len() > MAX_BODY_BYTES {
                // No longer JSON, which is a difference.
                body.truncate(MAX_BODY_BYTES);
                break;
            }
        }
        exchange.response_body = Body(String::from_utf8(body).unwrap_or_else(|_| NOT_UTF_8.to_owned()));
        Ok(exchange)
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
        let leftover = Leftover {
            kind: kind.to_owned(),
            id: self.redactor.redact_id(id).into_inner(),
            reason: self.redactor.scrub(reason),
        };
        match self.progress.run.leftovers.contains(&leftover) {
            true => Ok(()),
            false => self.progress.leftover(leftover),
        }
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
            let order = self.send(&call).await.ok().and_then(|exchange| exchange.response_body.json());
            let order = order.unwrap_or_default();
            let status = order["checkout_status"].as_str().unwrap_or_default();
            if order["authorization"]["approved"] == true || status.starts_with("complete") {
                return Ok(true);
            }
            tokio::time::sleep(SHOPPER_POLL).await;
        }
        self.skip(STEP, &format!("the order was not approved within {minutes} minutes")).map(|()| false)
    }

    /// Notes that something was created, which has to be deleted.
    pub(super) fn created(&mut self, kind: Kind, id: &str) -> Result<(), Failure> {
        self.progress.created(kind, id.to_owned(), self.redactor.redact_id(id))
    }

    /// Notes that it is deleted.
    pub(super) fn deleted(&mut self, kind: Kind, id: &str) -> Result<(), Failure> {
        self.progress.deleted(kind, id.to_owned(), self.redactor.redact_id(id))
    }

    /// Returns the run, without what became known to be a secret after its exchange was stored.
    pub(super) fn finish(mut self) -> (Run, Progress) {
        let mut run = self.progress.run.clone();
        self.redactor.redact_again(&mut run);
        (run, self.progress)
    }
}

/// Returns the cause of an error, without the URL.
fn describe(error: &reqwest::Error) -> String {
    match error.is_timeout() {
        true => format!("none within {} s", TIMEOUT.as_secs()),
        false => root_cause(error),
    }
}
