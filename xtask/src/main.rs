//! Maintenance commands of this workspace.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand, ValueEnum};
use serde::Serialize;
use xtask::build_cost::Extent;
use xtask::codegen::render;
use xtask::finding::{Finding, Findings, Result};
use xtask::overlay::Strictness;
use xtask::style::Style;
use xtask::{api, build_cost, ci, diff, fit, generate, guard, lower, output, overlay, read, update};

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
    #[command(after_help = GENERATE_EXAMPLES)]
    Generate {
        /// Write nothing; fail if a file is not what the documents make.
        #[arg(long)]
        check: bool,
    },

    /// Apply an OpenAPI Overlay 1.0 or 1.1 to a document.
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
        /// Fail if the target of an action, or a name in one of its bracket lists, matches nothing.
        #[arg(long)]
        strict: bool,
    },

    /// Lower an OpenAPI 3.1 document to 3.0.3, in words that progenitor takes.
    ///
    /// Notes on what was changed go to the standard error: `mended` is what was no OpenAPI, `widened` what the result
    /// checks less strictly, `decided` what it leaves out or names.
    #[command(after_help = LOWER_EXAMPLES)]
    Lower {
        /// The document, in YAML or JSON. OpenAPI 3.0 passes unchanged.
        document: PathBuf,
        /// Where to write the result as JSON, which is YAML too; the terminal if not given.
        #[arg(short, long)]
        output: Option<PathBuf>,
        /// Fail on what is not OpenAPI 3.1, rather than mend it.
        #[arg(long)]
        strict: bool,
        /// Only lower: leave what progenitor does not take as it is.
        #[arg(long)]
        plain: bool,
        /// Note, too, what is said in other words with the same meaning.
        #[arg(short, long)]
        verbose: bool,
    },

    /// Say what changed between two OpenAPI documents, and whether it breaks programs that use the crate.
    ///
    /// Exits with 0 if nothing changed, 1 if something did, 2 if a document cannot be compared.
    #[command(after_help = DIFF_EXAMPLES)]
    Diff {
        /// The older document: OpenAPI 3.0 or 3.1, YAML or JSON.
        old: String,

        /// The newer document.
        new: String,

        /// How to write the result.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },

    /// Say what a newer published document changes and what of the overlay it overtakes; with --write, use it.
    ///
    /// Exits with 0 if nothing changed or the document was written, 1 on changes or findings, 2 when called wrongly.
    #[command(after_help = UPDATE_EXAMPLES)]
    Update {
        /// The newer document as Sezzle publishes it.
        #[arg(long, value_name = "FILE")]
        from: String,

        /// Replace openapi/sezzle-v2.yaml and make the generated files anew, unless there are findings.
        #[arg(long)]
        write: bool,

        /// How to write the report.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },

    /// List the public interface of sezzle-api in sezzle-api/public-api.txt, for reviews.
    Api {
        /// Write nothing; fail if the file is not what the source says.
        #[arg(long)]
        check: bool,
    },

    /// Run what CI runs, or the steps of it whose names contain one of the words.
    #[command(after_help = CI_EXAMPLES)]
    Ci {
        /// Parts of the names of steps.
        words: Vec<String>,

        /// Run nothing; show the steps.
        #[arg(long)]
        list: bool,
    },

    /// Say what the crate costs those who build it, next to a program written by hand with reqwest.
    ///
    /// Builds both in a temporary folder: crates, cold and repeated builds, size, lines of LLVM IR, for each set of
    /// features. Takes many minutes; exits with 1 if the default features add more crates than they may.
    #[command(after_help = BUILD_COST_EXAMPLES)]
    BuildCost {
        /// Only count the crates: some seconds.
        #[arg(long, conflicts_with = "scale")]
        quick: bool,

        /// Only one set of features, such as `default`.
        #[arg(long, value_name = "FEATURES", conflicts_with = "scale")]
        only: Option<String>,

        /// Measure instead how the cost grows with the document: 10, 32 and 320 operations.
        #[arg(long)]
        scale: bool,
    },
}

const CI_EXAMPLES: &str = "\
Examples:
  cargo xtask ci                  # everything; .ci/run installs what it needs first
  cargo xtask ci clippy format    # while you work
  cargo xtask ci --list";

const BUILD_COST_EXAMPLES: &str = "\
Examples:
  cargo xtask build-cost --quick    # in CI: the crates that the default features add
  cargo xtask build-cost            # the tables of BENCHMARKS.md
  cargo xtask build-cost --scale";

const GENERATE_EXAMPLES: &str = "\
Examples:
  cargo xtask generate           # after a change of the document, the overlay, a rule or a pass
  cargo xtask generate --check   # in CI: touches nothing, shows the difference, exits with 1 if there is one";

const LOWER_EXAMPLES: &str = "\
Examples:
  cargo xtask lower openapi/sezzle-v2.yaml -o lowered.json
  cargo xtask lower --plain --strict newer.yaml > newer-3.0.json";

const DIFF_EXAMPLES: &str = "\
Examples:
  cargo xtask diff openapi/sezzle-v2.yaml newer.yaml
  cargo xtask diff --format json old.json new.json | jq '.changes[] | select(.verdict == \"breaking\")'";

const UPDATE_EXAMPLES: &str = "\
Examples:
  cargo xtask update --from newer.yaml           # what would change; touches nothing
  cargo xtask update --from newer.yaml --write   # use it, and generate";

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For people, with colours on a terminal.
    #[default]
    Text,
    /// One object, for machines.
    Json,
}

