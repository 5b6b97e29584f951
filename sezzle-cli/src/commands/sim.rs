//! `sezzle sim`: the local gateway.

use clap::Args;
use sezzle_simulator::program;

use crate::failure::Failure;

/// Runs a local gateway until Ctrl-C
#[derive(Args, Debug)]
#[command(before_help = "Example: sezzle sim --port 0 --ready-file sim.url")]
pub(crate) struct Sim {
    #[command(flatten)]
    arguments: program::Arguments,
}

impl Sim {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        Ok(program::run(self.arguments).await?)
    }
}
