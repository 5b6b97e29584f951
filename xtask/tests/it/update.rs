//! `cargo xtask diff` and `cargo xtask update` with edited copies of the document.

use std::fs;
use std::process::{Command, Output};

use openapi_lower::io::read::parse;
use serde_json::Value;
use xtask::paths::{BASE, CLIENT, DOCUMENT, MODULES, OVERLAY, TYPES};

use super::{Copy, all};

/// The newer document.
pub(super) const NEWER: &str = "newer.yaml";

/// Copies the workspace, and adds a newer document with some texts replaced.
pub(super) fn edited(test: &str, edits: &[(&str, &str)]) -> Copy {
    let copy = Copy::new(test);
    copy.write(NEWER, &copy.read(BASE));
    for (from, to) in edits {
        copy.replace(NEWER, from, to);
    }
    copy
}

/// A new optional field of a response, a new enum value, a new operation.
const COMPATIBLE: [(&str, &str); 3] = [
    (
        "            is_upcharge:\n",
        "            placed_at:\n              type: string\n              format: date-time\n              \
         description: When it was placed.\n              example: '2026-03-01T12:00:00Z'\n            is_upcharge:\n",
    ),
    ("        - active\n        - complete\n", "        - active\n        - paused\n        - complete\n"),
    (
        "  /v2/session/card:\n",
        "  /v2/disputes:\n    get:\n      summary: List disputes\n      operationId: list_disputes\n      \
         responses:\n        '200':\n          description: The disputes.\n  /v2/session/card:\n",
    ),
];

/// A field removed, an enum value removed, a parameter made required.
const BREAKING: [(&str, &str); 3] = [
    ("            parent_order_uuid:\n", "            other_uuid:\n"),
    ("            - release\n", ""),
    ("      name: offset\n      in: query\n", "      name: offset\n      in: query\n      required: true\n"),
];

/// The values that the overlay adds to two lists.
const CAUGHT_UP: [(&str, &str); 2] = [
    ("            - session\n", "            - session\n            - token\n"),
    ("        - active\n        - complete\n", "        - active\n        - complete\n        - completed\n"),
];

/// A path and a schema under other names.
pub(super) const MOVED: [(&str, &str); 3] = [
    ("  /v2/session:\n", "  /v2/sessions:\n"),
    ("    SessionToken:\n", "    ShopperDecision:\n"),
    ("schemas/SessionToken'", "schemas/ShopperDecision'"),
];

impl Copy {
    pub(super) fn update(&self, arguments: &[&str]) -> Output {
        let newer = self.0.join(NEWER);
        let newer = newer.to_str().expect("UTF-8");
        self.xtask(&[&["update", "--from", newer], arguments].concat())
    }

    fn all(&self) -> Vec<String> {
        all().map(|name| self.read(name)).collect()
    }

    /// Runs `update`, which must write nothing, and returns its output and its findings.
    #[track_caller]
    fn reports(&self, code: i32) -> (String, String) {
        let before = self.all();
        let output = self.update(&[]);
        assert_eq!(output.status.code(), Some(code), "{output:?}");
        assert!(before == self.all(), "nothing is written");
        (text(&output.stdout), text(&output.stderr))
    }

