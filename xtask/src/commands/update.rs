//! `cargo xtask update`: what a newer published document changes, which overlay actions it makes obsolete, and whether it
//! can replace the current one.

mod audit;

use std::path::Path;

use openapi_lower::cli::{EXIT_FINDINGS, EXIT_OK, Format, print};
use openapi_lower::compare;
use openapi_lower::compare::change::Kind;
use openapi_lower::io::finding::{Finding, Findings, Result};
use openapi_lower::io::read::{self, Document};
use openapi_lower::io::style::Style;
use openapi_lower::overlay::{self, Strictness};
use serde::Serialize;

use crate::codegen::conventions;
use crate::commands::update::audit::{Action, Audit, audit};
use crate::commands::{api, generate};
use crate::diff::{Diff, RustChange, diff, lines};
use crate::output::{self, Output};
use crate::paths::{BASE, OVERLAY};

/// Report what a newer published document changes and which overlay actions it makes obsolete; with --write, use it.
///
/// Exits with 0 if nothing changed or the document was written, 1 on changes or findings, and 2 on wrong usage.
#[derive(clap::Args, Debug)]
pub struct Update {
    /// The newer document as Sezzle publishes it.
    #[arg(long, value_name = "FILE")]
    from: String,

    /// Replace openapi/sezzle-v2.yaml and regenerate, unless there are findings.
    #[arg(long)]
    write: bool,

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
        let mut report = update(root, &self.from)?;
        if self.write {
            report.written = output::write(root, &report.outputs)?;
            report.written.extend(api::update_public_api(root)?);
        }
        print(&self.format.format(&report, |style| report.text(style)));
        if !report.findings.is_empty() {
            let count = report.findings.len();
            eprint!("{}", Findings(report.findings).text(Style::of(&std::io::stderr())));
            let plural = if count == 1 { "" } else { "s" };
            eprintln!("{count} finding{plural} to fix before the document can be used; nothing was written");
            return Ok(EXIT_FINDINGS);
        }
        if self.format == Format::Text {
            print(&match (self.write, report.written.as_slice()) {
                (true, []) => "\nnothing to write\n".to_owned(),
                (true, written) => format!("\nwrote {}\n", written.join(", ")),
                (false, _) if report.is_empty() => String::new(),
                (false, _) => format!("\nto use it: cargo xtask update --from {} --write\n", self.from),
            });
        }
        Ok(if self.write || report.is_empty() { EXIT_OK } else { EXIT_FINDINGS })
    }
}

/// The effect of a newer document.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The file with the newer document.
    pub from: String,
    /// What prevents its use.
    pub findings: Vec<Finding>,
    /// What changes for users of the crate: the current against the newer document, both with the overlay.
    pub effective: Diff,
    /// What changed in the published document.
    pub upstream: Diff,
    /// The overlay actions that need attention.
    pub overlay: OverlayReport,
    /// The names of the files that were written.
    pub written: Vec<&'static str>,
    /// The generated files, and the document itself; none if there are findings.
    #[serde(skip)]
    pub outputs: Vec<Output>,
}

/// The actions of the overlay that need attention.
#[derive(Clone, Debug, Serialize)]
pub struct OverlayReport {
    /// Their targets match nothing.
    pub unmatched: Vec<Action>,
    /// Their targets match fewer nodes than in the current document.
    pub narrowed: Vec<Action>,
    /// The published document contains what they add, or a part of it.
    pub obsolete: Vec<Action>,
}

/// Compares the document in the file `from` with that of the workspace at `root`. Writes nothing.
///
/// # Errors
///
/// Returns findings if a document cannot be read or is not OpenAPI, or if the overlay is malformed. All other findings are
/// part of the report.
pub fn update(root: &Path, from: &str) -> Result<Report> {
    let text = read_text(from)?;
    let new = read::parse(from, &text)?;
    compare::check(&new)?;
    let base = read::read(root, BASE)?;
    let overlay = read::read(root, OVERLAY)?;
    overlay::check(&overlay)?;
    conventions::check(BASE, &overlay)?;

    let current = audit(&base.value, &overlay);
    let newer = audit(&new.value, &overlay).since(&current);
    let (findings, mut outputs) = match generate_new(&new, &overlay, &newer) {
        Ok(outputs) => (Vec::new(), outputs),
        Err(findings) => (findings.0, Vec::new()),
    };
    if findings.is_empty() {
        outputs.insert(0, Output { name: BASE, text });
    }
    Ok(Report {
        from: from.to_owned(),
        findings,
        effective: diff(&current.document, &newer.document),
        upstream: diff(&base.value, &new.value),
        overlay: OverlayReport {
            narrowed: newer.narrowed(&current),
            unmatched: newer.unmatched,
            obsolete: newer.obsolete,
        },
        written: Vec::new(),
        outputs,
    })
}

