//! Starts and kills the workers, and compares the journal with the ledger.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::json;
use sezzle_api::Client;
use sezzle_api::types::{Intent, Price, SessionCustomer, SessionOrder, SessionRequest};
use sezzle_journal::store::Store;
use sezzle_journal::{CallId, Journal, Outcome, ReviewReason, State};
use sezzle_simulator::{FaultRule, LedgerKind, Simulator};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, Command};
use tokio::sync::mpsc;

use crate::setup::server::PostgresServer;
use crate::setup::{Arguments, Defence, GATEWAY_MEMORY, Result, StoreKind, TRUST, client, journal};
use crate::shop::{Payment, Shop, postgres_store, sqlite_store};

/// The faults between the workers and the gateway: about three of ten requests.
const FAULTS: &str = "*=503@0.04,*=503:processed@0.04,*=reset@0.03,*=reset:processed@0.04,*=stall@0.015,\
                      *=stall:processed@0.015,*=truncate@0.03,*=stall-body@0.01,*=429:retry-after=1@0.01,*=429@0.01,\
                      *=408:processed@0.02,*=500:processed@0.03,*=502@0.02,*=504:processed@0.02,*=401@0.005,*=delay:0ms";

/// The amount of an order: larger than all its payments, even if each were made several times.
const ORDER_CENTS: i64 = 1_000_000_000;

/// The number of payments on one order.
const PAYMENTS_OF_AN_ORDER: usize = 40;

/// The number of events of one order, and the payments for which there is one event.
const EVENTS_OF_AN_ORDER: usize = 8;

/// When a webhook that was not answered is delivered again.
const DELIVERY_TIMEOUT: Duration = Duration::from_secs(1);

/// A worker that is restarted when it ends.
struct Worker {
    child: Child,
    input: ChildStdin,
}

/// The figures of a storm.
#[derive(Default)]
pub(crate) struct Report {
    payments: usize,
    kills: usize,
    database_kills: usize,
    attempts: u64,
    faulted: u64,
    duplicates: usize,
    lost: usize,
    wrongly_recorded: usize,
    unresolved: usize,
    reviews: usize,
    /// The requests that the gateway recognized by their ids.
    repeats: u64,
    done: usize,
    rejected: usize,
    decided_by_order: usize,
    events: usize,
    event_deliveries: usize,
    events_lost: usize,
    events_repeated: usize,
    forged_accepted: usize,
    seconds: f64,
    /// The kills at each point.
    points: BTreeMap<String, usize>,
    problems: Vec<String>,
}

struct Storm<'a> {
    arguments: &'a Arguments,
    simulator: Simulator,
    postgres: Option<PostgresServer>,
    directory: PathBuf,
    random: fastrand::Rng,
    workers: Vec<Worker>,
    lines: mpsc::UnboundedReceiver<(usize, u32, String)>,
    sender: mpsc::UnboundedSender<(usize, u32, String)>,
    report: Report,
    started_workers: u64,
}

pub(crate) async fn run(arguments: &Arguments) -> Result<Report> {
    let simulator = Simulator::builder()
        .seed(arguments.seed)
        .authorization_ttl(Duration::from_secs(365 * 24 * 60 * 60))
        .request_id_ttl(GATEWAY_MEMORY)
        .start()
        .await?;
    let payments = payments(&simulator, arguments.payments).await?;
    let directory = std::env::temp_dir().join(format!("crash-storm-{}-{:08x}", std::process::id(), fastrand::u32(..)));
    std::fs::create_dir(&directory)?;
    let postgres = match arguments.store {
        StoreKind::Sqlite => None,
        StoreKind::Postgres => Some(PostgresServer::start()?),
    };
    let (sender, lines) = mpsc::unbounded_channel();
    let mut storm = Storm {
        arguments,
        simulator,
        postgres,
        directory,
        random: fastrand::Rng::with_seed(arguments.seed),
        workers: Vec::new(),
        lines,
        sender,
        report: Report { payments: payments.len(), ..Report::default() },
        started_workers: 0,
    };
    let result = storm.run(&payments).await;
    for worker in &mut storm.workers {
        let _ = worker.child.kill().await;
    }
    let _ = std::fs::remove_dir_all(&storm.directory);
    result?;
    Ok(storm.report)
}

