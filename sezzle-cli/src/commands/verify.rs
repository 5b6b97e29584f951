//! `sezzle verify`: compares a server with the document.

use std::path::PathBuf;

use clap::Args;
use sezzle_api::Server;
use sezzle_api::reqwest::Url;

use crate::connection::{Connection, select_server};
use crate::failure::Failure;
use crate::globals::Globals;
use crate::output;
use crate::verify::judge::judge;
use crate::verify::play::play;
use crate::verify::player::Mode;
use crate::verify::{cassette, proposal, report, simulated};

/// Calls every operation of the sandbox or a local gateway, and compares the responses with the document
#[derive(Args, Debug)]
#[command(
    before_help = "Example: sezzle verify --server sandbox --report verify",
    after_help = "Exits with 0 if all is as documented, 1 if there are differences, and 2 if it could not run.\n\
                  A run that was interrupted continues with the same --report folder."
)]
pub(crate) struct Verify {
    /// Folder for the report, and for the progress until it is written
    #[arg(long, value_name = "DIR", default_value = "sezzle-verify")]
    report: PathBuf,

    /// File for an overlay that makes the document agree with the responses
    #[arg(long, value_name = "FILE")]
    propose: Option<PathBuf>,

    /// Folder in which to store all exchanges, without secrets
    #[arg(long, value_name = "DIR")]
    record: Option<PathBuf>,

    /// Compare the exchanges in this folder, without a server
    #[arg(long, value_name = "DIR", conflicts_with_all = ["record", "no_shopper"])]
    playback: Option<PathBuf>,

    /// Leave out what needs a person at the checkout
    #[arg(long)]
    no_shopper: bool,
}

impl Verify {
    pub(crate) async fn run(self, globals: &Globals) -> Result<(), Failure> {
        // The code 1 is for differences.
        let unable = |failure: Failure| Failure::usage(failure.message);
        let (run, progress) = match &self.playback {
            Some(folder) => (cassette::read(folder)?, None),
            None => {
                check_server(&select_server(globals).map_err(unable)?)?;
                let connection = Connection::open(globals).await.map_err(unable)?;
                let has_person = !self.no_shopper && !globals.no_interaction;
                let mode = if has_person { Mode::WithPerson } else { Mode::WithoutPerson };
                let (run, progress) = play(&connection, &self.report, mode).await.map_err(unable)?;
                (run, Some(progress))
            }
        };
        if let Some(folder) = &self.record {
            cassette::write(folder, &run)?;
        }
        let judgement = judge(&run);
        let shapes = simulated::compare(&run).await.unwrap_or_else(|failure| {
            output::warn(&format!("the report does not have the comparison with the simulator: {}", failure.message));
            Vec::new()
        });
        report::write(&self.report, &judgement, &shapes)
            .map_err(|error| Failure::unwritable("--report", &self.report, &error))?;
        if let Some(file) = &self.propose {
            let notes =
                proposal::write(file, &judgement).map_err(|error| Failure::unwritable("--propose", file, &error))?;
            notes.iter().for_each(|note| output::warn(note));
        }
        if let Some(progress) = progress {
            progress.remove()?;
        }
        output::print_line(&format!("The report is {}.", self.report.join("report.html").display()));
        match judgement.differences.len() {
            0 => Ok(()),
            count => Err(Failure::rejected(format!("{count} differences from the document"))),
        }
    }
}

/// Accepts the sandbox and this machine only.
fn check_server(server: &Server) -> Result<(), Failure> {
    let url = Url::parse(server.url()).ok();
    let host = url.as_ref().and_then(Url::host_str).map(|host| host.trim_end_matches('.'));
    let is_sandbox = host.is_some_and(|host| host.starts_with("sandbox.") && host.ends_with(".sezzle.com"));
    if server.is_loopback() || is_sandbox {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "server: {} is neither the sandbox nor this machine, so real money could move: use `--server sandbox` or a local gateway",
        server.url()
    )))
}
