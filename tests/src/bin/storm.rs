//! Many payments through a faulty network: does money move once, and does the caller know?
//!
//! Captures, refunds, releases and customer orders go to a simulator through a proxy that injects faults into three of ten
//! attempts. Then the result of each call is compared with the simulator's ledger.

use std::collections::{BTreeMap, HashMap};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use clap::Parser;
use serde_json::json;
use sezzle_api::types::{CaptureRequest, CustomerOrderRequest, Intent, Price};
use sezzle_api::{Client, Error, ErrorKind, RetryPolicy};
use sezzle_simulator::{LedgerKind, Simulator};
use sezzle_tests::servers::fault_proxy::{Fault, FaultProxy, RetryAfter};
use sezzle_tests::shop::Shop;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Compares payments through a faulty network with the ledger of the simulator.
#[derive(Parser)]
struct Arguments {
    /// The number of payments.
    #[arg(long, default_value_t = 10_000)]
    operations: usize,
    /// The number of concurrent payments.
    #[arg(long, default_value_t = 64)]
    at_a_time: usize,
    /// The seed of the faults.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Has the simulator refuse what the document does not allow.
    #[arg(long)]
    strict: bool,
    /// Prints one JSON object instead of a table.
    #[arg(long)]
    json: bool,
}

/// The number of requests with a fault, of ten.
const FAULTS_OF_TEN: usize = 3;

/// The number of payments on one order.
const OPERATIONS_OF_AN_ORDER: usize = 100;

/// The amount of an order, larger than all its payments if each were made several times: a duplicate must not be rejected
/// because the amount is used up.
const ORDER_CENTS: i64 = 1_000_000_000;

