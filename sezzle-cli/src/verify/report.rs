//! The report: `report.json`, and the same as a page in HTML and in Markdown.

use std::fmt::Write;
use std::path::Path;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::verify::judge::Judgement;
use crate::verify::judge::verdict::Answer;
use crate::verify::simulated::ShapeDifference;

const TITLE: &str = "The Sezzle API and its document";

/// Light and dark, without files of its own.
const STYLE: &str = "
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
td { overflow-wrap: anywhere; white-space: pre-line; }
";

/// A part of the page: a table, or a sentence if there are no rows.
struct Section {
    title: &'static str,
    if_empty: &'static str,
    columns: &'static [&'static str],
    /// A line break separates the parts of a cell.
    rows: Vec<Vec<String>>,
}

/// Writes `report.json`, `report.html` and `report.md` to a folder, which is created. Only the pages have the comparison with
/// the simulator.
pub(crate) fn write(folder: &Path, judgement: &Judgement, shapes: &[ShapeDifference]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let (summary, sections) = (summary(judgement), sections(judgement, shapes));
    for (name, text) in [
        ("report.json", serde_json::to_string_pretty(judgement)? + "\n"),
        ("report.html", page(&summary, &sections).into_string()),
        ("report.md", markdown(&summary, &sections)),
    ] {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

/// Returns one line about the result.
fn summary(judgement: &Judgement) -> String {
    let Judgement { differences, verdicts, coverage, server, .. } = judgement;
    let count = |answer| verdicts.iter().filter(|verdict| verdict.verdict == answer).count();
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    format!(
        "{} at {}. {} from {} of {} operations, {}. Open questions: {} confirmed, {} contradicted, {} not seen.",
        server.started_at.format("%Y-%m-%d %H:%M UTC"),
        server.url,
        plural(coverage.responses, "response"),
        coverage.operations.len(),
        coverage.operations.len() + coverage.missing.len(),
        plural(differences.len(), "difference"),
        count(Answer::Confirmed),
        count(Answer::Contradicted),
        count(Answer::NotSeen),
    )
}

fn sections(judgement: &Judgement, shapes: &[ShapeDifference]) -> Vec<Section> {
    let Judgement { differences, verdicts, coverage, leftovers, .. } = judgement;
    let differences = differences.iter().map(|difference| {
        let place = if difference.pointer.is_empty() { "the response" } else { &difference.pointer };
        vec![
            difference.operation.clone(),
            difference.kind.name().replace('_', " "),
            place.to_owned(),
            difference.detail.clone(),
            format!("{} of {}", difference.seen, difference.of),
            difference.steps.iter().map(String::as_str).collect::<Vec<_>>().join(", "),
        ]
    });
    let verdicts = verdicts.iter().map(|verdict| {
        let answer: &str = verdict.verdict.into();
        vec![verdict.question.to_owned(), answer.to_owned(), verdict.evidence.join("\n")]
    });
    let shapes = shapes.iter().map(|shape| {
        let ShapeDifference { operation, status, pointer, server, simulator } = shape;
        vec![operation.clone(), status.to_string(), pointer.clone(), server.clone(), simulator.clone()]
    });
    let covered = coverage.operations.iter().map(|(operation, statuses)| {
        let statuses = statuses.iter().map(|(status, count)| format!("{status} × {count}"));
        vec![operation.clone(), statuses.collect::<Vec<_>>().join(", ")]
    });
    let missing = coverage.missing.iter().map(|operation| vec![operation.clone(), "not called".to_owned()]);
    let skipped = coverage.skipped.iter().map(|skipped| vec![skipped.step.clone(), skipped.reason.clone()]);
    let leftovers = leftovers.iter().map(|left| vec![left.kind.clone(), left.id.clone(), left.reason.clone()]);
    let section = |title, if_empty, columns, rows| Section { title, if_empty, columns, rows };
    vec![
        section(
            "Differences",
            "All responses are as documented.",
            &["operation", "kind", "where", "received", "responses", "steps"],
            differences.collect(),
        ),
        section("Open questions", "", &["question", "verdict", "evidence"], verdicts.collect()),
        section(
            "Other shapes than the simulator's, which are not differences from the document; an empty cell is a missing value",
            "The responses have the same fields and types as those of the simulator.",
            &["operation", "status", "where", "server", "simulator"],
            shapes.collect(),
        ),
        section("Coverage", "", &["operation", "statuses"], covered.chain(missing).collect()),
        section("Skipped steps", "All steps were possible.", &["step", "reason"], skipped.collect()),
        section("Left on the server", "Nothing is left.", &["kind", "id", "reason"], leftovers.collect()),
    ]
}

fn page(summary: &str, sections: &[Section]) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (TITLE) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (TITLE) }
                p { (summary) }
                @for Section { title, if_empty, columns, rows } in sections {
                    h2 { (title) }
                    @if rows.is_empty() { p { (if_empty) } } @else {
                        table {
                            thead { tr { @for column in *columns { th { (column) } } } }
                            tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
                        }
                    }
                }
            }
        }
    }
}

/// Escapes text for a cell of a table in Markdown.
fn cell(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('|', "\\|");
    let lines = escaped.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("<br>")
}

fn markdown(summary: &str, sections: &[Section]) -> String {
    let mut text = format!("# {TITLE}\n\n{summary}\n");
    for Section { title, if_empty, columns, rows } in sections {
        let _ = writeln!(text, "\n## {title}\n");
        if rows.is_empty() {
            let _ = writeln!(text, "{if_empty}");
            continue;
        }
        let _ = writeln!(text, "| {} |\n|{}", columns.join(" | "), "---|".repeat(columns.len()));
        for row in rows {
            let _ = writeln!(text, "| {} |", row.iter().map(|text| cell(text)).collect::<Vec<_>>().join(" | "));
        }
    }
    text
}
