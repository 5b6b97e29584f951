//! Maintenance commands of this workspace.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand};
use xtask::finding::Findings;
use xtask::finding::Result;
use xtask::overlay::Strictness;
use xtask::{generate, lower, output, overlay, read};

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
    /// Apply an OpenAPI Overlay 1.0 to a document.
    ///
    /// Example: cargo xtask overlay openapi/sezzle-v2.yaml openapi/overlay.yaml -o corrected.json
    #[command(allow_missing_positional = true)]
    Overlay {
        /// The document, in YAML or JSON. Without it, the one that the overlay's `extends` names.
        document: Option<PathBuf>,
        /// The overlay, in YAML or JSON.
        overlay: PathBuf,
        /// Where to write the result as JSON, which is YAML too; the terminal if not given.
        #[arg(short, long)]
        output: Option<PathBuf>,
        /// Fail if the target of an action matches nothing.
        #[arg(long)]
        strict: bool,
    },
    /// Lower an OpenAPI 3.1 document to 3.0.3.
    ///
    /// Example: cargo xtask lower openapi/sezzle-v2.yaml -o lowered.json
    Lower {
        /// The document, in YAML or JSON. OpenAPI 3.0 passes unchanged.
        document: PathBuf,
        /// Where to write the result as JSON, which is YAML too; the terminal if not given.
        #[arg(short, long)]
        output: Option<PathBuf>,
        /// Fail on what is not OpenAPI 3.1, rather than mend it.
        #[arg(long)]
        strict: bool,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(message) => {
            print!("{message}");
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
                return Ok(format!("{} generated files are as the documents make them\n", outputs.len()));
            }
            let written = output::write(root, &outputs)?;
            let seconds = start.elapsed().as_secs_f64();
            Ok(if written.is_empty() {
                format!("nothing to change ({seconds:.1} s)\n")
            } else {
                format!("wrote {} ({seconds:.1} s)\n", written.join(", "))
            })
        }
        Command::Overlay { document, overlay, output, strict } => {
            let overlay = read_file(overlay)?;
            let document = match document {
                Some(document) => read_file(document)?,
                None => read_file(&overlay::extended(&overlay)?)?,
            };
            let strictness = if *strict { Strictness::EveryTargetMatches } else { Strictness::Specification };
            write(output.as_deref(), &overlay::apply(document.value, &overlay, strictness)?)
        }
        Command::Lower { document, output, strict } => {
            let document = read_file(document)?;
            if *strict {
                return write(output.as_deref(), &lower::lower(&document.name, document.value)?);
            }
            let lowered = lower::lower_and_mend(&document.name, document.value)?;
            for (what, notes) in [("mended", &lowered.mended), ("widened", &lowered.widened)] {
                for note in notes {
                    eprintln!("{what}: {}: {}", note.place, note.problem);
                }
            }
            write(output.as_deref(), &lowered.document)
        }
    }
}

/// Reads a file that the command line names, from the current folder.
fn read_file(path: &Path) -> Result<read::Document> {
    read::read(Path::new(""), &path.to_string_lossy())
}

/// Writes a document; what is returned goes to the terminal.
fn write(output: Option<&Path>, document: &serde_json::Value) -> Result<String> {
    let failed = |place: &Path, error: String| Findings::one(place.to_string_lossy(), "", error, "name another file");
    let place = output.unwrap_or(Path::new("-"));
    let text = serde_json::to_string_pretty(document).map_err(|error| failed(place, error.to_string()))? + "\n";
    let Some(path) = output else { return Ok(text) };
    std::fs::write(path, text).map_err(|error| failed(path, format!("the file cannot be written: {error}")))?;
    Ok(String::new())
}
