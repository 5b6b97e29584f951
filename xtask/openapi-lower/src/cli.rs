//! The commands of the program, which other programs can embed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::Value;

use crate::adapt::{adapt, guard};
use crate::compare::compare;
use crate::compare::terms::Terms;
use crate::io::finding::{Finding, Findings, Result};
use crate::io::lines::{locate, located};
use crate::io::read::{self, Document};
use crate::io::style::Style;
use crate::lower::{lower, lower_lenient};
use crate::overlay::{self, Strictness};
use crate::report;
use crate::walk::check_version;

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

/// Reads a file that the command line names, relative to the current directory; `-` is standard input.
fn read_file(path: &Path) -> Result<Document> {
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

/// Writes a file so that the old one stays in place until the new one is complete. What is not a regular file, such as a
/// device, is written to directly.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    if std::fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return std::fs::write(path, text);
    }
    let mut draft = path.as_os_str().to_owned();
    draft.push(".new");
    let result = std::fs::write(&draft, text).and_then(|()| std::fs::rename(&draft, path));
    if result.is_err() {
        drop(std::fs::remove_file(&draft));
    }
    result
}

/// The format of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, with colors on a terminal.
    #[default]
    Text,
    /// For programs: one JSON object.
    Json,
    /// For a changelog: headings and lists in Markdown.
    Markdown,
}

impl Format {
    /// Returns `value` as JSON, or `text` of it.
    pub fn format<T: Serialize>(self, value: &T, text: impl FnOnce(Style) -> String) -> String {
        match self {
            Self::Json => format!("{:#}\n", serde_json::json!(value)),
            Self::Text => text(Style::of(&std::io::stdout())),
            Self::Markdown => text(Style::Markdown),
        }
    }
}

/// Apply an OpenAPI Overlay 1.0 or 1.1 to a document.
#[derive(Args, Debug)]
#[command(allow_missing_positional = true)]
pub struct Overlay {
    /// The document, in YAML or JSON; `-` for standard input. Defaults to the file that the overlay's `extends` names.
    document: Option<PathBuf>,
    /// The overlay, in YAML or JSON; `-` for standard input.
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
        let with_lines = |findings| located(findings, &overlay);
        let document = match &self.document {
            Some(document) => read_file(document)?,
            None => read_file(&overlay::extends_path(&overlay).map_err(with_lines)?)?,
        };
        let strictness = if self.strict { Strictness::RequireMatches } else { Strictness::Specification };
        let corrected = overlay::apply(document.value, &overlay, strictness).map_err(with_lines)?;
        write_document(self.output.as_deref(), &corrected)
    }
}

/// A generator to adapt a document to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Generator {
    /// progenitor, for Rust.
    Progenitor,
}

/// A document, and how to lower it.
#[derive(Args, Debug)]
struct Source {
    /// The document, in YAML or JSON: OpenAPI 3.0 or 3.1, or 3.2 if it uses nothing new; `-` for standard input.
    #[arg(value_name = "FILE")]
    document: PathBuf,
    /// Also adapt the result to a generator.
    #[arg(long = "for", value_enum, value_name = "GENERATOR")]
    generator: Option<Generator>,
    /// Fail if the document is not valid OpenAPI, instead of repairing it.
    #[arg(long)]
    strict: bool,
}

/// A lowered document, and what its author should know about it.
#[derive(Debug, Default, Serialize)]
struct Outcome {
    /// Mistakes that were repaired.
    repaired: Vec<Finding>,
    /// Where the result accepts more than the original.
    relaxed: Vec<Finding>,
    /// What was rewritten for the generator with the same meaning.
    #[serde(skip)]
    rewritten: Vec<Finding>,
    /// What was left out for the generator, or named.
    decided: Vec<Finding>,
    #[serde(skip)]
    document: Value,
}

