//! Tests overlays rule by rule: each file in `overlay/` lists documents before and after the actions of an overlay.

use std::collections::BTreeMap;
use std::path::Path;

use openapi_lower::io::finding::{Finding, Findings};
use openapi_lower::io::read::{self, Document};
use openapi_lower::overlay::{self, Strictness};
use serde::Deserialize;
use serde_json::{Value, json};

/// A document before and after an overlay, or why the overlay is rejected.
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
    /// Members of the overlay besides the actions; `null` removes one.
    #[serde(default)]
    overlay: Value,
    /// Whether each target must match something.
    #[serde(default)]
    strict: bool,
    after: Option<Value>,
    /// Pointers into the overlay, with a part of the problem.
    #[serde(default)]
    rejected: BTreeMap<String, String>,
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
        Document::of_value("overlay.yaml", value)
    }

    /// Compares the result with the case. The error is the difference.
    fn check(&self) -> Result<(), String> {
        let strictness = if self.strict { Strictness::RequireMatches } else { Strictness::Specification };
        // As text, to compare the order of the members.
        let text = |value: &Value| serde_json::to_string(value).ok();
        match (overlay::apply(self.before.clone(), &self.document(), strictness), &self.after) {
            (Ok(actual), Some(after)) if text(&actual) == text(after) => Ok(()),
            (Ok(actual), _) => Err(format!("result: {actual}")),
            (Err(findings), None) if self.rejects(&findings) => Ok(()),
            (Err(findings), _) => Err(findings.to_string()),
        }
    }

    fn rejects(&self, findings: &Findings) -> bool {
        let expected = |finding: &Finding| {
            let problem = self.rejected.get(finding.location.trim_start_matches('#'));
            problem.is_some_and(|problem| finding.problem.contains(problem)) && !finding.remedy.is_empty()
        };
        findings.0.len() == self.rejected.len() && findings.0.iter().all(expected)
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
fn malformed_overlays_are_rejected() {
    check_all("documents.yaml");
}

#[test]
fn targets_match() {
    check_all("targets.yaml");
}

#[test]
fn updates_are_merged() {
    check_all("update.yaml");
}

#[test]
fn matches_are_removed() {
    check_all("remove.yaml");
}

#[test]
fn version_1_1_adds_copy_and_replacement() {
    check_all("version-1.1.yaml");
}
