//! The program `sezzle`.
//!
//! - `cli`: the command line. The commands of operations are in `generated`.
//! - `call`: from a command of an operation to the printed response.
//! - `account`: servers and API keys.
//! - `webhooks`: `listen`, `trigger` and `replay`.
//! - `settlement`, `doctor`, `raw`: further commands.

mod cli;

mod generated {
    #[rustfmt::skip]
    pub(crate) mod commands;
}

mod action;
mod call;
mod raw;

mod settlement;
mod webhooks;

mod doctor;

mod account;
mod error;
mod output;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::account::commands as account_commands;
use crate::account::server::Context;
use crate::action::Action;
use crate::cli::{Cli, Command};
use crate::error::Result;

#[tokio::main]
async fn main() -> ExitCode {
    let Cli { globals, command } = Cli::parse();
    match run(command, &Context { globals }).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(error.code)
        }
    }
}

async fn run(command: Command, context: &Context) -> Result<()> {
    match command {
        Command::Sim(arguments) => Ok(sezzle_simulator::program::run(*arguments).await?),
        Command::Listen(options) => webhooks::listen::run(*options, context).await,
        Command::Trigger(options) => webhooks::trigger::run(*options, context).await,
        Command::Replay(options) => webhooks::replay::run(&options).await,
        Command::Api(options) => raw::run(&options, context).await,
        Command::Doctor(options) => doctor::run(&options, context).await,
        Command::Login => account_commands::login(context).await,
        Command::Logout => account_commands::logout(context),
        Command::Whoami => account_commands::whoami(context).await,
        Command::Completions { shell } => {
            let mut completions = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "sezzle", &mut completions);
            output::bytes(&completions);
            Ok(())
        }
        Command::Operation(group) => match group.into_action() {
            Action::Call(call) => call.run(context).await,
            Action::Settlement(command) => settlement::run(command, context).await,
        },
    }
}