impl Format {
    fn write<T: Serialize>(self, value: &T, text: impl FnOnce(Style) -> String) -> String {
        match self {
            Self::Json => format!("{:#}\n", serde_json::json!(value)),
            Self::Text => text(style_of(&std::io::stdout())),
        }
    }
}

const DONE: u8 = 0;
const FOUND: u8 = 1;
const WRONG_USE: u8 = 2;

/// Enough for documents as deep as the stages take them.
const STACK: usize = 256 * 1024 * 1024;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // For `diff`, 1 says that something changed.
    let failed = if matches!(arguments.command, Command::Diff { .. }) { WRONG_USE } else { FOUND };
    let work = move || {
        run(&arguments).unwrap_or_else(|findings| {
            progress("");
            eprint!("{}", findings.text(style_of(&std::io::stderr())));
            failed
        })
    };
    std::panic::set_hook(Box::new(|panic| {
        eprintln!("this is a mistake in xtask, not in your document; please report it: {panic}");
    }));
    let code = std::thread::Builder::new().stack_size(STACK).spawn(work).map(std::thread::JoinHandle::join);
    ExitCode::from(code.ok().and_then(std::result::Result::ok).unwrap_or(failed))
}

/// Shows on a terminal what is being done, until the next call; nothing is an end of it.
fn progress(stage: &str) {
    let mut terminal = std::io::stderr();
    if terminal.is_terminal() {
        let dots = if stage.is_empty() { "" } else { " .." };
        // A terminal that is gone needs no progress.
        let _ = write!(terminal, "\r\x1b[K{stage}{dots}");
        let _ = terminal.flush();
    }
}

fn style_of(stream: &impl IsTerminal) -> Style {
    let colours = stream.is_terminal() && std::env::var_os("NO_COLOR").is_none();
    if colours { Style::Coloured } else { Style::Plain }
}

fn run(arguments: &Arguments) -> Result<u8> {
    // The manifest of this crate is one level below the workspace.
    let built_from = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let root = arguments.root.as_deref().unwrap_or(built_from);
    match &arguments.command {
        Command::Generate { check } => generate(root, *check),
        Command::Overlay { document, overlay, output, strict } => {
            apply_overlay(document.as_deref(), overlay, output.as_deref(), *strict)
        }
        Command::Lower { document, output, strict, plain, verbose } => {
            lower(document, output.as_deref(), *strict, *plain, *verbose)
        }
        Command::Diff { old, new, format } => diff(old, new, *format),
        Command::Api { check } => list_api(root, *check),
        Command::Ci { words, list } => run_ci(root, words, *list),
        Command::Update { from, write, format } => update(root, from, *write, *format),
        Command::BuildCost { quick, only, scale } => build_cost(root, *quick, only.as_deref(), *scale),
    }
}

/// Writes to the standard output. Whoever reads it may stop when they have seen enough; any other failure ends the program,
/// so that what is cut off is not taken for the whole.
fn say(text: &str) {
    let mut output = std::io::stdout();
    if let Err(error) = output.write_all(text.as_bytes()).and_then(|()| output.flush())
        && error.kind() != std::io::ErrorKind::BrokenPipe
    {
        eprintln!("the output cannot be written: {error}");
        std::process::exit(1);
    }
}

fn counted(findings: usize) -> String {
    if findings == 1 { "1 finding".to_owned() } else { format!("{findings} findings") }
}

fn generate(root: &Path, check: bool) -> Result<u8> {
    let start = Instant::now();
    let outputs = generate::generate(root, &progress)?;
    progress("");
    if check {
        output::check(root, &outputs, render::COMMAND)?;
        say(&format!("{} generated files are as the documents make them\n", outputs.len()));
        return Ok(DONE);
    }
    let mut written = output::write(root, &outputs)?;
    written.extend(renew_public_interface(root)?);
    let seconds = start.elapsed().as_secs_f64();
    if written.is_empty() {
        say(&format!("nothing to change ({seconds:.1} s)\n"));
    } else {
        say(&format!("wrote {} ({seconds:.1} s)\n", written.join(", ")));
    }
    Ok(DONE)
}

/// The list of the public interface follows the generated code, where there is one.
fn renew_public_interface(root: &Path) -> Result<Vec<&'static str>> {
    if root.join(api::FILE).exists() { output::write(root, &[api::api(root)?]) } else { Ok(Vec::new()) }
}