/// The maximum number of calls for a payment that was certainly not made.
const MAX_CALLS: usize = 100;

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    let report = storm(&arguments).await?;
    report.print(arguments.json);
    Ok(if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A payment. Its amount is unique and identifies it in the ledger.
#[derive(Clone)]
struct Payment {
    kind: LedgerKind,
    /// The id of the order, or of the customer of a new order.
    on: String,
    cents: i64,
}

/// What the caller finally knows about a payment.
enum Outcome {
    Done,
    NotProcessed,
    Unknown,
}

#[derive(Default)]
struct Report {
    operations: usize,
    attempts: u64,
    requests: u64,
    faulted: u64,
    done: usize,
    not_processed: usize,
    unknown: usize,
    duplicates: usize,
    wrongly_unprocessed: usize,
    wrongly_done: usize,
    panics: usize,
    authentications: usize,
    seconds: u64,
    faults: BTreeMap<&'static str, usize>,
}

/// How often each fault was injected, by its name.
type FaultCounts = Arc<Mutex<BTreeMap<&'static str, usize>>>;

async fn storm(arguments: &Arguments) -> Result<Report> {
    let mut builder =
        Simulator::builder().seed(arguments.seed).authorization_ttl(Duration::from_secs(365 * 24 * 60 * 60));
    if arguments.strict {
        builder = builder.strict();
    }
    let shop = Shop::open_at(builder).await;
    let payments = prepare(&shop, arguments.operations).await;
    let simulator = shop.simulator;

    let faults = FaultCounts::default();
    let upstream = simulator.url().trim_start_matches("http://").parse()?;
    let proxy = FaultProxy::start(upstream, plan(arguments.seed, Arc::clone(&faults))).await?;
    let client = Client::builder()
        .gateway(proxy.url(), simulator.keys())
        .timeout(Duration::from_secs(1))
        .deadline(Duration::from_secs(8))
        .retry_policy(RetryPolicy::new().base_delay(Duration::from_millis(50)))
        .build()?;

    let started = Instant::now();
    let mut report = Report { operations: payments.len(), ..Report::default() };
    let mut outcomes: Vec<Outcome> = payments.iter().map(|_| Outcome::Unknown).collect();
    let turns = Arc::new(Semaphore::new(arguments.at_a_time));
    let mut calls = JoinSet::new();
    for (number, payment) in payments.iter().cloned().enumerate() {
        let (client, turns) = (client.clone(), Arc::clone(&turns));
        calls.spawn(async move {
            let _turn = turns.acquire().await;
            let (outcome, attempts) = pay(&client, &payment).await;
            (number, outcome, attempts)
        });
    }
    // From time to time, the port is closed.
    let mut refusals = tokio::time::interval(Duration::from_millis(250));
    loop {
        tokio::select! {
            ended = calls.join_next() => match ended {
                None => break,
                Some(Ok((number, outcome, attempts))) => {
                    report.attempts += u64::from(attempts);
                    outcomes[number] = outcome;
                }
                Some(Err(_)) => report.panics += 1,
            },
            _ = refusals.tick() => {
                proxy.refuse(true);
                tokio::time::sleep(Duration::from_millis(5)).await;
                proxy.refuse(false);
                count(&faults, "(port closed for 5 ms)");
            }
        }
    }
    report.seconds = started.elapsed().as_secs();
    // Abandoned requests may still be running.
    tokio::time::sleep(Duration::from_secs(1)).await;

    (report.requests, report.faulted) = (proxy.requests(), proxy.faulted());
    report.faults = faults.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let requests = simulator.requests();
    report.authentications = requests.iter().filter(|request| request.operation_id == Some("authenticate")).count();
    report.compare(&payments, &outcomes, &simulator);
    Ok(report)
}

impl Report {
    /// Compares the outcomes with the ledger.
    fn compare(&mut self, payments: &[Payment], outcomes: &[Outcome], simulator: &Simulator) {
        let mut happened: HashMap<(LedgerKind, i64), usize> = HashMap::new();
        for entry in simulator.ledger() {
            *happened.entry((entry.kind, entry.amount_in_cents)).or_default() += 1;
        }
        for (payment, outcome) in payments.iter().zip(outcomes) {
            let times = happened.get(&(payment.kind, payment.cents)).copied().unwrap_or(0);
            self.duplicates += times.saturating_sub(1);
            match outcome {
                Outcome::Done => {
                    self.done += 1;
                    self.wrongly_done += usize::from(times == 0);
                }
                Outcome::NotProcessed => {
                    self.not_processed += 1;
                    self.wrongly_unprocessed += usize::from(times > 0);
                }
                Outcome::Unknown => self.unknown += 1,
            }
        }
    }

    fn is_good(&self) -> bool {
        self.duplicates + self.wrongly_unprocessed + self.wrongly_done + self.panics == 0
    }

    fn print(&self, as_json: bool) {
        let figures = json!({
            "operations": self.operations,
            "attempts": self.attempts,
            "requests": self.requests,
            "faulted": self.faulted,
            "done": self.done,
            "not_processed": self.not_processed,
            "unknown": self.unknown,
            "authentications": self.authentications,
            "seconds": self.seconds,
            "duplicates": self.duplicates,
            "wrongly_unprocessed": self.wrongly_unprocessed,
            "wrongly_done": self.wrongly_done,
            "panics": self.panics,
        });
        if as_json {
            println!("{figures}");
            return;
        }
        println!("faults");
        for (fault, times) in &self.faults {
            println!("  {fault:<32} {times:>7}");
        }
        println!("figures");
        for (name, value) in figures.as_object().into_iter().flatten() {
            println!("  {name:<32} {:>7}", value.to_string());
        }
        println!("{}", if self.is_good() { "money moved once" } else { "MONEY MOVED DIFFERENTLY FROM THE OUTCOMES" });
    }
}

/// Creates orders and customers, and returns the payments to make on them.
async fn prepare(shop: &Shop, operations: usize) -> Vec<Payment> {
    let kinds = [LedgerKind::Capture, LedgerKind::Refund, LedgerKind::Release, LedgerKind::Order];
    let mut targets: HashMap<LedgerKind, String> = HashMap::new();
    let mut payments = Vec::with_capacity(operations);
    for (number, cents) in (0..operations).zip(100..) {
        let kind = kinds[number % kinds.len()];
        if number % (OPERATIONS_OF_AN_ORDER * kinds.len()) < kinds.len() {
            let target = match kind {
                LedgerKind::Order => shop.customer(&shop.tokenized().await).await,
                LedgerKind::Refund => shop.approved_order(Intent::Capture, "storm", ORDER_CENTS).await,
                _ => shop.approved_order(Intent::Auth, "storm", ORDER_CENTS).await,
            };
            targets.insert(kind, target);
        }
        payments.push(Payment { kind, on: targets[&kind].clone(), cents });
    }
    payments
}

/// Makes a payment as a careful caller: calls again if it was certainly not made, and not if it may have been. Returns the
/// outcome and the number of attempts.
async fn pay(client: &Client, payment: &Payment) -> (Outcome, u32) {
    let mut attempts = 0;
    for _ in 0..MAX_CALLS {
        match call(client, payment).await {
            Ok(sent) => return (Outcome::Done, attempts + sent),
            Err(error) => {
                attempts += error.attempts();
                if error.may_have_been_processed() {
                    return (Outcome::Unknown, attempts);
                }
                // Without a connection or a token, the payment was not made.
                if error.kind() != ErrorKind::NotSent {
                    return (Outcome::NotProcessed, attempts);
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    (Outcome::NotProcessed, attempts)
}

async fn call(client: &Client, payment: &Payment) -> std::result::Result<u32, Error> {
    let (on, amount) = (payment.on.as_str(), Price::usd(payment.cents));
    Ok(match payment.kind {
        LedgerKind::Capture => {
            let body = CaptureRequest::builder().capture_amount(amount);
            client.capture_order().order_uuid(on).body(body).send().await?.attempts()
        }
        LedgerKind::Refund => client.refund_order().order_uuid(on).body(amount).send().await?.attempts(),
        LedgerKind::Release => client.release_order().order_uuid(on).body(amount).send().await?.attempts(),
        _ => {
            let body = CustomerOrderRequest::builder()
                .intent(Intent::Auth)
                .reference_id(format!("storm-{}", payment.cents))
                .order_amount(amount);
            client.create_customer_order().customer_uuid(on).body(body).send().await?.attempts()
        }
    })
}

const PAGE: &str = "<html><body>the gateway behind this proxy does not answer</body></html>";

/// Returns the faults, with their names.
fn faults() -> Vec<(&'static str, Fault)> {
    let status = |status, retry_after, body| Fault::Status { status, processed: false, retry_after, body };
    let after = Fault::status_after_processing;
    vec![
        ("reset before reading", Fault::ResetBeforeReading),
        ("reset after processing", Fault::ResetAfterProcessing),
        ("reply lost", Fault::ReplyLost),
        ("headers stalled", Fault::HeadersStalled { processed: false }),
        ("headers stalled after processing", Fault::HeadersStalled { processed: true }),
        ("body stalled", Fault::BodyStalled),
        ("body truncated", Fault::BodyTruncated),
        ("body replaced by garbage", Fault::BodyGarbage),
        ("garbage instead of HTTP", Fault::Garbage),
        ("401", Fault::status(401)),
        ("408", Fault::status(408)),
        ("408 after processing", after(408)),
        ("429, Retry-After: 0", status(429, Some(RetryAfter::Seconds(0)), "")),
        ("429, Retry-After: 1", status(429, Some(RetryAfter::Seconds(1)), "[{\"code\": \"too_many_requests\"}]")),
        ("429, Retry-After: a date", status(429, Some(RetryAfter::Date(1)), "")),
        ("500", Fault::status(500)),
        ("500 after processing", after(500)),
        ("502", status(502, None, PAGE)),
        ("502 after processing", Fault::Status { status: 502, processed: true, retry_after: None, body: PAGE }),
        ("503, Retry-After: 1", status(503, Some(RetryAfter::Seconds(1)), "")),
        ("503 after processing", after(503)),
        ("504", Fault::status(504)),
        ("504 after processing", after(504)),
        ("slow", Fault::Slow(Duration::from_millis(100))),
    ]
}

/// Returns the plan of the proxy, which counts the faults.
fn plan(seed: u64, counts: FaultCounts) -> impl FnMut() -> Option<Fault> + Send + 'static {
    let (faults, mut random) = (faults(), fastrand::Rng::with_seed(seed));
    move || {
        if random.usize(..10) >= FAULTS_OF_TEN {
            return None;
        }
        let (name, fault) = faults[random.usize(..faults.len())];
        count(&counts, name);
        Some(fault)
    }
}

fn count(counts: &FaultCounts, name: &'static str) {
    *counts.lock().unwrap_or_else(PoisonError::into_inner).entry(name).or_default() += 1;
}
