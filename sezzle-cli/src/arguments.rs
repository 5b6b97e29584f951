//! All commands: those written by hand, and those of the operations.

use clap::{ArgMatches, Args, Command, FromArgMatches, Subcommand};

use crate::commands::Commands;
use crate::failure::Failure;
use crate::generated::COMMANDS;
use crate::globals::Globals;
use crate::operation;

/// What the groups of commands are about.
const GROUPS: &[(&str, &str)] = &[
    ("card", "Virtual cards"),
    ("customer", "Tokenized customers"),
    ("interest", "The interest account"),
    ("order", "Orders: capture, refund, release and more"),
    ("session", "Checkouts"),
    ("settlement", "Payouts and their reports"),
    ("token", "Bearer tokens"),
    ("webhook", "Subscriptions to webhooks"),
];

const EXIT_CODES: &str = "\
Exit codes: 0 done, 1 rejected, 2 usage, 3 may have been processed: look before you repeat it
Keys: SEZZLE_PUBLIC_KEY and SEZZLE_PRIVATE_KEY, or `sezzle login`. Server: --server or SEZZLE_SERVER";

/// Returns the command `sezzle`.
pub(crate) fn command() -> Command {
    let command = Command::new("sezzle")
        .version(env!("CARGO_PKG_VERSION"))
        .before_help("Example: sezzle order capture ORDER_UUID --amount \"41.50 USD\" --server sim")
        .after_help(EXIT_CODES)
        .subcommand_required(true)
        .arg_required_else_help(true);
    // After the commands, which would replace it.
    let mut command = Commands::augment_subcommands(Globals::augment_args(command))
        .about("The Sezzle merchant API on the command line");
    for spec in COMMANDS {
        let add = |group: Command| group.subcommand(operation::clap_command(spec));
        command = if command.find_subcommand(spec.group).is_some() {
            command.mut_subcommand(spec.group, add)
        } else {
            command.subcommand(add(new_group(spec.group)))
        };
    }
    command
}

fn new_group(name: &'static str) -> Command {
    let about = GROUPS.iter().find(|(group, _)| *group == name).map_or(name, |(_, about)| about);
    let example = COMMANDS.iter().find(|spec| spec.group == name).map_or("", |spec| spec.example);
    Command::new(name)
        .about(about)
        .before_help(format!("Example: {example}"))
        .subcommand_required(true)
        .arg_required_else_help(true)
}

/// Runs the command that was given.
pub(crate) async fn run(matches: &ArgMatches) -> Result<(), Failure> {
    if let Some((group, matches)) = matches.subcommand()
        && let Some((verb, matches)) = matches.subcommand()
        && let Some(spec) = COMMANDS.iter().find(|spec| (spec.group, spec.verb) == (group, verb))
    {
        return operation::run(spec, matches).await;
    }
    let usage = |error: clap::Error| Failure::usage(error.to_string());
    let commands = Commands::from_arg_matches(matches).map_err(usage)?;
    // Global options are part of every subcommand.
    commands.run(&Globals::from_arg_matches(matches).map_err(usage)?, &mut command()).await
}
