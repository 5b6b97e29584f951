//! The program `sezzle`: the Sezzle merchant API on the command line.
//!
//! - [`arguments`]: all commands, those written by hand and those of the operations.
//! - [`commands`]: the commands written by hand, one file for each.
//! - `operation`: the commands of the operations, which [`generated`] lists.
//! - [`connection`]: the server, the keys and the client that a command uses, from `globals`, `keys` and `server`.
//! - `webhooks`: what the commands about webhooks share. `verify`: the comparison of a server with the document.
//! - `output`: what is printed, without secrets. `private_file`: what is stored. `json`: JSON values.
//! - `failure`: errors and exit codes.

mod arguments;
mod commands;
mod connection;
mod failure;
#[rustfmt::skip]
mod generated;
mod globals;
mod json;
mod keys;
mod operation;
mod output;
mod private_file;
mod server;
mod verify;
mod webhooks;

use std::process::ExitCode;

use clap::ArgMatches;
use tokio::runtime::Builder;

use crate::failure::Failure;

fn main() -> ExitCode {
    match run(&arguments::command().get_matches()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::warn(&format!("error: {}", failure.message));
            ExitCode::from(failure.code)
        }
    }
}

fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let result = runtime.block_on(arguments::run(matches));
    // Does not wait for the threads of name lookups, which cannot be cancelled.
    runtime.shutdown_background();
    result
}
