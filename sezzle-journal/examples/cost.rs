//! What the journal costs: time and allocations of a call, intents a second, and a journal of many payments.
//!
//! ```sh
//! cargo run --release -p sezzle-journal --features sqlite,postgres --example cost -- --payments 1000000
//! ```

#[path = "../tests/postgres/server.rs"]
mod server;

#[path = "../tests/scenarios/gateway.rs"]
mod gateway;

use std::alloc::System;
use std::time::{Duration, Instant};

use clap::Parser;
use sezzle_api::types::{CaptureRequest, Intent, Price};
use sezzle_api::{Client, Credentials, PreparedCall, Server};
use sezzle_journal::postgres::PostgresStore;
use sezzle_journal::sql::Database;
use sezzle_journal::sqlite::SqliteStore;
use sezzle_journal::store::Store;
use sezzle_journal::{Journal, Outcome};
use sezzle_simulator::Simulator;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Measures what the journal costs.
#[derive(Parser)]
struct Arguments {
    /// The payments in the large journal.
    #[arg(long, default_value_t = 1_000_000)]
    payments: i64,
    /// The calls that are timed.
    #[arg(long, default_value_t = 300)]
    calls: u32,
}

struct Bench {
    client: Client,
    order: String,
    arguments: Arguments,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let simulator = Simulator::builder().authorization_ttl(Duration::from_secs(1_000_000)).start().await?;
    let client = Client::builder()
        .server(Server::Custom(simulator.url().to_owned()))
        .credentials(Credentials::keys(simulator.public_key(), simulator.private_key()))
        .build()?;
    let (order, _) = gateway::create_order(&simulator, &client, Intent::Auth, 1_000_000_000).await?;

    let bench = Bench { client, order, arguments };

    let plain = |_| async {
        let body = CaptureRequest::builder().capture_amount(Price::usd(1));
        bench.client.capture_order().order_uuid(&*bench.order).body(body).send().await.map(drop)?;
        Ok(())
    };
    bench.measure("plain call", plain).await?;

    let directory = std::env::temp_dir().join(format!("journal-cost-{}", std::process::id()));
    std::fs::create_dir(&directory)?;
    let file = directory.join("journal.db");
    let sqlite = SqliteStore::open(&file).await?;
    bench.run("SQLite", sqlite).await?;
    println!("SQLite: {} MB in the file", std::fs::metadata(&file)?.len() / 1_000_000);
    std::fs::remove_dir_all(&directory)?;

    let server = server::PostgresServer::start()?;
    let pool = server::pool(server.socket(), "postgres", 8);
    let postgres = PostgresStore::connect(pool.clone()).await?;
    bench.run("PostgreSQL", postgres).await?;
    let row = pool.get().await?.query_one("SELECT pg_total_relation_size('sezzle_calls')", &[]).await?;
    println!("PostgreSQL: {} MB in the table and its indexes", row.get::<_, i64>(0) / 1_000_000);
    Ok(())
}

impl Bench {
    fn prepare(&self, cents: i64) -> Result<PreparedCall> {
        let body = CaptureRequest::builder().capture_amount(Price::usd(cents));
        Ok(self.client.capture_order().order_uuid(&*self.order).body(body).prepare()?)
    }

    /// Prints the median time and the allocations of a call.
    async fn measure<F: Future<Output = Result<()>>>(&self, name: &str, call: impl Fn(u32) -> F) -> Result<()> {
        call(0).await?;
        let mut times = Vec::new();
        let region = Region::new(ALLOCATOR);
        for number in 1..=self.arguments.calls {
            let started = Instant::now();
            call(number).await?;
            times.push(started.elapsed());
        }
        let allocations = region.change().allocations / usize::try_from(self.arguments.calls)?;
        times.sort();
        println!("{name}: {:?} (median), {allocations} allocations, simulator included", times[times.len() / 2]);
        Ok(())
    }

    async fn run<D: Database>(&self, name: &str, store: sezzle_journal::sql::SqlStore<D>) -> Result<()> {
        let journal = Journal::new(self.client.clone(), store).grace(Duration::ZERO);
        let store = journal.store();
        self.measure(&format!("{name}, intend and run"), |number| {
            let journal = &journal;
            async move {
                let id = journal.intend(&format!("call-{number}"), &self.prepare(1)?).await?;
                match journal.run(id).await? {
                    Outcome::Done(_) => Ok(()),
                    outcome => Err(format!("{outcome:?}").into()),
                }
            }
        })
        .await?;
        let started = Instant::now();
        for number in 0..1000 {
            let _ = journal.intend(&format!("intent-{number}"), &self.prepare(2)?).await?;
        }
        println!("{name}: {:.0} intents a second, one after another", 1000.0 / started.elapsed().as_secs_f64());

        // Calls that are done, on orders of their own, as a shop has them.
        const BATCH: i64 = 10_000;
        for batch in 0..self.arguments.payments / BATCH {
            store
                .database()
                .query("fill", FILL, vec![(batch * BATCH).into(), ((batch + 1) * BATCH).into()], false)
                .await?;
        }
        println!(
            "{name}: {} calls",
            store.counts(sezzle_journal::store::Table::Calls).await?.iter().map(|row| row.1).sum::<i64>()
        );
        let started = Instant::now();
        journal.resume().await?;
        println!("{name}: 1,000 open calls among them resumed: {:?}", started.elapsed());
        let started = Instant::now();
        journal.resume().await?;
        println!("{name}: nothing to resume among them: {:?}", started.elapsed());
        let started = Instant::now();
        journal.counts().await?;
        println!("{name}: counts: {:?}", started.elapsed());
        self.measure(&format!("{name}, intend and run among them"), |number| {
            let journal = &journal;
            async move {
                let id = journal.intend(&format!("late-{number}"), &self.prepare(1)?).await?;
                journal.run(id).await.map(drop)?;
                Ok(())
            }
        })
        .await
    }
}

/// Both databases understand it.
const FILL: &str = "WITH RECURSIVE numbers (n) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < $2) \
     INSERT INTO sezzle_calls (purpose, operation, path, body, request_id, checksum, state, claimed_from, runs, created_at, \
     updated_at, first_sent_at, next_at, owner, fence, response) SELECT 'order-' || n || '/capture/1', 'capture_order', \
     '/v2/order/6f6ac3e0-5e3c-4c58-9d3c-' || (100000000000 + n) || '/capture', body, \
     '0b2c8c4e-6a61-4a35-8d5a-' || (100000000000 + n), checksum, 'done', 'intended', 1, created_at, updated_at, first_sent_at, \
     next_at, NULL, 2, response FROM numbers, (SELECT * FROM sezzle_calls WHERE state = 'done' ORDER BY id LIMIT 1) AS sample \
     RETURNING NULL";
