//! The simulator as a process of its own.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

use clap::Parser;
use sezzle_simulator::Simulator;

/// A local Sezzle gateway: no account, no network.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Port on 127.0.0.1; 0 takes any free one.
    #[arg(long, default_value_t = 8420)]
    port: u16,
}

#[tokio::main]
async fn main() -> ExitCode {
    let Arguments { port } = Arguments::parse();
    match run(port).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            eprintln!("Port {port} is in use. Choose another with --port, or 0 for any free one.");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("The simulator cannot run: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(port: u16) -> io::Result<()> {
    let simulator = Simulator::start_on(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
    println!("{}", greeting(&simulator));
    tokio::signal::ctrl_c().await?;
    for finding in simulator.findings() {
        eprintln!("An answer broke the document: {finding}");
    }
    Ok(())
}

fn greeting(simulator: &Simulator) -> String {
    let (url, public_key, private_key) = (simulator.url(), simulator.public_key(), simulator.private_key());
    format!(
        "The Sezzle simulator runs at {url} until Ctrl-C.\n\
         Public key:  {public_key}\n\
         Private key: {private_key}\n\
         \n\
         export SEZZLE_SERVER={url}\n\
         export SEZZLE_PUBLIC_KEY={public_key}\n\
         export SEZZLE_PRIVATE_KEY={private_key}\n\
         \n\
         curl {url}/v2/authentication -H 'Content-Type: application/json' \
         -d '{{\"public_key\":\"{public_key}\",\"private_key\":\"{private_key}\"}}'"
    )
}
