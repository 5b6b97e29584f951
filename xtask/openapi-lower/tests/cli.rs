//! The program: output, notes, exit codes.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// A directory with files, in which the program runs.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str, files: &[(&str, &str)]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        for (name, text) in files {
            std::fs::write(folder.join(name), text).expect("a file");
        }
        Self(folder)
    }

    /// Runs the program, and returns the exit code, standard output and standard error.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        self.run_with_input(None, arguments)
    }

    fn run_with_input(&self, input: Option<&str>, arguments: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_openapi-lower"));
        command.args(arguments).current_dir(&self.0);
        if let Some(file) = input {
            command.stdin(std::fs::File::open(self.0.join(file)).expect("a file"));
        }
        let output = command.output().expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let (_, output, errors) = self.run(arguments);
        serde_json::from_str(&output).unwrap_or_else(|error| panic!("{error}: {output}{errors}"))
    }
}

#[test]
fn lower_writes_the_document_and_notes() {
    let text = "openapi: 3.1.0\ninfo: {title: t, version: 1}\ncomponents: {schemas: {A: {propertyNames: {}}}}";
    let folder = Folder::new(
        "lower",
        &[
            ("d.yaml", text),
            ("3.0.yaml", "openapi: 3.0.1\nanything: [goes]"),
            (
                "split.yaml",
                "openapi: 3.1.0\ninfo: {title: t, version: v}\ncomponents: {schemas: {A: {$ref: 'b.yaml#/B'}}}",
            ),
        ],
    );
    let (code, output, notes) = folder.run(&["lower", "d.yaml"]);
    assert_eq!(code, Some(0), "{notes}");
    assert!(
        notes.contains("repaired: d.yaml:2 at #/info/version: ")
            && notes.contains("relaxed: d.yaml:3 at #/components/schemas/A/propertyNames: ")
    );
    assert_eq!(serde_json::from_str::<Value>(&output).expect("JSON")["openapi"], "3.0.3");
    assert_eq!(folder.run(&["lower", "d.yaml", "-o", "out.json"]).1, "");
    assert_eq!(std::fs::read_to_string(folder.0.join("out.json")).expect("a file"), output);
    assert_eq!(folder.run(&["lower", "--strict", "d.yaml"]).0, Some(1));
    assert_eq!(folder.json(&["lower", "3.0.yaml"]), json!({"openapi": "3.0.1", "anything": ["goes"]}));
    let (code, output, errors) = folder.run(&["lower", "split.yaml"]);
    assert_eq!((code, output.as_str()), (Some(1), ""));
    assert!(errors.contains("bundle the document") && errors.contains("remedy:"), "{errors}");
}

const NAMELESS: &str =
    "openapi: 3.0.3\ninfo: {title: t, version: v}\npaths:\n  /a: {get: {responses: {'200': {description: d}}}}";

#[test]
fn lower_adapts_to_a_generator_on_request() {
    let folder = Folder::new("for", &[("d.yaml", NAMELESS)]);
    let adapt = ["lower", "--for", "progenitor", "d.yaml"];
    assert_eq!(folder.json(&adapt)["paths"]["/a"]["get"]["operationId"], "get_a");
    assert!(folder.run(&adapt).2.contains("decided: d.yaml:4 at #/paths/~1a/get: "));
    assert_eq!(folder.json(&["lower", "d.yaml"])["paths"]["/a"]["get"].get("operationId"), None);
}

#[test]
fn dash_reads_standard_input() {
    let folder = Folder::new("stdin", &[("d.yaml", NAMELESS), ("bad.json", "{\"openapi\": \"2\"}")]);
    for arguments in [&["lower", "-"][..], &["check", "-"], &["diff", "-", "d.yaml"]] {
        assert_eq!(folder.run_with_input(Some("d.yaml"), arguments).0, Some(0), "{arguments:?}");
    }
    let (code, output, _) = folder.run_with_input(Some("bad.json"), &["check", "-"]);
    assert!(code == Some(1) && output.contains("standard input:1 at #/openapi\n"), "{output}");
}

#[test]
fn check_reports_what_a_generator_cannot_take() {
    let twins = "openapi: 3.0.3\ninfo: {title: t, version: v}\npaths:\n  /a:\n    get: {operationId: do_it, responses: {}}\n    \
                 put: {operationId: doIt, responses: {}}";
    let folder = Folder::new("check", &[("d.yaml", NAMELESS), ("twins.yaml", twins)]);
    let (code, output, errors) = folder.run(&["check", "--for", "progenitor", "d.yaml"]);
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    assert!(
        output.starts_with("decided: d.yaml:4 at #/paths/~1a/get: ") && output.ends_with("\naccepted\n"),
        "{output}"
    );
    assert_eq!(folder.run(&["check", "d.yaml"]).1, "accepted\n");

    let arguments = ["check", "--for", "progenitor", "--format", "json", "twins.yaml"];
    assert_eq!(folder.run(&arguments).0, Some(1));
    let report = folder.json(&arguments);
    assert_eq!((&report["accepted"], &report["findings"][0]["line"]), (&json!(false), &json!(6)));
    assert_eq!(report["findings"][0]["location"], "#/paths/~1a/put/operationId");
}

