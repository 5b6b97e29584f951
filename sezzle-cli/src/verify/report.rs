//! The report: `report.json`, and the same as a page in HTML and in Markdown.

use std::fmt::Write;
use std::path::Path;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::verify::judge::Judgement;
use crate::verify::judge::difference::Difference;
use crate::verify::judge::verdict::{Answer, Verdict};
use crate::verify::simulated::ShapeDifference;

/// Light and dark, without files of its own.
const STYLE: &str = "
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
td { overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
.confirmed, .contradicted { font-weight: 600; }
.confirmed::before { content: '✓ '; }
.contradicted::before { content: '✗ '; }
";

const SAME_SHAPES: &str = "The responses have the same fields and types as those of the simulator.";
const OTHER_SHAPES: &str =
    "These are not differences from the document: many fields are optional. An empty cell is a missing value.";

/// Writes `report.json`, `report.html` and `report.md` to a folder, which is created. Only the pages have the comparison with
/// the simulator.
///
/// # Errors
///
/// Returns an error if a file cannot be written.
pub(crate) fn write(folder: &Path, judgement: &Judgement, shapes: &[ShapeDifference]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let json = serde_json::to_string_pretty(judgement)?;
    for (name, text) in [
        ("report.json", json + "\n"),
        ("report.html", page(judgement, shapes).into_string()),
        ("report.md", markdown(judgement, shapes)),
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

fn place(difference: &Difference) -> &str {
    if difference.pointer.is_empty() { "the response" } else { &difference.pointer }
}

fn steps(difference: &Difference) -> String {
    difference.steps.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn page(judgement: &Judgement, shapes: &[ShapeDifference]) -> Markup {
    let Judgement { differences, verdicts, coverage, leftovers, .. } = judgement;
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "The Sezzle API and its document" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "The Sezzle API and its document" }
                p { (summary(judgement)) }
                h2 { "Differences" }
                @if differences.is_empty() { p { "All responses are as documented." } } @else {
                    table {
                        thead { tr { th { "operation" } th { "kind" } th { "where" } th { "received" } th { "responses" } th { "steps" } } }
                        tbody {
                            @for difference in differences {
                                tr {
                                    td { code { (difference.operation) } }
                                    td { (difference.kind.name().replace('_', " ")) }
                                    td { code { (place(difference)) } }
                                    td { (difference.detail) }
                                    td { (difference.seen) " of " (difference.of) }
                                    td { (steps(difference)) }
                                }
                            }
                        }
                    }
                }
                h2 { "Open questions" }
                table {
                    thead { tr { th { "question" } th { "verdict" } th { "evidence" } } }
                    tbody {
                        @for Verdict { question, verdict, evidence, .. } in verdicts {
                            tr {
                                td { (question) }
                                td class=(verdict.name()) { (verdict.name()) }
                                td { @for item in evidence { div { (item) } } }
                            }
                        }
                    }
                }
                h2 { "Compared with the simulator" }
                @if shapes.is_empty() { p { (SAME_SHAPES) } } @else {
                    p { (OTHER_SHAPES) }
                    table {
                        thead { tr { th { "operation" } th { "status" } th { "where" } th { "server" } th { "simulator" } } }
                        tbody {
                            @for shape in shapes {
                                tr {
                                    td { code { (shape.operation) } }
                                    td { (shape.status) }
                                    td { code { (shape.pointer) } }
                                    td { (shape.server) }
                                    td { (shape.simulator) }
                                }
                            }
                        }
                    }
                }
                h2 { "Coverage" }
                table {
                    thead { tr { th { "operation" } th { "statuses" } } }
                    tbody {
                        @for (operation, statuses) in &coverage.operations {
                            tr { td { code { (operation) } } td { (statuses_text(statuses)) } }
                        }
                        @for operation in &coverage.missing { tr { td { code { (operation) } } td { "not called" } } }
                    }
                }
                @if !coverage.skipped.is_empty() {
                    h2 { "Skipped steps" }
                    ul { @for skipped in &coverage.skipped { li { code { (skipped.step) } ": " (skipped.reason) } } }
                }
                @if !leftovers.is_empty() {
                    h2 { "Left on the server" }
                    ul { @for leftover in leftovers { li { (leftover.kind) " " code { (leftover.id) } ": " (leftover.reason) } } }
                }
            }
        }
    }
}

fn statuses_text(statuses: &std::collections::BTreeMap<u16, usize>) -> String {
    statuses.iter().map(|(status, count)| format!("{status} × {count}")).collect::<Vec<_>>().join(", ")
}

/// Escapes text for a cell of a table in Markdown.
fn cell(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('|', "\\|");
    escaped.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn markdown(judgement: &Judgement, shapes: &[ShapeDifference]) -> String {
    let Judgement { differences, verdicts, coverage, leftovers, .. } = judgement;
    let mut text = format!("# The Sezzle API and its document\n\n{}\n\n## Differences\n\n", summary(judgement));
    if differences.is_empty() {
        text.push_str("All responses are as documented.\n");
    } else {
        text.push_str("| operation | kind | where | received | responses | steps |\n|---|---|---|---|---|---|\n");
    }
    for difference in differences {
        let Difference { operation, kind, detail, seen, of, .. } = difference;
        let cells = [operation, kind.name(), place(difference), detail, &format!("{seen} of {of}"), &steps(difference)];
        let _ = writeln!(text, "| {} |", cells.map(cell).join(" | "));
    }
    text.push_str("\n## Open questions\n\n| question | verdict | evidence |\n|---|---|---|\n");
    for Verdict { question, verdict, evidence, .. } in verdicts {
        let evidence: Vec<String> = evidence.iter().map(|item| cell(item)).collect();
        let _ = writeln!(text, "| {} | {} | {} |", cell(question), verdict.name(), evidence.join("<br>"));
    }
    text.push_str("\n## Compared with the simulator\n\n");
    if shapes.is_empty() {
        let _ = writeln!(text, "{SAME_SHAPES}");
    } else {
        let _ = writeln!(
            text,
            "{OTHER_SHAPES}\n\n| operation | status | where | server | simulator |\n|---|---|---|---|---|"
        );
    }
    for ShapeDifference { operation, status, pointer, server, simulator } in shapes {
        let cells = [operation, &status.to_string(), pointer, server, simulator];
        let _ = writeln!(text, "| {} |", cells.map(|text| cell(text)).join(" | "));
    }
    text.push_str("\n## Coverage\n\n| operation | statuses |\n|---|---|\n");
    for (operation, statuses) in &coverage.operations {
        let _ = writeln!(text, "| {operation} | {} |", statuses_text(statuses));
    }
    for operation in &coverage.missing {
        let _ = writeln!(text, "| {operation} | not called |");
    }
    if !coverage.skipped.is_empty() {
        text.push_str("\n## Skipped steps\n\n");
        for skipped in &coverage.skipped {
            let _ = writeln!(text, "- {}: {}", cell(&skipped.step), cell(&skipped.reason));
        }
    }
    if !leftovers.is_empty() {
        text.push_str("\n## Left on the server\n\n");
        for leftover in leftovers {
            let _ = writeln!(text, "- {} {}: {}", cell(&leftover.kind), cell(&leftover.id), cell(&leftover.reason));
        }
    }
    text
}