impl Storm<'_> {
    fn path(&self) -> PathBuf {
        match &self.postgres {
            Some(server) => server.socket().to_owned(),
            None => self.directory.join("shop.db"),
        }
    }

    async fn run(&mut self, payments: &[Payment]) -> Result<()> {
        let shop = Shop::new(self.arguments.store, &self.path());
        shop.create(payments).await?;
        // The tables of the journal, before several workers start at once.
        match self.arguments.store {
            StoreKind::Sqlite => drop(sqlite_store(&self.path()).await?),
            StoreKind::Postgres => drop(postgres_store(&self.path()).await?),
        }
        let private_key = self.simulator.private_key();
        let events = events(&private_key, self.arguments.payments, &mut self.random);
        self.report.events = events.values.len();
        let mut deliveries = events.deliveries.clone();
        let mut waiting: HashMap<usize, Instant> = HashMap::new();
        self.simulator.add_faults(FaultRule::parse_all(FAULTS)?)?;
        let started = Instant::now();
        for number in 0..self.arguments.workers {
            let worker = self.start_worker(number)?;
            self.workers.push(worker);
        }
        // Power failures: all processes and the database end, and come back when the gateway has forgotten the ids.
        let mut power_failures = vec![0.75, 0.35];
        let mut database_kills = vec![0.9, 0.6, 0.5, 0.2];
        let mut tick = tokio::time::interval(Duration::from_millis(100));
        let mut calm_since = None;
        loop {
            tokio::select! {
                Some((number, id, line)) = self.lines.recv() => {
                    let is_current = self.workers[number].child.id() == Some(id);
                    match line.split_once(' ') {
                        Some(("kill", point)) if is_current => self.kill(number, point).await?,
                        // What was acknowledged stays so, even if the worker has ended since.
                        Some((answer, event)) => {
                            let event: usize = event.parse().unwrap_or(usize::MAX);
                            waiting.remove(&event);
                            match answer {
                                "stored" if events.is_forged(event) => self.report.forged_accepted += 1,
                                "failed" => deliveries.push(event),
                                _ => {}
                            }
                        }
                        None => {}
                    }
                }
                _ = tick.tick() => {
                    self.restart_workers()?;
                    let begun = count(&shop, "SELECT count(*) FROM payments WHERE call_id IS NOT NULL").await;
                    let Some(begun) = begun else { continue };
                    let progress = begun as f64 / payments.len() as f64;
                    let is_killing = self.arguments.without != Some(Defence::Fence) && calm_since.is_none();
                    if is_killing && self.random.u32(..25) == 0 {
                        let number = self.random.usize(..self.workers.len());
                        self.kill(number, "at any time").await?;
                    }
                    if self.postgres.is_some() && database_kills.last().is_some_and(|at| progress >= *at) {
                        database_kills.pop();
                        self.kill_database().await?;
                    }
                    if power_failures.last().is_some_and(|at| progress >= *at) {
                        power_failures.pop();
                        self.fail_power().await?;
                    }
                    self.deliver(&mut deliveries, &mut waiting, &events).await;
                    if progress >= 1.0 && calm_since.is_none() && deliveries.is_empty() {
                        // No more faults; workers still kill themselves.
                        self.count_requests();
                        self.simulator.clear_faults();
                        calm_since = Some(Instant::now());
                    }
                    if let Some(since) = calm_since {
                        let open = count(&shop, OPEN_CALLS).await.unwrap_or(1);
                        let pending = count(&shop, "SELECT count(*) FROM sezzle_events WHERE state = 'pending'").await.unwrap_or(1);
                        let settled = open + pending == 0 && waiting.is_empty() && deliveries.is_empty();
                        if settled || since.elapsed() > Duration::from_secs(90) {
                            break;
                        }
                    }
                }
            }
        }
        for worker in &mut self.workers {
            let _ = worker.child.kill().await;
        }
        self.report.seconds = started.elapsed().as_secs_f64();
        let client = client(self.simulator.url(), &private_key)?;
        match self.arguments.store {
            StoreKind::Sqlite => {
                let journal = journal(client, Arc::new(sqlite_store(&self.path()).await?));
                self.compare(&shop, journal, payments).await?;
            }
            StoreKind::Postgres => {
                let journal = journal(client, Arc::new(postgres_store(&self.path()).await?));
                self.compare(&shop, journal, payments).await?;
            }
        }
        self.compare_events(&shop, &events).await
    }

    fn start_worker(&mut self, number: usize) -> Result<Worker> {
        let Arguments { seed, store, without, .. } = self.arguments;
        let mut command = Command::new(std::env::current_exe()?);
        self.started_workers += 1;
        command.args(["--seed", &(seed * 100_000 + self.started_workers).to_string()]);
        command.args(["--store", if *store == StoreKind::Sqlite { "sqlite" } else { "postgres" }]);
        if let Some(defence) = without {
            let name = clap::ValueEnum::to_possible_value(defence).map(|value| value.get_name().to_owned());
            command.args(["--without", &name.unwrap_or_default()]);
        }
        command.arg("--worker").arg(self.path()).arg(self.simulator.url()).arg(self.simulator.private_key());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        if std::env::var_os("STORM_LOG").is_none() {
            command.stderr(Stdio::null());
        }
        let mut child = command.spawn()?;
        let (Some(input), Some(output), Some(id)) = (child.stdin.take(), child.stdout.take(), child.id()) else {
            return Err("a worker without input and output".into());
        };
        let sender = self.sender.clone();
        tokio::spawn(async move {
            let mut lines = BufReader::new(output).lines();
            while let Ok(Some(line)) = lines.next_line().await {
                let _ = sender.send((number, id, line));
            }
        });
        Ok(Worker { child, input })
    }

    /// Kills a worker with SIGKILL, and starts another one.
    async fn kill(&mut self, number: usize, point: &str) -> Result<()> {
        self.end(number, point).await?;
        self.workers[number] = self.start_worker(number)?;
        Ok(())
    }

    /// Kills a worker. Counts it only if the worker was alive.
    async fn end(&mut self, number: usize, point: &str) -> Result<()> {
        let child = &mut self.workers[number].child;
        if child.try_wait()?.is_none() {
            child.kill().await?;
            self.report.kills += 1;
            *self.report.points.entry(point.to_owned()).or_default() += 1;
        }
        Ok(())
    }

    /// Starts another worker for each that has ended by itself.
    fn restart_workers(&mut self) -> Result<()> {
        for number in 0..self.workers.len() {
            if self.workers[number].child.try_wait()?.is_some() {
                self.workers[number] = self.start_worker(number)?;
            }
        }
        Ok(())
    }

    async fn kill_database(&mut self) -> Result<()> {
        let Some(server) = &self.postgres else { return Ok(()) };
        server.kill()?;
        self.report.database_kills += 1;
        tokio::time::sleep(Duration::from_millis(self.random.u64(..500))).await;
        server.run()?;
        Ok(())
    }

    async fn fail_power(&mut self) -> Result<()> {
        for number in 0..self.workers.len() {
            self.end(number, "power failure").await?;
        }
        if let Some(server) = &self.postgres {
            server.kill()?;
            self.report.database_kills += 1;
        }
        tokio::time::sleep(GATEWAY_MEMORY + Duration::from_secs(1)).await;
        if let Some(server) = &self.postgres {
            server.run()?;
        }
        for number in 0..self.workers.len() {
            self.workers[number] = self.start_worker(number)?;
        }
        Ok(())
    }

    /// Sends some events to random workers, as Sezzle would.
    async fn deliver(&mut self, deliveries: &mut Vec<usize>, waiting: &mut HashMap<usize, Instant>, events: &Events) {
        // A worker that was killed does not answer.
        deliveries.extend(waiting.extract_if(|_, since| since.elapsed() > DELIVERY_TIMEOUT).map(|(event, _)| event));
        for _ in 0..10 {
            let Some(event) = deliveries.pop() else { return };
            let number = self.random.usize(..self.workers.len());
            let line = format!("event {event} {}\n", events.values[event % events.values.len()].delivery(event));
            self.report.event_deliveries += 1;
            match self.workers[number].input.write_all(line.as_bytes()).await {
                Ok(()) => drop(waiting.insert(event, Instant::now())),
                Err(_) => deliveries.push(event),
            }
        }
    }

    fn count_requests(&mut self) {
        let faults = self.simulator.faults();
        self.report.attempts = faults.iter().map(|fault| u64::from(fault.hits)).sum();
        // The last rule has no effect and counts the requests without a fault.
        self.report.faulted = self.report.attempts - faults.last().map_or(0, |fault| u64::from(fault.hits));
    }

    /// Compares the journal with the ledger.
    async fn compare<S: Store>(&mut self, shop: &Shop, journal: Journal<S>, payments: &[Payment]) -> Result<()> {
        let mut ledger: HashMap<(LedgerKind, i64), Vec<String>> = HashMap::new();
        for entry in self.simulator.ledger() {
            self.report.repeats += u64::from(entry.repeats);
            ledger.entry((entry.kind, entry.amount_in_cents)).or_default().push(entry.uuid);
        }
        let calls = shop.numbers("SELECT id, call_id FROM payments WHERE call_id IS NOT NULL", &[]).await?;
        let calls: HashMap<i64, i64> = calls.iter().map(|row| (row[0], row[1])).collect();
        for payment in payments {
            let (kind, is_valid) = match payment.kind.as_str() {
                "capture" | "refused" => (LedgerKind::Capture, payment.kind == "capture"),
                "refund" => (LedgerKind::Refund, true),
                "release" => (LedgerKind::Release, true),
                _ => (LedgerKind::Order, true),
            };
            let happened = ledger.get(&(kind, payment.cents)).map(Vec::as_slice).unwrap_or_default();
            self.report.duplicates += happened.len().saturating_sub(1);
            let Some(call) = calls.get(&payment.id) else {
                self.report.lost += 1;
                continue;
            };
            let outcome = journal.outcome(CallId::from(*call)).await?;
            let report = &mut self.report;
            let is_right = match &outcome {
                Outcome::Done(response) => {
                    report.done += 1;
                    report.decided_by_order += usize::from(response.evidence() == sezzle_journal::Evidence::Order);
                    let is_known = response.uuid().is_none_or(|uuid| happened.iter().any(|entry| entry == uuid));
                    !happened.is_empty() && is_known
                }
                Outcome::Rejected(_) => {
                    report.rejected += 1;
                    report.lost += usize::from(is_valid && happened.is_empty());
                    happened.is_empty()
                }
                Outcome::NeedsReview(reason) => {
                    report.reviews += 1;
                    match reason {
                        ReviewReason::SeveralCalls { .. } => true,
                        ReviewReason::NotVisible => {
                            let row = journal.store().find_call(*call).await?.ok_or("a call without a row")?;
                            let trusted = i64::try_from(TRUST.as_micros())?;
                            let is_old = row.first_sent_at.is_some_and(|first| row.updated_at - first >= trusted);
                            payment.kind == "customer_order" && is_old
                        }
                        _ => false,
                    }
                }
                _ => {
                    report.unresolved += 1;
                    true
                }
            };
            if !is_right || happened.len() > 1 {
                report.wrongly_recorded += usize::from(!is_right);
                report.problems.push(format!("{payment:?}: {outcome:?}, in the ledger {happened:?}"));
            }
        }
        let counts = journal.counts().await?;
        let open = |state: &str| state != State::Done.as_str() && state != State::Rejected.as_str();
        for count in counts.iter().filter(|count| open(&count.state)) {
            self.report.problems.push(format!("{} {}, the oldest {:?} old", count.count, count.state, count.oldest));
        }
        Ok(())
    }

    async fn compare_events(&mut self, shop: &Shop, events: &Events) -> Result<()> {
        for event in &events.values {
            let sql = "SELECT count(*) FROM effects WHERE position = $1";
            let effects = shop.numbers(sql, &[event.position]).await?;
            match effects.first().and_then(|row| row.first()) {
                Some(1) => {}
                Some(0) | None => self.report.events_lost += 1,
                Some(_) => self.report.events_repeated += 1,
            }
        }
        let all = count(shop, "SELECT count(*) FROM effects").await.unwrap_or(0);
        self.report.events_repeated += usize::try_from(all).unwrap_or(0).saturating_sub(events.values.len());
        Ok(())
    }
}

