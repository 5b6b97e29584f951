//! Many payments by processes that are killed: does money move once, and does the journal know?
//!
//! ```sh
//! cargo run --release -p sezzle-journal --features sqlite,postgres --example crash_storm -- \
//!     --payments 2000 --seed 1 --store sqlite --workers 3 --json
//! ```
//!
//! - `controller`: starts the simulator, the database and the workers, kills them, and compares the journal with the
//!   simulator's ledger.
//! - `worker`: a shop process that makes payments and handles webhooks.
//! - `shop`: the shop's own tables, in the same database as the journal.
//! - `faulty_store`: the wrapper of the store that asks to be killed, and that removes one of the journal's defences
//!   (`--without`), to see what it prevents.

mod controller;
mod faulty_store;
#[path = "../../tests/postgres/server.rs"]
mod server;
mod shop;
mod worker;

use std::process::ExitCode;

use clap::{Parser, ValueEnum};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Makes payments by processes that are killed, and compares the journal with the ledger of the simulator.
#[derive(Clone, Debug, Parser)]
struct Arguments {
    /// The number of payments.
    #[arg(long, default_value_t = 1000)]
    payments: usize,
    /// The seed of faults, kills and payments.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The database.
    #[arg(long, value_enum, default_value = "sqlite")]
    store: StoreKind,
    /// The number of worker processes.
    #[arg(long, default_value_t = 3)]
    workers: usize,
    /// Prints one JSON object on the last line.
    #[arg(long)]
    json: bool,
    /// Removes one of the journal's defences.
    #[arg(long, value_enum)]
    without: Option<Defence>,
    /// Runs as a worker: the file or socket of the database, the URL of the gateway, and its private key.
    #[arg(long, hide = true, num_args = 3)]
    worker: Option<Vec<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StoreKind {
    Sqlite,
    Postgres,
}

/// A defence of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Defence {
    /// The call is written before it is sent.
    DurableWrite,
    /// One owner at a time.
    Lease,
    /// An owner whose lease has ended cannot write.
    Fence,
    /// A call keeps its request id.
    SameId,
    /// An old request id is not trusted.
    Trust,
}

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    if arguments.worker.is_some() {
        worker::run(arguments).await?;
        return Ok(ExitCode::SUCCESS);
    }
    let report = controller::run(&arguments).await?;
    report.print(arguments.json);
    Ok(if report.is_good(arguments.payments) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
