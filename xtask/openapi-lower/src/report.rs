//! The report for people: breaking changes first, one line each.

use std::fmt::Write;

use super::change::{Change, Diff, SubjectKind, Verdict};
use crate::style::Style;

impl Diff {
    /// The report as text.
    #[must_use]
    pub fn text(&self, style: Style) -> String {
        if self.is_empty() {
            return "no change\n".to_owned();
        }
        let mut text = String::new();
        for (verdict, heading, colour) in
            [(Verdict::Breaking, "breaking for our users", "31"), (Verdict::Compatible, "compatible", "32")]
        {
            let changes: Vec<_> = self.changes.iter().filter(|change| change.verdict == verdict).collect();
            if !changes.is_empty() {
                let _ = writeln!(text, "{}", style.paint(colour, heading));
                lines(&changes).iter().for_each(|line| text.push_str(&format!("  {line}\n")));
            }
        }
        let _ = writeln!(text, "{}", style.heading(&self.counts()));
        text
    }

    /// The numbers of changes.
    pub(crate) fn counts(&self) -> String {
        let mut counts = format!("{} breaking, {} compatible", self.breaking, self.compatible);
        match self.texts {
            0 => {}
            1 => counts.push_str(", 1 description or example changed"),
            texts => counts.push_str(&format!(", {texts} descriptions or examples changed")),
        }
        counts
    }
}

/// One line for each change; the same change of several things of one kind is one line.
pub(crate) fn lines(changes: &[&Change]) -> Vec<String> {
    let mut groups: Vec<(&Change, Vec<String>)> = Vec::new();
    for change in changes {
        let is_same = |other: &Change| {
            other.kind == change.kind
                && other.subject.kind == change.subject.kind
                && !change.place.is_empty()
                && other.place == change.place
                && other.message == change.message
        };
        match groups.iter_mut().find(|(other, _)| change.subject.kind != SubjectKind::Type && is_same(other)) {
            Some((_, names)) => names.push(subject(change)),
            None => groups.push((change, vec![subject(change)])),
        }
    }
    groups.iter().map(|(change, names)| line(change, names)).collect()
}

fn line(change: &Change, names: &[String]) -> String {
    let subject = match names {
        [only] => only.clone(),
        [first, second] => format!("{first}, {second}"),
        [first, ..] => format!("{first} and {} others", names.len() - 1),
        [] => String::new(),
    };
    let separator = if change.subject.kind == SubjectKind::Type { "." } else { ": " };
    let mut line = subject;
    if !change.place.is_empty() {
        let separator = if change.place.starts_with(['[', '{', '|']) { "" } else { separator };
        line.push_str(&format!("{separator}{}", change.place));
    }
    format!("{line}: {}", change.message)
}

fn subject(change: &Change) -> String {
    let subject = &change.subject;
    match subject.kind {
        SubjectKind::Document => "the document".to_owned(),
        SubjectKind::Event => format!("event `{}`", subject.name),
        SubjectKind::Operation if subject.rust.is_empty() => subject.name.clone(),
        SubjectKind::Operation => format!("{} ({})", subject.rust, subject.name),
        SubjectKind::Type if subject.rust == subject.name => subject.name.clone(),
        SubjectKind::Type => format!("{} ({})", subject.rust, subject.name),
    }
}
