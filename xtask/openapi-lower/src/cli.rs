//! The commands of the program, which other programs can embed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::Value;

use crate::adapt::{adapt, guard};
use crate::compare::terms::Terms;
use crate::compare::{check, compare};
use crate::io::finding::{Finding, Findings, Result};
use crate::io::output::replace;
use crate::io::read::{self, Document};
use crate::io::style::Style;
use crate::lower::{lower, lower_lenient};
use crate::overlay::{self, Strictness};
use crate::report;

/// The exit code of success.
pub const EXIT_OK: u8 = 0;
/// The exit code of findings, and of differences.
pub const EXIT_FINDINGS: u8 = 1;
/// The exit code of wrong usage.
pub const EXIT_USAGE: u8 = 2;

/// Enough stack for documents of the maximum depth.
const STACK_BYTES: usize = 256 * 1024 * 1024;

/// Runs `command`. Findings go to standard error, with `exit_code_of_findings` as the exit code.
#[must_use]
pub fn run(exit_code_of_findings: u8, command: impl FnOnce() -> Result<u8> + Send + 'static) -> ExitCode {
    std::panic::set_hook(Box::new(|panic| eprintln!("internal error (please report): {panic}")));
    let work = move || {
        command().unwrap_or_else(|findings| {
            eprint!("{}", findings.text(Style::of(&std::io::stderr())));
            exit_code_of_findings
        })
    };
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(work);
    let code = thread.ok().and_then(|thread| thread.join().ok());
    ExitCode::from(code.unwrap_or(exit_code_of_findings))
}

/// Writes to standard output. A closed pipe is ignored; any other error ends the program, so that truncated output is not
/// taken for all of it.
pub fn print(text: &str) {
    let mut output = std::io::stdout();
    if let Err(error) = output.write_all(text.as_bytes()).and_then(|()| output.flush())
        && error.kind() != std::io::ErrorKind::BrokenPipe
    {
        eprintln!("cannot write to standard output: {error}");
        std::process::exit(i32::from(EXIT_FINDINGS));
    }
}

/// Reads a file that the command line names, relative to the current directory.
///
/// # Errors
///
/// Returns a finding if the file cannot be read.
pub fn read_file(path: &Path) -> Result<Document> {
    read::read(Path::new(""), &path.to_string_lossy())
}

/// Writes a document to a file, or to standard output.
fn write_document(output: Option<&Path>, document: &Value) -> Result<u8> {
    let text = format!("{document:#}\n");
    match output {
        None => print(&text),
        Some(path) => replace(path, &text).map_err(|error| {
            let problem = format!("the file cannot be written: {error}");
            Findings::one(path.to_string_lossy(), "", problem, "choose another file")
        })?,
    }
    Ok(EXIT_OK)
}

/// The format of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, with colors on a terminal.
    #[default]
    Text,
    /// For programs: one JSON object.
    Json,
}

impl Format {
    /// Returns `value` as JSON, or `text` of it.
    pub fn format<T: Serialize>(self, value: &T, text: impl FnOnce(Style) -> String) -> String {
        match self {
            Self::Json => format!("{:#}\n", serde_json::json!(value)),
            Self::Text => text(Style::of(&std::io::stdout())),
        }
    }
}

/// Apply an OpenAPI Overlay 1.0 or 1.1 to a document.
#[derive(Args, Debug)]
#[command(allow_missing_positional = true)]
pub struct Overlay {
    /// The document, in YAML or JSON. Defaults to the file that the overlay's `extends` names.
    document: Option<PathBuf>,
    /// The overlay, in YAML or JSON.
    overlay: PathBuf,
    /// The file to write the result to, as JSON. Defaults to standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Fail if the target of an action, or a name in one of its bracket lists, matches nothing.
    #[arg(long)]
    strict: bool,
}

impl Overlay {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with the documents.
    pub fn run(&self) -> Result<u8> {
        let overlay = read_file(&self.overlay)?;
        let document = match &self.document {
            Some(document) => read_file(document)?,
            None => read_file(&overlay::extends_path(&overlay)?)?,
        };
        let strictness = if self.strict { Strictness::RequireMatches } else { Strictness::Specification };
        write_document(self.output.as_deref(), &overlay::apply(document.value, &overlay, strictness)?)
    }
}

/// Lower an OpenAPI 3.1 document to 3.0.3, and adapt it to progenitor.
///
/// Notes go to standard error and do not affect the exit code: `repaired` is what was not valid OpenAPI, `relaxed` what
/// the result checks less strictly, `decided` what it leaves out or names.
#[derive(Args, Debug)]
pub struct Lower {
    /// The document, in YAML or JSON. OpenAPI 3.0 is not lowered, only adapted.
    #[arg(value_name = "FILE")]
    document: PathBuf,
    /// The file to write the result to, as JSON. Defaults to standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Fail if the document is not valid OpenAPI 3.1, instead of repairing it.
    #[arg(long)]
    strict: bool,
    /// Do not adapt the result to progenitor.
    #[arg(long)]
    plain: bool,
    /// Also note what was rewritten with the same meaning.
    #[arg(short, long)]
    verbose: bool,
}

impl Lower {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns what cannot be lowered or adapted.
    pub fn run(&self) -> Result<u8> {
        let Document { name, value, .. } = read_file(&self.document)?;
        let lowered = if self.strict {
            lower(&name, value)?
        } else {
            let lowered = lower_lenient(&name, value)?;
            print_notes("repaired", &lowered.repairs);
            print_notes("relaxed", &lowered.relaxations);
            lowered.document
        };
        if self.plain {
            return write_document(self.output.as_deref(), &lowered);
        }
        guard::check_adaptable(&name, &lowered)?;
        let adapted = adapt(&name, lowered);
        if self.verbose {
            print_notes("rewritten", &adapted.rewrites);
        }
        print_notes("decided", &adapted.decisions);
        write_document(self.output.as_deref(), &adapted.document)
    }
}

fn print_notes(label: &str, notes: &[Finding]) {
    for note in notes {
        eprintln!("{label}: {}: {}", note.location, note.problem);
    }
}

/// Report what changed between two OpenAPI documents.
///
/// Exits with 0 if nothing changed, 1 if something did, and 2 if the documents cannot be compared.
#[derive(Args, Debug)]
pub struct Diff {
    /// The old document: OpenAPI 3.0 or 3.1, in YAML or JSON.
    pub old: PathBuf,
    /// The new document.
    pub new: PathBuf,
    /// The format of the report.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

impl Diff {
    /// Reads both documents.
    ///
    /// # Errors
    ///
    /// Returns a finding if one cannot be read or is not OpenAPI.
    pub fn read(&self) -> Result<(Value, Value)> {
        let read = |path: &Path| {
            let document = read_file(path)?;
            check(&document).map(|()| document.value)
        };
        Ok((read(&self.old)?, read(&self.new)?))
    }

    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns a finding if the documents cannot be compared.
    pub fn run(&self) -> Result<u8> {
        let (old, new) = self.read()?;
        let diff = compare(&old, &new, &Terms::OPENAPI);
        print(&self.format.format(&diff, |style| report::text(&diff, style)));
        Ok(if diff.is_empty() { EXIT_OK } else { EXIT_FINDINGS })
    }
}