impl Source {
    fn lower(&self) -> Result<Outcome> {
        let mut document = read_file(&self.document)?;
        let value = document.value.take();
        let mut outcome = self.convert(&document.name, value).map_err(|findings| located(findings, &document))?;
        for notes in [&mut outcome.repaired, &mut outcome.relaxed, &mut outcome.decided] {
            locate(notes, &document);
        }
        Ok(outcome)
    }

    fn convert(&self, name: &str, value: Value) -> Result<Outcome> {
        let mut outcome = Outcome::default();
        if self.strict {
            outcome.document = lower(name, value)?;
        } else {
            let lowered = lower_lenient(name, value)?;
            (outcome.document, outcome.repaired, outcome.relaxed) =
                (lowered.document, lowered.repairs, lowered.relaxations);
        }
        if self.generator == Some(Generator::Progenitor) {
            guard::check_adaptable(name, &outcome.document)?;
            let adapted = adapt(name, outcome.document);
            (outcome.document, outcome.rewritten, outcome.decided) =
                (adapted.document, adapted.rewrites, adapted.decisions);
        }
        Ok(outcome)
    }
}

impl Outcome {
    /// Returns the notes, one per line.
    fn notes(&self, verbose: bool) -> String {
        let rewritten = if verbose { self.rewritten.as_slice() } else { &[] };
        let labeled = [
            ("repaired", self.repaired.as_slice()),
            ("relaxed", &self.relaxed),
            ("rewritten", rewritten),
            ("decided", &self.decided),
        ];
        let mut text = String::new();
        for (label, notes) in labeled {
            for note in notes {
                text.push_str(&format!("{label}: {} at {}: {}\n", note.place(), note.location, note.problem));
            }
        }
        text
    }
}

/// Lower an OpenAPI 3.1 document to 3.0.3.
///
/// Notes go to standard error and do not affect the exit code: `repaired` is what was not valid OpenAPI, `relaxed` what
/// the result checks less strictly, `decided` what it leaves out or names for a generator.
#[derive(Args, Debug)]
pub struct Lower {
    #[command(flatten)]
    source: Source,
    /// The file to write the result to, as JSON. Defaults to standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Also note what was rewritten for the generator with the same meaning.
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
        let outcome = self.source.lower()?;
        eprint!("{}", outcome.notes(self.verbose));
        write_document(self.output.as_deref(), &outcome.document)
    }
}

/// Report what a generator cannot take of a document, and what is repaired, relaxed or decided when it is lowered.
///
/// Exits with 0 if the generator takes the lowered document, and 1 if it does not. Writes no document.
#[derive(Args, Debug)]
pub struct Check {
    #[command(flatten)]
    source: Source,
    /// The format of the report.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Check {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns a finding if the document cannot be read.
    pub fn run(&self) -> Result<u8> {
        let (findings, outcome) = match self.source.lower() {
            Ok(outcome) => (Findings(Vec::new()), outcome),
            Err(findings) => (findings, Outcome::default()),
        };
        let accepted = findings.0.is_empty();
        let Outcome { repaired, relaxed, decided, .. } = &outcome;
        let report = serde_json::json!({
            "accepted": accepted, "findings": findings.0, "repaired": repaired, "relaxed": relaxed, "decided": decided,
        });
        print(&self.format.format(&report, |style| match accepted {
            true => outcome.notes(false) + "accepted\n",
            false => format!("{}not accepted: {} to fix\n", findings.text(style), findings.0.len()),
        }));
        Ok(if accepted { EXIT_OK } else { EXIT_FINDINGS })
    }
}

/// Report what changed between two OpenAPI documents.
///
/// Exits with 0 if nothing changed, 1 if something did, and 2 if the documents cannot be compared.
#[derive(Args, Debug)]
pub struct Diff {
    /// The old document: OpenAPI 3.0 to 3.2, in YAML or JSON; `-` for standard input.
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
            check_version(&document.name, &document.value).map(|()| document.value)
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
