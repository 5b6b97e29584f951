//! The program as a library, for programs that contain it, such as `sezzle sim`.

use std::fs;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::faults::rule::FaultRule;
use crate::model::order::CompleteStatus;
use crate::operations;
use crate::settings::Settings;
use crate::simulator::Simulator;

/// The options of the program.
#[derive(clap::Args, Debug)]
pub struct Arguments {
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

    /// File to write the URL to once the simulator accepts requests.
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,
}

/// A newtype, because clap reads a plain `Vec` as a repeatable argument.
#[derive(Clone, Debug)]
struct Faults(Vec<FaultRule>);

/// Runs a simulator until Ctrl-C or SIGTERM.
///
/// # Errors
///
/// Returns an error if the address is not available, a fault rule is invalid, or the ready file cannot be written.
pub async fn run(arguments: Arguments) -> io::Result<()> {
    let address = SocketAddr::from((arguments.host, arguments.port));
    remove_ready_file(arguments.ready_file.as_deref());
    let mode = if arguments.strict { "strict, by the document" } else { "default, as production" };
    let settings = Settings {
        strict: arguments.strict,
        seed: arguments.seed,
        start: arguments.clock,
        deliver_anywhere: arguments.deliver_anywhere,
        complete_status: arguments.complete_status,
        ..Settings::default()
    };
    let simulator = Simulator::start_with(address, settings, operations::handler).await.map_err(|error| {
        let reason = match error.kind() {
            ErrorKind::AddrInUse => {
                format!("Port {} is in use. Choose another with --port, or 0 for any free one.", address.port())
            }
            _ => format!("The simulator cannot run: {error}"),
        };
        io::Error::new(error.kind(), reason)
    })?;
    if let Some(Faults(rules)) = arguments.faults {
        simulator.add_faults(rules).map_err(io::Error::other)?;
    }
    if !address.ip().is_loopback() {
        let port = simulator.url().rsplit(':').next().unwrap_or_default();
        let ip = address.ip();
        eprintln!("Warning: anyone who can reach {ip}:{port} can use and control this simulator. Its keys are public.");
    }
    println!("{}", greeting(&simulator, mode));
    if let Some(file) = &arguments.ready_file {
        write_ready_file(file, simulator.url())?;
    }
    stop_signal().await?;
    remove_ready_file(arguments.ready_file.as_deref());
    for violation in simulator.contract_violations() {
        eprintln!("A response violated the document: {violation}");
    }
    Ok(())
}

/// Removes a ready file, for example of an earlier run.
pub fn remove_ready_file(file: Option<&Path>) {
    // If it cannot be removed, it cannot be written either, which is reported then.
    let _ = file.map(fs::remove_file);
}

/// Writes the text and a line break to a file that appears complete or not at all.
///
/// # Errors
///
/// Returns an error if the file cannot be written.
pub fn write_ready_file(file: &Path, text: &str) -> io::Result<()> {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}", std::process::id()));
    let temporary = file.with_file_name(name);
    let written = fs::write(&temporary, format!("{text}\n")).and_then(|()| fs::rename(&temporary, file));
    written.map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))
}

/// Waits for Ctrl-C or SIGTERM.
///
/// # Errors
///
/// Returns an error if signals cannot be received.
pub async fn stop_signal() -> io::Result<()> {
    #[cfg(unix)]
    {
        let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
        tokio::select! {
            result = tokio::signal::ctrl_c() => result,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
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
    text.parse().map_err(|_| "write complete or completed".to_owned())
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
