//! A newer published document: what it changes, what of the overlay it overtakes, and whether it can take the place of
//! the current one.

mod audit;

use std::path::Path;

use serde::Serialize;

pub use audit::Action;
use audit::Audit;

use crate::codegen::conventions;
use crate::diff::{self, Change, Diff, Kind};
use crate::finding::{Finding, Findings, Result};
use crate::generate::{self, BASE, OVERLAY};
use crate::output::Output;
use crate::overlay::Strictness;
use crate::read::{self, Document};
use crate::style::Style;
use crate::{lower, overlay, relax};

/// What a newer document does.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The file with the newer document.
    pub from: String,
    /// What keeps it from being used.
    pub findings: Vec<Finding>,
    /// What changes for the users of the crate: between the current and the newer document, both with the overlay.
    pub effective: Diff,
    /// What changed in the published document.
    pub upstream: Diff,
    /// What of the overlay is overtaken.
    pub overlay: OverlayReport,
    /// The files that were written.
    pub written: Vec<&'static str>,
    /// The files the newer document makes, itself among them; none if there are findings.
    #[serde(skip)]
    pub outputs: Vec<Output>,
}

/// The actions of the overlay that need attention.
#[derive(Clone, Debug, Serialize)]
pub struct OverlayReport {
    /// Their targets match nothing.
    pub unmatched: Vec<Action>,
    /// Their targets match fewer places than in the current document.
    pub narrowed: Vec<Action>,
    /// Upstream has what they do, or a part of it.
    pub obsolete: Vec<Action>,
}

/// Compares the document in the file `from` with that of the workspace at `root`. Touches nothing.
///
/// # Errors
///
/// A document cannot be read or is not OpenAPI, or the overlay is malformed. Anything else is part of the report.
pub fn update(root: &Path, from: &str) -> Result<Report> {
    let text = text(from)?;
    let new = read::parse(from, &text)?;
    diff::check(&new)?;
    let base = read::read(root, BASE)?;
    let overlay = read::read(root, OVERLAY)?;
    overlay::check(&overlay)?;
    conventions::check(BASE, &overlay)?;

    let current = audit::audit(&base.value, &overlay);
    let newer = audit::audit(&new.value, &overlay).since(&current);
    let (findings, mut outputs) = match make(&new, &overlay, &newer) {
        Ok(outputs) => (Vec::new(), outputs),
        Err(findings) => (findings.0, Vec::new()),
    };
    if findings.is_empty() {
        outputs.insert(0, Output { name: BASE, text });
    }
    Ok(Report {
        from: from.to_owned(),
        findings,
        effective: diff::diff(&current.document, &newer.document),
        upstream: diff::diff(&base.value, &new.value),
        overlay: OverlayReport {
            narrowed: newer.narrowed(&current),
            unmatched: newer.unmatched,
            obsolete: newer.obsolete,
        },
        written: Vec::new(),
        outputs,
    })
}

/// The text of a file, with the line endings of the repository.
fn text(from: &str) -> Result<String> {
    let text = std::fs::read_to_string(from).map_err(|error| {
        Findings::one(from, "", format!("the file cannot be read: {error}"), "name a file of UTF-8 text that exists")
    })?;
    Ok(text.replace("\r\n", "\n"))
}

/// The files that the new document makes.
fn make(new: &Document, overlay: &Document, audit: &Audit) -> Result<Vec<Output>> {
    let mut findings = blocked(overlay, audit);
    if findings.is_empty() {
        findings.extend(
            overlay::apply(new.value.clone(), overlay, Strictness::EveryTargetMatches)
                .err()
                .into_iter()
                .flat_map(|found| found.0),
        );
    }
    // The rest is checked all the same, so that one run tells everything.
    let lowered = lower::lower(&new.name, audit.document.clone());
    let guarded = lowered.and_then(|lowered| generate::fitted(&new.name, relax::relax(lowered)));
    findings.extend(guarded.err().into_iter().flat_map(|found| found.0));
    if !findings.is_empty() {
        return Err(Findings(findings));
    }
    // In the generated files the document goes by the name it will have.
    generate::make(&Document { name: BASE.to_owned(), ..new.clone() }, overlay, &|_| {})
}

/// The actions that keep the document from being used.
fn blocked(overlay: &Document, audit: &Audit) -> Vec<Finding> {
    let finding = |action: &Action, at: &str, problem: String, remedy: &str| Finding {
        source: overlay.name.clone(),
        place: action.pointer().join(at).to_string(),
        problem,
        remedy: remedy.to_owned(),
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
            format!("the new document has what the action at `{}` does", action.target),
            "delete the action",
        ),
        parts => finding(
            action,
            "update",
            format!("the new document has `{}` of the action at `{}`", parts.join("`, `"), action.target),
            "delete these parts of the action: they would be added twice",
        ),
    });
    unmatched.chain(obsolete).collect()
}

impl Report {
    /// Whether there is nothing to do and nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty() && self.upstream.is_empty() && self.effective.is_empty()
    }

    /// The findings as an error.
    #[must_use]
    pub fn refusal(&self) -> Option<Findings> {
        (!self.findings.is_empty()).then(|| Findings(self.findings.clone()))
    }

    /// The report as text, without the findings.
    #[must_use]
    pub fn text(&self, style: Style) -> String {
        let mut text = format!("{}\n{}", style.heading("What users of the crate will see"), self.effective.text(style));
        let hidden: Vec<_> = self.upstream.changes.iter().filter(|change| !self.is_seen(change)).collect();
        if !hidden.is_empty() {
            text.push_str(&format!(
                "\n{}\n",
                style.heading("Upstream changes that the overlay hides, or turns into others")
            ));
            diff::lines(&hidden).iter().for_each(|line| text.push_str(&format!("  {line}\n")));
        }
        let upstream = &self.upstream;
        let counts = if upstream.is_empty() { "nothing changed".to_owned() } else { upstream.counts() };
        text.push_str(&format!("\nupstream, without the overlay: {counts}\n"));
        for (heading, actions) in [
            ("Overlay actions that no longer apply: the target matches nothing", &self.overlay.unmatched),
            ("Overlay actions that match fewer places than before: see what they miss", &self.overlay.narrowed),
            ("Overlay actions that are obsolete: upstream has what they do", &self.overlay.obsolete),
        ] {
            if actions.is_empty() {
                continue;
            }
            text.push_str(&format!("\n{}\n", style.heading(heading)));
            actions.iter().for_each(|action| text.push_str(&line(action)));
        }
        text
    }

    /// Whether a change of the published document is one for the users of the crate.
    fn is_seen(&self, change: &Change) -> bool {
        // Of these there may be several in one place; the others may be worded with other Rust names.
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
        self.effective.changes.iter().any(|other| {
            other.kind == change.kind
                && other.subject.kind == change.subject.kind
                && other.subject.name == change.subject.name
                && other.place == change.place
                && (!is_one_of_many || other.message == change.message)
        })
    }
}

fn line(action: &Action) -> String {
    let mut line = format!("  action {} `{}`: {}\n", action.index, action.target, action.description);
    if !action.parts.is_empty() {
        line.push_str(&format!("    only {}\n", action.parts.join(", ")));
    }
    line
}
