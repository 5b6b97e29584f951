//! The arguments, and how client and journal are set up.

#[path = "../../tests/postgres/server.rs"]
pub(crate) mod server;

#[path = "../../tests/scenarios/gateway.rs"]
pub(crate) mod gateway;

use std::sync::Arc;
use std::time::Duration;

use clap::{Parser, ValueEnum};
use sezzle_api::{Client, Credentials, RetryPolicy, Server};
use sezzle_journal::Journal;
use sezzle_journal::store::Store;

/// How long the gateway remembers a request id.
pub(crate) const GATEWAY_MEMORY: Duration = Duration::from_secs(10);
/// How long the journal trusts it.
pub(crate) const TRUST: Duration = Duration::from_secs(7);
pub(crate) const LEASE: Duration = Duration::from_secs(2);

pub(crate) type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Makes payments by processes that are killed, and compares the journal with the ledger of the simulator.
#[derive(Clone, Debug, Parser)]
pub(crate) struct Arguments {
    /// The number of payments.
    #[arg(long, default_value_t = 1000)]
    pub(crate) payments: usize,
    /// The seed of faults, kills and payments.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// The database.
    #[arg(long, value_enum, default_value = "sqlite")]
    pub(crate) store: StoreKind,
    /// The number of worker processes.
    #[arg(long, default_value_t = 3)]
    pub(crate) workers: usize,
    /// Prints one JSON object on the last line.
    #[arg(long)]
    pub(crate) json: bool,
    /// Removes one of the journal's defences.
    #[arg(long, value_enum)]
    pub(crate) without: Option<Defence>,
    /// Runs as a worker: the file or socket of the database, the URL of the gateway, and its private key.
    #[arg(long, hide = true, num_args = 3)]
    pub(crate) worker: Option<Vec<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StoreKind {
    Sqlite,
    Postgres,
}

/// A defence of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Defence {
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

/// Returns a client for the storm.
pub(crate) fn client(url: &str, private_key: &str) -> Result<Client> {
    Ok(Client::builder()
        .server(Server::Custom(url.to_owned()))
        .credentials(Credentials::keys("sz_pub_simulator", private_key))
        .timeout(Duration::from_millis(400))
        .deadline(Duration::from_millis(1500))
        .retry_policy(RetryPolicy::new().base_delay(Duration::from_millis(30)))
        .build()?)
}

/// Returns a journal with the times of the storm.
pub(crate) fn journal<S: Store>(client: Client, store: Arc<S>) -> Journal<S> {
    Journal::with_shared(client, store)
        .trust(TRUST)
        .lease(LEASE)
        .grace(Duration::from_secs(1))
        .backoff(Duration::from_millis(100), Duration::from_secs(1))
}
