//! The program `sezzle`: the Sezzle merchant API on the command line.
//!
//! - [`arguments`]: all commands, those written by hand and those of the operations.
//! - [`commands`]: the commands written by hand, one file for each.
//! - `operation`: the commands of the operations, which [`generated`] lists.
//! - [`connection`]: the server, the keys and the client that a command uses, from `globals`, `keys` and `server`.
//! - `webhooks`: what the commands about webhooks share.
//! - `output`: what is printed, without secrets. `failure`: errors and exit codes.

mod arguments;
mod commands;
mod connection;
mod failure;
#[rustfmt::skip]
mod generated;
mod globals;
mod keys;
mod operation;
mod output;
mod server;
mod webhooks;

use std::process::ExitCode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let matches = arguments::command().get_matches();
    match arguments::run(&matches).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {}", output::clean(&failure.message));
            ExitCode::from(failure.code)
        }
    }
}
