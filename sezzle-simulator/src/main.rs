//! The program `sezzle-simulator`.

use std::fs;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::Parser;
use sezzle_simulator::{CompleteStatus, FaultRule, Simulator};

/// A local Sezzle gateway: no account, no network.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Port; 0 takes any free one.
    #[arg(long, default_value_t = 8420)]
    port: u16,

    /// Address to listen on. Anyone who can reach it can use and control the simulator.
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,

    /// Seed of all ids and injected faults. By default they differ from run to run.
    #[arg(long)]
    seed: Option<u64>,

    /// Fault rules, such as capture_order=503@0.3,refund_order=resetx1, or a file of them, one a line.
    #[arg(long, value_name = "RULES|FILE", value_parser = read_faults)]
    faults: Option<Faults>,

    /// Start time of the clock, such as 2026-03-01T12:00:00Z. It then follows real time.
    #[arg(long, value_name = "TIME", value_parser = read_time)]
    clock: Option<DateTime<Utc>>,

    /// Reject requests that the document does not allow, even if production accepts them.
    #[arg(long)]
    strict: bool,

    /// Deliver webhooks to any host, not only to this machine.
    #[arg(long)]
    deliver_anywhere: bool,

    /// `checkout_status` of orders whose checkout is finished: complete or completed.
    #[arg(long, value_name = "STATUS", default_value = "complete", value_parser = read_complete_status)]
    complete_status: CompleteStatus,
}

/// A newtype, because clap reads a plain `Vec` as a repeatable argument.
#[derive(Clone)]
struct Faults(Vec<FaultRule>);

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let address = SocketAddr::from((arguments.host, arguments.port));
    match run(address, arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            let port = address.port();
            eprintln!("Port {port} is in use. Choose another with --port, or 0 for any free one.");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("The simulator cannot run: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(address: SocketAddr, arguments: Arguments) -> io::Result<()> {
    let mut builder = Simulator::builder().address(address).complete_status(arguments.complete_status);
    if let Some(seed) = arguments.seed {
        builder = builder.seed(seed);
    }
    if let Some(start) = arguments.clock {
        builder = builder.clock(start);
    }
    if arguments.strict {
        builder = builder.strict();
    }
    if arguments.deliver_anywhere {
        builder = builder.deliver_anywhere();
    }
    let simulator = builder.start().await?;
    let mode = if arguments.strict { "strict, by the document" } else { "default, as production" };
    if let Some(Faults(rules)) = arguments.faults {
        simulator.add_faults(rules).map_err(io::Error::other)?;
    }
    if !address.ip().is_loopback() {
        let port = simulator.url().rsplit(':').next().unwrap_or_default();
        let ip = address.ip();
        eprintln!("Warning: anyone who can reach {ip}:{port} can use and control this simulator. Its keys are public.");
    }
    println!("{}", greeting(&simulator, mode));
    tokio::signal::ctrl_c().await?;
    for finding in simulator.contract_violations() {
        eprintln!("A response violated the document: {finding}");
    }
    Ok(())
}

fn greeting(simulator: &Simulator, mode: &str) -> String {
    let (url, public_key, private_key) = (simulator.url(), simulator.public_key(), simulator.private_key());
    let faults: String = simulator.faults().iter().map(|fault| format!("Fault:       {}\n", fault.rule)).collect();
    format!(
        "The Sezzle simulator runs at {url} until Ctrl-C.\n\
         Dashboard:   {url}/_simulator/dashboard\n\
         Checkout:    the `checkout_url` of each order\n\
         Public key:  {public_key}\n\
         Private key: {private_key}\n\
         Mode:        {mode}\n\
         Clock:       {now}\n\
         {faults}\
         \n\
         export SEZZLE_SERVER={url}\n\
         export SEZZLE_PUBLIC_KEY={public_key}\n\
         export SEZZLE_PRIVATE_KEY={private_key}\n\
         \n\
         curl {url}/v2/authentication -H 'Content-Type: application/json' \
         -d '{{\"public_key\":\"{public_key}\",\"private_key\":\"{private_key}\"}}'",
        now = simulator.now().format("%Y-%m-%dT%H:%M:%SZ"),
    )
}

fn read_time(text: &str) -> Result<DateTime<Utc>, String> {
    let time = DateTime::parse_from_rfc3339(text);
    time.map(|time| time.to_utc()).map_err(|_| "write a time such as 2026-03-01T12:00:00Z".to_owned())
}

fn read_complete_status(text: &str) -> Result<CompleteStatus, String> {
    match text {
        "complete" => Ok(CompleteStatus::Complete),
        "completed" => Ok(CompleteStatus::Completed),
        _ => Err("write complete or completed".to_owned()),
    }
}

fn read_faults(text: &str) -> Result<Faults, String> {
    // Rules contain `=`; file names should not.
    let rules = if Path::new(text).is_file() {
        fs::read_to_string(text).map_err(|error| format!("the file cannot be read: {error}"))?
    } else {
        text.to_owned()
    };
    FaultRule::parse_all(&rules).map(Faults).map_err(|error| error.to_string())
}