const OPEN_CALLS: &str = "SELECT count(*) FROM sezzle_calls WHERE state IN ('intended', 'sending', 'unknown')";

/// Counts rows. `None` if the database is away.
async fn count(shop: &Shop, sql: &str) -> Option<i64> {
    shop.numbers(sql, &[]).await.ok()?.first()?.first().copied()
}

/// Webhooks, and the order in which they are delivered.
struct Events {
    values: Vec<Webhook>,
    /// Numbers of webhooks. A number beyond their count is one with a forged signature.
    deliveries: Vec<usize>,
}

struct Webhook {
    position: i64,
    signature: String,
    body: String,
}

impl Events {
    fn is_forged(&self, number: usize) -> bool {
        number >= self.values.len()
    }
}

impl Webhook {
    fn delivery(&self, number: usize) -> String {
        let is_forged = number as i64 != self.position;
        // The same signature with one digit changed.
        let digit = if self.signature.starts_with('0') { '1' } else { '0' };
        let signature = if is_forged { format!("{digit}{}", &self.signature[1..]) } else { self.signature.clone() };
        format!("{signature} {}", self.body)
    }
}

/// Creates events: each is delivered one to three times, in any order, and one in ten with a forged signature as well.
fn events(private_key: &str, payments: usize, random: &mut fastrand::Rng) -> Events {
    let count = payments / 4;
    let values: Vec<Webhook> = (0..count)
        .map(|number| {
            let order = number / EVENTS_OF_AN_ORDER;
            let body = json!({
                "uuid": format!("event-{number}"),
                "event": "order.captured",
                "created_at": format!("2026-03-01T12:{:02}:{:02}.{:06}Z", number / 60 % 60, number % 60, number % 1_000_000),
                "data": {"uuid": format!("order-{order}")},
            })
            .to_string();
            let signature = sezzle_api::mock::sign_webhook(private_key, body.as_bytes());
            Webhook { position: number as i64, signature, body }
        })
        .collect();
    let mut deliveries = Vec::new();
    for number in 0..count {
        deliveries.extend(std::iter::repeat_n(number, random.usize(1..4)));
        if random.u32(..10) == 0 {
            deliveries.push(count + number);
        }
    }
    random.shuffle(&mut deliveries);
    Events { values, deliveries }
}

