//! Starts the simulator, the database and the workers, and kills them.

use std::collections::HashMap;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::ValueEnum;
use sezzle_api::Client;
use sezzle_api::types::Intent;
use sezzle_api::webhook::Verifier;
use sezzle_journal::Inbox;
use sezzle_journal::sql::{Database, SqlStore, Value};
use sezzle_simulator::{FaultRule, Simulator};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, Command};
use tokio::sync::mpsc;

use crate::report::Report;
use crate::setup::server::PostgresServer;
use crate::setup::{Arguments, Defence, GATEWAY_MEMORY, Result, StoreKind, client, gateway, journal};
use crate::shop::{Payment, Shop, postgres_store, sqlite_store};
use crate::webhooks::Webhooks;

/// The faults between the workers and the gateway: about three of ten requests.
const FAULTS: &str = "*=503@0.04,*=503:processed@0.04,*=reset@0.03,*=reset:processed@0.04,*=stall@0.015,\
                      *=stall:processed@0.015,*=truncate@0.03,*=stall-body@0.01,*=429:retry-after=1@0.01,*=429@0.01,\
                      *=408:processed@0.02,*=500:processed@0.03,*=502@0.02,*=504:processed@0.02,*=401@0.005,*=delay:0ms";

/// The amount of an order: larger than all its payments, even if each were made several times.
const ORDER_CENTS: i64 = 1_000_000_000;

/// The minimum amount of an order.
const MIN_CENTS: i64 = 100;

/// The number of payments on one order.
const PAYMENTS_OF_AN_ORDER: usize = 40;

/// The number of payments for which there is one event.
const PAYMENTS_PER_EVENT: usize = 4;

/// When a webhook that was not answered is delivered again.
const DELIVERY_TIMEOUT: Duration = Duration::from_secs(1);

/// A worker that is restarted when it ends.
struct Worker {
    child: Child,
    input: ChildStdin,
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
        report: Report::default(),
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
        // Creates the tables of the journal before several workers start at once.
        match self.arguments.store {
            StoreKind::Sqlite => self.run_on(sqlite_store(&self.path()).await?, payments).await,
            StoreKind::Postgres => self.run_on(postgres_store(&self.path()).await?, payments).await,
        }
    }

    async fn run_on<D: Database>(&mut self, store: SqlStore<D>, payments: &[Payment]) -> Result<()> {
        let store = Arc::new(store);
        let shop = Shop::new(self.arguments.store, &self.path());
        shop.create(payments).await?;
        let private_key = self.simulator.private_key();
        let webhooks = Webhooks::new(&private_key, self.arguments.payments / PAYMENTS_PER_EVENT, &mut self.random);
        let inbox = Inbox::new(Verifier::new(&*private_key)?, Arc::clone(&store));
        for number in &webhooks.first {
            let (signature, body) = &webhooks.events[*number];
            let _ = inbox.store(body.as_bytes(), signature).await?;
        }
        self.storm(&shop, payments.len(), &webhooks).await?;
        let journal = journal(client(self.simulator.url(), &private_key)?, store);
        self.report.compare(&shop, journal, payments, self.simulator.ledger()).await?;
        self.report.compare_events(&shop, &webhooks).await
    }

    /// Lets the workers make all payments and handle all webhooks, and kills them meanwhile.
    async fn storm(&mut self, shop: &Shop, payments: usize, webhooks: &Webhooks) -> Result<()> {
        (self.report.payments, self.report.events) = (payments, webhooks.events.len());
        let mut deliveries = webhooks.deliveries.clone();
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
                                "stored" if webhooks.is_forged(event) => self.report.forged_accepted += 1,
                                "failed" => deliveries.push(event),
                                _ => {}
                            }
                        }
                        None => {}
                    }
                }
                _ = tick.tick() => {
                    self.restart_workers()?;
                    let begun = count(shop, "SELECT count(*) FROM payments WHERE call_id IS NOT NULL").await;
                    let Some(begun) = begun else { continue };
                    let progress = begun as f64 / payments as f64;
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
                    self.deliver(&mut deliveries, &mut waiting, webhooks).await;
                    if progress >= 1.0 && calm_since.is_none() && deliveries.is_empty() {
                        // No more faults; workers still kill themselves.
                        self.count_requests();
                        self.simulator.clear_faults();
                        calm_since = Some(Instant::now());
                    }
                    if let Some(since) = calm_since {
                        let open = count(shop, OPEN).await.unwrap_or(1);
                        let settled = open == 0 && waiting.is_empty() && deliveries.is_empty();
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
        Ok(())
    }

    fn start_worker(&mut self, number: usize) -> Result<Worker> {
        fn name(value: &impl ValueEnum) -> String {
            value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
        }
        let Arguments { seed, store, without, .. } = self.arguments;
        self.started_workers += 1;
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["--seed", &(seed * 100_000 + self.started_workers).to_string(), "--store", &name(store)]);
        if let Some(defence) = without {
            command.args(["--without", &name(defence)]);
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
    async fn deliver(
        &mut self,
        deliveries: &mut Vec<usize>,
        waiting: &mut HashMap<usize, Instant>,
        webhooks: &Webhooks,
    ) {
        // A worker that was killed does not answer.
        deliveries.extend(waiting.extract_if(|_, since| since.elapsed() > DELIVERY_TIMEOUT).map(|(event, _)| event));
        for _ in 0..10 {
            let Some(event) = deliveries.pop() else { return };
            let number = self.random.usize(..self.workers.len());
            let line = format!("event {event} {}\n", webhooks.delivery(event));
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
}

/// Counts the calls and events that are not finished.
const OPEN: &str = "SELECT (SELECT count(*) FROM sezzle_calls WHERE state IN ('intended', 'sending', 'unknown')) + \
                    (SELECT count(*) FROM sezzle_events WHERE state = 'pending')";

/// Counts rows. `None` if the database is away.
async fn count(shop: &Shop, sql: &str) -> Option<i64> {
    match shop.query(sql).await.ok()?.first()?.first()? {
        Value::Int(count) => Some(*count),
        _ => None,
    }
}

/// Creates orders, and returns the payments to make on them.
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
        // One in ten payments has the amount of another one on the same order.
        let cents = 2 * MIN_CENTS + id as i64 - i64::from(id % 20 == 17);
        payments.push(Payment { id: id as i64, kind: kind.to_owned(), target, cents });
    }
    Ok(payments)
}

/// Creates an order or a customer for payments of this kind, and returns its id.
async fn target(simulator: &Simulator, client: &Client, kind: &str) -> Result<String> {
    let intent = if kind == "refund" { Intent::Capture } else { Intent::Auth };
    // Sezzle rejects captures of more than the amount of the order.
    let cents = if kind == "refused" { MIN_CENTS } else { ORDER_CENTS };
    let (order, customer) = gateway::create_order(simulator, client, intent, cents).await?;
    Ok(if kind == "customer_order" { customer } else { order })
}
