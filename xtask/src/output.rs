//! Writes the generated files, or compares them with those in the workspace.

use std::path::Path;

use openapi_lower::io::finding::{Finding, Findings, Result};
use similar::TextDiff;

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The name relative to the workspace.
    pub name: &'static str,
    /// The content.
    pub text: String,
}

/// The maximum number of lines of a difference that are shown.
const MAX_DIFF_LINES: usize = 60;

/// Writes the files that differ, all or none, and returns their names.
///
/// # Errors
///
/// Returns a finding if a file cannot be written.
pub fn write(root: &Path, outputs: &[Output]) -> Result<Vec<&'static str>> {
    let changed: Vec<_> =
        outputs.iter().filter(|output| read(root, output).is_none_or(|text| text != output.text)).collect();
    let before: Vec<_> = changed.iter().map(|output| std::fs::read(root.join(output.name)).ok()).collect();
    let draft = |output: &Output| root.join(format!("{}.new", output.name));
    let not_writable = |output: &Output, problem: String| {
        let problem = format!("the file cannot be written: {problem}");
        Findings::one(output.name, "", problem, "check that its directory exists and is writable")
    };
    // First the drafts, so that a lack of space or permissions shows before a file is replaced.
    let write_drafts = |output: &&Output| match root.join(output.name).is_dir() {
        true => Err(not_writable(output, "it is a directory".to_owned())),
        false => {
            // One that is left of an interrupted run may be read-only.
            drop(std::fs::remove_file(draft(output)));
            std::fs::write(draft(output), &output.text).map_err(|error| not_writable(output, error.to_string()))
        }
    };
    let replace = |output: &&Output| {
        let renamed = std::fs::rename(draft(output), root.join(output.name));
        renamed.map_err(|error| not_writable(output, error.to_string()))
    };
    let result = changed.iter().try_for_each(write_drafts).and_then(|()| changed.iter().try_for_each(replace));
    if result.is_err() {
        for (output, before) in changed.iter().zip(before) {
            let path = root.join(output.name);
            drop(std::fs::remove_file(draft(output)));
            if let Some(text) = before.filter(|text| std::fs::read(&path).is_ok_and(|now| now != *text)) {
                drop(std::fs::write(path, text));
            }
        }
    }
    result.map(|()| changed.iter().map(|output| output.name).collect())
}

/// Checks that the files in the workspace are up to date. `command` updates them.
///
/// # Errors
///
/// Returns a finding with the difference for each file that is not.
pub fn check(root: &Path, outputs: &[Output], command: &str) -> Result<()> {
    let findings: Vec<_> = outputs.iter().filter_map(|output| drift(root, output, command)).collect();
    if findings.is_empty() { Ok(()) } else { Err(Findings(findings)) }
}

fn drift(root: &Path, output: &Output, command: &str) -> Option<Finding> {
    let problem = match read(root, output) {
        Some(text) if text == output.text => return None,
        Some(text) => format!("the file is out of date:\n{}", diff(&text, &output.text)),
        None => "the file is missing or not UTF-8".to_owned(),
    };
    Some(Finding::new(output.name, "", problem, format!("run `{command}` and commit the result")))
}

fn read(root: &Path, output: &Output) -> Option<String> {
    // Other line endings are not a difference.
    std::fs::read_to_string(root.join(output.name)).ok().map(|text| text.replace("\r\n", "\n"))
}

fn diff(before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    let text = diff.unified_diff().context_radius(2).header("in the workspace", "generated").to_string();
    let lines: Vec<_> = text.lines().collect();
    let mut shown = lines[..lines.len().min(MAX_DIFF_LINES)].join("\n");
    if lines.len() > MAX_DIFF_LINES {
        shown.push_str(&format!("\n({} more lines)", lines.len() - MAX_DIFF_LINES));
    }
    shown
}