/// Creates and approves sessions, and returns the payments to make on their orders.
async fn payments(simulator: &Simulator, number: usize) -> Result<Vec<Payment>> {
    let client = client(simulator.url(), &simulator.private_key())?;
    let mut targets: HashMap<&str, String> = HashMap::new();
    let mut payments = Vec::with_capacity(number);
    for id in 0..number {
        let kind = match id % 40 {
            0 => "refused",
            1 => "customer_order",
            2..5 => "upcharge",
            5..10 => "release",
            10..20 => "refund",
            _ => "capture",
        };
        if id % PAYMENTS_OF_AN_ORDER == 0 {
            targets.clear();
        }
        if !targets.contains_key(kind) {
            targets.insert(kind, target(simulator, &client, kind).await?);
        }
        let target = targets[kind].clone();
        payments.push(Payment { id: id as i64, kind: kind.to_owned(), target, cents: 100 + id as i64 });
    }
    Ok(payments)
}

/// Creates an order or a customer for payments of this kind, and returns its id.
async fn target(simulator: &Simulator, client: &Client, kind: &str) -> Result<String> {
    let intent = if kind == "refund" { Intent::Capture } else { Intent::Auth };
    let order = SessionOrder::builder()
        .intent(intent)
        .reference_id("storm")
        .description("storm")
        .order_amount(Price::usd(ORDER_CENTS));
    let mut request = SessionRequest::builder()
        .cancel_url("https://shop.example/cart")
        .complete_url("https://shop.example/thanks")
        .order(order);
    if kind == "customer_order" {
        request = request.customer(SessionCustomer::builder().tokenize(true));
    }
    let session = client.create_session().body(request).send().await?;
    let session_uuid = session.uuid.clone().ok_or("a session without an id")?;
    if kind == "refused" {
        simulator.decline(&session_uuid)?;
    } else {
        simulator.approve(&session_uuid)?;
    }
    if kind != "customer_order" {
        return Ok(session.order.as_ref().and_then(|order| order.uuid.clone()).ok_or("an order without an id")?);
    }
    let token = session.tokenization().and_then(|tokenization| tokenization.token.clone()).ok_or("no token")?;
    let tokenized = client.get_tokenization().token(token.expose()).send().await?;
    let customer = tokenized.customer.as_ref().and_then(|customer| customer.uuid.clone());
    Ok(customer.ok_or("a customer without an id")?)
}

