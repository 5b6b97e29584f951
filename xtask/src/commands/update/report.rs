//! The report of `cargo xtask update`.

use openapi_lower::compare::change::Kind;
use openapi_lower::io::finding::{Finding, Findings};
use openapi_lower::io::style::Style;
use serde::Serialize;

use crate::commands::update::audit::Action;
use crate::diff::{Diff, RustChange, lines};
use crate::output::Output;
use crate::paths::BASE;

/// The effect of a newer document.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The file with the newer document; the base document if none was given.
    pub from: String,
    /// What prevents its use.
    pub findings: Vec<Finding>,
    /// What changes for users of the crate: the document that was committed last, with the overlay of then, against the
    /// newer one with the overlay of now.
    pub effective: Diff,
    /// What changed in the published document.
    pub upstream: Diff,
    /// The overlay actions that need attention.
    pub overlay: OverlayReport,
    /// The texts that the base document will lack.
    pub todo: Vec<Finding>,
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

impl Report {
    /// Returns whether nothing changed and there are no findings.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty() && self.upstream.changes.is_empty() && self.effective.is_empty()
    }

    /// Returns the report without the findings. In Markdown, it has only the changes for users, for the changelog.
    pub fn text(&self, style: Style) -> String {
        let effective = self.effective.text(style);
        if style == Style::Markdown {
            return effective;
        }
        let mut text = format!("{}\n{effective}", style.heading("Changes for users of the crate"));
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
        if !self.todo.is_empty() {
            let heading = format!("To write in {BASE}, at the lines that it will have");
            text.push_str(&format!("\n{}\n{}", style.heading(&heading), Findings(self.todo.clone()).text(style)));
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
    let mut line = format!("  {}:{} `{}`: {}\n", crate::paths::OVERLAY, action.line, action.target, action.description);
    if !action.parts.is_empty() {
        line.push_str(&format!("    only {}\n", action.parts.join(", ")));
    }
    line
}
