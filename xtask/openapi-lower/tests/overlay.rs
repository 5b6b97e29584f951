//! Overlays, rule by rule: each file in `overlay/` lists documents before and after the actions of an overlay.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use serde_json::{Value, json};
use xtask::finding::{Finding, Findings};
use xtask::overlay::{self, Strictness};
use xtask::read::{self, Document};

/// What an overlay makes of a document, or why it is refused.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    rule: String,
    /// The version of the Overlay specification.
    #[serde(default = "first")]
    version: String,
    #[serde(default)]
    before: Value,
    /// The actions of the overlay.
    #[serde(default)]
    actions: Value,
    /// Members of the overlay besides the actions, or `null` for those to leave out.
    #[serde(default)]
    overlay: Value,
    /// Whether each target has to match something.
    #[serde(default)]
    strict: bool,
    after: Option<Value>,
    /// Pointers into the overlay, with a part of the problem.
    #[serde(default)]
    refused: BTreeMap<String, String>,
}

fn first() -> String {
    "1.0.0".to_owned()
}

impl Case {
    fn document(&self) -> Document {
        let mut value = json!({
            "overlay": self.version,
            "info": {"title": "t", "version": "1"},
            "actions": self.actions,
        });
        if let (Value::Object(value), Value::Object(members)) = (&mut value, &self.overlay) {
            value.extend(members.clone());
            value.retain(|_, member| !member.is_null());
        }
        Document { name: "overlay.yaml".to_owned(), value, sha256: String::new() }
    }

    /// What differs from the case.
    fn check(&self) -> Result<(), String> {
        let strictness = if self.strict { Strictness::EveryTargetMatches } else { Strictness::Specification };
        // As text, in which the order of the members counts.
        let text = |value: &Value| serde_json::to_string(value).ok();
        match (overlay::apply(self.before.clone(), &self.document(), strictness), &self.after) {
            (Ok(actual), Some(after)) if text(&actual) == text(after) => Ok(()),
            (Ok(actual), _) => Err(format!("becomes {actual}")),
            (Err(findings), None) if self.refuses(&findings) => Ok(()),
            (Err(findings), _) => Err(findings.to_string()),
        }
    }

    fn refuses(&self, findings: &Findings) -> bool {
        let expected = |finding: &Finding| {
            let problem = self.refused.get(finding.place.trim_start_matches('#'));
            problem.is_some_and(|problem| finding.problem.contains(problem)) && !finding.remedy.is_empty()
        };
        findings.0.len() == self.refused.len() && findings.0.iter().all(expected)
    }
}

#[track_caller]
fn check_all(file: &str) {
    let name = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/overlay").join(file);
    let document = read::read(Path::new(""), &name.to_string_lossy()).unwrap_or_else(|findings| panic!("{findings}"));
    let cases: Vec<Case> = serde_json::from_value(document.value).unwrap_or_else(|error| panic!("{file}: {error}"));
    let wrong = cases.iter().filter_map(|case| Some(format!("{}\n{}\n", case.rule, case.check().err()?)));
    let wrong: Vec<_> = wrong.collect();
    assert!(!cases.is_empty() && wrong.is_empty(), "{file}: {}", wrong.join("\n"));
}

#[test]
fn overlays_are_read_as_the_list_says() {
    check_all("documents.yaml");
}

#[test]
fn targets_match_as_the_list_says() {
    check_all("targets.yaml");
}

#[test]
fn updates_are_merged_as_the_list_says() {
    check_all("update.yaml");
}

#[test]
fn places_are_removed_as_the_list_says() {
    check_all("remove.yaml");
}

#[test]
fn version_1_1_adds_what_the_list_says() {
    check_all("version-1.1.yaml");
}

/// Runs `cargo xtask overlay` with a document and an overlay; the exit code, the output, and the errors.
fn command(test: &str, overlay: &str) -> (Option<i32>, String, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(&folder).expect("a folder for the files");
    std::fs::write(folder.join("document.yaml"), "openapi: 3.1.0\ntags: [{name: a}]\n").expect("a document");
    std::fs::write(folder.join("overlay.yaml"), overlay).expect("an overlay");
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["overlay", "document.yaml", "overlay.yaml"])
        .current_dir(&folder)
        .output()
        .expect("the command runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_command_writes_the_result() {
    let overlay = "{overlay: 1.0.0, info: {title: t, version: v}, actions: [{target: $.tags, update: {name: b}}]}";
    let (code, output, errors) = command("overlay-applies", overlay);
    assert_eq!(code, Some(0), "{errors}");
    let output: Value = serde_json::from_str(&output).expect("JSON");
    assert_eq!(output, json!({"openapi": "3.1.0", "tags": [{"name": "a"}, {"name": "b"}]}));
}

#[test]
fn the_command_fails_with_a_finding() {
    let overlay = "{overlay: 1.0.0, info: {title: t}, actions: [{target: $.tags, update: {name: b}}]}";
    let (code, output, errors) = command("overlay-fails", overlay);
    assert_eq!((code, output.as_str()), (Some(1), ""));
    for part in ["overlay.yaml at #/info/version", "problem:", "remedy:"] {
        assert!(errors.contains(part), "{errors}");
    }
}
