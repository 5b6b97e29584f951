//! Reports of differences for people: one line per change.

use crate::compare::change::{Change, Diff, Subject, SubjectKind};
use crate::io::style::Style;

/// Returns the report of a comparison.
#[must_use]
pub fn text(diff: &Diff, style: Style) -> String {
    if diff.is_empty() {
        return "no change\n".to_owned();
    }
    let lines = lines(diff.changes.iter().map(|change| (change, describe(&change.subject))));
    if style == Style::Markdown {
        return lines.map(|line| style.item(&line)).collect();
    }
    let mut text: String = lines.map(|line| line + "\n").collect();
    let plural = if diff.changes.len() == 1 { "" } else { "s" };
    let counts = format!("{} change{plural}{}", diff.changes.len(), texts(diff.texts));
    text.push_str(&format!("{}\n", style.heading(&counts)));
    text
}

/// Returns how many descriptions and examples changed, as the rest of a list of counts.
#[must_use]
pub fn texts(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => ", 1 description or example changed".to_owned(),
        count => format!(", {count} descriptions or examples changed"),
    }
}

/// Returns one line per change, each with the name of its subject. Several subjects with the same change share a line.
pub fn lines<'a>(changes: impl Iterator<Item = (&'a Change, String)>) -> impl Iterator<Item = String> {
    let mut groups: Vec<(&Change, Vec<String>)> = Vec::new();
    for (change, subject) in changes {
        let is_same = |other: &Change| {
            change.subject.kind != SubjectKind::Type
                && other.kind == change.kind
                && other.subject.kind == change.subject.kind
                && !change.location.is_empty()
                && other.location == change.location
                && other.message == change.message
        };
        match groups.iter_mut().find(|(other, _)| is_same(other)) {
            Some((_, subjects)) => subjects.push(subject),
            None => groups.push((change, vec![subject])),
        }
    }
    groups.into_iter().map(|(change, subjects)| line(change, &subjects))
}

fn line(change: &Change, subjects: &[String]) -> String {
    let mut line = match subjects {
        [only] => only.clone(),
        [first, second] => format!("{first}, {second}"),
        [first, ..] => format!("{first} and {} others", subjects.len() - 1),
        [] => String::new(),
    };
    if !change.location.is_empty() {
        let separator = match change.subject.kind {
            _ if change.location.starts_with(['[', '{', '|']) => "",
            SubjectKind::Type => ".",
            _ => ": ",
        };
        line.push_str(&format!("{separator}{}", change.location));
    }
    format!("{line}: {}", change.message)
}

/// Returns the name of a subject in a report.
#[must_use]
pub fn describe(subject: &Subject) -> String {
    match subject.kind {
        SubjectKind::Document => "the document".to_owned(),
        SubjectKind::Event => format!("event `{}`", subject.name),
        SubjectKind::Operation | SubjectKind::Type => subject.name.clone(),
    }
}
