//! The options that all commands accept.

use clap::{Args, ValueEnum};

/// The options that all commands accept.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Globals {
    /// `sandbox`, `production`, `sim` (this machine, port 8420) or a URL
    #[arg(long, global = true)]
    pub(crate) server: Option<String>,

    /// Profile of `sezzle login` to use
    #[arg(long, global = true, value_name = "NAME", env = "SEZZLE_PROFILE")]
    pub(crate) profile: Option<String>,

    /// Defaults to `table` on a terminal, and to `json` otherwise
    #[arg(short, long, global = true, value_name = "FORMAT", hide_possible_values = true)]
    pub(crate) output: Option<Format>,

    /// Never ask; fail if an answer is needed
    #[arg(long, global = true)]
    pub(crate) no_interaction: bool,
}

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Json,
    Table,
}