fn list_api(root: &Path, check: bool) -> Result<u8> {
    let outputs = [api::api(root)?];
    if check {
        output::check(root, &outputs, api::COMMAND)?;
        say(&format!("{} is what the source says\n", api::FILE));
    } else if output::write(root, &outputs)?.is_empty() {
        say("nothing to change\n");
    } else {
        say(&format!("wrote {}\n", api::FILE));
    }
    Ok(DONE)
}

fn run_ci(root: &Path, words: &[String], list: bool) -> Result<u8> {
    let steps = ci::chosen(ci::steps(root)?, words)?;
    if list {
        steps.iter().for_each(|step| say(&format!("{:<26} {}\n", step.name, step.command_line())));
        return Ok(DONE);
    }
    let report = ci::run(root, &steps, &mut std::io::stderr());
    say(&report.text(style_of(&std::io::stdout())));
    Ok(if report.is_success() { DONE } else { FOUND })
}

fn build_cost(root: &Path, quick: bool, only: Option<&str>, scale: bool) -> Result<u8> {
    // Each stage takes long enough for a line of its own, also in a log.
    let told = |stage: &str| eprintln!("{stage} ..");
    let report = if scale {
        build_cost::scale::measure(root, &told)?
    } else {
        build_cost::measure(root, if quick { Extent::Counts } else { Extent::Builds }, only, &told)?
    };
    say(&report);
    Ok(DONE)
}

fn apply_overlay(document: Option<&Path>, overlay: &Path, output: Option<&Path>, strict: bool) -> Result<u8> {
    let overlay = read_file(overlay)?;
    let document = match document {
        Some(document) => read_file(document)?,
        None => read_file(&overlay::extended(&overlay)?)?,
    };
    let strictness = if strict { Strictness::EveryTargetMatches } else { Strictness::Specification };
    write_document(output, &overlay::apply(document.value, &overlay, strictness)?)
}

fn lower(document: &Path, output: Option<&Path>, strict: bool, plain: bool, verbose: bool) -> Result<u8> {
    let document = read_file(document)?;
    let lowered = if strict {
        lower::lower(&document.name, document.value)?
    } else {
        let lowered = lower::lower_and_mend(&document.name, document.value)?;
        note("mended", &lowered.mended);
        note("widened", &lowered.widened);
        lowered.document
    };
    if plain {
        return write_document(output, &lowered);
    }
    guard::refuse_endless_merges(&document.name, &lowered)?;
    guard::refuse_shared_ids(&document.name, &lowered)?;
    let fitted = fit::fit(&document.name, lowered);
    if verbose {
        note("reworded", &fitted.reworded);
    }
    note("decided", &fitted.decided);
    write_document(output, &fitted.document)
}

fn note(what: &str, notes: &[Finding]) {
    for note in notes {
        eprintln!("{what}: {}: {}", note.place, note.problem);
    }
}

/// Reads a file that the command line names, from the current folder.
fn read_file(path: &Path) -> Result<read::Document> {
    read::read(Path::new(""), &path.to_string_lossy())
}

/// Writes a document to a file, or to the terminal.
fn write_document(output: Option<&Path>, document: &serde_json::Value) -> Result<u8> {
    let text = format!("{document:#}\n");
    match output {
        None => say(&text),
        Some(path) => output::replace(path, &text).map_err(|error| {
            let problem = format!("the file cannot be written: {error}");
            Findings::one(path.to_string_lossy(), "", problem, "name another file")
        })?,
    }
    Ok(DONE)
}

fn diff(old: &str, new: &str, format: Format) -> Result<u8> {
    let read = |name: &str| {
        let document = read_file(Path::new(name))?;
        diff::check(&document).map(|()| document)
    };
    let (old, new) = (read(old)?, read(new)?);
    let diff = diff::diff(&old.value, &new.value);
    say(&format.write(&diff, |style| diff.text(style)));
    Ok(if diff.is_empty() { DONE } else { FOUND })
}

fn update(root: &Path, from: &str, write: bool, format: Format) -> Result<u8> {
    let mut report = update::update(root, from)?;
    if write {
        report.written = output::write(root, &report.outputs)?;
        report.written.extend(renew_public_interface(root)?);
    }
    say(&format.write(&report, |style| report.text(style)));
    if let Some(findings) = report.refusal() {
        eprint!("{}", findings.text(style_of(&std::io::stderr())));
        eprintln!("{} to settle before the document can be used; nothing was written", counted(findings.0.len()));
        return Ok(FOUND);
    }
    if matches!(format, Format::Text) {
        say(&match (write, report.written.as_slice()) {
            (true, []) => "\nnothing to write\n".to_owned(),
            (true, written) => format!("\nwrote {}\n", written.join(", ")),
            (false, _) if report.is_empty() => String::new(),
            (false, _) => format!("\nto use it: cargo xtask update --from {from} --write\n"),
        });
    }
    Ok(if write || report.is_empty() { DONE } else { FOUND })
}
