//! Many payments by processes that are killed: does money move once, and does the journal know?
//!
//! ```sh
//! cargo run --release -p sezzle-journal --features sqlite,postgres --example crash_storm -- \
//!     --payments 2000 --seed 1 --store sqlite --workers 3 --json
//! ```
//!
//! It fails if money moved wrongly or the journal is wrong, but also if too little was disturbed to show anything: fewer kills
//! than one for 50 payments, no fault, or no kill of PostgreSQL in 500 payments or more.
//!
//! - `setup`: the arguments, and how client and journal are set up.
//! - `controller`: starts the simulator, the database and the workers, and kills them.
//! - `webhooks`: the webhooks, and the order in which they are delivered.
//! - `report`: compares the journal with the simulator's ledger, and the webhooks with their effects.
//! - `worker`: a shop process that makes payments and handles webhooks.
//! - `shop`: the shop's own tables, in the same database as the journal.
//! - `faulty_store`: the wrapper of the store that asks to be killed, and that removes one of the journal's defences
//!   (`--without`), to see what it prevents.

mod controller;
mod faulty_store;
mod report;
mod setup;
mod shop;
mod webhooks;
mod worker;

use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> setup::Result<ExitCode> {
    let arguments = setup::Arguments::parse();
    if arguments.worker.is_some() {
        worker::run(arguments).await?;
        return Ok(ExitCode::SUCCESS);
    }
    let report = controller::run(&arguments).await?;
    report.print(arguments.json);
    Ok(if report.is_good(&arguments) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