impl Report {
    /// Returns whether nothing went wrong although much was disturbed.
    pub(crate) fn is_good(&self, arguments: &Arguments) -> bool {
        let payments = arguments.payments;
        let events = self.events_lost + self.events_repeated + self.forged_accepted;
        let money = self.duplicates + self.lost + self.wrongly_recorded + self.unresolved;
        let needs_database_kill = arguments.store == StoreKind::Postgres && payments >= 500;
        let is_disturbed = self.kills * 50 >= payments
            && (self.database_kills > 0 || !needs_database_kill)
            && self.attempts > 0
            && self.faulted > 0;
        money + events == 0 && self.reviews * 100 <= payments.max(500) && is_disturbed
    }

    pub(crate) fn print(&self, as_json: bool) {
        let figures = json!({
            "payments": self.payments,
            "kills": self.kills,
            "database_kills": self.database_kills,
            "attempts": self.attempts,
            "faulted": self.faulted,
            "repeats": self.repeats,
            "done": self.done,
            "rejected": self.rejected,
            "decided_by_order": self.decided_by_order,
            "duplicates": self.duplicates,
            "lost": self.lost,
            "wrongly_recorded": self.wrongly_recorded,
            "unresolved": self.unresolved,
            "reviews": self.reviews,
            "events": self.events,
            "event_deliveries": self.event_deliveries,
            "events_lost": self.events_lost,
            "events_repeated": self.events_repeated,
            "forged_accepted": self.forged_accepted,
            "seconds": self.seconds,
        });
        for problem in &self.problems {
            eprintln!("{problem}");
        }
        if as_json {
            println!("{figures}");
            return;
        }
        println!("kills");
        for (point, times) in &self.points {
            println!("  {point:<40} {times:>7}");
        }
        println!("figures");
        for (name, value) in figures.as_object().into_iter().flatten() {
            println!("  {name:<40} {:>7}", value.to_string());
        }
    }
}