/// Reads a file with the line endings of the repository.
fn read_text(from: &str) -> Result<String> {
    let text = std::fs::read_to_string(from).map_err(|error| {
        Findings::one(from, "", format!("the file cannot be read: {error}"), "name an existing file in UTF-8")
    })?;
    Ok(text.replace("\r\n", "\n"))
}

/// Generates the files from the new document.
fn generate_new(new: &Document, overlay: &Document, audit: &Audit) -> Result<Vec<Output>> {
    let mut findings = blocked(overlay, audit);
    if findings.is_empty() {
        findings.extend(
            overlay::apply(new.value.clone(), overlay, Strictness::RequireMatches)
                .err()
                .into_iter()
                .flat_map(|found| found.0),
        );
    }
    // One run reports all findings.
    let adapted = generate::lower_and_adapt(&new.name, audit.document.clone());
    findings.extend(adapted.err().into_iter().flat_map(|found| found.0));
    if !findings.is_empty() {
        return Err(Findings(findings));
    }
    // The generated files contain the name that the document will have.
    generate::generate_from(&Document { name: BASE.to_owned(), ..new.clone() }, overlay, &|_| {})
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

impl Report {
    /// Returns whether nothing changed and there are no findings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty() && self.upstream.is_empty() && self.effective.is_empty()
    }

    /// Returns the report without the findings.
    #[must_use]
    pub fn text(&self, style: Style) -> String {
        let mut text = format!("{}\n{}", style.heading("Changes for users of the crate"), self.effective.text(style));
        let hidden: Vec<_> = self.upstream.changes.iter().filter(|change| !self.is_visible(change)).collect();
        if !hidden.is_empty() {
            text.push_str(&format!("\n{}\n", style.heading("Upstream changes that the overlay hides or alters")));
            lines(&hidden).iter().for_each(|line| text.push_str(&format!("  {line}\n")));
        }
        let upstream = &self.upstream;
        let counts = if upstream.is_empty() { "nothing changed".to_owned() } else { upstream.counts() };
        text.push_str(&format!("\nupstream, without the overlay: {counts}\n"));
        for (heading, actions) in [
            ("Overlay actions whose target matches nothing", &self.overlay.unmatched),
            ("Overlay actions that match less than before: check what they miss", &self.overlay.narrowed),
            ("Obsolete overlay actions: upstream contains what they add", &self.overlay.obsolete),
        ] {
            if actions.is_empty() {
                continue;
            }
            text.push_str(&format!("\n{}\n", style.heading(heading)));
            actions.iter().for_each(|action| text.push_str(&format_action(action)));
        }
        text
    }

    /// Returns whether a change of the published document is visible to users of the crate.
    fn is_visible(&self, change: &RustChange) -> bool {
        let change = &change.change;
        // There may be several of these at one location. The messages of the others may contain other Rust names.
        let is_one_of_many = matches!(
            change.kind,
            Kind::EnumValueAdded
                | Kind::EnumValueRemoved
                | Kind::ErrorStatusAdded
                | Kind::ErrorStatusRemoved
                | Kind::SuccessStatusAdded
                | Kind::SuccessStatusRemoved
                | Kind::ChoiceAdded
                | Kind::ChoiceRemoved
                | Kind::ConstraintChanged
                | Kind::KeywordChanged
        );
        self.effective.changes.iter().map(|other| &other.change).any(|other| {
            other.kind == change.kind
                && other.subject.kind == change.subject.kind
                && other.subject.name == change.subject.name
                && other.location == change.location
                && (!is_one_of_many || other.message == change.message)
        })
    }
}

fn format_action(action: &Action) -> String {
    let mut line = format!("  action {} `{}`: {}\n", action.index, action.target, action.description);
    if !action.parts.is_empty() {
        line.push_str(&format!("    only {}\n", action.parts.join(", ")));
    }
    line
}
