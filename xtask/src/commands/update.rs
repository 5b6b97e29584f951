//! `cargo xtask update`: what a newer published document or an edited overlay changes, which overlay actions a document makes
//! obsolete, and whether it can replace the current one.

mod audit;
mod committed;
pub mod report;

use std::path::Path;

use openapi_lower::cli::{EXIT_FINDINGS, EXIT_OK, EXIT_USAGE, Format, print};
use openapi_lower::io::finding::{Finding, Findings, Result};
use openapi_lower::io::lines::{lines, locate, located};
use openapi_lower::io::read::{self, Document};
use openapi_lower::io::style::Style;
use openapi_lower::overlay::{self, Strictness};
use openapi_lower::walk::check_version;

use crate::codegen::emit::Process;
use crate::codegen::{conventions, unique_names, widened};
use crate::commands::update::audit::{Action, Audit, audit};
use crate::commands::update::committed::read_committed;
use crate::commands::update::report::{OverlayReport, Report};
use crate::commands::{api, generate};
use crate::diff::diff;
use crate::output::{self, Output};
use crate::paths::{BASE, DOCUMENT, OVERLAY};
use crate::publication::{patch, texts, words};

/// Report what a newer published document changes and which overlay actions it makes obsolete; with --write, use it.
///
/// Exits with 0 if nothing changed or the document was written, 1 on changes, and 2 on findings or wrong usage.
#[derive(clap::Args, Debug)]
pub struct Update {
    /// The newer document as Sezzle publishes it. Without it, the report is on the current document and overlay.
    #[arg(long, value_name = "FILE")]
    from: Option<String>,

    /// Replace openapi/sezzle-v2.yaml and regenerate, unless there are findings.
    #[arg(long)]
    write: bool,

    /// Take the descriptions and examples of the newer document, too, instead of keeping ours.
    #[arg(long)]
    take_texts: bool,

    /// The commit to compare with. Defaults to the last one.
    #[arg(long, value_name = "COMMIT")]
    since: Option<String>,

    /// The format of the report.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Update {
    /// Runs the command in the workspace at `root`.
    ///
    /// # Errors
    ///
    /// Returns a finding if a document cannot be read, or a file cannot be written.
    pub fn run(&self, root: &Path) -> Result<u8> {
        let mut report = self.report(root)?;
        if self.write {
            report.written = output::write(root, &report.outputs)?;
        }
        print(&self.format.format(&report, |style| report.text(style)));
        if !report.findings.is_empty() {
            let count = report.findings.len();
            eprint!("{}", Findings(report.findings).text(Style::of(&std::io::stderr())));
            let plural = if count == 1 { "" } else { "s" };
            eprintln!("{count} finding{plural} to fix before the document can be used; nothing was written");
            return Ok(EXIT_USAGE);
        }
        if self.format == Format::Text {
            let from = self.from.as_ref().map(|from| format!(" --from {from}")).unwrap_or_default();
            print(&match (self.write, report.written.as_slice()) {
                (true, []) => "\nnothing to write\n".to_owned(),
                (true, written) => format!("\nwrote {}\n", written.join(", ")),
                (false, _) if report.is_empty() => String::new(),
                (false, _) => format!("\nto use it: cargo xtask update{from} --write\n"),
            });
        }
        Ok(if self.write || report.is_empty() { EXIT_OK } else { EXIT_FINDINGS })
    }

