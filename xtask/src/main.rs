//! Maintenance commands of this workspace.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand};
use xtask::finding::Result;
use xtask::{generate, output};

/// Maintenance commands of this workspace.
///
/// They exit with 0 when done, 1 on findings or drift, and 2 when called wrongly.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// The workspace to work on, if not the one this was built from.
    #[arg(long, global = true)]
    root: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Make the generated files from openapi/sezzle-v2.yaml and openapi/overlay.yaml.
    Generate {
        /// Write nothing; fail if a file is not what the documents make.
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(message) => {
            println!("{message}");
            ExitCode::SUCCESS
        }
        Err(findings) => {
            eprint!("{findings}");
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments) -> Result<String> {
    // The manifest of this crate is one level below the workspace.
    let built_from = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let root = arguments.root.as_deref().unwrap_or(built_from);
    match &arguments.command {
        Command::Generate { check } => {
            let start = Instant::now();
            let outputs = generate::generate(root)?;
            if *check {
                output::check(root, &outputs)?;
                return Ok(format!("{} generated files are as the documents make them", outputs.len()));
            }
            let written = output::write(root, &outputs)?;
            let seconds = start.elapsed().as_secs_f64();
            Ok(if written.is_empty() {
                format!("nothing to change ({seconds:.1} s)")
            } else {
                format!("wrote {} ({seconds:.1} s)", written.join(", "))
            })
        }
    }
}
