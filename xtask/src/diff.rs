//! Differences between two OpenAPI documents, with their effect on programs that use the generated crate.
//!
//! [`openapi_lower::compare`] finds the changes, `types.rs` those of inline types. They get the names of Rust types
//! (`rust_type.rs`) and a verdict
//! (`verdict.rs`), which depends on the generated code: a check that the crate does not make is never breaking.

pub mod rust_type;
mod types;
pub mod verdict;

use openapi_lower::adapt::rust_names;
use openapi_lower::compare::change::{Change, Subject, SubjectKind};
use openapi_lower::compare::compare;
use openapi_lower::io::style::Style;
use openapi_lower::report;
use serde::Serialize;
use serde_json::Value;

use crate::diff::verdict::{Verdict, explain, verdict};

/// Everything that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// The number of breaking changes.
    pub breaking: usize,
    /// The number of compatible changes.
    pub compatible: usize,
    /// The number of descriptions and examples that changed. They are counted, not listed.
    pub texts: usize,
    /// The changes, breaking ones first.
    pub changes: Vec<RustChange>,
}

/// A change, and its effect on users of the crate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RustChange {
    /// The effect.
    pub verdict: Verdict,
    /// The name of the subject in Rust; empty if it has none.
    pub rust: String,
    /// The change.
    #[serde(flatten)]
    pub change: Change,
}

/// Compares two OpenAPI documents.
pub fn diff(old: &Value, new: &Value) -> Diff {
    let openapi_lower::compare::change::Diff { texts, mut changes } = compare(old, new, &rust_type::TERMS);
    types::complete(old, new, &mut changes);
    let mut changes: Vec<_> = changes
        .into_iter()
        .map(|mut change| {
            let verdict = verdict(&change);
            change.message.push_str(&explain(&change, verdict));
            let rust = [new, old].iter().find_map(|document| rust_name(document, &change.subject));
            RustChange { verdict, rust: rust.unwrap_or_default(), change }
        })
        .collect();
    changes.sort_by_key(|change| change.verdict);
    let breaking = changes.iter().filter(|change| change.verdict == Verdict::Breaking).count();
    Diff { breaking, compatible: changes.len() - breaking, texts, changes }
}

/// Returns the name of an operation or a type in Rust, if the document contains it.
fn rust_name(document: &Value, subject: &Subject) -> Option<String> {
    match subject.kind {
        SubjectKind::Operation => {
            let (method, path) = subject.name.split_once(' ')?;
            let item = openapi_lower::walk::resolve(document, document["paths"].get(path)?);
            Some(rust_names::of_operation(item.get(method.to_lowercase())?["operationId"].as_str()?))
        }
        SubjectKind::Type => {
            document["components"]["schemas"].get(&subject.name)?;
            Some(rust_type::name(document, &subject.name))
        }
        SubjectKind::Document | SubjectKind::Event => None,
    }
}

impl Diff {
    /// Returns whether nothing changed at all.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.texts == 0
    }

    /// Returns the report for people.
    pub fn text(&self, style: Style) -> String {
        if self.is_empty() {
            return "no change\n".to_owned();
        }
        let mut parts = Vec::new();
        for (verdict, heading, color) in
            [(Verdict::Breaking, "breaking changes", "31"), (Verdict::Compatible, "compatible changes", "32")]
        {
            let changes: Vec<_> = self.changes.iter().filter(|change| change.verdict == verdict).collect();
            if !changes.is_empty() {
                let heading = match (style, verdict) {
                    (Style::Markdown, Verdict::Breaking) => style.heading("Breaking changes"),
                    (Style::Markdown, Verdict::Compatible) => style.heading("Compatible changes"),
                    _ => style.paint(color, heading),
                };
                let lines: String = lines(&changes).iter().map(|line| style.item(line)).collect();
                parts.push(format!("{heading}\n{lines}"));
            }
        }
        if style == Style::Markdown {
            return parts.join("\n");
        }
        parts.concat() + &format!("{}\n", style.heading(&self.counts()))
    }

    /// Returns the numbers of changes in words.
    pub fn counts(&self) -> String {
        format!("{} breaking, {} compatible{}", self.breaking, self.compatible, report::texts(self.texts))
    }
}

/// Returns the lines of a report on `changes`.
pub fn lines(changes: &[&RustChange]) -> Vec<String> {
    report::lines(changes.iter().map(|change| (&change.change, subject(change)))).collect()
}

/// Returns the name of a subject in Rust, with that in the document if it differs.
fn subject(change: &RustChange) -> String {
    let subject = &change.change.subject;
    if change.rust.is_empty() || change.rust == subject.name {
        return report::describe(subject);
    }
    format!("{} ({})", change.rust, subject.name)
}
