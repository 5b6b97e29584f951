//! Many payments through a faulty network: does money move once, and does the caller know?
//!
//! Captures, refunds, releases and customer orders go to a simulator that injects faults into three of ten requests, through a
//! port that is closed from time to time. Then the result of each call is compared with the simulator's ledger.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Parser;
use serde::Serialize;
use serde_json::json;
use sezzle_api::types::{CaptureRequest, CustomerOrderRequest, Intent, Price};
use sezzle_api::{Client, Error, ErrorKind, RetryPolicy};
use sezzle_simulator::{ActiveFault, FaultRule, LedgerKind, Simulator};
use sezzle_tests::shop::Shop;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::{JoinHandle, JoinSet};

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

/// The share of requests with a fault.
const FAULT_SHARE: f64 = 0.3;

/// The faults, equally frequent.
const FAULTS: &str = "reset reset:processed stall stall:processed stall-body truncate delay:100ms 200:garbage:processed 401 \
                      408 408:processed 429:retry-after=0 429:retry-after=1 429:retry-after-date=1 500 500:processed \
                      502:html 502:html:processed 503:empty:retry-after=1 503:processed 504 504:processed";

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

#[derive(Default, Serialize)]
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
    #[serde(skip)]
    faults: Vec<ActiveFault>,
    /// How often the port was closed.
    #[serde(skip)]
    closed: usize,
}

async fn storm(arguments: &Arguments) -> Result<Report> {
    let mut builder =
        Simulator::builder().seed(arguments.seed).authorization_ttl(Duration::from_secs(365 * 24 * 60 * 60));
    if arguments.strict {
        builder = builder.strict();
    }
    let shop = Shop::open_at(builder).await;
    let payments = prepare(&shop, arguments.operations).await;
    let simulator = shop.simulator;

    simulator.add_faults(fault_rules()?)?;
    let upstream = simulator.url().trim_start_matches("http://").parse()?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let mut port = tokio::spawn(forward(listener, upstream));
    let client = Client::builder()
        .gateway(format!("http://{address}"), simulator.keys())
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
    let mut closings = tokio::time::interval(Duration::from_millis(250));
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
            _ = closings.tick() => {
                close_for_a_moment(&mut port, address, upstream).await;
                report.closed += 1;
            }
        }
    }
    report.seconds = started.elapsed().as_secs();
    // Abandoned requests may still be running.
    tokio::time::sleep(Duration::from_secs(1)).await;

    report.faults = simulator.faults();
    report.requests = report.faults.iter().map(|fault| u64::from(fault.hits)).sum();
    // The last rule applies to the requests without a fault.
    report.faulted = report.requests - report.faults.pop().map_or(0, |rest| u64::from(rest.hits));
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
        let figures = json!(self);
        if as_json {
            println!("{figures}");
            return;
        }
        println!("faults");
        for ActiveFault { rule, hits, .. } in &self.faults {
            println!("  {:<32} {hits:>7}", rule.fault().to_string());
        }
        println!("  {:<32} {:>7}", "(port closed for 5 ms)", self.closed);
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

/// Returns the rules of the faults, and one without an effect that counts the other requests.
fn fault_rules() -> Result<Vec<FaultRule>> {
    let share = FAULT_SHARE / FAULTS.split(' ').count() as f64;
    let mut rules = Vec::new();
    for fault in FAULTS.split(' ') {
        // Each rule applies to what the rules before it leave.
        let rest = 1.0 - rules.len() as f64 * share;
        rules.push(FaultRule::on_any(fault.parse()?).with_probability(share / rest));
    }
    rules.push("*=delay:0ms".parse()?);
    Ok(rules)
}

/// Forwards connections to the simulator. When this is aborted, the port is closed, and open connections stay.
async fn forward(listener: TcpListener, upstream: SocketAddr) {
    for connection in 0_u64.. {
        let Ok((mut client, _)) = listener.accept().await else { continue };
        tokio::spawn(async move {
            let Ok(mut gateway) = TcpStream::connect(upstream).await else { return };
            let copied = tokio::io::copy_bidirectional(&mut client, &mut gateway).await;
            // A reset arrives as such or, as through a proxy, as the end of the connection.
            if copied.is_err() && connection.is_multiple_of(2) {
                let _ = client.set_zero_linger();
            }
        });
    }
}

async fn close_for_a_moment(port: &mut JoinHandle<()>, address: SocketAddr, upstream: SocketAddr) {
    port.abort();
    let _ = (&mut *port).await;
    let listener = loop {
        tokio::time::sleep(Duration::from_millis(5)).await;
        // The system may have given the port to another connection.
        if let Ok(listener) = TcpListener::bind(address).await {
            break listener;
        }
    };
    *port = tokio::spawn(forward(listener, upstream));
}
