//! The commands that are written by hand.

mod api;
mod completions;
mod doctor;
mod duration;
#[cfg(feature = "journal")]
mod journal;
mod listen;
mod login;
mod replay;
mod settlement;
mod sim;
mod trigger;
mod verify;
mod whoami;

use clap::{Command, Subcommand};

use crate::failure::Failure;
use crate::globals::Globals;

/// The commands that are written by hand.
#[derive(Debug, Subcommand)]
pub(crate) enum Commands {
    Sim(sim::Sim),
    Listen(listen::Listen),
    Trigger(trigger::Trigger),
    Replay(replay::Replay),
    Api(api::Api),
    Login(login::Login),
    Logout(login::Logout),
    Whoami(whoami::Whoami),
    Doctor(doctor::Doctor),
    Verify(verify::Verify),
    #[command(subcommand)]
    Settlement(settlement::Settlement),
    #[cfg(feature = "journal")]
    #[command(subcommand)]
    Journal(journal::Journal),
    Completions(completions::Completions),
}

impl Commands {
    /// Runs the command. `program` is the whole program, for its completions.
    pub(crate) async fn run(self, globals: &Globals, program: &mut Command) -> Result<(), Failure> {
        match self {
            Self::Sim(command) => command.run().await,
            Self::Listen(command) => listen::listen(command, globals).await,
            Self::Trigger(command) => trigger::trigger(command, globals).await,
            Self::Replay(command) => replay::replay(&command).await,
            Self::Api(command) => command.run(globals).await,
            Self::Login(command) => command.run(globals).await,
            Self::Logout(command) => command.run(globals),
            Self::Whoami(command) => command.run(globals).await,
            Self::Doctor(command) => command.run(globals).await,
            Self::Verify(command) => command.run(globals).await,
            Self::Settlement(command) => command.run(globals).await,
            #[cfg(feature = "journal")]
            Self::Journal(command) => command.run(globals).await,
            Self::Completions(command) => {
                command.run(program);
                Ok(())
            }
        }
    }
}
