//! The program `sezzle-simulator`.

use std::process::ExitCode;

use clap::Parser;
use sezzle_simulator::program;

/// A local Sezzle gateway: no account, no network.
#[derive(Parser)]
#[command(version)]
struct Program {
    #[command(flatten)]
    arguments: program::Arguments,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match program::run(Program::parse().arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
