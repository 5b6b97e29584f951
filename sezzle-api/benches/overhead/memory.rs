//! The peak memory of a process with many calls in flight, as the system reports it; one process for each side.

use std::process::Command;
use std::time::Duration;

use sezzle_api::{Client, Credentials};
use tokio::task::JoinSet;

use crate::figures::Figures;
use crate::plain::Plain;
use crate::server::{HELD, HELD_CALLS, Server};
use crate::sides::{Result, runtime, sdk};

/// The argument that runs this program as one of the sides.
pub(crate) const ARGUMENT: &str = "--hold";

const TIMEOUT: Duration = Duration::from_secs(300);

pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    let mut peaks = [0.0; 2];
    for (side, peak) in ["sdk", "plain"].into_iter().zip(&mut peaks) {
        let server = Server::start()?;
        let idle = child("idle", &server.url)?;
        *peak = child(side, &server.url)? - idle;
    }
    figures.add("10,000 calls in flight: peak memory", "KiB", peaks);
    Ok(())
}

fn child(side: &str, url: &str) -> Result<f64> {
    let output = Command::new(std::env::current_exe()?).args([ARGUMENT, side, url]).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}

/// Makes the calls and prints the peak in KiB.
pub(crate) fn run(side: &str, url: &str) -> Result<()> {
    let sdk = sdk(url, Credentials::token("token"), TIMEOUT)?;
    let plain = Plain::new(url, "token", TIMEOUT)?;
    runtime()?.block_on(async {
        let mut calls = JoinSet::new();
        for _ in 0..HELD_CALLS {
            match side {
                "sdk" => calls.spawn(call_sdk(sdk.clone())),
                "plain" => calls.spawn(call_plain(plain.clone())),
                _ => break,
            };
        }
        while let Some(call) = calls.join_next().await {
            call??;
        }
        Result::Ok(())
    })?;
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no peak memory")?;
    println!("{}", peak.trim().trim_end_matches(" kB"));
    Ok(())
}

async fn call_sdk(client: Client) -> std::result::Result<(), String> {
    let session = client.get_session().session_uuid(HELD).send().await;
    session.map(drop).map_err(|error| format!("{error:?}"))
}

async fn call_plain(client: Plain) -> std::result::Result<(), String> {
    client.get_session(HELD).await.map(drop).map_err(|error| format!("{error:?}"))
}