#[test]
fn version_3_2_is_lowered_unless_it_uses_something_new() {
    let document = |rest: &str| format!("openapi: 3.2.0\ninfo: {{title: t, version: v}}\n{rest}");
    let plain = document("paths: {/a: {get: {responses: {'200': {}}}}}");
    let new = document("tags: [{name: a, kind: nav}]\npaths: {/a: {query: {responses: {'200': {}}}}}");
    let folder = Folder::new("3.2", &[("plain.yaml", &plain), ("new.yaml", &new)]);
    let (code, output, notes) = folder.run(&["lower", "plain.yaml"]);
    assert_eq!((code, notes.as_str()), (Some(0), ""));
    assert!(output.contains("\"3.0.3\"") && output.contains("\"description\": \"\""), "{output}");
    let (code, output, findings) = folder.run(&["lower", "new.yaml"]);
    assert_eq!((code, output.as_str()), (Some(1), ""));
    for place in ["new.yaml:3 at #/tags/0/kind\n", "new.yaml:4 at #/paths/~1a/query\n"] {
        assert!(findings.contains(place), "{findings}");
    }
}

#[test]
fn invalid_pattern_is_left_out_with_a_note() {
    for version in ["3.0.3", "3.1.0"] {
        let text = format!(
            "openapi: {version}\ninfo: {{title: t, version: v}}\npaths: {{}}\ncomponents:\n  schemas:\n    \
             A: {{type: string, pattern: '(?i)a'}}\n    B: {{type: string, pattern: '^\\p{{L}}+$'}}"
        );
        let folder = Folder::new("pattern", &[("d.yaml", &text)]);
        let (code, output, notes) = folder.run(&["lower", "d.yaml"]);
        assert!(code == Some(0) && !output.contains("(?i)") && output.contains("p{L}"), "{output}");
        assert!(notes.starts_with("repaired: d.yaml:6 at #/components/schemas/A/pattern: `(?i)a` is not"), "{notes}");
        assert_eq!(folder.run(&["lower", "--strict", "d.yaml"]).0, Some(1));
    }
}

#[test]
fn overlay_writes_the_corrected_document() {
    let overlay = |info: &str| {
        let actions = "[{target: $.tags, update: {name: b}}, {target: $.gone, remove: true}]";
        format!("{{overlay: 1.0.0, extends: d.yaml, info: {info}, actions: {actions}}}")
    };
    let (good, bad) = (overlay("{title: t, version: v}"), overlay("{title: t}"));
    let folder = Folder::new(
        "overlay",
        &[("d.yaml", "openapi: 3.1.0\ntags: [{name: a}]\n"), ("good.yaml", &good), ("bad.yaml", &bad)],
    );
    let corrected = json!({"openapi": "3.1.0", "tags": [{"name": "a"}, {"name": "b"}]});
    assert_eq!(folder.json(&["overlay", "d.yaml", "good.yaml"]), corrected);
    assert_eq!(folder.json(&["overlay", "good.yaml"]), corrected);
    assert_eq!(folder.run(&["overlay", "--strict", "good.yaml"]).0, Some(1));
    let (code, output, errors) = folder.run(&["overlay", "d.yaml", "bad.yaml"]);
    assert_eq!((code, output.as_str()), (Some(1), ""));
    for part in ["bad.yaml:1 at #/info/version", "problem:", "remedy:"] {
        assert!(errors.contains(part), "{errors}");
    }
}

#[test]
fn diff_exit_code_tells_changes_from_errors() {
    let document = |ty: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{title: t}}\ncomponents: {{schemas: {{A: {{properties: {{a: {{type: {ty}}}}}}}}}}}"
        )
    };
    let (old, new) = (document("string"), document("integer"));
    let folder = Folder::new("diff", &[("old.yaml", &old), ("new.yaml", &new), ("list.yaml", "[]")]);
    assert_eq!(folder.run(&["diff", "old.yaml", "old.yaml"]), (Some(0), "no change\n".to_owned(), String::new()));
    let (code, output, _) = folder.run(&["diff", "old.yaml", "new.yaml"]);
    assert_eq!((code, output.as_str()), (Some(1), "A.a: type `string` -> `integer`\n1 change\n"));
    assert_eq!(
        folder.json(&["diff", "--format", "json", "old.yaml", "new.yaml"]),
        json!({"texts": 0, "changes": [{
            "kind": "type_changed", "subject": "type", "name": "A", "location": "a",
            "message": "type `string` -> `integer`", "before": "string", "after": "integer",
        }]})
    );
    for other in ["list.yaml", "missing.yaml"] {
        let (code, _, errors) = folder.run(&["diff", "old.yaml", other]);
        assert!(code == Some(2) && errors.contains("remedy:"), "{errors}");
    }
}

#[test]
fn help_has_examples_and_wrong_usage_exits_with_2() {
    let folder = Folder::new("help", &[]);
    for command in ["lower", "overlay", "diff", "check"] {
        assert!(folder.run(&[command, "--help"]).1.contains("Examples:"), "{command}");
        assert_eq!(folder.run(&[command]).0, Some(2), "{command}");
    }
    assert_eq!(folder.run(&["lowr"]).0, Some(2));
}