    /// Runs `update --write`, which must write nothing, and returns its findings.
    #[track_caller]
    fn rejects_update(&self) -> String {
        let before = self.all();
        let output = self.update(&["--write"]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(before == self.all(), "nothing is written");
        text(&output.stderr)
    }
}

fn value(yaml: &str) -> Value {
    parse("newer.yaml", yaml).expect("YAML").value
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[track_caller]
fn contains(report: &str, lines: &[&str]) {
    for line in lines {
        assert!(report.lines().any(|other| other.trim() == *line), "`{line}` is not in\n{report}");
    }
}

#[test]
fn compatible_document_is_used() {
    let copy = edited("update-compatible", &COMPATIBLE);
    // Whatever the line endings of the download.
    let newer = copy.read(NEWER);
    copy.write(NEWER, &newer.replace('\n', "\r\n"));
    let output = copy.update(&["--write"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(text(&output.stdout).contains(&format!("wrote {BASE}, {}", MODULES[0])), "{output:?}");
    assert!(copy.read(CLIENT).contains("pub fn list_disputes") && copy.read(TYPES).contains("pub placed_at:"));

    // Of what is new, the structure is taken and not the words.
    let words = ["              description: When it was placed.\n", "      summary: List disputes\n"];
    let example = "              example: '2026-03-01T12:00:00Z'\n";
    let without = [&words[..], &[example]].concat().iter().fold(newer, |text, word| text.replacen(word, "", 1));
    let written =
        without.replace("'200':\n          description: The disputes.\n", "'200':\n          description: ''\n");
    assert!(copy.read(BASE) == written, "{}", copy.read(BASE));
    let check = copy.xtask(&["generate", "--check"]);
    assert_eq!(check.status.code(), Some(1), "{check:?}");
    let findings = text(&check.stderr);
    let missing =
        ["has no `summary`", "response has no `description`", "field has no `description`", "OrderDetails.placed_at"];
    assert!(
        missing.iter().all(|problem| findings.contains(problem)) && findings.matches("problem:").count() == 4,
        "{findings}"
    );

    let again = copy.update(&["--write"]);
    assert_eq!(again.status.code(), Some(0), "{again:?}");
    assert!(text(&again.stdout).contains("nothing to write"), "{again:?}");

    // The whole publication is taken on request.
    assert_eq!(copy.update(&["--write", "--take-texts"]).status.code(), Some(0));
    assert!(value(&copy.read(BASE)) == value(&copy.read(NEWER)));
}

#[test]
fn obsolete_actions_are_reported() {
    let copy = edited("update-caught-up", &CAUGHT_UP);
    let (report, findings) = copy.reports(2);
    contains(&report, &["no change", "only #/update/enum", "Link.rel: enum value `token` added"]);
    let obsolete = report.split_once("Obsolete").expect("a section").1;
    for target in ["$.components.schemas.Link.properties.rel", "$.components.schemas.CheckoutStatus"] {
        assert!(obsolete.contains(&format!("`{target}`:")) && findings.contains(target), "{report}{findings}");
    }
    assert_eq!(obsolete.matches("  openapi/overlay.yaml:").count(), 2, "{report}");
    assert!(copy.rejects_update().contains("delete these parts of the action"));

    // The remedies are sufficient.
    copy.replace(OVERLAY, "      title: LinkRel\n      enum:\n        - token\n", "      title: LinkRel\n");
    copy.replace(OVERLAY, "      enum:\n        - completed\n      x-enum-aliases:\n", "      x-enum-aliases:\n");
    let output = copy.update(&["--write"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(copy.read(TYPES).contains(r#""complete" | "completed" => Some(Self::Complete)"#));
}

#[test]
fn findings_are_the_same_with_write() {
    let copy = edited("update-moved", &MOVED);
    assert_eq!(copy.reports(2).1, copy.rejects_update());
}

#[test]
fn unusable_document_is_rejected() {
    for (edits, location) in [
        (vec![("  version: 2.0.0\n", "  version: 2.0.0\n bad: [\n")], "line 9, column"),
        (vec![("openapi: 3.1.0\n", "swagger: '2.0'\n")], "#/openapi"),
        (vec![("          type: integer\n", "          type: integer\n          whatever: 1\n")], "/whatever"),
        (
            vec![
                ("operationId: HandleAuthentication\n", "operationId: x\n"),
                ("  /v2/session/card:\n", "  /v2/new:\n    get: {responses: {}}\n  /v2/session/card:\n"),
            ],
            "#/paths/~1v2~1new/get",
        ),
    ] {
        let findings = edited("update-rejected", &edits).rejects_update();
        assert!(
            findings.contains(NEWER) && findings.contains(location) && findings.contains("remedy:"),
            "{location}: {findings}"
        );
    }
    let copy = Copy::new("update-missing");
    assert!(copy.rejects_update().contains("cannot be read"));
}

#[test]
fn unchanged_document_exits_with_0() {
    let copy = edited("update-same", &[]);
    let (report, findings) = copy.reports(0);
    assert_eq!(findings, "");
    contains(&report, &["no change", "upstream, without the overlay: nothing changed"]);
}

#[test]
fn json_reports_have_a_stable_shape() {
    let copy = edited("update-json", &[BREAKING.as_slice(), CAUGHT_UP.as_slice()].concat());
    let output = copy.update(&["--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("one object");
    let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&report), ["from", "findings", "effective", "upstream", "overlay", "todo", "written"]);
    assert_eq!(keys(&report["effective"]), ["breaking", "compatible", "texts", "changes"]);
    assert_eq!(keys(&report["overlay"]), ["unmatched", "narrowed", "obsolete"]);
    assert_eq!(report["overlay"]["obsolete"][0]["parts"], serde_json::json!(["#/update/enum"]));
    assert_eq!(keys(&report["findings"][0]), ["source", "location", "line", "problem", "remedy"]);
    let changes = report["effective"]["changes"].as_array().expect("a list");
    let removed = changes.iter().find(|change| change["kind"] == "enum_value_removed").expect("it is there");
    assert_eq!(
        removed,
        &serde_json::json!({
            "verdict": "breaking", "kind": "enum_value_removed", "subject": "type", "name": "Link", "rust": "Link",
            "location": "rel", "message": "enum value `release` removed", "before": "release",
        })
    );
}

#[test]
fn diff_compares_two_documents() {
    let copy = edited("diff", &BREAKING);
    let file = |name: &str| copy.0.join(name).to_str().expect("UTF-8").to_owned();
    let diff = |old: &str, new: &str, format: &str| copy.xtask(&["diff", &file(old), &file(new), "--format", format]);
    let same = diff(BASE, BASE, "text");
    assert_eq!((same.status.code(), text(&same.stdout).as_str()), (Some(0), "no change\n"));
    let changed = diff(BASE, NEWER, "json");
    assert_eq!(changed.status.code(), Some(1), "{changed:?}");
    let changes: Value = serde_json::from_slice(&changed.stdout).expect("one object");
    assert_eq!(changes["breaking"].as_u64(), Some(4), "{changes:#}");
    // YAML or JSON, with the overlay or without.
    assert_eq!(diff(DOCUMENT, BASE, "text").status.code(), Some(1));

    // 1 says that something changed, so what cannot be compared is 2.
    fs::write(copy.0.join("list.json"), "[]").expect("written");
    for other in ["list.json", "missing.yaml"] {
        let output = diff(BASE, other, "text");
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(text(&output.stderr).contains("remedy:"));
    }
    for command in ["diff", "update"] {
        assert!(text(&copy.xtask(&[command, "--help"]).stdout).contains("Examples:"));
    }
}

#[test]
fn same_structure_in_other_words_changes_nothing() {
    let copy = edited("update-reworded", &[]);
    // Another layout, other words, and none of our examples.
    fn reword(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.retain(|key, value| !matches!(key.as_str(), "example" | "summary") || value.is_object());
                for (key, value) in members {
                    match value {
                        Value::String(text) if key == "description" => *text = format!("Sezzle says: {text}"),
                        value => reword(value),
                    }
                }
            }
            Value::Array(elements) => elements.iter_mut().for_each(reword),
            _ => {}
        }
    }
    let mut document = value(&copy.read(BASE));
    reword(&mut document);
    copy.write(NEWER, &document.to_string());
    let (report, findings) = copy.reports(0);
    assert_eq!(findings, "");
    contains(&report, &["no change"]);
    let before = copy.all();
    let output = copy.update(&["--write"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(before == copy.all(), "byte for byte as before");
    assert!(text(&output.stdout).contains("nothing to write"), "{output:?}");
}

#[test]
fn report_compares_with_the_last_commit() {
    let copy = Copy::new("update-committed");
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=Test", "-c", "user.email=test@shop.example", "-c", "commit.gpgsign=false"];
        let output =
            Command::new("git").args(identity).args(arguments).current_dir(&copy.0).output().expect("git runs");
        assert!(output.status.success(), "{output:?}");
    };
    let commit = || {
        git(&["add", "."]);
        git(&["commit", "-q", "-m", "A commit"]);
    };
    git(&["init", "-q"]);
    commit();
    assert_eq!(copy.xtask(&["update"]).status.code(), Some(0));

    copy.replace(OVERLAY, "operationId: get_order\n", "operationId: fetch_order\n");
    let renamed = "fetch_order (GET /v2/order/{order_uuid}): operation id `get_order` -> `fetch_order`";
    let reports = |arguments: &[&str]| {
        let output = copy.xtask(&[&["update"], arguments].concat());
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        contains(&text(&output.stdout), &[renamed]);
    };
    reports(&[]);
    assert!(copy.xtask(&["generate"]).status.success());
    reports(&[]);
    commit();
    assert_eq!(copy.xtask(&["update"]).status.code(), Some(0));
    reports(&["--since", "HEAD~1"]);
    let output = copy.xtask(&["update", "--since", "HEAD~1", "--format", "markdown"]);
    assert_eq!(text(&output.stdout), format!("### Breaking changes\n\n- {renamed}\n"));
    assert_eq!(copy.xtask(&["update", "--since", "nothing"]).status.code(), Some(2));
}
