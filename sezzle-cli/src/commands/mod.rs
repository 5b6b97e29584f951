//! The commands that are written by hand.

mod api;
mod doctor;
#[cfg(feature = "journal")]
mod journal;
mod listen;
mod login;
mod replay;
mod settlement;
mod trigger;
mod verify;

use clap::{Command, Subcommand};
use clap_complete::Shell;
use sezzle_simulator::program;

use crate::failure::Failure;
use crate::globals::Globals;
use crate::output;

/// The commands that are written by hand.
#[derive(Debug, Subcommand)]
pub(crate) enum Commands {
    /// Runs a local gateway until Ctrl-C
    #[command(before_help = "Example: sezzle sim --port 0 --ready-file sim.url")]
    Sim(program::Arguments),
    Listen(listen::Listen),
    Trigger(trigger::Trigger),
    Replay(replay::Replay),
    Api(api::Api),
    Login(login::Login),
    Logout(login::Logout),
    /// Shows the server, the merchant, and where the keys are from
    #[command(before_help = "Example: sezzle whoami --server sandbox")]
    Whoami,
    Doctor(doctor::Doctor),
    Verify(verify::Verify),
    #[command(subcommand)]
    Settlement(settlement::Settlement),
    #[cfg(feature = "journal")]
    #[command(subcommand)]
    Journal(journal::Journal),
    /// Prints the completions of a shell
    #[command(before_help = "Example: sezzle completions bash > ~/.local/share/bash-completion/completions/sezzle")]
    Completions {
        /// Shell
        shell: Shell,
    },
}

impl Commands {
    /// Runs the command. `sezzle` is the whole program, for its completions.
    pub(crate) async fn run(self, globals: &Globals, sezzle: &mut Command) -> Result<(), Failure> {
        match self {
            Self::Sim(arguments) => Ok(program::run(arguments).await?),
            Self::Listen(command) => listen::listen(command, globals).await,
            Self::Trigger(command) => trigger::trigger(command, globals).await,
            Self::Replay(command) => replay::replay(&command).await,
            Self::Api(command) => command.run(globals).await,
            Self::Login(command) => command.run(globals).await,
            Self::Logout(command) => command.run(globals),
            Self::Whoami => login::whoami(globals).await,
            Self::Doctor(command) => command.run(globals).await,
            Self::Verify(command) => command.run(globals).await,
            Self::Settlement(command) => command.run(globals).await,
            #[cfg(feature = "journal")]
            Self::Journal(command) => command.run(globals).await,
            Self::Completions { shell } => {
                let mut script = Vec::new();
                clap_complete::generate(shell, sezzle, "sezzle", &mut script);
                output::print_bytes(&script);
                Ok(())
            }
        }
    }
}
