//! `cargo xtask`: the maintenance commands of this workspace.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use openapi_lower::cli::{Diff, EXIT_FINDINGS, EXIT_USAGE, run};
use xtask::codegen::emit::{self, Part};
use xtask::commands;
use xtask::commands::api::Api;
use xtask::commands::build_cost::BuildCost;
use xtask::commands::ci::Ci;
use xtask::commands::generate::Generate;
use xtask::commands::update::Update;
use xtask::paths::find_workspace;

/// Maintenance commands of this workspace.
///
/// Exits with 0 on success, 1 on findings or out-of-date files, and 2 on wrong usage. `diff` and `update` exit with 1 on
/// changes, and 2 on findings.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// The workspace. Defaults to the one that contains the current directory.
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    #[command(after_help = GENERATE_EXAMPLES)]
    Generate(Generate),
    #[command(after_help = UPDATE_EXAMPLES)]
    Update(Update),
    #[command(
        about = "Report what changed between two OpenAPI documents, and whether it breaks programs that use the crate",
        after_help = DIFF_EXAMPLES
    )]
    Diff(Diff),
    Api(Api),
    #[command(after_help = CI_EXAMPLES)]
    Ci(Ci),
    #[command(after_help = BUILD_COST_EXAMPLES)]
    BuildCost(BuildCost),
    /// The child process of `generate`: has progenitor write code for the document on standard input.
    #[command(hide = true)]
    Emit {
        #[arg(value_enum)]
        part: Part,
    },
}

const GENERATE_EXAMPLES: &str = "\
Examples:
  cargo xtask generate           # after a change to the document, the overlay, a rule or a pass
  cargo xtask generate --check   # in CI: writes nothing, shows the differences";

const UPDATE_EXAMPLES: &str = "\
Examples:
  cargo xtask update --from newer.yaml           # reports what would change; writes nothing
  cargo xtask update --from newer.yaml --write   # takes its structure, keeps our texts, and regenerates
  cargo xtask update --since v0.1.0 --format markdown   # what changed since a release, for the changelog";

const DIFF_EXAMPLES: &str = "\
Examples:
  cargo xtask diff openapi/sezzle-v2.yaml newer.yaml
  cargo xtask diff --format json old.json new.json | jq '.changes[] | select(.verdict == \"breaking\")'";

const CI_EXAMPLES: &str = "\
Examples:
  cargo xtask ci                  # all steps; .ci/run installs their requirements first
  cargo xtask ci clippy format    # the steps with these words in their names
  cargo xtask ci --list";

const BUILD_COST_EXAMPLES: &str = "\
Examples:
  cargo xtask build-cost --quick    # in CI: only counts the crates
  cargo xtask build-cost            # the tables of BENCHMARKS.md
  cargo xtask build-cost --scale";

fn main() -> ExitCode {
    let Arguments { command, root } = Arguments::parse();
    // For these, exit code 1 means that something changed.
    let reports_changes = matches!(command, Command::Diff(_) | Command::Update(_));
    run(if reports_changes { EXIT_USAGE } else { EXIT_FINDINGS }, move || {
        let root = || match root {
            Some(root) => Ok(root),
            None => find_workspace(&std::env::current_dir().unwrap_or_default()),
        };
        match command {
            Command::Generate(generate) => generate.run(&root()?),
            Command::Update(update) => update.run(&root()?),
            Command::Diff(diff) => commands::diff::run(&diff),
            Command::Api(api) => api.run(&root()?),
            Command::Ci(ci) => ci.run(&root()?),
            Command::BuildCost(build_cost) => build_cost.run(&root()?),
            Command::Emit { part } => emit::run_child(part),
        }
    })
}
