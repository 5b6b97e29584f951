//! Stage 10: the files are written, or compared with what is there.

use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::finding::{Finding, Findings, Result};

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its name relative to the workspace.
    pub name: &'static str,
    /// All of it.
    pub text: String,
}

/// Longer differences are cut: the first lines tell what happened.
const MOST_DIFF_LINES: usize = 60;

/// Writes those files that differ and returns their names. Either all of them are written, or none.
///
/// # Errors
///
/// A file cannot be written.
pub fn write(root: &Path, outputs: &[Output]) -> Result<Vec<&'static str>> {
    let changed: Vec<_> =
        outputs.iter().filter(|output| current(root, output).is_none_or(|text| text != output.text)).collect();
    // Everything that may fail for lack of room or rights fails on the files beside the real ones.
    let drafts: Vec<_> = changed.iter().map(|output| draft_of(&root.join(output.name))).collect();
    let attempt = || -> Result<()> {
        for (output, draft) in changed.iter().zip(&drafts) {
            if root.join(output.name).is_dir() {
                return Err(unwritable(output, "there is a folder of that name"));
            }
            let _ = std::fs::remove_file(draft);
            std::fs::write(draft, &output.text).map_err(|error| unwritable(output, &error.to_string()))?;
        }
        for (output, draft) in changed.iter().zip(&drafts) {
            std::fs::rename(draft, root.join(output.name)).map_err(|error| unwritable(output, &error.to_string()))?;
        }
        Ok(())
    };
    let before: Vec<_> = changed.iter().map(|output| std::fs::read(root.join(output.name)).ok()).collect();
    let result = attempt();
    if result.is_err() {
        drafts.iter().for_each(|draft| drop(std::fs::remove_file(draft)));
        for (output, text) in changed.iter().zip(before) {
            if let Some(text) = text.filter(|text| std::fs::read(root.join(output.name)).is_ok_and(|now| now != *text))
            {
                drop(std::fs::write(root.join(output.name), text));
            }
        }
    }
    result.map(|()| changed.iter().map(|output| output.name).collect())
}

/// Writes one file, which stays as it is until all of the text can take its place. What is no file, such as a device, is
/// written to as it is.
///
/// # Errors
///
/// It cannot be written.
pub fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return std::fs::write(path, text);
    }
    let draft = draft_of(path);
    let written = std::fs::write(&draft, text).and_then(|()| std::fs::rename(&draft, path));
    if written.is_err() {
        drop(std::fs::remove_file(&draft));
    }
    written
}

/// Where a text is written before it takes the place of a file.
fn draft_of(path: &Path) -> PathBuf {
    let mut draft = path.as_os_str().to_owned();
    draft.push(".new");
    draft.into()
}

fn unwritable(output: &Output, problem: &str) -> Findings {
    Findings::one(
        output.name,
        "",
        format!("the file cannot be written: {problem}"),
        "check that its folder exists and may be written to",
    )
}

/// Compares the files with what is there. `command` makes them anew.
///
/// # Errors
///
/// A file differs; the finding shows how.
pub fn check(root: &Path, outputs: &[Output], command: &str) -> Result<()> {
    let findings: Vec<_> = outputs.iter().filter_map(|output| drift(root, output, command)).collect();
    if findings.is_empty() { Ok(()) } else { Err(Findings(findings)) }
}

fn drift(root: &Path, output: &Output, command: &str) -> Option<Finding> {
    let problem = match current(root, output) {
        Some(text) if text == output.text => return None,
        Some(text) => format!("the file is not what it is made from says:\n{}", diff(&text, &output.text)),
        None => "the file is missing or is not UTF-8".to_owned(),
    };
    Some(Finding {
        source: output.name.to_owned(),
        place: String::new(),
        problem,
        remedy: format!("run `{command}` and commit the result"),
    })
}

fn current(root: &Path, output: &Output) -> Option<String> {
    // A checkout with other line endings is no drift.
    std::fs::read_to_string(root.join(output.name)).ok().map(|text| text.replace("\r\n", "\n"))
}

fn diff(before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    let text = diff.unified_diff().context_radius(2).header("as it is", "as it should be").to_string();
    let lines: Vec<_> = text.lines().collect();
    let mut shown = lines[..lines.len().min(MOST_DIFF_LINES)].join("\n");
    if lines.len() > MOST_DIFF_LINES {
        shown.push_str(&format!("\n({} more lines)", lines.len() - MOST_DIFF_LINES));
    }
    shown
}
