//! `sezzle completions`.

use clap::{Args, Command};
use clap_complete::Shell;

use crate::output;

/// Prints the completions of a shell
#[derive(Args, Debug)]
#[command(before_help = "Example: sezzle completions bash > ~/.local/share/bash-completion/completions/sezzle")]
pub(crate) struct Completions {
    /// Shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, command: &mut Command) {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, command, "sezzle", &mut script);
        output::print_bytes(&script);
    }
}