    /// Compares the documents. Writes nothing. It is an error if a document cannot be read or is not OpenAPI, or if the overlay
    /// is malformed; all other findings are part of the report.
    fn report(&self, root: &Path) -> Result<Report> {
        let base = read::read(root, BASE)?;
        let overlay = read::read(root, OVERLAY)?;
        let with_lines = |findings| located(findings, &overlay);
        overlay::check(&overlay).map_err(with_lines)?;
        conventions::check(BASE, &overlay).map_err(with_lines)?;
        let new = match &self.from {
            Some(from) => read::read(Path::new(""), from)?,
            None => base.clone(),
        };
        check_version(&new.name, &new.value)?;
        let committed = read_committed(root, DOCUMENT, self.since.as_deref())?;
        let taken = take(&base, &new, self.take_texts)?;

        let current = audit(&base.value, &overlay);
        let mut newer = audit(&taken.value, &overlay).since(&current);
        let mut narrowed = newer.narrowed(&current);
        add_lines(&overlay, [&mut newer.unmatched, &mut newer.obsolete, &mut narrowed]);

        // An action that does not apply would have added texts.
        let mut todo = if newer.unmatched.is_empty() { words::missing(&newer.document) } else { Vec::new() };
        locate(&mut todo, &taken);
        let (mut findings, outputs) = match generate_new(root, &new.name, &taken, &overlay, &newer) {
            Ok(outputs) => (Vec::new(), outputs),
            Err(findings) => (findings.0, Vec::new()),
        };
        locate(&mut findings, &new);
        locate(&mut findings, &overlay);
        Ok(Report {
            from: new.name.clone(),
            findings,
            effective: diff(&committed.value, &newer.document),
            upstream: diff(&base.value, &new.value),
            overlay: OverlayReport { narrowed, unmatched: newer.unmatched, obsolete: newer.obsolete },
            todo,
            written: Vec::new(),
            outputs,
        })
    }
}

/// Returns the base document that `new` becomes: with our texts, and with the layout of the current one where nothing changed.
fn take(base: &Document, new: &Document, take_texts: bool) -> Result<Document> {
    let value = if take_texts { new.value.clone() } else { texts::keep_texts(&base.value, &new.value) };
    read::parse(BASE, &patch::patch(&base.text, &base.value, &value))
}

/// Sets the lines of overlay actions.
fn add_lines(overlay: &Document, lists: [&mut Vec<Action>; 3]) {
    for action in lists.into_iter().flatten() {
        action.line = lines(&overlay.text, &[action.pointer().as_str().to_owned()])[0];
    }
}

/// Generates the files from the document that was taken from the file `from`, and includes the document itself.
fn generate_new(root: &Path, from: &str, taken: &Document, overlay: &Document, audit: &Audit) -> Result<Vec<Output>> {
    let mut findings = blocked(overlay, audit);
    let mut add = |found: Vec<Finding>| {
        for finding in found {
            let is_known = |other: &Finding| other.source == finding.source && other.location == finding.location;
            if !findings.iter().any(is_known) {
                findings.push(finding);
            }
        }
    };
    let applied = overlay::apply(taken.value.clone(), overlay, Strictness::RequireMatches);
    add(applied.err().map(|found| found.0).unwrap_or_default());
    let mut distinct = widened::narrow(audit.document.clone());
    unique_names::apply(&mut distinct);
    add(generate::check_and_adapt(from, distinct).err().map(|found| found.0).unwrap_or_default());
    if !findings.is_empty() {
        return Err(Findings(findings));
    }
    let mut outputs = vec![Output { name: BASE, text: taken.text.clone() }];
    outputs.extend(generate::generate_from(taken, std::slice::from_ref(overlay), &Process::child())?);
    outputs.push(api::api(root, &outputs)?);
    Ok(outputs)
}

/// Returns findings for the actions that prevent the use of the document.
fn blocked(overlay: &Document, audit: &Audit) -> Vec<Finding> {
    let finding = |action: &Action, at: &str, problem: String, remedy: &str| {
        Finding::new(&*overlay.name, action.pointer().join(at), problem, remedy)
    };
    let unmatched = audit.unmatched.iter().map(|action| {
        finding(
            action,
            "target",
            format!("the target `{}` matches nothing in the new document", action.target),
            "correct the target; if the new document no longer needs the action, delete the action",
        )
    });
    let obsolete = audit.obsolete.iter().filter(|action| action.blocks).map(|action| match action.parts.as_slice() {
        [] => finding(
            action,
            "target",
            format!("the new document already contains what the action at `{}` adds", action.target),
            "delete the action",
        ),
        parts => finding(
            action,
            "update",
            format!("the new document already contains `{}` of the action at `{}`", parts.join("`, `"), action.target),
            "delete these parts of the action; they would be added twice",
        ),
    });
    unmatched.chain(obsolete).collect()
}
