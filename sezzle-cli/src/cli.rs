//! The command line.

use clap::{Parser, Subcommand};
use clap_complete::Shell;
use sezzle_simulator::program;

use crate::account::server::Globals;
use crate::doctor::Doctor;
use crate::generated::commands::Group;
use crate::raw::Api;
use crate::webhooks::listen::Listen;
use crate::webhooks::replay::Replay;
use crate::webhooks::trigger::Trigger;

/// Sezzle on the command line: every operation of the merchant API, webhooks, reports, and a local gateway.
#[derive(Parser)]
#[command(
    name = "sezzle",
    version,
    before_help = "Example:\n  sezzle sim                                              # a gateway on this machine\n  \
                   sezzle --server sim order capture ORDER_UUID --amount \"41.50 USD\"",
    after_help = "Exit codes: 0 done, 1 rejected or failed, 2 invalid arguments or body, 3 may have been processed.\n\
                  Keys come from SEZZLE_PUBLIC_KEY and SEZZLE_PRIVATE_KEY, or from `sezzle login`.",
    disable_help_subcommand = true
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) globals: Globals,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Run a local gateway until Ctrl-C
    #[command(before_help = "Example:\n  sezzle sim --port 0 --ready-file sim.url")]
    Sim(Box<program::Arguments>),
    /// Receive webhooks, and forward them to a handler
    Listen(Box<Listen>),
    /// Make an event happen
    Trigger(Box<Trigger>),
    /// Send recorded webhooks to a handler again
    Replay(Replay),
    /// Send a request to any path
    Api(Api),
    /// Check keys, server and webhooks
    Doctor(Doctor),
    /// Store API keys, readable only by you
    #[command(before_help = "Example:\n  sezzle login --server sandbox")]
    Login,
    /// Remove stored API keys
    #[command(before_help = "Example:\n  sezzle logout --profile default")]
    Logout,
    /// Show the server and where the keys are from
    #[command(before_help = "Example:\n  sezzle whoami")]
    Whoami,
    /// Print shell completions
    #[command(before_help = "Example:\n  sezzle completions bash > /etc/bash_completion.d/sezzle")]
    Completions {
        /// Shell
        shell: Shell,
    },
    #[command(flatten)]
    Operation(Group),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use sezzle_api::operations;

    use super::*;
    use crate::generated::commands::COMMANDS;

    #[test]
    fn every_operation_is_a_command() {
        let command = Cli::command();
        for operation in operations::ALL {
            let entry = COMMANDS.iter().find(|(id, _, _)| *id == operation.id);
            let (_, group, verb) = entry.unwrap_or_else(|| panic!("{} has no command", operation.id));
            let group = command.find_subcommand(group).unwrap_or_else(|| panic!("no group {group}"));
            let verb = group.find_subcommand(verb).unwrap_or_else(|| panic!("no command {verb}"));
            let parameters = operation.path.matches('{').count();
            assert_eq!(verb.get_positionals().count(), parameters, "{}", operation.id);
        }
    }

    #[test]
    fn definitions_are_consistent() {
        Cli::command().debug_assert();
    }

    /// A screen has 45 lines here.
    #[test]
    fn help_begins_with_an_example_and_fits_a_screen() {
        fn check(command: &mut clap::Command, name: &str) {
            if !command.has_subcommands() || name == "sezzle" {
                let help = command.render_help().to_string();
                assert!(help.starts_with("Example:\n  sezzle "), "{name}\n{help}");
                assert!(help.lines().count() <= 45, "{name} has {} lines\n{help}", help.lines().count());
            }
            for subcommand in command.get_subcommands_mut() {
                let name = format!("{name} {}", subcommand.get_name());
                check(subcommand, &name);
            }
        }
        let mut command = Cli::command();
        command.build();
        check(&mut command, "sezzle");
    }
}
